import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { read, write } from 'xlsx';
import { projectRoot } from './app';

/** Of the deals in `test/golden/data/crm`, worked out apart from this code. */
export const knownAnswers = { deals: 8800, bookings2017: 10_005_534 };

/** A text file of the CRM data set. */
export function crmFile(name: string): string {
  return join(projectRoot, 'test/golden/data/crm', name);
}

/** The deals of the CRM data set as a workbook, with one more row at the end that cannot be imported. */
export async function crmWorkbook(folder: string): Promise<string> {
  const deals = await readFile(crmFile('sales_pipeline.csv'), 'utf8');
  const broken = 'X1,Moses Frase,GTX Pro,Cancity,Won,1/1/2017,31 June 2017,100\n';
  const book = read(`${deals.trimEnd()}\n${broken}`, { type: 'string', dense: true });
  const path = join(folder, 'CRM.xlsx');
  await writeFile(path, write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer);
  return path;
}
