import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './Warning.module.css';

/** A sentence below a figure that warns of it. */
export function Warning({
  isSmall = false,
  children,
}: {
  readonly isSmall?: boolean;
  readonly children: ReactNode;
}) {
  return (
    <div className={classes.warning} data-small={isSmall || undefined}>
      <IconAlertTriangle size={isSmall ? 14 : 16} aria-hidden />
      <span>{children}</span>
    </div>
  );
}
