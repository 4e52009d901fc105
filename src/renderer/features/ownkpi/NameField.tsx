import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './OwnKpiPage.module.css';

interface NameFieldProps {
  readonly name: string;
  onName(name: string): void;
}

/** The name of a measure, which the formula follows when it is left. */
export function NameField({ name, onName }: NameFieldProps) {
  const { t } = useTranslation('ownkpi');
  const [typed, setTyped] = useState<string | null>(null);
  const finish = () => {
    if (typed !== null) onName(typed);
    setTyped(null);
  };
  return (
    <TextInput
      size="xs"
      className={classes.measureName}
      aria-label={t('measure.name')}
      value={typed ?? name}
      maxLength={40}
      spellCheck={false}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={finish}
      onKeyDown={(event) => {
        if (event.key === 'Enter') finish();
      }}
    />
  );
}
