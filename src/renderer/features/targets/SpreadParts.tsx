import { Checkbox, Table, TextInput } from '@mantine/core';
import { parseNumber } from '@shared/format/parse-number';
import type { KpiUnit } from '@shared/kpi/declaration';
import type { SpreadOver, SpreadWay } from '@shared/planning/spread-weights';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../app/use-format';
import { useKpiFormat } from '../../components/use-kpi-format';
import { typedValue } from './grid-figures';
import classes from './TargetsPage.module.css';

interface SpreadPartsProps {
  readonly weights: readonly { readonly key: string; readonly weight: number }[];
  /** Null while the total cannot be spread. */
  readonly amounts: ReadonlyMap<string, number> | null;
  readonly sum: number | null;
  readonly over: SpreadOver;
  readonly way: SpreadWay;
  readonly unit: KpiUnit;
  /** What locked parts keep, as it is typed. */
  readonly locks: ReadonlyMap<string, string>;
  onLocks(locks: ReadonlyMap<string, string>): void;
}

/** What each part weighs and gets; a locked one keeps what is typed. */
export function SpreadParts({ weights, amounts, sum, over, way, unit, locks, onLocks }: SpreadPartsProps) {
  const { t } = useTranslation('targets');
  const format = useFormat();
  const kpiFormat = useKpiFormat();
  const isTime = over === 'month' || over === 'quarter';
  const write = (value: number | null) => kpiFormat.value(value, unit);
  const lock = (key: string, text: string | null) => {
    const next = new Map(locks);
    if (text === null) next.delete(key);
    else next.set(key, text);
    onLocks(next);
  };
  return (
    <div className={classes.spreadParts}>
      <Table verticalSpacing={4} horizontalSpacing={8} aria-label={t('spread.parts')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t(`spread.over.${over}`)}</Table.Th>
            <Table.Th className={classes.number}>{t(`spread.weight.${way}`)}</Table.Th>
            <Table.Th className={classes.number}>{t('value')}</Table.Th>
            <Table.Th w={80}>{t('spread.lock')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {weights.map(({ key, weight }) => {
            const locked = locks.get(key);
            const own = amounts?.get(key) ?? null;
            const name = isTime ? format.period(key) : key;
            return (
              <Table.Tr key={key}>
                <Table.Td>{name}</Table.Td>
                <Table.Td className={classes.number}>
                  {way === 'history' ? write(weight) : format.number(weight, 2)}
                </Table.Td>
                <Table.Td className={classes.number}>
                  {locked === undefined ? (
                    write(own)
                  ) : (
                    <TextInput
                      size="xs"
                      className={classes.cell}
                      aria-label={t('spread.locked', { name })}
                      value={locked}
                      error={parseNumber(locked, format.locale) === null}
                      onChange={(event) => lock(key, event.currentTarget.value)}
                    />
                  )}
                </Table.Td>
                <Table.Td>
                  <Checkbox
                    aria-label={t('spread.lock.one', { name })}
                    checked={locked !== undefined}
                    onChange={(event) =>
                      lock(key, event.currentTarget.checked ? typedValue(own ?? 0, unit, format) : null)
                    }
                  />
                </Table.Td>
              </Table.Tr>
            );
          })}
        </Table.Tbody>
        <Table.Tfoot>
          <Table.Tr>
            <Table.Th>{t('grid.sum')}</Table.Th>
            <Table.Th />
            <Table.Th className={classes.number}>{write(sum)}</Table.Th>
            <Table.Th />
          </Table.Tr>
        </Table.Tfoot>
      </Table>
    </div>
  );
}
