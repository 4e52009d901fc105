import { Group, Text, Tooltip } from '@mantine/core';
import type { WorkspaceInfo } from '@shared/ipc/workspace';
import { IconCircleCheck, IconClockEdit, IconLock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from './use-format';

/** Whether what is on the screen is on the disk. */
export function SaveState({ workspace }: { readonly workspace: WorkspaceInfo }) {
  const { t } = useTranslation();
  const format = useFormat();
  const state = workspace.readOnly ? 'readOnly' : workspace.unsaved ? 'saving' : 'saved';
  const Icon = { readOnly: IconLock, saving: IconClockEdit, saved: IconCircleCheck }[state];
  const time = workspace.savedAt ? format.time(new Date(workspace.savedAt)) : null;
  return (
    <Tooltip label={t(`save.${state}.explanation`, { path: workspace.path })} multiline maw={420}>
      <Group gap={4} wrap="nowrap" c="dimmed" role="status" tabIndex={0}>
        <Icon size={15} aria-hidden />
        <Text size="xs" style={{ whiteSpace: 'nowrap' }}>
          {state === 'saved' && time ? t('save.savedAt', { time }) : t(`save.${state}`)}
        </Text>
      </Group>
    </Tooltip>
  );
}
