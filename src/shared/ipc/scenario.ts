import { z } from 'zod';

import { scenarioSchema } from '../scenario/scenario';
import type { ScenarioBase } from '../scenario/scenario-base';
import { operation } from './operation';
import { dateRangeSchema } from './workspace';

export const storedScenarioSchema = scenarioSchema.extend({ id: z.number().int() });
export type StoredScenario = z.infer<typeof storedScenarioSchema>;

export const scenarioOperations = {
  'scenario.list': operation(z.object({}), z.object({ scenarios: z.array(storedScenarioSchema) })),
  /** Without an id a new one is stored; its name must be free. Those that start from it follow a change of its name. */
  'scenario.save': operation(
    scenarioSchema.extend({ id: z.number().int().optional() }),
    storedScenarioSchema,
  ),
  /** Refused while another scenario starts from it. */
  'scenario.remove': operation(z.object({ id: z.number().int() }), z.object({})),
  /**
   * Writes what is chosen of a stored scenario to the workspace: its quotas, its list prices, and as targets of its period what named
   * KPIs come to. Where quotas or prices are written its levers are switched off, so that they do not count twice: one step that can
   * be undone. Tells how many were written.
   */
  'scenario.apply': operation(
    z.object({
      id: z.number().int(),
      quotas: z.boolean().default(true),
      prices: z.boolean().default(true),
      /** Ids of KPIs. */
      targets: z.array(z.string()).default([]),
    }),
    z.object({ quotas: z.number().int(), prices: z.number().int(), targets: z.number().int() }),
  ),
  /** Writes a stored scenario to a file that the command line and other workspaces take. */
  'scenario.export': operation(
    z.object({ id: z.number().int(), path: z.string() }),
    z.object({ path: z.string() }),
  ),
  /** What scenarios of the period are evaluated on; read once for each revision and period. */
  'scenario.base': operation(
    dateRangeSchema.extend({
      /** The revision of the base of the same period that the asker has. */
      known: z.number().int().optional(),
    }),
    z.object({
      /** Rises when something changes that a base stands on. */
      revision: z.number().int(),
      /** Null where the known one still holds. */
      base: z.custom<ScenarioBase>().nullable(),
    }),
  ),
};
