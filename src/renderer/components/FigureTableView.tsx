import { Table } from '@mantine/core';
import {
  cellFormat,
  cellValue,
  type FigureTable,
  type TableCell,
  type TableColumn,
} from '@shared/model/table-cell';
import { useFormat } from '../app/use-format';
import classes from './FigureTableView.module.css';
import { ScrollRegion } from './ScrollRegion';

const shortenedFrom = 1_000_000;

interface FigureTableViewProps {
  readonly table: FigureTable;
  /** The table in words. */
  readonly label: string;
  /** Places of rows that stand out. */
  readonly strong?: readonly number[];
  /** Whether millions are shortened, so that many columns stand side by side. */
  readonly isCompact?: boolean;
}

/** A table as it would be saved, with its numbers written for this person. */
export function FigureTableView({
  table: { columns, rows },
  label,
  strong = [],
  isCompact = false,
}: FigureTableViewProps) {
  const format = useFormat();
  const write = (cell: TableCell, column: TableColumn): string => {
    const value = cellValue(cell);
    if (typeof value === 'string') return cellFormat(cell, column) === 'date' ? format.date(value) : value;
    switch (cellFormat(cell, column)) {
      case 'integer':
        return format.number(value, 0);
      case 'decimal':
        return format.number(value, 1);
      case 'money':
        if (isCompact && Math.abs(value ?? 0) >= shortenedFrom)
          return format.kpi(value, 'number', { compact: true });
        return format.number(value, Math.abs(value ?? 0) < 1000 ? 2 : 0);
      case 'percent':
        return format.percent(value);
      default:
        return format.number(value, Math.abs(value ?? 0) < 10 ? 3 : 2);
    }
  };
  const numeric = columns.map((_, index) =>
    rows.some((row) => typeof cellValue(row[index] ?? null) === 'number'),
  );
  return (
    <ScrollRegion label={label}>
      <Table verticalSpacing={5} horizontalSpacing={8} fz="sm" highlightOnHover>
        <Table.Thead>
          <Table.Tr>
            {columns.map(({ heading }, index) => (
              // Two columns may have one heading; they keep their places.
              // biome-ignore lint/suspicious/noArrayIndexKey: columns are told apart by their place
              <Table.Th key={index} className={numeric[index] ? classes.number : undefined}>
                {heading}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows are told apart by their place
            <Table.Tr key={place} fw={strong.includes(place) ? 650 : undefined}>
              {columns.map((column, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: columns are told apart by their place
                <Table.Td key={index} className={numeric[index] ? classes.number : undefined}>
                  {row[index] === null && !numeric[index] ? '' : write(row[index] ?? null, column)}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollRegion>
  );
}
