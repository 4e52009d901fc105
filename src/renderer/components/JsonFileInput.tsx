import type { RefObject } from 'react';

interface JsonFileInputProps {
  /** What is clicked to choose a file. */
  readonly chooser: RefObject<HTMLInputElement | null>;
  readonly label: string;
  onChoose(file: File): void;
}

/** Chooses a .json file; not seen, for a menu that closes before the file is chosen. */
export function JsonFileInput({ chooser, label, onChoose }: JsonFileInputProps) {
  return (
    <input
      ref={chooser}
      type="file"
      accept=".json,application/json"
      hidden
      aria-label={label}
      onChange={(event) => {
        const [file] = event.currentTarget.files ?? [];
        // The same file can be chosen again.
        event.currentTarget.value = '';
        if (file) onChoose(file);
      }}
    />
  );
}
