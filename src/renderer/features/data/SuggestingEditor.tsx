import type { CustomCellEditorProps } from 'ag-grid-react';
import { useId, useRef, useState } from 'react';
import classes from './DataPage.module.css';

export interface SuggestingEditorProps extends CustomCellEditorProps {
  /** The cell as text in the form in which people type it. */
  readonly written: string;
  readonly label: string;
  readonly suggest: (() => Promise<readonly string[]>) | null;
}

/** Edits a cell as text. A letter that began the editing replaces the cell, as in a spreadsheet. */
export function SuggestingEditor({
  written,
  label,
  suggest,
  eventKey,
  onValueChange,
}: SuggestingEditorProps) {
  const list = useId();
  const [suggestions, setSuggestions] = useState<readonly string[]>([]);
  const typed = eventKey !== null && eventKey.length === 1 ? eventKey : null;
  const start = typed ?? (eventKey === 'Backspace' ? '' : written);
  const [text, setText] = useState(start);
  const begun = useRef(false);
  const begin = (input: HTMLInputElement) => {
    if (begun.current) return;
    begun.current = true;
    if (typed === null) input.select();
    onValueChange(start);
    if (suggest) void suggest().then(setSuggestions);
  };
  return (
    <>
      <input
        ref={focusOnce}
        onFocus={(event) => begin(event.currentTarget)}
        className={classes.editor}
        aria-label={label}
        value={text}
        list={suggestions.length > 0 ? list : undefined}
        onChange={(event) => {
          setText(event.currentTarget.value);
          onValueChange(event.currentTarget.value);
        }}
      />
      <datalist id={list}>
        {suggestions.map((suggestion) => (
          <option key={suggestion} value={suggestion} />
        ))}
      </datalist>
    </>
  );
}

/** The same function at each drawing, so that it runs only when the field appears. */
function focusOnce(input: HTMLInputElement | null): void {
  input?.focus();
}
