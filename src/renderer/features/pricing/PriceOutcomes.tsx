import type { PriceOutcome } from '@shared/scenario/best-price';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../app/use-format';
import classes from './PricingPage.module.css';

interface PriceOutcomesProps {
  readonly today: PriceOutcome;
  readonly then: PriceOutcome;
  /** At the two ends of the elasticity's interval; none where it has none. */
  readonly ends: readonly PriceOutcome[];
}

/** What a price would bring beside today's, with what the doubt about the elasticity leaves open. */
export function PriceOutcomes({ today, then, ends }: PriceOutcomesProps) {
  const { t } = useTranslation('pricing');
  const format = useFormat();
  const rows = [
    { id: 'price', digits: 2, of: ({ price }: PriceOutcome) => price, isMoney: true },
    { id: 'units', digits: 0, of: ({ volume }: PriceOutcome) => volume, isMoney: false },
    { id: 'revenue', digits: 0, of: ({ revenue }: PriceOutcome) => revenue, isMoney: true },
    { id: 'margin', digits: 0, of: ({ margin }: PriceOutcome) => margin, isMoney: true },
  ] as const;
  return (
    <div className={classes.outcome}>
      {rows.map(({ id, digits, of, isMoney }) => {
        const write = (value: number | null) =>
          isMoney ? format.money(value, digits) : format.number(value, digits);
        const bounds = ends.flatMap((end) => of(end) ?? []);
        const [low, high] = [Math.min(...bounds), Math.max(...bounds)];
        return [
          <span key={`${id} name`} className={classes.quiet}>
            {t(`outcome.${id}`)}
          </span>,
          <b key={`${id} then`}>{write(of(then))}</b>,
          <span key={`${id} today`} className={classes.quiet}>
            {of(then) === of(today) ? t('unchanged') : t('was', { value: write(of(today)) })}
          </span>,
          <span key={`${id} range`} className={classes.quiet}>
            {bounds.length > 0 && low !== high
              ? t('kpis:chance.range', { low: write(low), high: write(high) })
              : ''}
          </span>,
        ];
      })}
    </div>
  );
}
