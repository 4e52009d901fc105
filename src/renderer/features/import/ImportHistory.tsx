import { Button, Group, Stack, Table, Text, Title } from '@mantine/core';
import { modals } from '@mantine/modals';
import { notifications } from '@mantine/notifications';
import type { ImportBatch } from '@shared/ipc/import';
import { Fragment, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { chooseSources } from '../../app/source-queue.store';
import { useFormat } from '../../app/use-format';
import { useWorkspace } from '../../app/workspace.store';
import classes from './ImportPage.module.css';
import { loadBatches, undoImport } from './import-records';
import { KeptRejects } from './KeptRejects';

/** The imports so far: what each brought, the rows that it kept out, and a way to take it back. */
export function ImportHistory() {
  const { t } = useTranslation('import');
  const revision = useWorkspace(({ workspace }) => workspace?.revision ?? null);
  const [batches, setBatches] = useState<readonly ImportBatch[] | null>(null);
  useEffect(() => {
    // The list is read anew whenever the workspace changes.
    if (revision !== null) void loadBatches().then(setBatches);
  }, [revision]);
  if (batches === null) return null;
  return (
    <div className={classes.page}>
      <Stack gap="lg" maw={1100}>
        <Group justify="space-between">
          <Title order={1} size="h3">
            {t('history')}
          </Title>
          <Button onClick={() => void chooseSources()}>{t('choose')}</Button>
        </Group>
        {batches.length === 0 ? (
          <Text c="dimmed">{t('history.none')}</Text>
        ) : (
          <BatchTable batches={batches} />
        )}
      </Stack>
    </div>
  );
}

function BatchTable({ batches }: { readonly batches: readonly ImportBatch[] }) {
  const { t } = useTranslation('import');
  const format = useFormat();
  const [opened, setOpened] = useState<number | null>(null);
  return (
    <Table verticalSpacing="xs" aria-label={t('history')}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('history.file')}</Table.Th>
          <Table.Th>{t('history.dataset')}</Table.Th>
          <Table.Th>{t('history.when')}</Table.Th>
          {(['inserted', 'updated', 'unchanged', 'rejected'] as const).map((kind) => (
            <Table.Th key={kind} ta="right">
              {t(`history.${kind}`)}
            </Table.Th>
          ))}
          <Table.Th />
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {batches.map((batch) => (
          <Fragment key={batch.id}>
            <Table.Tr>
              <Table.Td>
                <Text size="sm" fw={550}>
                  {batch.source}
                </Text>
                <Text size="xs" c="dimmed">
                  {batch.sheet}
                </Text>
              </Table.Td>
              <Table.Td>{t(`fields:dataset.${batch.dataset}`)}</Table.Td>
              <Table.Td>{format.date(batch.importedAt.slice(0, 10))}</Table.Td>
              <Table.Td ta="right">{format.number(batch.inserted, 0)}</Table.Td>
              <Table.Td ta="right">{format.number(batch.updated, 0)}</Table.Td>
              <Table.Td ta="right">{format.number(batch.unchanged, 0)}</Table.Td>
              <Table.Td ta="right">{format.number(batch.rejected, 0)}</Table.Td>
              <Table.Td>
                <Group gap="xs" justify="flex-end" wrap="nowrap">
                  {batch.rejected > 0 && (
                    <Button
                      size="xs"
                      variant="default"
                      aria-expanded={opened === batch.id}
                      onClick={() => setOpened(opened === batch.id ? null : batch.id)}
                    >
                      {t('rejects.title')}
                    </Button>
                  )}
                  <UndoButton batch={batch} />
                </Group>
              </Table.Td>
            </Table.Tr>
            {opened === batch.id && (
              <Table.Tr>
                <Table.Td colSpan={8}>
                  <KeptRejects batch={batch} />
                </Table.Td>
              </Table.Tr>
            )}
          </Fragment>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function UndoButton({ batch }: { readonly batch: ImportBatch }) {
  const { t } = useTranslation('import');
  const format = useFormat();
  const undo = async () => {
    const undone = await undoImport(batch.id);
    if (undone === null) return;
    const [deleted, restored] = [undone.deleted, undone.restored].map((count) => format.number(count, 0));
    notifications.show({ message: t('history.undone', { file: batch.source, deleted, restored }) });
  };
  return (
    <Button
      size="xs"
      variant="subtle"
      color="gray"
      aria-label={t('history.undoOf', { file: batch.source })}
      onClick={() =>
        modals.openConfirmModal({
          title: t('history.undoOf', { file: batch.source }),
          children: <Text size="sm">{t('history.confirm')}</Text>,
          labels: { confirm: t('history.undo'), cancel: t('app:cancel') },
          confirmProps: { color: 'red' },
          onConfirm: () => void undo(),
        })
      }
    >
      {t('history.undo')}
    </Button>
  );
}
