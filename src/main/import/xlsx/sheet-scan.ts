import type { CurrencyMark } from '@shared/format/currency-mark';
import { CellStore } from '../cell-store';
import { BeyondLimits, DateCell, ErrorCell, type MergedCells, mostColumns, mostRows } from '../source-sheet';
import { TextTable } from '../text-table';
import { integerIn, numberIn } from './cell-value';
import { completeEnd } from './complete-end';
import { mergesIn } from './merged-cells';
import type { SharedStrings } from './shared-strings';
import { textOfRuns, unescapeXml } from './xml-text';

/** What a number stands for where its format says more than that it is one. */
export interface NumberFormat {
  readonly isDate: boolean;
  /** The place among the currencies of the workbook; −1 for none. */
  readonly currency: number;
}

const plainFormat: NumberFormat = { isDate: false, currency: -1 };

/** What the cells of all sheets of a workbook refer to. */
export interface WorkbookParts {
  readonly strings: SharedStrings;
  /** By the number of a cell's format, what it shows. */
  readonly formats: readonly NumberFormat[];
  /** The currencies that formats show. */
  readonly currencies: readonly CurrencyMark[];
  readonly date1904: boolean;
}

export interface ScannedSheet {
  readonly rows: CellStore;
  readonly merges: readonly MergedCells[];
  /** By hand, by a filter or by a fold; from 0. */
  readonly hiddenRows: ReadonlySet<number>;
}

const [lessThan, greaterThan, slash, equals, quote, apostrophe] = [0x3c, 0x3e, 0x2f, 0x3d, 0x22, 0x27];
const [exclamationMark, digitOne] = [0x21, 0x31];
const [letterA, letterC, letterI, letterN, letterO, letterR, letterS, letterT, letterV, letterW] = [
  0x41, 0x63, 0x69, 0x6e, 0x6f, 0x72, 0x73, 0x74, 0x76, 0x77,
];

/** Types of cells: ECMA-376 part 1, 18.18.11. */
type CellType = 'number' | 'shared' | 'boolean' | 'error' | 'date' | 'inline' | 'text';

/** What stands before the cells, and what may stand behind them. */
const longestBeginning = 16_000_000;
const longestRest = 64_000_000;

/** Stands for a place where the scan cannot go on. */
const unknownForm = -1;

/**
 * Reads the cells of a sheet's XML from its bytes as they come, in one pass and without a tree or text of the whole. Rows and cells
 * are those of ECMA-376 part 1, 18.3.1.4 and 18.3.1.73.
 */
export class SheetScan {
  private readonly store: CellStore;
  private waiting: Buffer = Buffer.alloc(0);
  /** A text that is longer than what has come so far is tried again when twice as much has come. */
  private triedAt = 0;
  private phase: 'before' | 'cells' | 'behind' = 'before';
  private claimedRows: number | null = null;
  /** The column behind the last cell. */
  private nextColumn = 0;
  private readonly hidden = new Set<number>();

  constructor(private readonly parts: WorkbookParts) {
    const own = new TextTable((bytes) => unescapeXml(bytes.toString('utf8')));
    this.store = new CellStore(parts.strings, own, parts);
  }

  /** How many rows have been read. */
  get rows(): number {
    return this.store.begun;
  }

  /** How many there are, as the sheet says of itself. */
  get expectedRows(): number | null {
    return this.claimedRows;
  }

  /**
   * Takes the next bytes of the sheet.
   * @returns false where the XML is of a form that it does not know for sure, such as prefixed elements or CDATA.
   * @throws BeyondLimits for rows or columns beyond those of Excel.
   */
  take(bytes: Buffer): boolean {
    this.waiting = this.waiting.length === 0 ? bytes : Buffer.concat([this.waiting, bytes]);
    return this.waiting.length < this.triedAt || this.scan(false);
  }

  /** Ends the sheet; null where it is of another form. */
  finish(): ScannedSheet | null {
    if (!this.scan(true) || this.phase === 'cells') return null;
    const merges = this.phase === 'behind' ? mergesIn(this.waiting) : [];
    return { rows: this.store, merges, hiddenRows: this.hidden };
  }

  private scan(isEnd: boolean): boolean {
    this.triedAt = 0;
    if (this.phase === 'before' && !this.findCells(isEnd)) return false;
    if (this.phase === 'cells') {
      const limit = isEnd ? this.waiting.length : completeEnd(this.waiting);
      if (limit === 0) this.triedAt = 2 * this.waiting.length;
      const at = this.scanCells(this.waiting, limit);
      if (at === unknownForm) return false;
      this.waiting = this.waiting.subarray(at);
    }
    return this.phase !== 'behind' || this.waiting.length <= longestRest;
  }

