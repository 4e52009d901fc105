import {
  ActionIcon,
  Group,
  MultiSelect,
  NumberInput,
  Paper,
  SegmentedControl,
  Select,
  Slider,
  Stack,
  Switch,
  Text,
} from '@mantine/core';
import { decimalSeparatorOf } from '@shared/format/parse-number';
import type { AdjustmentNote } from '@shared/scenario/adjustment-note';
import type { Adjustment, ScopeDimension } from '@shared/scenario/scenario';
import type { ScenarioBase } from '@shared/scenario/scenario-base';
import { IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../app/use-format';
import { adjustmentSentence, factorOfPercent, percentOfFactor } from './adjustment-words';
import { dimensionsOfLever, scopeNames } from './scope-names';
import { useWhatIf } from './whatif.store';

interface AdjustmentCardProps {
  readonly adjustment: Adjustment;
  readonly base: ScenarioBase;
  readonly notes: readonly AdjustmentNote[];
}

/** One lever: what it moves, by how much, and what came of it. */
export function AdjustmentCard({ adjustment, base, notes }: AdjustmentCardProps) {
  const { t } = useTranslation('whatif');
  const format = useFormat();
  const { changeAdjustment, change, storeSoon } = useWhatIf();
  const { id, lever, enabled } = adjustment;
  const adjust = (change_: Partial<Adjustment>) => changeAdjustment(id, change_);
  const keep = storeSoon;
  const remove = () => {
    const { draft } = useWhatIf.getState();
    change({ adjustments: draft?.adjustments.filter((other) => other.id !== id) ?? [] });
    keep();
  };
  const sentence = adjustmentSentence(adjustment, format, t);
  return (
    <Paper withBorder p="sm" role="group" aria-label={sentence} opacity={enabled ? 1 : 0.65}>
      <Stack gap="xs">
        <Group justify="space-between" wrap="nowrap" align="flex-start">
          <Text fw={600} size="sm">
            {sentence}
          </Text>
          <Group gap={4} wrap="nowrap">
            <Switch
              size="xs"
              checked={enabled}
              aria-label={t('enabled')}
              onChange={(event) => {
                adjust({ enabled: event.currentTarget.checked });
                keep();
              }}
            />
            <ActionIcon
              size="sm"
              variant="subtle"
              color="gray"
              aria-label={t('removeLever')}
              onClick={remove}
            >
              <IconTrash size={15} />
            </ActionIcon>
          </Group>
        </Group>
        <AmountControl adjustment={adjustment} adjust={adjust} keep={keep} />
        <ScopeControl adjustment={adjustment} base={base} adjust={adjust} keep={keep} />
        {lever === 'price' && (
          <NumberInput
            size="xs"
            label={t('elasticity')}
            description={t('elasticity.explanation')}
            placeholder={t('elasticity.estimated')}
            value={adjustment.elasticity ?? ''}
            decimalSeparator={decimalSeparatorOf(format.locale)}
            step={0.1}
            onChange={(value) => adjust({ elasticity: typeof value === 'number' ? value : null })}
            onBlur={keep}
          />
        )}
        {notes.slice(0, shownNotes).map(({ note }) => (
          <Text key={note.code + JSON.stringify(note.parameters)} size="xs" c="dimmed">
            {t(`scenarios:${note.code}`, readable(note.parameters, format.number))}
          </Text>
        ))}
        {notes.length > shownNotes && (
          <Text size="xs" c="dimmed">
            {t('moreNotes', { count: notes.length - shownNotes })}
          </Text>
        )}
      </Stack>
    </Paper>
  );
}

const shownNotes = 4;

function readable(parameters: AdjustmentNote['note']['parameters'], write: (value: number) => string) {
  return Object.fromEntries(
    Object.entries(parameters).map(([name, value]) => [
      name,
      typeof value === 'number' ? write(value) : value,
    ]),
  );
}

interface ControlProps {
  readonly adjustment: Adjustment;
  adjust(change: Partial<Adjustment>): void;
  /** Stores what has been adjusted, as one step that can be undone. */
  keep(): void;
}

/** The slider's reach; the field beside it takes any number. */
const reach = 50;

function AmountControl({ adjustment, adjust, keep }: ControlProps) {
  const { t } = useTranslation('whatif');
  const format = useFormat();
  const { op, value } = adjustment;
  const percent = percentOfFactor(value);
  const startOf = { scale: 1, add: 0, set: 0 } as const;
  return (
    <>
      <SegmentedControl
        size="xs"
        fullWidth
        aria-label={t('operation')}
        value={op}
        data={(['scale', 'add', 'set'] as const).map((each) => ({
          value: each,
          label: t(`operation.${each}`),
        }))}
        onChange={(chosen) => {
          const next = chosen as Adjustment['op'];
          adjust({ op: next, value: startOf[next] });
          keep();
        }}
      />
      <Group gap="sm" wrap="nowrap">
        {op === 'scale' && (
          <Slider
            flex={1}
            min={-reach}
            max={reach}
            step={1}
            value={Math.max(-reach, Math.min(reach, percent))}
            label={(position) => `${format.number(position)} %`}
            marks={[{ value: 0 }]}
            thumbLabel={t('slider')}
            onChange={(position) => adjust({ value: factorOfPercent(position) })}
            onChangeEnd={keep}
          />
        )}
        <NumberInput
          size="xs"
          w={op === 'scale' ? 92 : undefined}
          flex={op === 'scale' ? undefined : 1}
          aria-label={t('amount')}
          suffix={op === 'scale' ? ' %' : undefined}
          decimalSeparator={decimalSeparatorOf(format.locale)}
          thousandSeparator={op === 'scale' ? undefined : ' '}
          step={1}
          value={op === 'scale' ? percent : value}
          onChange={(given) => {
            if (typeof given === 'number') adjust({ value: op === 'scale' ? factorOfPercent(given) : given });
          }}
          onBlur={keep}
        />
      </Group>
    </>
  );
}

function ScopeControl({ adjustment, base, adjust, keep }: ControlProps & { readonly base: ScenarioBase }) {
  const { t } = useTranslation('whatif');
  const { where, lever } = adjustment;
  const [added, setAdded] = useState<readonly ScopeDimension[]>([]);
  const dimensions = dimensionsOfLever[lever];
  const shown = dimensions.filter((dimension) => where[dimension] !== undefined || added.includes(dimension));
  return (
    <>
      {shown.map((dimension) => (
        <MultiSelect
          key={dimension}
          size="xs"
          label={t(`kpis:dimension.${dimension}`, { defaultValue: t('scope.period') })}
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
              label: t(`kpis:dimension.${dimension}`, { defaultValue: t('scope.period') }),
            }))}
          onChange={(dimension) => dimension && setAdded([...added, dimension as ScopeDimension])}
        />
      )}
    </>
  );
}
