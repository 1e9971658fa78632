import { useEffect } from 'react';
import { useStore } from 'zustand';
import { Canvas } from './canvas/Canvas.tsx';
import { chooseLocale } from './i18n/locale.ts';
import { LocaleContext } from './i18n/text.tsx';
import { Notices } from './panels/bar/Notices.tsx';
import { StatusBar } from './panels/bar/StatusBar.tsx';
import { TopBar } from './panels/bar/TopBar.tsx';
import { FileDialogs } from './panels/files/FileDialogs.tsx';
import { Inspector } from './panels/inspector/Inspector.tsx';
import { Palette } from './panels/palette/Palette.tsx';
import { PlanDialog } from './panels/plan/PlanDialog.tsx';
import { Problems } from './panels/problems/Problems.tsx';
import { sessionStore } from './stores/session-store.ts';
import { settingsStore } from './stores/settings-store.ts';
import { viewStore } from './stores/view-store.ts';
import { showTheme } from './theme/theme.ts';

/** The frame: which panel is where. */
export function App() {
  const { theme, language } = useStore(settingsStore);
  const ready = useStore(sessionStore, (state) => state.ready);
  const planOpen = useStore(viewStore, (state) => state.dialog?.kind === 'plan');
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
        <TopBar />
        <Palette />
        <main className="stage">
          <Canvas />
          <Notices />
        </main>
        <Inspector />
        <Problems />
        <StatusBar />
      </div>
      <FileDialogs />
      {planOpen && <PlanDialog />}
    </LocaleContext.Provider>
  );
}
