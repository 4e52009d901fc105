import { ActionIcon, Button, Group, NumberInput, Select, Table, Text } from '@mantine/core';
import { decimalSeparatorOf } from '@shared/format/parse-number';
import type { ScenarioCube } from '@shared/scenario/cube';
import type { Adjustment } from '@shared/scenario/scenario';
import { leverHistory } from '@shared/scenario/simulation/lever-history';
import { hasElasticity } from '@shared/scenario/simulation/simulated-inputs';
import {
  type Correlation,
  distributions,
  type UncertainField,
  type Uncertainty,
  uncertaintyKey,
} from '@shared/scenario/simulation/uncertainty';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../app/use-format';
import { adjustmentSentence } from '../adjustment-words';
import { type Draft, useWhatIf } from '../whatif.store';
import { LeverNumber } from './LeverNumber';
import { parametersOf, usualUncertainty, withParameter } from './uncertainty-forms';

interface UncertaintyEditorProps {
  readonly draft: Draft;
  readonly cube: ScenarioCube;
}

/** How sure each number of the levers is, and how they hang together. */
export function UncertaintyEditor({ draft, cube }: UncertaintyEditorProps) {
  const { t } = useTranslation('questions');
  const format = useFormat();
  const { change, storeSoon } = useWhatIf();
  const uncertainty = draft.uncertainty ?? [];
  const fields = draft.adjustments.flatMap((adjustment) =>
    fieldsOf(adjustment).map((field) => ({ adjustment, field, key: `${adjustment.id}.${field}` })),
  );
  const nameOf = (key: string): string => {
    const found = fields.find((own) => own.key === key);
    if (found === undefined) return key;
    const sentence = adjustmentSentence(found.adjustment, format, t);
    return found.field === 'value' ? sentence : t('simulation.elasticityOf', { lever: sentence });
  };
  const set = (key: string, next: Uncertainty | null) => {
    const others = uncertainty.filter((own) => uncertaintyKey(own) !== key);
    const correlations = (draft.correlations ?? []).filter(
      ({ between }) => next !== null || !between.includes(key),
    );
    change({ uncertainty: next === null ? others : [...others, next], correlations });
    storeSoon();
  };
  const unsure = fields.filter(({ key }) => uncertainty.some((own) => uncertaintyKey(own) === key));
  return (
    <>
      <Table verticalSpacing={4} horizontalSpacing={6} fz="sm" layout="fixed">
        <Table.Thead>
          <Table.Tr>
            <Table.Th w={168}>{t('whatif:goal.lever')}</Table.Th>
            <Table.Th w={152}>{t('simulation.howSure')}</Table.Th>
            <Table.Th>{t('simulation.between')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {fields.map(({ adjustment, field, key }) => (
            <FieldRow
              key={key}
              name={nameOf(key)}
              adjustment={adjustment}
              field={field}
              cube={cube}
              known={uncertainty.find((own) => uncertaintyKey(own) === key) ?? null}
              onChange={(next) => set(key, next)}
            />
          ))}
        </Table.Tbody>
      </Table>
      {unsure.length >= 2 && (
        <Correlations
          keys={unsure.map(({ key }) => key)}
          nameOf={nameOf}
          correlations={draft.correlations ?? []}
          onChange={(correlations) => {
            change({ correlations: [...correlations] });
            storeSoon();
          }}
        />
      )}
    </>
  );
}

function fieldsOf(adjustment: Adjustment): readonly UncertainField[] {
  return hasElasticity(adjustment) ? ['value', 'elasticity'] : ['value'];
}

interface FieldRowProps {
  readonly name: string;
  readonly adjustment: Adjustment;
  readonly field: UncertainField;
  readonly cube: ScenarioCube;
  readonly known: Uncertainty | null;
  onChange(next: Uncertainty | null): void;
}

function FieldRow({ name, adjustment, field, cube, known, onChange }: FieldRowProps) {
  const { t } = useTranslation('questions');
  const { lever, where } = adjustment;
  const hasPast = useMemo(
    () => field === 'value' && leverHistory({ lever, where }, cube) !== null,
    [field, lever, where, cube],
  );
  const kinds = [
    'sure',
    ...distributions.filter((kind) => kind !== 'fixed' || known?.distribution === 'fixed'),
  ];
  return (
    <Table.Tr>
      <Table.Td>{name}</Table.Td>
      <Table.Td>
        <Select
          size="xs"
          aria-label={`${t('simulation.howSure')} ${name}`}
          allowDeselect={false}
          value={known?.distribution ?? 'sure'}
          data={kinds.map((kind) => ({
            value: kind,
            label: t(`simulation.distribution.${kind}`),
            disabled: kind === 'history' && !hasPast,
          }))}
          onChange={(kind) =>
            onChange(
              usualUncertainty(
                adjustment,
                field,
                distributions.find((candidate) => candidate === kind),
              ),
            )
          }
        />
      </Table.Td>
      <Table.Td>
        <Group gap={6} align="flex-end">
          {known &&
            parametersOf(known).map(({ name: parameter, value, isDistance }) => (
              <LeverNumber
                key={parameter}
                isLabelled
                width={90}
                adjustment={adjustment}
                field={field}
                label={t(`simulation.parameter.${parameter}`)}
                value={value ?? adjustment[field] ?? 0}
                isDistance={isDistance}
                onChange={(next) => onChange(withParameter(known, parameter, next))}
              />
            ))}
          {known?.distribution === 'history' && (
            <Text size="xs" c="dimmed">
              {t('simulation.history')}
            </Text>
          )}
        </Group>
      </Table.Td>
    </Table.Tr>
  );
}

interface CorrelationsProps {
  readonly keys: readonly string[];
  readonly correlations: readonly Correlation[];
  nameOf(key: string): string;
  onChange(correlations: readonly Correlation[]): void;
}

function Correlations({ keys, correlations, nameOf, onChange }: CorrelationsProps) {
  const { t } = useTranslation('questions');
  const { locale } = useFormat();
  const data = keys.map((key) => ({ value: key, label: nameOf(key) }));
  const free = freePair(keys, correlations);
  const replace = (place: number, next: Correlation) =>
    onChange(correlations.map((own, index) => (index === place ? next : own)));
  return (
    <>
      {correlations.map(({ between: [one, other], value }, place) => (
        <Group key={`${one} ${other}`} gap="xs" mt={6} align="flex-end">
          <Select
            size="xs"
            w={220}
            label={place === 0 ? t('simulation.correlation') : undefined}
            aria-label={t('simulation.correlation')}
            allowDeselect={false}
            value={one}
            data={data.filter((own) => own.value !== other)}
            onChange={(key) => key && replace(place, { between: [key, other], value })}
          />
          <Select
            size="xs"
            w={220}
            aria-label={t('simulation.correlation.with')}
            allowDeselect={false}
            value={other}
            data={data.filter((own) => own.value !== one)}
            onChange={(key) => key && replace(place, { between: [one, key], value })}
          />
          <NumberInput
            size="xs"
            w={84}
            aria-label={t('simulation.correlation.value')}
            min={-1}
            max={1}
            step={0.1}
            decimalScale={2}
            decimalSeparator={decimalSeparatorOf(locale)}
            value={value}
            onChange={(next) => {
              if (typeof next === 'number' && Math.abs(next) <= 1)
                replace(place, { between: [one, other], value: next });
            }}
          />
          <ActionIcon
            size={30}
            variant="subtle"
            color="gray"
            aria-label={t('simulation.correlation.remove')}
            onClick={() => onChange(correlations.filter((_, index) => index !== place))}
          >
            <IconTrash size={15} />
          </ActionIcon>
        </Group>
      ))}
      {free && (
        <Button
          mt={6}
          size="compact-xs"
          variant="subtle"
          leftSection={<IconPlus size={14} />}
          onClick={() => onChange([...correlations, { between: [...free], value: 0.5 }])}
        >
          {t('simulation.correlation.add')}
        </Button>
      )}
    </>
  );
}

/** The first two numbers that no correlation names together. */
function freePair(
  keys: readonly string[],
  correlations: readonly Correlation[],
): readonly [string, string] | null {
  for (const [index, one] of keys.entries()) {
    for (const other of keys.slice(index + 1)) {
      const isTaken = correlations.some(({ between }) => between.includes(one) && between.includes(other));
      if (!isTaken) return [one, other];
    }
  }
  return null;
}
