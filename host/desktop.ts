import type { Settings } from '../shared/contract/shapes.ts';

/** What a desktop shell adds to a host: the dialogs of the system, and other windows. A browser session has none of it. */
export interface Desktop {
  /** The path a person chose to open; undefined when they thought better of it. */
  chooseToOpen(): Promise<string | undefined>;
  /** The path a person chose to save under. They agreed to replace a file that is there. */
  chooseToSave(suggestedPath: string): Promise<string | undefined>;
  /** Closes the window, now that its lab is saved. */
  closeSaved(): void;
  openElsewhere(path: string): void;
  settingsWritten(settings: Settings): void;
}
