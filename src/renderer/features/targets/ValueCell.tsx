import { TextInput } from '@mantine/core';
import type { CommandId } from '@shared/ipc/contract';
import { type KeyboardEvent, useState } from 'react';
import { flushSync } from 'react-dom';
import { runCommand } from '../../app/commands';
import classes from './TargetsPage.module.css';

interface ValueCellProps {
  readonly label: string;
  /** The value as it is read. */
  readonly shown: string;
  /** The value as it is typed. */
  readonly typed: string;
  readonly placeholder?: string;
  /** Takes what was typed; a sentence when it cannot be taken. */
  commit(text: string): string | null;
}

/** A number that is edited where it stands: Enter or leaving takes it, Escape gives back what was there. */
export function ValueCell({ label, shown, typed, placeholder, commit }: ValueCellProps) {
  const [draft, setDraft] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const take = () => {
    if (draft === null) return;
    const refused = draft === typed ? null : commit(draft);
    setProblem(refused);
    if (refused === null) setDraft(null);
  };
  const handleKey = (event: KeyboardEvent<HTMLInputElement>) => {
    const history = historyCommand(event);
    // While nothing has been typed, there is no typing to take back: the keys are meant for what was set.
    if (history !== null && (draft === null || draft === typed)) {
      event.preventDefault();
      setDraft(null);
      runCommand(history);
    }
    if (event.key === 'Enter') take();
    if (event.key === 'Escape') {
      setDraft(null);
      setProblem(null);
    }
  };
  return (
    <TextInput
      size="sm"
      className={classes.cell}
      aria-label={label}
      placeholder={placeholder}
      value={draft ?? shown}
      error={problem}
      onFocus={(event) => {
        // At once: selecting in a later frame would take the focus back from whoever has tabbed on.
        if (draft === null) flushSync(() => setDraft(typed));
        event.currentTarget.select();
      }}
      onChange={(event) => setDraft(event.currentTarget.value)}
      onBlur={take}
      onKeyDown={handleKey}
    />
  );
}

function historyCommand({ key, ctrlKey, metaKey, shiftKey }: KeyboardEvent): CommandId | null {
  if (!ctrlKey && !metaKey) return null;
  const pressed = key.toLowerCase();
  if (pressed === 'y' || (pressed === 'z' && shiftKey)) return 'history.redo';
  return pressed === 'z' ? 'history.undo' : null;
}
