import { Select, Table, Text, Title } from '@mantine/core';
import type { OwnKpiPreview } from '@shared/ipc/own-kpi';
import { type RowDimension, rowDimensions } from '@shared/kpi/declaration';
import { useTranslation } from 'react-i18next';
import { Sparkline } from '../../components/Sparkline';
import { useKpiFormat } from '../../components/use-kpi-format';
import type { Draft } from './draft';
import classes from './OwnKpiPage.module.css';

interface OwnKpiPreviewPanelProps {
  readonly draft: Draft;
  readonly preview: OwnKpiPreview | null;
  onSplit(by: RowDimension | null): void;
}

/** Parts that are shown; the KPI's own page shows all. */
const shownParts = 12;

/** What the KPI comes to as it is written: value, course, and parts. */
export function OwnKpiPreviewPanel({ draft, preview, onSplit }: OwnKpiPreviewPanelProps) {
  const { t } = useTranslation('ownkpi');
  const format = useKpiFormat();
  const outcome = preview?.outcome ?? null;
  return (
    <aside className={classes.preview} aria-label={t('preview')}>
      <Title order={2} size="h5">
        {draft.name.trim() || t('preview')}
      </Title>
      <div className={classes.value} role="status">
        {format.value(outcome?.value ?? null, draft.unit)}
      </div>
      {outcome === null ? (
        <Text size="sm" c="dimmed">
          {preview === null ? t('loading') : t('preview.incomplete')}
        </Text>
      ) : (
        <>
          {outcome.value === null && (
            <Text size="sm" c="dimmed">
              {t('kpis:ownKpi.noValue')}
            </Text>
          )}
          <div className={classes.course}>
            <Sparkline values={outcome.trend.map(({ value }) => value)} width={300} height={56} />
          </div>
          <Parts draft={draft} outcome={outcome} onSplit={onSplit} />
        </>
      )}
    </aside>
  );
}

interface PartsProps {
  readonly draft: Draft;
  readonly outcome: NonNullable<OwnKpiPreview['outcome']>;
  onSplit(by: RowDimension | null): void;
}

function Parts({ draft, outcome, onSplit }: PartsProps) {
  const { t } = useTranslation('ownkpi');
  const format = useKpiFormat();
  const { by, rows, dimensions } = outcome;
  const split = rowDimensions.filter((dimension) => dimensions.includes(dimension));
  if (by === null) {
    return (
      <Text size="sm" c="dimmed">
        {t('preview.noSplit')}
      </Text>
    );
  }
  const shown = [...rows]
    .sort((one, other) => (other.value ?? -Infinity) - (one.value ?? -Infinity))
    .slice(0, shownParts);
  return (
    <>
      <Select
        size="xs"
        label={t('preview.by')}
        allowDeselect={false}
        value={by}
        data={split.map((value) => ({ value, label: t(`kpis:dimension.${value}`) }))}
        onChange={(value) => onSplit(split.find((dimension) => dimension === value) ?? null)}
      />
      <Table verticalSpacing={4} aria-label={t('preview.parts')}>
        <Table.Tbody>
          {shown.map(({ key, value }) => (
            <Table.Tr key={key}>
              <Table.Td>{key === '' ? t('kpis:unassigned') : key}</Table.Td>
              <Table.Td className={classes.number}>
                {format.value(value, draft.unit, { compact: true })}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {rows.length > shown.length && (
        <Text size="xs" c="dimmed">
          {t('preview.more', { count: rows.length - shown.length })}
        </Text>
      )}
    </>
  );
}
