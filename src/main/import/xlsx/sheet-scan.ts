import { dateOfSerial } from '../serial-date';
import { ListedRows, type SheetRows } from '../sheet-rows';
import { BeyondLimits, DateCell, ErrorCell, mostColumns, mostRows, type SourceCell } from '../source-sheet';
import { textOfRuns, unescapeXml } from './xml-text';

/** What the cells of all sheets of a workbook refer to. */
export interface WorkbookParts {
  readonly strings: readonly string[];
  /** By the number of a cell's format, whether it shows dates. */
  readonly dateFormats: readonly boolean[];
  readonly date1904: boolean;
}

const [lessThan, greaterThan, slash, quote, apostrophe] = [0x3c, 0x3e, 0x2f, 0x22, 0x27];
const exclamationMark = 0x21;
const [letterA, letterC, letterI, letterR, letterS, letterT, letterV] = [
  0x41, 0x63, 0x69, 0x72, 0x73, 0x74, 0x76,
];
const noCells: readonly SourceCell[] = [];

/**
 * Reads the cells of a sheet's XML from its bytes, in one pass and without a tree or text of the whole: a sheet of Excel's full
 * size would not fit into one JavaScript string. Rows and cells are those of ECMA-376 part 1, 18.3.1.4 and 18.3.1.73.
 *
 * @returns null where the XML is of a form that it does not know for sure, such as prefixed elements or CDATA.
 * @throws BeyondLimits for rows or columns beyond those of Excel.
 */
export function scanSheet(xml: Buffer, parts: WorkbookParts): SheetRows | null {
  const root = xml.indexOf('<worksheet');
  if (root < 0 || root > 4096) return null;
  const start = xml.indexOf('<sheetData', root);
  if (start < 0) return new ListedRows([]);
  const opening = xml.indexOf('>', start);
  if (xml[opening - 1] === slash) return new ListedRows([]);
  const end = xml.indexOf('</sheetData', opening);
  const rows = end < 0 ? null : new SheetScan(xml, end, parts).rowsFrom(opening + 1);
  return rows === null ? null : new ListedRows(rows);
}

type Rows = (readonly SourceCell[])[];

/** Stands for a place where the scan cannot go on. */
const unknownForm = -1;

class SheetScan {
  private readonly rows: Rows = [];
  /** Those of the last row. */
  private cells: SourceCell[] = [];
  /** Attributes of the tag that was read last: the number of its row, the column and format of its cell, and its type. */
  private row = 0;
  private column = -1;
  private format = 0;
  private type = '';
  private selfClosing = false;

  constructor(
    private readonly xml: Buffer,
    private readonly end: number,
    private readonly parts: WorkbookParts,
  ) {}

  rowsFrom(first: number): Rows | null {
    const { xml, end } = this;
    let at = this.nextTag(first);
    while (at < end) {
      const name = xml[at + 1];
      if (name === letterR && xml[at + 2] === 0x6f && xml[at + 3] === 0x77) at = this.takeRow(at + 4);
      else if (name === letterC && !isNameByte(xml[at + 2])) at = this.takeCell(at + 2);
      else at = name === exclamationMark ? unknownForm : at + 1;
      if (at === unknownForm) return null;
      at = this.nextTag(at);
    }
    return this.rows;
  }

  /** Begins the row whose tag's name ends at `from`; gives the place behind the tag. */
  private takeRow(from: number): number {
    const { rows } = this;
    const behind = this.readTag(from);
    const number = this.row === 0 ? rows.length + 1 : this.row;
    if (number > mostRows) throw new BeyondLimits();
    if (number <= rows.length) return unknownForm;
    while (rows.length < number - 1) rows.push(noCells);
    this.cells = [];
    rows.push(this.cells);
    return behind;
  }

  /** Reads the cell whose tag's name ends at `from`; gives the place behind it. */
  private takeCell(from: number): number {
    const { cells } = this;
    const behind = this.readTag(from);
    const column = this.column < 0 ? cells.length : this.column;
    if (column >= mostColumns) throw new BeyondLimits();
    if (this.rows.length === 0) return unknownForm;
    if (this.selfClosing) return behind;
    const close = this.closingOfCell(behind);
    if (close < 0) return unknownForm;
    while (cells.length < column) cells.push(null);
    cells[column] = this.valueBetween(behind, close);
    return close + 4;
  }

