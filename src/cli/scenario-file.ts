import { readFile } from 'node:fs/promises';
import { QuotabenchError } from '@shared/model/error';
import { type Scenario, scenarioSchema } from '@shared/scenario/scenario';
import { z } from 'zod';
import { BadArgument } from './command';

/**
 * Reads a scenario from a JSON file.
 * @throws QuotabenchError `sourceUnreadable`; BadArgument where the file is no scenario.
 */
export async function readScenario(path: string): Promise<Scenario> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new QuotabenchError('sourceUnreadable', { file: path, detail: error.code ?? error.message });
  });
  try {
    return scenarioSchema.parse(JSON.parse(text));
  } catch (error) {
    const issue = error instanceof z.ZodError ? error.issues[0] : undefined;
    const detail = issue ? `${issue.path.join('.') || 'it'}: ${issue.message}` : (error as Error).message;
    throw new BadArgument(`--scenario ${path} is not a scenario: ${detail}.`);
  }
}
