import { useStore } from 'zustand';
import { locales } from '../../../shared/messages/locales/index.ts';
import { changeSettings } from '../../actions/settings.ts';
import { useText } from '../../i18n/text.tsx';
import { settingsStore } from '../../stores/settings-store.ts';
import { SelectField } from '../../ui/Field.tsx';

const themes = ['system', 'light', 'dark'] as const;

/** How the window looks, and its language. */
export function Preferences() {
  const t = useText();
  const { theme, language } = useStore(settingsStore);
  return (
    <div className="preferences">
      <SelectField
        bare
        label={t('ui/theme')}
        value={theme}
        choices={themes.map((value) => ({ value, label: t(`ui/theme-${value}`) }))}
        onChange={(value) => {
          const chosen = themes.find((one) => one === value);
          if (chosen) changeSettings({ theme: chosen });
        }}
      />
      <SelectField
        bare
        label={t('ui/language')}
        value={language}
        choices={[
          { value: 'system', label: t('ui/language-system') },
          ...locales.map((locale) => ({ value: locale.tag, label: locale.name })),
        ]}
        onChange={(value) => changeSettings({ language: value })}
      />
    </div>
  );
}
