import { ActionIcon, Group, NumberInput, Paper, Stack, Switch, Text } from '@mantine/core';
import { decimalSeparatorOf } from '@shared/format/parse-number';
import type { AdjustmentNote } from '@shared/scenario/adjustment-note';
import type { Adjustment } from '@shared/scenario/scenario';
import type { ScenarioBase } from '@shared/scenario/scenario-base';
import { IconLock, IconLockOpen, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../app/use-format';
import { AmountControl } from './AmountControl';
import { adjustmentSentence } from './adjustment-words';
import { ScopeControl } from './ScopeControl';
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
  const { id, lever, enabled, locked } = adjustment;
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
        <Text size="xs" c="dimmed">
          {t(`lever.${lever}.explanation`)}
        </Text>
        <AmountControl adjustment={adjustment} base={base} adjust={adjust} keep={keep} />
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
