import { Box, Button, Group, Stack, Text, Title } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useNavigation } from '../../app/navigation.store';
import { useSourceQueue } from '../../app/source-queue.store';
import { useWorkspace } from '../../app/workspace.store';
import classes from './ImportPage.module.css';
import { type ImportStage, useImport } from './import.store';
import { KeptRejects } from './KeptRejects';
import { Counts } from './PreviewPanel';

/** What an import did, and where to go from here. */
export function ImportResult({ batch, path, otherSheets }: Extract<ImportStage, { kind: 'done' }>) {
  const { t } = useTranslation('import');
  const { queue, next, clear } = useSourceQueue();
  const go = useNavigation((state) => state.go);
  const { reset, inspect } = useImport();
  const [nextSheet] = otherSheets;
  const undo = useWorkspace((state) => state.undo);
  const leaveTo = (leave: () => void) => () => {
    clear();
    reset();
    leave();
  };
  return (
    <Box className={classes.page}>
      <Stack gap="lg" maw={900}>
        <Group gap="sm">
          <IconCircleCheck size={28} color="var(--mantine-color-teal-filled)" aria-hidden />
          <div role="status">
            <Title order={1} size="h3">
              {t('done', { file: batch.source })}
            </Title>
            <Text c="dimmed" size="sm">
              {t('done.dataset', { dataset: t(`fields:dataset.${batch.dataset}`) })}
            </Text>
          </div>
        </Group>
        <Counts counts={batch} />
        <Group>
          {nextSheet !== undefined && (
            <Button onClick={() => void inspect({ path, sheet: nextSheet })} autoFocus>
              {t('nextSheet', { sheet: nextSheet })}
            </Button>
          )}
          {queue.length > 1 ? (
            <Button
              variant={nextSheet === undefined ? 'filled' : 'default'}
              onClick={next}
              autoFocus={nextSheet === undefined}
            >
              {t('nextFile')}
            </Button>
          ) : (
            <Button
              variant={nextSheet === undefined ? 'filled' : 'default'}
              onClick={leaveTo(() => go({ page: 'kpis' }))}
              autoFocus={nextSheet === undefined}
            >
              {t('toKpis')}
            </Button>
          )}
          <Button variant="default" onClick={leaveTo(() => go({ page: 'data', dataset: batch.dataset }))}>
            {t('toData')}
          </Button>
          <Button
            variant="subtle"
            color="gray"
            onClick={leaveTo(() => void undo().then(() => go({ page: 'data' })))}
          >
            {t('undo')}
          </Button>
          <Button variant="subtle" color="gray" onClick={leaveTo(() => go({ page: 'imports' }))}>
            {t('history')}
          </Button>
        </Group>
        {batch.rejected > 0 && <KeptRejects batch={batch} />}
      </Stack>
    </Box>
  );
}
