import { Group, Text } from '@mantine/core';
import type { TargetStatus } from '@shared/model/target';
import { useTranslation } from 'react-i18next';
import classes from './StatusMark.module.css';

/** A traffic light that differs by shape and by word too, not by colour alone. */
export function StatusMark({
  status,
  quiet = false,
  large = false,
}: {
  readonly status: TargetStatus;
  /** Without the word. */
  readonly quiet?: boolean;
  /** As large as the text around. */
  readonly large?: boolean;
}) {
  const { t } = useTranslation('components');
  if (status === 'none') return null;
  const label = t(`status.${status}`);
  return (
    <Group gap={6} wrap="nowrap" component="span">
      <svg
        width={large ? '0.85em' : 14}
        height={large ? '0.85em' : 14}
        viewBox="0 0 14 14"
        className={classes[status]}
        role="img"
        aria-label={label}
      >
        {status === 'green' && <circle cx="7" cy="7" r="6" />}
        {status === 'amber' && <path d="M7 1 L13.4 12.4 H0.6 Z" />}
        {status === 'red' && <path d="M4.2 1 H9.8 L13 4.2 V9.8 L9.8 13 H4.2 L1 9.8 V4.2 Z" />}
      </svg>
      {!quiet && (
        <Text
          span
          size={large ? undefined : 'xs'}
          inherit={large}
          fw={550}
          className={`${classes.word} ${classes[status]}`}
          aria-hidden
        >
          {label}
        </Text>
      )}
    </Group>
  );
}
