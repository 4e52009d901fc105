import { Button, Checkbox, Group, SegmentedControl, Select, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { WorkspaceInfo } from '@shared/ipc/workspace';
import { type KpiDimension, kpiDimensions } from '@shared/kpi/declaration';
import { type DatasetId, datasetIds, isDatasetId } from '@shared/model/dataset';
import { IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { localeOf } from '../../app/language';
import { useNavigation } from '../../app/navigation.store';
import { usePeriod } from '../../app/period.store';
import { useLanguage } from '../../app/settings.store';
import { type ShownRows, useShownRows } from '../../app/shown-rows.store';
import { useFormat } from '../../app/use-format';
import { PeriodPicker } from '../../components/PeriodPicker';
import { type ExportContent, type ExportFormat, useExport } from './export.store';

/** The KPI table, or one of the datasets. */
type Subject = 'kpis' | DatasetId;

export function ExportForm({ workspace }: { readonly workspace: WorkspaceInfo }) {
  const { t } = useTranslation('export');
  const format = useFormat();
  const place = useNavigation((state) => state.place);
  const shown = useShownRows((state) => state.shown);
  const period = usePeriod();
  const submit = useSubmit(workspace.name);
  const shownHere = place.page === 'data' ? shown : null;
  const [subject, setSubject] = useState<Subject>(shownHere?.dataset ?? 'kpis');
  const [by, setBy] = useState<KpiDimension | null>(null);
  const [asShown, setAsShown] = useState(true);
  const [fileFormat, setFileFormat] = useState<ExportFormat>('xlsx');
  const narrowed = narrowing(shownHere, subject);
  const content: ExportContent =
    subject === 'kpis'
      ? { kind: 'kpis', range: period.range, by }
      : { kind: 'dataset', dataset: subject, only: asShown ? narrowed : null };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void submit(content, fileFormat);
      }}
    >
      <Stack gap="lg">
        <SubjectSelect workspace={workspace} value={subject} onChange={setSubject} />
        {subject === 'kpis' && (
          <>
            <div>
              <Text size="sm" fw={500} mb={4}>
                {t('period')}
              </Text>
              <PeriodPicker value={period.range} onChange={period.choose} />
            </div>
            <Select
              label={t('by')}
              placeholder={t('by.none')}
              clearable
              value={by}
              data={kpiDimensions.map((value) => ({ value, label: t(`kpis:dimension.${value}`) }))}
              onChange={(value) => setBy(kpiDimensions.find((dimension) => dimension === value) ?? null)}
              clearButtonProps={{ 'aria-label': t('by.clear') }}
            />
          </>
        )}
        {narrowed && (
          <Checkbox
            label={t('asShown', { rows: format.number(narrowed.total, 0) })}
            checked={asShown}
            onChange={(event) => setAsShown(event.currentTarget.checked)}
          />
        )}
        <FormatChoice value={fileFormat} onChange={setFileFormat} />
        <Group justify="flex-end">
          <Button type="submit" leftSection={<IconDownload size={16} />}>
            {t('run')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** What the grid shows, where that is part of what is exported and not all of it in its own order. */
function narrowing(shown: ShownRows | null, subject: Subject): ShownRows | null {
  if (shown === null || shown.dataset !== subject) return null;
  const isWhole = shown.filter.length === 0 && shown.search.trim() === '' && shown.sort.length === 0;
  return isWhole ? null : shown;
}

interface SubjectSelectProps {
  readonly workspace: WorkspaceInfo;
  readonly value: Subject;
  onChange(subject: Subject): void;
}

function SubjectSelect({ workspace, value, onChange }: SubjectSelectProps) {
  const { t } = useTranslation('export');
  const format = useFormat();
  const datasets = datasetIds.map((id) => ({
    value: id,
    label: t('dataset', { name: t(`fields:dataset.${id}`), rows: format.number(workspace.counts[id], 0) }),
    disabled: workspace.counts[id] === 0,
  }));
  return (
    <Select
      label={t('subject')}
      allowDeselect={false}
      data-autofocus
      value={value}
      data={[
        { value: 'kpis', label: t('kpis') },
        { group: t('datasets'), items: datasets },
      ]}
      onChange={(chosen) => chosen && onChange(isDatasetId(chosen) ? chosen : 'kpis')}
    />
  );
}

interface FormatChoiceProps {
  readonly value: ExportFormat;
  onChange(format: ExportFormat): void;
}

function FormatChoice({ value, onChange }: FormatChoiceProps) {
  const { t } = useTranslation('export');
  return (
    <div>
      <Text size="sm" fw={500} mb={4} id="export-format">
        {t('format')}
      </Text>
      <SegmentedControl
        fullWidth
        aria-labelledby="export-format"
        value={value}
        data={[
          { value: 'xlsx', label: t('format.xlsx') },
          { value: 'csv', label: t('format.csv') },
        ]}
        onChange={(chosen) => onChange(chosen === 'csv' ? 'csv' : 'xlsx')}
      />
      <Text size="xs" c="dimmed" mt={6}>
        {t(`format.${value}.explanation`)}
      </Text>
    </div>
  );
}

function useSubmit(workspaceName: string): (content: ExportContent, format: ExportFormat) => Promise<void> {
  const { t } = useTranslation('export');
  const written = useFormat();
  const language = useLanguage();
  const run = useExport((state) => state.run);
  const show = useNavigation((state) => state.show);
  return async (content, format) => {
    const what = content.kind === 'kpis' ? t('kpis') : t(`fields:dataset.${content.dataset}`);
    const suggestedName = `${workspaceName} – ${what}`;
    const exported = await run(content, { format, language, locale: localeOf[language], suggestedName });
    if (exported === null) return;
    show({ exportOpen: false });
    notifications.show({
      title: t('done', { rows: written.number(exported.rows, 0) }),
      message: exported.path,
      color: 'teal',
      closeButtonProps: { 'aria-label': t('app:close') },
    });
  };
}
