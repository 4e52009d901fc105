import { extname, resolve } from 'node:path';
import { workspaceEnding } from '../workspace/workspace-session';

export interface GivenFiles {
  /** The workspace to open; the last one where there are several. */
  readonly workspace: string | null;
  /** Spreadsheets to import. */
  readonly sources: readonly string[];
}

/** The spreadsheets that the app reads, by their endings. */
export const spreadsheetEndings = ['xlsx', 'xlsm', 'xlsb', 'xls', 'ods', 'fods', 'csv', 'tsv', 'txt'];

/**
 * The files among the arguments that the app was started with, as by a double click or a drop on its icon.
 * @param folder the folder that the app was started in.
 */
export function givenFiles(args: readonly string[], folder: string): GivenFiles {
  const paths = args.filter((arg) => !arg.startsWith('-')).map((arg) => resolve(folder, arg));
  const endsIn = (path: string) => extname(path).toLowerCase();
  const workspaces = paths.filter((path) => endsIn(path) === workspaceEnding);
  return {
    workspace: workspaces[workspaces.length - 1] ?? null,
    sources: paths.filter((path) => spreadsheetEndings.includes(endsIn(path).slice(1))),
  };
}
