import { ownKpisText, ownKpiText } from '@shared/kpi/own/own-kpi-text';
import { QuotabenchError } from '@shared/model/error';
import type { Connection } from '../database/connection';
import { readOwnKpis } from '../database/kpi/own-kpi-rows';
import { replaceFile } from '../workspace/replace-file';

/**
 * Writes one own KPI, or all of a workspace, as JSON in the form in which they are taken again.
 * @param id null for all.
 * @throws QuotabenchError `ownKpiMissing`, and those of `replaceFile`.
 */
export async function writeOwnKpiFile(
  connection: Connection,
  id: string | null,
  path: string,
): Promise<{ readonly path: string }> {
  const kpis = readOwnKpis(connection);
  const text = id === null ? ownKpisText(kpis) : oneText(kpis, id);
  await replaceFile(path, (file) => file.writeFile(text), 'exportFailed');
  return { path };
}

function oneText(kpis: ReturnType<typeof readOwnKpis>, id: string): string {
  const found = kpis.find((kpi) => kpi.id === id);
  if (found === undefined) throw new QuotabenchError('ownKpiMissing', { id });
  return ownKpiText(found);
}
