import { ActionIcon, Button, Group, SegmentedControl, Select, Text, Tooltip } from '@mantine/core';
import type { KpiDescription } from '@shared/ipc/kpi';
import { kpiCategories } from '@shared/kpi/declaration';
import type { ScopeOfTarget } from '@shared/model/target';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useKpiCatalogue } from '../../app/kpi-catalogue.store';
import { type MemberNames, memberDimensions } from '../../components/member-names';
import { type GridDown, type GridView, gridSteps } from './grid-model';
import classes from './TargetsPage.module.css';

interface GridToolbarProps {
  readonly view: GridView;
  readonly names: MemberNames;
  readonly canSpread: boolean;
  onView(view: GridView): void;
  onSpread(): void;
  onFill(): void;
}

const allKey = 'all';

/** Chooses what stands down the side and across, and opens what fills the grid. */
export function GridToolbar({ view, names, canSpread, onView, onSpread, onFill }: GridToolbarProps) {
  const { t } = useTranslation('targets');
  const { kpis } = useKpiCatalogue();
  const change = (part: Partial<GridView>) => onView({ ...view, ...part });
  const downs: readonly GridDown[] = ['kpis', ...memberDimensions];
  return (
    <div className={classes.toolbar}>
      <Select
        label={t('grid.down')}
        w={120}
        allowDeselect={false}
        value={view.down}
        data={downs.map((down) => ({ value: down, label: t(`grid.down.${down}`) }))}
        onChange={(down) =>
          down && change(downFor(downs.find((each) => each === down) ?? 'kpis', view, kpis))
        }
      />
      {view.down === 'kpis' ? (
        <Select
          label={t('scope')}
          w={190}
          searchable
          allowDeselect={false}
          value={keyOf(view.scope)}
          data={[
            { value: allKey, label: t('kpis:scope.all') },
            ...memberDimensions
              .filter((dimension) => names[dimension].length > 0)
              .map((dimension) => ({
                group: t(`kpis:scope.${dimension}`),
                items: names[dimension].map((key) => ({
                  value: keyOf({ kind: dimension, key }),
                  label: key,
                })),
              })),
          ]}
          onChange={(key) => key && change({ scope: scopeOf(key, names) })}
        />
      ) : (
        <Select
          label={t('kpi')}
          w={180}
          searchable
          allowDeselect={false}
          value={view.kpi}
          data={kpiCategories
            .map((category) => ({
              group: t(`kpis:category.${category}`),
              items: kpis
                .filter((kpi) => kpi.category === category && canBeSplit(kpi, view.down))
                .map(({ id }) => ({ value: id, label: t(`kpis:${id}.name`) })),
            }))
            .filter(({ items }) => items.length > 0)}
          onChange={(kpi) => kpi && change({ kpi })}
        />
      )}
      <div>
        <Text size="sm" fw={600} mb={3} id="grid-step">
          {t('grid.across')}
        </Text>
        <SegmentedControl
          aria-labelledby="grid-step"
          value={view.step}
          data={gridSteps.map((step) => ({ value: step, label: t(`grid.step.${step}`) }))}
          onChange={(step) => change({ step: gridSteps.find((each) => each === step) ?? 'month' })}
        />
      </div>
      <Group gap={4} role="group" aria-label={t('grid.year')} className={classes.year}>
        <Tooltip label={t('grid.year.previous')}>
          <ActionIcon
            variant="default"
            size={36}
            aria-label={t('grid.year.previous')}
            onClick={() => change({ year: view.year - 1 })}
          >
            <IconChevronLeft size={16} />
          </ActionIcon>
        </Tooltip>
        <Text size="sm" fw={600} w={44} ta="center" aria-live="polite">
          {view.year}
        </Text>
        <Tooltip label={t('grid.year.next')}>
          <ActionIcon
            variant="default"
            size={36}
            aria-label={t('grid.year.next')}
            onClick={() => change({ year: view.year + 1 })}
          >
            <IconChevronRight size={16} />
          </ActionIcon>
        </Tooltip>
      </Group>
      <Group gap="xs" ml="auto" className={classes.year}>
        <Button variant="default" onClick={onFill}>
          {t('fill.open')}
        </Button>
        <Tooltip label={t('spread.onlySums')} disabled={canSpread}>
          <Button
            variant="default"
            data-disabled={!canSpread || undefined}
            aria-disabled={!canSpread}
            onClick={() => canSpread && onSpread()}
          >
            {t('spread.open')}
          </Button>
        </Tooltip>
      </Group>
    </div>
  );
}

function canBeSplit({ dimensions }: KpiDescription, down: GridDown): boolean {
  return down !== 'kpis' && dimensions.includes(down);
}

/** A KPI that cannot be split by the new dimension gives way to the first that can. */
function downFor(down: GridDown, { kpi }: GridView, kpis: readonly KpiDescription[]): Partial<GridView> {
  if (down === 'kpis') return { down };
  const known = kpis.find(({ id }) => id === kpi);
  if (known && canBeSplit(known, down)) return { down };
  return { down, kpi: kpis.find((candidate) => canBeSplit(candidate, down))?.id ?? kpi };
}

function keyOf({ kind, key }: ScopeOfTarget): string {
  return kind === 'all' ? allKey : `${kind} ${key}`;
}

function scopeOf(text: string, names: MemberNames): ScopeOfTarget {
  for (const kind of memberDimensions) {
    const key = names[kind].find((name) => keyOf({ kind, key: name }) === text);
    if (key !== undefined) return { kind, key };
  }
  return { kind: 'all', key: '' };
}
