import { Text } from '@mantine/core';
import { LargeValue } from '../LargeValue';
import classes from './Questions.module.css';

interface LargeFigureProps {
  /** For tests and for those who style it. */
  readonly id: string;
  readonly name: string;
  readonly value: string;
  /** Below it, in small. */
  readonly note: string;
}

/** A number that is read from across a room. */
export function LargeFigure({ id, name, value, note }: LargeFigureProps) {
  return (
    <div className={classes.figure} data-figure={id}>
      <Text size="sm" c="dimmed">
        {name}
      </Text>
      <LargeValue value={value} />
      <Text size="sm" c="dimmed">
        {note}
      </Text>
    </div>
  );
}
