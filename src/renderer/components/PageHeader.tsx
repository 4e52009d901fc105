import { Group, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './PageHeader.module.css';

interface PageHeaderProps {
  readonly title: ReactNode;
  /** Stands before the title, such as a way back. */
  readonly before?: ReactNode;
  readonly children?: ReactNode;
}

/** The title of a page with what belongs to the page as a whole beside it. */
export function PageHeader({ title, before, children }: PageHeaderProps) {
  return (
    <Group className={classes.header} justify="space-between" gap="md">
      <Group gap="xs" wrap="nowrap">
        {before}
        <Title order={1} size="h3">
          {title}
        </Title>
      </Group>
      <Group gap="sm" ml="auto">
        {children}
      </Group>
    </Group>
  );
}
