import type { CurrencyMark } from '@shared/format/currency-mark';
import type { JobControl } from '@shared/ipc/operation';
import { mostCurrencies } from '../cell-store';
import { currencyOfFormat } from '../currency-format';
import type { SourceSheet } from '../source-sheet';
import { unpackEntry, unpackInPieces, type ZipEntry } from '../zip-archive';
import { showsDates } from './date-format';
import { SharedStrings } from './shared-strings';
import { type NumberFormat, type ScannedSheet, SheetScan, type WorkbookParts } from './sheet-scan';
import { attributesOf } from './xml-text';

export interface XlsxContent {
  readonly sheets: readonly SourceSheet[];
  readonly hasMacros: boolean;
}

/**
 * Reads an .xlsx or .xlsm workbook part by part, and its sheets as they are unpacked: many times faster and smaller than by building
 * a model of the whole. Parts and their relations are those of ECMA-376 part 1, chapters 9 and 12.
 *
 * @returns null where the file is anything but the plain form that Excel and most programs write; the general reader takes it.
 * @throws BeyondLimits those of `SheetScan`; QuotabenchError `cancelled`.
 */
export async function readXlsx(
  bytes: Buffer,
  entries: readonly ZipEntry[],
  job: JobControl,
): Promise<XlsxContent | null> {
  const byName = new Map(entries.map((entry) => [entry.name, entry] as const));
  const part = partsOf(bytes, byName);
  const workbook = textOf(part('xl/workbook.xml'));
  const relations = textOf(part('xl/_rels/workbook.xml.rels'));
  if (workbook === null || relations === null || !/<workbook[\s>]/.test(workbook)) return null;
  const targets = targetsById(relations);
  const shared = parts(workbook, part);
  if (shared === null) return null;
  const sheets: SourceSheet[] = [];
  for (const [tag] of workbook.matchAll(/<sheet\s[^>]*>/g)) {
    const attributes = attributesOf(tag);
    const target = targets.get(attributes.get('id') ?? '') ?? '';
    const entry = target.includes('worksheets/') ? byName.get(target) : undefined;
    const sheet = entry === undefined ? null : await scanEntry(bytes, entry, shared, job);
    if (sheet === null) return null;
    const visible = (attributes.get('state') ?? 'visible') === 'visible';
    sheets.push({ name: attributes.get('name') ?? '', hidden: !visible, ...sheet });
  }
  const hasMacros = byName.has('xl/vbaProject.bin');
  return sheets.length === 0 ? null : { sheets, hasMacros };
}

async function scanEntry(
  bytes: Buffer,
  entry: ZipEntry,
  shared: WorkbookParts,
  job: JobControl,
): Promise<ScannedSheet | null> {
  const scan = new SheetScan(shared);
  for await (const chunk of unpackInPieces(bytes, entry)) {
    if (chunk === null || !scan.take(chunk)) return null;
    job.progress(scan.rows, scan.expectedRows);
    await job.breathe();
  }
  return scan.finish();
}

type PartReader = (name: string) => Buffer | null;

function partsOf(bytes: Buffer, byName: ReadonlyMap<string, ZipEntry>): PartReader {
  return (name) => {
    const entry = byName.get(name);
    return entry === undefined ? null : unpackEntry(bytes, entry);
  };
}

/** More does not fit into one string. */
const longestText = 500_000_000;

/** Null where there is no such part, or where it is not in UTF-8. */
function textOf(part: Buffer | null): string | null {
  if (part === null || part.length > longestText || part[0] === 0xff || part[0] === 0xfe) return null;
  return part.toString('utf8');
}

function targetsById(relations: string): ReadonlyMap<string, string> {
  const targets = new Map<string, string>();
  for (const [tag] of relations.matchAll(/<Relationship\s[^>]*>/g)) {
    const attributes = attributesOf(tag);
    const target = attributes.get('Target') ?? '';
    targets.set(attributes.get('Id') ?? '', target.startsWith('/') ? target.slice(1) : `xl/${target}`);
  }
  return targets;
}

function parts(workbook: string, part: PartReader): WorkbookParts | null {
  const strings = sharedStrings(part);
  const formats = numberFormats(part);
  if (strings === null || formats === null) return null;
  const properties = /<workbookPr\s[^>]*>/.exec(workbook)?.[0] ?? '';
  const date1904 = ['1', 'true', 'on'].includes(attributesOf(properties).get('date1904') ?? '');
  return { strings, ...formats, date1904 };
}

/** A workbook without texts has no such part. Null where it is unreadable. */
function sharedStrings(part: PartReader): SharedStrings | null {
  const xml = part('xl/sharedStrings.xml');
  return xml === null ? SharedStrings.none : SharedStrings.in(xml);
}

/** The formats for dates that have a number but no code in the file: ECMA-376 part 1, 18.8.30, the East Asian ones included. */
function isBuiltInDate(number: number): boolean {
  return (
    (number >= 14 && number <= 22) ||
    (number >= 27 && number <= 36) ||
    (number >= 45 && number <= 47) ||
    (number >= 50 && number <= 58)
  );
}

/** Those that show the currency which the reader's machine is set to, whatever code the file gives them. */
function isBuiltInCurrency(number: number): boolean {
  return (number >= 5 && number <= 8) || (number >= 37 && number <= 44);
}

/** What each cell format of `cellXfs` shows. A workbook without formats has none; null where they are unreadable. */
function numberFormats(part: PartReader): Pick<WorkbookParts, 'formats' | 'currencies'> | null {
  const packed = part('xl/styles.xml');
  if (packed === null) return { formats: [], currencies: [] };
  const xml = textOf(packed);
  if (xml === null || !/<styleSheet[\s>]/.test(xml)) return null;
  const codes = new Map<number, string>();
  for (const [tag] of xml.matchAll(/<numFmt\s[^>]*>/g)) {
    const attributes = attributesOf(tag);
    codes.set(Number(attributes.get('numFmtId')), attributes.get('formatCode') ?? '');
  }
  const currencies: CurrencyMark[] = [];
  const known = new Map<number, NumberFormat>();
  const formatOf = (number: number): NumberFormat => {
    const code = codes.get(number);
    const isDate = code === undefined ? isBuiltInDate(number) : showsDates(code);
    const shown = isDate || code === undefined || isBuiltInCurrency(number) ? null : currencyOfFormat(code);
    const isNamed = shown !== null && currencies.length < mostCurrencies;
    return { isDate, currency: isNamed ? currencies.push(shown) - 1 : -1 };
  };
  const cellFormats = /<cellXfs[\s>][\s\S]*?<\/cellXfs>/.exec(xml)?.[0] ?? '';
  const formats = Array.from(cellFormats.matchAll(/<xf\s[^>]*>/g), ([tag]) => {
    const number = Number(attributesOf(tag).get('numFmtId') ?? 0);
    const format = known.get(number) ?? formatOf(number);
    known.set(number, format);
    return format;
  });
  return { formats, currencies };
}
