import { z } from 'zod';

import { scenarioSchema } from '../scenario/scenario';
import type { ScenarioBase } from '../scenario/scenario-base';
import { operation } from './operation';
import { dateRangeSchema } from './workspace';

export const storedScenarioSchema = scenarioSchema.extend({ id: z.number().int() });
export type StoredScenario = z.infer<typeof storedScenarioSchema>;

export const scenarioOperations = {
  'scenario.list': operation(z.object({}), z.object({ scenarios: z.array(storedScenarioSchema) })),
  /** Without an id a new one is stored; its name must be free. */
  'scenario.save': operation(
    scenarioSchema.extend({ id: z.number().int().optional() }),
    storedScenarioSchema,
  ),
  'scenario.remove': operation(z.object({ id: z.number().int() }), z.object({})),
  /** What scenarios of the period are evaluated on; read once for each revision and period. */
  'scenario.base': operation(
    dateRangeSchema,
    z.object({ revision: z.number().int(), base: z.custom<ScenarioBase>() }),
  ),
};
