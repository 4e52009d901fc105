import { Tabs, Text } from '@mantine/core';
import type { ScenarioKpi, ScenarioOutcome } from '@shared/scenario/evaluate-scenario';
import type { ScenarioBase } from '@shared/scenario/scenario-base';
import { memo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useKpis } from '../../app/kpi-catalogue.store';
import { useFormat } from '../../app/use-format';
import { ComparePanel } from './ComparePanel';
import { Delta } from './Delta';
import { GoalPanel } from './GoalPanel';
import { KpiTable } from './KpiTable';
import { ProductTable } from './ProductTable';
import { RepTable } from './RepTable';
import { TornadoPanel } from './TornadoPanel';
import { WaterfallPanel } from './WaterfallPanel';
import classes from './WhatIfPage.module.css';

/** KPIs that quotas and prices move most. */
const headline = ['reps_at_quota', 'quota_attainment', 'bookings', 'revenue', 'gross_margin', 'price_index'];

interface OutcomePanelProps {
  readonly base: ScenarioBase;
  readonly outcome: ScenarioOutcome;
}

/** What the scenario comes to, beside its base. */
export const OutcomePanel = memo(function OutcomePanel({ base, outcome }: OutcomePanelProps) {
  const { t } = useTranslation('whatif');
  const hasQuotas = outcome.kpis.some(({ id, base: before }) => id === 'quota_attainment' && before !== null);
  const [asked, setAsked] = useState(hasQuotas ? 'quota_attainment' : 'revenue');
  const shown = headline.flatMap(
    (id) => outcome.kpis.find((kpi) => kpi.id === id && kpi.base !== null) ?? [],
  );
  return (
    <>
      <section className={classes.tiles} aria-label={t('headline')}>
        {shown.map((kpi) => (
          <OutcomeTile
            key={kpi.id}
            kpi={kpi}
            target={base.values.find(({ id }) => id === kpi.id)?.target ?? null}
          />
        ))}
      </section>
      <Tabs defaultValue="reps" mt="lg" keepMounted={false}>
        <Tabs.List>
          <Tabs.Tab px={11} value="reps">
            {t('reps')}
          </Tabs.Tab>
          <Tabs.Tab px={11} value="products">
            {t('products')}
          </Tabs.Tab>
          <Tabs.Tab px={11} value="kpis">
            {t('allKpis')}
          </Tabs.Tab>
          <Tabs.Tab px={11} value="waterfall">
            {t('waterfall')}
          </Tabs.Tab>
          <Tabs.Tab px={11} value="tornado">
            {t('tornado')}
          </Tabs.Tab>
          <Tabs.Tab px={11} value="goal">
            {t('goal')}
          </Tabs.Tab>
          <Tabs.Tab px={11} value="compare">
            {t('compare')}
          </Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="reps" pt="sm">
          <RepTable reps={outcome.reps} />
        </Tabs.Panel>
        <Tabs.Panel value="products" pt="sm">
          <ProductTable products={outcome.products} />
        </Tabs.Panel>
        <Tabs.Panel value="kpis" pt="sm">
          <KpiTable kpis={outcome.kpis} />
        </Tabs.Panel>
        <Tabs.Panel value="waterfall" pt="sm">
          <WaterfallPanel kpi={asked} onKpi={setAsked} />
        </Tabs.Panel>
        <Tabs.Panel value="tornado" pt="sm">
          <TornadoPanel kpi={asked} onKpi={setAsked} />
        </Tabs.Panel>
        <Tabs.Panel value="goal" pt="sm">
          <GoalPanel kpi={asked} onKpi={setAsked} />
        </Tabs.Panel>
        <Tabs.Panel value="compare" pt="sm">
          <ComparePanel kpi={asked} onKpi={setAsked} />
        </Tabs.Panel>
      </Tabs>
    </>
  );
});

function OutcomeTile({ kpi, target }: { readonly kpi: ScenarioKpi; readonly target: number | null }) {
  const { t } = useTranslation('whatif');
  const format = useFormat();
  const { unit, direction } = useKpis()(kpi.id);
  return (
    <div className={classes.tile} data-kpi={kpi.id}>
      <Text size="sm" c="dimmed">
        {t(`kpis:${kpi.id}.name`)}
      </Text>
      <div className={classes.value}>{format.kpi(kpi.value, unit, { compact: true })}</div>
      <Delta delta={kpi.delta} unit={unit} direction={direction} />
      <div className={classes.before}>
        <span>{t('was', { value: format.kpi(kpi.base, unit, { compact: true }) })}</span>
        {target !== null && (
          <span>{t('target', { value: format.kpi(target, unit, { compact: true }) })}</span>
        )}
      </div>
    </div>
  );
}
