import { useEffect } from 'react';
import { useStore } from 'zustand';
import { Canvas } from './canvas/Canvas.tsx';
import { chooseLocale } from './i18n/locale.ts';
import { LocaleContext, useText } from './i18n/text.tsx';
import { Notices } from './panels/bar/Notices.tsx';
import { StatusBar } from './panels/bar/StatusBar.tsx';
import { TopBar } from './panels/bar/TopBar.tsx';
import { SkipLink } from './panels/bottom/SkipLink.tsx';
import { BottomPanel } from './panels/bottom/BottomPanel.tsx';
import { CommandPalette } from './panels/commands/CommandPalette.tsx';
import { Shortcuts } from './panels/commands/Shortcuts.tsx';
import { FileDialogs } from './panels/files/FileDialogs.tsx';
import { Inspector } from './panels/inspector/Inspector.tsx';
import { Palette } from './panels/palette/Palette.tsx';
import { PlanDialog } from './panels/plan/PlanDialog.tsx';
import { Side } from './panels/side/Side.tsx';
import { sessionStore } from './stores/session-store.ts';
import { settingsStore } from './stores/settings-store.ts';
import { viewStore } from './stores/view-store.ts';
import { showTheme } from './theme/theme.ts';

/** The frame: which panel is where. */
export function App() {
  const { theme, language } = useStore(settingsStore);
  const ready = useStore(sessionStore, (state) => state.ready);
  const locale = chooseLocale(language, navigator.languages);

  useEffect(() => showTheme(theme), [theme]);
  useEffect(() => {
    document.documentElement.lang = locale.tag;
    document.documentElement.dir = locale.direction;
  }, [locale]);

  if (!ready) return null;
  return (
    <LocaleContext.Provider value={locale}>
      <div className="frame">
        <SkipLink />
        <TopBar />
        <Side name="palette">
          <Palette />
        </Side>
        <Stage />
        <Side name="inspector">
          <Inspector />
        </Side>
        <BottomPanel />
        <StatusBar />
      </div>
      <FileDialogs />
      <OtherDialogs />
    </LocaleContext.Provider>
  );
}

function Stage() {
  const t = useText();
  return (
    <main className="stage" data-area="canvas" aria-label={t('ui/canvas')}>
      <Canvas />
      <Notices />
    </main>
  );
}

function OtherDialogs() {
  const dialog = useStore(viewStore, (state) => state.dialog);
  switch (dialog?.kind) {
    case 'plan':
      return <PlanDialog />;
    case 'commands':
      return <CommandPalette key={dialog.find} find={dialog.find} />;
    case 'shortcuts':
      return <Shortcuts />;
    default:
      return null;
  }
}
