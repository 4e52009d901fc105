import { extname } from 'node:path';
import { type KpiDimension, kpiDimensions } from '@shared/kpi/declaration';
import { type DatasetId, datasetIds, isDatasetId } from '@shared/model/dataset';
import { exportDataset } from '../../main/export/export-dataset';
import { exportKpis } from '../../main/export/export-kpis';
import type { TableFormat } from '../../main/export/write-table';
import type { WorkspaceSession } from '../../main/workspace/workspace-session';
import { BadArgument, type Command, type JsonOption, withProgress, withWorkspace } from '../command';
import { kpiDimensionOf } from '../kpi-dimension';
import { type PeriodOptions, periodOf } from '../period';
import { type Terminal, writeJson } from '../terminal';

interface ExportOptions extends JsonOption, PeriodOptions {
  readonly dataset?: string;
  readonly report?: string;
  readonly kpi?: readonly string[];
  readonly by?: string;
  readonly locale: string;
}

export const exportCommand: Command = {
  register: (program, terminal) => {
    program
      .command('export')
      .description('write a dataset or the KPI table to a workbook or a text file')
      .argument('<workspace>')
      .argument('<file>', 'ends in .xlsx or .csv; is replaced where it exists')
      .option('--dataset <dataset>', `one of ${datasetIds.join(', ')}`)
      .option('--report <report>', 'kpi: the KPI table')
      .option('--kpi <id...>', 'which KPIs; all when left out')
      .option('--from <date>', 'first day of the KPIs, YYYY-MM-DD')
      .option('--to <date>', 'last day, inclusive')
      .option('--by <dimension>', `one of ${kpiDimensions.join(', ')}`)
      .option('--locale <locale>', 'of headings, and of numbers in text files, such as nb-NO', 'en-GB')
      .option('--json', 'reply as one JSON document')
      .action((workspace: string, path: string, options: ExportOptions) => {
        const subject = subjectOf(options);
        const format = formatOf(path);
        return withWorkspace(workspace, async (session) => {
          const exported = await write(session, subject, { path, format, options, terminal });
          if (options.json) writeJson(terminal, exported);
          else terminal.stdout.write(`Wrote ${exported.rows} rows to ${exported.path}.\n`);
        });
      });
  },
};

type Subject =
  | { readonly kind: 'dataset'; readonly dataset: DatasetId }
  | { readonly kind: 'kpis'; readonly by: KpiDimension | undefined };

function subjectOf({ dataset, report, by }: ExportOptions): Subject {
  if (dataset !== undefined && report !== undefined)
    throw new BadArgument('Give --dataset or --report, not both.');
  if (dataset !== undefined) {
    if (!isDatasetId(dataset))
      throw new BadArgument(`--dataset takes one of ${datasetIds.join(', ')}, not ${dataset}.`);
    return { kind: 'dataset', dataset };
  }
  if (report === undefined) throw new BadArgument('Say what to export: --dataset or --report kpi.');
  if (report !== 'kpi') throw new BadArgument(`--report takes kpi, not ${report}.`);
  return { kind: 'kpis', by: by === undefined ? undefined : kpiDimensionOf(by) };
}

function formatOf(path: string): TableFormat {
  const ending = extname(path).toLowerCase();
  if (ending === '.xlsx') return 'xlsx';
  if (ending === '.csv') return 'csv';
  throw new BadArgument(`The file to write must end in .xlsx or .csv: ${path}.`);
}

interface Destination {
  readonly path: string;
  readonly format: TableFormat;
  readonly options: ExportOptions;
  readonly terminal: Terminal;
}

function write(
  session: WorkspaceSession,
  subject: Subject,
  { path, format, options, terminal }: Destination,
): Promise<{ readonly path: string; readonly rows: number }> {
  const { locale } = options;
  const file = { path, format, locale, language: /^(nb|nn|no)\b/i.test(locale) ? 'nb' : 'en' } as const;
  return withProgress(terminal, 'Exporting', (job) => {
    if (subject.kind === 'dataset') {
      const query = { dataset: subject.dataset, sort: [], filter: [], search: '' };
      return exportDataset(session, query, file, job);
    }
    const { by } = subject;
    const request = {
      ...periodOf(options, session.info()),
      ...(options.kpi ? { kpis: options.kpi } : {}),
      ...(by ? { by } : {}),
    };
    return exportKpis(session, request, file, job);
  });
}
