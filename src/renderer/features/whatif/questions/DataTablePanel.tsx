import { Group, NumberInput, Select, Stack, Text } from '@mantine/core';
import { cellFormatOf } from '@shared/kpi/cell-format';
import type { FigureTable } from '@shared/model/table-cell';
import { dataTable, triedValues } from '@shared/scenario/data-table';
import { kpiReading } from '@shared/scenario/kpi-reading';
import type { Adjustment } from '@shared/scenario/scenario';
import { movedBy, type TornadoRange } from '@shared/scenario/tornado';
import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useKpis } from '../../../app/kpi-catalogue.store';
import { useFormat } from '../../../app/use-format';
import type { ChartColors } from '../../../components/Chart';
import { adjustmentSentence } from '../adjustment-words';
import { curveOption } from './curve-option';
import { heatOption } from './heat-option';
import { KpiChoice } from './KpiChoice';
import { LeverNumber } from './LeverNumber';
import { leverValue } from './lever-words';
import { QuestionFrame } from './QuestionFrame';
import { useQuestion } from './use-question';
import type { QuestionProps } from './WaterfallPanel';

/** About today's value, unless the person says otherwise. */
const usualReach = movedBy(0.2);
const fewestSteps = 2;
const mostSteps = 15;

/** A KPI over the values of one lever, or of two against each other. */
export function DataTablePanel({ kpi, onKpi }: QuestionProps) {
  const { t } = useTranslation('questions');
  const format = useFormat();
  const { evaluator, adjustments } = useQuestion();
  const [chosen, setChosen] = useState<{ readonly down: string | null; readonly across: string | null }>({
    down: null,
    across: null,
  });
  const [steps, setSteps] = useState(7);
  const [ranges, setRanges] = useState<Readonly<Record<string, TornadoRange>>>({});
  const { unit } = useKpis()(kpi);
  const kpiName = t(`kpis:${kpi}.name`);
  const down = adjustments.find(({ id }) => id === chosen.down) ?? adjustments[0];
  const across = adjustments.find(({ id }) => id === chosen.across && id !== down?.id);
  const found = useMemo(() => {
    if (evaluator === null || down === undefined) return null;
    const tried = (own: Adjustment) => {
      const { low, high } = ranges[own.id] ?? usualReach(own);
      return {
        adjustment: own.id,
        field: 'value' as const,
        values: triedValues(Math.min(low, high), Math.max(low, high), steps, own.value),
      };
    };
    const [rows, columns] = [tried(down), across ? tried(across) : null];
    return { rows, columns, cells: dataTable(adjustments, rows, columns, kpiReading(evaluator, kpi)) };
  }, [evaluator, adjustments, down, across, ranges, steps, kpi]);
  const words = useMemo(() => {
    if (found === null || down === undefined) return null;
    const names = (own: Adjustment, values: readonly number[]) =>
      values.map((value) => leverValue(own, value, format, t));
    return {
      down: names(down, found.rows.values),
      across: across && found.columns ? names(across, found.columns.values) : [],
      today: {
        down: nearest(found.rows.values, down.value),
        across: across && found.columns ? nearest(found.columns.values, across.value) : 0,
      },
    };
  }, [found, down, across, format, t]);
  const option = useCallback(
    (colors: ChartColors) => {
      if (found === null || words === null) return {};
      if (found.columns !== null)
        return heatOption({ ...words, cells: found.cells }, colors, (value) =>
          format.kpi(value, unit, { compact: true }),
        );
      const points = words.down.map((name, place) => ({ name, kpi: found.cells[place]?.[0] ?? null }));
      return curveOption({ points, kpiName, unit, across: null, today: words.today.down }, colors, format);
    },
    [found, words, kpiName, unit, format],
  );
  if (down === undefined || found === null || words === null)
    return <Text>{t('whatif:question.noLever')}</Text>;
  const sentence = (own: Adjustment) => adjustmentSentence(own, format, t);
  const data = adjustments.map((own) => ({ value: own.id, label: sentence(own) }));
  const ends = (own: Adjustment, label: string) => {
    const range = ranges[own.id] ?? usualReach(own);
    return (['low', 'high'] as const).map((end) => (
      <LeverNumber
        key={`${own.id} ${end}`}
        isLabelled
        shownLabel={t(`table.${end}.short`)}
        size="sm"
        width={92}
        adjustment={own}
        field="value"
        label={t(`table.${end}`, { label })}
        value={range[end]}
        onChange={(value) => setRanges({ ...ranges, [own.id]: { ...range, [end]: value } })}
      />
    ));
  };
  const table: FigureTable = {
    columns: [
      { heading: sentence(down), format: 'general' },
      ...(across ? words.across : [kpiName]).map((heading) => ({ heading, format: cellFormatOf[unit] })),
    ],
    rows: found.cells.map((row, place) => [words.down[place] ?? '', ...row]),
  };
  return (
    <QuestionFrame
      name={`${t('table')} – ${kpiName}`}
      controls={
        <Stack gap="xs">
          <Group gap="sm" align="flex-end">
            <KpiChoice value={kpi} onChange={onKpi} />
            <NumberInput
              w={84}
              label={t('table.steps')}
              min={fewestSteps}
              max={mostSteps}
              value={steps}
              onChange={(value) =>
                typeof value === 'number' &&
                setSteps(Math.min(mostSteps, Math.max(fewestSteps, Math.round(value))))
              }
            />
          </Group>
          <Group gap="sm" align="flex-end" wrap="nowrap">
            <Select
              w={216}
              label={t('table.down')}
              allowDeselect={false}
              value={down.id}
              data={data}
              onChange={(id) => setChosen({ ...chosen, down: id })}
            />
            {ends(down, t('table.down'))}
          </Group>
          <Group gap="sm" align="flex-end" wrap="nowrap">
            <Select
              w={216}
              label={t('table.across')}
              placeholder={t('table.alone')}
              clearable
              clearButtonProps={{ 'aria-label': t('table.alone') }}
              value={across?.id ?? null}
              data={data.filter(({ value }) => value !== down.id)}
              onChange={(id) => setChosen({ ...chosen, across: id })}
            />
            {across && ends(across, t('table.across'))}
          </Group>
        </Stack>
      }
      explanation={
        across ? t('table.explanation.two', { across: sentence(across) }) : t('table.explanation.one')
      }
      chart={{
        description: t('table.description', { kpi: kpiName }),
        height: across ? 60 + words.down.length * 34 : 260,
        option,
      }}
      table={table}
    />
  );
}

/** Place of the value closest to another. */
function nearest(values: readonly number[], to: number): number {
  const distances = values.map((value) => Math.abs(value - to));
  return distances.indexOf(Math.min(...distances));
}
