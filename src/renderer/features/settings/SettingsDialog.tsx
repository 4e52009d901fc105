import { Divider, Modal, NumberInput, SegmentedControl, Select, Stack, Text } from '@mantine/core';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigation } from '../../app/navigation.store';
import { useSettings } from '../../app/settings.store';
import { useWorkspace } from '../../app/workspace.store';
import { useIndustries } from './industries.store';
import { monthNames } from './month-names';

const currencies = [
  'NOK',
  'SEK',
  'DKK',
  'EUR',
  'GBP',
  'USD',
  'CHF',
  'PLN',
  'ISK',
  'CAD',
  'AUD',
  'NZD',
  'JPY',
  'INR',
];

export function SettingsDialog() {
  const { t } = useTranslation('settings');
  const opened = useNavigation((state) => state.settingsOpen);
  const show = useNavigation((state) => state.show);
  return (
    <Modal
      opened={opened}
      onClose={() => show({ settingsOpen: false })}
      title={t('title')}
      closeButtonProps={{ 'aria-label': t('app:close') }}
    >
      <Stack gap="lg">
        <AppSettings />
        <WorkspaceSettings />
      </Stack>
    </Modal>
  );
}

function AppSettings() {
  const { t } = useTranslation('settings');
  const { settings, change, version } = useSettings();
  return (
    <>
      <Select
        label={t('language')}
        allowDeselect={false}
        value={settings.language}
        data={[
          { value: 'system', label: t('followSystem') },
          { value: 'en', label: 'English' },
          { value: 'nb', label: 'Norsk bokmål' },
        ]}
        onChange={(language) => language && void change({ language: language as typeof settings.language })}
      />
      <div>
        <Text size="sm" fw={500} mb={4} id="theme-label">
          {t('theme')}
        </Text>
        <SegmentedControl
          fullWidth
          aria-labelledby="theme-label"
          value={settings.theme}
          data={(['system', 'light', 'dark'] as const).map((value) => ({
            value,
            label: t(`theme.${value}`),
          }))}
          onChange={(theme) => void change({ theme: theme as typeof settings.theme })}
        />
      </div>
      <Text size="xs" c="dimmed">
        {t('version', { version })}
      </Text>
    </>
  );
}

function WorkspaceSettings() {
  const { t, i18n } = useTranslation('settings');
  const workspace = useWorkspace((state) => state.workspace);
  const configure = useWorkspace((state) => state.configure);
  const { industries, load } = useIndustries();
  const path = workspace?.path;
  useEffect(() => {
    if (path !== undefined) void load();
  }, [path, load]);
  if (workspace === null) return null;
  const { options } = workspace;
  return (
    <>
      <Divider label={t('workspace', { name: workspace.name })} labelPosition="left" />
      <Select
        label={t('currency')}
        searchable
        allowDeselect={false}
        data={currencies.includes(options.currency) ? currencies : [options.currency, ...currencies]}
        value={options.currency}
        onChange={(currency) => currency && void configure({ currency })}
      />
      <Select
        label={t('fiscalYearStart')}
        allowDeselect={false}
        data={monthNames(i18n.language).map((label, index) => ({ value: String(index + 1), label }))}
        value={String(options.fiscalYearStart)}
        onChange={(month) => month && void configure({ fiscalYearStart: Number(month) })}
      />
      <NumberInput
        label={t('inactivityDays')}
        description={t('inactivityDays.explanation')}
        min={1}
        max={3650}
        allowDecimal={false}
        value={options.inactivityDays}
        onBlur={(event) => {
          const days = Number(event.currentTarget.value);
          if (Number.isInteger(days) && days >= 1 && days <= 3650) void configure({ inactivityDays: days });
        }}
      />
      <Select
        label={t('industry')}
        description={t('industry.explanation')}
        searchable
        clearable
        clearButtonProps={{ 'aria-label': t('industry.every') }}
        placeholder={t('industry.every')}
        data={[...new Set([...industries, ...(options.industry === '' ? [] : [options.industry])])]}
        value={options.industry === '' ? null : options.industry}
        onChange={(industry) => void configure({ industry: industry ?? '' })}
      />
    </>
  );
}
