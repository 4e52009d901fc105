import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

interface RangeInputProps {
  /** `A5:K900`; without it the table is found. */
  readonly range: string | undefined;
  onChange(range: string | undefined): void;
}

const form = /^\s*\$?([A-Za-z]{1,3})\$?(\d{1,7})\s*:\s*\$?([A-Za-z]{1,3})\$?(\d{1,7})\s*$/;

/** The cells of the table where a sheet holds several; its first row holds the headings. */
export function RangeInput({ range, onChange }: RangeInputProps) {
  const { t } = useTranslation('import');
  const [typed, setTyped] = useState(range ?? '');
  const match = form.exec(typed);
  const isWrong = typed.trim() !== '' && match === null;
  const commit = () => {
    if (isWrong) return;
    const chosen = match ? `${match[1]}${match[2]}:${match[3]}${match[4]}`.toUpperCase() : undefined;
    if (chosen !== range) onChange(chosen);
  };
  return (
    <TextInput
      label={t('range')}
      w={140}
      placeholder={t('range.whole')}
      value={typed}
      error={isWrong ? t('range.wrong') : undefined}
      onChange={({ currentTarget }) => setTyped(currentTarget.value)}
      onBlur={commit}
      onKeyDown={({ key }) => key === 'Enter' && commit()}
    />
  );
}
