import { Button, Group, Loader, Stack } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { ImportBatch, Reject } from '@shared/ipc/import';
import { IconDownload } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../app/settings.store';
import { useFormat } from '../../app/use-format';
import { exportRejects, loadRejects } from './import-records';
import { RejectTable } from './RejectTable';

/** More are in the exported sheet. */
const shownRejects = 200;

/** The rows that an import kept out, to be looked at or taken out as a sheet. */
export function KeptRejects({ batch }: { readonly batch: ImportBatch }) {
  const { t } = useTranslation('import');
  const format = useFormat();
  const language = useLanguage();
  const [rejects, setRejects] = useState<readonly Reject[] | null>(null);
  useEffect(() => {
    void loadRejects(batch.id).then(setRejects);
  }, [batch.id]);
  const save = async () => {
    const name = t('rejects.fileName', { file: batch.source.replace(/\.[^.]+$/, '') });
    const saved = await exportRejects(batch.id, name, language, format.locale);
    if (saved !== null) notifications.show({ message: t('rejects.exported', { path: saved.path }) });
  };
  if (rejects === null) return <Loader size="sm" aria-label={t('rejects.title')} />;
  return (
    <Stack gap="sm">
      <RejectTable rejects={rejects.slice(0, shownRejects)} total={batch.rejected} />
      <Group>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconDownload size={14} />}
          onClick={() => void save()}
        >
          {t('rejects.export')}
        </Button>
      </Group>
    </Stack>
  );
}
