import { UnstyledButton } from '@mantine/core';
import type { KpiCard as Card } from '@shared/ipc/kpi';
import { enoughRepsAtQuota } from '@shared/kpi/formulas/quota-attainment';
import { rangeBefore, rangeYearBefore } from '@shared/model/period';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useKpis } from '../../app/kpi-catalogue.store';
import { useNavigation } from '../../app/navigation.store';
import { useFormat } from '../../app/use-format';
import { useWorkspace } from '../../app/workspace.store';
import { ChangeMark } from '../../components/ChangeMark';
import { changeOf } from '../../components/kpi-change';
import { writtenPeriod } from '../../components/PeriodPicker';
import { Sparkline } from '../../components/Sparkline';
import { StatusMark } from '../../components/StatusMark';
import { useKpiFormat } from '../../components/use-kpi-format';
import classes from './KpiCard.module.css';
import { unknownTo, useKpiFilter } from './kpi-filter.store';

/** One KPI of the dashboard; a click opens it. */
export function KpiCard({ card }: { readonly card: Card }) {
  const { t } = useTranslation('kpis');
  const format = useKpiFormat();
  const { filter } = useKpiFilter();
  const go = useNavigation((state) => state.go);
  const { id, unit, value, target, status, benchmark, sparkline } = card;
  const kpi = useKpis()(id);
  return (
    <article className={classes.card}>
      <UnstyledButton className={classes.name} onClick={() => go({ page: 'kpi', kpi: id })}>
        {t(`${id}.name`)}
      </UnstyledButton>
      <span className={classes.value}>{format.value(value, unit, { compact: true })}</span>
      {value === null ? <p className={classes.why}>{t(`noValue.${id}`)}</p> : <Changes card={card} />}
      {card.warnings.map((warning) => (
        <div key={warning} className={classes.warning}>
          <IconAlertTriangle size={14} aria-hidden />
          <span>{t(`warns.short.${warning}`, { enough: format.value(enoughRepsAtQuota, 'percent') })}</span>
        </div>
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

/** Against the period before and, where that is another one, the same period a year before. */
function Changes({ card }: { readonly card: Card }) {
  const format = useFormat();
  const fiscalYearStart = useWorkspace(({ workspace }) => workspace?.options.fiscalYearStart ?? 1);
  const { direction } = useKpis()(card.id);
  const before = rangeBefore(card);
  const yearBefore = rangeYearBefore(card);
  const compared = [
    { range: before, value: card.previous },
    ...(yearBefore.from === before.from ? [] : [{ range: yearBefore, value: card.lastYear }]),
  ];
  return (
    <div className={classes.changes}>
      {compared.map(({ range, value }) => {
        const change = changeOf({ ...card, direction, before: value });
        if (change === null) return null;
        const since = writtenPeriod(range, format, fiscalYearStart);
        return <ChangeMark key={since} change={change} unit={card.unit} since={since} />;
      })}
    </div>
  );
}
