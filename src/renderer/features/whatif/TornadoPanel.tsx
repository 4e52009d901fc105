import { Group, NumberInput, Table, Text } from '@mantine/core';
import { kpiReading } from '@shared/scenario/kpi-reading';
import { tornado } from '@shared/scenario/tornado';
import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useKpis } from '../../app/kpi-catalogue.store';
import { useFormat } from '../../app/use-format';
import { Chart, type ChartColors } from '../../components/Chart';
import { adjustmentSentence } from './adjustment-words';
import { KpiChoice } from './KpiChoice';
import { type Span, type SpanRow, spanOption } from './span-chart';
import { useQuestion } from './use-question';
import type { QuestionProps } from './WaterfallPanel';
import classes from './WhatIfPage.module.css';

/** Which lever matters most: each moved a little down and up alone. */
export function TornadoPanel({ kpi, onKpi }: QuestionProps) {
  const { t } = useTranslation('whatif');
  const format = useFormat();
  const { evaluator, adjustments } = useQuestion();
  const [percent, setPercent] = useState(10);
  const { unit } = useKpis()(kpi);
  const asked = useMemo(() => {
    if (evaluator === null) return null;
    const reading = kpiReading(evaluator, kpi);
    return { now: reading(adjustments), bars: tornado(adjustments, percent / 100, reading) };
  }, [evaluator, adjustments, kpi, percent]);
  const rows = useMemo(
    () =>
      (asked?.bars ?? []).map((bar) => {
        const adjustment = adjustments.find(({ id }) => id === bar.adjustment);
        const name = (value: number) =>
          adjustment ? adjustmentSentence({ ...adjustment, value }, format, t) : '';
        return {
          ...bar,
          name: name(adjustment?.value ?? 0),
          lowName: name(bar.low.value),
          highName: name(bar.high.value),
        };
      }),
    [asked, adjustments, format, t],
  );
  const option = useCallback(
    (colors: ChartColors) => {
      const short = (value: number) => format.kpi(value, unit, { compact: true });
      const now = asked?.now ?? null;
      const span = (to: number | null, tone: Span['tone']): readonly Span[] =>
        now === null || to === null || to === now ? [] : [{ from: now, to, tone, label: short(to) }];
      const spanRows = rows.map(
        ({ name, low, high }): SpanRow => ({
          name,
          spans: [...span(low.kpi, 'less'), ...span(high.kpi, 'more')],
        }),
      );
      return spanOption(spanRows, now === null ? [] : [{ at: now, label: t('kpi.scenario') }], colors, short);
    },
    [rows, asked, unit, format, t],
  );
  return (
    <>
      <Group align="flex-end" mb="sm">
        <KpiChoice value={kpi} onChange={onKpi} />
        <NumberInput
          w={150}
          label={t('tornado.by')}
          min={1}
          max={50}
          suffix=" %"
          value={percent}
          onChange={(value) => typeof value === 'number' && value > 0 && setPercent(value)}
        />
      </Group>
      <Text size="sm" c="dimmed" mb="sm">
        {t('tornado.explanation', { percent: format.percent(percent / 100) })}
      </Text>
      {rows.length === 0 ? (
        <Text>{t('question.noLever')}</Text>
      ) : (
        <>
          <Chart
            description={t('tornado.description', { kpi: t(`kpis:${kpi}.name`) })}
            height={70 + rows.length * 44}
            option={option}
          />
          <Table verticalSpacing={5} mt="sm">
            <Table.Thead>
              <Table.Tr>
                <Table.Th>
                  <span aria-hidden className={classes.less}>
                    ■{' '}
                  </span>
                  {t('tornado.down')}
                </Table.Th>
                <Table.Th className={classes.number}>{t(`kpis:${kpi}.name`)}</Table.Th>
                <Table.Th>
                  <span aria-hidden className={classes.more}>
                    ■{' '}
                  </span>
                  {t('tornado.up')}
                </Table.Th>
                <Table.Th className={classes.number}>{t(`kpis:${kpi}.name`)}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {rows.map(({ adjustment, low, high, lowName, highName }) => (
                <Table.Tr key={adjustment}>
                  <Table.Td>{lowName}</Table.Td>
                  <Table.Td className={classes.number}>{format.kpi(low.kpi, unit)}</Table.Td>
                  <Table.Td>{highName}</Table.Td>
                  <Table.Td className={classes.number}>{format.kpi(high.kpi, unit)}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </>
      )}
    </>
  );
}
