import { Tabs, Text } from '@mantine/core';
import type { ScenarioKpi, ScenarioOutcome } from '@shared/scenario/evaluate-scenario';
import type { ScenarioBase } from '@shared/scenario/scenario-base';
import { type ComponentType, memo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useKpis } from '../../app/kpi-catalogue.store';
import { useFormat } from '../../app/use-format';
import { Delta } from './Delta';
import { KpiTable } from './KpiTable';
import { LargeValue } from './LargeValue';
import { ProductTable } from './ProductTable';
import { BestPricePanel } from './questions/BestPricePanel';
import { ComparePanel } from './questions/ComparePanel';
import { DataTablePanel } from './questions/DataTablePanel';
import { FairnessPanel } from './questions/FairnessPanel';
import { GoalPanel } from './questions/GoalPanel';
import { SimulationPanel } from './questions/SimulationPanel';
import { TornadoPanel } from './questions/TornadoPanel';
import { type QuestionProps, WaterfallPanel } from './questions/WaterfallPanel';
import { RepTable } from './RepTable';
import classes from './WhatIfPage.module.css';

/** KPIs that quotas and prices move most. */
const headline = ['reps_at_quota', 'quota_attainment', 'bookings', 'revenue', 'gross_margin', 'price_index'];

interface PanelProps extends QuestionProps {
  readonly outcome: ScenarioOutcome;
}

/** What can be asked, in the order in which a meeting asks it. */
const questions: readonly {
  readonly id: string;
  /** Key of its name. */
  readonly label: string;
  readonly Panel: ComponentType<PanelProps>;
}[] = [
  { id: 'reps', label: 'reps', Panel: ({ outcome }) => <RepTable reps={outcome.reps} /> },
  { id: 'products', label: 'products', Panel: ({ outcome }) => <ProductTable products={outcome.products} /> },
  { id: 'kpis', label: 'allKpis', Panel: ({ outcome }) => <KpiTable kpis={outcome.kpis} /> },
  { id: 'compare', label: 'compare', Panel: ComparePanel },
  { id: 'waterfall', label: 'waterfall', Panel: WaterfallPanel },
  { id: 'tornado', label: 'tornado', Panel: TornadoPanel },
  { id: 'goal', label: 'goal', Panel: GoalPanel },
  { id: 'table', label: 'questions:table', Panel: DataTablePanel },
  { id: 'bestPrice', label: 'questions:bestPrice', Panel: BestPricePanel },
  { id: 'simulation', label: 'questions:simulation', Panel: SimulationPanel },
  {
    id: 'fairness',
    label: 'questions:fairness',
    Panel: ({ outcome }) => <FairnessPanel reps={outcome.reps} />,
  },
];

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
      <Tabs defaultValue="reps" mt="lg" variant="pills" keepMounted={false}>
        <Tabs.List aria-label={t('question')}>
          {questions.map(({ id, label }) => (
            <Tabs.Tab key={id} px={10} py={7} value={id}>
              {t(label)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {questions.map(({ id, Panel }) => (
          <Tabs.Panel key={id} value={id} pt="md">
            <Panel outcome={outcome} kpi={asked} onKpi={setAsked} />
          </Tabs.Panel>
        ))}
      </Tabs>
    </>
  );
});

function OutcomeTile({ kpi, target }: { readonly kpi: ScenarioKpi; readonly target: number | null }) {
  const { t } = useTranslation('whatif');
  const format = useFormat();
  const { unit, direction } = useKpis()(kpi.id);
  const value = format.kpi(kpi.value, unit, { compact: true });
  return (
    <div className={classes.tile} data-kpi={kpi.id}>
      <Text size="sm" c="dimmed">
        {t(`kpis:${kpi.id}.name`)}
      </Text>
      <LargeValue value={value} />
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
