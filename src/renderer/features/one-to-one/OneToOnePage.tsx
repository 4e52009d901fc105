import { Button, Skeleton } from '@mantine/core';
import { IconUsers } from '@tabler/icons-react';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { runCommand } from '../../app/commands';
import { useNavigation } from '../../app/navigation.store';
import { usePeriod } from '../../app/period.store';
import { useRepList } from '../../app/rep-list.store';
import { useDataEffect } from '../../app/use-data-effect';
import { useWorkspace } from '../../app/workspace.store';
import { EmptyState } from '../../components/EmptyState';
import { PageHeader } from '../../components/PageHeader';
import { PeriodPicker } from '../../components/PeriodPicker';
import { Problem } from '../../components/Problem';
import { ActivityPanel } from './ActivityPanel';
import { ConversionPanel } from './ConversionPanel';
import { DealsPanel } from './DealsPanel';
import classes from './OneToOnePage.module.css';
import { rememberedRep, rememberRep, useOneToOne } from './one-to-one.store';
import { QuotaPanel } from './QuotaPanel';
import { RepChoice } from './RepChoice';
import { RepFacts } from './RepFacts';
import { SkillPanel } from './SkillPanel';

/** What a manager and a rep talk about: quota, activity, conversion and deals beside those of the team, and where the rep loses most. */
export function OneToOnePage({ rep }: { readonly rep: string | undefined }) {
  const { t } = useTranslation('one-to-one');
  const workspace = useWorkspace((state) => state.workspace);
  const { range, choose } = usePeriod();
  const { names, chosen, figures, problem, talkWith } = useFigures(rep);
  if (workspace === null) return null;
  return (
    <div className={classes.page}>
      <PageHeader title={t('title')}>
        {chosen !== null && <RepChoice chosen={chosen} names={names} onChoose={talkWith} />}
        <PeriodPicker value={range} onChange={choose} />
      </PageHeader>
      {problem && <Problem error={problem} title={t('unreadable')} mx={24} mt={16} />}
      {names !== null && names.length === 0 ? (
        <EmptyState icon={IconUsers} title={t('empty.title')} explanation={t('empty.explanation')}>
          <Button onClick={() => runCommand('import.choose')}>{t('empty.import')}</Button>
        </EmptyState>
      ) : figures === null ? (
        !problem && <Waiting />
      ) : (
        <div className={classes.content}>
          <RepFacts figures={figures} />
          <div className={classes.column}>
            <QuotaPanel figures={figures} />
            <ActivityPanel figures={figures} />
            <DealsPanel figures={figures} />
          </div>
          <div className={classes.column}>
            <SkillPanel figures={figures} />
            <ConversionPanel figures={figures} />
          </div>
        </div>
      )}
    </div>
  );
}

/**
 * The figures of the rep that the page was opened for, else of the one who was talked with last, else of the first. They stay on the
 * screen until the next are there.
 */
function useFigures(asked: string | undefined) {
  const go = useNavigation((state) => state.go);
  const path = useWorkspace(({ workspace }) => workspace?.path ?? null);
  const { from, to } = usePeriod().range;
  const { reps, load: loadReps } = useRepList();
  const { answer, problem, load } = useOneToOne();
  const list = reps?.path === path ? reps.list : null;
  const names = list?.map(({ name }) => name) ?? null;
  const wanted = asked ?? (path === null ? null : rememberedRep(path));
  const chosen = names?.find((name) => name === wanted) ?? names?.[0] ?? null;
  useDataEffect(() => {
    if (path !== null) void loadReps(path);
  }, [path, loadReps]);
  useDataEffect(() => {
    if (path === null || chosen === null) return;
    rememberRep(path, chosen);
    void load({ path, rep: chosen, from, to });
  }, [path, chosen, from, to, load]);
  const talkWith = useCallback((rep: string) => go({ page: 'oneToOne', rep }), [go]);
  const figures = answer?.question.path === path ? answer.figures : null;
  return { names: list, chosen, figures, problem, talkWith };
}

function Waiting() {
  const { t } = useTranslation('one-to-one');
  return (
    <div className={classes.content} role="status" aria-label={t('loading')}>
      {Array.from({ length: 4 }, (_, place) => `panel ${place}`).map((key) => (
        <Skeleton key={key} height={240} radius="md" />
      ))}
    </div>
  );
}
