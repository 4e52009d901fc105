import { Button, NumberInput, SegmentedControl, Table, Text } from '@mantine/core';
import { decimalSeparatorOf } from '@shared/format/parse-number';
import type { BestPrice, PriceAim } from '@shared/scenario/best-price';
import { pricedProducts } from '@shared/scenario/priced-products';
import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../app/use-format';
import type { ChartColors } from '../../../components/Chart';
import { newAdjustment } from '../new-scenario';
import { useWhatIf } from '../whatif.store';
import {
  byGain,
  gainOption,
  isUsable,
  type OwnWord,
  type PricedRow,
  pricedRow,
  priceTable,
  shownBars,
} from './best-price-figure';
import { QuestionFrame } from './QuestionFrame';
import classes from './Questions.module.css';

/** The price that brings the most, product by product, within bounds. */
export function BestPricePanel() {
  const { t } = useTranslation('questions');
  const format = useFormat();
  const evaluator = useWhatIf((state) => state.evaluator);
  const [aim, setAim] = useState<PriceAim>('margin');
  const [reach, setReach] = useState({ low: -20, high: 20 });
  const [words, setWords] = useState<Readonly<Record<string, OwnWord>>>({});
  const products = useMemo(() => (evaluator === null ? [] : pricedProducts(evaluator.cube)), [evaluator]);
  const rows = useMemo(
    () => products.map((own) => pricedRow(own, words[own.product] ?? {}, reach, aim)).sort(byGain),
    [products, words, reach, aim],
  );
  const option = useCallback(
    (colors: ChartColors) =>
      gainOption(rows, colors, (value) => format.kpi(value, 'money', { compact: true })),
    [rows, format],
  );
  const use = useUsePrices();
  const usable = rows.filter(isUsable);
  if (rows.length === 0) return <Text>{t('bestPrice.none')}</Text>;
  const gain = usable.reduce((sum, row) => sum + (row.gain ?? 0), 0);
  const reasonOf = ({ found }: PricedRow) => t(reasonKey(found));
  const say = (product: string, word: OwnWord) =>
    setWords({ ...words, [product]: { ...words[product], ...word } });
  const price = (value: number) => format.number(value, value < 1000 ? 2 : 0);
  const percentField = (end: 'low' | 'high') => (
    <NumberInput
      size="xs"
      w={104}
      label={t(`bestPrice.${end}`)}
      suffix=" %"
      min={end === 'low' ? -90 : 0}
      max={end === 'low' ? 0 : 300}
      value={reach[end]}
      onChange={(value) => typeof value === 'number' && setReach({ ...reach, [end]: value })}
    />
  );
  const charted = usable.length;
  return (
    <QuestionFrame
      name={`${t('bestPrice')} – ${t(`bestPrice.aim.${aim}`)}`}
      controls={
        <>
          <SegmentedControl
            aria-label={t('bestPrice.aim')}
            value={aim}
            data={(['margin', 'revenue'] as const).map((value) => ({
              value,
              label: t(`bestPrice.aim.${value}`),
            }))}
            onChange={(value) => setAim(value === 'revenue' ? 'revenue' : 'margin')}
          />
          {percentField('low')}
          {percentField('high')}
          <Button size="xs" variant="light" disabled={usable.length === 0} onClick={() => use(usable)}>
            {t('bestPrice.useAll', { count: usable.length })}
          </Button>
        </>
      }
      explanation={t(`bestPrice.explanation.${aim}`)}
      answer={
        <Text className={classes.answer} role="status">
          {t(`bestPrice.answer.${aim}`, { gain: format.change(gain, 'money') })}
        </Text>
      }
      chart={
        charted === 0
          ? null
          : {
              description: t('bestPrice.description'),
              height: 30 + Math.min(shownBars, charted) * 28,
              option,
            }
      }
      table={priceTable(rows, { t, aim, reasonOf })}
    >
      <div className={classes.wide}>
        <Table verticalSpacing={4} horizontalSpacing={6} mt="sm" fz="sm" highlightOnHover>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('whatif:product')}</Table.Th>
              <Table.Th className={classes.narrow}>{t('bestPrice.today')}</Table.Th>
              <Table.Th className={classes.narrow}>{t('bestPrice.lowest')}</Table.Th>
              <Table.Th className={classes.narrow}>{t('bestPrice.highest')}</Table.Th>
              <Table.Th className={classes.narrow}>{t('whatif:elasticity')}</Table.Th>
              <Table.Th className={classes.narrow}>{t('bestPrice.best')}</Table.Th>
              <Table.Th className={classes.narrow}>{t('bestPrice.gain')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((row) => (
              <Table.Tr key={row.own.product}>
                <Table.Td>
                  {row.own.product}
                  <Text size="xs" c="dimmed">
                    {reasonOf(row)}
                  </Text>
                </Table.Td>
                <Table.Td className={classes.number}>{price(row.own.price)}</Table.Td>
                {(['low', 'high'] as const).map((end) => (
                  <Table.Td key={end}>
                    <PlainNumber
                      label={`${t(`bestPrice.${end}est`)}: ${row.own.product}`}
                      value={row[end]}
                      digits={row.own.price < 1000 ? 2 : 0}
                      onChange={(value) => say(row.own.product, { [end]: value })}
                    />
                  </Table.Td>
                ))}
                <Table.Td>
                  <PlainNumber
                    label={`${t('whatif:elasticity')}: ${row.own.product}`}
                    value={row.own.elasticity}
                    digits={2}
                    onChange={(value) => say(row.own.product, { elasticity: value })}
                  />
                </Table.Td>
                <Table.Td className={classes.number} fw={650}>
                  {row.found.kind === 'found' && row.gain !== null ? price(row.found.best.price) : '–'}
                </Table.Td>
                <Table.Td className={classes.number}>
                  {row.gain === null ? '–' : format.change(row.gain, 'money')}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
    </QuestionFrame>
  );
}

/** Key of why the price is the best one; an elasticity that makes a bound the answer is told with it. */
function reasonKey(found: BestPrice): string {
  if (found.kind !== 'found') return `questions:bestPrice.${found.kind}`;
  return found.doubt === null
    ? `questions:bestPrice.reason.${found.reason}`
    : `questions:bestPrice.doubt.${found.doubt}`;
}

/** Puts best prices into the scenario, a lever for each product; one that is there already is set anew. */
function useUsePrices(): (rows: readonly PricedRow[]) => void {
  const { change, storeSoon } = useWhatIf();
  return (rows) => {
    const adjustments = useWhatIf.getState().draft?.adjustments ?? [];
    const added = rows.flatMap(({ own, found }) => {
      if (found.kind !== 'found') return [];
      const there = adjustments.find(
        ({ lever, where }) =>
          lever === 'price' && JSON.stringify(where) === JSON.stringify({ product: [own.product] }),
      );
      const plain = there ?? { ...newAdjustment('price'), where: { product: [own.product] } };
      // A price has no more than two decimals.
      const value = Math.round(found.best.price * 100) / 100;
      return [{ ...plain, op: 'set' as const, value, elasticity: own.elasticity, enabled: true }];
    });
    const ids = new Set(added.map(({ id }) => id));
    change({ adjustments: [...adjustments.filter(({ id }) => !ids.has(id)), ...added] });
    storeSoon();
  };
}

interface PlainNumberProps {
  readonly label: string;
  readonly value: number | null;
  readonly digits: number;
  onChange(value: number | undefined): void;
}

/** A number that counts when the field is left; emptied, what is known counts again. */
function PlainNumber({ label, value, digits, onChange }: PlainNumberProps) {
  const { locale } = useFormat();
  const [typed, setTyped] = useState<number | string | null>(null);
  const commit = () => {
    if (typed !== null) onChange(typeof typed === 'number' ? typed : undefined);
    setTyped(null);
  };
  return (
    <NumberInput
      size="xs"
      w={74}
      hideControls
      aria-label={label}
      decimalSeparator={decimalSeparatorOf(locale)}
      thousandSeparator=" "
      decimalScale={digits}
      value={typed ?? (value === null ? '' : Number(value.toFixed(digits)))}
      onChange={setTyped}
      onBlur={commit}
      onKeyDown={(event) => event.key === 'Enter' && commit()}
    />
  );
}
