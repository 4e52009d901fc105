import { List, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../app/use-format';
import { useKpiFormat } from '../../components/use-kpi-format';
import type { GridGap } from './grid-model';
import classes from './TargetsPage.module.css';

/** More parts than these are counted, not named. */
const mostNamed = 5;
const mostGaps = 3;

/** Where the parts do not add up to the whole in a period, as sentences. */
export function GapList({ gaps, period }: { readonly gaps: readonly GridGap[]; readonly period: string }) {
  const { t } = useTranslation('targets');
  const format = useFormat();
  const kpiFormat = useKpiFormat();
  const shown = gaps.filter((gap) => gap.period === period);
  if (shown.length === 0) return null;
  const sentence = ({ owner, parts, whole, given, left }: GridGap): string => {
    const { unit } = owner.kpi;
    const amount = (value: number) => kpiFormat.value(value, unit, { compact: true });
    const names = parts.map(({ scope }) => scope.key);
    const whose = owner.scope.kind === 'all' ? 'all' : 'part';
    return t(`gap.${left > 0 ? 'left' : 'over'}.${whose}`, {
      owner: owner.scope.key,
      parts: names.length > mostNamed ? t('gap.parts', { count: names.length }) : names.join(' + '),
      period: format.period(period),
      given: amount(given),
      whole: amount(whole),
      left: amount(Math.abs(left)),
    });
  };
  return (
    <List size="sm" listStyleType="none" className={classes.gaps}>
      {shown.slice(0, mostGaps).map((gap) => (
        <List.Item key={gap.owner.id}>{sentence(gap)}</List.Item>
      ))}
      {shown.length > mostGaps && (
        <List.Item>
          <Text size="sm" c="dimmed">
            {t('gap.more', { count: shown.length - mostGaps })}
          </Text>
        </List.Item>
      )}
    </List>
  );
}
