import { execFile } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, projectRoot, RunningApp, test } from './app';

test('the packaged app starts and keeps a workspace on the disk', async ({ folder }) => {
  await promisify(execFile)(process.execPath, [join(projectRoot, 'scripts/package-linux.mjs'), folder], {
    env: { ...process.env, INIT_CWD: undefined },
  });
  const program = { executable: join(folder, 'linux-unpacked/quotabench'), args: [] };
  const app = await RunningApp.launch(program, join(folder, 'user-data'));
  expect(await app.electron.evaluate(({ app: { isPackaged } }) => isPackaged)).toBe(true);
  const workspace = join(folder, 'sales.qbench');
  await app.answerSaveDialog(workspace);
  const outcome = await app.window.evaluate(() => window.quotabench.request('workspace.create', {}));
  expect(outcome).toMatchObject({ ok: true, value: { path: workspace } });
  await app.close();
  expect(app.problems).toEqual([]);
  expect((await stat(workspace)).size).toBeGreaterThan(0);
});
