import type { DatabaseOperations } from '@shared/ipc/contract';
import type { Handlers } from '@shared/ipc/operation';
import { KpiReader } from '../database/kpi/kpi-reader';
import type { WorkspaceSession } from '../workspace/workspace-session';
import { customerHandlers } from './customer-handlers';
import { dashboardHandlers } from './dashboard-handlers';
import { dealHandlers } from './deal-handlers';
import { exportHandlers } from './export-handlers';
import { figureHandlers } from './figure-handlers';
import { forecastHandlers } from './forecast-handlers';
import { importHandlers } from './import-handlers';
import { incentiveHandlers } from './incentive-handlers';
import { kpiHandlers } from './kpi-handlers';
import { oneToOneHandlers } from './one-to-one-handlers';
import { ownKpiHandlers } from './own-kpi-handlers';
import { planningHandlers } from './planning-handlers';
import { pricingHandlers } from './pricing-handlers';
import { qualityHandlers } from './quality-handlers';
import { quotaPlanHandlers } from './quota-plan-handlers';
import { rowsHandlers } from './rows-handlers';
import { scenarioHandlers } from './scenario-handlers';
import { workspaceHandlers } from './workspace-handlers';

/** The operations of the contract that work on the open workspace: each domain brings its own. */
export function databaseHandlers(session: WorkspaceSession): Handlers<DatabaseOperations> {
  const kpis = new KpiReader(session);
  return {
    ...workspaceHandlers(session),
    ...rowsHandlers(session),
    ...kpiHandlers(session, kpis),
    ...ownKpiHandlers(session, kpis),
    ...customerHandlers(kpis),
    ...dashboardHandlers(session),
    ...oneToOneHandlers(session, kpis),
    ...importHandlers(session),
    ...qualityHandlers(session),
    ...exportHandlers(session),
    ...figureHandlers,
    ...dealHandlers(session, kpis),
    ...forecastHandlers(session, kpis),
    ...scenarioHandlers(session, kpis),
    ...incentiveHandlers(session, kpis),
    ...planningHandlers(kpis),
    ...pricingHandlers(session, kpis),
    ...quotaPlanHandlers(session, kpis),
  };
}
