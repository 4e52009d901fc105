/**
 * `npm run fuzz [-- COUNT [FIRST]]`: builds test/fuzz and imports COUNT damaged spreadsheets, 10,000 without it. A failure
 * names its seed: `npm run fuzz -- 1 SEED` makes the same file again.
 */
import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { build } from 'vite';
import { projectRoot } from './project-root.mjs';

const outDir = join(projectRoot, 'out/fuzz');

await build({
  root: projectRoot,
  configFile: false,
  logLevel: 'warn',
  resolve: { alias: { '@shared': resolve(projectRoot, 'src/shared') } },
  build: {
    ssr: join(projectRoot, 'test/fuzz/main.ts'),
    outDir,
    target: 'node20',
    emptyOutDir: true,
    rollupOptions: { output: { entryFileNames: 'fuzz.mjs' } },
  },
});

const { status } = spawnSync(process.execPath, [join(outDir, 'fuzz.mjs'), ...process.argv.slice(2)], {
  cwd: projectRoot,
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
