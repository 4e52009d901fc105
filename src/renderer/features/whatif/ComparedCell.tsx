import { Table } from '@mantine/core';
import classes from './WhatIfPage.module.css';

interface ComparedCellProps {
  readonly now: string;
  readonly before: string;
}

/** A number of the scenario, with that of the base below in grey where it is another. */
export function ComparedCell({ now, before }: ComparedCellProps) {
  return (
    <Table.Td className={classes.number}>
      {now}
      {now !== before && <div className={classes.ghost}>{before}</div>}
    </Table.Td>
  );
}
