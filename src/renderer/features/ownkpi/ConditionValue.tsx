import { TextInput } from '@mantine/core';
import { readField, rulesOf } from '@shared/format/read-field';
import type { MeasureDataset } from '@shared/kpi/measure';
import type { CellValue, FieldKind } from '@shared/model/dataset';
import { datasets } from '@shared/model/dataset';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../app/use-format';
import { kindOf } from './conditions';

interface ConditionValueProps {
  readonly label: string;
  readonly dataset: MeasureDataset;
  readonly field: string;
  readonly value: CellValue;
  onChange(value: CellValue): void;
}

/** What a condition compares with, read as a cell of the field is: dates and numbers by locale. */
export function ConditionValue({ label, dataset, field, value, onChange }: ConditionValueProps) {
  const { t } = useTranslation('ownkpi');
  const format = useFormat();
  const kind = kindOf(dataset, field);
  const shown =
    typeof value === 'number'
      ? format.number(value, 6)
      : kind === 'date'
        ? format.date(value)
        : (value ?? '');
  const [typed, setTyped] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const read = (text: string) => {
    const reading = readField(typeOf(dataset, field), text, rulesOf(format.locale));
    setProblem(reading.ok ? null : t(`errors:${reading.reason.code}`, reading.reason.parameters));
    if (reading.ok) onChange(reading.value);
  };
  return (
    <TextInput
      size="xs"
      aria-label={label}
      placeholder={label}
      value={typed ?? (value === null ? '' : shown)}
      error={problem}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        read(event.currentTarget.value);
      }}
      onBlur={() => {
        if (problem === null) setTyped(null);
      }}
    />
  );
}

/** Text that is compared is no choice of a list. */
function typeOf(dataset: MeasureDataset, field: string): FieldKind {
  const type = datasets[dataset].fields.find(({ id }) => id === field)?.type;
  if (type?.kind === 'date') return type;
  return kindOf(dataset, field) === 'number' ? { kind: 'number' } : { kind: 'text' };
}
