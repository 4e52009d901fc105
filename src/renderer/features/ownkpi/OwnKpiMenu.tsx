import { ActionIcon, Menu, Text } from '@mantine/core';
import { modals } from '@mantine/modals';
import { readOwnKpisText } from '@shared/kpi/own/own-kpi-text';
import { IconDeviceFloppy, IconDots, IconFileImport, IconTrash } from '@tabler/icons-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { attempt } from '../../app/failure.store';
import { useNavigation } from '../../app/navigation.store';
import { JsonFileInput } from '../../components/JsonFileInput';
import { useOwnKpis } from './own-kpi.store';
import { UsesOfKpi } from './UsesOfKpi';

interface OwnKpiMenuProps {
  /** Null for a KPI that is not stored yet. */
  readonly id: string | null;
  readonly name: string;
}

/** What can be done with own KPIs as a whole: files, and deleting the one that is open. */
export function OwnKpiMenu({ id, name }: OwnKpiMenuProps) {
  const { t } = useTranslation('ownkpi');
  const go = useNavigation((state) => state.go);
  const { kpis, write, define, remove, uses } = useOwnKpis();
  const chooser = useRef<HTMLInputElement>(null);
  const any = (kpis ?? []).length > 0;
  const readFile = async (file: File) => {
    const ids = await attempt(file.text().then(readOwnKpisText).then(define));
    const [first] = ids ?? [];
    if (first !== undefined) go({ page: 'kpi', kpi: first });
  };
  const askToRemove = async (own: string) => {
    const found = await uses(own);
    if (found === null) return;
    modals.openConfirmModal({
      title: t('remove.title', { name }),
      children: <UsesOfKpi uses={found} />,
      labels: { confirm: t('remove'), cancel: t('app:cancel') },
      confirmProps: { color: 'red', disabled: found.kpis.length > 0 },
      onConfirm: async () => {
        if (await remove(own)) go({ page: 'kpis' });
      },
    });
  };
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon variant="default" size={34} aria-label={t('more')}>
            <IconDots size={18} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconFileImport size={15} />} onClick={() => chooser.current?.click()}>
            {t('file.read')}
          </Menu.Item>
          {id !== null && (
            <Menu.Item leftSection={<IconDeviceFloppy size={15} />} onClick={() => void write(id, name)}>
              {t('file.write')}
            </Menu.Item>
          )}
          <Menu.Item
            leftSection={<IconDeviceFloppy size={15} />}
            disabled={!any}
            onClick={() => void write(null, t('file.all'))}
          >
            {t('file.writeAll')}
          </Menu.Item>
          {id !== null && (
            <Menu.Item color="red" leftSection={<IconTrash size={15} />} onClick={() => void askToRemove(id)}>
              <Text inherit>{t('remove')}</Text>
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      <JsonFileInput chooser={chooser} label={t('file.read')} onChoose={(file) => void readFile(file)} />
    </>
  );
}
