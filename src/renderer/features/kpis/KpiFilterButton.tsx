import { Button, MultiSelect, Popover, Stack } from '@mantine/core';
import { IconFilter } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { attempt } from '../../app/failure.store';
import { useDataEffect } from '../../app/use-data-effect';
import { type MemberNames, memberDimensions, readMemberNames } from '../../components/member-names';
import { useKpiFilter } from './kpi-filter.store';

/** Narrows all KPIs to teams, reps, products and segments. */
export function KpiFilterButton() {
  const { t } = useTranslation('kpis');
  const { filter, narrow, clear } = useKpiFilter();
  const [opened, setOpened] = useState(false);
  const count = Object.keys(filter).length;
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      position="bottom-end"
      width={320}
      trapFocus
      returnFocus
      shadow="md"
    >
      <Popover.Target>
        <Button
          variant={count > 0 ? 'light' : 'default'}
          h={34}
          leftSection={<IconFilter size={16} />}
          onClick={() => setOpened(!opened)}
        >
          {count > 0 ? t('filter.count', { count }) : t('filter')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Choices filter={filter} narrow={narrow} />
        <Button mt="md" fullWidth variant="default" disabled={count === 0} onClick={clear}>
          {t('filter.clear')}
        </Button>
      </Popover.Dropdown>
    </Popover>
  );
}

function Choices({ filter, narrow }: Pick<ReturnType<typeof useKpiFilter>, 'filter' | 'narrow'>) {
  const { t } = useTranslation('kpis');
  const names = useMemberNames();
  return (
    <Stack gap="xs">
      {memberDimensions.map((dimension) => (
        <MultiSelect
          key={dimension}
          label={t(`dimension.${dimension}`)}
          placeholder={filter[dimension] ? undefined : t('filter.all')}
          searchable
          clearable
          hidePickedOptions
          maxDropdownHeight={220}
          comboboxProps={{ withinPortal: false }}
          nothingFoundMessage={t('filter.nothing')}
          data={names === null ? [] : [...names[dimension]]}
          value={filter[dimension] ?? []}
          onChange={(chosen) => narrow(dimension, chosen)}
        />
      ))}
    </Stack>
  );
}

function useMemberNames(): MemberNames | null {
  const [names, setNames] = useState<MemberNames | null>(null);
  useDataEffect(() => {
    let current = true;
    void attempt(readMemberNames()).then((read) => {
      if (current) setNames(read);
    });
    return () => {
      current = false;
    };
  }, []);
  return names;
}
