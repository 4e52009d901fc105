import '@mantine/core/styles.css';
import '@mantine/dates/styles.css';
import '@mantine/dropzone/styles.css';
import '@mantine/notifications/styles.css';
import '@mantine/spotlight/styles.css';
import './app/app.css';
import { createRoot } from 'react-dom/client';
import { App } from './app/App';
import { followCommands } from './app/commands';
import { followFailures } from './app/failure.store';
import { followGivenFiles } from './app/given-files';
import { followKpiCatalogue } from './app/kpi-catalogue.store';
import { followProgress } from './app/progress.store';
import { loadSettings } from './app/settings.store';
import { followWorkspace } from './app/workspace.store';

async function start(): Promise<void> {
  await loadSettings();
  followFailures();
  followProgress();
  followCommands();
  await followWorkspace();
  followKpiCatalogue();
  const root = document.getElementById('root');
  if (root) createRoot(root).render(<App />);
  await followGivenFiles();
}

void start();
