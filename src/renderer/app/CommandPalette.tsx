import { Kbd } from '@mantine/core';
import { Spotlight } from '@mantine/spotlight';
import { useTranslation } from 'react-i18next';
import { commands, isAvailable } from './commands';
import { writeKeys } from './keys';
import { useWorkspace } from './workspace.store';

export function CommandPalette() {
  const { t } = useTranslation();
  const open = useWorkspace(({ workspace }) => workspace !== null);
  const actions = commands
    .filter((command) => command.id !== 'palette.open' && isAvailable(command, open))
    .map((command) => ({
      id: command.id,
      label: t(`menu:${command.id}`),
      onClick: () => command.run(),
      rightSection: command.key ? <Kbd size="xs">{writeKeys(command.key)}</Kbd> : undefined,
    }));
  return (
    <Spotlight
      actions={actions}
      shortcut={null}
      nothingFound={t('palette.nothing')}
      highlightQuery
      attributes={{ content: { 'aria-label': t('palette.hint') } }}
      scrollAreaProps={{ viewportProps: { tabIndex: 0, role: 'group', 'aria-label': t('palette.hint') } }}
      searchProps={{ placeholder: t('palette.placeholder'), 'aria-label': t('palette.placeholder') }}
    />
  );
}
