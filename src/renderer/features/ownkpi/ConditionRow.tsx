import { ActionIcon, Select, TagsInput, Tooltip } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import type { FilterCondition } from '@shared/ipc/rows';
import type { MeasureDataset } from '@shared/kpi/measure';
import { datasets } from '@shared/model/dataset';
import { IconX } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConditionValue } from './ConditionValue';
import { conditionOn, operatorsFor, valuesOf } from './conditions';
import classes from './OwnKpiPage.module.css';
import { useOwnKpis } from './own-kpi.store';
import { useFieldNames } from './use-field-names';

interface ConditionRowProps {
  readonly dataset: MeasureDataset;
  /** Extra columns of the dataset. */
  readonly extras: readonly string[];
  readonly condition: FilterCondition;
  onChange(condition: FilterCondition): void;
  onRemove(): void;
}

/** One condition that the rows of a measure must meet. */
export function ConditionRow({ dataset, extras, condition, onChange, onRemove }: ConditionRowProps) {
  const { t } = useTranslation('ownkpi');
  const fieldName = useFieldNames(dataset);
  const { field, operator, values } = condition;
  const fields = [...datasets[dataset].fields.map(({ id }) => id), ...extras];
  const count = valuesOf(operator);
  return (
    <fieldset className={classes.condition} aria-label={t('condition')}>
      <Select
        size="xs"
        aria-label={t('condition.field')}
        searchable
        allowDeselect={false}
        value={field}
        data={fields.map((value) => ({ value, label: fieldName(value) }))}
        onChange={(value) => value && value !== field && onChange(conditionOn(dataset, value))}
      />
      <Select
        size="xs"
        aria-label={t('condition.operator')}
        allowDeselect={false}
        value={operator}
        data={operatorsFor(dataset, field).map((value) => ({ value, label: t(`operator.${value}`) }))}
        onChange={(value) => {
          const chosen = operatorsFor(dataset, field).find((candidate) => candidate === value);
          if (chosen) onChange({ field, operator: chosen, values: keptValues(values, valuesOf(chosen)) });
        }}
      />
      <div className={classes.conditionValues}>
        {count === null ? (
          <Names dataset={dataset} condition={condition} onChange={onChange} />
        ) : (
          Array.from({ length: count }, (_, place) => (
            <ConditionValue
              // biome-ignore lint/suspicious/noArrayIndexKey: the first is from, the second to
              key={place}
              label={count === 2 ? t(place === 0 ? 'condition.from' : 'condition.to') : t('condition.value')}
              dataset={dataset}
              field={field}
              value={values[place] ?? null}
              onChange={(value) => onChange({ ...condition, values: withValue(values, place, value) })}
            />
          ))
        )}
      </div>
      <Tooltip label={t('condition.remove')}>
        <ActionIcon variant="subtle" color="gray" aria-label={t('condition.remove')} onClick={onRemove}>
          <IconX size={15} />
        </ActionIcon>
      </Tooltip>
    </fieldset>
  );
}

function keptValues(values: FilterCondition['values'], count: number | null): FilterCondition['values'] {
  return count === null ? values : values.slice(0, count);
}

function withValue(
  values: FilterCondition['values'],
  place: number,
  value: string | number | null,
): FilterCondition['values'] {
  const changed = place === 0 ? [value, ...values.slice(1)] : [values[0] ?? null, value];
  return changed.every((one) => one === null) ? [] : changed;
}

/** One or several names, suggested from what the workspace has. */
function Names({
  dataset,
  condition,
  onChange,
}: Pick<ConditionRowProps, 'dataset' | 'condition' | 'onChange'>) {
  const { t } = useTranslation('ownkpi');
  const suggest = useOwnKpis((state) => state.suggest);
  const [search, setSearch] = useState('');
  const [rested] = useDebouncedValue(search, 150);
  const [found, setFound] = useState<readonly string[]>([]);
  const { field } = condition;
  useEffect(() => {
    let current = true;
    void suggest(dataset, field, rested).then((names) => {
      if (current) setFound(names);
    });
    return () => {
      current = false;
    };
  }, [dataset, field, rested, suggest]);
  return (
    <TagsInput
      size="xs"
      aria-label={t('condition.values')}
      placeholder={condition.values.length === 0 ? t('condition.values.hint') : ''}
      value={condition.values.map(String)}
      data={[...new Set(found)]}
      searchValue={search}
      onSearchChange={setSearch}
      onChange={(values) => onChange({ ...condition, values })}
      acceptValueOnBlur
    />
  );
}
