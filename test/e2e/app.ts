import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import {
  test as base,
  type ElectronApplication,
  _electron as electron,
  expect,
  type Locator,
  type Page,
} from '@playwright/test';
import type { Bridge } from '@shared/ipc/bridge';

declare global {
  interface Window {
    readonly quotabench: Bridge;
  }
}

export const projectRoot = join(import.meta.dirname, '../..');

/** What the app finds in its settings file when it starts for the first time. */
export interface StartSettings {
  readonly language: 'en' | 'nb';
  readonly theme: 'light' | 'dark';
}

/** What to start: the pinned Electron with the built app's folder, or a packaged app. */
export interface Program {
  readonly executable: string;
  readonly args: readonly string[];
}

/** @param args of the app itself, such as the path of a workspace */
function builtApp(...args: string[]): Program {
  const executable = process.env.QUOTABENCH_E2E_ELECTRON;
  if (!executable) throw new Error('Start the end-to-end tests with npm run test:e2e.');
  return { executable, args: [projectRoot, ...args] };
}

/** The built app, running in the real Electron, with a hand on its main process and on its window. */
export class RunningApp {
  private constructor(
    readonly electron: ElectronApplication,
    readonly window: Page,
    /** Errors that the app reported on its console, in its window or in its main process; a test must leave none. */
    readonly problems: string[],
  ) {}

  /** @param userData the folder for what the app remembers on this machine */
  static async launch({ executable, args }: Program, userData: string): Promise<RunningApp> {
    const application = await electron.launch({
      executablePath: executable,
      args: [...args, `--user-data-dir=${userData}`],
      timeout: 30_000,
      // Documents that the app makes by itself lie in the person's folder: here in one of the test's own.
      env: { ...process.env, HOME: dirname(userData) },
      chromiumSandbox: process.env.QUOTABENCH_E2E_SANDBOX !== 'off',
    });
    const problems: string[] = [];
    listenToMainProcess(application, problems);
    application.on('window', (page) => listenToWindow(page, problems));
    for (const page of application.windows()) listenToWindow(page, problems);
    const window = await application.firstWindow();
    await window.waitForLoadState();
    return new RunningApp(application, window, problems);
  }

  /** Quits as the user does, and waits until everything is safe on disk and the process has gone. */
  async close(): Promise<void> {
    await this.electron.close();
  }

  /** The next dialogs that ask for files to open are answered with these. */
  async answerOpenDialog(...paths: string[]): Promise<void> {
    await this.electron.evaluate(({ dialog }, filePaths) => {
      dialog.showOpenDialog = async () => ({ canceled: filePaths.length === 0, filePaths });
    }, paths);
  }

  /** The next dialogs that ask where to save are answered with this path, or cancelled. */
  async answerSaveDialog(path: string | null): Promise<void> {
    await this.electron.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = async () => ({ canceled: filePath === null, filePath: filePath ?? '' });
    }, path);
  }

  /** The next message boxes are answered with the button at this place, counted from 0. */
  async answerMessageBox(response: number): Promise<void> {
    await this.electron.evaluate(({ dialog }, button) => {
      dialog.showMessageBox = async () => ({ response: button, checkboxChecked: false });
    }, response);
  }

  /**
   * Drops files from the disk on an element, as a file manager does. Playwright's own way makes files out of
   * bytes, which have no path; Chromium's protocol takes paths, so that the app learns where the files lie.
   */
  async dropFiles(target: Locator, ...paths: string[]): Promise<void> {
    await target.scrollIntoViewIfNeeded();
    const box = await target.boundingBox();
    if (box === null) throw new Error('The element to drop on is not visible.');
    const point = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    const copyOperation = 1;
    const data = { items: [], files: paths, dragOperationsMask: copyOperation };
    const protocol = await this.window.context().newCDPSession(this.window);
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
      await protocol.send('Input.dispatchDragEvent', { type, ...point, data });
    }
    await protocol.detach();
  }
}

interface Fixtures {
  /** Settings of the first start; override with `test.use({ settings: … })`. */
  readonly settings: StartSettings;
  /** A folder of the test's own, gone afterwards. */
  readonly folder: string;
  /** Starts the app; a second start in the same test, after a close, finds what the first one left. */
  readonly launch: (...args: string[]) => Promise<RunningApp>;
  /** The app, started. */
  readonly app: RunningApp;
}

export const test = base.extend<Fixtures>({
  settings: [{ language: 'en', theme: 'light' }, { option: true }],

  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from this pattern.
  folder: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'quotabench-e2e-'));
    await use(folder);
    await rm(folder, { recursive: true, force: true });
  },

  launch: async ({ folder, settings }, use, testInfo) => {
    const userData = join(folder, 'user-data');
    await mkdir(userData);
    await writeFile(join(userData, 'settings.json'), JSON.stringify({ settings, recent: [] }));
    const started: RunningApp[] = [];
    await use(async (...args) => {
      const app = await RunningApp.launch(builtApp(...args), userData);
      started.push(app);
      return app;
    });
    for (const [index, app] of started.entries()) {
      const isOpen = app.electron.windows().length > 0;
      if (isOpen && testInfo.status !== testInfo.expectedStatus) {
        await app.window.screenshot({ path: testInfo.outputPath(`window-${index + 1}.png`) });
      }
      await app.close();
    }
    expect(
      started.flatMap((app) => app.problems),
      'errors that the app reported',
    ).toEqual([]);
  },

  app: async ({ launch }, use) => {
    await use(await launch());
  },
});

/** Writes over a cell of a grid, as a person does who sees the editor open first. */
export async function writeOver(cell: Locator, text: string): Promise<void> {
  const editor = cell.getByRole('textbox');
  await expect(async () => {
    await cell.dblclick();
    await expect(editor).toBeFocused({ timeout: 1000 });
  }).toPass();
  await editor.press('Control+a');
  await editor.pressSequentially(text);
  await editor.press('Enter');
}

/** Does what the palette of commands finds first by these words, once it finds it. */
export async function runCommand(window: Page, words: string): Promise<void> {
  await window.keyboard.press('Control+k');
  const palette = window.getByRole('dialog', { name: 'Commands' });
  await palette.getByRole('textbox').fill(words);
  await expect(palette.getByRole('button').first()).toContainText(words, { ignoreCase: true });
  await window.keyboard.press('Enter');
}

/** Picks what a box for choosing finds by some letters, by keyboard. */
export async function pickByTyping(box: Locator, letters: string, option: string): Promise<void> {
  await box.press('Control+a');
  await box.pressSequentially(letters);
  const found = box.page().getByRole('option');
  await expect(found).toHaveCount(1);
  await expect(found).toHaveText(option);
  await box.press('ArrowDown');
  await box.press('Enter');
}

export { expect };

function listenToWindow(page: Page, problems: string[]): void {
  page.on('pageerror', (error) => problems.push(`window: ${error.stack ?? error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(`window's console: ${message.text()}`);
  });
}

function listenToMainProcess(application: ElectronApplication, problems: string[]): void {
  application.on('console', (message) => {
    if (message.type() === 'error') problems.push(`main process's console: ${message.text()}`);
  });
  application.process().stderr?.on('data', (chunk: Buffer) => {
    const text = chunk.toString();
    if (/uncaught|unhandled/i.test(text)) problems.push(`main process: ${text}`);
  });
}
