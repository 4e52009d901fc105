import { Box, Tabs, Text, VisuallyHidden } from '@mantine/core';
import type { Filter } from '@shared/ipc/rows';
import { type DatasetId, datasetIds, isDatasetId } from '@shared/model/dataset';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigation } from '../../app/navigation.store';
import { useFormat } from '../../app/use-format';
import { useRevision, useWorkspace } from '../../app/workspace.store';
import classes from './DataPage.module.css';
import { DatasetPanel } from './DatasetPanel';
import { useData } from './data.store';
import { EmptyDataset } from './EmptyDataset';

interface DataPageProps {
  readonly dataset?: DatasetId;
  /** Narrows the rows on arrival. */
  readonly filter?: Filter;
}

/** A tab for each dataset, and all its rows. */
export function DataPage({ dataset, filter }: DataPageProps) {
  const { t } = useTranslation('data');
  const format = useFormat();
  const counts = useWorkspace(({ workspace }) => workspace?.counts);
  const go = useNavigation((state) => state.go);
  const shown = dataset ?? datasetIds.find((id) => (counts?.[id] ?? 0) > 0) ?? 'opportunities';
  return (
    <Box className={classes.page}>
      <VisuallyHidden component="h1">{t('menu:view.data')}</VisuallyHidden>
      <Tabs
        value={shown}
        onChange={(id) => id && isDatasetId(id) && go({ page: 'data', dataset: id })}
        className={classes.tabs}
        keepMounted={false}
      >
        <Tabs.List aria-label={t('datasets')} className={classes.tabList}>
          {datasetIds.map((id) => (
            <Tabs.Tab
              key={id}
              value={id}
              rightSection={
                (counts?.[id] ?? 0) > 0 ? (
                  <Text span size="xs" c="dimmed">
                    {format.number(counts?.[id] ?? 0, 0)}
                  </Text>
                ) : undefined
              }
            >
              {t(`fields:dataset.${id}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value={shown} className={classes.panel}>
          <DatasetRows
            key={shown}
            dataset={shown}
            filter={filter ?? noFilter}
            empty={(counts?.[shown] ?? 0) === 0}
          />
        </Tabs.Panel>
      </Tabs>
    </Box>
  );
}

const noFilter: Filter = [];

interface DatasetRowsProps {
  readonly dataset: DatasetId;
  readonly filter: Filter;
  readonly empty: boolean;
}

function DatasetRows({ dataset, filter, empty }: DatasetRowsProps) {
  const columns = useData((state) => state.columns);
  const loadColumns = useData((state) => state.loadColumns);
  const [loaded, setLoaded] = useState<DatasetId | null>(null);
  const revision = useRevision();
  useEffect(() => {
    // Imports and undo bring and take extra columns.
    if (revision >= 0) void loadColumns(dataset).then(() => setLoaded(dataset));
  }, [dataset, revision, loadColumns]);
  if (empty) return <EmptyDataset dataset={dataset} />;
  if (columns === null || loaded !== dataset) return null;
  return <DatasetPanel dataset={dataset} columns={columns} arrivalFilter={filter} />;
}
