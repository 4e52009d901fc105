import { Skeleton, Text } from '@mantine/core';
import { type CustomerModelFit, fewestRepeatingCustomers } from '@shared/kpi/lifetime/customer-model';
import { useTranslation } from 'react-i18next';
import { useDataEffect } from '../../../app/use-data-effect';
import { useFormat } from '../../../app/use-format';
import { KpiProblem } from '../KpiProblem';
import { KpiSection } from '../KpiSection';
import type { KpiSectionProps } from '../kpi-sections';
import { FrequencyPanel } from './FrequencyPanel';
import { HoldOutPanel } from './HoldOutPanel';
import { useLifetimeFit } from './lifetime-fit.store';

/** Whether the predicting models can be believed: how they fit what was seen, and how they did on what they had not seen. */
export function LifetimeFitSection({ path, range }: KpiSectionProps) {
  const { t } = useTranslation('lifetime');
  const { report: newest, path: asked, problem, load } = useLifetimeFit();
  const { from, to } = range;
  useDataEffect(() => {
    void load({ path, range: { from, to } });
  }, [path, from, to, load]);
  if (problem) return <KpiProblem error={problem} />;
  const report = asked === path ? newest : null;
  if (report === null) return <Skeleton height={320} radius="md" role="status" aria-label={t('fitting')} />;
  if (report.fit.kind !== 'fitted')
    return (
      <KpiSection title={t('fit')}>
        <TooThin fit={report.fit} customers={report.customers} />
      </KpiSection>
    );
  return (
    <>
      <FrequencyPanel report={report} />
      <HoldOutPanel report={report} />
    </>
  );
}

interface TooThinProps {
  readonly fit: Exclude<CustomerModelFit, { kind: 'fitted' }>;
  readonly customers: number;
}

/** Why no model is shown. */
export function TooThin({ fit, customers }: TooThinProps) {
  const { t } = useTranslation('lifetime');
  const format = useFormat();
  return (
    <Text>
      {fit.kind === 'tooFew'
        ? t('tooFew', {
            count: fit.repeating,
            customers: format.number(customers),
            needed: format.number(fewestRepeatingCustomers),
          })
        : t(fit.kind)}
    </Text>
  );
}
