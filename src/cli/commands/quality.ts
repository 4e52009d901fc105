import { qualitySentence } from '@shared/language/sentence';
import { type DatasetId, datasetIds, isDatasetId } from '@shared/model/dataset';
import { QualityReader } from '../../main/database/quality/quality-reader';
import { BadArgument, type Command, type JsonOption, withWorkspace } from '../command';
import { writeJson, writeTable } from '../terminal';

interface QualityOptions extends JsonOption {
  readonly dataset?: readonly string[];
}

export const qualityCommand: Command = {
  register: (program, terminal) => {
    program
      .command('quality')
      .description('rows that are missing something, out of range, twice there or without a home')
      .argument('<workspace>')
      .option('--dataset <id...>', 'which datasets; all when left out')
      .option('--json', 'reply as one JSON document')
      .action((path: string, { dataset, json }: QualityOptions) => {
        const chosen = datasetsOf(dataset);
        return withWorkspace(path, (session) => {
          const reader = new QualityReader(session);
          const found = chosen.flatMap((id) => {
            const { rows, findings } = reader.report(id);
            return rows === 0 ? [] : [{ dataset: id, rows, findings }];
          });
          const told = found.map(({ dataset: id, rows, findings }) => ({
            dataset: id,
            rows,
            findings: findings.map(({ id: check, count, ...finding }) => ({
              check,
              rows: count,
              kind: finding.kind,
              finding: qualitySentence(id, finding, 'en'),
            })),
          }));
          if (json) writeJson(terminal, { quality: told });
          else
            writeTable(
              terminal,
              ['Dataset', 'Rows', 'Kind', 'Finding'],
              told.flatMap(({ dataset: id, findings }) =>
                findings.map(({ rows, kind, finding }) => [id, String(rows), kind, finding]),
              ),
            );
        });
      });
  },
};

function datasetsOf(named: readonly string[] | undefined): readonly DatasetId[] {
  return (
    named?.map((id) => {
      if (!isDatasetId(id)) throw new BadArgument(`--dataset takes ${datasetIds.join(', ')}, not ${id}.`);
      return id;
    }) ?? datasetIds
  );
}
