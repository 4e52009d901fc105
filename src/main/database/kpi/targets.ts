import type { Target } from '@shared/ipc/kpi';
import { kpiOf } from '@shared/kpi/catalogue';
import { QuotabenchError } from '@shared/model/error';
import { parsePeriod } from '@shared/model/period';
import { targetScopes } from '@shared/model/target';
import type { ChangeRecorder } from '../change-set';
import type { Connection, SqlRow } from '../connection';
import { readKpiCatalogue } from './kpi-catalogue';
import { noteTargetChange } from './target-changes';

export type StoredTarget = Readonly<Target>;

export function readTargets(connection: Connection): readonly StoredTarget[] {
  return connection.rows('SELECT * FROM targets ORDER BY kpi, scope_kind, scope_key, period').map(targetOf);
}

/**
 * Sets a target in place of the one of the same KPI, scope and period; gives it back with its id and its period in canonical text.
 * @throws QuotabenchError `unknownKpi`, `unknownPeriod`, `targetWithoutName`.
 */
export function writeTarget(
  connection: Connection,
  recorder: ChangeRecorder,
  target: Omit<StoredTarget, 'id'>,
): StoredTarget {
  kpiOf(readKpiCatalogue(connection), target.kpi);
  const checked = checkedTarget(target);
  const { kpi, scopeKind, scopeKey, period, value, amber, red } = checked;
  const same = findTarget(connection, checked);
  noteTargetChange(recorder, checked, same, checked);
  if (same !== null) {
    recorder.update('targets', same.id, { value, amber, red });
    return { ...checked, id: same.id };
  }
  const row = { kpi, scope_kind: scopeKind, scope_key: scopeKey, period, value, amber, red };
  return { ...checked, id: recorder.insert('targets', row) };
}

/** @returns false when there is no such target. */
export function removeTarget(connection: Connection, recorder: ChangeRecorder, owner: TargetOwner): boolean {
  const target = findTarget(connection, owner);
  if (target === null) return false;
  noteTargetChange(recorder, target, target, null);
  return recorder.remove('targets', target.id);
}

type TargetOwner = Pick<StoredTarget, 'kpi' | 'scopeKind' | 'scopeKey' | 'period'>;

function findTarget(connection: Connection, owner: TargetOwner): StoredTarget | null {
  const { kpi, scopeKind, scopeKey, period } = owner;
  const row = connection.first(
    'SELECT * FROM targets WHERE kpi = ? AND scope_kind = ? AND scope_key = ? AND period = ?',
    [kpi, scopeKind, scopeKey, period],
  );
  return row === null ? null : targetOf(row);
}

function checkedTarget(target: Omit<StoredTarget, 'id'>): Omit<StoredTarget, 'id'> {
  const period = target.period.trim() === '' ? '' : parsePeriod(target.period);
  if (period === null) throw new QuotabenchError('unknownPeriod', { period: target.period });
  const scopeKey = target.scopeKind === 'all' ? '' : target.scopeKey.trim();
  if (target.scopeKind !== 'all' && scopeKey === '') {
    throw new QuotabenchError('targetWithoutName', { scope: target.scopeKind });
  }
  return { ...target, period, scopeKey };
}

function targetOf(row: SqlRow): StoredTarget {
  return {
    id: Number(row.id),
    kpi: String(row.kpi),
    scopeKind: targetScopes.find((scope) => scope === row.scope_kind) ?? 'all',
    scopeKey: String(row.scope_key),
    period: String(row.period),
    value: Number(row.value),
    amber: row.amber === null ? null : Number(row.amber),
    red: row.red === null ? null : Number(row.red),
  };
}
