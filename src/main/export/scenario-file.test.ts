import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { scenarioSchema } from '@shared/scenario/scenario';
import { readScenarioText } from '@shared/scenario/scenario-text';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { saveScenario } from '../database/scenario/scenario-rows';
import { WorkspaceSession } from '../workspace/workspace-session';
import { writeScenarioFile } from './scenario-file';

let folder: string;
let session: WorkspaceSession;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'quotabench-scenario-file-'));
  session = await WorkspaceSession.create(join(folder, 'file.qbench'));
});

afterEach(() => {
  session.close();
  rmSync(folder, { recursive: true });
});

describe('a scenario file', () => {
  it('gives back the scenario that was written, all of it', async () => {
    const scenario = scenarioSchema.parse({
      name: 'Dearer',
      description: 'Five per cent on A',
      from: '2026-01-01',
      to: '2026-12-31',
      adjustments: [
        {
          id: 'a',
          lever: 'price',
          where: { product: ['A'] },
          op: 'scale',
          value: 1.05,
          elasticity: -1.4,
          locked: true,
        },
      ],
      uncertainty: [
        { adjustment: 'a', field: 'elasticity', distribution: 'triangular', low: -2, mode: -1.4, high: -0.9 },
      ],
    });
    const { id } = saveScenario(session, scenario);
    const path = join(folder, 'dearer.json');
    await writeScenarioFile(session.connection, id, path);
    expect(readScenarioText(readFileSync(path, 'utf8'), path)).toEqual(scenario);
  });

  it('that is none is refused with the field at fault', () => {
    const text = JSON.stringify({
      name: 'X',
      from: '2026-01-01',
      to: '2026-12-31',
      adjustments: [{ id: 'a', lever: 'luck' }],
    });
    expect(() => readScenarioText(text, 'x.json')).toThrow(/notScenarioFile.*adjustments\.0\.lever/);
    expect(() => readScenarioText('a,b', 'x.json')).toThrow(/scenarioFileNotJson/);
  });

  it('is not written for a scenario that is gone', async () => {
    await expect(writeScenarioFile(session.connection, 9, join(folder, 'x.json'))).rejects.toThrow(
      /scenarioMissing/,
    );
  });
});
