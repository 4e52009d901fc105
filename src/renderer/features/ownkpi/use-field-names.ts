import { extraColumnPrefix } from '@shared/ipc/rows';
import type { MeasureDataset } from '@shared/kpi/measure';
import { statePlacements } from '@shared/kpi/own/own-kpi';
import { reckonedFields } from '@shared/kpi/own/own-measure';
import { useTranslation } from 'react-i18next';

/** What fields, reckoned numbers, extra columns and states of a dataset are called. */
export function useFieldNames(dataset: MeasureDataset): (id: string) => string {
  const { t } = useTranslation('ownkpi');
  return (id) => {
    if (id.startsWith(extraColumnPrefix)) return id.slice(extraColumnPrefix.length);
    if (Object.hasOwn(reckonedFields[dataset], id)) return t(`reckoned.${id}`);
    if (statePlacements.some((state) => state === id)) return t(`placement.${id}`);
    return t(`fields:${dataset}.${id}`);
  };
}