  private nextTag(from: number): number {
    const { xml, end } = this;
    let at = from;
    while (at < end && xml[at] !== lessThan) at += 1;
    return at;
  }

  /** Where `</c>` begins. */
  private closingOfCell(from: number): number {
    const { xml, end } = this;
    for (let at = from; at < end; at += 1) {
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

  /** Reads the attributes from behind a tag's name and gives the place behind its end. */
  private readTag(from: number): number {
    const { xml, end } = this;
    this.row = 0;
    this.column = -1;
    this.format = 0;
    this.type = '';
    let at = from;
    while (at < end && xml[at] !== greaterThan) {
      const mark = xml[at];
      if (mark === quote || mark === apostrophe) {
        let close = at + 1;
        while (close < end && xml[close] !== mark) close += 1;
        this.takeAttribute(at, close);
        at = close;
      }
      at += 1;
    }
    this.selfClosing = xml[at - 1] === slash;
    return at + 1;
  }

  /** `at` is the opening quote; only attributes of one letter matter. */
  private takeAttribute(at: number, close: number): void {
    const { xml } = this;
    if (isNameByte(xml[at - 3])) return;
    switch (xml[at - 2]) {
      case letterR:
        this.takeReference(at + 1, close);
        break;
      case letterS:
        this.format = this.integerIn(at + 1, close);
        break;
      case letterT:
        this.type = xml.toString('latin1', at + 1, close);
        break;
    }
  }

  /** `12` of a row, `AB12` of a cell. */
  private takeReference(from: number, to: number): void {
    let at = from;
    let column = 0;
    while (at < to && (this.xml[at] ?? 0) >= letterA) {
      column = column * 26 + ((this.xml[at] ?? 0) & 0x5f) - letterA + 1;
      at += 1;
    }
    this.column = column - 1;
    this.row = this.integerIn(at, to);
  }

  private integerIn(from: number, to: number): number {
    let number = 0;
    for (let at = from; at < to; at += 1) number = number * 10 + (this.xml[at] ?? 0) - 0x30;
    return number;
  }

  private valueBetween(from: number, to: number): SourceCell {
    const { xml } = this;
    for (let at = from; at < to; at += 1) {
      if (xml[at] !== lessThan) continue;
      if (xml[at + 1] === letterV && !isNameByte(xml[at + 2])) {
        const opening = xml.indexOf(greaterThan, at);
        const close = opening < to ? this.nextTag(opening) : to;
        return xml[opening - 1] === slash || opening >= to ? null : this.cellOf(opening + 1, close);
      }
      if (xml[at + 1] === letterI && xml[at + 2] === letterS && this.type === 'inlineStr')
        return filled(textOfRuns(xml.toString('utf8', at, to)));
    }
    return null;
  }

  /** A cell's type is that of ECMA-376 part 1, 18.18.11. */
  private cellOf(from: number, to: number): SourceCell {
    const { xml, parts, type } = this;
    if (from >= to) return null;
    switch (type) {
      case '':
      case 'n':
        return this.numberOf(from, to);
      case 's':
        return filled(parts.strings[this.integerIn(from, to)] ?? '');
      case 'b':
        return ['1', 'true'].includes(xml.toString('latin1', from, to));
      case 'e':
        return new ErrorCell(unescapeXml(xml.toString('latin1', from, to)));
      case 'd':
        return new DateCell(xml.toString('latin1', from, Math.min(to, from + 10)));
      default:
        return filled(unescapeXml(xml.toString('utf8', from, to)));
    }
  }

  private numberOf(from: number, to: number): SourceCell {
    const { date1904, dateFormats } = this.parts;
    const number = this.isShortInteger(from, to)
      ? this.integerIn(from, to)
      : Number(this.xml.toString('latin1', from, to));
    if (!Number.isFinite(number)) return filled(this.xml.toString('utf8', from, to));
    return dateFormats[this.format] === true ? (dateOfSerial(number, date1904) ?? number) : number;
  }

  private isShortInteger(from: number, to: number): boolean {
    if (to - from > 15) return false;
    for (let at = from; at < to; at += 1) {
      const byte = this.xml[at] ?? 0;
      if (byte < 0x30 || byte > 0x39) return false;
    }
    return true;
  }
}

function filled(text: string): string | null {
  return text === '' ? null : text;
}

function isNameByte(byte: number | undefined): boolean {
  return byte !== undefined && byte > 0x2f && byte !== 0x3e && byte !== 0x3d;
}
