import { QuotabenchError } from '@shared/model/error';
import type { Connection } from '../database/connection';
import { listScenarios } from '../database/scenario/scenario-rows';
import { replaceFile } from '../workspace/replace-file';

/**
 * Writes a stored scenario as JSON, in the form in which the command line takes it.
 * @throws QuotabenchError `scenarioMissing`, and those of `replaceFile`.
 */
export async function writeScenarioFile(
  connection: Connection,
  id: number,
  path: string,
): Promise<{ readonly path: string }> {
  const found = listScenarios(connection).find((scenario) => scenario.id === id);
  if (found === undefined) throw new QuotabenchError('scenarioMissing', { name: String(id) });
  const { id: _, ...scenario } = found;
  const text = `${JSON.stringify(scenario, null, 2)}\n`;
  await replaceFile(path, (file) => file.writeFile(text), 'exportFailed');
  return { path };
}
