import { ActionIcon, Popover, Tooltip, UnstyledButton } from '@mantine/core';
import type { LocaleFormat } from '@shared/format/locale-format';
import type { DateRange } from '@shared/model/calendar-date';
import { IconChevronDown, IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../app/use-format';
import { useWorkspace } from '../app/workspace.store';
import { PeriodCalendar } from './PeriodCalendar';
import classes from './PeriodPicker.module.css';
import { namedPeriod, presetIds, presetRange, steppedRange, todayHere } from './period-choice';

interface PeriodPickerProps {
  readonly value: DateRange;
  onChange(range: DateRange): void;
}

/** Chooses a period: step to the one before or after, take a preset, a month, quarter or year, or dates of one's own. */
export function PeriodPicker({ value, onChange }: PeriodPickerProps) {
  const { t } = useTranslation('components');
  const format = useFormat();
  const workspace = useWorkspace((state) => state.workspace);
  const fiscalYearStart = workspace?.options.fiscalYearStart ?? 1;
  const dataRange = workspace?.dataRange ?? null;
  const written = writtenPeriod(value, format, fiscalYearStart);
  const [opened, setOpened] = useState(false);
  const step = (by: -1 | 1) => onChange(steppedRange(value, by));
  const stepByKey = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
    event.preventDefault();
    step(event.key === 'ArrowLeft' ? -1 : 1);
  };
  const chooseAndClose = (range: DateRange) => {
    onChange(range);
    setOpened(false);
  };
  return (
    <fieldset className={classes.picker} aria-label={t('period')} style={{ margin: 0, padding: 0 }}>
      <Step label={t('period.previous')} go={() => step(-1)} icon={IconChevronLeft} />
      <Popover
        opened={opened}
        onChange={setOpened}
        position="bottom-end"
        trapFocus
        returnFocus
        shadow="md"
        width="auto"
      >
        <Popover.Target>
          <UnstyledButton
            className={classes.label}
            aria-label={t('period.choose', { period: written })}
            onClick={() => setOpened(!opened)}
            onKeyDown={stepByKey}
          >
            {written}
            <IconChevronDown size={14} aria-hidden />
          </UnstyledButton>
        </Popover.Target>
        <Popover.Dropdown p={0} className={classes.choice}>
          <Presets value={value} format={format} dataRange={dataRange} onChoose={chooseAndClose} />
          <PeriodCalendar
            value={value}
            format={format}
            fiscalYearStart={fiscalYearStart}
            dataRange={dataRange}
            onChange={onChange}
            onChoose={chooseAndClose}
          />
        </Popover.Dropdown>
      </Popover>
      <Step label={t('period.next')} go={() => step(1)} icon={IconChevronRight} />
    </fieldset>
  );
}

/** A range by its name, such as `Q3 2026`, where it has one; else by its first and last day. */
export function writtenPeriod(range: DateRange, format: LocaleFormat, fiscalYearStart = 1): string {
  const key = namedPeriod(range, fiscalYearStart);
  return key === null ? `${format.date(range.from)} – ${format.date(range.to)}` : format.period(key);
}

interface StepProps {
  readonly label: string;
  readonly icon: typeof IconChevronLeft;
  go(): void;
}

function Step({ label, icon: Drawing, go }: StepProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={32}
        className={classes.step}
        aria-label={label}
        onClick={go}
      >
        <Drawing size={16} />
      </ActionIcon>
    </Tooltip>
  );
}

interface PresetsProps {
  readonly value: DateRange;
  readonly format: LocaleFormat;
  /** First and last day of the data; null without data. */
  readonly dataRange: DateRange | null;
  onChoose(range: DateRange): void;
}

function Presets({ value, format, dataRange, onChoose }: PresetsProps) {
  const { t } = useTranslation('components');
  const today = todayHere();
  return (
    <div className={classes.presets}>
      {presetIds.map((preset) => {
        const range = presetRange(preset, { data: dataRange, today });
        const isValue = range.from === value.from && range.to === value.to;
        return (
          <UnstyledButton
            key={preset}
            className={classes.preset}
            aria-pressed={isValue}
            onClick={() => onChoose(range)}
          >
            <span>{t(`preset.${preset}`)}</span>
            {preset !== 'last12Months' && preset !== 'allData' && (
              <span className={classes.presetRange}>{writtenPeriod(range, format, 1)}</span>
            )}
          </UnstyledButton>
        );
      })}
    </div>
  );
}
