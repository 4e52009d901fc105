/**
 * `npm run bench [-- --large]`: times test/bench, prints a table and writes bench-results.json.
 * `--large` works in a workspace of a million orders instead of a hundred thousand, and imports a workbook of Excel's full length and
 * a million lines of text; `--what-if` times what-if alone.
 */
import { join } from 'node:path';
import { projectRoot } from './project-root.mjs';
import { runTestProgram } from './run-test-program.mjs';

process.exitCode = await runTestProgram('bench', {
  nodeOptions: ['--expose-gc'],
  args: [...process.argv.slice(2), join(projectRoot, 'bench-results.json')],
});
