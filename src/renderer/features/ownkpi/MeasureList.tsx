import { Button, Menu, Text, Title } from '@mantine/core';
import type { OwnKpiPreview } from '@shared/ipc/own-kpi';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type Draft, withMeasure, withMeasureChanged, withMeasureNamed, withoutMeasure } from './draft';
import { MeasureCard } from './MeasureCard';
import classes from './OwnKpiPage.module.css';

interface MeasureListProps {
  readonly draft: Draft;
  readonly preview: OwnKpiPreview | null;
  onChange(draft: Draft): void;
}

/** The measures that the formula is made of, each with what it comes to. */
export function MeasureList({ draft, preview, onChange }: MeasureListProps) {
  const { t } = useTranslation('ownkpi');
  const general = preview?.problems.find(({ part, measure }) => part === 'measures' && measure === undefined);
  return (
    <section className={classes.panel} aria-label={t('measures')}>
      <div className={classes.panelHead}>
        <Title order={2} size="h5">
          {t('measures')}
        </Title>
        <Menu position="bottom-end">
          <Menu.Target>
            <Button variant="default" size="xs" leftSection={<IconPlus size={15} />}>
              {t('measure.add')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item
              onClick={() =>
                onChange(withMeasure(draft, t('measure.rows'), { dataset: 'orders', aggregate: 'count' }))
              }
            >
              {t('measure.fromRows')}
            </Menu.Item>
            <Menu.Item onClick={() => onChange(withMeasure(draft, t('measure.kpi'), { kpi: 'revenue' }))}>
              {t('measure.fromKpi')}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </div>
      <ul className={classes.measures}>
        {draft.measures.map((own) => (
          <li key={own.key}>
            <MeasureCard
              own={own}
              ownId={draft.id}
              value={preview?.measures.find(({ name }) => name === own.name) ?? null}
              problem={preview?.problems.find(({ measure }) => measure === own.name)?.error ?? null}
              onName={(name) => onChange(withMeasureNamed(draft, own.key, name))}
              onChange={(measure) => onChange(withMeasureChanged(draft, own.key, measure))}
              onRemove={() => onChange(withoutMeasure(draft, own.key))}
            />
          </li>
        ))}
      </ul>
      {general && (
        <Text size="sm" c="red" role="alert">
          {t(`errors:${general.error.code}`, general.error.parameters)}
        </Text>
      )}
    </section>
  );
}
