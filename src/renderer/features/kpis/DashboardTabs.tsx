import {
  closestCenter,
  DndContext,
  type DragEndEvent,
  PointerSensor,
  useSensor,
  useSensors,
} from '@dnd-kit/core';
import { horizontalListSortingStrategy, SortableContext, useSortable } from '@dnd-kit/sortable';
import { CSS } from '@dnd-kit/utilities';
import { ActionIcon, Tabs, Tooltip } from '@mantine/core';
import type { Dashboard } from '@shared/dashboard/dashboard';
import { IconPlus } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DashboardMenu } from './DashboardMenu';
import { DashboardNameDialog } from './DashboardNameDialog';
import classes from './DashboardTabs.module.css';
import { useDashboardName } from './dashboard-name';
import { useDashboards } from './dashboards.store';
import { useArrangeTexts } from './use-arrange-texts';

interface DashboardTabsProps {
  readonly current: Dashboard;
  /** Stands at the far end of the row of tabs. */
  readonly actions: ReactNode;
  /** What the chosen dashboard shows. */
  readonly children: ReactNode;
}

/** The workspace's dashboards as tabs, in an order that can be changed by dragging, or in the menu of each. */
export function DashboardTabs({ current, actions, children }: DashboardTabsProps) {
  const { t } = useTranslation('kpis');
  const { dashboards, choose, create, move } = useDashboards();
  const [naming, setNaming] = useState(false);
  const sensors = useSensors(useSensor(PointerSensor, { activationConstraint: { distance: 6 } }));
  const titleOf = useDashboardName();
  const texts = useArrangeTexts(
    dashboards.map(({ id }) => id),
    (id) =>
      dashboards
        .filter((dashboard) => dashboard.id === id)
        .map(titleOf)
        .join(),
  );
  const drop = ({ active, over }: DragEndEvent) => {
    if (over === null || over.id === active.id) return;
    void move(
      Number(active.id),
      dashboards.findIndex(({ id }) => id === over.id),
    );
  };
  return (
    <Tabs
      className={classes.tabs}
      value={String(current.id)}
      onChange={(value) => choose(Number(value))}
      keepMounted={false}
    >
      <div className={classes.row}>
        <DndContext
          sensors={sensors}
          collisionDetection={closestCenter}
          accessibility={texts}
          onDragEnd={drop}
        >
          <SortableContext items={dashboards.map(({ id }) => id)} strategy={horizontalListSortingStrategy}>
            <Tabs.List aria-label={t('dashboards')} className={classes.list}>
              {dashboards.map((dashboard) => (
                <DashboardTab key={dashboard.id} dashboard={dashboard} />
              ))}
            </Tabs.List>
          </SortableContext>
        </DndContext>
        <DashboardMenu dashboard={current} />
        <Tooltip label={t('dashboard.new')}>
          <ActionIcon
            variant="subtle"
            color="gray"
            size={30}
            aria-label={t('dashboard.new')}
            onClick={() => setNaming(true)}
          >
            <IconPlus size={16} />
          </ActionIcon>
        </Tooltip>
        <div className={classes.actions}>{actions}</div>
      </div>
      {dashboards.map(({ id }) => (
        <Tabs.Panel key={id} value={String(id)} tabIndex={-1}>
          {children}
        </Tabs.Panel>
      ))}
      {naming && (
        <DashboardNameDialog
          title={t('dashboard.new')}
          name=""
          confirm={t('dashboard.create')}
          startsNew
          onClose={() => setNaming(false)}
          onDone={(name, preset) => void create(name, preset)}
        />
      )}
    </Tabs>
  );
}

function DashboardTab({ dashboard }: { readonly dashboard: Dashboard }) {
  const name = useDashboardName()(dashboard);
  const { setNodeRef, listeners, transform, transition } = useSortable({ id: dashboard.id });
  return (
    <Tabs.Tab
      ref={setNodeRef}
      value={String(dashboard.id)}
      style={{ transform: CSS.Translate.toString(transform), transition }}
      onPointerDown={(event) => listeners?.onPointerDown?.(event)}
    >
      {name}
    </Tabs.Tab>
  );
}
