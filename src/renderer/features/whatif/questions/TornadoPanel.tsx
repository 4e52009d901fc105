import { NumberInput, Table, Text } from '@mantine/core';
import { cellFormatOf } from '@shared/kpi/cell-format';
import type { FigureTable } from '@shared/model/table-cell';
import { kpiReading } from '@shared/scenario/kpi-reading';
import { movedBy, type TornadoRange, tornado } from '@shared/scenario/tornado';
import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useKpis } from '../../../app/kpi-catalogue.store';
import { useFormat } from '../../../app/use-format';
import type { ChartColors } from '../../../components/Chart';
import { adjustmentSentence } from '../adjustment-words';
import { KpiChoice } from './KpiChoice';
import { LeverNumber } from './LeverNumber';
import { QuestionFrame } from './QuestionFrame';
import classes from './Questions.module.css';
import { type Span, type SpanRow, spanOption } from './span-chart';
import { useQuestion } from './use-question';
import type { QuestionProps } from './WaterfallPanel';

/** Which lever matters most: each moved down and up alone. */
export function TornadoPanel({ kpi, onKpi }: QuestionProps) {
  const { t } = useTranslation('whatif');
  const format = useFormat();
  const { evaluator, adjustments } = useQuestion();
  const [percent, setPercent] = useState(10);
  /** Lows and highs that the person has set, by the adjustment's id. */
  const [own, setOwn] = useState<Readonly<Record<string, TornadoRange>>>({});
  const { unit } = useKpis()(kpi);
  const kpiName = t(`kpis:${kpi}.name`);
  const asked = useMemo(() => {
    if (evaluator === null) return null;
    const reading = kpiReading(evaluator, kpi);
    const usual = movedBy(percent / 100);
    const bars = tornado(adjustments, (adjustment) => own[adjustment.id] ?? usual(adjustment), reading);
    return { now: reading(adjustments), bars };
  }, [evaluator, adjustments, kpi, percent, own]);
  const rows = useMemo(
    () =>
      (asked?.bars ?? []).flatMap((bar) => {
        const adjustment = adjustments.find(({ id }) => id === bar.adjustment);
        if (adjustment === undefined) return [];
        const name = (value: number) => adjustmentSentence({ ...adjustment, value }, format, t);
        return [{ bar, adjustment, name: name(adjustment.value), nameOf: name }];
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
        ({ name, bar: { low, high } }): SpanRow => ({
          name,
          spans: [...span(low.kpi, 'less'), ...span(high.kpi, 'more')],
        }),
      );
      return spanOption(spanRows, now === null ? [] : [{ at: now, label: t('kpi.scenario') }], colors, short);
    },
    [rows, asked, unit, format, t],
  );
  const inUnit = (heading: string) => ({ heading, format: cellFormatOf[unit] });
  const text = (heading: string) => ({ heading, format: 'general' as const });
  const table: FigureTable | null =
    rows.length === 0
      ? null
      : {
          columns: [
            text(t('tornado.down')),
            inUnit(kpiName),
            text(t('tornado.up')),
            inUnit(kpiName),
            inUnit(t('tornado.effect')),
          ],
          rows: rows.map(({ bar: { low, high, effect }, nameOf }) => [
            nameOf(low.value),
            low.kpi,
            nameOf(high.value),
            high.kpi,
            effect,
          ]),
        };
  return (
    <QuestionFrame
      name={`${t('tornado')} – ${kpiName}`}
      controls={
        <>
          <KpiChoice value={kpi} onChange={onKpi} />
          <NumberInput
            w={150}
            label={t('tornado.by')}
            min={1}
            max={100}
            suffix=" %"
            value={percent}
            onChange={(value) => typeof value === 'number' && value > 0 && setPercent(value)}
          />
        </>
      }
      explanation={t('tornado.explanation', { percent: format.percent(percent / 100) })}
      chart={
        rows.length === 0
          ? null
          : { description: t('tornado.description', { kpi: kpiName }), height: 70 + rows.length * 44, option }
      }
      table={table}
    >
      {rows.length === 0 ? (
        <Text>{t('question.noLever')}</Text>
      ) : (
        <div className={classes.wide}>
          <Table verticalSpacing={5} horizontalSpacing={8} mt="sm">
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('goal.lever')}</Table.Th>
                <Table.Th className={classes.number}>
                  <span aria-hidden className={classes.less}>
                    ■{' '}
                  </span>
                  {t('tornado.down')}
                </Table.Th>
                <Table.Th className={classes.part}>{kpiName}</Table.Th>
                <Table.Th className={classes.number}>
                  <span aria-hidden className={classes.more}>
                    ■{' '}
                  </span>
                  {t('tornado.up')}
                </Table.Th>
                <Table.Th className={classes.part}>{kpiName}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {rows.map(({ bar: { adjustment: id, low, high }, adjustment, name }) => {
                const move = (change: Partial<TornadoRange>) =>
                  setOwn({ ...own, [id]: { low: low.value, high: high.value, ...change } });
                return (
                  <Table.Tr key={id}>
                    <Table.Td>{name}</Table.Td>
                    <Table.Td align="right">
                      <LeverNumber
                        adjustment={adjustment}
                        field="value"
                        label={`${t('tornado.down')}: ${name}`}
                        value={low.value}
                        onChange={(value) => move({ low: value })}
                      />
                    </Table.Td>
                    <Table.Td className={classes.number}>{format.kpi(low.kpi, unit)}</Table.Td>
                    <Table.Td align="right">
                      <LeverNumber
                        adjustment={adjustment}
                        field="value"
                        label={`${t('tornado.up')}: ${name}`}
                        value={high.value}
                        onChange={(value) => move({ high: value })}
                      />
                    </Table.Td>
                    <Table.Td className={classes.number}>{format.kpi(high.kpi, unit)}</Table.Td>
                  </Table.Tr>
                );
              })}
            </Table.Tbody>
          </Table>
        </div>
      )}
    </QuestionFrame>
  );
}
