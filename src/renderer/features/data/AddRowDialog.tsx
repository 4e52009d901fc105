import { Autocomplete, Button, Group, Modal, SimpleGrid, Text, TextInput } from '@mantine/core';
import type { CellProblem, Column } from '@shared/ipc/rows';
import { type DatasetId, datasets, type FieldDefinition } from '@shared/model/dataset';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../app/use-format';
import { editCells, suggestValues } from './data.store';

interface AddRowDialogProps {
  readonly dataset: DatasetId;
  readonly opened: boolean;
  onClose(): void;
}

/** A form for one new row; what is refused is said at its field. */
export function AddRowDialog({ dataset, opened, onClose }: AddRowDialogProps) {
  const { t } = useTranslation('data');
  const { locale } = useFormat();
  const [values, setValues] = useState<Readonly<Record<string, string>>>({});
  const [problem, setProblem] = useState<CellProblem | null>(null);
  const insert = async () => {
    const [refused] = await editCells(dataset, locale, [], [values]);
    setProblem(refused ?? null);
    if (refused) return;
    setValues({});
    onClose();
  };
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      size="lg"
      title={t('add.title', { dataset: t(`fields:dataset.${dataset}`) })}
      closeButtonProps={{ 'aria-label': t('app:close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void insert();
        }}
      >
        <Text size="sm" c="dimmed" mb="sm">
          {t('add.required')}
        </Text>
        <SimpleGrid cols={2} spacing="sm">
          {datasets[dataset].fields.map((field, index) => (
            <FieldInput
              key={field.id}
              dataset={dataset}
              field={field}
              focused={index === 0}
              value={values[field.id] ?? ''}
              error={
                problem?.field === field.id
                  ? t(`errors:${problem.reason.code}`, problem.reason.parameters)
                  : undefined
              }
              onChange={(value) => setValues({ ...values, [field.id]: value })}
            />
          ))}
        </SimpleGrid>
        <Group justify="flex-end" mt="lg">
          <Button variant="default" onClick={onClose}>
            {t('app:cancel')}
          </Button>
          <Button type="submit">{t('add.insert')}</Button>
        </Group>
      </form>
    </Modal>
  );
}

interface FieldInputProps {
  readonly dataset: DatasetId;
  readonly field: FieldDefinition;
  readonly focused: boolean;
  readonly value: string;
  readonly error: string | undefined;
  onChange(value: string): void;
}

function FieldInput({ dataset, field, focused, value, error, onChange }: FieldInputProps) {
  const { t } = useTranslation('data');
  const suggestions = useSuggestions(dataset, field);
  const shared = {
    label: t(`fields:${dataset}.${field.id}`),
    withAsterisk: field.required === true,
    value,
    error,
    'data-autofocus': focused || undefined,
  };
  if (suggestions.length > 0)
    return <Autocomplete {...shared} data={[...suggestions]} limit={20} onChange={onChange} />;
  return <TextInput {...shared} onChange={(event) => onChange(event.currentTarget.value)} />;
}

function useSuggestions(dataset: DatasetId, field: FieldDefinition): readonly string[] {
  const { t } = useTranslation('data');
  const [found, setFound] = useState<readonly string[]>([]);
  const { type, id } = field;
  useEffect(() => {
    if (type.kind !== 'reference' && type.kind !== 'text') return;
    const column: Column = { id, type, extraName: null, required: false };
    void suggestValues(dataset, column).then(setFound);
  }, [dataset, id, type]);
  if (type.kind === 'choice') return type.choices.map((choice) => t(`fields:choice.${choice}`));
  return found;
}
