import { QuotabenchError } from '@shared/model/error';
import type { Connection } from './connection';
import initial from './migrations/0001-initial.sql?raw';
import importChange from './migrations/0002-import-change.sql?raw';
import incentivePlans from './migrations/0003-incentive-plans.sql?raw';
import ownKpi from './migrations/0004-own-kpi.sql?raw';
import targetChanges from './migrations/0005-target-changes.sql?raw';
import leadCompany from './migrations/0006-lead-company.sql?raw';
import importTemplate from './migrations/0007-import-template.sql?raw';
import stageChanges from './migrations/0008-stage-changes.sql?raw';
import productElasticity from './migrations/0009-product-elasticity.sql?raw';

/** In order; a migration that has been released is never edited again. */
const migrations: readonly string[] = [
  initial,
  importChange,
  incentivePlans,
  ownKpi,
  targetChanges,
  leadCompany,
  importTemplate,
  stageChanges,
  productElasticity,
];

/** The format that this version writes: SQLite's `user_version`. */
export const currentFormat = migrations.length;

/** SQLite's `application_id` of a workspace: the letters QBCH. */
export const applicationId = 0x51424348;

/** Gives an empty database the current schema. */
export function createSchema(connection: Connection): void {
  connection.transaction(() => applyFrom(connection, 0));
  connection.script(`PRAGMA application_id = ${applicationId}`);
}

/**
 * Brings a workspace of an older format to the current one.
 * @throws QuotabenchError `notAWorkspace` for another program's SQLite file, `workspaceNewer` for a format not known yet.
 */
export function migrate(connection: Connection, path: string): void {
  if (connection.number('PRAGMA application_id') !== applicationId)
    throw new QuotabenchError('notAWorkspace', { path });
  const found = connection.number('PRAGMA user_version');
  if (found > currentFormat)
    throw new QuotabenchError('workspaceNewer', { path, found, known: currentFormat });
  if (found < currentFormat) connection.transaction(() => applyFrom(connection, found));
}

function applyFrom(connection: Connection, format: number): void {
  for (const migration of migrations.slice(format)) connection.script(migration);
  connection.script(`PRAGMA user_version = ${currentFormat}`);
}
