import { QuotabenchError } from '@shared/model/error';
import { checkDatabase } from '../../main/database/check-database';
import { WorkspaceSession } from '../../main/workspace/workspace-session';
import type { Command, JsonOption } from '../command';
import { writeJson } from '../terminal';

export const checkCommand: Command = {
  register: (program, terminal) => {
    program
      .command('check')
      .description('look whether a workspace is whole')
      .argument('<workspace>')
      .option('--json', 'reply as one JSON document')
      .action(async (path: string, { json }: JsonOption) => {
        const session = await WorkspaceSession.open(path);
        const report = checkDatabase(session.connection);
        session.close();
        if (json) writeJson(terminal, { path, ...report });
        else
          terminal.stdout.write(
            `${path}: format ${report.format}, ${report.whole ? 'whole' : report.problems.join('; ')}.\n`,
          );
        if (!report.whole)
          throw new QuotabenchError('workspaceDamaged', { path, detail: report.problems[0] ?? '' });
      });
  },
};
