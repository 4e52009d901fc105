import { Button, Group, Loader, Modal, Stack, Text } from '@mantine/core';
import { modals } from '@mantine/modals';
import { notifications } from '@mantine/notifications';
import type { Merge, QualityFinding } from '@shared/ipc/quality';
import type { DatasetId } from '@shared/model/dataset';
import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DuplicateGroupCard } from './DuplicateGroupCard';
import { type DuplicatePage, mergeGroup, mergeSure, readDuplicates } from './quality.store';

interface MergeDialogProps {
  readonly dataset: DatasetId;
  readonly finding: QualityFinding;
  onClose(): void;
}

const pageSize = 20;

/** Shows groups of rows that are probably one, and merges those that a person says are. */
export function MergeDialog({ dataset, finding, onClose }: MergeDialogProps) {
  const { t } = useTranslation('data');
  const [limit, setLimit] = useState(pageSize);
  const [page, setPage] = useState<DuplicatePage | null>(null);
  const read = useCallback(
    () => readDuplicates(dataset, finding.id, limit).then((found) => found && setPage(found)),
    [dataset, finding.id, limit],
  );
  useEffect(() => {
    void read();
  }, [read]);
  const tell = async (removed: number | null) => {
    if (removed !== null) notifications.show({ message: t('merge.done', { count: removed }) });
    await read();
  };
  const merge = async (chosen: Merge) => tell(await mergeGroup(dataset, chosen));
  const mergeAll = () =>
    modals.openConfirmModal({
      title: t('merge.allSure', { count: page?.sure ?? 0 }),
      children: <Text size="sm">{t('merge.confirm')}</Text>,
      labels: { confirm: t('merge.confirmed'), cancel: t('app:cancel') },
      onConfirm: () => void mergeSure(dataset, finding.id).then(tell),
    });
  return (
    <Modal
      opened
      onClose={onClose}
      size={1000}
      title={t('merge.title', { dataset: t(`fields:dataset.${dataset}`) })}
      closeButtonProps={{ 'aria-label': t('app:close') }}
    >
      <Stack gap="md">
        <Group justify="space-between" align="flex-start" wrap="nowrap">
          <Text size="sm" c="dimmed">
            {t('merge.explanation')}
          </Text>
          {page !== null && page.sure > 0 && (
            <Button size="xs" variant="light" onClick={mergeAll} style={{ flex: 'none' }}>
              {t('merge.allSure', { count: page.sure })}
            </Button>
          )}
        </Group>
        {page === null && <Loader size="sm" aria-label={t('quality.checking')} />}
        {page?.total === 0 && <Text role="status">{t('merge.none')}</Text>}
        {page?.groups.map((group, at) => (
          <DuplicateGroupCard
            key={group.rows.map(({ id }) => id).join()}
            dataset={dataset}
            group={group}
            number={at + 1}
            total={page.total}
            onMerge={merge}
          />
        ))}
        {page !== null && page.total > page.groups.length && (
          <Button variant="default" onClick={() => setLimit(limit + pageSize)}>
            {t('merge.more')}
          </Button>
        )}
      </Stack>
    </Modal>
  );
}
