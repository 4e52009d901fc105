import { Select, VisuallyHidden } from '@mantine/core';
import type { KpiDescription } from '@shared/ipc/kpi';
import { unitBeside } from '@shared/kpi/beside-unit';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../app/use-format';
import { StatusMark } from '../../components/StatusMark';
import { useKpiFormat } from '../../components/use-kpi-format';
import { Warning } from '../../components/Warning';
import { ComparedChange } from './ComparedChange';
import classes from './KpiDetailPage.module.css';
import type { KpiDetail } from './kpi-detail.store';
import type { ChosenFilter } from './kpi-filter.store';
import { kpiPartsOf, partNames } from './kpi-parts';
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
  const { value, unit, target, targetOf, status } = result;
  const isInherited =
    targetOf !== null &&
    isNarrowed(detail.question.filter) &&
    targetOf !== soleDimension(detail.question.filter);
  const targetWords =
    target === null
      ? t('status.none')
      : isInherited
        ? t('target.inherited', { value: format.value(target, unit), owner: t(`scope.${targetOf}`) })
        : format.value(target, unit);
  return (
    <section className={classes.panel} aria-label={t('value')}>
      <StatusMark status={status} />
      <div className={classes.value}>{format.value(value, unit)}</div>
      {value === null ? t(`noValue.${kpi.id}`) : <Changes kpi={kpi} detail={detail} />}
      <dl className={classes.facts}>
        <dt>{t('target')}</dt>
        <dd>{targetWords}</dd>
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
        <Warning key={warning}>{warning}</Warning>
      ))}
      <Quotient kpi={kpi} result={result} />
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
        {kpi.own && kpi.own.description !== '' && <p>{kpi.own.formula}</p>}
        <p>{t(`direction.${kpi.direction}`)}.</p>
        <p>{t('source', { source: t(`${kpi.id}.source`) })}</p>
        {!kpi.own && <p>{t('reference', { reference: t(`${kpi.id}.reference`) })}</p>}
      </div>
    </section>
  );
}

function isNarrowed(filter: ChosenFilter): boolean {
  return Object.values(filter).some((names) => names !== undefined);
}

/** The dimension that alone is narrowed. */
function soleDimension(filter: ChosenFilter): string | undefined {
  return Object.entries(filter).find(([, names]) => names !== undefined)?.[0];
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

/** Against the period that was chosen to compare with, and what the value was there. */
function Changes({ kpi, detail }: Pick<KpiSummaryProps, 'kpi' | 'detail'>) {
  const { t } = useTranslation('kpis');
  const format = useKpiFormat();
  const { result, before, question } = detail;
  if (question.compared === null) return null;
  const { unit } = result;
  return (
    <div className={classes.changes}>
      <ComparedChange
        {...result}
        direction={kpi.direction}
        before={before?.value ?? null}
        range={question.compared}
      />
      {before !== null && before.value !== null && (
        <span className={classes.before}>
          {t('compare.was', { value: format.value(before.value, unit) })}
        </span>
      )}
    </div>
  );
}

/** Numerator over denominator, each with its name. */
function Quotient({ kpi, result }: Pick<KpiDetail, 'result'> & Pick<KpiSummaryProps, 'kpi'>) {
  const { t } = useTranslation('kpis');
  const format = useKpiFormat();
  const { id, basis, numerator, denominator } = result;
  const parts = kpiPartsOf(kpi);
  if (parts === null || numerator === null || denominator === null) return null;
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
