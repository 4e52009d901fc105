import {
  closestCenter,
  DndContext,
  type DragEndEvent,
  KeyboardSensor,
  PointerSensor,
  useSensor,
  useSensors,
} from '@dnd-kit/core';
import {
  rectSortingStrategy,
  SortableContext,
  sortableKeyboardCoordinates,
  useSortable,
} from '@dnd-kit/sortable';
import { CSS } from '@dnd-kit/utilities';
import { ActionIcon, Skeleton } from '@mantine/core';
import type { KpiCard as Card } from '@shared/ipc/kpi';
import { IconGripVertical } from '@tabler/icons-react';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { KpiCard } from './KpiCard';
import classes from './KpisPage.module.css';
import { movedTo } from './kpi-order';
import { useArrangeTexts } from './use-arrange-texts';

/** A pointer that moves no farther than this has clicked. */
const clickTolerance = 6;

interface CardGridProps {
  readonly name: string;
  /** In the order of the cards. */
  readonly kpis: readonly string[];
  /** By KPI; one that is not there yet keeps its place. */
  readonly cards: ReadonlyMap<string, Card>;
  /** Gives the KPIs in their new order. */
  onArrange(kpis: readonly string[]): void;
}

/** The cards of a dashboard, arranged by dragging them, or by keyboard with the handle of each. */
export function CardGrid({ name, kpis, cards, onArrange }: CardGridProps) {
  const { t } = useTranslation('kpis');
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: clickTolerance } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  );
  const texts = useArrangeTexts(
    kpis,
    useCallback((id) => t(`${id}.name`), [t]),
  );
  const drop = ({ active, over }: DragEndEvent) => {
    if (over === null || over.id === active.id) return;
    onArrange(movedTo(kpis, String(active.id), kpis.indexOf(String(over.id))));
  };
  return (
    <DndContext sensors={sensors} collisionDetection={closestCenter} accessibility={texts} onDragEnd={drop}>
      <SortableContext items={[...kpis]} strategy={rectSortingStrategy}>
        <ul className={classes.cards} aria-label={name}>
          {kpis.map((id) => {
            const card = cards.get(id);
            if (card !== undefined) return <SortableCard key={id} card={card} />;
            return (
              <li key={id}>
                <Skeleton height={156} radius="md" />
              </li>
            );
          })}
        </ul>
      </SortableContext>
    </DndContext>
  );
}

function SortableCard({ card }: { readonly card: Card }) {
  const { t } = useTranslation('kpis');
  const sortable = useSortable({ id: card.id, attributes: { roleDescription: t('arrange.role') } });
  const { setNodeRef, setActivatorNodeRef, attributes, listeners, transform, transition, isDragging } =
    sortable;
  return (
    <li
      ref={setNodeRef}
      className={classes.place}
      data-dragging={isDragging || undefined}
      style={{ transform: CSS.Translate.toString(transform), transition }}
      onPointerDown={(event) => listeners?.onPointerDown?.(event)}
    >
      <KpiCard
        card={card}
        handle={
          <ActionIcon
            {...attributes}
            ref={setActivatorNodeRef}
            className={classes.handle}
            variant="subtle"
            color="gray"
            size={24}
            aria-label={t('arrange.move', { kpi: t(`${card.id}.name`) })}
            onKeyDown={(event) => listeners?.onKeyDown?.(event)}
          >
            <IconGripVertical size={15} aria-hidden />
          </ActionIcon>
        }
      />
    </li>
  );
}
