import { Select, TextInput } from '@mantine/core';
import type { KpiCategory, KpiDirection, KpiUnit } from '@shared/kpi/declaration';
import type { ErrorDescription } from '@shared/model/error';
import { useTranslation } from 'react-i18next';
import type { Draft } from './draft';
import classes from './OwnKpiPage.module.css';

interface KpiFactsProps {
  readonly draft: Draft;
  readonly choices: {
    readonly units: readonly KpiUnit[];
    readonly directions: readonly KpiDirection[];
    readonly categories: readonly KpiCategory[];
  };
  readonly nameProblem: ErrorDescription | null;
  onChange(draft: Draft): void;
}

/** What a KPI is called, in what it is measured, and what is good. */
export function KpiFacts({ draft, choices, nameProblem, onChange }: KpiFactsProps) {
  const { t } = useTranslation('ownkpi');
  return (
    <section className={classes.panel} aria-label={t('facts')}>
      <div className={classes.facts}>
        <TextInput
          label={t('name')}
          placeholder={t('name.example')}
          maxLength={80}
          data-autofocus
          value={draft.name}
          error={nameProblem && t(`errors:${nameProblem.code}`, nameProblem.parameters)}
          onChange={(event) => onChange({ ...draft, name: event.currentTarget.value })}
        />
        <TextInput
          label={t('description')}
          placeholder={t('description.example')}
          maxLength={500}
          value={draft.description}
          onChange={(event) => onChange({ ...draft, description: event.currentTarget.value })}
        />
      </div>
      <div className={classes.choices}>
        <Select
          label={t('unit')}
          allowDeselect={false}
          value={draft.unit}
          data={choices.units.map((value) => ({ value, label: t(`kpis:unit.${value}`) }))}
          onChange={(value) =>
            onChange({ ...draft, unit: choices.units.find((unit) => unit === value) ?? draft.unit })
          }
        />
        <Select
          label={t('direction')}
          allowDeselect={false}
          value={draft.direction}
          data={choices.directions.map((value) => ({ value, label: t(`kpis:direction.${value}`) }))}
          onChange={(value) =>
            onChange({
              ...draft,
              direction: choices.directions.find((direction) => direction === value) ?? draft.direction,
            })
          }
        />
        <Select
          label={t('category')}
          allowDeselect={false}
          value={draft.category}
          data={choices.categories.map((value) => ({ value, label: t(`kpis:category.${value}`) }))}
          onChange={(value) =>
            onChange({
              ...draft,
              category: choices.categories.find((category) => category === value) ?? draft.category,
            })
          }
        />
      </div>
    </section>
  );
}
