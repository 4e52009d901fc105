import { Group, SegmentedControl, Table, Text } from '@mantine/core';
import { kpiReading } from '@shared/scenario/kpi-reading';
import { waterfall } from '@shared/scenario/waterfall';
import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useKpis } from '../../app/kpi-catalogue.store';
import { useFormat } from '../../app/use-format';
import { Chart, type ChartColors } from '../../components/Chart';
import { adjustmentSentence } from './adjustment-words';
import { Delta } from './Delta';
import { KpiChoice } from './KpiChoice';
import { type SpanRow, spanOption } from './span-chart';
import { useQuestion } from './use-question';
import classes from './WhatIfPage.module.css';

export interface QuestionProps {
  readonly kpi: string;
  onKpi(kpi: string): void;
}

/** From base to scenario: what each lever adds. */
export function WaterfallPanel({ kpi, onKpi }: QuestionProps) {
  const { t } = useTranslation('whatif');
  const format = useFormat();
  const { evaluator, adjustments } = useQuestion();
  const [split, setSplit] = useState<'inOrder' | 'fair'>('inOrder');
  const { unit, direction } = useKpis()(kpi);
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
  return (
    <>
      <Group align="flex-end" mb="sm">
        <KpiChoice value={kpi} onChange={onKpi} />
        <SegmentedControl
          aria-label={t('waterfall.split')}
          value={split}
          data={(['inOrder', 'fair'] as const).map((value) => ({ value, label: t(`waterfall.${value}`) }))}
          onChange={(value) => setSplit(value as typeof split)}
        />
      </Group>
      <Text size="sm" c="dimmed" mb="sm">
        {t(`waterfall.${split}.explanation`)}{' '}
        {split === 'fair' && found?.exact === false && t('waterfall.drawn')}
      </Text>
      {found === null || steps.length === 0 ? (
        <Text>{t(found === null ? 'question.noValue' : 'question.noLever')}</Text>
      ) : (
        <>
          <Chart
            description={t('waterfall.description', { kpi: t(`kpis:${kpi}.name`) })}
            height={70 + steps.length * 44}
            option={option}
          />
          <Table verticalSpacing={5} mt="sm">
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('waterfall.step')}</Table.Th>
                <Table.Th className={classes.number}>{t('waterfall.adds')}</Table.Th>
                <Table.Th className={classes.number}>{t(`kpis:${kpi}.name`)}</Table.Th>
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
        </>
      )}
    </>
  );
}
