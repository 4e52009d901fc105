import { Kbd, Modal, Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { commands } from './commands';
import { writeKeys } from './keys';
import { useNavigation } from './navigation.store';

export function ShortcutsDialog() {
  const { t } = useTranslation();
  const opened = useNavigation((state) => state.shortcutsOpen);
  const show = useNavigation((state) => state.show);
  return (
    <Modal
      opened={opened}
      onClose={() => show({ shortcutsOpen: false })}
      title={t('menu:help.shortcuts')}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <Table>
        <Table.Tbody>
          {commands.flatMap(({ id, key }) =>
            key
              ? [
                  <Table.Tr key={id}>
                    <Table.Td>{t(`menu:${id}`)}</Table.Td>
                    <Table.Td ta="right">
                      <Kbd>{writeKeys(key)}</Kbd>
                    </Table.Td>
                  </Table.Tr>,
                ]
              : [],
          )}
        </Table.Tbody>
      </Table>
    </Modal>
  );
}
