import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import type { Language, Settings } from '@shared/ipc/workspace';
import { QuotabenchError } from '@shared/model/error';
import { app, BrowserWindow, dialog, nativeTheme } from 'electron';
import type { ChosenFiles } from '../window/chosen-files';
import { fillScreen } from '../window/fill-screen';
import { type GivenFiles, spreadsheetEndings } from '../window/given-files';
import type { SettingsFile } from '../window/settings-file';
import { workspaceEnding } from '../workspace/workspace-session';
import type { DatabaseClient } from './database-client';
import type { WindowHandlers } from './register-requests';
import type { WorkspaceState } from './workspace-state';

const workspaceFilters = [{ name: 'Quotabench', extensions: ['qbench'] }];

interface WindowContext {
  readonly database: DatabaseClient;
  readonly settings: SettingsFile;
  readonly state: WorkspaceState;
  settingsChanged(settings: Settings): void;
  /** What the system handed the app since this was last called. */
  takeGiven(): GivenFiles;
  readonly chosenFiles: ChosenFiles;
}

/** Workspaces that the app names by itself lie here. */
function ownFolder(): string {
  return join(app.getPath('documents'), 'Quotabench');
}

/** `name.qbench` in the folder, or `name 2.qbench` and so on where that is taken. */
function freePath(folder: string, name: string): string {
  for (let number = 1; ; number += 1) {
    const path = join(folder, `${name}${number === 1 ? '' : ` ${number}`}${workspaceEnding}`);
    if (!existsSync(path)) return path;
  }
}

function withEnding(path: string, ending: string): string {
  return extname(path).toLowerCase() === ending ? path : `${path}${ending}`;
}

export function systemLanguage(): Language {
  return /^(nb|no|nn)\b/i.test(app.getLocale()) ? 'nb' : 'en';
}

/** The operations of the contract that need windows, native dialogs or this machine's settings. */
export function windowHandlers({
  database,
  settings,
  state,
  settingsChanged,
  takeGiven,
  chosenFiles,
}: WindowContext): WindowHandlers {
  const window = () => {
    const found = BrowserWindow.getAllWindows()[0];
    if (!found) throw new QuotabenchError('badRequest', { operation: 'dialog', detail: 'window' });
    return found;
  };

  const askForSavePath = async (suggestedName: string, ending: string): Promise<string | null> => {
    const answer = await dialog.showSaveDialog(window(), {
      defaultPath: join(app.getPath('documents'), suggestedName),
      filters:
        ending === workspaceEnding
          ? workspaceFilters
          : [{ name: ending.slice(1).toUpperCase(), extensions: [ending.slice(1)] }],
    });
    return answer.canceled || !answer.filePath ? null : withEnding(answer.filePath, ending);
  };

  /** Workspaces that the system handed over, which the renderer may open like those of the recent list. */
  const given = new Set<string>();

  const openPath = async (path: string) => {
    const info = await database.call('host.open', { path });
    settings.addRecent(path);
    return info;
  };

  return {
    'workspace.current': () => state.current,
    'workspace.create': async () => {
      const path = await askForSavePath(`Quotabench${workspaceEnding}`, workspaceEnding);
      if (path === null) return null;
      const info = await database.call('host.create', { path });
      settings.addRecent(path);
      return info;
    },
    'workspace.open': async ({ path }) => {
      if (path !== undefined) {
        if (!given.has(path) && !settings.recent.some((entry) => entry.path === path))
          throw new QuotabenchError('workspaceMissing', { path });
        return openPath(path);
      }
      const answer = await dialog.showOpenDialog(window(), {
        properties: ['openFile'],
        filters: workspaceFilters,
      });
      const chosen = answer.filePaths[0];
      return answer.canceled || chosen === undefined ? null : openPath(chosen);
    },
    'workspace.openSample': async () => {
      await mkdir(ownFolder(), { recursive: true });
      const path = freePath(ownFolder(), systemLanguage() === 'nb' ? 'Eksempel' : 'Sample');
      const info = await database.call('host.createSample', { path });
      settings.addRecent(path);
      return info;
    },
    'workspace.createForSource': async ({ source }) => {
      await mkdir(ownFolder(), { recursive: true });
      const path = freePath(ownFolder(), basename(source, extname(source)));
      const info = await database.call('host.create', { path });
      settings.addRecent(path);
      return info;
    },
    'workspace.saveAs': async () => {
      if (state.current === null) throw new QuotabenchError('noWorkspace');
      const path = await askForSavePath(`${state.current.name}${workspaceEnding}`, workspaceEnding);
      if (path === null) return null;
      const info = await database.call('host.saveAs', { path });
      settings.addRecent(path);
      return info;
    },
    'workspace.close': () => database.call('host.close', {}),
    'recent.list': () => ({
      workspaces: settings.recent.map(({ path, openedAt }) => ({
        path,
        openedAt,
        name: basename(path, extname(path)),
        exists: existsSync(path),
      })),
    }),
    'recent.remove': ({ path }) => {
      settings.removeRecent(path);
      return {};
    },
    'given.take': () => {
      const { workspace, sources } = takeGiven();
      if (workspace !== null) given.add(workspace);
      return { workspace, sources: [...sources] };
    },
    'dialog.chooseSources': async () => {
      const answer = await dialog.showOpenDialog(window(), {
        properties: ['openFile', 'multiSelections'],
        filters: [{ name: 'Excel, OpenDocument, CSV', extensions: spreadsheetEndings }],
      });
      return { paths: answer.canceled ? [] : answer.filePaths };
    },
    'dialog.chooseExportFile': async ({ suggestedName, format }) => {
      const path = await askForSavePath(suggestedName, `.${format}`);
      if (path !== null) chosenFiles.add(path);
      return { path };
    },
    'settings.get': () => ({
      settings: settings.settings,
      systemLanguage: systemLanguage(),
      version: app.getVersion(),
    }),
    'settings.set': (change) => {
      const changed = settings.changeSettings(change);
      nativeTheme.themeSource = changed.theme;
      settingsChanged(changed);
      return changed;
    },
    'window.fillScreen': ({ fills }) => {
      fillScreen(window(), fills);
      return {};
    },
    'job.cancel': ({ job }) => {
      database.cancel(job);
      return {};
    },
  };
}
