import { ActionIcon, Button, Checkbox, Group, Menu, Pill, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { modals } from '@mantine/modals';
import type { QualityFinding } from '@shared/ipc/quality';
import { type Column, type Filter, rowIdColumn } from '@shared/ipc/rows';
import type { DatasetId } from '@shared/model/dataset';
import { IconChecklist, IconColumns, IconPlus, IconSearch, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { searchFieldAttribute } from '../../app/commands';
import { AddRowDialog } from './AddRowDialog';
import { DataGrid } from './DataGrid';
import classes from './DataPage.module.css';
import { deleteRows } from './data.store';
import { EditProblems } from './EditProblems';
import { headingOf } from './grid-columns';
import { namesOf, QualityPanel } from './QualityPanel';
import { rowsOfCheck, useQuality } from './quality.store';

interface DatasetPanelProps {
  readonly dataset: DatasetId;
  readonly columns: readonly Column[];
  readonly arrivalFilter: Filter;
}

/** The rows of one dataset with what can be done to them. */
export function DatasetPanel({ dataset, columns, arrivalFilter }: DatasetPanelProps) {
  const { t } = useTranslation('data');
  const [filter, setFilter] = useState(arrivalFilter);
  /** What the filter is for, where it shows the rows that are at fault. */
  const [finding, setFinding] = useState<QualityFinding | null>(null);
  const showsQuality = useQuality((state) => state.open);
  const toggleQuality = useQuality((state) => state.toggle);
  const [typed, setTyped] = useState('');
  const [search] = useDebouncedValue(typed, 200);
  const [chosen, setChosen] = useState<readonly number[]>([]);
  const [adding, setAdding] = useState(false);
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());
  const name = t(`fields:dataset.${dataset}`);
  const showAll = () => {
    setFilter([]);
    setFinding(null);
  };
  const showFound = async (chosenFinding: QualityFinding) => {
    if (chosenFinding.id === finding?.id) return showAll();
    const ids = await rowsOfCheck(dataset, chosenFinding.id);
    if (ids === null) return;
    setFilter([[{ field: rowIdColumn, operator: 'in', values: [...ids] }]]);
    setFinding(chosenFinding);
  };
  return (
    <>
      <Group className={classes.toolbar} gap="sm">
        <TextInput
          size="xs"
          w={260}
          leftSection={<IconSearch size={14} />}
          placeholder={t('search', { dataset: name })}
          aria-label={t('search', { dataset: name })}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          {...{ [searchFieldAttribute]: true }}
        />
        {filter.length > 0 && (
          <Pill
            size="md"
            withRemoveButton
            onRemove={showAll}
            removeButtonProps={{ 'aria-label': t('clearFilter'), tabIndex: 0, 'aria-hidden': undefined }}
          >
            {finding === null
              ? t('filtered')
              : t(`quality:${finding.kind}.${finding.code}`, { dataset, ...namesOf(finding) })}
          </Pill>
        )}
        <Group gap="xs" ml="auto">
          {chosen.length > 0 && (
            <Button
              size="xs"
              variant="light"
              color="red"
              leftSection={<IconTrash size={14} />}
              onClick={() =>
                modals.openConfirmModal({
                  title: t('deleteRows', { count: chosen.length }),
                  children: <Text size="sm">{t('delete.confirm', { count: chosen.length })}</Text>,
                  labels: { confirm: t('delete'), cancel: t('app:cancel') },
                  confirmProps: { color: 'red' },
                  onConfirm: () => void deleteRows(dataset, chosen).then((done) => done && setChosen([])),
                })
              }
            >
              {t('deleteRows', { count: chosen.length })}
            </Button>
          )}
          <Button
            size="xs"
            variant={showsQuality ? 'light' : 'default'}
            aria-expanded={showsQuality}
            leftSection={<IconChecklist size={14} />}
            onClick={toggleQuality}
          >
            {t('quality')}
          </Button>
          <ColumnMenu dataset={dataset} columns={columns} hidden={hidden} onChange={setHidden} />
          <Button
            size="xs"
            variant="default"
            leftSection={<IconPlus size={14} />}
            onClick={() => setAdding(true)}
          >
            {t('addRow')}
          </Button>
        </Group>
      </Group>
      <div className={classes.body}>
        <div className={classes.rows}>
          <DataGrid
            dataset={dataset}
            columns={columns}
            hidden={hidden}
            filter={filter}
            search={search}
            onRowsChosen={setChosen}
          />
        </div>
        {showsQuality && (
          <QualityPanel
            dataset={dataset}
            chosen={finding?.id ?? null}
            onChoose={(chosenFinding) => void showFound(chosenFinding)}
          />
        )}
      </div>
      <EditProblems dataset={dataset} columns={columns} />
      <AddRowDialog dataset={dataset} opened={adding} onClose={() => setAdding(false)} />
    </>
  );
}

interface ColumnMenuProps {
  readonly dataset: DatasetId;
  readonly columns: readonly Column[];
  readonly hidden: ReadonlySet<string>;
  onChange(hidden: ReadonlySet<string>): void;
}

function ColumnMenu({ dataset, columns, hidden, onChange }: ColumnMenuProps) {
  const { t } = useTranslation('data');
  const toggle = (id: string) => {
    const next = new Set(hidden);
    if (!next.delete(id)) next.add(id);
    onChange(next);
  };
  return (
    <Menu closeOnItemClick={false} position="bottom-end" withinPortal>
      <Menu.Target>
        <ActionIcon variant="default" size={30} aria-label={t('columns')}>
          <IconColumns size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown mah={420} style={{ overflowY: 'auto' }}>
        <Menu.Label>{t('columns.show')}</Menu.Label>
        {columns.map((column) => (
          <Menu.Item
            key={column.id}
            role="menuitemcheckbox"
            aria-checked={!hidden.has(column.id)}
            onClick={() => toggle(column.id)}
          >
            <Checkbox
              size="xs"
              checked={!hidden.has(column.id)}
              readOnly
              tabIndex={-1}
              aria-hidden
              label={headingOf(dataset, column, t)}
              style={{ pointerEvents: 'none' }}
            />
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
