import { ActionIcon, Text } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconGripVertical, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './ChooseKpisDialog.module.css';
import { movedTo, toggled } from './kpi-order';

interface KpiOrderListProps {
  readonly order: readonly string[];
  onChange(order: readonly string[]): void;
}

/** The chosen KPIs in their order, which is changed by dragging or with the arrow buttons. */
export function KpiOrderList({ order, onChange }: KpiOrderListProps) {
  const { t } = useTranslation('kpis');
  const [dragged, setDragged] = useState<string | null>(null);
  return (
    <section aria-label={t('choose.order')}>
      <Text size="sm" fw={600}>
        {t('choose.order')}
      </Text>
      <ol className={classes.list}>
        {order.map((id, place) => (
          <li
            key={id}
            className={classes.item}
            draggable
            data-dragged={dragged === id || undefined}
            onDragStart={() => setDragged(id)}
            onDragEnd={() => setDragged(null)}
            onDragOver={(event) => {
              event.preventDefault();
              if (dragged !== null && dragged !== id) onChange(movedTo(order, dragged, place));
            }}
          >
            <span className={classes.handle} aria-hidden>
              <IconGripVertical size={14} />
            </span>
            <span className={classes.itemName}>{t(`${id}.name`)}</span>
            <Move
              label={t('choose.up', { kpi: t(`${id}.name`) })}
              icon={IconArrowUp}
              disabled={place === 0}
              run={() => onChange(movedTo(order, id, place - 1))}
            />
            <Move
              label={t('choose.down', { kpi: t(`${id}.name`) })}
              icon={IconArrowDown}
              disabled={place === order.length - 1}
              run={() => onChange(movedTo(order, id, place + 1))}
            />
            <Move
              label={t('choose.remove', { kpi: t(`${id}.name`) })}
              icon={IconX}
              disabled={false}
              run={() => onChange(toggled(order, id))}
            />
          </li>
        ))}
      </ol>
    </section>
  );
}

interface MoveProps {
  readonly label: string;
  readonly icon: typeof IconX;
  readonly disabled: boolean;
  run(): void;
}

function Move({ label, icon: Drawing, disabled, run }: MoveProps) {
  return (
    <ActionIcon
      className={classes.move}
      variant="subtle"
      color="gray"
      size="sm"
      aria-label={label}
      disabled={disabled}
      onClick={run}
    >
      <Drawing size={14} />
    </ActionIcon>
  );
}
