import { describe, expect, it } from 'vitest';
import { newestOnly } from './newest-only';

/** Questions that are answered when the test says so. */
function desk() {
  const open = new Map<string, { answer(): void; fail(): void }>();
  const asked: string[] = [];
  const answers: string[] = [];
  const failures: unknown[] = [];
  const ask = newestOnly(
    (question: string) =>
      new Promise<string>((resolve, reject) => {
        asked.push(question);
        open.set(question, {
          answer: () => resolve(`${question}!`),
          fail: () => reject(new Error(question)),
        });
      }),
    { answered: (answer) => answers.push(answer), failed: (error) => failures.push(error) },
  );
  return { ask, open, asked, answers, failures };
}

describe('questions of which only the newest counts', () => {
  it('are answered one by one when they come one by one', async () => {
    const { ask, open, answers } = desk();
    const first = ask('a');
    open.get('a')?.answer();
    await first;
    const second = ask('b');
    open.get('b')?.answer();
    await second;
    expect(answers).toEqual(['a!', 'b!']);
  });

  it('skip what was asked in between and drop the stale answer', async () => {
    const { ask, open, asked, answers } = desk();
    const all = ask('a');
    void ask('b');
    void ask('c');
    open.get('a')?.answer();
    while (!open.has('c')) await Promise.resolve();
    open.get('c')?.answer();
    await all;
    expect(asked).toEqual(['a', 'c']);
    expect(answers).toEqual(['c!']);
  });

  it('report a failure only when nothing newer waits', async () => {
    const { ask, open, answers, failures } = desk();
    const all = ask('a');
    void ask('b');
    open.get('a')?.fail();
    while (!open.has('b')) await Promise.resolve();
    open.get('b')?.answer();
    await all;
    expect(failures).toEqual([]);
    expect(answers).toEqual(['b!']);
    const last = ask('c');
    open.get('c')?.fail();
    await last;
    expect(failures).toEqual([new Error('c')]);
  });
});