  /** Looks for where the cells begin; false where this is no worksheet. */
  private findCells(isEnd: boolean): boolean {
    const { waiting } = this;
    const root = waiting.indexOf('<worksheet');
    if (root > 4096 || (root < 0 && (isEnd || waiting.length > 4096))) return false;
    const start = root < 0 ? -1 : waiting.indexOf('<sheetData', root);
    const opening = start < 0 ? -1 : waiting.indexOf(greaterThan, start);
    if (opening < 0) return isEnd ? start < 0 : waiting.length < longestBeginning;
    const dimension = /<dimension ref="[A-Z]+\d+:[A-Z]+(\d{1,7})"/.exec(
      waiting.toString('latin1', root, start),
    );
    this.claimedRows = dimension === null ? null : Number(dimension[1]);
    this.phase = waiting[opening - 1] === slash ? 'behind' : 'cells';
    this.waiting = waiting.subarray(opening + 1);
    return true;
  }

  /** Reads rows and cells up to a limit behind a whole one; gives the place up to which all is read. */
  private scanCells(xml: Buffer, limit: number): number {
    let at = 0;
    for (;;) {
      while (at < limit && xml[at] !== lessThan) at += 1;
      if (at >= limit) return limit;
      const name = xml[at + 1];
      if (name === letterC && !isNameByte(xml[at + 2])) at = this.takeCell(xml, at + 2, limit);
      else if (name === letterR && xml[at + 2] === letterO && xml[at + 3] === letterW)
        at = this.takeRow(xml, at + 4, limit);
      else if (
        name === slash &&
        xml[at + 2] === letterS &&
        xml.toString('latin1', at + 2, at + 11) === 'sheetData'
      ) {
        this.phase = 'behind';
        return at;
      } else at = name === exclamationMark ? unknownForm : at + 1;
      if (at === unknownForm) return unknownForm;
    }
  }

  /** Begins the row whose tag's name ends at `from`; gives the place behind the tag. */
  private takeRow(xml: Buffer, from: number, limit: number): number {
    let number = this.store.begun + 1;
    let isHidden = false;
    let at = from;
    for (; at < limit && xml[at] !== greaterThan; at += 1) {
      const mark = xml[at];
      if (mark !== quote && mark !== apostrophe) continue;
      const close = closingQuote(xml, at, limit);
      if (xml[at - 2] === letterR && !isNameByte(xml[at - 3])) number = integerIn(xml, at + 1, close);
      else if (xml[at - 2] === letterN && xml.toString('latin1', at - 7, at - 1) === 'hidden')
        isHidden = xml[at + 1] === digitOne || xml[at + 1] === letterT;
      at = close;
    }
    if (number > mostRows) throw new BeyondLimits();
    if (!(number > this.store.begun)) return unknownForm;
    this.store.beginRow(number - 1);
    if (isHidden) this.hidden.add(number - 1);
    this.nextColumn = 0;
    return at + 1;
  }

  /** Reads the cell whose tag's name ends at `from`; gives the place behind it. */
  private takeCell(xml: Buffer, from: number, limit: number): number {
    let at = from;
    let column = -1;
    let format = 0;
    let type: CellType = 'number';
    for (; at < limit && xml[at] !== greaterThan; at += 1) {
      const mark = xml[at];
      if (mark !== quote && mark !== apostrophe) continue;
      const close = closingQuote(xml, at, limit);
      // Only attributes of one letter matter.
      if (xml[at - 1] === equals && !isNameByte(xml[at - 3])) {
        const letter = xml[at - 2];
        if (letter === letterR) column = columnIn(xml, at + 1, close);
        else if (letter === letterS) format = integerIn(xml, at + 1, close);
        else if (letter === letterT) type = typeIn(xml, at + 1, close);
      }
      at = close;
    }
    if (column < 0) column = this.nextColumn;
    if (column >= mostColumns) throw new BeyondLimits();
    if (this.store.begun === 0 || column < this.nextColumn) return unknownForm;
    this.nextColumn = column + 1;
    if (xml[at - 1] === slash) return at + 1;
    return this.takeContent(xml, at + 1, limit, column, format, type);
  }

