import { Skeleton } from '@mantine/core';
import { IconTags } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePeriod } from '../../app/period.store';
import { useDataEffect } from '../../app/use-data-effect';
import { useWorkspace } from '../../app/workspace.store';
import { EmptyState } from '../../components/EmptyState';
import { PageHeader } from '../../components/PageHeader';
import { PeriodPicker } from '../../components/PeriodPicker';
import { Problem } from '../../components/Problem';
import { IndexMap } from './IndexMap';
import { PriceTable } from './PriceTable';
import classes from './PricingPage.module.css';
import { ProductPanel } from './ProductPanel';
import { usePricing } from './pricing.store';

/** Own prices beside those of competitors, how sales answer prices, and what a change would do. */
export function PricingPage() {
  const { t } = useTranslation('pricing');
  const workspace = useWorkspace((state) => state.workspace);
  const { range, choose } = usePeriod();
  const { from, to } = range;
  const { answer, problem, load } = usePricing();
  const [chosen, setChosen] = useState<string | null>(null);
  const path = workspace?.path ?? null;
  useDataEffect(() => {
    if (path !== null) void load({ path, range: { from, to } });
  }, [path, from, to, load]);
  if (workspace === null) return null;
  const products = answer?.question.path === path ? answer.report.products : null;
  const shown = products?.find(({ product }) => product === chosen) ?? products?.[0];
  return (
    <div className={classes.page}>
      <PageHeader title={t('title')}>
        <PeriodPicker value={range} onChange={choose} />
      </PageHeader>
      <div className={classes.content}>
        {problem && <Problem error={problem} />}
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
