import { z } from 'zod';
import { dashboardTitles } from '../dashboard/dashboard';
import { operation } from './operation';

const kpisSchema = z.array(z.string()).max(50);
/** As people write it: something, and short enough for a tab. */
export const dashboardNameSchema = z.string().trim().min(1).max(60);
const idSchema = z.object({ id: z.number().int() });

export const dashboardSchema = idSchema.extend({
  name: z.string(),
  title: z.enum(dashboardTitles),
  kpis: z.array(z.string()),
});

/** Every operation but the first makes a step that can be undone. */
export const dashboardOperations = {
  'dashboard.list': operation(z.object({}), z.object({ dashboards: z.array(dashboardSchema) })),
  /** Gives the new dashboard's id. */
  'dashboard.create': operation(z.object({ name: dashboardNameSchema, kpis: kpisSchema }), idSchema),
  /** Gives the copy's id. */
  'dashboard.copy': operation(idSchema.extend({ name: dashboardNameSchema }), idSchema),
  'dashboard.rename': operation(idSchema.extend({ name: dashboardNameSchema }), z.object({})),
  /** Which KPIs it shows, in which order. */
  'dashboard.arrange': operation(idSchema.extend({ kpis: kpisSchema }), z.object({})),
  'dashboard.move': operation(idSchema.extend({ place: z.number().int() }), z.object({})),
  'dashboard.remove': operation(idSchema, z.object({})),
};
