import type { FigureTable } from '@shared/model/table-cell';
import { request } from './bridge';
import { attempt } from './failure.store';

type FigureFormat = 'png' | 'svg' | 'xlsx' | 'csv';

/** Asks for a file and writes a table of the screen to it: the path, or null where none was chosen or it failed. */
export async function saveFigureTable(
  name: string,
  { columns, rows }: FigureTable,
  format: 'xlsx' | 'csv',
  locale: string,
): Promise<string | null> {
  const path = await chosenPath(name, format);
  if (path === null) return null;
  const table = { name, columns: [...columns], rows: rows.map((row) => [...row]) };
  return (await attempt(request('figure.table', { ...table, path, format, locale })))?.path ?? null;
}

/** Asks for a file, then draws a picture and writes it: the path, or null where none was chosen or it failed. */
export async function saveFigurePicture(
  name: string,
  format: 'png' | 'svg',
  draw: () => Uint8Array<ArrayBuffer> | Promise<Uint8Array<ArrayBuffer>>,
): Promise<string | null> {
  const path = await chosenPath(name, format);
  if (path === null) return null;
  return (await attempt(request('figure.picture', { path, content: await draw() })))?.path ?? null;
}

async function chosenPath(name: string, format: FigureFormat): Promise<string | null> {
  const suggestedName = `${name.replace(/[\\/:*?"<>|]/g, '-')}.${format}`;
  return (await attempt(request('dialog.chooseExportFile', { suggestedName, format })))?.path ?? null;
}
