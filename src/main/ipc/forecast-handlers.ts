import type { forecastOperations } from '@shared/ipc/forecast';
import type { Handlers } from '@shared/ipc/operation';
import { readAttainmentForecast } from '../database/forecast/read-attainment';
import { readProgressForecast } from '../database/forecast/read-progress';
import type { KpiReader } from '../database/kpi/kpi-reader';
import type { WorkspaceSession } from '../workspace/workspace-session';

/** @param reader reads the same workspace. */
export function forecastHandlers(
  session: WorkspaceSession,
  reader: KpiReader,
): Handlers<typeof forecastOperations> {
  return {
    'forecast.progress': ({ filter }) => ({ forecast: readProgressForecast(reader, filter) }),
    'forecast.attainment': (request) => ({
      forecast: readAttainmentForecast(session.connection, reader, request),
    }),
  };
}
