import type { HistoryLabel } from '@shared/ipc/rows';
import { isKpiMeasure, type OwnKpi } from '@shared/kpi/own/own-kpi';
import type { WorkspaceSession } from '../../workspace/workspace-session';
import { readOwnKpis, writeOwnKpi } from './own-kpi-rows';

/**
 * Stores definitions as one step that can be undone. One whose id is that of an own KPI takes its place, the others are new.
 * @throws QuotabenchError those of `writeOwnKpi`; then none is stored.
 */
export function defineOwnKpis(session: WorkspaceSession, definitions: readonly OwnKpi[]): readonly OwnKpi[] {
  const [first] = definitions;
  const label: HistoryLabel =
    definitions.length === 1
      ? { code: 'ownKpi', parameters: { name: first?.name ?? '' } }
      : { code: 'ownKpis', parameters: { count: definitions.length } };
  return session.change(label, (recorder) =>
    basesFirst(definitions).map((definition) => {
      const known = readOwnKpis(session.connection).some(({ id }) => id === definition.id);
      return writeOwnKpi(session.connection, recorder, definition, known ? definition.id : null);
    }),
  );
}

/** In an order in which each comes after those of them that it builds on. */
export function basesFirst(definitions: readonly OwnKpi[]): readonly OwnKpi[] {
  const isFree = ({ measures }: OwnKpi, left: readonly OwnKpi[]): boolean =>
    !Object.values(measures).some(
      (measure) => isKpiMeasure(measure) && left.some(({ id }) => id === measure.kpi),
    );
  const ordered: OwnKpi[] = [];
  let left = definitions;
  while (left.length > 0) {
    const free = left.filter((definition) => isFree(definition, left));
    // Those that go in a circle are refused when they are stored.
    if (free.length === 0) return [...ordered, ...left];
    ordered.push(...free);
    left = left.filter((definition) => !free.includes(definition));
  }
  return ordered;
}
