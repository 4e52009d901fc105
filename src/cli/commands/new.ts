import { WorkspaceSession } from '../../main/workspace/workspace-session';
import { BadArgument, type Command, type JsonOption } from '../command';
import { writeJson } from '../terminal';

interface NewOptions extends JsonOption {
  readonly currency?: string;
}

export const newCommand: Command = {
  register: (program, terminal) => {
    program
      .command('new')
      .description('create an empty workspace; refuses to overwrite')
      .argument('<workspace>', 'the file to create, usually ending in .qbench')
      .option('--currency <code>', 'the currency of its amounts, as in ISO 4217')
      .option('--json', 'reply as one JSON document')
      .action(async (path: string, { currency, json }: NewOptions) => {
        if (currency !== undefined && !/^[A-Z]{3}$/.test(currency)) {
          throw new BadArgument(
            `--currency takes a code of three capital letters such as NOK, not ${currency}.`,
          );
        }
        const session = await WorkspaceSession.create(path, currency === undefined ? {} : { currency });
        session.close();
        if (json) writeJson(terminal, { path: session.path });
        else terminal.stdout.write(`Created ${session.path}.\n`);
      });
  },
};
