import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { build } from 'vite';
import { projectRoot } from './project-root.mjs';

/**
 * Builds `test/NAME/main.ts` with all that it imports.
 *
 * @param {string} name a folder of `test`
 * @returns {Promise<string>} the path of the program, to be run by Node
 */
export async function buildTestProgram(name) {
  const outDir = join(projectRoot, 'out', name);
  await build({
    root: projectRoot,
    configFile: false,
    logLevel: 'warn',
    resolve: { alias: { '@shared': resolve(projectRoot, 'src/shared') } },
    build: {
      ssr: join(projectRoot, 'test', name, 'main.ts'),
      outDir,
      target: 'node20',
      emptyOutDir: true,
      rollupOptions: { output: { entryFileNames: 'main.mjs' } },
    },
  });
  return join(outDir, 'main.mjs');
}

/**
 * Builds a program of `test` and runs it in a Node of its own.
 *
 * @param {string} name a folder of `test`
 * @param {{ nodeOptions?: string[], args: string[] }} options
 * @returns {Promise<number>} the exit code
 */
export async function runTestProgram(name, { nodeOptions = [], args }) {
  const command = [...nodeOptions, await buildTestProgram(name), ...args];
  return spawnSync(process.execPath, command, { cwd: projectRoot, stdio: 'inherit' }).status ?? 1;
}
