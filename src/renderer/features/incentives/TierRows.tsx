import { ActionIcon, Button, Table, Text, TextInput, Tooltip } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../app/use-format';
import classes from './IncentivesPage.module.css';
import { type PlanDraft, readDraft } from './plan-draft';

interface TierRowsProps {
  readonly draft: PlanDraft;
  problemOf(field: string): string | undefined;
  onChange(part: Pick<PlanDraft, 'tiers'> | Pick<PlanDraft, 'baseRate'>): void;
}

/** The base rate and the tiers above it. A tier ends where the next begins, so that there can be no gap. */
export function TierRows({ draft, problemOf, onChange }: TierRowsProps) {
  const { t } = useTranslation('incentives');
  const format = useFormat();
  const { tiers } = draft;
  const { plan } = readDraft(draft, format.locale);
  const set = (place: number, part: Partial<PlanDraft['tiers'][number]>) =>
    onChange({ tiers: tiers.map((tier, at) => (at === place ? { ...tier, ...part } : tier)) });
  const timesBase = (place: number): string => {
    const rate = plan?.tiers[place]?.rate;
    if (rate === undefined || plan === null || plan.baseRate === 0) return '';
    return t('tier.times', { times: format.number(rate / plan.baseRate, 2) });
  };
  return (
    <div>
      <Text size="sm" fw={600} mb={4}>
        {t('tiers')}
      </Text>
      <Table verticalSpacing={3} horizontalSpacing={6} className={classes.tiers} aria-label={t('tiers')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('tier.from')}</Table.Th>
            <Table.Th>{t('tier.to')}</Table.Th>
            <Table.Th>{t('tier.rate')}</Table.Th>
            <Table.Th>{t('tier.base')}</Table.Th>
            <Table.Th w={40} aria-label={t('remove')} />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          <Table.Tr>
            <Table.Td>{format.percent(0)}</Table.Td>
            <Table.Td className={classes.nowrap}>{tiers[0]?.from || t('tier.open')}</Table.Td>
            <Table.Td>
              <TextInput
                size="sm"
                aria-label={t('field.baseRate')}
                value={draft.baseRate}
                error={problemOf('baseRate')}
                onChange={(event) => onChange({ baseRate: event.currentTarget.value })}
              />
            </Table.Td>
            <Table.Td className={classes.quiet}>{t('tier.isBase')}</Table.Td>
            <Table.Td />
          </Table.Tr>
          {tiers.map((tier, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a tier is known by its place alone
            <Table.Tr key={place}>
              <Table.Td>
                <TextInput
                  size="sm"
                  aria-label={t('tier.from.one', { place: place + 1 })}
                  value={tier.from}
                  error={problemOf(`tiers.${place}`)}
                  onChange={(event) => set(place, { from: event.currentTarget.value })}
                />
              </Table.Td>
              <Table.Td className={classes.nowrap}>{tiers[place + 1]?.from || t('tier.open')}</Table.Td>
              <Table.Td>
                <TextInput
                  size="sm"
                  aria-label={t('tier.rate.one', { place: place + 1 })}
                  value={tier.rate}
                  error={problemOf(`tiers.${place}`) !== undefined}
                  onChange={(event) => set(place, { rate: event.currentTarget.value })}
                />
              </Table.Td>
              <Table.Td className={classes.quiet}>{timesBase(place)}</Table.Td>
              <Table.Td>
                <Tooltip label={t('tier.remove', { place: place + 1 })}>
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    aria-label={t('tier.remove', { place: place + 1 })}
                    onClick={() => onChange({ tiers: tiers.filter((_, at) => at !== place) })}
                  >
                    <IconTrash size={16} />
                  </ActionIcon>
                </Tooltip>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Button
        variant="subtle"
        size="xs"
        leftSection={<IconPlus size={14} aria-hidden />}
        onClick={() => onChange({ tiers: [...tiers, { from: '', rate: '' }] })}
      >
        {t('tier.add')}
      </Button>
    </div>
  );
}
