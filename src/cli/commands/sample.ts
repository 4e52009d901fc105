import { createSampleWorkspace } from '../../main/workspace/sample-workspace';
import type { Command, JsonOption } from '../command';
import { writeJson } from '../terminal';

export const sampleCommand: Command = {
  register: (program, terminal) => {
    program
      .command('sample')
      .description('create the sample workspace: two years of a sales team, filled')
      .argument('<workspace>', 'the file to create; refuses to overwrite')
      .option('--json', 'reply as one JSON document')
      .action(async (path: string, { json }: JsonOption) => {
        const session = await createSampleWorkspace(path);
        const { counts, dataRange } = session.info();
        session.close();
        if (json) writeJson(terminal, { path, counts, dataRange });
        else
          terminal.stdout.write(`Created ${path}: ${counts.opportunities} deals, ${counts.orders} orders.\n`);
      });
  },
};
