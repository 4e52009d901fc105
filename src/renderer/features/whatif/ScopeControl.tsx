import { MultiSelect, Select } from '@mantine/core';
import { leverDeclarations } from '@shared/scenario/lever';
import type { ScopeDimension } from '@shared/scenario/scenario';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ControlProps } from './AmountControl';
import { scopeNames } from './scope-names';

/** What a lever is narrowed to, and what it can be narrowed to besides. */
export function ScopeControl({ adjustment, base, adjust, keep }: ControlProps) {
  const { t } = useTranslation('whatif');
  const { where, lever } = adjustment;
  const [added, setAdded] = useState<readonly ScopeDimension[]>([]);
  const dimensions = leverDeclarations[lever].dimensions;
  const shown = dimensions.filter((dimension) => where[dimension] !== undefined || added.includes(dimension));
  return (
    <>
      {shown.map((dimension) => (
        <MultiSelect
          key={dimension}
          size="xs"
          label={t(`scenarios:scopes.${dimension}`)}
          placeholder={where[dimension] ? undefined : t('scope.everything')}
          searchable
          clearable
          data={[...scopeNames(base.cube, dimension)]}
          value={where[dimension] ?? []}
          onChange={(names) => {
            adjust({ where: { ...where, [dimension]: names.length > 0 ? names : undefined } });
            keep();
          }}
        />
      ))}
      {shown.length < dimensions.length && (
        <Select
          size="xs"
          aria-label={t('scope.narrow')}
          placeholder={t('scope.narrow')}
          value={null}
          data={dimensions
            .filter((dimension) => !shown.includes(dimension))
            .map((dimension) => ({
              value: dimension,
              label: t(`scenarios:scopes.${dimension}`),
            }))}
          onChange={(dimension) => dimension && setAdded([...added, dimension as ScopeDimension])}
        />
      )}
    </>
  );
}
