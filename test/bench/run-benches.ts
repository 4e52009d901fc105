import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { generatedWorkspace } from './generated-workspace';
import { benchImport } from './import-bench';
import { type Result, table } from './report';
import { benchFormulas, benchScenario } from './scenario-bench';
import { benchWorkspace } from './workspace-bench';

const importedRows = 100_000;
const onlyWhatIf = process.argv.includes('--what-if');
const isLarge = process.argv.includes('--large');
const orders = isLarge ? 1_000_000 : 100_000;

/** Runs all of them, prints a table and writes the results to the file that the last argument names. */
export async function runBenches(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'quotabench-bench-'));
  try {
    const results = onlyWhatIf
      ? [...(await whatIfResults(folder)), ...(await benchFormulas(folder))]
      : [
          ...(await importResults(folder)),
          ...(await workspaceResults(folder)),
          ...(await benchFormulas(folder)),
        ];
    process.stdout.write(`${table(results)}\n`);
    const machine = { cpu: cpus()[0]?.model ?? '', cores: cpus().length, node: process.version };
    const document = { at: new Date().toISOString(), machine, importedRows, orders, results };
    writeFileSync(process.argv.at(-1) ?? 'bench-results.json', `${JSON.stringify(document, null, 2)}\n`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function importResults(folder: string): Promise<readonly Result[]> {
  process.stderr.write(`Importing a workbook of ${importedRows} rows …\n`);
  return benchImport(folder, importedRows, isLarge);
}

async function whatIfResults(folder: string): Promise<readonly Result[]> {
  process.stderr.write(`What-if over ${orders} orders …\n`);
  const session = await generatedWorkspace(folder, orders);
  const results = await benchScenario(session);
  session.close();
  return results;
}

async function workspaceResults(folder: string): Promise<readonly Result[]> {
  process.stderr.write(`Working in a workspace of ${orders} orders …\n`);
  const session = await generatedWorkspace(folder, orders);
  const results = await benchWorkspace(session);
  session.close();
  return results;
}
