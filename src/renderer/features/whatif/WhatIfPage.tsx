import { Button, Stack, Text, VisuallyHidden } from '@mantine/core';
import { IconAdjustmentsHorizontal } from '@tabler/icons-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { runCommand } from '../../app/commands';
import { addPendingEdits } from '../../app/pending-edits';
import { usePeriod } from '../../app/period.store';
import { useRevision, useWorkspace } from '../../app/workspace.store';
import { EmptyState } from '../../components/EmptyState';
import { AddLever } from './AddLever';
import { AdjustmentCard } from './AdjustmentCard';
import { freeName, newAdjustment, newScenario } from './new-scenario';
import { OutcomePanel } from './OutcomePanel';
import { ScenarioHeader } from './ScenarioHeader';
import classes from './WhatIfPage.module.css';
import { useWhatIf } from './whatif.store';

/** Levers on the left, what they would do on the right. */
export function WhatIfPage({ scenario }: { readonly scenario?: number | undefined }) {
  const { t } = useTranslation();
  const { draft, loaded, base, outcome, load, choose, store } = useWhatIf();
  const revision = useRevision();
  useEffect(() => {
    if (revision >= 0) void load();
  }, [revision, load]);
  useEffect(() => {
    if (scenario !== undefined) void load().then(() => choose(scenario));
  }, [scenario, load, choose]);
  useEffect(() => {
    const leave = addPendingEdits(store);
    return () => {
      leave();
      void store();
    };
  }, [store]);
  if (!loaded) return null;
  if (draft === null) return <NoScenario />;
  return (
    <div className={classes.page}>
      <VisuallyHidden component="h1">{t('menu:view.whatif')}</VisuallyHidden>
      <aside className={classes.levers}>
        <Stack gap="md">
          <ScenarioHeader draft={draft} />
          {base &&
            draft.adjustments.map((adjustment) => (
              <AdjustmentCard
                key={adjustment.id}
                adjustment={adjustment}
                base={base}
                notes={outcome?.notes.filter((note) => note.adjustment === adjustment.id) ?? []}
              />
            ))}
          <AddLever />
        </Stack>
      </aside>
      <div className={classes.outcome}>
        {base && outcome && <OutcomePanel base={base} outcome={outcome} />}
      </div>
    </div>
  );
}

function NoScenario() {
  const { t } = useTranslation('whatif');
  const { range } = usePeriod();
  const create = useWhatIf((state) => state.create);
  const hasData = useWorkspace(({ workspace }) => workspace?.dataRange != null);
  if (!hasData) {
    return (
      <EmptyState
        icon={IconAdjustmentsHorizontal}
        title={t('noData.title')}
        explanation={t('noData.explanation')}
      >
        <Button onClick={() => runCommand('import.choose')}>{t('noData.import')}</Button>
      </EmptyState>
    );
  }
  const start = () => {
    const quota = { ...newAdjustment('quota'), value: 0.9 };
    const price = { ...newAdjustment('price'), value: 1.05, elasticity: -1.4 };
    void create(newScenario(freeName(t('scenario'), []), range, [quota, price]));
  };
  return (
    <EmptyState icon={IconAdjustmentsHorizontal} title={t('none.title')} explanation={t('none.explanation')}>
      <Button onClick={start}>{t('none.start')}</Button>
      <Text size="xs" c="dimmed">
        {t('none.example')}
      </Text>
    </EmptyState>
  );
}
