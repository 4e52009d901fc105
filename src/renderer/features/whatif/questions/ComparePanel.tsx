import { Checkbox, MultiSelect, SegmentedControl, Select, Table, Text } from '@mantine/core';
import { cellFormatOf, kpiCell } from '@shared/kpi/cell-format';
import type { KpiUnit } from '@shared/kpi/declaration';
import type { FigureTable } from '@shared/model/table-cell';
import {
  type ComparedRow,
  compareKpis,
  compareProducts,
  compareReps,
  outcomesOf,
  type ProductMeasure,
  productMeasures,
  type RepMeasure,
  repMeasures,
} from '@shared/scenario/compare-scenarios';
import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useKpis } from '../../../app/kpi-catalogue.store';
import { useFormat } from '../../../app/use-format';
import type { ChartColors } from '../../../components/Chart';
import { useWhatIf } from '../whatif.store';
import { compareOption } from './compare-option';
import { KpiChoice } from './KpiChoice';
import { QuestionFrame } from './QuestionFrame';
import classes from './Questions.module.css';
import { useQuestion } from './use-question';
import type { QuestionProps } from './WaterfallPanel';

const mostCompared = 5;
const subjects = ['kpis', 'reps', 'products'] as const;
type Subject = (typeof subjects)[number];

const repUnits: Readonly<Record<RepMeasure, KpiUnit>> = {
  attainment: 'percent',
  bookings: 'money',
  quota: 'money',
};
const productUnits: Readonly<Record<ProductMeasure, KpiUnit>> = {
  revenue: 'money',
  margin: 'money',
  volume: 'number',
  price: 'money',
};

/** The base and up to five scenarios side by side, in the period of the one on the screen. */
export function ComparePanel({ kpi, onKpi }: QuestionProps) {
  const { t } = useTranslation('whatif');
  const format = useFormat();
  const kpis = useKpis();
  const { evaluator, adjustments } = useQuestion();
  const { scenarios, draft } = useWhatIf();
  const [chosen, setChosen] = useState<readonly string[] | null>(null);
  const [subject, setSubject] = useState<Subject>('kpis');
  const [repMeasure, setRepMeasure] = useState<RepMeasure>('attainment');
  const [productMeasure, setProductMeasure] = useState<ProductMeasure>('revenue');
  const [asDeltas, setAsDeltas] = useState(false);
  const current = draft?.name ?? '';
  const names = useMemo(() => {
    const others = scenarios.filter(({ id }) => id !== draft?.id).map(({ name }) => name);
    return [current, ...others];
  }, [scenarios, draft?.id, current]);
  const shown = (chosen ?? names).filter((name) => names.includes(name)).slice(0, mostCompared);
  const asked = shown.join('\n');
  const outcomes = useMemo(() => {
    if (evaluator === null || asked === '') return [];
    return outcomesOf(evaluator, asked.split('\n'), { name: current, adjustments }, scenarios);
  }, [evaluator, asked, current, adjustments, scenarios]);
  const rows = useMemo(() => {
    switch (subject) {
      case 'kpis':
        return compareKpis(outcomes);
      case 'reps':
        return compareReps(outcomes, repMeasure);
      case 'products':
        return compareProducts(outcomes, productMeasure);
    }
  }, [outcomes, subject, repMeasure, productMeasure]);
  const unitOf = (id: string): KpiUnit =>
    subject === 'kpis'
      ? kpis(id).unit
      : subject === 'reps'
        ? repUnits[repMeasure]
        : productUnits[productMeasure];
  const measureName =
    subject === 'kpis' ? '' : subject === 'reps' ? t(`${repMeasure}`) : t(`product.${productMeasure}`);
  const nameOf = (id: string) => (subject === 'kpis' ? t(`kpis:${id}.name`) : id);
  const title = subject === 'kpis' ? t('allKpis') : `${t(subject)} – ${measureName}`;
  const charted = useMemo(() => {
    if (subject !== 'kpis') return rows;
    const own = outcomes.map(({ kpis: values }) => values.find(({ id }) => id === kpi));
    const values = [own[0]?.base ?? null, ...own.map((found) => found?.value ?? null)];
    return own.length === 0 ? [] : [{ id: kpi, values, best: null }];
  }, [subject, rows, outcomes, kpi]);
  const unit = unitOf(kpi);
  const option = useCallback(
    (colors: ChartColors) =>
      compareOption(
        charted,
        [t('kpi.base'), ...(asked === '' ? [] : asked.split('\n'))],
        colors,
        (value, isCompact) => format.kpi(value, unit, { compact: isCompact }),
      ),
    [charted, asked, unit, format, t],
  );
  const bars = subject === 'kpis' ? shown.length + 1 : 0;
  const chart = {
    description: t('compare.description', { kpi: subject === 'kpis' ? t(`kpis:${kpi}.name`) : title }),
    height: subject === 'kpis' ? 20 + bars * 40 : 300,
    option,
  };
  const table = comparedTable(rows, {
    first: subject === 'kpis' ? t('kpi') : t(subject === 'reps' ? 'rep' : 'product'),
    columns: [t('kpi.base'), ...shown],
    delta: (name) => t('compare.delta', { name }),
    nameOf,
    unitOf,
  });
  return (
    <QuestionFrame
      name={`${t('compare')} – ${title}`}
      controls={
        <>
          <MultiSelect
            w={300}
            label={t('compare.scenarios')}
            maxValues={mostCompared}
            data={names}
            value={[...shown]}
            onChange={setChosen}
          />
          <SegmentedControl
            aria-label={t('compare.by')}
            value={subject}
            data={subjects.map((value) => ({ value, label: t(value) }))}
            onChange={(value) => setSubject(subjects.find((candidate) => candidate === value) ?? 'kpis')}
          />
          {subject === 'kpis' && <KpiChoice value={kpi} onChange={onKpi} />}
          {subject === 'reps' && (
            <Select
              w={170}
              label={t('compare.measure')}
              allowDeselect={false}
              value={repMeasure}
              data={keysOf(repMeasures).map((value) => ({ value, label: t(value) }))}
              onChange={(value) =>
                setRepMeasure(keysOf(repMeasures).find((own) => own === value) ?? repMeasure)
              }
            />
          )}
          {subject === 'products' && (
            <Select
              w={170}
              label={t('compare.measure')}
              allowDeselect={false}
              value={productMeasure}
              data={keysOf(productMeasures).map((value) => ({ value, label: t(`product.${value}`) }))}
              onChange={(value) =>
                setProductMeasure(keysOf(productMeasures).find((own) => own === value) ?? productMeasure)
              }
            />
          )}
        </>
      }
      explanation={t('compare.explanation')}
      chart={shown.length > 0 && charted.length > 0 ? chart : null}
      table={table}
    >
      {rows.length === 0 ? (
        <Text>{t('compare.same')}</Text>
      ) : (
        <>
          <Checkbox
            mt="xs"
            label={t('compare.deltas')}
            checked={asDeltas}
            onChange={(event) => setAsDeltas(event.currentTarget.checked)}
          />
          <ComparedTable
            rows={rows}
            columns={[t('kpi.base'), ...shown]}
            first={table.columns[0]?.heading ?? ''}
            asDeltas={asDeltas}
            nameOf={nameOf}
            unitOf={unitOf}
          />
        </>
      )}
    </QuestionFrame>
  );
}

