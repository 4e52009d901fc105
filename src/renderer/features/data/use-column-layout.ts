import type { DatasetId } from '@shared/model/dataset';
import type { ColumnState, GridApi } from 'ag-grid-community';
import { useMemo } from 'react';
import { useWorkspace } from '../../app/workspace.store';

export interface ColumnLayout {
  /** Remembers widths and order. */
  keep(api: GridApi): void;
  restore(api: GridApi): void;
}

/** Widths and order of a dataset's columns, remembered on this machine for each workspace. */
export function useColumnLayout(dataset: DatasetId): ColumnLayout {
  const path = useWorkspace(({ workspace }) => workspace?.path ?? '');
  return useMemo(() => {
    const key = `columns ${dataset} ${path}`;
    return {
      keep: (api) => {
        const state = api.getColumnState().map(({ colId, width }) => ({ colId, width }));
        localStorage.setItem(key, JSON.stringify(state));
      },
      restore: (api) => {
        const kept = localStorage.getItem(key);
        if (kept !== null)
          api.applyColumnState({ state: JSON.parse(kept) as ColumnState[], applyOrder: true });
      },
    };
  }, [dataset, path]);
}
