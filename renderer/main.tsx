import './host/jitless.ts';
import './theme/tokens.css';
import './theme/base.css';
import './theme/frame.css';
import './theme/controls.css';
import './theme/panels.css';
import './theme/inspector.css';
import './theme/problems.css';
import './theme/dialogs.css';
import './theme/tables.css';
import './theme/commands.css';
import './theme/list.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { formatMessage } from '../shared/messages/catalogue.ts';
import { message } from '../shared/messages/message.ts';
import { listenToKeys } from './actions/keys.ts';
import { guardLeaving } from './actions/leaving.ts';
import { start } from './actions/start.ts';
import { App } from './App.tsx';
import { chooseLocale } from './i18n/locale.ts';

const root = document.getElementById('root');
if (!root) throw new Error('the page has no #root');

createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);

listenToKeys();
guardLeaving();
void start(formatMessage(message('ui/new-lab-name'), chooseLocale('system', navigator.languages)));
