import { SegmentedControl, Table, Text } from '@mantine/core';
import { cellFormatOf } from '@shared/kpi/cell-format';
import type { FigureTable } from '@shared/model/table-cell';
import { kpiReading } from '@shared/scenario/kpi-reading';
import { waterfall } from '@shared/scenario/waterfall';
import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useKpis } from '../../../app/kpi-catalogue.store';
import { useFormat } from '../../../app/use-format';
import type { ChartColors } from '../../../components/Chart';
import { adjustmentSentence } from '../adjustment-words';
import { Delta } from '../Delta';
import { KpiChoice } from './KpiChoice';
import { QuestionFrame } from './QuestionFrame';
import classes from './Questions.module.css';
import { type SpanRow, spanOption } from './span-chart';
import { useQuestion } from './use-question';

export interface QuestionProps {
  readonly kpi: string;
  onKpi(kpi: string): void;
}

type Split = 'inOrder' | 'fair';

/** From base to scenario: what each lever adds. */
export function WaterfallPanel({ kpi, onKpi }: QuestionProps) {
  const { t } = useTranslation('whatif');
  const format = useFormat();
  const { evaluator, adjustments } = useQuestion();
  const [split, setSplit] = useState<Split>('inOrder');
  const { unit, direction } = useKpis()(kpi);
  const kpiName = t(`kpis:${kpi}.name`);
  const found = useMemo(
    () => (evaluator === null ? null : waterfall(adjustments, kpiReading(evaluator, kpi))),
    [evaluator, adjustments, kpi],
  );
  const steps = useMemo(() => {
    let at = found?.base ?? 0;
    return (found?.steps ?? []).map((step) => {
      const from = at;
      at += step[split];
      const adjustment = adjustments.find(({ id }) => id === step.adjustment);
      return { ...step, from, to: at, name: adjustment ? adjustmentSentence(adjustment, format, t) : '' };
    });
  }, [found, split, adjustments, format, t]);
  const option = useCallback(
    (colors: ChartColors) => {
      const rows = steps.map(({ name, from, to }): SpanRow => {
        const better = direction === 'near' ? null : to > from === (direction === 'up');
        const tone = better === null ? 'more' : better ? 'good' : 'bad';
        return { name, spans: [{ from, to, tone, label: format.change(to - from, unit) }] };
      });
      const short = (value: number) => format.kpi(value, unit, { compact: true });
      const references = found
        ? [
            { at: found.base, label: t('kpi.base') },
            { at: found.scenario, label: t('kpi.scenario') },
          ]
        : [];
      return spanOption(rows, references, colors, short);
    },
    [steps, found, direction, unit, format, t],
  );
  const isEmpty = found === null || steps.length === 0;
  const table: FigureTable | null = isEmpty
    ? null
    : {
        columns: [
          { heading: t('waterfall.step'), format: 'general' },
          { heading: `${t('waterfall.adds')} – ${t('waterfall.inOrder')}`, format: cellFormatOf[unit] },
          { heading: `${t('waterfall.adds')} – ${t('waterfall.fair')}`, format: cellFormatOf[unit] },
          { heading: kpiName, format: cellFormatOf[unit] },
        ],
        rows: [
          [t('kpi.base'), null, null, found.base],
          ...steps.map(({ name, inOrder, fair, to }) => [name, inOrder, fair, to]),
          [t('kpi.scenario'), found.scenario - found.base, found.scenario - found.base, found.scenario],
        ],
      };
  return (
    <QuestionFrame
      name={`${t('waterfall')} – ${kpiName}`}
      controls={
        <>
          <KpiChoice value={kpi} onChange={onKpi} />
          <SegmentedControl
            aria-label={t('waterfall.split')}
            value={split}
            data={(['inOrder', 'fair'] as const).map((value) => ({ value, label: t(`waterfall.${value}`) }))}
            onChange={(value) => setSplit(value === 'fair' ? 'fair' : 'inOrder')}
          />
        </>
      }
      explanation={
        <>
          {t(`waterfall.${split}.explanation`)}{' '}
          {split === 'fair' && found?.exact === false && t('waterfall.drawn')}
        </>
      }
      chart={
        isEmpty
          ? null
          : {
              description: t('waterfall.description', { kpi: kpiName }),
              height: 70 + steps.length * 44,
              option,
            }
      }
      table={table}
    >
      {isEmpty ? (
        <Text>{t(found === null ? 'question.noValue' : 'question.noLever')}</Text>
      ) : (
        <Table verticalSpacing={5} mt="sm">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('waterfall.step')}</Table.Th>
              <Table.Th className={classes.number}>{t('waterfall.adds')}</Table.Th>
              <Table.Th className={classes.number}>{kpiName}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            <Table.Tr>
              <Table.Td>{t('kpi.base')}</Table.Td>
              <Table.Td />
              <Table.Td className={classes.number}>{format.kpi(found.base, unit)}</Table.Td>
            </Table.Tr>
            {steps.map(({ adjustment, name, from, to }) => (
              <Table.Tr key={adjustment}>
                <Table.Td>{name}</Table.Td>
                <Table.Td className={classes.number}>
                  <Delta delta={to - from} unit={unit} direction={direction} />
                </Table.Td>
                <Table.Td className={classes.number}>{format.kpi(to, unit)}</Table.Td>
              </Table.Tr>
            ))}
            <Table.Tr fw={650}>
              <Table.Td>{t('kpi.scenario')}</Table.Td>
              <Table.Td className={classes.number}>
                <Delta delta={found.scenario - found.base} unit={unit} direction={direction} />
              </Table.Td>
              <Table.Td className={classes.number}>{format.kpi(found.scenario, unit)}</Table.Td>
            </Table.Tr>
          </Table.Tbody>
        </Table>
      )}
    </QuestionFrame>
  );
}
