import type { Handlers } from '@shared/ipc/operation';
import type { qualityOperations } from '@shared/ipc/quality';
import { mergeRows, mergesOf } from '../database/quality/merge-rows';
import { QualityReader } from '../database/quality/quality-reader';
import type { WorkspaceSession } from '../workspace/workspace-session';

export function qualityHandlers(session: WorkspaceSession): Handlers<typeof qualityOperations> {
  const reader = new QualityReader(session);
  return {
    'quality.report': ({ dataset }) => reader.report(dataset),
    'quality.rows': ({ dataset, check }) => ({ ids: [...reader.rows(dataset, check)] }),
    'quality.duplicates': ({ dataset, check, offset, limit }) =>
      reader.duplicates(dataset, check, offset, limit),
    'quality.merge': ({ dataset, merges }) => ({ removed: mergeRows(session, dataset, merges) }),
    'quality.mergeSure': ({ dataset, check }) => ({
      removed: mergeRows(
        session,
        dataset,
        mergesOf(reader.groups(dataset, check).filter(({ sure }) => sure)),
      ),
    }),
  };
}
