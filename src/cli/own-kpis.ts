import { readFile } from 'node:fs/promises';
import { checkOwnKpi } from '@shared/kpi/own/check-own-kpi';
import type { OwnKpiProblem } from '@shared/kpi/own/compile-own-kpi';
import type { OwnKpi } from '@shared/kpi/own/own-kpi';
import { ownKpisText, ownKpiText, readOwnKpisText } from '@shared/kpi/own/own-kpi-text';
import { errorSentence } from '@shared/language/sentence';
import { QuotabenchError } from '@shared/model/error';
import { basesFirst, defineOwnKpis } from '../main/database/kpi/define-own-kpis';
import { readOwnKpis } from '../main/database/kpi/own-kpi-rows';
import { removeOwnKpi, usesOfKpi } from '../main/database/kpi/own-kpi-uses';
import type { WorkspaceSession } from '../main/workspace/workspace-session';
import { BadArgument } from './command';
import { type Terminal, writeJson, writeTable } from './terminal';

export const ownKpiActions = ['define', 'list', 'print', 'remove'] as const;
export type OwnKpiAction = (typeof ownKpiActions)[number];

export interface OwnKpiOptions {
  readonly json?: true;
  readonly withUses?: true;
}

/**
 * What `kpi` does with the KPIs that are defined in a workspace: takes definitions from a JSON file, lists them, prints them in the
 * form in which they are taken, and deletes them.
 * @throws BadArgument with the spot underlined where a formula goes wrong.
 */
export async function runOwnKpiAction(
  action: OwnKpiAction,
  argument: string | undefined,
  { session, terminal, options }: OwnKpiContext,
): Promise<void> {
  switch (action) {
    case 'define':
      return define(session, terminal, needed(action, 'a JSON file', argument), options);
    case 'list':
      return list(session, terminal, options);
    case 'print':
      return print(session, terminal, argument);
    case 'remove':
      return remove(session, terminal, needed(action, 'an id', argument), options);
  }
}

interface OwnKpiContext {
  readonly session: WorkspaceSession;
  readonly terminal: Terminal;
  readonly options: OwnKpiOptions;
}

function needed(action: OwnKpiAction, what: string, argument: string | undefined): string {
  if (argument === undefined) throw new BadArgument(`kpi ${action} takes ${what}.`);
  return argument;
}

async function define(
  session: WorkspaceSession,
  terminal: Terminal,
  file: string,
  { json }: OwnKpiOptions,
): Promise<void> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new QuotabenchError('sourceUnreadable', { file, detail: error.code ?? error.message });
  });
  const definitions = readOwnKpisText(text);
  refuseWrong(definitions, readOwnKpis(session.connection));
  const kpis = defineOwnKpis(session, definitions);
  if (json) writeJson(terminal, { kpis });
  else for (const { id, formula } of kpis) terminal.stdout.write(`Defined ${id} = ${formula}.\n`);
}

/** Says all that is wrong at once, as a person who writes a file wants to know it. */
function refuseWrong(definitions: readonly OwnKpi[], own: readonly OwnKpi[]): void {
  let known = own;
  const found = basesFirst(definitions).flatMap((definition) => {
    const replaces = known.some(({ id }) => id === definition.id) ? definition.id : null;
    const { problems } = checkOwnKpi(definition, known, { replaces });
    known = [...known.filter(({ id }) => id !== definition.id), definition];
    return problems.map((problem) => written(definition, problem));
  });
  if (found.length > 0) throw new BadArgument(found.join('\n'));
}

function written({ id, formula }: OwnKpi, { measure, span, error }: OwnKpiProblem): string {
  const where = measure === undefined ? id : `${id}, ${measure}`;
  const sentence = `${where}: ${errorSentence(error, 'en')}`;
  if (span === undefined) return sentence;
  const marks = ' '.repeat(span.from) + '^'.repeat(Math.max(1, span.to - span.from));
  return `${sentence}\n  ${formula.replace(/\s/g, ' ')}\n  ${marks}`;
}

function list(session: WorkspaceSession, terminal: Terminal, { json }: OwnKpiOptions): void {
  const kpis = readOwnKpis(session.connection);
  if (json) writeJson(terminal, { kpis });
  else
    writeTable(
      terminal,
      ['KPI', 'Name', 'Unit', 'Formula'],
      kpis.map(({ id, name, unit, formula }) => [id, name, unit, formula]),
    );
}

function print(session: WorkspaceSession, terminal: Terminal, id: string | undefined): void {
  const kpis = readOwnKpis(session.connection);
  if (id === undefined) {
    terminal.stdout.write(ownKpisText(kpis));
    return;
  }
  const found = kpis.find((kpi) => kpi.id === id);
  if (found === undefined) throw new QuotabenchError('ownKpiMissing', { id });
  terminal.stdout.write(ownKpiText(found));
}

function remove(session: WorkspaceSession, terminal: Terminal, id: string, options: OwnKpiOptions): void {
  const { dashboards, targets } = usesOfKpi(session.connection, id);
  if (!options.withUses && dashboards + targets > 0) {
    const uses = [counted(dashboards, 'dashboard'), counted(targets, 'target')].flat().join(' and ');
    throw new QuotabenchError('ownKpiInUse', { id, uses });
  }
  const name = readOwnKpis(session.connection).find((kpi) => kpi.id === id)?.name ?? id;
  session.change({ code: 'removeOwnKpi', parameters: { name } }, (recorder) =>
    removeOwnKpi(session.connection, recorder, id),
  );
  if (options.json) writeJson(terminal, { removed: id });
  else terminal.stdout.write(`Deleted ${id}.\n`);
}

function counted(count: number, what: string): readonly string[] {
  return count === 0 ? [] : [`${count} ${what}${count === 1 ? '' : 's'}`];
}
