import type { DatasetId } from '@shared/model/dataset';
import { request } from '../app/bridge';

/** Whom or what KPIs are narrowed to and targets are set for. */
export const memberDimensions = ['team', 'rep', 'product', 'segment'] as const;
export type MemberDimension = (typeof memberDimensions)[number];

/** The names that the workspace has, by dimension, in order. */
export type MemberNames = Readonly<Record<MemberDimension, readonly string[]>>;

const namedBy: Readonly<Record<MemberDimension, { readonly dataset: DatasetId; readonly field: string }>> = {
  team: { dataset: 'reps', field: 'team' },
  rep: { dataset: 'reps', field: 'name' },
  product: { dataset: 'products', field: 'name' },
  segment: { dataset: 'customers', field: 'segment' },
};

export async function readMemberNames(): Promise<MemberNames> {
  const read = async (dimension: MemberDimension): Promise<readonly string[]> => {
    const { values } = await request('rows.distinct', { ...namedBy[dimension], search: '', limit: 1000 });
    return values.flatMap(({ value }) => (typeof value === 'string' && value !== '' ? [value] : []));
  };
  const [team, rep, product, segment] = await Promise.all(memberDimensions.map(read));
  return { team: team ?? [], rep: rep ?? [], product: product ?? [], segment: segment ?? [] };
}
