import type { OwnKpi } from '@shared/kpi/own/own-kpi';
import { describe, expect, it } from 'vitest';
import type { WorkspaceSession } from '../../workspace/workspace-session';
import { readBrokenKpis } from './broken-own-kpis';
import { readKpiCatalogue } from './kpi-catalogue';
import { emptyWorkspace } from './kpi-workspace.fixture';

function onKpi(id: string, name: string, kpi: string): OwnKpi {
  return { id, name, unit: 'money', direction: 'up', measures: { base: { kpi } }, formula: 'base' };
}

/** Puts definitions into the workspace as they stand, as another version may have left them. */
function store(session: WorkspaceSession, definitions: readonly { readonly id: string }[]): void {
  session.change({ code: 'ownKpis', parameters: { count: definitions.length } }, (recorder) => {
    for (const definition of definitions) {
      recorder.insert('own_kpi', { kpi: definition.id, definition: JSON.stringify(definition) });
    }
  });
}

describe('own KPIs that cannot be reckoned', () => {
  it('are named with the KPI that is gone, and so are those that build on them', async () => {
    const session = await emptyWorkspace();
    store(session, [
      onKpi('double', 'Twice', 'gone_kpi'),
      onKpi('twofold', 'Twofold', 'double'),
      onKpi('fine', 'Fine', 'revenue'),
    ]);
    expect(readBrokenKpis(session.connection)).toEqual([
      {
        id: 'double',
        name: 'Twice',
        isReadable: true,
        error: { code: 'ownKpiBaseGone', parameters: { kpi: 'gone_kpi' } },
      },
      {
        id: 'twofold',
        name: 'Twofold',
        isReadable: true,
        error: { code: 'ownKpiBaseBroken', parameters: { kpi: 'Twice' } },
      },
    ]);
    expect(readKpiCatalogue(session.connection).flatMap(({ own }) => own?.name ?? [])).toEqual(['Fine']);
  });

  it('are named where a newer version wrote what this one cannot read', async () => {
    const session = await emptyWorkspace();
    store(session, [{ ...onKpi('later', 'From later', 'revenue'), unit: 'parsec' } as { id: string }]);
    expect(readBrokenKpis(session.connection)).toEqual([
      {
        id: 'later',
        name: 'From later',
        isReadable: false,
        error: { code: 'ownKpiUnreadable', parameters: { field: 'unit' } },
      },
    ]);
  });

  it('are none where all can be reckoned', async () => {
    const session = await emptyWorkspace();
    store(session, [onKpi('fine', 'Fine', 'revenue')]);
    expect(readBrokenKpis(session.connection)).toEqual([]);
  });
});
