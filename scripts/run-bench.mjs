/**
 * `npm run bench [-- --large]`: builds test/bench, runs it in a Node of its own, prints a table and writes bench-results.json.
 * `--large` works in a workspace of a million orders instead of a hundred thousand.
 */
import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { build } from 'vite';
import { projectRoot } from './project-root.mjs';

const outDir = join(projectRoot, 'out/bench');

await build({
  root: projectRoot,
  configFile: false,
  logLevel: 'warn',
  resolve: { alias: { '@shared': resolve(projectRoot, 'src/shared') } },
  build: {
    ssr: join(projectRoot, 'test/bench/main.ts'),
    outDir,
    target: 'node20',
    emptyOutDir: true,
    rollupOptions: { output: { entryFileNames: 'bench.mjs' } },
  },
});

const { status } = spawnSync(
  process.execPath,
  [
    '--expose-gc',
    join(outDir, 'bench.mjs'),
    ...process.argv.slice(2),
    join(projectRoot, 'bench-results.json'),
  ],
  { cwd: projectRoot, stdio: 'inherit' },
);
process.exitCode = status ?? 1;
