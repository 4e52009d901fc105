import { ActionIcon, Button, Group, Popover, SegmentedControl, Stack, TextInput } from '@mantine/core';
import type { LocaleFormat } from '@shared/format/locale-format';
import { parseCalendarDate } from '@shared/format/parse-date';
import type { DateRange } from '@shared/model/calendar-date';
import { IconCalendar, IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { keyOf, lengthOf, type PeriodLength, periodAround, periodLengths, stepped } from './period-steps';

interface PeriodPickerProps {
  readonly value: DateRange;
  readonly format: LocaleFormat;
  /** 1 to 12. */
  readonly fiscalYearStart: number;
  /** First and last day of the data; null without data. */
  readonly dataRange: DateRange | null;
  onChange(range: DateRange): void;
}

/** Chooses a month, quarter, year or any stretch of days, and steps through them. */
export function PeriodPicker({ value, format, fiscalYearStart, dataRange, onChange }: PeriodPickerProps) {
  const { t } = useTranslation('components');
  const [opened, setOpened] = useState(false);
  return (
    <Group gap={4} wrap="nowrap">
      <ActionIcon
        variant="default"
        size={30}
        aria-label={t('period.previous')}
        onClick={() => onChange(stepped(value, -1))}
      >
        <IconChevronLeft size={16} />
      </ActionIcon>
      <Popover opened={opened} onChange={setOpened} position="bottom" trapFocus withinPortal>
        <Popover.Target>
          <Button
            variant="default"
            size="xs"
            h={30}
            miw={150}
            leftSection={<IconCalendar size={15} />}
            aria-label={t('period.choose', { period: writtenPeriod(value, format) })}
            onClick={() => setOpened(!opened)}
          >
            {writtenPeriod(value, format)}
          </Button>
        </Popover.Target>
        <Popover.Dropdown>
          <Stack gap="sm">
            <SegmentedControl
              size="xs"
              aria-label={t('period.length')}
              value={lengthOf(value) ?? ''}
              data={periodLengths.map((length) => ({ value: length, label: t(`period.${length}`) }))}
              onChange={(length) => onChange(periodAround(value.to, length as PeriodLength, fiscalYearStart))}
            />
            {dataRange && (
              <Button size="xs" variant="light" onClick={() => onChange(dataRange)}>
                {t('period.allData')}
              </Button>
            )}
            <DayFields key={`${value.from} ${value.to}`} value={value} format={format} onChange={onChange} />
          </Stack>
        </Popover.Dropdown>
      </Popover>
      <ActionIcon
        variant="default"
        size={30}
        aria-label={t('period.next')}
        onClick={() => onChange(stepped(value, 1))}
      >
        <IconChevronRight size={16} />
      </ActionIcon>
    </Group>
  );
}

/** `Q3 2026`, `Nov 2026`, `2026`, or first and last day. */
export function writtenPeriod(range: DateRange, format: LocaleFormat): string {
  const key = keyOf(range);
  return key === null ? `${format.date(range.from)} – ${format.date(range.to)}` : format.period(key);
}

function DayFields({ value, format, onChange }: Pick<PeriodPickerProps, 'value' | 'format' | 'onChange'>) {
  const { t } = useTranslation('components');
  const [texts, setTexts] = useState({ from: format.date(value.from), to: format.date(value.to) });
  const read = (text: string) => parseCalendarDate(text, { dayFirst: format.locale !== 'en-US' });
  const [from, to] = [read(texts.from), read(texts.to)];
  const error =
    from === null || to === null ? t('period.notADate') : from > to ? t('period.backwards') : null;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (from !== null && to !== null && from <= to) onChange({ from, to });
      }}
    >
      <Group gap="xs" align="flex-end">
        <TextInput
          size="xs"
          w={120}
          label={t('period.from')}
          value={texts.from}
          onChange={(event) => setTexts({ ...texts, from: event.currentTarget.value })}
        />
        <TextInput
          size="xs"
          w={120}
          label={t('period.to')}
          value={texts.to}
          error={error}
          onChange={(event) => setTexts({ ...texts, to: event.currentTarget.value })}
        />
        <Button size="xs" type="submit" disabled={error !== null}>
          {t('period.apply')}
        </Button>
      </Group>
    </form>
  );
}
