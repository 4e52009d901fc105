import { Box } from '@mantine/core';
import classes from './LargeValue.module.css';

/** How much smaller a unit is than its number. */
const unitSize = 0.5;

/** A value as large as its place allows, to be read from across a meeting room: the number large, its unit smaller. */
export function LargeValue({ value }: { readonly value: string }) {
  const [, before = '', number = value, after = ''] =
    /^(\D*?)([-−+]?\d[\d.,\s]*\d|[-−+]?\d)(\D*)$/s.exec(value) ?? [];
  const characters = number.length + unitSize * (before.length + after.length);
  return (
    <Box className={classes.value} style={{ '--characters': characters }}>
      {before !== '' && <span className={classes.unit}>{before}</span>}
      {number}
      {after !== '' && <span className={classes.unit}>{after}</span>}
    </Box>
  );
}
