import type { DatasetId } from '@shared/model/dataset';
import { columnOf, datasets } from '@shared/model/dataset';
import type { Connection } from '../connection';
import { fieldOf } from '../rows/row-columns';
import { type ComparedRow, duplicateGroups } from './duplicate-groups';
import { companyKey, personKey } from './name-likeness';

/** Rows that are probably one, by id. */
export interface RowGroup {
  readonly ids: readonly number[];
  /** Whether what tells rows apart is the same in all of them, not only alike. */
  readonly sure: boolean;
}

export interface DuplicateCheck {
  readonly code: string;
  readonly field: string | null;
  readonly find: (connection: Connection) => readonly RowGroup[];
}

/** How rows of each dataset are known to be the same. */
export const duplicateChecks: Readonly<Record<DatasetId, readonly DuplicateCheck[]>> = {
  reps: [alike('reps', ({ email, name }) => ({ same: email, name: personKey(name), company: null }))],
  products: [alike('products', ({ name }) => ({ same: companyKey(name), name: '', company: null }))],
  customers: [alike('customers', ({ name }) => ({ same: '', name: companyKey(name), company: null }))],
  leads: [
    alike('leads', ({ email, name, company }) => ({
      same: email,
      name: personKey(name),
      company: companyKey(company),
    })),
  ],
  opportunities: [sameIn('opportunities', 'deal_id', ['deal_id'])],
  stage_changes: [identical('stage_changes')],
  orders: [identical('orders')],
  activities: [identical('activities')],
  competitor_prices: [sameIn('competitor_prices', 'observed_on', ['product', 'competitor', 'observed_on'])],
  quotas: [sameIn('quotas', 'period', ['period', 'rep', 'team', 'measure'])],
  benchmarks: [sameIn('benchmarks', 'kpi', ['kpi', 'source', 'period', 'industry'])],
};

type Told = Readonly<Record<'name' | 'email' | 'company', string>>;

/** By e-mail address or by name, and company where there is one, slips allowed. */
function alike(
  dataset: 'reps' | 'products' | 'customers' | 'leads',
  keysOf: (row: Told) => Omit<ComparedRow, 'id'>,
): DuplicateCheck {
  const columns = (['name', 'email', 'company'] as const).map((id) =>
    datasets[dataset].fields.some((field) => field.id === id) ? `coalesce(${id}, '')` : "''",
  );
  return {
    code: `alike.${dataset}`,
    field: 'name',
    find: (connection) => {
      const rows = connection
        .tuples(`SELECT id, ${columns.join(', ')} FROM ${dataset} ORDER BY id`)
        .map(([id, name, email, company]): ComparedRow => {
          const told = {
            name: String(name),
            email: String(email).trim().toLowerCase(),
            company: String(company),
          };
          return { id: Number(id), ...keysOf(told) };
        });
      const byId = new Map(rows.map((row) => [row.id, row]));
      return duplicateGroups(rows).map((ids) => ({
        ids,
        sure: areSame(ids.flatMap((id) => byId.get(id) ?? [])),
      }));
    },
  };
}

/** By the address, or by the name in full where no two addresses differ. */
function areSame(rows: readonly ComparedRow[]): boolean {
  const [first] = rows;
  if (first === undefined) return false;
  const addresses = new Set(rows.map(({ same }) => same));
  if (addresses.size === 1 && first.same !== '') return true;
  addresses.delete('');
  return (
    addresses.size <= 1 &&
    first.name !== '' &&
    rows.every(({ name, company }) => name === first.name && company === first.company)
  );
}

/** Rows with the same text or number in all of some fields, of which the first is not empty. */
function sameIn(dataset: DatasetId, field: string, fields: readonly string[]): DuplicateCheck {
  const columns = fields.map((id) => columnOf(fieldOf(dataset, id)));
  const keys = columns.map((column) => `text_key(trim(${column}))`);
  return {
    code: `same.${dataset}`,
    field,
    find: (connection) => grouped(connection, dataset, keys, `coalesce(${columns[0]}, '') <> ''`),
  };
}

/** Rows that are the same in every field: lines of one order may rightly be so. */
function identical(dataset: DatasetId): DuplicateCheck {
  const columns = [...datasets[dataset].fields.map(columnOf), 'extra'];
  return {
    code: `identical.${dataset}`,
    field: null,
    find: (connection) => grouped(connection, dataset, columns, '1'),
  };
}

function grouped(
  connection: Connection,
  dataset: DatasetId,
  keys: readonly string[],
  where: string,
): readonly RowGroup[] {
  return connection
    .tuples(
      `SELECT json_group_array(id) FROM ${dataset} WHERE ${where}
       GROUP BY ${keys.join(', ')} HAVING count(*) > 1 ORDER BY min(id)`,
    )
    .map(([ids]) => ({
      ids: (JSON.parse(String(ids)) as number[]).sort((one, other) => one - other),
      sure: true,
    }));
}
