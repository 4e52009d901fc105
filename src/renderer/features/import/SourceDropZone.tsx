import { Text } from '@mantine/core';
import { Dropzone } from '@mantine/dropzone';
import { useTranslation } from 'react-i18next';
import { importDropped } from '../../app/source-queue.store';

/** Spreadsheets may be dropped anywhere on the window. */
export function SourceDropZone() {
  const { t } = useTranslation('import');
  return (
    <Dropzone.FullScreen onDrop={importDropped} useFsAccessApi={false} activateOnKeyboard={false}>
      <Text ta="center" size="xl" fw={600} mt="20vh">
        {t('dropHere')}
      </Text>
    </Dropzone.FullScreen>
  );
}
