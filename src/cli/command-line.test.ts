import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { reply, run, useCrmDesk, useDesk } from './command-line.fixture';

describe('the command line on a real CRM export', () => {
  const desk = useCrmDesk();

  it('is a file that the sqlite3 program could open, and whole', async () => {
    expect(readFileSync(desk.workspace).subarray(0, 15).toString()).toBe('SQLite format 3');
    expect(await reply('check', desk.workspace)).toMatchObject({ whole: true, problems: [] });
  });
});

describe('what is wrong', () => {
  const desk = useDesk();

  it('is said in one sentence, with exit code 2 for arguments', async () => {
    await reply('new', desk.workspace);
    const wrong = [
      ['kpi', desk.workspace, '--kpi', 'profit'],
      ['kpi', desk.workspace, '--by', 'colour'],
      ['kpi', desk.workspace, '--from', '31.12.2026'],
      ['import', desk.workspace],
      ['import', desk.workspace, 'x.csv', '--as', 'sales'],
      ['quota', desk.workspace, 'set', '--rep', 'Anna', '100'],
      ['target', desk.workspace, 'set', 'win_rate'],
      ['frobnicate'],
    ];
    for (const words of wrong) {
      const { code, stdout, stderr } = await run(...words);
      expect([words, code, stdout, stderr.trim().split('\n').length]).toEqual([words, 2, '', 1]);
    }
  });

  it('with data or a file ends with exit code 1 and leaves the desk.workspace as it was', async () => {
    await reply('new', desk.workspace);
    const before = readFileSync(desk.workspace);
    const notes = desk.write('notes.csv', 'Just some words\nand more of them\n');
    for (const words of [
      ['new', desk.workspace],
      ['import', desk.workspace, join(desk.folder, 'gone.xlsx')],
      ['import', desk.workspace, notes],
      ['kpi', join(desk.folder, 'gone.qbench')],
      ['check', notes],
    ]) {
      const { code, stderr } = await run(...words);
      expect([words, code, stderr.startsWith('quotabench: ')]).toEqual([words, 1, true]);
    }
    expect(readFileSync(desk.workspace).equals(before)).toBe(true);
  });
});

describe('the built program', () => {
  const desk = useDesk();

  const bundle = resolve(import.meta.dirname, '../../out/main/cli.cjs');

  it.runIf(existsSync(bundle))('runs in plain Node and replies with one JSON document', () => {
    const output = execFileSync(process.execPath, [bundle, 'new', desk.workspace, '--json'], {
      encoding: 'utf8',
    });
    expect(JSON.parse(output)).toEqual({ path: desk.workspace });
  });
});
