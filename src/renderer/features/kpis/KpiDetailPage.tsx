import { Button, Skeleton } from '@mantine/core';
import type { KpiDescription } from '@shared/ipc/kpi';
import { type RowDimension, rowDimensions } from '@shared/kpi/declaration';
import { comparedRange } from '@shared/model/comparison';
import { IconMathFunction } from '@tabler/icons-react';
import { useLayoutEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useComparison } from '../../app/comparison.store';
import { useKpi, useKpiCatalogue } from '../../app/kpi-catalogue.store';
import { type NarrowedTo, type Place, useNavigation } from '../../app/navigation.store';
import { usePeriod } from '../../app/period.store';
import { useDataEffect } from '../../app/use-data-effect';
import { useWorkspace } from '../../app/workspace.store';
import { ComparisonPicker } from '../../components/ComparisonPicker';
import { PageHeader } from '../../components/PageHeader';
import { PeriodPicker } from '../../components/PeriodPicker';
import { BackButton } from './BackButton';
import { BrokenKpis } from './BrokenKpis';
import { FilterStrip } from './FilterStrip';
import { firstSplit } from './first-split';
import { KpiBreakdown } from './KpiBreakdown';
import classes from './KpiDetailPage.module.css';
import { KpiFilterButton } from './KpiFilterButton';
import { KpiProblem } from './KpiProblem';
import { KpiSummary } from './KpiSummary';
import { KpiTrend } from './KpiTrend';
import { type CrossDimension, crossDimensions, useKpiDetail } from './kpi-detail.store';
import { narrowFor, useKpiFilter } from './kpi-filter.store';
import { type KpiSectionProps, kpiSections } from './kpi-sections';
import { OutsideData } from './OutsideData';
import { ShowRows } from './ShowRows';
import { comparedTrend } from './trend-compared';
import { type TrendStep, trendRange } from './trend-range';
import { useWayBack } from './use-way-back';

interface KpiDetailPageProps {
  readonly kpi: string;
  /** What all KPIs are narrowed to while the page is shown; undefined leaves them as they are. */
  readonly narrowedTo: NarrowedTo | undefined;
  /** Where the way back leads; undefined: to the dashboards. */
  readonly back: Place | undefined;
}

/** One KPI: its value and how it comes about, its course, what it is made of, and the way to its rows. */
export function KpiDetailPage({ kpi: id, narrowedTo, back }: KpiDetailPageProps) {
  const go = useNavigation((state) => state.go);
  const goBack = () => go(back ?? { page: 'kpis' });
  useWayBack(goBack);
  useLayoutEffect(() => (narrowedTo ? narrowFor(narrowedTo) : undefined), [narrowedTo]);
  const kpi = useKpi(id);
  return kpi ? (
    <Detail key={id} kpi={kpi} narrowedTo={narrowedTo} goBack={goBack} />
  ) : (
    <Broken id={id} goBack={goBack} />
  );
}

/** A KPI of one's own that cannot be reckoned has its reason in place of its values. */
function Broken({ id, goBack }: { readonly id: string; goBack(): void }) {
  const broken = useKpiCatalogue((state) => state.broken).filter((kpi) => kpi.id === id);
  const [first] = broken;
  return first ? (
    <div className={classes.page}>
      <PageHeader title={first.name} before={<BackButton goBack={goBack} />} />
      <BrokenKpis broken={broken} />
    </div>
  ) : null;
}

interface DetailProps extends Pick<KpiDetailPageProps, 'narrowedTo'> {
  readonly kpi: KpiDescription;
  goBack(): void;
}