  private takeContent(
    xml: Buffer,
    from: number,
    limit: number,
    column: number,
    format: number,
    type: CellType,
  ): number {
    if (xml[from] === lessThan && xml[from + 1] === letterV && xml[from + 2] === greaterThan) {
      const start = from + 3;
      let end = start;
      while (end < limit && xml[end] !== lessThan) end += 1;
      const isPlain =
        xml[end + 1] === slash &&
        xml[end + 2] === letterV &&
        xml[end + 3] === greaterThan &&
        xml[end + 4] === lessThan &&
        xml[end + 5] === slash &&
        xml[end + 6] === letterC &&
        xml[end + 7] === greaterThan;
      if (isPlain) {
        this.addValue(xml, start, end, column, format, type);
        return end + 8;
      }
    }
    const close = closingOfCell(xml, from, limit);
    if (close < 0) return unknownForm;
    this.addBetween(xml, from, close, column, format, type);
    return close + 4;
  }

  /** Adds the value that stands among other elements, such as a formula. */
  private addBetween(
    xml: Buffer,
    from: number,
    to: number,
    column: number,
    format: number,
    type: CellType,
  ): void {
    for (let at = from; at < to; at += 1) {
      if (xml[at] !== lessThan) continue;
      if (xml[at + 1] === letterV && !isNameByte(xml[at + 2])) {
        const opening = xml.indexOf(greaterThan, at);
        if (opening >= to || xml[opening - 1] === slash) return;
        let close = opening;
        while (close < to && xml[close] !== lessThan) close += 1;
        this.addValue(xml, opening + 1, close, column, format, type);
        return;
      }
      if (xml[at + 1] === letterI && xml[at + 2] === letterS && type === 'inline') {
        const text = textOfRuns(xml.toString('utf8', at, to));
        if (text !== '') this.store.addCell(column, text);
        return;
      }
    }
  }

  private addValue(
    xml: Buffer,
    from: number,
    to: number,
    column: number,
    format: number,
    type: CellType,
  ): void {
    const { store, parts } = this;
    if (from >= to) return;
    switch (type) {
      case 'number': {
        const number = numberIn(xml, from, to);
        const { isDate, currency } = parts.formats[format] ?? plainFormat;
        if (!Number.isFinite(number)) store.addText(column, xml, from, to);
        else if (isDate) store.addSerial(column, number);
        else if (currency >= 0) store.addAmount(column, number, currency);
        else store.addNumber(column, number);
        return;
      }
      case 'shared':
        store.addSharedText(column, integerIn(xml, from, to));
        return;
      case 'boolean':
        store.addCell(column, ['1', 'true'].includes(xml.toString('latin1', from, to)));
        return;
      case 'error':
        store.addCell(column, new ErrorCell(unescapeXml(xml.toString('latin1', from, to))));
        return;
      case 'date':
        store.addCell(column, new DateCell(xml.toString('latin1', from, Math.min(to, from + 10))));
        return;
      default:
        store.addText(column, xml, from, to);
    }
  }
}

function closingQuote(xml: Buffer, opening: number, limit: number): number {
  const mark = xml[opening];
  let close = opening + 1;
  while (close < limit && xml[close] !== mark) close += 1;
  return close;
}

/** Where `</c>` begins. */
function closingOfCell(xml: Buffer, from: number, limit: number): number {
  for (let at = from; at < limit; at += 1) {
    if (
      xml[at] === lessThan &&
      xml[at + 1] === slash &&
      xml[at + 2] === letterC &&
      xml[at + 3] === greaterThan
    )
      return at;
  }
  return -1;
}

/** 27 for `AB12`; −1 for a reference without letters. */
function columnIn(xml: Buffer, from: number, to: number): number {
  let column = 0;
  for (let at = from; at < to && (xml[at] as number) >= letterA; at += 1) {
    column = column * 26 + ((xml[at] as number) & 0x5f) - letterA + 1;
  }
  return column - 1;
}

function typeIn(xml: Buffer, from: number, to: number): CellType {
  if (to - from === 1) {
    switch (xml[from]) {
      case 0x6e:
        return 'number';
      case letterS:
        return 'shared';
      case 0x62:
        return 'boolean';
      case 0x65:
        return 'error';
      case 0x64:
        return 'date';
    }
  }
  if (to === from) return 'number';
  if (to - from === 3) return 'text';
  return xml.toString('latin1', from, to) === 'inlineStr' ? 'inline' : 'text';
}

function isNameByte(byte: number | undefined): boolean {
  return byte !== undefined && byte > slash && byte !== greaterThan && byte !== equals;
}
