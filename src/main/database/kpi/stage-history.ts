import type { StageEntry } from '@shared/kpi/deal-journey';
import { dayNumber } from '@shared/model/calendar-date';
import type { Connection } from '../connection';

/** Deals that a history names: by id or, without one, by name, regardless of case. */
export type StageHistory = ReadonlyMap<number, readonly StageEntry[]>;

export function hasStageHistory(connection: Connection): boolean {
  return connection.number('SELECT EXISTS (SELECT 1 FROM stage_changes)') === 1;
}

/** The entries of each deal that the history knows, by the place of its row in the order of the ids. */
export function readStageHistory(connection: Connection): StageHistory {
  const found = new Map<number, StageEntry[]>();
  if (!hasStageHistory(connection)) return found;
  const places = placesByKey(connection);
  connection.eachTuple(
    'SELECT deal, stage, entered_on FROM stage_changes ORDER BY entered_on, id',
    [],
    ([deal, stage, entered]) => {
      const entry = { stage: String(stage), day: dayNumber(String(entered)) };
      for (const place of places.get(keyOf(deal)) ?? []) {
        const known = found.get(place);
        if (known) known.push(entry);
        else found.set(place, [entry]);
      }
    },
  );
  return found;
}

function placesByKey(connection: Connection): ReadonlyMap<string, readonly number[]> {
  const byId = new Map<string, number[]>();
  const byName = new Map<string, number[]>();
  let place = 0;
  connection.eachTuple('SELECT deal_id, name FROM opportunities ORDER BY id', [], ([id, name]) => {
    const places = id === null ? byName : byId;
    const key = keyOf(id ?? name);
    if (key !== '') places.set(key, [...(places.get(key) ?? []), place]);
    // A history may name deals that have an id by their name.
    if (id !== null && keyOf(name) !== '')
      byName.set(keyOf(name), [...(byName.get(keyOf(name)) ?? []), place]);
    place += 1;
  });
  // A name that several deals bear tells nothing of any of them; an id does.
  const named = [...byName].filter(([key, places]) => places.length === 1 && !byId.has(key));
  return new Map([...byId, ...named]);
}

function keyOf(value: unknown): string {
  return typeof value === 'string' ? value.trim().toLowerCase() : '';
}
