import { type DuplicateGroup, mostFoundRows, type QualityFinding } from '@shared/ipc/quality';
import { calendarDate } from '@shared/model/calendar-date';
import { type DatasetId, datasets } from '@shared/model/dataset';
import { QuotabenchError } from '@shared/model/error';
import type { WorkspaceSession } from '../../workspace/workspace-session';
import { rowsByIds } from '../rows/row-window';
import { duplicateChecks, type RowGroup } from './duplicate-checks';
import { type EmailFault, emailFault, emailFaults } from './email-fault';
import { checksOf, type QualityCheck } from './quality-checks';

/** Looks for rows at fault. Groups of duplicates are kept until the dataset changes. */
export class QualityReader {
  private kept: { readonly key: string; readonly groups: readonly RowGroup[] } | null = null;

  /** @param today `YYYY-MM-DD`: what lies after it lies in the future. */
  constructor(
    private readonly session: WorkspaceSession,
    private readonly today: () => string = dayOfToday,
  ) {}

  /** What is at fault with the rows of a dataset, in the order of the declarations. */
  report(dataset: DatasetId): { readonly rows: number; readonly findings: QualityFinding[] } {
    const { connection } = this.session;
    const findings = [
      ...this.plainFindings(dataset),
      ...this.emailFindings(dataset),
      ...duplicateChecks[dataset].map(({ code, field }): QualityFinding => {
        const count = this.groups(dataset, `duplicate.${code}`).reduce((sum, { ids }) => sum + ids.length, 0);
        return { id: `duplicate.${code}`, kind: 'duplicate', code, field, other: null, count };
      }),
    ];
    return {
      rows: connection.number(`SELECT count(*) FROM ${dataset}`),
      findings: findings.filter(({ count }) => count > 0),
    };
  }

  /**
   * The rows that a check finds, by id; of more than `mostFoundRows` the first.
   * @throws QuotabenchError `unknownCheck`.
   */
  rows(dataset: DatasetId, check: string): readonly number[] {
    if (check.startsWith('duplicate.'))
      return this.groups(dataset, check)
        .flatMap(({ ids }) => ids)
        .slice(0, mostFoundRows);
    const fault = emailFaults.find((one) => check === `email.${one}`);
    if (fault !== undefined) return this.rowsWithAddresses(dataset, this.addresses(dataset, fault));
    const found = checksOf(dataset, this.today()).find((one) => idOf(one) === check);
    if (found === undefined) throw new QuotabenchError('unknownCheck', { check });
    const { sql, parameters } = found.condition;
    return this.ids(
      `SELECT t.id FROM ${dataset} t WHERE ${sql} ORDER BY t.id LIMIT ${mostFoundRows}`,
      parameters,
    );
  }

  /** @throws QuotabenchError `unknownCheck`. */
  duplicates(
    dataset: DatasetId,
    check: string,
    offset: number,
    limit: number,
  ): { readonly groups: DuplicateGroup[]; readonly total: number; readonly sure: number } {
    const groups = this.groups(dataset, check);
    return {
      groups: groups.slice(offset, offset + limit).map(({ ids, sure }) => ({
        rows: rowsByIds(this.session.connection, dataset, ids.slice(0, mostShownOfGroup)),
        sure,
      })),
      total: groups.length,
      sure: groups.filter(({ sure }) => sure).length,
    };
  }

  /** @throws QuotabenchError `unknownCheck`. */
  groups(dataset: DatasetId, check: string): readonly RowGroup[] {
    const found = duplicateChecks[dataset].find(({ code }) => check === `duplicate.${code}`);
    if (found === undefined) throw new QuotabenchError('unknownCheck', { check });
    const key = `${dataset} ${check} ${this.session.revisionOf(dataset)}`;
    if (this.kept?.key !== key) this.kept = { key, groups: found.find(this.session.connection) };
    return this.kept.groups;
  }

  /** All of them in one pass over the rows. */
  private plainFindings(dataset: DatasetId): readonly QualityFinding[] {
    const checks = checksOf(dataset, this.today());
    if (checks.length === 0) return [];
    const sums = checks.map(({ condition }) => `coalesce(sum(${condition.sql}), 0)`);
    const [counts = []] = this.session.connection.tuples(
      `SELECT ${sums.join(', ')} FROM ${dataset} t`,
      checks.flatMap(({ condition }) => condition.parameters),
    );
    return checks.map(
      (check, at): QualityFinding => ({
        id: idOf(check),
        kind: check.kind,
        code: check.code,
        field: check.field,
        other: check.other ?? null,
        count: Number(counts[at]),
      }),
    );
  }

  private emailFindings(dataset: DatasetId): readonly QualityFinding[] {
    if (!hasEmail(dataset)) return [];
    const counts = new Map<EmailFault, number>();
    for (const [address, count] of this.distinctAddresses(dataset)) {
      const fault = emailFault(address);
      if (fault !== null) counts.set(fault, (counts.get(fault) ?? 0) + count);
    }
    return emailFaults.map((fault) => ({
      id: `email.${fault}`,
      kind: 'email',
      code: fault,
      field: 'email',
      other: null,
      count: counts.get(fault) ?? 0,
    }));
  }

  private addresses(dataset: DatasetId, fault: EmailFault): readonly string[] {
    if (!hasEmail(dataset)) return [];
    return this.distinctAddresses(dataset).flatMap(([address]) =>
      emailFault(address) === fault ? [address] : [],
    );
  }

  private distinctAddresses(dataset: DatasetId): readonly (readonly [string, number])[] {
    return this.session.connection
      .tuples(`SELECT email, count(*) FROM ${dataset} WHERE coalesce(email, '') <> '' GROUP BY email`)
      .map(([address, count]) => [String(address), Number(count)] as const);
  }

  private rowsWithAddresses(dataset: DatasetId, addresses: readonly string[]): readonly number[] {
    return this.ids(
      `SELECT id FROM ${dataset} WHERE email IN (SELECT value FROM json_each(?)) ORDER BY id LIMIT ${mostFoundRows}`,
      [JSON.stringify(addresses)],
    );
  }

  private ids(sql: string, parameters: QualityCheck['condition']['parameters']): readonly number[] {
    return this.session.connection.tuples(sql, parameters).map(([id]) => Number(id));
  }
}

/** Nobody looks through more of one group. */
const mostShownOfGroup = 100;

function idOf({ kind, code, field }: QualityCheck): string {
  return `${kind}.${code}.${field ?? ''}`;
}

function hasEmail(dataset: DatasetId): boolean {
  return datasets[dataset].fields.some(({ id }) => id === 'email');
}

function dayOfToday(): string {
  const now = new Date();
  return calendarDate(now.getFullYear(), now.getMonth() + 1, now.getDate());
}
