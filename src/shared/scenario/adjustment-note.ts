import type { ErrorParameters } from '../model/error';

/** What a person should know of how an adjustment worked out: a sentence of the catalogue `scenarios`. */
export interface AdjustmentNote {
  /** The adjustment's id. */
  readonly adjustment: string;
  readonly note: { readonly code: string; readonly parameters: ErrorParameters };
}

export type Say = (code: string, parameters?: ErrorParameters) => void;

const shownNames = 5;

/** Names in one line: the first few, and how many more there are. */
export function namesInLine(names: readonly string[]): string {
  const shown = names.slice(0, shownNames).join(', ');
  return names.length > shownNames ? `${shown} (+${names.length - shownNames})` : shown;
}
