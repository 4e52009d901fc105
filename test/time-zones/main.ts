import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { inspectSource } from '../../src/main/import/inspect-source';
import { runImport } from '../../src/main/import/run-import';
import { WorkspaceSession } from '../../src/main/workspace/workspace-session';
import { unattended } from '../../src/shared/ipc/operation';
import { datasetIds, datasets } from '../../src/shared/model/dataset';

/** `time-zones FILE…`: imports each file into a workspace of its own and prints, by file, all its dates as they are stored. */
const folder = mkdtempSync(join(tmpdir(), 'quotabench-time-zone-'));
const dates: Record<string, unknown> = {};
for (const path of process.argv.slice(2)) {
  const session = await WorkspaceSession.create(join(folder, `${basename(path)}.qbench`));
  const { sheet, headerRow, dataset, locale, dateOrder, unpivot, columns } = await inspectSource({ path });
  const plan = { path, sheet, headerRow, dataset, locale, dateOrder, unpivot, columns, key: [] };
  await runImport(session, plan, unattended);
  dates[basename(path)] = datasetIds.flatMap((id) =>
    datasets[id].fields
      .filter(({ type }) => type.kind === 'date')
      .flatMap((field) =>
        session.connection
          .tuples(`SELECT ${field.id} FROM ${id} WHERE ${field.id} IS NOT NULL ORDER BY id`)
          .map(([date]) => date),
      ),
  );
  session.close();
}
rmSync(folder, { recursive: true });
const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
console.log(JSON.stringify({ timeZone, midnight: new Date(2026, 6, 1).toISOString(), dates }));
