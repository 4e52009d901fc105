import { Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useNavigation } from '../../app/navigation.store';
import { cancelJob } from '../../app/progress.store';
import { useWorkspace } from '../../app/workspace.store';
import { ExportForm } from './ExportForm';
import { ExportProgress } from './ExportProgress';
import { useExport } from './export.store';

/** Writes a dataset or the KPIs to a workbook or a text file. */
export function ExportDialog() {
  const { t } = useTranslation('export');
  const opened = useNavigation((state) => state.exportOpen);
  const show = useNavigation((state) => state.show);
  const workspace = useWorkspace((state) => state.workspace);
  const job = useExport((state) => state.job);
  const close = () => {
    if (job) cancelJob(job);
    show({ exportOpen: false });
  };
  return (
    <Modal
      opened={opened && workspace !== null}
      onClose={close}
      title={t('title')}
      closeButtonProps={{ 'aria-label': t('app:close') }}
    >
      {workspace && (job ? <ExportProgress job={job} /> : <ExportForm workspace={workspace} />)}
    </Modal>
  );
}
