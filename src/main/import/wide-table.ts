import type { CurrencyMark } from '@shared/format/currency-mark';
import type { Unpivot } from '@shared/ipc/import';
import { choiceOf } from '@shared/model/choice-names';
import { activityTypes } from '@shared/model/dataset';
import { monthNumberOf } from '@shared/model/month-names';
import { parsePeriod } from '@shared/model/period';
import type { ColumnProfile } from './column-profile';
import { normalizedHeading } from './heading-names';
import type { TableArea } from './locate-table';
import { ListedRows, placeOf, rowsBetween } from './sheet-rows';
import { isBlank, type SourceCell, type SourceSheet, saysNothing, textOf } from './source-sheet';

/** Headings of the two columns that stand for the columns of a wide table; the window says them in its own language. */
const headingsOf: Readonly<Record<Unpivot['kind'], readonly [string, string]>> = {
  quotas: ['Period', 'Quota'],
  revenue: ['Period', 'Revenue'],
  activities: ['Activity type', 'Count'],
  competitors: ['Competitor', 'Price'],
  stages: ['Stage', 'Entered on'],
};

const revenueWords = /omsetning|salg\b|revenue|sales|turnover|inntekt/i;
const quotaWords = /kvote|quota|budsjett|budget|target|mål\b|salgsmål/i;

/**
 * The columns of a table whose headings are values themselves: periods, kinds of activity, competitors, or stages. Null where there
 * are none.
 * @param about texts around the table, such as the names of file and sheet and its title: they may tell year and measure.
 */
export function detectWide(columns: readonly ColumnProfile[], about: readonly string[]): Unpivot | null {
  const stages = stageColumns(columns);
  if (stages.length >= 2) return { kind: 'stages', columns: stages };
  const numeric = columns.filter(
    ({ filled, type, fits }) => filled === 0 || (type !== 'date' && fits.number >= 0.5),
  );
  const places = (fits: (heading: string) => boolean) =>
    numeric.filter(({ heading }) => fits(heading)).map(({ index }) => index);
  const activities = places((heading) => activityOf(heading) !== null);
  if (activities.length >= 2) return { kind: 'activities', columns: activities };
  const competitors = places((heading) => competitorOf(heading) !== null);
  if (competitors.length >= 2) return { kind: 'competitors', columns: competitors };
  const year = yearIn(about);
  const periods = places((heading) => periodOf(heading, year) !== null);
  if (periods.length < 3) return null;
  const isRevenue =
    about.some((text) => revenueWords.test(text)) && !about.some((text) => quotaWords.test(text));
  return { kind: isRevenue ? 'revenue' : 'quotas', columns: periods };
}

/**
 * Columns that say when a deal entered the stage in their heading. A sheet that also has a column of stages is one of deals, and its
 * other columns would be lost in a history.
 */
function stageColumns(columns: readonly ColumnProfile[]): number[] {
  const isOfDeals = columns.some(({ heading }) => /^(deal |avtale)?(stage|fase)$/i.test(heading.trim()));
  if (isOfDeals) return [];
  return columns
    .filter(({ heading, type, filled }) => (filled === 0 || type === 'date') && stageOf(heading) !== null)
    .map(({ index }) => index);
}

/** `Date entered "Proposal (Sales Pipeline)"`, `Entered Proposal`, `Dato inn i Tilbud sendt`, `Gikk inn i «Tilbud»`. */
function stageOf(heading: string): string | null {
  const match =
    /^(?:date entered|entered|dato (?:gikk )?inn i|gikk inn i)\s+["'“”«]?(?<name>.+?)["'“”»]?$/i.exec(
      heading.trim(),
    );
  const name = match?.groups?.name?.trim() ?? '';
  return name === '' || /^(on|date|stage|current stage|by|fase|fasen)$/i.test(name) ? null : name;
}

/** Whether three columns or more bear the names of months, but nothing says of which year. */
export function lacksYear(columns: readonly ColumnProfile[], about: readonly string[]): boolean {
  return (
    yearIn(about) === null && columns.filter(({ heading }) => monthNumberOf(heading) !== null).length >= 3
  );
}

/** As long as Excel's longest sheet of a dozen columns four times over. */
const mostCells = 50_000_000;

/** Whether the rows that a wide table would be turned into can be held. */
export function canUnpivot(
  area: TableArea,
  columns: readonly ColumnProfile[],
  { columns: turned }: Unpivot,
): boolean {
  const rows = (area.endRow - area.firstRow) * turned.length;
  return rows * (columns.length - turned.length + 2) <= mostCells;
}

/** A table with one row for each cell of the columns that are turned into rows. */
export interface LongTable {
  readonly sheet: SourceSheet;
  readonly area: TableArea;
  /** The row of the source, from 0, in which each row of the sheet stands. */
  readonly sourceRows: readonly number[];
  /** The heading of the source's column in which each row's value stands. */
  readonly sourceHeadings: readonly string[];
}

