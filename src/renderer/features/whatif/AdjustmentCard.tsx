import { ActionIcon, Group, Paper, Stack, Switch, Text } from '@mantine/core';
import type { AdjustmentNote } from '@shared/scenario/adjustment-note';
import type { Adjustment } from '@shared/scenario/scenario';
import type { ScenarioBase } from '@shared/scenario/scenario-base';
import { IconLock, IconLockOpen } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../app/use-format';
import { AmountControl } from './AmountControl';
import { adjustmentSentence } from './adjustment-words';
import { ElasticityControl } from './ElasticityControl';
import { LeverFormula } from './LeverFormula';
import { LeverMenu } from './LeverMenu';
import { RampControl } from './RampControl';
import { ScopeControl } from './ScopeControl';
import { SpreadControl } from './SpreadControl';
import { StartControl } from './StartControl';
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
  const { changeAdjustment, storeSoon } = useWhatIf();
  const { id, lever, op, enabled, method } = adjustment;
  const adjust = (change: Partial<Adjustment>) => changeAdjustment(id, change);
  const control = { adjustment, base, adjust, keep: storeSoon };
  const sentence = adjustmentSentence(adjustment, format, t);
  const hasRamp = lever === 'headcount' || (op === 'spread' && method === 'capacity');
  return (
    <Paper withBorder p="sm" role="group" aria-label={sentence} opacity={enabled ? 1 : 0.65}>
      <Stack gap="xs">
        <Group justify="space-between" wrap="nowrap" align="flex-start">
          <Text fw={600} size="sm">
            {sentence}
          </Text>
          <LeverSwitches adjustment={adjustment} adjust={adjust} keep={storeSoon} />
        </Group>
        <LeverFormula lever={lever} base={base} />
        <AmountControl {...control} />
        {op === 'spread' && <SpreadControl {...control} />}
        {lever === 'headcount' && <StartControl {...control} />}
        {hasRamp && <RampControl {...control} />}
        <ScopeControl {...control} />
        <ElasticityControl {...control} />
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

interface LeverSwitchesProps {
  readonly adjustment: Adjustment;
  adjust(change: Partial<Adjustment>): void;
  keep(): void;
}

function LeverSwitches({ adjustment, adjust, keep }: LeverSwitchesProps) {
  const { t } = useTranslation('whatif');
  const { enabled, locked } = adjustment;
  return (
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
        variant={locked ? 'light' : 'subtle'}
        color="gray"
        aria-label={t('locked')}
        aria-pressed={locked}
        title={t('locked.explanation')}
        onClick={() => {
          adjust({ locked: !locked });
          keep();
        }}
      >
        {locked ? <IconLock size={15} /> : <IconLockOpen size={15} />}
      </ActionIcon>
      <LeverMenu adjustment={adjustment} />
    </Group>
  );
}

function readable(parameters: AdjustmentNote['note']['parameters'], write: (value: number) => string) {
  return Object.fromEntries(
    Object.entries(parameters).map(([name, value]) => [
      name,
      typeof value === 'number' ? write(value) : value,
    ]),
  );
}
