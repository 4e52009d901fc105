import { join } from 'node:path';
import { eventChannel } from '@shared/ipc/bridge';
import type { EventName, EventPayload } from '@shared/ipc/contract';
import type { Language } from '@shared/ipc/workspace';
import { app, BrowserWindow, nativeTheme } from 'electron';
import { DatabaseClient } from './ipc/database-client';
import { registerRequests } from './ipc/register-requests';
import { systemLanguage, windowHandlers } from './ipc/window-handlers';
import type { WorkspaceState } from './ipc/workspace-state';
import { declareAppScheme, serveRenderer } from './window/app-protocol';
import { setApplicationMenu } from './window/application-menu';
import { ChosenFiles } from './window/chosen-files';
import { type GivenFiles, givenFiles } from './window/given-files';
import { leavesUnsaved } from './window/leave-unsaved';
import { loadRenderer, openMainWindow } from './window/main-window';
import { confineContents, confineSession } from './window/security';
import { SettingsFile } from './window/settings-file';

declareAppScheme();

function tell<Name extends EventName>(name: Name, payload: EventPayload<Name>): void {
  for (const window of BrowserWindow.getAllWindows()) window.webContents.send(eventChannel, name, payload);
}

function startDatabase(state: WorkspaceState): DatabaseClient {
  return new DatabaseClient(join(__dirname, 'database-worker.cjs'), {
    workspaceChanged: (info) => {
      state.current = info;
      tell('workspace', info);
    },
    progress: (job, done, total) => tell('progress', { job, done, total }),
    failed: (error) => tell('failure', error),
  });
}

/** What the system handed the app and the window has not taken yet. */
let given: GivenFiles = givenFiles(process.argv.slice(1), process.cwd());

function takeGiven(): GivenFiles {
  const taken = given;
  given = { workspace: null, sources: [] };
  return taken;
}

function give(files: GivenFiles): void {
  given = files;
  const [window] = BrowserWindow.getAllWindows();
  if (window?.isMinimized()) window.restore();
  window?.focus();
  tell('given', {});
}

async function startApp(): Promise<void> {
  await app.whenReady();
  app.on('web-contents-created', (_event, contents) => confineContents(contents));
  app.on('window-all-closed', () => app.quit());

  const settings = new SettingsFile(join(app.getPath('userData'), 'settings.json'));
  nativeTheme.themeSource = settings.settings.theme;
  const language = (): Language =>
    settings.settings.language === 'system' ? systemLanguage() : settings.settings.language;
  const showMenu = () => setApplicationMenu(language(), (id) => tell('command', { id }));
  showMenu();

  const state: WorkspaceState = { current: null };
  const database = startDatabase(state);
  const chosenFiles = new ChosenFiles();
  registerRequests({
    database,
    chosenFiles,
    windowHandlers: windowHandlers({
      database,
      settings,
      state,
      takeGiven,
      chosenFiles,
      settingsChanged: (changed) => {
        showMenu();
        tell('settings', changed);
      },
    }),
  });

  const window = openMainWindow();
  confineSession(window.webContents.session);
  serveRenderer(window.webContents.session, join(__dirname, '../renderer'));
  saveBeforeLeaving(window, database, language);
  await loadRenderer(window);
}

/** The window closes only when the workspace is safe on disk, or the person lets the last changes go. */
function saveBeforeLeaving(window: BrowserWindow, database: DatabaseClient, language: () => Language): void {
  let asking = false;
  const leave = async () => {
    const outcome = await database.ask('host.close', {});
    if (!outcome.ok && !(await leavesUnsaved(window, outcome.error, language()))) return;
    await database.stop();
    window.destroy();
  };
  window.on('close', (event) => {
    event.preventDefault();
    if (asking) return;
    asking = true;
    void leave().finally(() => {
      asking = false;
    });
  });
}

app.on('second-instance', (_event, args, folder) => give(givenFiles(args.slice(1), folder)));
app.on('open-file', (event, path) => {
  event.preventDefault();
  give(givenFiles([path], process.cwd()));
});

if (app.requestSingleInstanceLock()) void startApp();
else app.quit();
