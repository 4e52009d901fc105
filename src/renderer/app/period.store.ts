import { type DateRange, isCalendarDate } from '@shared/model/calendar-date';
import { useEffect } from 'react';
import { create } from 'zustand';
import { defaultPeriod } from './default-period';
import { useWorkspace } from './workspace.store';

interface PeriodState {
  /** The workspace that the period was chosen in; another one starts with its own. */
  readonly path: string | null;
  readonly range: DateRange | null;
  choose(path: string, range: DateRange): void;
}

const usePeriodStore = create<PeriodState>((set) => ({
  path: null,
  range: null,
  choose: (path, range) => {
    localStorage.setItem(storageKey(path), JSON.stringify(range));
    set({ path, range });
  },
}));

function storageKey(path: string): string {
  return `period ${path}`;
}

function remembered(path: string): DateRange | null {
  try {
    const { from, to } = JSON.parse(localStorage.getItem(storageKey(path)) ?? '') as Partial<DateRange>;
    return from && to && isCalendarDate(from) && isCalendarDate(to) && from <= to ? { from, to } : null;
  } catch {
    return null;
  }
}

/** The period that the pages share, and how to change it. Starts with the year in which the workspace's data ends. */
export function usePeriod(): { readonly range: DateRange; choose(range: DateRange): void } {
  const workspace = useWorkspace((state) => state.workspace);
  const { path, range, choose } = usePeriodStore();
  const own = workspace?.path ?? '';
  const current = path === own && range ? range : (remembered(own) ?? defaultPeriod(workspace));
  useEffect(() => {
    if (path !== own) usePeriodStore.setState({ path: own, range: null });
  }, [path, own]);
  return { range: current, choose: (chosen) => choose(own, chosen) };
}
