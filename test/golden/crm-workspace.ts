import { emptyWorkspace } from '../../src/main/database/kpi/kpi-workspace.fixture';
import type { WorkspaceSession } from '../../src/main/workspace/workspace-session';
import { importFile } from './filled-workspace';

const quotaPeriods = ['2017-Q1', '2017-Q2', '2017-Q3', '2017-Q4'];

/** The files as they are imported; the reps' managers stand in for teams. Each rep with deals has the same quota. */
export async function crmWorkspace(): Promise<WorkspaceSession> {
  const session = await emptyWorkspace();
  await importFile(session, 'crm/sales_teams.csv', { manager: 'team' });
  await importFile(session, 'crm/products.csv');
  await importFile(session, 'crm/accounts.csv');
  await importFile(session, 'crm/sales_pipeline.csv');
  const withDeals = session.connection.tuples('SELECT DISTINCT rep_id FROM opportunities');
  const quotas = withDeals.flatMap(([rep = null]) => quotaPeriods.map((period) => [period, 90_000, rep]));
  session.change({ code: 'import', parameters: {} }, (recorder) =>
    recorder.insertMany('quotas', ['period', 'amount', 'rep_id'], quotas),
  );
  return session;
}
