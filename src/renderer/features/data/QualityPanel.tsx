import { Button, CloseButton, Group, Loader, ScrollArea, Stack, Text, Title } from '@mantine/core';
import { type QualityFinding, qualityKinds } from '@shared/ipc/quality';
import type { DatasetId } from '@shared/model/dataset';
import { IconCircleCheck } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../app/use-format';
import { useRevision } from '../../app/workspace.store';
import { MergeDialog } from './MergeDialog';
import classes from './QualityPanel.module.css';
import { useQuality } from './quality.store';

interface QualityPanelProps {
  readonly dataset: DatasetId;
  /** The check whose rows are shown. */
  readonly chosen: string | null;
  onChoose(finding: QualityFinding): void;
}

/** What is at fault with the rows of a dataset, each kind with how many rows; choosing one shows these in the grid. */
export function QualityPanel({ dataset, chosen, onChoose }: QualityPanelProps) {
  const { t } = useTranslation('data');
  const format = useFormat();
  const revision = useRevision();
  const { report, load, toggle } = useQuality();
  const [merged, setMerged] = useState<QualityFinding | null>(null);
  useEffect(() => {
    // Edits and imports change what is found.
    if (revision >= 0) void load(dataset);
  }, [dataset, revision, load]);
  const findings = report?.dataset === dataset ? report.findings : null;
  return (
    <aside className={classes.panel} aria-label={t('quality')}>
      <Group justify="space-between" wrap="nowrap">
        <Title order={2} size="h5">
          {t('quality')}
        </Title>
        <CloseButton size="sm" aria-label={t('app:close')} onClick={toggle} />
      </Group>
      {findings === null && <Loader size="sm" aria-label={t('quality.checking')} />}
      {findings?.length === 0 && (
        <Group gap="xs" role="status">
          <IconCircleCheck size={18} color="var(--mantine-color-teal-filled)" aria-hidden />
          <Text size="sm">{t('quality.none')}</Text>
        </Group>
      )}
      {findings !== null && findings.length > 0 && (
        <>
          <Text size="xs" c="dimmed">
            {t('quality.explanation', { count: report?.rows, rows: format.number(report?.rows ?? 0, 0) })}
          </Text>
          <ScrollArea className={classes.list} offsetScrollbars>
            <Stack gap="md">
              {qualityKinds.map((kind) => (
                <Kind
                  key={kind}
                  kind={kind}
                  dataset={dataset}
                  findings={findings.filter((finding) => finding.kind === kind)}
                  chosen={chosen}
                  onChoose={onChoose}
                  onMerge={setMerged}
                />
              ))}
            </Stack>
          </ScrollArea>
        </>
      )}
      {merged && <MergeDialog dataset={dataset} finding={merged} onClose={() => setMerged(null)} />}
    </aside>
  );
}

interface KindProps extends QualityPanelProps {
  readonly kind: QualityFinding['kind'];
  readonly findings: readonly QualityFinding[];
  onMerge(finding: QualityFinding): void;
}

function Kind({ kind, dataset, findings, chosen, onChoose, onMerge }: KindProps) {
  const { t } = useTranslation('data');
  const format = useFormat();
  if (findings.length === 0) return null;
  return (
    <section aria-label={t(`quality:kind.${kind}`)}>
      <Title order={3} className={classes.kind}>
        {t(`quality:kind.${kind}`)}
      </Title>
      {findings.map((finding) => (
        <div key={finding.id}>
          <button
            type="button"
            className={classes.finding}
            aria-pressed={finding.id === chosen}
            onClick={() => onChoose(finding)}
          >
            <span>{t(`quality:${kind}.${finding.code}`, { dataset, ...namesOf(finding) })}</span>
            <span className={classes.count}>
              {t('quality.rows', { count: finding.count, rows: format.number(finding.count, 0) })}
            </span>
          </button>
          {kind === 'duplicate' && (
            <Button size="compact-xs" variant="light" ml={8} mt={4} onClick={() => onMerge(finding)}>
              {t('quality.merge')}
            </Button>
          )}
        </div>
      ))}
    </section>
  );
}

/** What the sentence of a finding names. */
export function namesOf({ field, other }: QualityFinding) {
  return { field: field ?? '', other: other ?? '' };
}
