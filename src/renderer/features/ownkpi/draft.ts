import type { KpiCategory, KpiDirection, KpiUnit } from '@shared/kpi/declaration';
import { functionNames } from '@shared/kpi/own/expression';
import { idFor, isKpiMeasure, type OwnKpi, type OwnMeasure } from '@shared/kpi/own/own-kpi';

/** A measure while it is written: under a key that stays when its name changes. */
export interface DraftMeasure {
  readonly key: number;
  readonly name: string;
  readonly measure: OwnMeasure;
}

/** A KPI while it is written. */
export interface Draft {
  /** Under which it is stored; null until it is. */
  readonly id: string | null;
  /** The id that a text gives it; null where its id is to come from its name. */
  readonly wantedId: string | null;
  readonly name: string;
  readonly description: string;
  readonly category: KpiCategory;
  readonly unit: KpiUnit;
  readonly direction: KpiDirection;
  readonly measures: readonly DraftMeasure[];
  readonly formula: string;
}

/** A KPI that has a value at once, from which a person goes on. */
export function newDraft(measure: string): Draft {
  return {
    id: null,
    wantedId: null,
    name: '',
    description: '',
    category: 'outcome',
    unit: 'money',
    direction: 'up',
    measures: [{ key: 1, name: measure, measure: { dataset: 'orders', aggregate: 'sum', field: 'amount' } }],
    formula: measure,
  };
}

export function draftOf(definition: OwnKpi, id: string | null): Draft {
  const { name, description = '', category = 'outcome', unit, direction, measures, formula } = definition;
  return {
    id,
    wantedId: definition.id,
    name,
    description,
    category,
    unit,
    direction,
    measures: Object.entries(measures).map(([own, measure], index) => ({
      key: index + 1,
      name: own,
      measure,
    })),
    formula,
  };
}

/** @param taken ids of the workspace's KPIs, of which a new one gets another. */
export function definitionOf(draft: Draft, taken: readonly string[]): OwnKpi {
  const { id, wantedId, name, description, category, unit, direction, measures, formula } = draft;
  return {
    id: id ?? wantedId ?? idFor(name, taken),
    name: name.trim(),
    ...(description.trim() === '' ? {} : { description: description.trim() }),
    ...(category === 'outcome' ? {} : { category }),
    unit,
    direction,
    measures: Object.fromEntries(measures.map(({ name: own, measure }) => [own, measure])),
    formula,
  };
}

/** The draft with a measure more, under a name that is free. */
export function withMeasure(draft: Draft, base: string, measure: OwnMeasure): Draft {
  const key = Math.max(0, ...draft.measures.map((own) => own.key)) + 1;
  const names = draft.measures.map(({ name }) => name);
  const name = freeName(base, names);
  const formula = draft.formula.trim() === '' ? name : draft.formula;
  return { ...draft, measures: [...draft.measures, { key, name, measure }], formula };
}

function freeName(base: string, taken: readonly string[]): string {
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? base : `${base}_${number}`;
    if (!taken.includes(name)) return name;
  }
}

/** The draft with a measure under another name, which the formula follows; other characters than a name has become _. */
export function withMeasureNamed(draft: Draft, key: number, typed: string): Draft {
  const before = draft.measures.find((own) => own.key === key)?.name ?? '';
  const name = measureNameOf(typed);
  if (name === '' || draft.measures.some((own) => own.key !== key && own.name === name)) return draft;
  const formula = draft.formula.replace(/[\p{L}_][\p{L}\p{N}_]*/gu, (word) =>
    word === before ? name : word,
  );
  const measures = draft.measures.map((own) => (own.key === key ? { ...own, name } : own));
  return { ...draft, measures, formula };
}

function measureNameOf(typed: string): string {
  const name = typed
    .trim()
    .replace(/[^\p{L}\p{N}_]+/gu, '_')
    .replace(/^[\p{N}_]+/u, '')
    .slice(0, 40);
  return functionNames.some((known) => known === name) ? `${name}_` : name;
}

export function withMeasureChanged(draft: Draft, key: number, measure: OwnMeasure): Draft {
  return {
    ...draft,
    measures: draft.measures.map((own) => (own.key === key ? { ...own, measure } : own)),
  };
}

export function withoutMeasure(draft: Draft, key: number): Draft {
  return { ...draft, measures: draft.measures.filter((own) => own.key !== key) };
}

/** Ids of the KPIs on which a draft builds. */
export function basesOf({ measures }: Draft): readonly string[] {
  return measures.flatMap(({ measure }) => (isKpiMeasure(measure) ? [measure.kpi] : []));
}
