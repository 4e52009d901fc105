import { Text } from '@mantine/core';
import type { KpiUnit } from '@shared/kpi/declaration';
import type { GoalEvidence } from '@shared/planning/goal-evidence';
import { goalStatements } from '@shared/planning/goal-statements';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../app/use-format';
import classes from './GoalEvidenceList.module.css';
import { useKpiFormat } from './use-kpi-format';

interface GoalEvidenceListProps {
  readonly evidence: GoalEvidence | null;
  readonly goal: number | null;
  readonly unit: KpiUnit;
  /** Whether the KPI is a sum, whose goal is held against months. */
  readonly isAdditive: boolean;
}

/** What a goal stands on: own past and benchmark, each with how far the goal lies from it. */
export function GoalEvidenceList({ evidence, goal, unit, isAdditive }: GoalEvidenceListProps) {
  const { t } = useTranslation('components');
  const format = useFormat();
  const kpiFormat = useKpiFormat();
  const statements = evidence === null ? [] : goalStatements(evidence, goal, isAdditive);
  if (statements.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {t('evidence.none')}
      </Text>
    );
  return (
    <ul className={classes.statements}>
      {statements.map(({ key, value, change }) => (
        <li key={key}>
          {t(`evidence.${key}`, {
            value: kpiFormat.value(value, unit),
            from: format.date(evidence?.range.from ?? null),
            to: format.date(evidence?.range.to ?? null),
          })}
          {change !== null && (
            <span className={classes.change}>
              {' '}
              {t(change < 0 ? 'evidence.below' : 'evidence.above', {
                change: format.percent(Math.abs(change)),
              })}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
