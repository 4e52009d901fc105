import { SimpleGrid, Skeleton, Stack, Table, Text, Title } from '@mantine/core';
import type { LocaleFormat } from '@shared/format/locale-format';
import type { ImportPlan, ImportPreview } from '@shared/ipc/import';
import type { Language } from '@shared/ipc/workspace';
import { choiceName } from '@shared/language/choice-name';
import { datasets, type FieldKind } from '@shared/model/dataset';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../app/settings.store';
import { useFormat } from '../../app/use-format';
import { ScrollRegion } from '../../components/ScrollRegion';
import classes from './ImportPage.module.css';
import { useImport } from './import.store';
import { RejectTable } from './RejectTable';

interface PreviewPanelProps {
  readonly preview: ImportPreview | null;
  readonly plan: ImportPlan;
}

/** What the import would do: counts, rows that would be rejected and why, and the first rows as they would be stored. */
export function PreviewPanel({ preview, plan }: PreviewPanelProps) {
  const { t } = useTranslation('import');
  const correct = useImport((state) => state.correct);
  if (preview === null) return <Skeleton height={120} aria-label={t('checking')} />;
  return (
    <Stack gap="md">
      <Title order={2} size="h5">
        {t('check')}
      </Title>
      <Counts counts={preview} />
      {preview.currency !== null && <Text size="sm">{t('currency', { currency: preview.currency })}</Text>}
      <NewNames names={preview.newNames} />
      <RejectTable rejects={preview.rejects} total={preview.rejected} onCorrect={correct} />
      <SampleRows preview={preview} plan={plan} />
    </Stack>
  );
}

const countKinds = ['inserted', 'updated', 'unchanged', 'rejected'] as const;

export function Counts({
  counts,
}: {
  readonly counts: Readonly<Record<(typeof countKinds)[number], number>>;
}) {
  const { t } = useTranslation('import');
  const format = useFormat();
  return (
    <SimpleGrid cols={4} spacing="sm">
      {countKinds.map((kind) => (
        <div key={kind} className={classes.count}>
          <Text
            size="xl"
            fw={650}
            c={kind === 'rejected' && counts.rejected > 0 ? 'var(--mantine-color-error)' : undefined}
          >
            {format.number(counts[kind], 0)}
          </Text>
          <Text size="sm" c="dimmed">
            {t(`count.${kind}`)}
          </Text>
        </div>
      ))}
    </SimpleGrid>
  );
}

const shownNames = 6;

function NewNames({ names }: { readonly names: ImportPreview['newNames'] }) {
  const { t } = useTranslation('import');
  const format = useFormat();
  const kinds = (['reps', 'products', 'customers'] as const).filter((kind) => names[kind].length > 0);
  if (kinds.length === 0) return null;
  return (
    <Stack gap={2}>
      {kinds.map((kind) => (
        <Text key={kind} size="sm">
          {t('newNames', {
            count: names[kind].length,
            number: format.number(names[kind].length, 0),
            dataset: t(`fields:dataset.${kind}`).toLowerCase(),
            names:
              names[kind].slice(0, shownNames).join(', ') + (names[kind].length > shownNames ? ' …' : ''),
          })}
        </Text>
      ))}
    </Stack>
  );
}

function SampleRows({ preview, plan }: { readonly preview: ImportPreview; readonly plan: ImportPlan }) {
  const { t } = useTranslation('import');
  const format = useFormat();
  const language = useLanguage();
  const [first] = preview.sample;
  if (!first) return null;
  const fields = datasets[plan.dataset].fields.filter(({ id }) =>
    preview.sample.some(({ cells }) => cells[id] != null),
  );
  return (
    <div>
      <Text size="sm" c="dimmed" mb={6}>
        {t('sample')}
      </Text>
      <ScrollRegion className={classes.tableScroll} label={t('sample')}>
        <Table stickyHeader verticalSpacing={4} fz="xs">
          <Table.Thead>
            <Table.Tr>
              {fields.map(({ id, type }) => (
                <Table.Th key={id} ta={isNumeric(type) ? 'right' : undefined}>
                  {t(`fields:${plan.dataset}.${id}`)}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {preview.sample.map(({ row, cells }) => (
              <Table.Tr key={row}>
                {fields.map(({ id, type }) => (
                  <Table.Td key={id} ta={isNumeric(type) ? 'right' : undefined}>
                    {writeCell(cells[id] ?? null, type, format, language)}
                  </Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </ScrollRegion>
    </div>
  );
}

function isNumeric({ kind }: FieldKind): boolean {
  return kind === 'number' || kind === 'integer' || kind === 'money' || kind === 'percent';
}

function writeCell(
  value: string | number | null,
  type: FieldKind,
  format: LocaleFormat,
  language: Language,
): string {
  if (value === null) return '';
  if (typeof value === 'number') return format.number(value);
  if (type.kind === 'choice') return choiceName(value, language);
  return type.kind === 'date' ? format.date(value) : value;
}
