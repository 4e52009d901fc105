import { Group, MultiSelect, Table, Text } from '@mantine/core';
import { compareScenarios } from '@shared/scenario/compare-scenarios';
import type { EChartsCoreOption } from 'echarts/core';
import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useKpis } from '../../app/kpi-catalogue.store';
import { useFormat } from '../../app/use-format';
import { Chart, type ChartColors } from '../../components/Chart';
import { KpiChoice } from './KpiChoice';
import { useQuestion } from './use-question';
import type { QuestionProps } from './WaterfallPanel';
import classes from './WhatIfPage.module.css';
import { useWhatIf } from './whatif.store';

const mostCompared = 5;

/** The base and up to five scenarios side by side, in the period of the one on the screen. */
export function ComparePanel({ kpi, onKpi }: QuestionProps) {
  const { t } = useTranslation('whatif');
  const format = useFormat();
  const { evaluator, adjustments } = useQuestion();
  const { scenarios, draft } = useWhatIf();
  const [chosen, setChosen] = useState<readonly string[] | null>(null);
  const current = draft?.name ?? '';
  const names = useMemo(() => {
    const others = scenarios.filter(({ id }) => id !== draft?.id).map(({ name }) => name);
    return [current, ...others];
  }, [scenarios, draft?.id, current]);
  const shown = (chosen ?? names).filter((name) => names.includes(name)).slice(0, mostCompared);
  const asked = shown.join('\n');
  const rows = useMemo(() => {
    if (evaluator === null) return [];
    const draftNow = { name: current, adjustments };
    return compareScenarios(evaluator, asked === '' ? [] : asked.split('\n'), draftNow, scenarios);
  }, [evaluator, asked, current, adjustments, scenarios]);
  const row = rows.find(({ id }) => id === kpi);
  const kpiOf = useKpis();
  const { unit } = kpiOf(kpi);
  const option = useCallback(
    ({ series, quiet, text }: ChartColors): EChartsCoreOption => ({
      grid: { left: 0, right: 96, top: 4, bottom: 0, outerBoundsMode: 'same' },
      xAxis: { type: 'value', show: false },
      yAxis: {
        type: 'category',
        inverse: true,
        data: [t('kpi.base'), ...asked.split('\n')],
        axisLine: { show: false },
        axisLabel: { color: text, width: 200, overflow: 'break' },
      },
      series: [
        {
          type: 'bar',
          barMaxWidth: 22,
          silent: true,
          data: row?.values.map((value, index) => ({
            value,
            itemStyle: { color: index === 0 ? quiet : series[0] },
          })),
          label: {
            show: true,
            position: 'right',
            color: text,
            formatter: ({ value }: { readonly value: number }) => format.kpi(value, unit, { compact: true }),
          },
        },
      ],
    }),
    [row, asked, format, unit, t],
  );
  return (
    <>
      <Group align="flex-end" mb="sm">
        <MultiSelect
          flex={1}
          miw={260}
          label={t('compare.scenarios')}
          maxValues={mostCompared}
          data={names}
          value={[...shown]}
          onChange={setChosen}
        />
        <KpiChoice value={kpi} onChange={onKpi} />
      </Group>
      <Text size="sm" c="dimmed" mb="sm">
        {t('compare.explanation')}
      </Text>
      {shown.length > 0 && (
        <Chart
          description={t('compare.description', { kpi: t(`kpis:${kpi}.name`) })}
          height={20 + (shown.length + 1) * 40}
          option={option}
        />
      )}
      <div className={classes.wide}>
        <Table verticalSpacing={5} mt="sm">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('kpi')}</Table.Th>
              <Table.Th className={classes.number}>{t('kpi.base')}</Table.Th>
              {shown.map((name) => (
                <Table.Th key={name} ta="right">
                  {name}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map(({ id, values, best }) => (
              <Table.Tr key={id}>
                <Table.Td>{t(`kpis:${id}.name`)}</Table.Td>
                {values.map((value, index) => (
                  <Table.Td
                    // The columns are the scenarios in their order.
                    key={['', ...shown][index]}
                    className={classes.number}
                    fw={index === best ? 700 : undefined}
                  >
                    {index === best && (
                      <span role="img" aria-label={t('compare.best')}>
                        ★{' '}
                      </span>
                    )}
                    {format.kpi(value, kpiOf(id).unit)}
                  </Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
    </>
  );
}
