import { Text } from '@mantine/core';
import { Dropzone } from '@mantine/dropzone';
import { useTranslation } from 'react-i18next';
import { pathOfFile } from '../../app/bridge';
import { beginImport } from './import.store';

/** Spreadsheets may be dropped anywhere on the window. */
export function SourceDropZone() {
  const { t } = useTranslation('import');
  return (
    <Dropzone.FullScreen
      onDrop={(files) => void beginImport(files.map(pathOfFile).filter((path) => path !== ''))}
      useFsAccessApi={false}
    >
      <Text ta="center" size="xl" fw={600} mt="20vh">
        {t('dropHere')}
      </Text>
    </Dropzone.FullScreen>
  );
}
