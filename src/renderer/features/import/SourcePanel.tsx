import {
  Alert,
  Group,
  MultiSelect,
  NumberInput,
  SegmentedControl,
  Select,
  Stack,
  Switch,
  Text,
} from '@mantine/core';
import type { ImportPlan, Inspection, SourceSelection } from '@shared/ipc/import';
import { datasetIds, isDatasetId } from '@shared/model/dataset';
import { IconCalendarQuestion } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './ImportPage.module.css';
import { useImport } from './import.store';
import { selectionOf } from './import-plan';
import { RangeInput } from './RangeInput';
import { TemplateControl } from './TemplateControl';

interface SourcePanelProps {
  readonly inspection: Inspection;
  readonly plan: ImportPlan;
}

const encodings = [
  'utf-8',
  'windows-1252',
  'iso-8859-1',
  'iso-8859-15',
  'utf-16le',
  'utf-16be',
  // Of DOS, which some accounting systems still write, and of old Macs.
  'cp850',
  'cp865',
  'macintosh',
];
const delimiters = [',', ';', '\t', '|'];

/** How the file is read: sheet, header row, dataset, and for text files encoding and delimiter. */
export function SourcePanel({ inspection, plan }: SourcePanelProps) {
  const { t } = useTranslation('import');
  const inspect = useImport((state) => state.inspect);
  const changeKey = useImport((state) => state.changeKey);
  const read = (change: Partial<SourceSelection>) => void inspect({ ...selectionOf(plan), ...change });
  const mapped = plan.columns.flatMap(({ field, included }) => (field !== null && included ? [field] : []));
  return (
    <Stack className={classes.panel} gap="sm">
      <Group align="flex-start" gap="md">
        <Select
          label={t('dataset')}
          allowDeselect={false}
          w={210}
          data={datasetIds.map((id) => ({ value: id, label: t(`fields:dataset.${id}`) }))}
          value={plan.dataset}
          onChange={(dataset) => dataset && isDatasetId(dataset) && read({ dataset, template: undefined })}
        />
        <TemplateControl inspection={inspection} plan={plan} read={read} />
        {inspection.sheets.length > 1 && (
          <Select
            label={t('sheet')}
            allowDeselect={false}
            w={210}
            data={inspection.sheets.map(({ name, hidden }) => ({
              value: name,
              label: hidden ? t('sheet.hidden', { name }) : name,
            }))}
            value={plan.sheet}
            onChange={(sheet) =>
              sheet &&
              read({
                sheet,
                headerRow: undefined,
                range: undefined,
                dataset: undefined,
                template: undefined,
              })
            }
          />
        )}
        <NumberInput
          label={t('headerRow')}
          w={120}
          min={1}
          allowDecimal={false}
          value={plan.headerRow ?? inspection.headerRow}
          disabled={plan.range !== undefined}
          onChange={(row) =>
            typeof row === 'number' && row >= 1 && row !== plan.headerRow && read({ headerRow: row })
          }
        />
        <RangeInput
          key={plan.range}
          range={plan.range}
          onChange={(range) => read({ range, headerRow: undefined, dataset: undefined, template: undefined })}
        />
        {inspection.encoding !== null && <TextFileOptions inspection={inspection} plan={plan} read={read} />}
        <MultiSelect
          label={t('key')}
          placeholder={plan.key.length === 0 ? t('key.none') : undefined}
          description={t('key.explanation')}
          inputWrapperOrder={['label', 'input']}
          miw={220}
          data={mapped.map((field) => ({ value: field, label: t(`fields:${plan.dataset}.${field}`) }))}
          value={plan.key}
          onChange={(key) => void changeKey(key)}
        />
      </Group>
      {inspection.hiddenRows > 0 && (
        <Switch
          label={t('hiddenRows', { count: inspection.hiddenRows })}
          checked={plan.leaveOutHidden === true}
          onChange={({ currentTarget: { checked } }) => read({ leaveOutHidden: checked || undefined })}
        />
      )}
      {inspection.wide && (
        <Switch
          label={t(`wide.${inspection.wide.kind}`, { count: inspection.wide.columns.length })}
          checked={inspection.unpivot !== null}
          onChange={({ currentTarget: { checked } }) =>
            read({ unpivot: checked ? inspection.wide : null, dataset: undefined })
          }
        />
      )}
      {inspection.dateOrderAmbiguous && (
        <Alert color="yellow" icon={<IconCalendarQuestion />} p="sm">
          <Group gap="md">
            <Text size="sm">{t('dateOrder.ambiguous')}</Text>
            <SegmentedControl
              aria-label={t('dateOrder')}
              size="xs"
              value={plan.dateOrder ?? ''}
              data={(['dayFirst', 'monthFirst'] as const).map((value) => ({
                value,
                label: t(`dateOrder.${value}`),
              }))}
              onChange={(dateOrder) => read({ dateOrder: dateOrder as Inspection['dateOrder'] })}
            />
          </Group>
        </Alert>
      )}
    </Stack>
  );
}

function TextFileOptions({
  inspection,
  plan,
  read,
}: SourcePanelProps & { readonly read: (change: Partial<SourceSelection>) => void }) {
  const { t } = useTranslation('import');
  const encoding = (plan.encoding ?? inspection.encoding ?? 'utf-8').toLowerCase();
  return (
    <>
      <Select
        label={t('encoding')}
        w={160}
        allowDeselect={false}
        data={[...new Set([...encodings, encoding])]}
        value={encoding}
        onChange={(value) => value && read({ encoding: value })}
      />
      {plan.delimiter !== undefined && (
        <Select
          label={t('delimiter')}
          w={130}
          allowDeselect={false}
          data={[...new Set([...delimiters, plan.delimiter])].map((value) => ({
            value,
            label: t(`delimiter.${value}`, { defaultValue: value }),
          }))}
          value={plan.delimiter}
          onChange={(value) => value && read({ delimiter: value })}
        />
      )}
    </>
  );
}
