import { datasetIds } from '@shared/model/dataset';
import { type Command, type JsonOption, withWorkspace } from '../command';
import { type ImportOptions, importSources, reportImport } from '../import-sources';

export const importCommand: Command = {
  register: (program, terminal) => {
    program
      .command('import')
      .description('import spreadsheets; without --as or --mapping it detects what they hold')
      .argument('<workspace>')
      .argument('<source...>', '.xlsx, .xls, .ods or .csv files')
      .option('--sheet <name>', 'the sheet to import')
      .option('--range <cells>', 'the cells of the table, such as A5:K900; the first row holds the headings')
      .option('--as <dataset>', `one of ${datasetIds.join(', ')}`)
      .option('--mapping <file>', 'a JSON file that maps columns to fields')
      .option(
        '--template <name>',
        'a mapping saved under a name, or that of a program: salesforce:opportunities',
      )
      .option('--key <field...>', 'update the rows that are there with the same values in these fields')
      .option('--locale <locale>', 'how numbers and dates are written, such as nb-NO')
      .option('--encoding <name>', 'of a text file, such as windows-1252')
      .option('--leave-out-hidden', 'without the rows that the workbook hides')
      .option('--json', 'reply as one JSON document')
      .action((path: string, sources: string[], options: ImportOptions & JsonOption) =>
        withWorkspace(path, async (session) => {
          const batches = await importSources(session, terminal, sources, options);
          reportImport(terminal, batches, options.json === true);
        }),
      );
  },
};
