import { ActionIcon, Group, SegmentedControl, Stack, Text, UnstyledButton } from '@mantine/core';
import { DateInput, DatesProvider } from '@mantine/dates';
import type { LocaleFormat } from '@shared/format/locale-format';
import { parseCalendarDate } from '@shared/format/parse-date';
import { type DateRange, earlierOf, intersection, laterOf, yearOf } from '@shared/model/calendar-date';
import { type Period, periodKind, periodRange } from '@shared/model/period';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import 'dayjs/locale/en-gb';
import 'dayjs/locale/nb';
import classes from './PeriodPicker.module.css';
import { namedPeriod, type SteppedKind, steppedKinds } from './period-choice';

interface PeriodCalendarProps {
  readonly value: DateRange;
  readonly format: LocaleFormat;
  readonly fiscalYearStart: number;
  readonly dataRange: DateRange | null;
  /** The dates are being changed one by one. */
  onChange(range: DateRange): void;
  /** A period was picked whole. */
  onChoose(range: DateRange): void;
}

const shownYears = 9;

/** Months, quarters or years to pick from, or two dates to type or pick. */
export function PeriodCalendar(props: PeriodCalendarProps) {
  const { value, fiscalYearStart, onChoose } = props;
  const { t } = useTranslation('components');
  const current = namedPeriod(value, fiscalYearStart);
  const [kind, setKind] = useState<SteppedKind | 'custom'>(() => kindOf(current));
  const kinds = steppedKinds.filter((candidate) => candidate !== 'fiscal_year' || fiscalYearStart > 1);
  return (
    <div className={classes.calendar}>
      <SegmentedControl
        size="xs"
        fullWidth
        aria-label={t('period')}
        value={kind}
        onChange={(chosen) => setKind(kinds.find((candidate) => candidate === chosen) ?? 'custom')}
        data={[...kinds, 'custom' as const].map((id) => ({ value: id, label: t(`period.${id}`) }))}
      />
      {kind === 'custom' ? (
        <CustomRange {...props} />
      ) : (
        <PeriodCells
          {...props}
          key={kind}
          kind={kind}
          current={current}
          onPick={(period) => {
            const range = periodRange(period, fiscalYearStart);
            if (range !== null) onChoose(range);
          }}
        />
      )}
    </div>
  );
}

function kindOf(current: Period | null): SteppedKind | 'custom' {
  const kind = current === null ? null : periodKind(current);
  return kind === null || kind === 'week' ? 'custom' : kind;
}

interface PeriodCellsProps extends PeriodCalendarProps {
  readonly kind: SteppedKind;
  readonly current: Period | null;
  onPick(period: Period): void;
}

function PeriodCells(props: PeriodCellsProps) {
  const { kind, current, value, format, fiscalYearStart, dataRange, onPick } = props;
  const { t } = useTranslation('components');
  const [shown, setShown] = useState(yearOf(value.to));
  const byYear = kind === 'year' || kind === 'fiscal_year';
  const step = byYear ? shownYears : 1;
  const firstYear = shown - Math.floor(shownYears / 2);
  const month = new Intl.DateTimeFormat(format.locale, { month: 'short', timeZone: 'UTC' });
  const labelOf = (period: Period): string => {
    if (kind === 'month') return month.format(new Date(`${period}-01T00:00:00Z`));
    return byYear ? period : format.period(period);
  };
  const hasData = (period: Period): boolean => {
    const range = periodRange(period, fiscalYearStart);
    return range !== null && dataRange !== null && intersection(range, dataRange) !== null;
  };
  return (
    <>
      <Group justify="space-between" mt="sm">
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t('period.earlier')}
          onClick={() => setShown(shown - step)}
        >
          <IconChevronLeft size={16} />
        </ActionIcon>
        <Text size="sm" fw={600} aria-live="polite">
          {byYear ? t('period.years', { first: firstYear, last: firstYear + shownYears - 1 }) : shown}
        </Text>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t('period.later')}
          onClick={() => setShown(shown + step)}
        >
          <IconChevronRight size={16} />
        </ActionIcon>
      </Group>
      <div className={classes.cells} data-columns={kind === 'quarter' ? 2 : 3}>
        {cellsOf(kind, byYear ? firstYear : shown).map((period) => (
          <UnstyledButton
            key={period}
            className={classes.cell}
            aria-pressed={period === current}
            data-without-data={hasData(period) ? undefined : true}
            onClick={() => onPick(period)}
          >
            {labelOf(period)}
          </UnstyledButton>
        ))}
      </div>
    </>
  );
}

function cellsOf(kind: SteppedKind, year: number): readonly Period[] {
  const numbers = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index);
  switch (kind) {
    case 'month':
      return numbers(12).map((index) => `${year}-${String(index + 1).padStart(2, '0')}`);
    case 'quarter':
      return numbers(4).map((index) => `${year}-Q${index + 1}`);
    case 'year':
      return numbers(shownYears).map((index) => String(year + index));
    case 'fiscal_year':
      return numbers(shownYears).map((index) => `FY${year + index}`);
  }
}

function CustomRange({ value, format, onChange }: PeriodCalendarProps) {
  const { t } = useTranslation('components');
  const shared = {
    size: 'sm',
    valueFormat: (date: string) => format.date(date),
    dateParser: (text: string) => parseCalendarDate(text, { dayFirst: true }),
    popoverProps: { withinPortal: false },
  } as const;
  return (
    <DatesProvider settings={{ locale: format.locale === 'nb-NO' ? 'nb' : 'en-gb', firstDayOfWeek: 1 }}>
      <Stack gap="xs" mt="sm">
        <DateInput
          {...shared}
          label={t('period.from')}
          value={value.from}
          onChange={(from) => from && onChange({ from, to: laterOf(from, value.to) })}
        />
        <DateInput
          {...shared}
          label={t('period.to')}
          value={value.to}
          onChange={(to) => to && onChange({ from: earlierOf(to, value.from), to })}
        />
      </Stack>
    </DatesProvider>
  );
}
