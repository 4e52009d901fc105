import type { customerOperations } from '@shared/ipc/customers';
import type { Handlers } from '@shared/ipc/operation';
import { lifetimeReport } from '@shared/kpi/lifetime/lifetime-report';
import { retentionReport } from '@shared/kpi/retention/retention-report';
import type { KpiReader } from '../database/kpi/kpi-reader';

export function customerHandlers(reader: KpiReader): Handlers<typeof customerOperations> {
  return {
    'customers.retention': ({ from, to, by, filter, step, measure }) =>
      retentionReport({ source: reader.measures, range: { from, to }, by, filter }, { step, measure }),
    'customers.lifetimeFit': ({ from, to }) =>
      lifetimeReport({ source: reader.measures, range: { from, to }, by: null, filter: {} }),
  };
}
