import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { generatedWorkspace } from './generated-workspace';
import { benchImport } from './import-bench';
import { alone, compared, type Result, table } from './report';
import { benchFormulas, benchScenario } from './scenario-bench';
import { benchWorkspace } from './workspace-bench';

/** Entry point of `npm run bench`: see `scripts/run-bench.mjs`. The last argument is the file that the results go to. */

const importedRows = 100_000;
const onlyWhatIf = process.argv.includes('--what-if');
const orders = process.argv.includes('--large') ? 1_000_000 : 100_000;

const folder = mkdtempSync(join(tmpdir(), 'quotabench-bench-'));
try {
  const results = onlyWhatIf
    ? [...(await whatIfResults()), ...(await benchFormulas(folder))]
    : [...(await importResults()), ...(await workspaceResults()), ...(await benchFormulas(folder))];
  process.stdout.write(`${table(results)}\n`);
  const machine = { cpu: cpus()[0]?.model ?? '', cores: cpus().length, node: process.version };
  const document = { at: new Date().toISOString(), machine, importedRows, orders, results };
  writeFileSync(process.argv.at(-1) ?? 'bench-results.json', `${JSON.stringify(document, null, 2)}\n`);
} finally {
  rmSync(folder, { recursive: true });
}

async function importResults(): Promise<readonly Result[]> {
  process.stderr.write(`Importing a workbook of ${importedRows} rows …\n`);
  const [sheetJs, streaming, ours] = await benchImport(folder, importedRows);
  if (!sheetJs || !streaming || !ours) return [];
  return [alone(sheetJs), alone(streaming), compared(ours, sheetJs), compared(ours, streaming)];
}

async function whatIfResults(): Promise<readonly Result[]> {
  process.stderr.write(`What-if over ${orders} orders …\n`);
  const session = await generatedWorkspace(folder, orders);
  const results = await benchScenario(session);
  session.close();
  return results;
}

async function workspaceResults(): Promise<readonly Result[]> {
  process.stderr.write(`Working in a workspace of ${orders} orders …\n`);
  const session = await generatedWorkspace(folder, orders);
  const results = await benchWorkspace(session);
  session.close();
  return results;
}
