import { QuotabenchError } from '../model/error';
import { type Scenario, scenarioSchema } from './scenario';

/**
 * Reads a scenario from the text of a JSON file.
 * @param file its name, for the error.
 * @throws QuotabenchError `scenarioFileNotJson`; `notScenarioFile`, which names the field at fault.
 */
export function readScenarioText(text: string, file: string): Scenario {
  const { success, data, error } = scenarioSchema.safeParse(parsed(text, file));
  if (success) return data;
  const [issue] = error.issues;
  throw new QuotabenchError('notScenarioFile', { file, field: issue?.path.join('.') || 'name' });
}

function parsed(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new QuotabenchError('scenarioFileNotJson', { file });
  }
}
