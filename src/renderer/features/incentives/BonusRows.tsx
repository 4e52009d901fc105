import { ActionIcon, Button, Group, Select, Text, TextInput, Tooltip } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './IncentivesPage.module.css';
import type { PlanDraft } from './plan-draft';

type Bonuses = PlanDraft['bonuses'];

interface BonusRowsProps {
  readonly bonuses: Bonuses;
  problemOf(field: string): string | undefined;
  onChange(bonuses: Bonuses): void;
}

/** What is paid at once when the rep, or the rep's team, reaches an attainment. */
export function BonusRows({ bonuses, problemOf, onChange }: BonusRowsProps) {
  const { t } = useTranslation('incentives');
  const set = (place: number, part: Partial<Bonuses[number]>) =>
    onChange(bonuses.map((bonus, at) => (at === place ? { ...bonus, ...part } : bonus)));
  return (
    <div>
      <Text size="sm" fw={600} mb={4}>
        {t('bonuses')}
      </Text>
      {bonuses.map((bonus, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a bonus is known by its place alone
        <Group key={place} gap={8} mb={6} align="flex-start" wrap="nowrap" className={classes.bonus}>
          <Select
            size="sm"
            w={250}
            aria-label={t('bonus.of', { place: place + 1 })}
            allowDeselect={false}
            value={bonus.of}
            data={(['rep', 'team'] as const).map((value) => ({ value, label: t(`bonus.of.${value}`) }))}
            onChange={(of) => of && set(place, { of: of === 'team' ? 'team' : 'rep' })}
          />
          <TextInput
            size="sm"
            w={110}
            aria-label={t('bonus.from', { place: place + 1 })}
            value={bonus.from}
            error={problemOf(`bonuses.${place}`) !== undefined}
            onChange={(event) => set(place, { from: event.currentTarget.value })}
          />
          <Text size="sm" pt={7} className={classes.nowrap}>
            {t('bonus.pays')}
          </Text>
          <TextInput
            size="sm"
            w={150}
            aria-label={t('bonus.amount', { place: place + 1 })}
            value={bonus.amount}
            error={problemOf(`bonuses.${place}`)}
            onChange={(event) => set(place, { amount: event.currentTarget.value })}
          />
          <Tooltip label={t('bonus.remove', { place: place + 1 })}>
            <ActionIcon
              mt={4}
              variant="subtle"
              color="gray"
              aria-label={t('bonus.remove', { place: place + 1 })}
              onClick={() => onChange(bonuses.filter((_, at) => at !== place))}
            >
              <IconTrash size={16} />
            </ActionIcon>
          </Tooltip>
        </Group>
      ))}
      <Button
        variant="subtle"
        size="xs"
        leftSection={<IconPlus size={14} aria-hidden />}
        onClick={() => onChange([...bonuses, { of: 'team', from: '', amount: '' }])}
      >
        {t('bonus.add')}
      </Button>
    </div>
  );
}
