import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../project-root.mjs';
import { findKeyUses, findTextOutsideCatalogues } from './find-visible-text.mjs';

const renderer = join(projectRoot, 'src/renderer');
const shared = join(projectRoot, 'src/shared/language');
const languages = ['en', 'nb'] as const;

function filesIn(folder: string, pattern: RegExp): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => pattern.test(path) && !/\.test\.tsx?$/.test(path))
    .map((path) => join(folder, path));
}

/** The keys of a language as `namespace:key`, with their texts. */
function catalogue(language: (typeof languages)[number]): Map<string, string> {
  const paths = [
    ...filesIn(join(shared, language), /\.json$/).map((path) => [basename(path, '.json'), path] as const),
    ...filesIn(renderer, new RegExp(`messages\\.${language}\\.json$`)).map(
      (path) => [basename(dirname(path)), path] as const,
    ),
  ];
  return new Map(
    paths.flatMap(([namespace, path]) =>
      Object.entries(JSON.parse(readFileSync(path, 'utf8')) as Record<string, string>).map(
        ([key, text]) => [`${namespace}:${key}`, text] as const,
      ),
    ),
  );
}

/** A key that counts has one text for each plural form under the same name. */
function has(keys: ReadonlyMap<string, string>, key: string): boolean {
  return keys.has(key) || keys.has(`${key}_other`);
}

function placeholders(text: string): string[] {
  return [...text.matchAll(/\{\{\s*(\w+)/g)].map(([, name]) => name ?? '').sort();
}

describe('the catalogues', () => {
  const english = catalogue('en');
  const norwegian = catalogue('nb');

  it('have the same keys in English and Norwegian', () => {
    expect([...norwegian.keys()].sort()).toEqual([...english.keys()].sort());
  });

  it('fill the same placeholders in both languages', () => {
    const different = [...english].filter(
      ([key, text]) =>
        !key.endsWith('_one') && placeholders(text).join() !== placeholders(norwegian.get(key) ?? '').join(),
    );
    expect(different.map(([key]) => key)).toEqual([]);
  });

  it('have no empty text', () => {
    expect([...english, ...norwegian].filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  it('hold every key that the window asks for', () => {
    const missing = filesIn(renderer, /\.tsx?$/).flatMap((path) =>
      findKeyUses(path)
        .filter(({ key, whole }) =>
          whole ? !has(english, key) : ![...english.keys()].some((known) => known.startsWith(key)),
        )
        .map(({ key, line }) => `${relative(projectRoot, path)}:${line} ${key}`),
    );
    expect(missing).toEqual([]);
  });

  it('hold every text of the window: none stands in a component', () => {
    const outside = filesIn(renderer, /\.tsx$/).flatMap((path) =>
      findTextOutsideCatalogues(path).map(
        ({ line, text }) => `${relative(projectRoot, path)}:${line} ${text}`,
      ),
    );
    expect(outside).toEqual([]);
  });
});

describe('the search for text outside the catalogues', () => {
  it('finds text between tags, in braces and in visible attributes, and passes what is asked from a catalogue', () => {
    const folder = mkdtempSync(join(tmpdir(), 'quotabench-text-'));
    const path = join(folder, 'Example.tsx');
    writeFileSync(
      path,
      [
        'export const a = <b>Plain text</b>;',
        "export const b = <b>{'In braces'}</b>;",
        'export const c = <input aria-label="Spoken" className="quiet" />;',
        'export const d = <input placeholder={t("known")}>{t("known")} · 1 %</input>;',
      ].join('\n'),
    );
    expect(findTextOutsideCatalogues(path)).toEqual([
      { line: 1, text: 'Plain text' },
      { line: 2, text: 'In braces' },
      { line: 3, text: 'Spoken' },
    ]);
    rmSync(folder, { recursive: true });
  });
});
