import { ActionIcon, Select, Text, Tooltip } from '@mantine/core';
import type { OwnKpiPreview } from '@shared/ipc/own-kpi';
import { extraColumnPrefix } from '@shared/ipc/rows';
import { measureDatasets } from '@shared/kpi/measure';
import {
  extraUnits,
  isKpiMeasure,
  type KpiMeasure,
  type OwnMeasure,
  ownAggregates,
  type RowsMeasure,
} from '@shared/kpi/own/own-kpi';
import { fieldsFor, placementsOf } from '@shared/kpi/own/own-measure';
import type { ErrorDescription } from '@shared/model/error';
import { IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useKpiCatalogue } from '../../app/kpi-catalogue.store';
import { useKpiFormat } from '../../components/use-kpi-format';
import type { DraftMeasure } from './draft';
import { MeasureConditions } from './MeasureConditions';
import { NameField } from './NameField';
import classes from './OwnKpiPage.module.css';
import { useOwnKpis } from './own-kpi.store';
import { useFieldNames } from './use-field-names';

interface MeasureCardProps {
  readonly own: DraftMeasure;
  /** The KPI that is changed, which cannot build on itself. */
  readonly ownId: string | null;
  readonly value: OwnKpiPreview['measures'][number] | null;
  readonly problem: ErrorDescription | null;
  onName(name: string): void;
  onChange(measure: OwnMeasure): void;
  onRemove(): void;
}

/** One measure: what it is called in the formula, where it comes from, and what it comes to in the period. */
export function MeasureCard({ own, ownId, value, problem, onName, onChange, onRemove }: MeasureCardProps) {
  const { t } = useTranslation('ownkpi');
  const format = useKpiFormat();
  const { name, measure } = own;
  return (
    <fieldset className={classes.measure} aria-label={t('measure.of', { name })}>
      <div className={classes.measureHead}>
        <NameField name={name} onName={onName} />
        <span className={classes.measureValue}>
          {value === null ? '' : format.value(value.value, value.unit ?? 'number')}
        </span>
        <Tooltip label={t('measure.remove')}>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('measure.remove.one', { name })}
            onClick={onRemove}
          >
            <IconTrash size={16} />
          </ActionIcon>
        </Tooltip>
      </div>
      {isKpiMeasure(measure) ? (
        <KpiFields measure={measure} ownId={ownId} onChange={onChange} />
      ) : (
        <RowsFields measure={measure} onChange={onChange} />
      )}
      {problem && (
        <Text size="sm" c="red" role="alert">
          {t(`errors:${problem.code}`, problem.parameters)}
        </Text>
      )}
    </fieldset>
  );
}

interface KpiFieldsProps {
  readonly measure: KpiMeasure;
  readonly ownId: string | null;
  onChange(measure: OwnMeasure): void;
}

function KpiFields({ measure, ownId, onChange }: KpiFieldsProps) {
  const { t } = useTranslation('ownkpi');
  const { kpis } = useKpiCatalogue();
  const chosen = kpis.find(({ id }) => id === measure.kpi);
  return (
    <div className={classes.fields}>
      <Select
        label={t('measure.whichKpi')}
        searchable
        allowDeselect={false}
        value={measure.kpi}
        data={kpis
          .filter(({ id }) => id !== ownId)
          .map(({ id }) => ({ value: id, label: t(`kpis:${id}.name`) }))}
        onChange={(kpi) => kpi && onChange({ kpi })}
      />
      {chosen && chosen.bases.length > 1 && (
        <Select
          label={t('measure.basis')}
          allowDeselect={false}
          value={measure.basis ?? chosen.bases[0] ?? null}
          data={chosen.bases.map((value) => ({ value, label: t(`kpis:basis.${value}`) }))}
          onChange={(basis) => basis && onChange({ kpi: measure.kpi, basis })}
        />
      )}
    </div>
  );
}

interface RowsFieldsProps {
  readonly measure: RowsMeasure;
  onChange(measure: OwnMeasure): void;
}

function RowsFields({ measure, onChange }: RowsFieldsProps) {
  const { t } = useTranslation('ownkpi');
  const { dataset, aggregate, field = '' } = measure;
  const fieldName = useFieldNames(dataset);
  const extras = useOwnKpis((state) => state.extraColumns[dataset] ?? []);
  const dates = placementsOf(dataset);
  const fields = [...fieldsFor(dataset, aggregate), ...(aggregate === 'count' ? [] : extras)];
  return (
    <>
      <div className={classes.fields}>
        <Select
          label={t('measure.dataset')}
          allowDeselect={false}
          value={dataset}
          data={measureDatasets.map((value) => ({ value, label: t(`fields:dataset.${value}`) }))}
          onChange={(value) => {
            const chosen = measureDatasets.find((candidate) => candidate === value);
            if (chosen && chosen !== dataset) onChange({ dataset: chosen, aggregate: 'count' });
          }}
        />
        <Select
          label={t('measure.aggregate')}
          allowDeselect={false}
          value={aggregate}
          data={ownAggregates.map((value) => ({ value, label: t(`aggregate.${value}`) }))}
          onChange={(value) => {
            const chosen = ownAggregates.find((candidate) => candidate === value);
            if (chosen) onChange(withAggregate(measure, chosen));
          }}
        />
        {aggregate !== 'count' && (
          <Select
            label={t('measure.field')}
            allowDeselect={false}
            searchable
            value={field}
            data={fields.map((value) => ({ value, label: fieldName(value) }))}
            onChange={(value) => value && onChange({ ...measure, field: value, unit: undefined })}
          />
        )}
        {field.startsWith(extraColumnPrefix) && aggregate !== 'distinct' && (
          <Select
            label={t('measure.unit')}
            allowDeselect={false}
            value={measure.unit ?? 'number'}
            data={extraUnits.map((value) => ({ value, label: t(`kpis:unit.${value}`) }))}
            onChange={(value) => onChange({ ...measure, unit: extraUnits.find((unit) => unit === value) })}
          />
        )}
        {dates.length > 1 && (
          <Select
            label={t('measure.date')}
            allowDeselect={false}
            value={measure.date ?? dates[0] ?? null}
            data={dates.map((value) => ({ value, label: fieldName(value) }))}
            onChange={(value) => value && onChange({ ...measure, date: value })}
          />
        )}
      </div>
      <MeasureConditions measure={measure} extras={extras} onChange={onChange} />
    </>
  );
}

/** The measure by another aggregate, with the field that it had where that still fits, else the first that does. */
function withAggregate(measure: RowsMeasure, aggregate: RowsMeasure['aggregate']): RowsMeasure {
  const { field, ...rest } = measure;
  if (aggregate === 'count') return { ...rest, aggregate, unit: undefined };
  const fits = fieldsFor(measure.dataset, aggregate);
  const kept = field !== undefined && (fits.includes(field) || field.startsWith(extraColumnPrefix));
  return { ...rest, aggregate, field: kept ? field : fits[0] };
}
