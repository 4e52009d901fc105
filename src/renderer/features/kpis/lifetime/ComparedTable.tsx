import { Table } from '@mantine/core';
import classes from '../KpiDetailPage.module.css';

interface ComparedTableProps {
  readonly heading: string;
  readonly columns: readonly string[];
  readonly rows: readonly { readonly name: string; readonly cells: readonly string[] }[];
}

/** The figures of a chart: a row for each bar. */
export function ComparedTable({ heading, columns, rows }: ComparedTableProps) {
  return (
    <Table verticalSpacing={4} fz="sm" mt="sm" maw={640}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{heading}</Table.Th>
          {columns.map((column) => (
            <Table.Th key={column} className={classes.number}>
              {column}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map(({ name, cells }) => (
          <Table.Tr key={name}>
            <Table.Th scope="row" fw={400}>
              {name}
            </Table.Th>
            {cells.map((cell, index) => (
              <Table.Td key={columns[index]} className={classes.number}>
                {cell}
              </Table.Td>
            ))}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
