import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from './app';

test('the window opens with the name of the app', async ({ app }) => {
  await expect(app.window).toHaveTitle(/Quotabench/);
  await expect(app.window.locator('#root')).not.toBeEmpty();
  expect(await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
});

test('the page has no access to Node, Electron or the preload script', async ({ app }) => {
  const reachable = await app.window.evaluate(() =>
    ['require', 'process', 'module', 'Buffer', 'electron', 'ipcRenderer'].filter(
      (name) => name in globalThis,
    ),
  );
  expect(reachable).toEqual([]);
  const preferences = await app.electron.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    // Not in Electron's types, but there since its first versions: what the window was really made with.
    const contents = window?.webContents as unknown as { getLastWebPreferences(): Record<string, unknown> };
    const { contextIsolation, sandbox, nodeIntegration, webSecurity } = contents.getLastWebPreferences();
    return { contextIsolation, sandbox, nodeIntegration, webSecurity };
  });
  expect(preferences).toEqual({
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    webSecurity: true,
  });
});

test('the bridge offers the contract and cannot be changed by the page', async ({ app }) => {
  const bridge = await app.window.evaluate(() => {
    const held = window.quotabench;
    const replaced = Reflect.set(window, 'quotabench', {});
    return {
      names: Object.keys(held).sort(),
      replaced: replaced || window.quotabench !== held,
      frozen: Object.isFrozen(held),
    };
  });
  expect(bridge).toEqual({ names: ['pathOfFile', 'request', 'subscribe'], replaced: false, frozen: true });
});

test('a policy forbids the page everything that is not its own', async ({ app }) => {
  const policy = await app.window.evaluate(async () =>
    (await fetch(location.href)).headers.get('Content-Security-Policy'),
  );
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("script-src 'self'");
  expect(policy).not.toMatch(/unsafe-eval|script-src[^;]*unsafe-inline/);
});

test('the page cannot leave the app or open another window', async ({ app }) => {
  const before = app.window.url();
  const opened = await app.window.evaluate(() => window.open('https://example.com/') !== null);
  expect(opened).toBe(false);
  await app.window.evaluate(() => {
    location.href = 'https://example.com/';
  });
  await app.window.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
  expect(app.window.url()).toBe(before);
  expect(app.electron.windows()).toHaveLength(1);
});

test('the app asks nothing of the network while it starts', async ({ app }) => {
  const elsewhere: string[] = [];
  app.window.on('request', (request) => elsewhere.push(request.url()));
  await app.window.reload();
  await app.window.waitForLoadState('networkidle');
  expect(elsewhere.length).toBeGreaterThan(0);
  expect(elsewhere.filter((url) => !url.startsWith('app://quotabench/') && !url.startsWith('data:'))).toEqual(
    [],
  );
});

test('the page can have nothing written to a file that nobody chose', async ({ app, folder }) => {
  const path = join(folder, 'taken.csv');
  await app.answerSaveDialog(join(folder, 'work.qbench'));
  await app.window.evaluate(() => window.quotabench.request('workspace.create', {}));
  const request = { job: 'j', path, format: 'csv', language: 'en', locale: 'en-GB', dataset: 'orders' };
  const outcome = await app.window.evaluate(
    (asked) => window.quotabench.request('export.dataset', asked as never),
    request,
  );
  expect(outcome).toMatchObject({ ok: false, error: { code: 'badRequest' } });
  expect(existsSync(path)).toBe(false);
});

test('the window learns where a dropped file lies on the disk', async ({ app, folder }) => {
  const path = join(folder, 'sales of müller & co.csv');
  await writeFile(path, 'rep,amount\n');
  const dropped = app.window.evaluate(
    () =>
      new Promise((resolve) => {
        const learn = (event: DragEvent) => {
          event.preventDefault();
          event.stopImmediatePropagation();
          const files = [...(event.dataTransfer?.files ?? [])];
          resolve(files.map((file) => window.quotabench.pathOfFile(file)));
        };
        window.addEventListener('dragover', (event) => event.preventDefault());
        window.addEventListener('drop', learn, { capture: true });
      }),
  );
  await app.dropFiles(app.window.locator('body'), path);
  expect(await dropped).toEqual([path]);
});

test.describe('with settings that were made before', () => {
  test.use({ settings: { language: 'nb', theme: 'dark' } });

  test('the window opens in the language and the theme that were chosen', async ({ app }) => {
    await expect(app.window.locator('html')).toHaveAttribute('lang', 'nb');
    await expect(app.window.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
  });
});
