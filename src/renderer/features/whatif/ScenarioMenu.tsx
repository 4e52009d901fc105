import { ActionIcon, Menu, Text } from '@mantine/core';
import { modals } from '@mantine/modals';
import {
  IconArchive,
  IconCheck,
  IconCopy,
  IconDeviceFloppy,
  IconDots,
  IconEye,
  IconFileImport,
  IconPlus,
  IconTrash,
} from '@tabler/icons-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { usePeriod } from '../../app/period.store';
import { JsonFileInput } from '../../components/JsonFileInput';
import { ApplyForm } from './ApplyForm';
import { freeName, newScenario } from './new-scenario';
import { type Draft, useWhatIf } from './whatif.store';

/** What can be done with a scenario as a whole. */
export function ScenarioMenu({ draft }: { readonly draft: Draft }) {
  const { t } = useTranslation('whatif');
  const { range } = usePeriod();
  const { scenarios, showsArchived, create, archive, showArchived, remove, writeFile, readFile } =
    useWhatIf();
  const chooser = useRef<HTMLInputElement>(null);
  const names = scenarios.map(({ name }) => name);
  return (
    <>
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <ActionIcon variant="default" size={36} aria-label={t('more')}>
            <IconDots size={18} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={<IconPlus size={15} />}
            onClick={() => void create(newScenario(freeName(t('scenario'), names), range, []))}
          >
            {t('new')}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconCopy size={15} />}
            onClick={() =>
              void create({ ...draft, id: null, archived: false, name: freeName(draft.name, names) })
            }
          >
            {t('copy')}
          </Menu.Item>
          <Menu.Item leftSection={<IconDeviceFloppy size={15} />} onClick={() => void writeFile()}>
            {t('file.write')}
          </Menu.Item>
          <Menu.Item leftSection={<IconFileImport size={15} />} onClick={() => chooser.current?.click()}>
            {t('file.read')}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconCheck size={15} />}
            onClick={() =>
              modals.open({
                title: t('apply.title'),
                children: <ApplyForm onDone={() => modals.closeAll()} />,
              })
            }
          >
            {t('apply')}
          </Menu.Item>
          <Menu.Item leftSection={<IconArchive size={15} />} onClick={() => void archive(!draft.archived)}>
            {t(draft.archived ? 'unarchive' : 'archive')}
          </Menu.Item>
          {scenarios.some(({ archived }) => archived) && (
            <Menu.Item leftSection={<IconEye size={15} />} onClick={() => showArchived(!showsArchived)}>
              {t(showsArchived ? 'archived.hide' : 'archived.show')}
            </Menu.Item>
          )}
          <Menu.Item
            color="red"
            leftSection={<IconTrash size={15} />}
            onClick={() =>
              modals.openConfirmModal({
                title: t('remove'),
                children: <Text size="sm">{t('remove.confirm', { name: draft.name })}</Text>,
                labels: { confirm: t('remove'), cancel: t('app:cancel') },
                confirmProps: { color: 'red' },
                onConfirm: () => void remove(),
              })
            }
          >
            {t('remove')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <JsonFileInput chooser={chooser} label={t('file.read')} onChoose={(file) => void readFile(file)} />
    </>
  );
}
