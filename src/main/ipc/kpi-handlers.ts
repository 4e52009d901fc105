import type { kpiOperations } from '@shared/ipc/kpi';
import type { Handlers } from '@shared/ipc/operation';
import { describeKpi } from '@shared/kpi/describe-kpi';
import { QuotabenchError } from '@shared/model/error';
import { readBrokenKpis } from '../database/kpi/broken-own-kpis';
import { crossKpi } from '../database/kpi/cross-kpi';
import { readAlerts } from '../database/kpi/kpi-alerts';
import type { KpiReader } from '../database/kpi/kpi-reader';
import { sourceRows } from '../database/kpi/source-rows';
import { readTargetChanges } from '../database/kpi/target-changes';
import { readTargets, removeTarget, writeTarget } from '../database/kpi/targets';
import type { WorkspaceSession } from '../workspace/workspace-session';

/** @param reader reads the same workspace. */
export function kpiHandlers(session: WorkspaceSession, reader: KpiReader): Handlers<typeof kpiOperations> {
  return {
    'kpi.catalogue': () => ({
      kpis: reader.catalogue.map(describeKpi),
      broken: [...readBrokenKpis(session.connection)],
    }),
    'kpi.evaluate': (request) => ({ kpis: reader.evaluate(request) }),
    'kpi.cross': (request) => crossKpi(reader, request),
    'kpi.cards': (request) => ({ cards: reader.cards(request) }),
    'kpi.alerts': (request) => ({
      alerts: [...readAlerts(reader, readTargets(session.connection), request)],
    }),
    'kpi.sourceRows': (request) => ({ sources: sourceRows(session.connection, reader.measures, request) }),
    'target.list': () => ({ targets: [...readTargets(session.connection)] }),
    'target.set': (target) =>
      session.change({ code: 'target', parameters: { kpi: target.kpi } }, (recorder) =>
        writeTarget(session.connection, recorder, target),
      ),
    'target.remove': ({ id }) =>
      session.change({ code: 'removeTarget', parameters: {} }, (recorder) => {
        const target = readTargets(session.connection).find((candidate) => candidate.id === id);
        if (target === undefined) throw new QuotabenchError('targetMissing');
        removeTarget(session.connection, recorder, target);
        return {};
      }),
    'target.change': ({ set, remove }) =>
      session.change({ code: 'targets', parameters: { count: set.length + remove.length } }, (recorder) => {
        for (const target of set) writeTarget(session.connection, recorder, target);
        const removed = remove.filter((owner) => removeTarget(session.connection, recorder, owner));
        return { changed: set.length + removed.length };
      }),
    'target.history': (owner) => ({ changes: readTargetChanges(session.connection, owner) }),
  };
}
