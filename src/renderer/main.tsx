import '@mantine/core/styles.css';
import '@mantine/dates/styles.css';
import '@mantine/dropzone/styles.css';
import '@mantine/notifications/styles.css';
import '@mantine/spotlight/styles.css';
import './app/app.css';
import { createRoot } from 'react-dom/client';
import { App } from './app/App';
import { subscribe } from './app/bridge';
import { handleKey, runCommand } from './app/commands';
import { followFailures } from './app/failure.store';
import { loadSettings } from './app/settings.store';
import { followWorkspace } from './app/workspace.store';
import { beginImport } from './features/import/import.store';

async function start(): Promise<void> {
  await loadSettings();
  followFailures();
  subscribe('command', ({ id }) => runCommand(id));
  subscribe('sources', ({ paths }) => void beginImport(paths));
  window.addEventListener('keydown', handleKey);
  await followWorkspace();
  const root = document.getElementById('root');
  if (root) createRoot(root).render(<App />);
}

void start();
