import type errors from '../language/en/errors.json';

/** Each code is a sentence of the `errors` catalogue; the parameters fill its placeholders. */
export type ErrorCode = keyof typeof errors;

export type ErrorParameters = Readonly<Record<string, string | number>>;

/** What crosses a process border in place of an error object. */
export interface ErrorDescription {
  readonly code: ErrorCode;
  readonly parameters: ErrorParameters;
}

/**
 * An error that a person can act on. It carries the catalogue's code and parameters, so that the window says it in the
 * user's language and the command line in English.
 */
export class QuotabenchError extends Error {
  readonly code: ErrorCode;
  readonly parameters: ErrorParameters;

  constructor(code: ErrorCode, parameters: ErrorParameters = {}, options?: { cause?: unknown }) {
    super(`${code} ${JSON.stringify(parameters)}`, options);
    this.name = 'QuotabenchError';
    this.code = code;
    this.parameters = parameters;
  }

  describe(): ErrorDescription {
    return { code: this.code, parameters: this.parameters };
  }
}