function Detail({ kpi, narrowedTo, goBack }: DetailProps) {
  const { t } = useTranslation('kpis');
  const workspace = useWorkspace((state) => state.workspace);
  const { range, choose } = usePeriod();
  const dimensions = rowDimensions.filter((dimension) => kpi.dimensions.includes(dimension));
  const [basis, setBasis] = useState<string | null>(kpi.bases[0] ?? null);
  const { filter } = useKpiFilter();
  const [by, setBy] = useState<RowDimension | null>(firstSplit(dimensions, narrowedTo ?? filter));
  const [across, setAcross] = useState<CrossDimension | null>(null);
  const [step, setStep] = useState<TrendStep>('month');
  const { detail, problem } = useAnswer({ kpi: kpi.id, basis, by, across, step });
  if (workspace === null) return null;
  return (
    <div className={classes.page}>
      <PageHeader title={t(`${kpi.id}.name`)} before={<BackButton goBack={goBack} />}>
        <KpiFilterButton />
        {kpi.own && <ChangeDefinition id={kpi.id} />}
        {detail && <ShowRows sources={detail.sources} />}
        <ComparisonPicker range={range} />
        <PeriodPicker value={range} onChange={choose} />
      </PageHeader>
      <FilterStrip />
      <OutsideData range={range} data={workspace.dataRange} choose={choose} />
      {problem && <KpiProblem error={problem} />}
      {detail ? (
        <div className={classes.content}>
          <div className={classes.top}>
            <KpiSummary kpi={kpi} detail={detail} basis={basis} onBasis={setBasis} />
            <KpiTrend detail={detail} step={step} onStep={setStep} />
          </div>
          {by && (
            <KpiBreakdown
              detail={detail}
              dimensions={dimensions}
              crossed={crossDimensions.filter((other) => other !== by && kpi.dimensions.includes(other))}
              by={by}
              across={across === by ? null : across}
              onSplit={setBy}
              onCross={setAcross}
            />
          )}
          <Sections kpi={kpi.id} basis={basis} path={workspace.path} />
        </div>
      ) : (
        !problem && <Waiting />
      )}
    </div>
  );
}

/** Leads to how a KPI of one's own is defined. */
function ChangeDefinition({ id }: { readonly id: string }) {
  const { t } = useTranslation('kpis');
  const go = useNavigation((state) => state.go);
  return (
    <Button
      variant="default"
      h={34}
      leftSection={<IconMathFunction size={16} />}
      onClick={() => go({ page: 'ownKpi', id })}
    >
      {t('own.change')}
    </Button>
  );
}

/** What only this KPI has to show. */
function Sections(question: Pick<KpiSectionProps, 'kpi' | 'basis' | 'path'>) {
  const { range } = usePeriod();
  const { filter } = useKpiFilter();
  return kpiSections[question.kpi]?.map((Section, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the sections of a KPI are a fixed list
    <Section key={index} {...question} range={range} filter={filter} />
  ));
}

interface Choice {
  readonly kpi: string;
  readonly basis: string | null;
  readonly by: RowDimension | null;
  readonly across: CrossDimension | null;
  readonly step: TrendStep;
}

/** The newest answer about this KPI in the open workspace; that to another basis or period stays until the next arrives. */
function useAnswer({ kpi, basis, by, across, step }: Choice) {
  const workspace = useWorkspace((state) => state.workspace);
  const { from, to } = usePeriod().range;
  const { filter } = useKpiFilter();
  const { comparison } = useComparison();
  const { detail, problem, load } = useKpiDetail();
  const path = workspace?.path ?? null;
  const [dataFrom, dataTo] = [workspace?.dataRange?.from, workspace?.dataRange?.to];
  useDataEffect(() => {
    if (path === null) return;
    const data = dataFrom && dataTo ? { from: dataFrom, to: dataTo } : null;
    const range = { from, to };
    const compared = comparedRange(comparison, range);
    const trend = trendRange(range, step, data);
    const earlier = compared && comparedTrend({ range, compared }, trend, step, data);
    const question = { range, compared, basis, by, across, step, trend, comparedTrend: earlier, filter };
    void load({ path, kpi, ...question });
  }, [path, kpi, from, to, comparison, filter, basis, by, across, step, dataFrom, dataTo, load]);
  const own = detail?.question.path === path && detail?.question.kpi === kpi ? detail : null;
  return { detail: own, problem };
}

function Waiting() {
  const { t } = useTranslation('kpis');
  return (
    <div className={classes.content} role="status" aria-label={t('loading')}>
      <div className={classes.top}>
        <Skeleton height={330} radius="md" />
        <Skeleton height={330} radius="md" />
      </div>
      <Skeleton height={380} radius="md" />
    </div>
  );
}
