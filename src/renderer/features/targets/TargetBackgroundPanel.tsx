import { Text, Title } from '@mantine/core';
import { periodRange } from '@shared/model/period';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDataEffect } from '../../app/use-data-effect';
import { useFormat } from '../../app/use-format';
import { useWorkspace } from '../../app/workspace.store';
import { GoalEvidenceList } from '../../components/GoalEvidenceList';
import { useKpiFormat } from '../../components/use-kpi-format';
import { heldValue, type TargetRow } from './grid-model';
import { TargetHistory } from './TargetHistory';
import classes from './TargetsPage.module.css';
import { readBackground, type TargetBackground } from './target-grid.store';

interface TargetBackgroundPanelProps {
  readonly row: TargetRow;
  /** Empty for every period. */
  readonly period: string;
}

/** What the chosen target stands on, whose it is, and what has become of it. */
export function TargetBackgroundPanel({ row, period }: TargetBackgroundPanelProps) {
  const { t } = useTranslation('targets');
  const format = useFormat();
  const kpiFormat = useKpiFormat();
  const fiscalYearStart = useWorkspace(({ workspace }) => workspace?.options.fiscalYearStart ?? 1);
  const [background, setBackground] = useState<TargetBackground | null>(null);
  const { kpi, scope } = row;
  useDataEffect(() => {
    let isCurrent = true;
    const owner = { kpi: kpi.id, scopeKind: scope.kind, scopeKey: scope.key, period };
    const range = period === '' ? null : periodRange(period, fiscalYearStart);
    readBackground(owner, range).then(
      (read) => isCurrent && setBackground(read),
      () => isCurrent && setBackground(null),
    );
    return () => {
      isCurrent = false;
    };
  }, [kpi.id, scope.kind, scope.key, period, fiscalYearStart]);

  const cell = row.cells.get(period);
  const goal = heldValue(cell);
  const owner = cell?.held?.owner;
  const write = (value: number | null) => kpiFormat.value(value, kpi.unit);
  const name = scope.kind === 'all' ? t('kpis:scope.all') : scope.key;
  return (
    <section className={classes.background} aria-label={t('background')}>
      <div>
        <Title order={2} size="h5">
          {t('background.title', {
            kpi: t(`kpis:${kpi.id}.name`),
            scope: name,
            period: period === '' ? t('period.every') : format.period(period),
          })}
        </Title>
        <Text size="sm">
          {cell?.own
            ? t('background.own', { value: write(goal) })
            : goal === null
              ? t('background.none')
              : owner === scope.kind
                ? t('background.derived', { value: write(goal) })
                : t('background.inherited', { value: write(goal), owner: t(`kpis:scope.${owner ?? 'all'}`) })}
        </Text>
        <GoalEvidenceList
          evidence={background?.evidence ?? null}
          goal={goal}
          unit={kpi.unit}
          isAdditive={kpi.isAdditive}
        />
      </div>
      <div>
        <Title order={2} size="h5">
          {t('history')}
        </Title>
        <TargetHistory changes={background?.changes ?? []} unit={kpi.unit} />
      </div>
    </section>
  );
}