/** Turns columns into rows: the other columns stand in each of them, followed by what the column's heading says and its cell. */
export function unpivotTable(
  sheet: SourceSheet,
  area: TableArea,
  columns: readonly ColumnProfile[],
  { kind, columns: chosen }: Unpivot,
  about: readonly string[],
): LongTable {
  const year = yearIn(about);
  const turned = columns.filter(({ index }) => chosen.includes(index));
  const kept = columns.filter(({ index }) => !chosen.includes(index));
  const rows: (readonly SourceCell[])[] = [[...kept.map(({ heading }) => heading), ...headingsOf[kind]]];
  const sourceRows = [area.headerRow];
  const sourceHeadings = [''];
  const currencies = new Map<number, CurrencyMark>();
  const names = turned.map(({ heading }) => nameOf(kind, heading, year));
  for (let row = area.firstRow; row < area.endRow; row += 1) {
    const cells = sheet.rows.row(row);
    const fixed = kept.map(({ index }) => cells[index] ?? null);
    for (const [at, { index, heading }] of turned.entries()) {
      const value = cells[index] ?? null;
      if (saysNothing(value)) continue;
      const currency = sheet.rows.showsCurrencies ? sheet.rows.currency(row, index) : null;
      if (currency !== null) currencies.set(placeOf(rows.length, kept.length + 1), currency);
      rows.push([...fixed, names[at] ?? heading, value]);
      sourceRows.push(row);
      sourceHeadings.push(heading);
    }
  }
  return {
    sheet: { ...sheet, rows: new ListedRows(rows, currencies) },
    area: {
      ...area,
      topRow: 0,
      headerRow: 0,
      firstRow: 1,
      endRow: rows.length,
      firstColumn: 0,
      endColumn: kept.length + 2,
    },
    sourceRows,
    sourceHeadings,
  };
}

function nameOf(kind: Unpivot['kind'], heading: string, year: string | null): string | null {
  switch (kind) {
    case 'activities':
      return activityOf(heading);
    case 'competitors':
      return competitorOf(heading);
    case 'stages':
      return stageOf(heading);
    case 'quotas':
    case 'revenue':
      return periodOf(heading, year);
  }
}

/** `Calls made` and `Antall samtaler` are calls. */
function activityOf(heading: string): string | null {
  const plain = normalizedHeading(heading)
    .replace(
      /\b(made|sent|scheduled|held|booked|count|number of|no of|antall|sendt|avholdt|booket|ringt)\b/g,
      ' ',
    )
    .trim();
  return choiceOf(plain, activityTypes) ?? choiceOf(plain.replace(' ', '-'), activityTypes);
}

/** `Competitor A`, `Competitor: Acme price`, `Konkurrent B pris`. */
function competitorOf(heading: string): string | null {
  const match = /^(?:competitor|konkurrent)\s*[:\-–_]?\s*(?<name>.+?)(?:\s+(?:price|pris))?$/i.exec(
    heading.trim(),
  );
  const name = match?.groups?.name?.trim() ?? '';
  if (name === '' || /^(name|price|pris|navn|s price)$/i.test(name)) return null;
  return name.length <= 2 ? heading.trim() : name;
}

/** A month without a year is that of the year that the texts around the table name. */
function periodOf(heading: string, year: string | null): string | null {
  const plain = heading
    .replace(/^(quota|kvote|budget|budsjett|target|mål|revenue|omsetning|sales|salg)\s+/i, '')
    .trim();
  const date = /^(\d{4}-\d{2})-01$/.exec(plain);
  if (date) return date[1] ?? null;
  const written = year === null ? null : withYear(plain, year);
  return written ?? (/^\d{4}$/.test(plain) && !/^(19|20)/.test(plain) ? null : parsePeriod(plain));
}

function withYear(plain: string, year: string): string | null {
  const month = monthNumberOf(plain);
  if (month !== null) return `${year}-${String(month).padStart(2, '0')}`;
  return /^[qk][1-4]$|^[1-4]\. ?(kvartal|quarter)$/i.test(plain) ? parsePeriod(`${plain} ${year}`) : null;
}

/** The one year that texts around a table name; null where they name none or several. */
export function yearIn(texts: readonly string[]): string | null {
  const years = new Set(texts.flatMap((text) => text.match(/(?<!\d)20\d{2}(?!\d)/g) ?? []));
  const [only] = years;
  return years.size === 1 && only !== undefined ? only : null;
}

/** The texts above a table. */
export function titlesOf({ rows }: SourceSheet, { topRow, headerRow }: TableArea): readonly string[] {
  return [...rowsBetween(rows, topRow, headerRow)].flatMap((row) =>
    row.filter((cell) => !isBlank(cell)).map(textOf),
  );
}
