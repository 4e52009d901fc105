import { Button, Group } from '@mantine/core';
import type { DatasetId } from '@shared/model/dataset';
import { IconPlus, IconTable } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { runCommand } from '../../app/commands';
import { EmptyState } from '../../components/EmptyState';
import { AddRowDialog } from './AddRowDialog';

/** What a dataset without rows is for, and how it gets some. */
export function EmptyDataset({ dataset }: { readonly dataset: DatasetId }) {
  const { t } = useTranslation('data');
  const [adding, setAdding] = useState(false);
  return (
    <>
      <EmptyState
        icon={IconTable}
        title={t('empty.title', { dataset: t(`fields:dataset.${dataset}`).toLowerCase() })}
        explanation={`${t(`about.${dataset}`)} ${t('empty.explanation')}`}
      >
        <Group>
          <Button onClick={() => runCommand('import.choose')}>{t('empty.import')}</Button>
          <Button variant="default" leftSection={<IconPlus size={16} />} onClick={() => setAdding(true)}>
            {t('addRow')}
          </Button>
        </Group>
      </EmptyState>
      <AddRowDialog dataset={dataset} opened={adding} onClose={() => setAdding(false)} />
    </>
  );
}
