import { Group, Select, Stack, Textarea, TextInput } from '@mantine/core';
import { startsFrom } from '@shared/scenario/scenario-chain';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWorkspace } from '../../app/workspace.store';
import { PeriodPicker } from '../../components/PeriodPicker';
import { ScenarioMenu } from './ScenarioMenu';
import { type Draft, useWhatIf } from './whatif.store';

/** Which scenario is shown, what it is called, its period and what it starts from. */
export function ScenarioHeader({ draft }: { readonly draft: Draft }) {
  const { t } = useTranslation('whatif');
  const workspace = useWorkspace((state) => state.workspace);
  const { scenarios, showsArchived, choose, change, storeSoon } = useWhatIf();
  const others = scenarios.filter(({ id }) => id !== draft.id);
  const taken = others.map(({ name }) => name);
  const shown = scenarios.filter(({ id, archived }) => showsArchived || !archived || id === draft.id);
  const bases = others.filter(
    (other) =>
      other.name === draft.base ||
      ((showsArchived || !other.archived) && !startsFrom(other, draft.name, scenarios)),
  );
  return (
    <Stack gap="xs">
      <Group gap="xs" wrap="nowrap">
        <Select
          flex={1}
          aria-label={t('choose')}
          allowDeselect={false}
          data={shown.map(({ id, name, archived }) => ({
            value: String(id),
            label: archived ? t('archived.name', { name }) : name,
          }))}
          value={String(draft.id ?? '')}
          onChange={(id) => id && void choose(Number(id))}
        />
        <ScenarioMenu draft={draft} />
      </Group>
      <NameField key={`${draft.id} ${draft.name}`} name={draft.name} taken={taken} />
      <Textarea
        key={draft.id}
        size="xs"
        label={t('description')}
        autosize
        minRows={1}
        maxRows={5}
        maxLength={2000}
        value={draft.description}
        onChange={(event) => change({ description: event.currentTarget.value })}
        onBlur={storeSoon}
      />
      {workspace && (
        <PeriodPicker
          value={{ from: draft.from, to: draft.to }}
          onChange={(range) => {
            change(range);
            storeSoon();
          }}
        />
      )}
      {bases.length > 0 && (
        <Select
          size="xs"
          label={t('base')}
          clearable
          placeholder={t('base.data')}
          data={bases.map(({ name }) => name)}
          value={draft.base}
          onChange={(base) => {
            change({ base });
            storeSoon();
          }}
        />
      )}
    </Stack>
  );
}

function NameField({ name, taken }: { readonly name: string; readonly taken: readonly string[] }) {
  const { t } = useTranslation('whatif');
  const { change, storeSoon } = useWhatIf();
  const [typed, setTyped] = useState(name);
  const wrong =
    typed.trim() === '' ? t('name.missing') : taken.includes(typed.trim()) ? t('name.taken') : null;
  const commit = () => {
    if (wrong !== null || typed.trim() === name) return;
    change({ name: typed.trim() });
    storeSoon();
  };
  return (
    <TextInput
      size="xs"
      label={t('name')}
      value={typed}
      error={wrong}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={commit}
      onKeyDown={(event) => event.key === 'Enter' && commit()}
    />
  );
}
