import { UnstyledButton } from '@mantine/core';
import type { KpiCard as Card } from '@shared/ipc/kpi';
import { enoughRepsAtQuota } from '@shared/kpi/formulas/quota-attainment';
import { comparedRange } from '@shared/model/comparison';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useComparison } from '../../app/comparison.store';
import { useKpis } from '../../app/kpi-catalogue.store';
import { useNavigation } from '../../app/navigation.store';
import { Sparkline } from '../../components/Sparkline';
import { StatusMark } from '../../components/StatusMark';
import { useKpiFormat } from '../../components/use-kpi-format';
import { Warning } from '../../components/Warning';
import { ComparedChange } from './ComparedChange';
import classes from './KpiCard.module.css';
import { unknownTo, useKpiFilter } from './kpi-filter.store';

/** Values with more characters are written smaller. */
const longValue = 14;

interface KpiCardProps {
  readonly card: Card;
  /** By which the card can be moved. */
  readonly handle: ReactNode;
}

/** One KPI of the dashboard; a click opens it. */
export function KpiCard({ card, handle }: KpiCardProps) {
  const { t } = useTranslation('kpis');
  const format = useKpiFormat();
  const { filter } = useKpiFilter();
  const go = useNavigation((state) => state.go);
  const { id, unit, value, target, status, benchmark, sparkline } = card;
  const kpi = useKpis()(id);
  const written = format.value(value, unit, { compact: true });
  return (
    <article className={classes.card}>
      <UnstyledButton className={classes.name} onClick={() => go({ page: 'kpi', kpi: id })}>
        {t(`${id}.name`)}
      </UnstyledButton>
      <div className={classes.handle}>{handle}</div>
      <span className={classes.value} data-long={written.length > longValue || undefined}>
        {written}
      </span>
      {value === null ? <p className={classes.why}>{t(`noValue.${id}`)}</p> : <Changes card={card} />}
      {card.warnings.map((warning) => (
        <Warning key={warning} isSmall>
          {t(`warns.short.${warning}`, { enough: format.value(enoughRepsAtQuota, 'percent') })}
        </Warning>
      ))}
      {unknownTo(filter, kpi.dimensions).map((dimension) => (
        <p key={dimension} className={classes.why}>
          {t('filter.unknown', { dimension: t(`dimension.${dimension}`).toLowerCase() })}
        </p>
      ))}
      <div className={classes.course}>
        {sparkline.length > 1 && (
          <Sparkline values={sparkline.map((month) => month.value)} width={220} height={36} />
        )}
      </div>
      <div className={classes.foot}>
        <StatusMark status={status} />
        {target === null ? (
          <span>{t('status.none')}</span>
        ) : (
          <span>
            {t('target')} <strong>{format.value(target, unit, { compact: true })}</strong>
          </span>
        )}
        {benchmark !== null && (
          <span>
            {t('benchmark')} <strong>{format.value(benchmark, unit, { compact: true })}</strong>
          </span>
        )}
      </div>
    </article>
  );
}

/** Against the period that was chosen to compare with. */
function Changes({ card }: { readonly card: Card }) {
  const { direction } = useKpis()(card.id);
  const { comparison } = useComparison();
  const range = comparedRange(comparison, card);
  if (range === null) return null;
  const before = comparison === 'lastYear' ? card.lastYear : card.previous;
  return (
    <div className={classes.changes}>
      <ComparedChange {...card} direction={direction} before={before} range={range} />
    </div>
  );
}
