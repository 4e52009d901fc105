import { Button, Group, NumberInput, Select, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { decimalSeparatorOf } from '@shared/format/parse-number';
import { cellFormatOf } from '@shared/kpi/cell-format';
import { type GoalResult, seekGoal, withValue } from '@shared/scenario/goal-seek';
import { kpiReading } from '@shared/scenario/kpi-reading';
import type { Adjustment } from '@shared/scenario/scenario';
import { soughtBounds } from '@shared/scenario/sought-bounds';
import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useKpis } from '../../../app/kpi-catalogue.store';
import { useFormat } from '../../../app/use-format';
import type { ChartColors } from '../../../components/Chart';
import { adjustmentSentence } from '../adjustment-words';
import { useWhatIf } from '../whatif.store';
import { curveOption } from './curve-option';
import { KpiChoice } from './KpiChoice';
import { leverValue } from './lever-words';
import { QuestionFrame } from './QuestionFrame';
import classes from './Questions.module.css';
import { useQuestion } from './use-question';
import type { QuestionProps } from './WaterfallPanel';

/** Values that the lever is shown with. */
const shownValues = 11;

/** Which value of one lever brings a KPI to a goal. */
export function GoalPanel({ kpi, onKpi }: QuestionProps) {
  const { t } = useTranslation('whatif');
  const format = useFormat();
  const kpis = useKpis();
  const { evaluator, adjustments } = useQuestion();
  const { draft, base } = useWhatIf();
  const own = draft?.adjustments.filter(({ locked }) => !locked) ?? [];
  const [chosen, setChosen] = useState<string | null>(null);
  const varied = own.find(({ id }) => id === chosen) ?? own[0];
  const [goals, setGoals] = useState<Readonly<Record<string, number>>>({});
  const { unit } = kpis(kpi);
  const kpiName = t(`kpis:${kpi}.name`);
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
    const result = seekGoal(adjustments, goal, reading);
    const answer = 'value' in result ? result.value : adjustment.value;
    const points = valuesAround(adjustment, bounds, answer).map((value) => ({
      value,
      kpi: reading(withValue(adjustments, goal, value)),
    }));
    return { bounds, adjustment, points, result };
  }, [evaluator, adjustments, variedId, kpi, restedTarget]);
  const option = useCallback(
    (colors: ChartColors) => {
      const points = (found?.points ?? []).map((point) => ({
        name: found ? leverValue(found.adjustment, point.value, format, t) : '',
        kpi: point.kpi,
      }));
      const across = { at: restedTarget, label: t('goal.target') };
      return curveOption({ points, kpiName, unit, across, today: null }, colors, format);
    },
    [found, kpiName, unit, restedTarget, format, t],
  );
  if (varied === undefined) {
    const hasLevers = (draft?.adjustments.length ?? 0) > 0;
    return <Text>{t(hasLevers ? 'goal.allLocked' : 'question.noLever')}</Text>;
  }
  return (
    <QuestionFrame
      name={`${t('goal')} – ${kpiName}`}
      controls={
        <>
          <Select
            w={230}
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
            w={150}
            label={t('goal.target')}
            suffix={unit === 'percent' ? ' %' : undefined}
            decimalSeparator={decimalSeparatorOf(format.locale)}
            thousandSeparator=" "
            decimalScale={2}
            value={Math.round(target * factor * 100) / 100}
            onChange={(value) => typeof value === 'number' && setGoals({ ...goals, [kpi]: value / factor })}
          />
        </>
      }
      answer={found && <Answer {...found} kpi={kpi} />}
      chart={found && { description: t('goal.description', { kpi: kpiName }), height: 260, option }}
      table={
        found && {
          columns: [
            { heading: t('goal.lever'), format: 'general' },
            { heading: kpiName, format: cellFormatOf[unit] },
          ],
          rows: found.points.map((point) => [
            adjustmentSentence({ ...found.adjustment, value: point.value }, format, t),
            point.kpi,
          ]),
        }
      }
    />
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
  const { unit } = useKpis()(kpi);
  const { changeAdjustment, storeSoon } = useWhatIf();
  const name = t(`kpis:${kpi}.name`);
  if (result.kind === 'noValue') return <Text role="status">{t('question.noValue')}</Text>;
  const write = (value: number) => format.kpi(value, unit);
  const reached = write(result.reached);
  if (result.kind === 'unmoved') return <Text role="status">{t('goal.unmoved', { name, reached })}</Text>;
  const { value } = result;
  const lever = (at: number) => adjustmentSentence({ ...adjustment, value: at }, format, t);
  const use = () => {
    changeAdjustment(adjustment.id, { value, enabled: true });
    storeSoon();
  };
  return (
    <Group mb="sm" justify="space-between" wrap="nowrap">
      <div>
        <Text className={classes.answer} mb={0} role="status">
          {t(`goal.${result.kind}`, { name, reached, lever: lever(value) })}
        </Text>
        {result.kind === 'outOfReach' && (
          <Text size="sm" c="dimmed">
            {t('goal.reach', {
              name,
              least: write(result.least.reached),
              most: write(result.most.reached),
              atLeast: lever(result.least.value),
              atMost: lever(result.most.value),
            })}
          </Text>
        )}
      </div>
      <Button size="xs" variant="light" flex="none" onClick={use}>
        {t('goal.use')}
      </Button>
    </Group>
  );
}

/** From half to one and a half of the lever's reach about nothing changed, and as far as the answer lies. */
function valuesAround(
  { op }: Adjustment,
  { low, high }: { readonly low: number; readonly high: number },
  answer: number,
): readonly number[] {
  const [near, far] = op === 'scale' ? [0.5, 1.5] : [low / 2, high / 2];
  const [from, to] = [Math.min(near, answer), Math.max(far, answer)];
  return Array.from({ length: shownValues }, (_, index) => {
    const value = from + ((to - from) * index) / (shownValues - 1);
    return op === 'scale' ? Math.round(value * 100) / 100 : value;
  });
}
