import { Button, Skeleton, Tabs } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { kpiCategories, kpiDirections, kpiUnits, type RowDimension } from '@shared/kpi/declaration';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useKpiCatalogue } from '../../app/kpi-catalogue.store';
import { useNavigation } from '../../app/navigation.store';
import { usePeriod } from '../../app/period.store';
import { useDataEffect } from '../../app/use-data-effect';
import { useWorkspace } from '../../app/workspace.store';
import { PageHeader } from '../../components/PageHeader';
import { PeriodPicker } from '../../components/PeriodPicker';
import { type Draft, definitionOf, draftOf, newDraft } from './draft';
import { FormulaEditor } from './FormulaEditor';
import { KpiFacts } from './KpiFacts';
import { MeasureList } from './MeasureList';
import { OwnKpiMenu } from './OwnKpiMenu';
import classes from './OwnKpiPage.module.css';
import { OwnKpiPreviewPanel } from './OwnKpiPreviewPanel';
import { OwnKpiText } from './OwnKpiText';
import { useOwnKpis } from './own-kpi.store';

/** Where a KPI of one's own is put together or written, with what it comes to beside it. */
export function OwnKpiPage({ id }: { readonly id: string | null }) {
  const { kpis, load, forgetPreview } = useOwnKpis();
  const path = useWorkspace(({ workspace }) => workspace?.path ?? null);
  const { t } = useTranslation('ownkpi');
  useDataEffect(() => {
    if (path !== null) void load();
  }, [path, load]);
  useEffect(() => forgetPreview, [forgetPreview]);
  if (kpis === null)
    return <Skeleton m={24} height={380} radius="md" role="status" aria-label={t('loading')} />;
  const stored = kpis.find((kpi) => kpi.id === id);
  const start = stored ? draftOf(stored, stored.id) : newDraft(t('measure.first'));
  return <Editor key={`${path} ${id}`} start={start} />;
}

function Editor({ start }: { readonly start: Draft }) {
  const { t } = useTranslation('ownkpi');
  const go = useNavigation((state) => state.go);
  const workspace = useWorkspace((state) => state.workspace);
  const { range, choose } = usePeriod();
  const [draft, setDraft] = useState(start);
  const [by, setBy] = useState<RowDimension | null>(null);
  const [tab, setTab] = useState<string | null>('builder');
  const save = useOwnKpis((state) => state.save);
  const preview = useOwnKpis((state) => state.preview);
  const { definition } = usePreview(draft, by);
  const problems = preview?.problems ?? [];
  const [textBroken, setTextBroken] = useState(false);
  const complete = !textBroken && draft.name.trim() !== '' && preview !== null && problems.length === 0;
  const back = useCallback(
    () => go(start.id ? { page: 'kpi', kpi: start.id } : { page: 'kpis' }),
    [go, start.id],
  );
  if (workspace === null) return null;
  const store = async () => {
    const id = await save(definition, draft.id);
    if (id !== null) go({ page: 'kpi', kpi: id });
  };
  const nameProblem = problems.find(({ part }) => part === 'name' || part === 'id');
  return (
    <div className={classes.page}>
      <PageHeader title={start.id ? t('title.change', { name: start.name }) : t('title.new')}>
        <PeriodPicker value={range} onChange={choose} />
        <Button variant="default" h={34} onClick={back}>
          {t('app:cancel')}
        </Button>
        <Button h={34} disabled={!complete} onClick={() => void store()}>
          {t('save')}
        </Button>
        <OwnKpiMenu id={start.id} name={start.name} />
      </PageHeader>
      <div className={classes.content}>
        <Tabs value={tab} onChange={setTab} className={classes.tabs} keepMounted={false}>
          <Tabs.List>
            <Tabs.Tab value="builder">{t('tab.builder')}</Tabs.Tab>
            <Tabs.Tab value="text">{t('tab.text')}</Tabs.Tab>
          </Tabs.List>
          <Tabs.Panel value="builder" className={classes.builder}>
            <KpiFacts
              draft={draft}
              choices={{ units: kpiUnits, directions: kpiDirections, categories: kpiCategories }}
              nameProblem={nameProblem?.error ?? null}
              onChange={setDraft}
            />
            <FormulaEditor draft={draft} problems={problems} onChange={setDraft} />
            <MeasureList draft={draft} preview={preview} onChange={setDraft} />
          </Tabs.Panel>
          <Tabs.Panel value="text" className={classes.builder}>
            <OwnKpiText
              definition={definition}
              problems={problems}
              onBroken={setTextBroken}
              onRead={(read) => setDraft(draftOf(read, draft.id))}
            />
          </Tabs.Panel>
        </Tabs>
        <OwnKpiPreviewPanel draft={draft} preview={preview} onSplit={setBy} />
      </div>
    </div>
  );
}

/** Asks what the draft comes to as soon as the person rests. */
function usePreview(draft: Draft, by: RowDimension | null) {
  const ask = useOwnKpis((state) => state.ask);
  const { kpis } = useKpiCatalogue();
  const { from, to } = usePeriod().range;
  const [rested] = useDebouncedValue(draft, 150);
  const taken = useMemo(() => kpis.map(({ id }) => id), [kpis]);
  useDataEffect(() => {
    void ask({ definition: definitionOf(rested, taken), replaces: rested.id, range: { from, to }, by });
  }, [rested, taken, from, to, by, ask]);
  return { definition: definitionOf(draft, taken) };
}
