import { Select, VisuallyHidden } from '@mantine/core';
import type { KpiDescription } from '@shared/ipc/kpi';
import { unitBeside } from '@shared/kpi/beside-unit';
import { rangeBefore, rangeYearBefore } from '@shared/model/period';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../app/use-format';
import { useWorkspace } from '../../app/workspace.store';
import { ChangeMark } from '../../components/ChangeMark';
import { changeOf } from '../../components/kpi-change';
import { writtenPeriod } from '../../components/PeriodPicker';
import { StatusMark } from '../../components/StatusMark';
import { useKpiFormat } from '../../components/use-kpi-format';
import classes from './KpiDetailPage.module.css';
import type { KpiDetail } from './kpi-detail.store';
import { kpiParts, partNames } from './kpi-parts';
import { useWarnings } from './use-warnings';

interface KpiSummaryProps {
  readonly kpi: KpiDescription;
  readonly detail: KpiDetail;
  /** The way in which it is to be reckoned; null where there is one way only. */
  readonly basis: string | null;
  onBasis(basis: string | null): void;
}

/** The value of the period: where it stands, what it is made of and how it is reckoned. */
export function KpiSummary({ kpi, detail, basis, onBasis }: KpiSummaryProps) {
  const { bases } = kpi;
  const { t } = useTranslation('kpis');
  const format = useKpiFormat();
  const plain = useFormat();
  const { result, benchmark } = detail;
  const warnings = useWarnings(result);
  const { value, unit, target, status } = result;
  return (
    <section className={classes.panel} aria-label={t('value')}>
      <StatusMark status={status} />
      <div className={classes.value}>{format.value(value, unit)}</div>
      {value === null ? t(`noValue.${kpi.id}`) : <Changes kpi={kpi} detail={detail} />}
      <dl className={classes.facts}>
        <dt>{t('target')}</dt>
        <dd>{target === null ? t('status.none') : format.value(target, unit)}</dd>
        {benchmark !== null && (
          <>
            <dt>{t('benchmark')}</dt>
            <dd>{format.value(benchmark, unit)}</dd>
          </>
        )}
        {Object.entries(result.beside).map(([id, figure]) => (
          <Fact
            key={id}
            name={t(`beside.${id}`)}
            value={isParameter(id) ? plain.number(figure, 3) : format.value(figure, unitBeside(id, unit))}
          />
        ))}
      </dl>
      {warnings.map((warning) => (
        <div key={warning} className={classes.warning}>
          <IconAlertTriangle size={16} aria-hidden />
          <span>{warning}</span>
        </div>
      ))}
      <Quotient result={result} />
      <div className={classes.meaning}>
        {bases.length > 1 && (
          <Select
            mb="sm"
            label={t('basis')}
            allowDeselect={false}
            value={basis}
            data={bases.map((value) => ({ value, label: t(`basis.${value}`) }))}
            onChange={onBasis}
          />
        )}
        <p>{t(`${kpi.id}.formula`)}</p>
        <p>{t(`direction.${kpi.direction}`)}.</p>
        <p>{t('source', { source: t(`${kpi.id}.source`) })}</p>
      </div>
    </section>
  );
}

function Fact({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </>
  );
}

/** Parameters of a model have no unit, and are published with three decimals. */
function isParameter(id: string): boolean {
  return /^(model|bgnbd|gamma_gamma|elasticity)_/.test(id);
}

function Changes({ kpi, detail }: Pick<KpiSummaryProps, 'kpi' | 'detail'>) {
  const format = useFormat();
  const fiscalYearStart = useWorkspace(({ workspace }) => workspace?.options.fiscalYearStart ?? 1);
  const { result, previous, lastYear } = detail;
  const before = rangeBefore(result);
  const yearBefore = rangeYearBefore(result);
  const compared = [
    { range: before, value: previous },
    ...(yearBefore.from === before.from ? [] : [{ range: yearBefore, value: lastYear }]),
  ];
  return (
    <div className={classes.changes}>
      {compared.map(({ range, value }) => {
        const change = changeOf({ ...result, direction: kpi.direction, before: value });
        if (change === null) return null;
        const since = writtenPeriod(range, format, fiscalYearStart);
        return <ChangeMark key={since} change={change} unit={result.unit} since={since} />;
      })}
    </div>
  );
}

/** Numerator over denominator, each with its name. */
function Quotient({ result }: Pick<KpiDetail, 'result'>) {
  const { t } = useTranslation('kpis');
  const format = useKpiFormat();
  const { id, basis, numerator, denominator } = result;
  const parts = kpiParts[id];
  if (parts === undefined || numerator === null || denominator === null) return null;
  return (
    <div className={classes.quotient}>
      <b>{format.value(numerator, parts.numerator)}</b>
      <span>{t(partNames(id, basis, 'numerator'))}</span>
      <div className={classes.rule}>
        <VisuallyHidden>{t('dividedBy')}</VisuallyHidden>
      </div>
      <b>{format.value(denominator, parts.denominator)}</b>
      <span>{t(partNames(id, basis, 'denominator'))}</span>
    </div>
  );
}
