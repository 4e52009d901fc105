import { ActionIcon, Button, Group, Kbd, Text, Tooltip, UnstyledButton } from '@mantine/core';
import { spotlight } from '@mantine/spotlight';
import type { CommandId } from '@shared/ipc/contract';
import type { HistoryLabel } from '@shared/ipc/rows';
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconDownload,
  IconSearch,
  IconUpload,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { runCommand } from './commands';
import classes from './Header.module.css';
import { SaveState } from './SaveState';
import { useWorkspace } from './workspace.store';

export function Header() {
  const { t } = useTranslation();
  const workspace = useWorkspace((state) => state.workspace);
  return (
    <Group h="100%" px="md" gap="md" wrap="nowrap" justify="space-between">
      <Group gap="sm" wrap="nowrap" className={classes.side}>
        <Logo />
        {workspace ? (
          <>
            <Text fw={600} truncate title={workspace.path}>
              {workspace.name}
            </Text>
            <SaveState workspace={workspace} />
          </>
        ) : (
          <Text fw={650}>Quotabench</Text>
        )}
      </Group>
      <UnstyledButton className={classes.search} onClick={() => spotlight.open()}>
        <IconSearch size={15} aria-hidden />
        <span>{t('palette.hint')}</span>
        <Kbd size="xs">{t('palette.keys')}</Kbd>
      </UnstyledButton>
      <Group gap={6} wrap="nowrap" justify="flex-end" className={classes.side}>
        {workspace && (
          <>
            <HistoryButton command="history.undo" label={workspace.undo} />
            <HistoryButton command="history.redo" label={workspace.redo} />
            <Button
              variant="default"
              size="xs"
              leftSection={<IconDownload size={15} />}
              onClick={() => runCommand('export.open')}
            >
              {t('export')}
            </Button>
            <Button
              size="xs"
              leftSection={<IconUpload size={15} />}
              onClick={() => runCommand('import.choose')}
            >
              {t('import')}
            </Button>
          </>
        )}
      </Group>
    </Group>
  );
}

function Logo() {
  return (
    <svg width="22" height="22" viewBox="0 0 22 22" aria-hidden className={classes.logo}>
      <rect x="1" y="12" width="5" height="9" rx="1.5" />
      <rect x="8.5" y="7" width="5" height="14" rx="1.5" />
      <rect x="16" y="1" width="5" height="20" rx="1.5" />
    </svg>
  );
}

function HistoryButton({
  command,
  label,
}: {
  readonly command: CommandId;
  readonly label: HistoryLabel | null;
}) {
  const { t } = useTranslation();
  const Icon = command === 'history.undo' ? IconArrowBackUp : IconArrowForwardUp;
  const name = t(`menu:${command}`);
  const what = label ? t(`history:${label.code}`, label.parameters) : null;
  return (
    <Tooltip label={what ? `${name}: ${what}` : name}>
      <ActionIcon
        variant="subtle"
        color="gray"
        size="lg"
        aria-label={what ? `${name}: ${what}` : name}
        disabled={label === null}
        onClick={() => runCommand(command)}
      >
        <Icon size={18} />
      </ActionIcon>
    </Tooltip>
  );
}
