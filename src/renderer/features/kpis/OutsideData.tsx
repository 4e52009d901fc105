import { Button, Group, Text } from '@mantine/core';
import { type DateRange, intersection } from '@shared/model/calendar-date';
import { IconCalendarOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../app/use-format';
import { presetRange, todayHere } from '../../components/period-choice';
import classes from './FilterStrip.module.css';

interface OutsideDataProps {
  readonly range: DateRange;
  readonly data: DateRange | null;
  choose(range: DateRange): void;
}

/** Says so when the chosen period has no data at all, and leads back to where there is some. */
export function OutsideData({ range, data, choose }: OutsideDataProps) {
  const { t } = useTranslation('kpis');
  const format = useFormat();
  if (data === null || intersection(range, data) !== null) return null;
  return (
    <Group className={classes.strip} gap="sm" role="status">
      <IconCalendarOff size={18} aria-hidden />
      <Text size="sm">{t('outside', { from: format.date(data.from), to: format.date(data.to) })}</Text>
      <Button
        size="compact-sm"
        variant="default"
        onClick={() => choose(presetRange('latestYear', { data, today: todayHere() }))}
      >
        {t('outside.latest')}
      </Button>
    </Group>
  );
}
