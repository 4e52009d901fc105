import { Table, Text, TextInput } from '@mantine/core';
import type { CellPlace, Reject } from '@shared/ipc/import';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../app/use-format';
import { ScrollRegion } from '../../components/ScrollRegion';
import classes from './ImportPage.module.css';

interface RejectTableProps {
  readonly rejects: readonly Reject[];
  /** Counts those too that are not listed. */
  readonly total: number;
  /** Takes what is to stand in place of a cell; without it the rows are only shown. */
  readonly onCorrect?: (place: CellPlace, text: string) => void;
}

/** The rows that stay outside, each with its reason. */
export function RejectTable({ rejects, total, onCorrect }: RejectTableProps) {
  const { t } = useTranslation('import');
  const format = useFormat();
  if (rejects.length === 0) return null;
  return (
    <div>
      <Text size="sm" c="dimmed" mb={6}>
        {t(onCorrect ? 'rejects.correctable' : 'rejects', {
          shown: format.number(rejects.length, 0),
          total: format.number(total, 0),
        })}
      </Text>
      <ScrollRegion className={classes.tableScroll} label={t('rejects.title')}>
        <Table stickyHeader verticalSpacing={4} fz="sm">
          <Table.Thead>
            <Table.Tr>
              <Table.Th w={70}>{t('reject.row')}</Table.Th>
              <Table.Th>{t('reject.column')}</Table.Th>
              <Table.Th>{t('reject.value')}</Table.Th>
              <Table.Th>{t('reject.reason')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rejects.map(({ row, column, value, reason, place }) => (
              <Table.Tr key={`${row} ${column} ${value} ${reason.code}`}>
                <Table.Td>{row}</Table.Td>
                <Table.Td>{column}</Table.Td>
                <Table.Td>
                  {onCorrect && place ? (
                    <Correction
                      label={t('reject.correct', { row, column })}
                      value={value ?? ''}
                      onCommit={(text) => onCorrect(place, text)}
                    />
                  ) : (
                    value
                  )}
                </Table.Td>
                <Table.Td>{t(`errors:${reason.code}`, reason.parameters)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </ScrollRegion>
    </div>
  );
}

interface CorrectionProps {
  readonly label: string;
  readonly value: string;
  readonly onCommit: (text: string) => void;
}

/** The cell as it is, to be overwritten; Enter or leaving it takes the new text, Escape the old. */
function Correction({ label, value, onCommit }: CorrectionProps) {
  return (
    <TextInput
      size="xs"
      miw={140}
      aria-label={label}
      defaultValue={value}
      onKeyDown={(event) => {
        if (event.key === 'Escape') event.currentTarget.value = value;
        if (event.key === 'Enter' || event.key === 'Escape') event.currentTarget.blur();
      }}
      onBlur={({ currentTarget }) => currentTarget.value !== value && onCommit(currentTarget.value)}
    />
  );
}
