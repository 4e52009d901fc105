import { Button, Text } from '@mantine/core';
import type { FilterCondition } from '@shared/ipc/rows';
import type { OwnMeasure, RowsMeasure } from '@shared/kpi/own/own-kpi';
import { IconFilterPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ConditionRow } from './ConditionRow';
import { conditionGroups, newCondition, withAt, withConditionGroups } from './conditions';
import classes from './OwnKpiPage.module.css';

interface MeasureConditionsProps {
  readonly measure: RowsMeasure;
  /** Extra columns of the dataset. */
  readonly extras: readonly string[];
  onChange(measure: OwnMeasure): void;
}

/** Which rows a measure takes: conditions that all must hold, each of which can have alternatives. */
export function MeasureConditions({ measure, extras, onChange }: MeasureConditionsProps) {
  const { t } = useTranslation('ownkpi');
  const { dataset } = measure;
  const groups = conditionGroups(measure);
  const change = (place: number, group: readonly FilterCondition[] | null) =>
    onChange(withConditionGroups(measure, withAt(groups, place, group)));
  return (
    <>
      {groups.map((group, place) => (
        <div
          // biome-ignore lint/suspicious/noArrayIndexKey: conditions have no name and are changed in place
          key={place}
          className={classes.alternatives}
        >
          {group.map((condition, own) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: as above
            <div key={own} className={classes.alternative}>
              <Text size="xs" c="dimmed" className={classes.joint}>
                {own > 0 ? t('condition.or') : place > 0 ? t('condition.and') : t('condition.where')}
              </Text>
              <ConditionRow
                dataset={dataset}
                extras={extras}
                condition={condition}
                onChange={(changed) => change(place, withAt(group, own, changed))}
                onRemove={() => change(place, withAt(group, own, null))}
              />
            </div>
          ))}
          <Button
            variant="subtle"
            size="compact-xs"
            className={classes.addAlternative}
            onClick={() => change(place, [...group, newAlternative(group, dataset)])}
          >
            {t('condition.addAlternative')}
          </Button>
        </div>
      ))}
      <Button
        variant="subtle"
        size="compact-xs"
        className={classes.addCondition}
        leftSection={<IconFilterPlus size={14} />}
        onClick={() => onChange(withConditionGroups(measure, [...groups, [newCondition(dataset)]]))}
      >
        {groups.length === 0 ? t('condition.add') : t('condition.addAnother')}
      </Button>
    </>
  );
}

/** Another value of the same field is what is most often meant. */
function newAlternative(group: readonly FilterCondition[], dataset: RowsMeasure['dataset']): FilterCondition {
  const last = group.at(-1);
  return last === undefined ? newCondition(dataset) : { ...last, values: [] };
}
