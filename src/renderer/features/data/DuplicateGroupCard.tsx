import { Badge, Button, Checkbox, Group, Radio, Table, Text } from '@mantine/core';
import type { DuplicateGroup, Merge } from '@shared/ipc/quality';
import type { Row } from '@shared/ipc/rows';
import { type DatasetId, datasets } from '@shared/model/dataset';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../app/use-format';
import { writeCell } from './grid-columns';
import classes from './QualityPanel.module.css';

interface DuplicateGroupCardProps {
  readonly dataset: DatasetId;
  readonly group: DuplicateGroup;
  readonly number: number;
  readonly total: number;
  onMerge(merge: Merge): Promise<void>;
}

/** The rows of one group side by side: which stays, and which are the same. */
export function DuplicateGroupCard({ dataset, group, number, total, onMerge }: DuplicateGroupCardProps) {
  const { t } = useTranslation('data');
  const format = useFormat();
  const radios = useId();
  const [keep, setKeep] = useState(group.rows[0]?.id ?? 0);
  const [apart, setApart] = useState<ReadonlySet<number>>(new Set());
  const [busy, setBusy] = useState(false);
  const fields = datasets[dataset].fields.filter(({ id }) =>
    group.rows.some(({ cells }) => isFilled(cells[id])),
  );
  const others = group.rows.flatMap(({ id }) => (id === keep || apart.has(id) ? [] : [id]));
  const nameOf = ({ id, cells }: Row) => String(cells.name ?? cells.email ?? id);
  const toggle = (id: number) => {
    const next = new Set(apart);
    if (!next.delete(id)) next.add(id);
    setApart(next);
  };
  const merge = () => {
    setBusy(true);
    void onMerge({ keep, others }).finally(() => setBusy(false));
  };
  return (
    <section className={classes.group} aria-label={t('merge.groupName', { number, total })}>
      <Group justify="space-between" mb={6}>
        <Group gap="xs">
          <Text size="sm" fw={600}>
            {t('merge.groupName', { number: format.number(number, 0), total: format.number(total, 0) })}
          </Text>
          <Badge size="sm" variant="dot" color={group.sure ? 'teal' : 'orange'}>
            {t(group.sure ? 'merge.sure' : 'merge.alike')}
          </Badge>
        </Group>
        <Button size="xs" loading={busy} disabled={others.length === 0} onClick={merge}>
          {t('merge.group', { count: others.length })}
        </Button>
      </Group>
      <div className={classes.scroll}>
        <Table fz="xs" verticalSpacing={4}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th w={60}>{t('merge.keep')}</Table.Th>
              <Table.Th w={60}>{t('merge.same')}</Table.Th>
              {fields.map(({ id }) => (
                <Table.Th key={id}>{t(`fields:${dataset}.${id}`)}</Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {group.rows.map((row) => (
              <Table.Tr key={row.id}>
                <Table.Td>
                  <Radio
                    size="xs"
                    name={radios}
                    aria-label={t('merge.keepRow', { name: nameOf(row) })}
                    checked={row.id === keep}
                    onChange={() => setKeep(row.id)}
                  />
                </Table.Td>
                <Table.Td>
                  <Checkbox
                    size="xs"
                    aria-label={t('merge.sameRow', { name: nameOf(row) })}
                    checked={row.id === keep || !apart.has(row.id)}
                    disabled={row.id === keep}
                    onChange={() => toggle(row.id)}
                  />
                </Table.Td>
                {fields.map(({ id, type }) => (
                  <Table.Td key={id}>{writeCell(row.cells[id], type, format, t)}</Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
    </section>
  );
}

function isFilled(value: unknown): boolean {
  return value !== null && value !== undefined && value !== '';
}
