import type { Handlers } from '@shared/ipc/operation';
import type { pricingOperations } from '@shared/ipc/pricing';
import type { KpiReader } from '../database/kpi/kpi-reader';
import { readPricing, setElasticity } from '../database/pricing/read-pricing';
import type { WorkspaceSession } from '../workspace/workspace-session';

export function pricingHandlers(
  session: WorkspaceSession,
  kpis: KpiReader,
): Handlers<typeof pricingOperations> {
  return {
    'pricing.read': (range) => readPricing(session.connection, kpis, range),
    'pricing.setElasticity': ({ product, elasticity }) => {
      setElasticity(session, product, elasticity);
      return {};
    },
  };
}
