import type { Stage } from '../../model/stage-order';
import { exactSum } from '../exact-sum';
import { divide, type Figure, type Figures, ratioFigure } from '../figure';
import type { Scope } from '../formula';
import type { MeasureId } from '../measure';
import { hasData, keysOf, readColumns } from '../measure-column';
import { quantile } from '../quantile';

/** Measures of the same deals. */
export interface FunnelMeasures {
  readonly deals: MeasureId;
  readonly won: MeasureId;
  readonly amount: MeasureId;
}

/**
 * Deals won ÷ deals in the funnel; by stage, deals that reached it ÷ deals that reached the one before. A deal has reached a stage
 * when it lies or lay there or beyond; one that was won has reached them all, and a lost one those that its history tells of, else
 * the first alone. Beside each stage: the deals that lie there now and their amount, the amount that reached it, and the drop.
 */
export function dealFunnel(measures: FunnelMeasures): (scope: Scope) => Figures {
  return (scope) => (scope.by === 'stage' ? byStage(scope, measures) : wonOfAll(scope, measures));
}

function wonOfAll(scope: Scope, { deals, won }: FunnelMeasures): Figures {
  const column = readColumns(scope, [deals, won]);
  const part = (id: MeasureId, key: string): number | null =>
    hasData(id, scope.source) ? (column(id).get(key) ?? 0) : null;
  const keys = scope.by === null ? [''] : keysOf(column(deals));
  return new Map(keys.map((key) => [key, ratioFigure(part(won, key), part(deals, key))]));
}

/** Deals and their amount. */
interface Heap {
  readonly deals: number;
  readonly amount: number;
}

function byStage(scope: Scope, measures: FunnelMeasures): Figures {
  const stages = scope.source.stages();
  const now = heapsBy('stage', scope, measures);
  const furthest = heapsBy('furthest_stage', scope, measures);
  const steps = stepsOf(stages);
  const won = new Set(stages.flatMap(({ name, outcome }) => (outcome === 'won' ? [name] : [])));
  const isWon = ([name = '']: readonly string[]): boolean => won.has(name);
  const startsOpen = stages.some(({ outcome }) => outcome === 'open');
  const reached = steps.map((_, place) => {
    const beyond = steps.slice(place).flat();
    const unknown = place === 0 && startsOpen ? [''] : [];
    return together([...beyond, ...unknown].flatMap((name) => furthest.get(name) ?? []));
  });
  const all = together([...furthest.values()]);
  const days = scope.source.stageDays(measures.deals, scope.range, scope.filter);
  const rows = steps.map((names, place): readonly [string, Figure] => {
    const before = place === 0 ? (startsOpen ? null : all) : (reached[place - 1] ?? null);
    const figure = ratioFigure(reached[place]?.deals ?? 0, before?.deals ?? null);
    const beside = {
      ...heapBeside(together(names.flatMap((name) => now.get(name) ?? []))),
      reached_amount: reached[place]?.amount ?? 0,
      drop: figure.value === null ? null : 1 - figure.value,
      ...(days.size > 0 && !isWon(names) ? timesBeside(days.get(names[0] ?? '') ?? []) : {}),
    };
    return [names[0] ?? '', { ...figure, beside }];
  });
  const lost = stages.flatMap(({ name, outcome }): (readonly [string, Figure])[] => {
    const heap = now.get(name);
    if (outcome !== 'lost' || heap === undefined) return [];
    return [[name, { value: null, numerator: heap.deals, denominator: null, beside: heapBeside(heap) }]];
  });
  return new Map(all.deals === 0 ? [] : [...rows, ...lost]);
}

/** The open stages one by one, and those of won deals together, under the name of the first. */
function stepsOf(stages: readonly Stage[]): readonly (readonly string[])[] {
  const named = (outcome: Stage['outcome']): readonly string[] =>
    stages.filter((stage) => stage.outcome === outcome).map(({ name }) => name);
  const won = named('won');
  return [...named('open').map((name) => [name]), ...(won.length > 0 ? [won] : [])];
}

/** Of the deals that have left a stage, how long they were in it; no value where none has. */
function timesBeside(days: readonly number[]): Readonly<Record<string, number | null>> {
  const lengths = days.map((value) => ({ value, count: 1 }));
  return {
    mean_days: divide(exactSum(days), days.length),
    median_days: quantile(lengths, 0.5),
    p90_days: quantile(lengths, 0.9),
  };
}

function heapsBy(
  dimension: 'stage' | 'furthest_stage',
  { source, range, filter }: Scope,
  { deals, amount }: FunnelMeasures,
): ReadonlyMap<string, Heap> {
  const rows = source.read({ measures: [deals, amount], range, by: [dimension], filter });
  return new Map(
    rows.map(({ keys, values }) => [keys[0] ?? '', { deals: values[0] ?? 0, amount: values[1] ?? 0 }]),
  );
}

function together(heaps: readonly Heap[]): Heap {
  return {
    deals: heaps.reduce((total, { deals }) => total + deals, 0),
    amount: exactSum(heaps.map(({ amount }) => amount)),
  };
}

function heapBeside({ deals, amount }: Heap): Readonly<Record<string, number>> {
  return { deals, amount };
}
