import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { projectRoot } from '../project-root.mjs';
import { brokenArrows } from './broken-arrows.mjs';

let project: string;

beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), 'quotabench-arrows-'));
});

afterEach(() => rmSync(project, { recursive: true, force: true }));

/** What is found in a project of these files alone, as `file:line message`. */
function found(files: Record<string, string>): string[] {
  for (const [path, source] of Object.entries(files)) {
    mkdirSync(dirname(join(project, path)), { recursive: true });
    writeFileSync(join(project, path), source);
  }
  return brokenArrows(project).map(({ file, line, message }) => `${file}:${line} ${message}`);
}

describe('the check of the arrows', () => {
  it('finds none broken in this project', () => {
    expect(brokenArrows(projectRoot)).toEqual([]);
  });

  it('passes imports that run along the table', () => {
    const arrows = found({
      'src/shared/ipc/contract.ts': "import { z } from 'zod'; import '../model/deal';",
      'src/main/import/sheet.ts': "import 'node:fs'; import 'xlsx'; import '@shared/model/deal';",
      'src/main/ipc/handlers.ts': "import 'electron'; import '../import/sheet';",
      'src/preload/index.ts': "import 'electron'; import type { Bridge } from '@shared/ipc/contract';",
      'src/renderer/app/shell.tsx': "import 'react'; import '../features/grid/grid'; import './shell.css';",
      'src/renderer/features/grid/grid.tsx': "import '../../components/card'; import './grid.store';",
      'src/renderer/features/grid/grid.store.ts': "import '../../app/bridge'; window.quotabench.request();",
      'src/cli/index.ts': "import '../main/import/sheet'; import 'commander';",
      'src/cli/run.fixture.ts': "import '../../test/golden/answers';",
    });
    expect(arrows).toEqual([]);
  });

  it.each([
    ['src/shared/kpi/a.ts', "'../../main/database/b'", 'src/shared/ may not import src/main/database/b'],
    ['src/shared/kpi/a.ts', "'node:fs'", 'src/shared/ may not import node:fs'],
    ['src/shared/kpi/a.ts', "'fs'", 'src/shared/ may not import node:fs'],
    ['src/shared/kpi/a.ts', "'react'", 'src/shared/ may not import react'],
    ['src/main/import/a.ts', "'../../renderer/app/b'", 'src/main/ may not import src/renderer/app/b'],
    ['src/main/import/a.ts', "'../../cli/b'", 'src/main/ may not import src/cli/b'],
    ['src/main/import/a.ts', "'../window/b'", 'src/main/ may not import src/main/window/b'],
    ['src/main/import/a.ts', "'electron'", 'src/main/ may not import electron'],
    ['src/main/import/a.ts', "'../../../test/b'", 'src/main/ may not import test/b'],
    ['src/preload/a.ts', "'@shared/model/b'", 'src/preload/ may not import src/shared/model/b'],
    ['src/renderer/app/a.ts', "'../../main/import/b'", 'src/renderer/ may not import src/main/import/b'],
    ['src/renderer/app/a.ts', "'node:path'", 'src/renderer/ may not import node:path'],
    ['src/renderer/app/a.ts', "'electron'", 'src/renderer/ may not import electron'],
    ['src/renderer/app/a.ts', "'xlsx'", 'src/renderer/ may not import xlsx'],
    [
      'src/renderer/features/grid/a.ts',
      "'../kpi/b'",
      'src/renderer/features/grid/ may not import src/renderer/features/kpi/b',
    ],
    [
      'src/renderer/components/a.ts',
      "'../features/kpi/b'",
      'src/renderer/components/ may not import src/renderer/features/kpi/b',
    ],
    ['src/cli/a.ts', "'../main/ipc/b'", 'src/cli/ may not import src/main/ipc/b'],
    ['src/cli/a.ts', "'../main/index'", 'src/cli/ may not import src/main/index'],
    ['src/cli/a.ts', "'electron'", 'src/cli/ may not import electron'],
  ])('fails on an arrow from %s to %s', (file, specifier, message) => {
    expect(found({ [file]: `\nimport ${specifier};` })).toEqual([`${file}:2 ${message}`]);
  });

  it.each([
    ["import type { B } from 'electron';", 'a type'],
    ["export { B } from 'electron';", 'a re-export'],
    ["export * from 'electron';", 'a re-export of everything'],
    ["const b = import('electron');", 'a dynamic import'],
    ["type B = import('electron').App;", 'a type in place'],
    ["const b = require('electron');", 'a require'],
  ])('sees %s, which imports %s', (source) => {
    expect(found({ 'src/cli/a.ts': source })).toEqual(['src/cli/a.ts:1 src/cli/ may not import electron']);
  });

  it('lets a test use any package, but not another room', () => {
    const source = "import 'node:fs'; import 'vitest';\nimport '../../renderer/app/b';";
    expect(found({ 'src/shared/kpi/a.test.ts': source })).toEqual([
      'src/shared/kpi/a.test.ts:2 src/shared/ may not import src/renderer/app/b',
    ]);
  });

  it('keeps components away from the bridge', () => {
    const arrows = found({
      'src/renderer/app/card.tsx': "import { request } from './bridge';\nconst { quotabench } = window;",
      'src/renderer/features/grid/use-rows.ts': 'window.quotabench.request();',
    });
    expect(arrows).toEqual([
      'src/renderer/app/card.tsx:1 a component may not import the bridge; its store does',
      'src/renderer/app/card.tsx:2 only a store may touch the bridge window.quotabench',
      'src/renderer/features/grid/use-rows.ts:1 only a store may touch the bridge window.quotabench',
    ]);
  });

  it('refuses names that say nothing and files outside the rooms', () => {
    expect(
      found({ 'src/shared/utils/a.ts': '', 'src/main/import/date-helper.ts': '', 'src/odd/a.ts': '' }),
    ).toEqual([
      'src/main/import/date-helper.ts:1 the name date-helper.ts does not say what it holds',
      'src/odd/a.ts:1 the file stands in no room of the table',
      'src/shared/utils/a.ts:1 the name utils does not say what it holds',
    ]);
  });

  it('does not guess at a file that it cannot parse', () => {
    expect(() => found({ 'src/shared/kpi/a.ts': 'const = ;' })).toThrow('cannot be parsed');
  });
});
