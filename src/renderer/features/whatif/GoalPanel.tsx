import { Button, Group, NumberInput, Select, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { decimalSeparatorOf } from '@shared/format/parse-number';
import { type GoalResult, seekGoal, withValue } from '@shared/scenario/goal-seek';
import { kpiReading } from '@shared/scenario/kpi-reading';
import type { Adjustment } from '@shared/scenario/scenario';
import { soughtBounds } from '@shared/scenario/sought-bounds';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useKpis } from '../../app/kpi-catalogue.store';
import { useFormat } from '../../app/use-format';
import { adjustmentSentence } from './adjustment-words';
import { KpiChoice } from './KpiChoice';
import { LeverCurve } from './LeverCurve';
import { useQuestion } from './use-question';
import type { QuestionProps } from './WaterfallPanel';
import { useWhatIf } from './whatif.store';

/** Which value of one lever brings a KPI to a goal. */
export function GoalPanel({ kpi, onKpi }: QuestionProps) {
  const { t } = useTranslation('whatif');
  const format = useFormat();
  const { evaluator, adjustments } = useQuestion();
  const { draft, base } = useWhatIf();
  const own = draft?.adjustments.filter(({ locked }) => !locked) ?? [];
  const [chosen, setChosen] = useState<string | null>(null);
  const varied = own.find(({ id }) => id === chosen) ?? own[0];
  const [goals, setGoals] = useState<Readonly<Record<string, number>>>({});
  const { unit } = useKpis()(kpi);
  const given = base?.values.find(({ id }) => id === kpi);
  const target = goals[kpi] ?? given?.target ?? given?.value ?? 0;
  const [restedTarget] = useDebouncedValue(target, 200);
  const factor = unit === 'percent' ? 100 : 1;
  const variedId = varied?.id;
  const found = useMemo(() => {
    const adjustment = adjustments.find(({ id }) => id === variedId);
    if (evaluator === null || adjustment === undefined) return null;
    const bounds = soughtBounds(adjustment, 'value', evaluator.cube);
    const goal = { adjustment: adjustment.id, field: 'value' as const, target: restedTarget, ...bounds };
    const reading = kpiReading(evaluator, kpi);
    const read = (value: number) => reading(withValue(adjustments, goal, value));
    return { bounds, adjustment, read, result: seekGoal(adjustments, goal, reading) };
  }, [evaluator, adjustments, variedId, kpi, restedTarget]);
  if (varied === undefined) {
    const hasLevers = (draft?.adjustments.length ?? 0) > 0;
    return <Text>{t(hasLevers ? 'goal.allLocked' : 'question.noLever')}</Text>;
  }
  return (
    <>
      <Group align="flex-end" mb="sm">
        <Select
          w={260}
          label={t('goal.lever')}
          allowDeselect={false}
          value={varied.id}
          data={own.map((adjustment) => ({
            value: adjustment.id,
            label: adjustmentSentence(adjustment, format, t),
          }))}
          onChange={setChosen}
        />
        <KpiChoice value={kpi} onChange={onKpi} />
        <NumberInput
          w={170}
          label={t('goal.target')}
          suffix={unit === 'percent' ? ' %' : undefined}
          decimalSeparator={decimalSeparatorOf(format.locale)}
          thousandSeparator=" "
          decimalScale={2}
          value={Math.round(target * factor * 100) / 100}
          onChange={(value) => typeof value === 'number' && setGoals({ ...goals, [kpi]: value / factor })}
        />
      </Group>
      {found && (
        <>
          <Answer {...found} kpi={kpi} />
          <LeverCurve {...found} kpi={kpi} target={restedTarget} />
        </>
      )}
    </>
  );
}

interface AnswerProps {
  readonly kpi: string;
  readonly result: GoalResult;
  readonly adjustment: Adjustment;
}

function Answer({ kpi, result, adjustment }: AnswerProps) {
  const { t } = useTranslation('whatif');
  const format = useFormat();
  const { changeAdjustment, storeSoon } = useWhatIf();
  const { unit } = useKpis()(kpi);
  const name = t(`kpis:${kpi}.name`);
  if (result.kind === 'noValue') return <Text role="status">{t('question.noValue')}</Text>;
  const reached = format.kpi(result.reached, unit);
  if (result.kind === 'unmoved') return <Text role="status">{t('goal.unmoved', { name, reached })}</Text>;
  const { value } = result;
  const lever = adjustmentSentence({ ...adjustment, value }, format, t);
  const use = () => {
    changeAdjustment(adjustment.id, { value, enabled: true });
    storeSoon();
  };
  return (
    <Group mb="sm">
      <Text fw={600} role="status">
        {t(`goal.${result.kind}`, { name, reached, lever })}
      </Text>
      <Button size="xs" variant="light" onClick={use}>
        {t('goal.use')}
      </Button>
    </Group>
  );
}
