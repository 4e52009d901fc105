import {
  ActionIcon,
  Box,
  Button,
  Group,
  Paper,
  SimpleGrid,
  Stack,
  Text,
  Title,
  UnstyledButton,
} from '@mantine/core';
import { Dropzone } from '@mantine/dropzone';
import { IconFileSpreadsheet, IconFolderOpen, IconPlus, IconSparkles, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { runCommand } from '../../app/commands';
import { chooseSources, importDropped } from '../../app/source-queue.store';
import { useFormat } from '../../app/use-format';
import { useWorkspace } from '../../app/workspace.store';
import classes from './StartPage.module.css';

export function StartPage() {
  const { t } = useTranslation('start');
  return (
    <Box className={classes.page}>
      <Stack gap="xl" className={classes.content}>
        <div>
          <Title order={1} size="h2">
            {t('title')}
          </Title>
          <Text c="dimmed" mt={4}>
            {t('subtitle')}
          </Text>
        </div>
        <SpreadsheetDrop />
        <Group gap="sm">
          <Button leftSection={<IconSparkles size={16} />} onClick={() => runCommand('workspace.openSample')}>
            {t('menu:workspace.openSample')}
          </Button>
          <Button
            variant="default"
            leftSection={<IconPlus size={16} />}
            onClick={() => runCommand('workspace.new')}
          >
            {t('menu:workspace.new')}
          </Button>
          <Button
            variant="default"
            leftSection={<IconFolderOpen size={16} />}
            onClick={() => runCommand('workspace.open')}
          >
            {t('menu:workspace.open')}
          </Button>
        </Group>
        <RecentWorkspaces />
      </Stack>
    </Box>
  );
}

function SpreadsheetDrop() {
  const { t } = useTranslation('start');
  return (
    <Dropzone
      className={classes.drop}
      activateOnClick={false}
      activateOnKeyboard={false}
      useFsAccessApi={false}
      inputProps={{ 'aria-label': t('drop.title') }}
      onDrop={importDropped}
    >
      <Group gap="lg" wrap="nowrap">
        <IconFileSpreadsheet size={44} stroke={1.3} aria-hidden className={classes.dropIcon} />
        <div>
          <Text fw={600}>{t('drop.title')}</Text>
          <Text size="sm" c="dimmed">
            {t('drop.formats')}
          </Text>
        </div>
        <Button ml="auto" flex="none" variant="light" onClick={() => void chooseSources()}>
          {t('drop.choose')}
        </Button>
      </Group>
    </Dropzone>
  );
}

function RecentWorkspaces() {
  const { t } = useTranslation('start');
  const format = useFormat();
  const { recent, open, forget } = useWorkspace();
  if (recent.length === 0) return <Text c="dimmed">{t('recent.none')}</Text>;
  return (
    <section aria-labelledby="recent-title">
      <Title order={2} size="h5" mb="xs" id="recent-title">
        {t('recent')}
      </Title>
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="xs">
        {recent.map(({ path, name, openedAt, exists }) => (
          <Paper key={path} withBorder className={classes.recent}>
            <UnstyledButton className={classes.recentOpen} disabled={!exists} onClick={() => void open(path)}>
              <Text fw={550} truncate>
                {name}
              </Text>
              <Text size="xs" c="dimmed" truncate title={path}>
                {exists
                  ? t('recent.opened', { date: format.date(openedAt.slice(0, 10)), path })
                  : t('recent.gone', { path })}
              </Text>
            </UnstyledButton>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t('recent.forget', { name })}
              onClick={() => void forget(path)}
            >
              <IconX size={15} />
            </ActionIcon>
          </Paper>
        ))}
      </SimpleGrid>
    </section>
  );
}
