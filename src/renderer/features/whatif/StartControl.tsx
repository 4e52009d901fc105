import { DateInput, DatesProvider } from '@mantine/dates';
import { parseCalendarDate } from '@shared/format/parse-date';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../app/use-format';
import type { ControlProps } from './AmountControl';

/** The first day with, or without, the reps. */
export function StartControl({ adjustment, base, adjust, keep }: ControlProps) {
  const { t } = useTranslation('whatif');
  const format = useFormat();
  return (
    <DatesProvider settings={{ locale: format.locale === 'nb-NO' ? 'nb' : 'en-gb', firstDayOfWeek: 1 }}>
      <DateInput
        size="xs"
        label={t('start')}
        valueFormat={(date: string) => format.date(date)}
        dateParser={(text: string) => parseCalendarDate(text, { dayFirst: true })}
        value={adjustment.date ?? base.cube.range.from}
        onChange={(date) => {
          if (date === null) return;
          adjust({ date });
          keep();
        }}
      />
    </DatesProvider>
  );
}
