import { readFile } from 'node:fs/promises';
import { QuotabenchError } from '@shared/model/error';
import type { Scenario } from '@shared/scenario/scenario';
import { readScenarioText } from '@shared/scenario/scenario-text';

/**
 * Reads a scenario from a JSON file.
 * @throws QuotabenchError `sourceUnreadable`, `scenarioFileNotJson`, `notScenarioFile`.
 */
export async function readScenario(path: string): Promise<Scenario> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new QuotabenchError('sourceUnreadable', { file: path, detail: error.code ?? error.message });
  });
  return readScenarioText(text, path);
}
