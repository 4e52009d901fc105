import { Title } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './KpiDetailPage.module.css';

interface KpiSectionFrame {
  readonly title: string;
  /** Choices that belong to the section, beside its title. */
  readonly beside?: ReactNode;
  readonly children: ReactNode;
}

/** The frame of one section of the detail page: a panel with its title. */
export function KpiSection({ title, beside, children }: KpiSectionFrame) {
  return (
    <section className={classes.panel} aria-label={title}>
      <div className={classes.panelHead}>
        <Title order={2} size="h5">
          {title}
        </Title>
        {beside}
      </div>
      {children}
    </section>
  );
}
