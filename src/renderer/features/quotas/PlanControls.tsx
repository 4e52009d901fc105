import { NumberInput, SegmentedControl, Select, Switch, Text } from '@mantine/core';
import { decimalSeparatorOf } from '@shared/format/parse-number';
import { calendarDate, yearOf } from '@shared/model/calendar-date';
import { quotaMeasures } from '@shared/model/dataset';
import { planSteps, type QuotaPlan } from '@shared/planning/quotas/quota-plan';
import { spreadWays } from '@shared/planning/spread-weights';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../app/use-format';
import { useWorkspace } from '../../app/workspace.store';
import classes from './QuotasPage.module.css';
import { useQuotaPlan } from './quota-plan.store';

const units = [0.01, 1, 100, 1000, 10_000];

interface PlanControlsProps {
  readonly plan: QuotaPlan;
  /** Whether the past is long enough for a season. */
  readonly hasSeason: boolean;
}

/** What a plan follows from: its total, and how that is spread. */
export function PlanControls({ plan, hasSeason }: PlanControlsProps) {
  const { t } = useTranslation('quotas');
  const format = useFormat();
  const data = useWorkspace(({ workspace }) => workspace?.dataRange ?? null);
  const change = useQuotaPlan((state) => state.change);
  const year = yearOf(plan.from);
  const last = Math.max(yearOf(data?.to ?? plan.from) + 1, year);
  const years = Array.from({ length: 4 }, (_, index) => String(last - index));
  return (
    <div className={classes.controls}>
      <Select
        w={96}
        label={t('year')}
        allowDeselect={false}
        value={String(year)}
        data={years}
        onChange={(chosen) =>
          chosen &&
          change({
            from: calendarDate(Number(chosen), 1, 1),
            to: calendarDate(Number(chosen), 12, 31),
            locks: plan.locks.filter(({ period }) => period === null),
          })
        }
      />
      <NumberInput
        w={180}
        label={t('total')}
        min={0}
        step={plan.unit}
        hideControls
        decimalSeparator={decimalSeparatorOf(format.locale)}
        thousandSeparator={decimalSeparatorOf(format.locale) === ',' ? ' ' : ','}
        value={plan.total}
        onChange={(value) => typeof value === 'number' && change({ total: value })}
      />
      <Select
        w={130}
        label={t('measure')}
        allowDeselect={false}
        value={plan.measure}
        data={quotaMeasures.map((value) => ({ value, label: t(`fields:choice.${value}`) }))}
        onChange={(value) =>
          change({ measure: quotaMeasures.find((known) => known === value) ?? plan.measure })
        }
      />
      <Select
        w={200}
        label={t('way')}
        allowDeselect={false}
        value={plan.way}
        data={spreadWays.map((value) => ({ value, label: t(`way.${value}`) }))}
        onChange={(value) => change({ way: spreadWays.find((known) => known === value) ?? plan.way })}
      />
      <div>
        <Text component="div" size="sm" fw={500} mb={4} id="quota-plan-step">
          {t('step')}
        </Text>
        <SegmentedControl
          aria-labelledby="quota-plan-step"
          value={plan.step}
          data={planSteps.map((value) => ({ value, label: t(`kpis:dimension.${value}`) }))}
          onChange={(value) =>
            change({
              step: planSteps.find((known) => known === value) ?? plan.step,
              locks: plan.locks.filter(({ period }) => period === null),
            })
          }
        />
      </div>
      <Select
        w={110}
        label={t('unit')}
        allowDeselect={false}
        value={String(plan.unit)}
        data={units.map((value) => ({ value: String(value), label: format.number(value) }))}
        onChange={(value) => value !== null && change({ unit: Number(value) })}
      />
      <Switch
        pb={8}
        label={t('seasonal')}
        disabled={!hasSeason}
        checked={hasSeason && plan.seasonal}
        onChange={(event) => change({ seasonal: event.currentTarget.checked })}
      />
      <Text size="sm" c="dimmed" w="100%">
        {t(`way.${plan.way}.explanation`)} {t('employment')} {!hasSeason && t('noSeason')}
      </Text>
    </div>
  );
}
