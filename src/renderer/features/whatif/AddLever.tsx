import { Button, Group, Menu, Text } from '@mantine/core';
import type { LeverId } from '@shared/scenario/scenario';
import { IconChevronDown } from '@tabler/icons-react';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { newAdjustment } from './new-scenario';
import { useWhatIf } from './whatif.store';

/** Those beside quotas and prices, in the order of the sale. */
const furtherLevers = {
  market: ['competitor_price', 'volume', 'churn'],
  funnel: ['leads', 'conversion', 'win_rate', 'deal_size', 'sales_cycle'],
  team: ['activity', 'headcount'],
} as const satisfies Readonly<Record<string, readonly LeverId[]>>;

/** The levers that a scenario can be given: quotas and prices at hand, the others in a menu that says what each moves. */
export function AddLever() {
  const { t } = useTranslation('whatif');
  const { change, storeSoon } = useWhatIf();
  const add = (lever: LeverId) => {
    const { draft } = useWhatIf.getState();
    change({ adjustments: [...(draft?.adjustments ?? []), newAdjustment(lever)] });
    storeSoon();
  };
  return (
    <>
      <Group grow>
        <Button variant="light" size="xs" onClick={() => add('quota')}>
          {t('add.quota')}
        </Button>
        <Button variant="light" size="xs" onClick={() => add('price')}>
          {t('add.price')}
        </Button>
      </Group>
      <Menu width="target" withinPortal>
        <Menu.Target>
          <Button variant="default" size="xs" rightSection={<IconChevronDown size={14} />}>
            {t('add.more')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown mah="min(480px, 70vh)" style={{ overflowY: 'auto' }}>
          {Object.entries(furtherLevers).map(([group, levers]) => (
            <Fragment key={group}>
              <Menu.Label>{t(`add.group.${group}`)}</Menu.Label>
              {levers.map((lever) => (
                <Menu.Item key={lever} onClick={() => add(lever)}>
                  {t(`lever.${lever}.all`)}
                  <Text size="xs" c="dimmed">
                    {t(`lever.${lever}.explanation`)}
                  </Text>
                </Menu.Item>
              ))}
            </Fragment>
          ))}
        </Menu.Dropdown>
      </Menu>
    </>
  );
}
