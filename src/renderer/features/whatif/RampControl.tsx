import { ActionIcon, Group, Input, NumberInput, Text } from '@mantine/core';
import { usualRamp } from '@shared/planning/ramped-capacity';
import { IconMinus, IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ControlProps } from './AmountControl';

const mostMonths = 12;

/** How a new rep grows into the job: the share of full productivity in each month, full after the last. */
export function RampControl({ adjustment, adjust, keep }: Omit<ControlProps, 'base'>) {
  const { t } = useTranslation('whatif');
  const ramp = adjustment.ramp ?? usualRamp;
  const change = (next: readonly number[]) => adjust({ ramp: [...next] });
  const changeAndKeep = (next: readonly number[]) => {
    change(next);
    keep();
  };
  return (
    <Input.Wrapper label={t('ramp')} description={t('ramp.explanation')} size="xs">
      <Group gap={4} mt={4}>
        {ramp.map((share, month) => (
          <NumberInput
            // biome-ignore lint/suspicious/noArrayIndexKey: a month is known by its place alone.
            key={month}
            size="xs"
            w={62}
            hideControls
            suffix=" %"
            aria-label={t('ramp.month', { month: month + 1 })}
            min={0}
            max={100}
            step={5}
            value={Math.round(share * 100)}
            onChange={(percent) => {
              if (typeof percent !== 'number') return;
              change(
                ramp.map((own, index) => (index === month ? Math.min(100, Math.max(0, percent)) / 100 : own)),
              );
            }}
            onBlur={keep}
          />
        ))}
        <Text size="xs" c="dimmed">
          {t('ramp.then')}
        </Text>
        <ActionIcon
          size="sm"
          variant="subtle"
          color="gray"
          aria-label={t('ramp.shorter')}
          title={t('ramp.shorter')}
          disabled={ramp.length === 0}
          onClick={() => changeAndKeep(ramp.slice(0, -1))}
        >
          <IconMinus size={14} />
        </ActionIcon>
        <ActionIcon
          size="sm"
          variant="subtle"
          color="gray"
          aria-label={t('ramp.longer')}
          title={t('ramp.longer')}
          disabled={ramp.length >= mostMonths}
          onClick={() => changeAndKeep([...ramp, ramp.at(-1) ?? 0.5])}
        >
          <IconPlus size={14} />
        </ActionIcon>
      </Group>
    </Input.Wrapper>
  );
}
