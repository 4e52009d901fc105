import type { Announcements, ScreenReaderInstructions, UniqueIdentifier } from '@dnd-kit/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

interface ArrangeTexts {
  readonly announcements: Announcements;
  readonly screenReaderInstructions: ScreenReaderInstructions;
}

/**
 * What is read out while something is moved among others.
 * @param nameOf what a thing is called
 */
export function useArrangeTexts(
  order: readonly UniqueIdentifier[],
  nameOf: (id: UniqueIdentifier) => string,
): ArrangeTexts {
  const { t } = useTranslation('kpis');
  return useMemo(() => {
    const say = (key: string, id: UniqueIdentifier, over: UniqueIdentifier = id) =>
      t(`arrange.${key}`, { name: nameOf(id), place: order.indexOf(over) + 1, count: order.length });
    return {
      announcements: {
        onDragStart: ({ active }) => say('picked', active.id),
        onDragOver: ({ active, over }) => say('over', active.id, over?.id),
        onDragEnd: ({ active, over }) => say('dropped', active.id, over?.id),
        onDragCancel: ({ active }) => say('cancelled', active.id),
      },
      screenReaderInstructions: { draggable: t('arrange.keys') },
    };
  }, [t, order, nameOf]);
}
