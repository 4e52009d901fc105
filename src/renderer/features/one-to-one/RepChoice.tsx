import { ActionIcon, Select, Tooltip } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { searchFieldAttribute } from '../../app/commands';
import classes from './OneToOnePage.module.css';
import { stepRep } from './step-rep';

interface RepChoiceProps {
  readonly chosen: string;
  /** By team and name; null before they are read. */
  readonly names: readonly { readonly name: string; readonly team: string }[] | null;
  onChoose(rep: string): void;
}

/** Chooses a rep by name, or the next one with Ctrl and Page Down, as sheets of a workbook are gone through. */
export function RepChoice({ chosen, names, onChoose }: RepChoiceProps) {
  const { t } = useTranslation('one-to-one');
  const reps = names ?? [];
  const order = reps.map(({ name }) => name);
  const step = (by: -1 | 1) => {
    const next = stepRep(order, chosen, by);
    if (next !== null) onChoose(next);
  };
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const pages = event.key === 'PageDown' || event.key === 'PageUp';
      if (!pages || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
      event.preventDefault();
      step(event.key === 'PageDown' ? 1 : -1);
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  });
  const teams = [...new Set(reps.map(({ team }) => team))];
  const data = teams.map((team) => ({
    group: team === '' ? t('noTeam') : team,
    items: reps.filter((rep) => rep.team === team).map(({ name }) => name),
  }));
  return (
    <fieldset className={classes.choice} aria-label={t('choose')}>
      <Step label={t('previous')} icon={IconChevronLeft} go={() => step(-1)} />
      <Select
        {...{ [searchFieldAttribute]: true }}
        w={220}
        aria-label={t('rep')}
        searchable
        allowDeselect={false}
        maxDropdownHeight={360}
        nothingFoundMessage={t('noSuchName')}
        value={chosen}
        data={data}
        onChange={(name) => name !== null && onChoose(name)}
        onFocus={(event) => event.currentTarget.select()}
      />
      <Step label={t('next')} icon={IconChevronRight} go={() => step(1)} />
    </fieldset>
  );
}

interface StepProps {
  readonly label: string;
  readonly icon: typeof IconChevronLeft;
  go(): void;
}

function Step({ label, icon: Drawing, go }: StepProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon variant="default" size={34} aria-label={label} onClick={go}>
        <Drawing size={16} />
      </ActionIcon>
    </Tooltip>
  );
}
