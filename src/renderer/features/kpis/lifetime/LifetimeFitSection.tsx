import { Skeleton, Text } from '@mantine/core';
import { type CustomerModelFit, fewestRepeatingCustomers } from '@shared/kpi/lifetime/customer-model';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../app/use-format';
import { KpiSection } from '../KpiSection';
import type { KpiSectionProps } from '../kpi-sections';
import { Problem } from '../Problem';
import { FrequencyPanel } from './FrequencyPanel';
import { HoldOutPanel } from './HoldOutPanel';
import { useLifetimeFit } from './lifetime-fit.store';

/** Whether the predicting models can be believed: how they fit what was seen, and how they did on what they had not seen. */
export function LifetimeFitSection({ path, range, revision }: KpiSectionProps) {
  const { t } = useTranslation('lifetime');
  const { report: newest, path: asked, problem, load } = useLifetimeFit();
  const { from, to } = range;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new revision means other data under the same question
  useEffect(() => {
    void load({ path, range: { from, to } });
  }, [path, from, to, revision, load]);
  if (problem) return <Problem error={problem} />;
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
