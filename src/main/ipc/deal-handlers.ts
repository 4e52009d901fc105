import type { dealOperations } from '@shared/ipc/deals';
import type { Handlers } from '@shared/ipc/operation';
import type { KpiReader } from '../database/kpi/kpi-reader';
import { hasStageHistory } from '../database/kpi/stage-history';
import { chosenStageOrder, writeStageOrder } from '../database/kpi/stages';
import type { WorkspaceSession } from '../workspace/workspace-session';

/** @param reader reads the same workspace. */
export function dealHandlers(session: WorkspaceSession, reader: KpiReader): Handlers<typeof dealOperations> {
  return {
    'deals.cycles': ({ from, to, filter }) => {
      const range = { from, to };
      const rows = reader.measures.read({ measures: ['cycleDeals'], range, by: ['cycle_days'], filter });
      const lengths = rows.map(({ keys, values }) => ({ value: Number(keys[0]), count: values[0] ?? 0 }));
      return {
        lengths: lengths.filter(({ count }) => count > 0).sort((one, other) => one.value - other.value),
      };
    },
    'deals.stages': () => ({
      stages: reader.measures
        .stages()
        .filter(({ outcome }) => outcome === 'open')
        .map(({ name }) => name),
      isChosen: chosenStageOrder(session.connection).length > 0,
      hasHistory: hasStageHistory(session.connection),
    }),
    'deals.orderStages': ({ stages }) =>
      session.change({ code: 'stageOrder', parameters: {} }, (recorder) => {
        writeStageOrder(recorder, stages);
        return {};
      }),
  };
}
