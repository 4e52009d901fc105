import { Badge, Select, Table, Text } from '@mantine/core';
import { type ColumnMapping, columnTypes, type ImportPlan, type Inspection } from '@shared/ipc/import';
import { datasets } from '@shared/model/dataset';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../app/use-format';
import classes from './ImportPage.module.css';
import { columnLetter } from './import-plan';

interface ColumnTableProps {
  readonly inspection: Inspection;
  readonly plan: ImportPlan;
  onChange(index: number, change: Partial<ColumnMapping>): void;
}

const keepAsExtra = '+extra';
const leaveOut = '+out';

/** Each column of the file with the field that it goes to. */
export function ColumnTable({ inspection, plan, onChange }: ColumnTableProps) {
  const { t } = useTranslation('import');
  const fields = datasets[plan.dataset].fields.map(({ id, required }) => ({
    value: id,
    label: `${t(`fields:${plan.dataset}.${id}`)}${required ? ' ★' : ''}`,
  }));
  const targets = [
    ...fields,
    { value: keepAsExtra, label: t('column.extra') },
    { value: leaveOut, label: t('column.leaveOut') },
  ];
  return (
    <Table verticalSpacing={4} highlightOnHover aria-label={t('columns')}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('column')}</Table.Th>
          <Table.Th>{t('column.samples')}</Table.Th>
          <Table.Th w={250}>{t('column.field')}</Table.Th>
          <Table.Th w={150}>{t('column.type')}</Table.Th>
          <Table.Th w={110}>{t('column.confidence')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {inspection.columns.map(({ index, heading: written, samples, confidence }) => {
          const column = plan.columns.find((candidate) => candidate.index === index);
          if (!column) return null;
          // Of a wide table the last two columns are ours, so their headings are in the window's language.
          const isOurs = inspection.unpivot !== null && index >= inspection.columns.length - 2;
          const heading = isOurs ? t(`wide.heading.${written}`) : written;
          return (
            <Table.Tr key={index} className={column.included ? undefined : classes.leftOut}>
              <Table.Td>
                <span className={classes.letter}>{columnLetter(index)} </span>
                <Text span size="sm" fw={550}>
                  {heading}
                </Text>
              </Table.Td>
              <Table.Td>
                <div className={classes.samples} title={samples.join('\n')}>
                  {samples.slice(0, 4).join(' · ')}
                </div>
              </Table.Td>
              <Table.Td>
                <Select
                  size="xs"
                  aria-label={t('column.fieldOf', { heading })}
                  searchable
                  allowDeselect={false}
                  data={targets}
                  value={column.included ? (column.field ?? keepAsExtra) : leaveOut}
                  onChange={(choice) => choice && onChange(index, targetOf(choice))}
                />
              </Table.Td>
              <Table.Td>
                <Select
                  size="xs"
                  aria-label={t('column.typeOf', { heading })}
                  allowDeselect={false}
                  disabled={!column.included}
                  data={columnTypes.map((value) => ({ value, label: t(`type.${value}`) }))}
                  value={column.type}
                  onChange={(type) => type && onChange(index, { type: type as ColumnMapping['type'] })}
                />
              </Table.Td>
              <Table.Td>
                {column.field !== null && column.included && <Confidence value={confidence} />}
              </Table.Td>
            </Table.Tr>
          );
        })}
      </Table.Tbody>
    </Table>
  );
}

function targetOf(choice: string): Partial<ColumnMapping> {
  if (choice === leaveOut) return { included: false, field: null };
  return { included: true, field: choice === keepAsExtra ? null : choice };
}

function Confidence({ value }: { readonly value: number }) {
  const { t } = useTranslation('import');
  const format = useFormat();
  const level = value >= 0.8 ? 'sure' : value >= 0.5 ? 'likely' : 'unsure';
  const color = { sure: 'teal', likely: 'blue', unsure: 'orange' }[level];
  return (
    <Badge variant="dot" color={color} size="sm" title={format.percent(value, 0)}>
      {t(`confidence.${level}`)}
    </Badge>
  );
}
