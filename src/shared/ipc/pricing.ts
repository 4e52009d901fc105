import { z } from 'zod';
import type { PricingReport } from '../pricing/pricing-report';
import { operation } from './operation';
import { dateRangeSchema } from './workspace';

export const pricingOperations = {
  /** Prices, those of competitors, and what is known of how sales answer them. */
  'pricing.read': operation(dateRangeSchema, z.custom<PricingReport>()),
  /** Sets the person's own elasticity of a product, or takes it away; one step that can be undone. */
  'pricing.setElasticity': operation(
    z.object({ product: z.string(), elasticity: z.number().finite().nullable() }),
    z.object({}),
  ),
};
