import { ActionIcon, Menu } from '@mantine/core';
import type { Adjustment } from '@shared/scenario/scenario';
import { IconArrowDown, IconArrowUp, IconCopy, IconDots, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useWhatIf } from './whatif.store';

/** What can be done with a lever as a whole: its place in the order in which levers apply, a copy, and its removal. */
export function LeverMenu({ adjustment }: { readonly adjustment: Adjustment }) {
  const { t } = useTranslation('whatif');
  const { change, storeSoon, draft } = useWhatIf();
  const all = draft?.adjustments ?? [];
  const place = all.findIndex(({ id }) => id === adjustment.id);
  const put = (adjustments: readonly Adjustment[]) => {
    change({ adjustments: [...adjustments] });
    storeSoon();
  };
  const moveBy = (by: -1 | 1) => {
    const others = all.filter(({ id }) => id !== adjustment.id);
    put([...others.slice(0, place + by), adjustment, ...others.slice(place + by)]);
  };
  const copy = { ...adjustment, id: crypto.randomUUID() };
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <ActionIcon size="sm" variant="subtle" color="gray" aria-label={t('lever.more')}>
          <IconDots size={15} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconArrowUp size={14} />} disabled={place <= 0} onClick={() => moveBy(-1)}>
          {t('lever.up')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconArrowDown size={14} />}
          disabled={place >= all.length - 1}
          onClick={() => moveBy(1)}
        >
          {t('lever.down')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconCopy size={14} />}
          onClick={() => put([...all.slice(0, place + 1), copy, ...all.slice(place + 1)])}
        >
          {t('lever.copy')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconTrash size={14} />}
          onClick={() => put(all.filter(({ id }) => id !== adjustment.id))}
        >
          {t('removeLever')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
