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
            key ? [<Shortcut key={id} does={t(`menu:${id}`)} keys={writeKeys(key)} />] : [],
          )}
          <Shortcut does={t('keys.nextRegion')} keys="F6" />
        </Table.Tbody>
      </Table>
    </Modal>
  );
}

function Shortcut({ does, keys }: { readonly does: string; readonly keys: string }) {
  return (
    <Table.Tr>
      <Table.Td>{does}</Table.Td>
      <Table.Td ta="right">
        <Kbd>{keys}</Kbd>
      </Table.Td>
    </Table.Tr>
  );
}
