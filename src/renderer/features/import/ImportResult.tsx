import { Box, Button, Group, Stack, Text, Title } from '@mantine/core';
import type { ImportBatch, Reject } from '@shared/ipc/import';
import { IconCircleCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useNavigation } from '../../app/navigation.store';
import { useSourceQueue } from '../../app/source-queue.store';
import { useWorkspace } from '../../app/workspace.store';
import classes from './ImportPage.module.css';
import { useImport } from './import.store';
import { Counts } from './PreviewPanel';
import { RejectTable } from './RejectTable';

/** What an import did, and where to go from here. */
export function ImportResult({
  batch,
  rejects,
}: {
  readonly batch: ImportBatch;
  readonly rejects: readonly Reject[];
}) {
  const { t } = useTranslation('import');
  const { queue, next, clear } = useSourceQueue();
  const go = useNavigation((state) => state.go);
  const reset = useImport((state) => state.reset);
  const undo = useWorkspace((state) => state.undo);
  const leaveTo = (leave: () => void) => () => {
    clear();
    reset();
    leave();
  };
  return (
    <Box className={classes.page}>
      <Stack gap="lg" maw={900}>
        <Group gap="sm">
          <IconCircleCheck size={28} color="var(--mantine-color-teal-filled)" aria-hidden />
          <div role="status">
            <Title order={1} size="h3">
              {t('done', { file: batch.source })}
            </Title>
            <Text c="dimmed" size="sm">
              {t('done.dataset', { dataset: t(`fields:dataset.${batch.dataset}`) })}
            </Text>
          </div>
        </Group>
        <Counts counts={batch} />
        <Group>
          {queue.length > 1 ? (
            <Button onClick={next} autoFocus>
              {t('nextFile')}
            </Button>
          ) : (
            <Button onClick={leaveTo(() => go({ page: 'kpis' }))} autoFocus>
              {t('toKpis')}
            </Button>
          )}
          <Button variant="default" onClick={leaveTo(() => go({ page: 'data', dataset: batch.dataset }))}>
            {t('toData')}
          </Button>
          <Button
            variant="subtle"
            color="gray"
            onClick={leaveTo(() => void undo().then(() => go({ page: 'data' })))}
          >
            {t('undo')}
          </Button>
        </Group>
        <RejectTable rejects={rejects} total={batch.rejected} />
      </Stack>
    </Box>
  );
}
