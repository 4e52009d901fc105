import type { Filter } from '@shared/ipc/rows';
import type { DatasetId } from '@shared/model/dataset';

interface DataPageProps {
  readonly dataset?: DatasetId;
  readonly filter?: Filter;
}

export function DataPage(_props: DataPageProps) {
  return null;
}
