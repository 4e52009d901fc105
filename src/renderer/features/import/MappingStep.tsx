import { Alert, Box, Button, Group, Stack, Text, Title } from '@mantine/core';
import type { EarlierImport, Inspection } from '@shared/ipc/import';
import { IconCopy, IconInfoCircle } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigation } from '../../app/navigation.store';
import { useSourceQueue } from '../../app/source-queue.store';
import { useFormat } from '../../app/use-format';
import { Problem } from '../../components/Problem';
import { ColumnTable } from './ColumnTable';
import { fileName } from './ImportPage';
import classes from './ImportPage.module.css';
import { type ImportStage, useImport } from './import.store';
import { PreviewPanel } from './PreviewPanel';
import { SourcePanel } from './SourcePanel';

type MappingStage = Extract<ImportStage, { kind: 'mapping' }>;

/** Shows how the file was understood, lets it be changed, and what the import would do. */
export function MappingStep({ inspection, plan, preview, problem }: MappingStage) {
  const { t } = useTranslation('import');
  const changeColumn = useImport((state) => state.changeColumn);
  const waitsForDateOrder = inspection.dateOrderAmbiguous && plan.dateOrder === undefined;
  return (
    <Box className={classes.page}>
      <Bar
        inspection={inspection}
        plan={plan}
        preview={preview}
        problem={problem}
        ready={!waitsForDateOrder}
      />
      <Stack gap="md">
        {problem && <Problem error={problem} />}
        {inspection.notes.filter(isShown).map((note) => (
          <Alert
            key={note.code + JSON.stringify(note.parameters)}
            color="blue"
            icon={<IconInfoCircle />}
            p="xs"
          >
            {t(`errors:${note.code}`, note.parameters)}
          </Alert>
        ))}
        {preview?.earlier && <EarlierNotice earlier={preview.earlier} />}
        <SourcePanel inspection={inspection} plan={plan} />
        <ColumnTable inspection={inspection} plan={plan} onChange={changeColumn} />
        {problem === null && <PreviewPanel preview={preview} plan={plan} />}
      </Stack>
    </Box>
  );
}

/** The same sheet again would double its rows, unless a key finds them. */
function EarlierNotice({ earlier }: { readonly earlier: EarlierImport }) {
  const { t } = useTranslation('import');
  const format = useFormat();
  return (
    <Alert color="yellow" icon={<IconCopy />} p="xs">
      {t('earlier', { file: earlier.source, date: format.date(earlier.importedAt.slice(0, 10)) })}
    </Alert>
  );
}

/** What is asked or offered beside the source needs no note. */
function isShown({ code }: Inspection['notes'][number]): boolean {
  return ![
    'noteDayFirst',
    'noteMonthFirst',
    'noteUnpivoted',
    'noteTemplate',
    'noteHiddenRows',
    'noteHiddenLeftOut',
  ].includes(code);
}

function Bar({
  inspection,
  plan,
  preview,
  problem,
  ready,
}: Omit<MappingStage, 'kind'> & { readonly ready: boolean }) {
  const { t } = useTranslation('import');
  const format = useFormat();
  const { run, reset } = useImport();
  const { queue, clear } = useSourceQueue();
  const go = useNavigation((state) => state.go);
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  const accepted = preview ? preview.inserted + preview.updated + preview.unchanged : 0;
  const runLabel = () => {
    if (preview) return t('run', { rows: format.number(accepted, 0) });
    return problem ? t('run.blocked') : t('checking');
  };
  return (
    <Group className={classes.bar} justify="space-between" wrap="nowrap">
      <div style={{ minWidth: 0 }}>
        <Title ref={title} tabIndex={-1} order={1} size="h3" lineClamp={1} className={classes.title}>
          {t('title', { file: fileName(plan.path) })}
        </Title>
        <Text size="sm" c="dimmed">
          {t(inspection.confidence < 0.3 ? 'notUnderstood' : 'understood', {
            rows: format.number(inspection.rowCount, 0),
            dataset: t(`fields:dataset.${plan.dataset}`),
            confidence: format.percent(inspection.confidence, 0),
          })}
          {queue.length > 1 && ` · ${t('filesLeft', { count: queue.length - 1 })}`}
        </Text>
      </div>
      <Group gap="xs" wrap="nowrap">
        <Button
          variant="default"
          onClick={() => {
            clear();
            reset();
            go({ page: 'data' });
          }}
        >
          {t('app:cancel')}
        </Button>
        <Button disabled={!ready || accepted === 0} onClick={() => void run()}>
          {runLabel()}
        </Button>
      </Group>
    </Group>
  );
}
