import { Button, Group, Progress, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { cancelJob, useProgress } from '../../app/progress.store';
import { useFormat } from '../../app/use-format';

export function ExportProgress({ job }: { readonly job: string }) {
  const { t } = useTranslation('export');
  const format = useFormat();
  const { done = 0, total = null } = useProgress(job) ?? {};
  return (
    <Stack>
      <Progress animated value={total ? (100 * done) / total : 100} aria-label={t('running')} />
      <Text size="sm" c="dimmed" role="status">
        {t('progress', { done: format.number(done, 0), total: format.number(total ?? done, 0) })}
      </Text>
      <Group justify="flex-end">
        <Button variant="default" onClick={() => cancelJob(job)}>
          {t('app:cancel')}
        </Button>
      </Group>
    </Stack>
  );
}
