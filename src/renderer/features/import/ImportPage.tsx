import { Alert, Box, Button, Center, Group, Loader, Progress, Stack, Text, Title } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigation } from '../../app/navigation.store';
import { cancelJob, useProgress } from '../../app/progress.store';
import { chooseSources, useSourceQueue } from '../../app/source-queue.store';
import { useFormat } from '../../app/use-format';
import { ImportHistory } from './ImportHistory';
import classes from './ImportPage.module.css';
import { ImportResult } from './ImportResult';
import { type ImportStage, useImport } from './import.store';
import { MappingStep } from './MappingStep';

/** Takes the spreadsheets of the queue into the workspace, one after the other. */
export function ImportPage() {
  // Choosing the same file again makes a new queue, so that it is read again.
  const queue = useSourceQueue((state) => state.queue);
  const stage = useImport((state) => state.stage);
  const inspect = useImport((state) => state.inspect);
  const reset = useImport((state) => state.reset);
  useEffect(() => {
    const [path] = queue;
    if (path === undefined) reset();
    else void inspect({ path });
  }, [queue, inspect, reset]);
  return <Stage stage={stage} />;
}

function Stage({ stage }: { readonly stage: ImportStage }) {
  const { t } = useTranslation('import');
  switch (stage.kind) {
    case 'idle':
      return <ImportHistory />;
    case 'reading':
      return <Working title={t('reading', { file: fileName(stage.path) })} job={stage.job} total={null} />;
    case 'refused':
      return <Refusal stage={stage} />;
    case 'mapping':
      return <MappingStep {...stage} />;
    case 'importing':
      return (
        <Working
          title={t('importing', { file: fileName(stage.plan.path) })}
          job={stage.job}
          total={stage.rows}
        />
      );
    case 'done':
      return <ImportResult {...stage} />;
  }
}

function Message({ title, children }: { readonly title: string; readonly children: React.ReactNode }) {
  return (
    <Center h="100%">
      <Stack align="center" gap="md" maw={560}>
        <Title order={1} size="h3" ta="center">
          {title}
        </Title>
        {children}
      </Stack>
    </Center>
  );
}

function Working({
  title,
  job,
  total,
}: {
  readonly title: string;
  readonly job: string | null;
  readonly total: number | null;
}) {
  const { t } = useTranslation('import');
  const format = useFormat();
  const progress = useProgress(job);
  const whole = progress?.total ?? total;
  return (
    <Message title={title}>
      {progress && whole ? (
        <Box w={360}>
          <Progress value={Math.min(100, (100 * progress.done) / whole)} aria-label={title} />
          <Text size="sm" c="dimmed" ta="center" mt={6} role="status">
            {t('progress', { done: format.number(progress.done, 0), total: format.number(whole, 0) })}
          </Text>
        </Box>
      ) : (
        <Loader aria-label={title} />
      )}
      {job && (
        <Button variant="default" onClick={() => cancelJob(job)}>
          {t('app:cancel')}
        </Button>
      )}
    </Message>
  );
}

function Refusal({ stage }: { readonly stage: Extract<ImportStage, { kind: 'refused' }> }) {
  const { t } = useTranslation('import');
  const { next, queue } = useSourceQueue();
  const go = useNavigation((state) => state.go);
  return (
    <Box className={classes.page}>
      <Alert
        color="red"
        icon={<IconAlertTriangle />}
        title={t('refused', { file: fileName(stage.path) })}
        role="alert"
      >
        <Text size="sm">{t(`errors:${stage.error.code}`, stage.error.parameters)}</Text>
        <Group mt="md">
          {queue.length > 1 ? (
            <Button onClick={next}>{t('nextFile')}</Button>
          ) : (
            <Button onClick={() => void chooseSources()}>{t('chooseOther')}</Button>
          )}
          <Button variant="default" onClick={() => go({ page: 'data' })}>
            {t('toData')}
          </Button>
        </Group>
      </Alert>
    </Box>
  );
}

export function fileName(path: string): string {
  return path.split(/[\\/]/).at(-1) ?? path;
}
