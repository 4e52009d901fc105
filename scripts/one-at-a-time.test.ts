import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { oneAtATime } from './one-at-a-time.mjs';

let folder: string;
let lock: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'quotabench-lock-'));
  lock = join(folder, 'work.lock');
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('work that is done one at a time', () => {
  it('never overlaps with itself', async () => {
    const events: string[] = [];
    const work = (name: string) => async () => {
      events.push(`${name} begins`);
      await new Promise((resolve) => setImmediate(resolve));
      events.push(`${name} ends`);
    };
    await Promise.all([oneAtATime(lock, work('first')), oneAtATime(lock, work('second'))]);
    expect(events).toEqual(['first begins', 'first ends', 'second begins', 'second ends']);
  });

  it('takes over the lock of a process that has died', async () => {
    const deadProcess = 2 ** 22 + 1;
    writeFileSync(lock, String(deadProcess));
    expect(await oneAtATime(lock, () => 'done')).toBe('done');
  });

  it('leaves no lock behind, not even when it fails', async () => {
    const failing = oneAtATime(lock, () => {
      throw new Error('no room on the disk');
    });
    await expect(failing).rejects.toThrow('no room on the disk');
    expect(existsSync(lock)).toBe(false);
  });
});
