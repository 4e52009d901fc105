import { runInNewContext } from 'node:vm';

/** Thrown by `withinTime`. */
export class TookTooLong extends Error {
  constructor(readonly seconds: number) {
    super(`more than ${seconds} s`);
  }
}

/**
 * Does work that may never end of itself, such as reading a damaged file by a library that follows its references round and
 * round: nothing else could stop it on the same thread.
 * @throws TookTooLong and whatever `work` throws.
 */
export function withinTime<Result>(seconds: number, work: () => Result): Result {
  let result: { readonly value: Result } | null = null;
  const keep = () => {
    result = { value: work() };
  };
  try {
    runInNewContext('keep()', { keep }, { timeout: seconds * 1000 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw error;
    throw new TookTooLong(seconds);
  }
  if (result === null) throw new Error('The work came to no end.');
  return (result as { readonly value: Result }).value;
}
