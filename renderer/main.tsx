import './host/jitless.ts';
import './theme/tokens.css';
import './theme/base.css';
import './theme/controls.css';
import './theme/panels.css';
import './theme/problems.css';
import './theme/dialogs.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { formatMessage } from '../shared/messages/catalogue.ts';
import { message } from '../shared/messages/message.ts';
import { listenToKeys } from './actions/shortcuts.ts';
import { start } from './actions/start.ts';
import { App } from './App.tsx';
import { chooseLocale } from './i18n/locale.ts';
import { designStore, isUnsaved } from './stores/design-store.ts';

const root = document.getElementById('root');
if (!root) throw new Error('the page has no #root');

createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);

listenToKeys();
window.addEventListener('beforeunload', (event) => {
  if (isUnsaved(designStore.getState())) event.preventDefault();
});
void start(formatMessage(message('ui/new-lab-name'), chooseLocale('system', navigator.languages)));
