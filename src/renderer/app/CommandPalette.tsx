import { Kbd } from '@mantine/core';
import { Spotlight } from '@mantine/spotlight';
import { useTranslation } from 'react-i18next';
import { commands, isAvailable } from './commands';
import { writeKeys } from './keys';
import { useKpiCatalogue } from './kpi-catalogue.store';
import { useNavigation } from './navigation.store';
import { useRepList } from './rep-list.store';
import { useWorkspace } from './workspace.store';

export function CommandPalette() {
  const { t } = useTranslation();
  const path = useWorkspace(({ workspace }) => workspace?.path ?? null);
  const open = path !== null;
  const { reps, load } = useRepList();
  const catalogue = useKpiCatalogue(({ kpis }) => kpis);
  const go = useNavigation((state) => state.go);
  const actions = commands
    .filter((command) => command.id !== 'palette.open' && isAvailable(command, open))
    .map((command) => ({
      id: command.id,
      label: t(`menu:${command.id}`),
      onClick: () => command.run(),
      rightSection: command.key ? <Kbd size="xs">{writeKeys(command.key)}</Kbd> : undefined,
    }));
  const kpis = (open ? catalogue : []).map(({ id }) => ({
    id: `kpi ${id}`,
    label: t(`kpis:${id}.name`),
    onClick: () => go({ page: 'kpi', kpi: id }),
  }));
  const people = (reps?.path === path ? reps.list : []).map(({ name, team }) => ({
    id: `rep ${name}`,
    label: name,
    description: team,
    onClick: () => go({ page: 'oneToOne', rep: name }),
  }));
  return (
    <Spotlight
      actions={[
        { group: t('palette.hint'), actions },
        ...(kpis.length > 0 ? [{ group: t('menu:view.kpis'), actions: kpis }] : []),
        ...(people.length > 0 ? [{ group: t('menu:view.oneToOne'), actions: people }] : []),
      ]}
      scrollable
      maxHeight={460}
      shortcut={null}
      onSpotlightOpen={() => path !== null && void load(path)}
      nothingFound={t('palette.nothing')}
      highlightQuery
      attributes={{ content: { 'aria-label': t('palette.hint') } }}
      scrollAreaProps={{ viewportProps: { tabIndex: 0, role: 'group', 'aria-label': t('palette.hint') } }}
      searchProps={{ placeholder: t('palette.placeholder'), 'aria-label': t('palette.placeholder') }}
    />
  );
}
