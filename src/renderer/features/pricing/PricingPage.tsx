import { Alert, Skeleton } from '@mantine/core';
import { IconAlertTriangle, IconTags } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePeriod } from '../../app/period.store';
import { useFormat } from '../../app/use-format';
import { useRevision, useWorkspace } from '../../app/workspace.store';
import { EmptyState } from '../../components/EmptyState';
import { PageHeader } from '../../components/PageHeader';
import { PeriodPicker } from '../../components/PeriodPicker';
import { IndexMap } from './IndexMap';
import { PriceTable } from './PriceTable';
import classes from './PricingPage.module.css';
import { ProductPanel } from './ProductPanel';
import { usePricing } from './pricing.store';

/** Own prices beside those of competitors, how sales answer prices, and what a change would do. */
export function PricingPage() {
  const { t } = useTranslation('pricing');
  const format = useFormat();
  const workspace = useWorkspace((state) => state.workspace);
  const { range, choose } = usePeriod();
  const { from, to } = range;
  const revision = useRevision();
  const { answer, problem, load } = usePricing();
  const [chosen, setChosen] = useState<string | null>(null);
  const path = workspace?.path ?? null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new revision means other data under the same question
  useEffect(() => {
    if (path !== null) void load({ path, range: { from, to } });
  }, [path, from, to, revision, load]);
  if (workspace === null) return null;
  const products = answer?.question.path === path ? answer.report.products : null;
  const shown = products?.find(({ product }) => product === chosen) ?? products?.[0];
  return (
    <div className={classes.page}>
      <PageHeader title={t('title')}>
        <PeriodPicker
          value={range}
          format={format}
          fiscalYearStart={workspace.options.fiscalYearStart}
          dataRange={workspace.dataRange}
          onChange={choose}
        />
      </PageHeader>
      <div className={classes.content}>
        {problem && (
          <Alert color="red" icon={<IconAlertTriangle />} role="alert">
            {t(`errors:${problem.code}`, problem.parameters)}
          </Alert>
        )}
        {products === null
          ? !problem && <Skeleton height={420} radius="md" role="status" aria-label={t('loading')} />
          : products.length === 0 && (
              <EmptyState icon={IconTags} title={t('empty.title')} explanation={t('empty.advice')} />
            )}
        {products && shown && (
          <>
            <div className={classes.top}>
              <IndexMap products={products} chosen={shown.product} onChoose={setChosen} />
              <ProductPanel key={shown.product} product={shown} range={range} />
            </div>
            <PriceTable products={products} chosen={shown.product} onChoose={setChosen} />
          </>
        )}
      </div>
    </div>
  );
}