interface ComparedTableProps {
  readonly rows: readonly ComparedRow[];
  readonly columns: readonly string[];
  readonly first: string;
  readonly asDeltas: boolean;
  nameOf(id: string): string;
  unitOf(id: string): KpiUnit;
}

function ComparedTable({ rows, columns, first, asDeltas, nameOf, unitOf }: ComparedTableProps) {
  const { t } = useTranslation('whatif');
  const format = useFormat();
  const write = ({ id, values }: ComparedRow, index: number): string => {
    const [base = null] = values;
    const value = values[index] ?? null;
    if (!asDeltas || index === 0) return format.kpi(value, unitOf(id));
    return format.change(base === null || value === null ? null : value - base, unitOf(id));
  };
  return (
    <div className={classes.wide}>
      <Table verticalSpacing={5} mt="sm" highlightOnHover>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{first}</Table.Th>
            {columns.map((name, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the columns are the scenarios in their order
              <Table.Th key={index} ta="right">
                {name}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Table.Tr key={row.id}>
              <Table.Td>{nameOf(row.id)}</Table.Td>
              {columns.map((_, index) => (
                <Table.Td
                  // biome-ignore lint/suspicious/noArrayIndexKey: the columns are the scenarios in their order
                  key={index}
                  className={classes.number}
                  fw={index === row.best ? 700 : undefined}
                >
                  {index === row.best && (
                    <span role="img" aria-label={t('compare.best')}>
                      ★{' '}
                    </span>
                  )}
                  {write(row, index)}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}

interface ComparedWords {
  readonly first: string;
  readonly columns: readonly string[];
  delta(name: string): string;
  nameOf(id: string): string;
  unitOf(id: string): KpiUnit;
}

/** Values of all columns, then what each scenario differs from the base by. */
function comparedTable(
  rows: readonly ComparedRow[],
  { first, columns, delta, nameOf, unitOf }: ComparedWords,
): FigureTable {
  const [firstRow] = rows;
  const format = cellFormatOf[firstRow ? unitOf(firstRow.id) : 'number'];
  return {
    columns: [
      { heading: first, format: 'general' },
      ...columns.map((heading) => ({ heading, format })),
      ...columns.slice(1).map((name) => ({ heading: delta(name), format })),
    ],
    rows: rows.map(({ id, values }) => {
      const [base = null] = values;
      const cell = (value: number | null) => kpiCell(value, unitOf(id));
      return [
        nameOf(id),
        ...values.map(cell),
        ...values.slice(1).map((value) => cell(base === null || value === null ? null : value - base)),
      ];
    }),
  };
}

function keysOf<Key extends string>(table: Readonly<Record<Key, unknown>>): readonly Key[] {
  return Object.keys(table) as Key[];
}
