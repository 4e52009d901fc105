import { Title } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './OneToOnePage.module.css';

interface PanelProps {
  readonly title: string;
  readonly children: ReactNode;
}

export function Panel({ title, children }: PanelProps) {
  return (
    <section className={classes.panel} aria-label={title}>
      <Title order={2} size="h5" mb={8}>
        {title}
      </Title>
      {children}
    </section>
  );
}
