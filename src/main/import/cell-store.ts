import type { CurrencyMark } from '@shared/format/currency-mark';
import { noCode, RowCells } from './row-cells';
import { dateOfSerial } from './serial-date';
import type { CellVisit, SheetRows } from './sheet-rows';
import type { SourceCell } from './source-sheet';
import type { TextTable } from './text-table';

/** What the number that is held of a cell stands for. */
const asNumber = 0;
/** The place of a text in the workbook's table of texts. */
const asText = 1;
/** A serial date number. */
const asDate = 2;
/** The place of a text in the table of those that stand in the cells themselves. */
const asOwnText = 3;
/** The place among the sheet's other cells. */
const asOther = 4;
/** A number in the first of the currencies that the workbook's formats show; the others follow. */
const asFirstCurrency = 5;
/** A kind is one byte. */
export const mostCurrencies = 250;

/** Cells in one piece of memory; a sheet of a few cells has a small one. */
const firstBlock = 256;
const blockBits = 16;
const wholeBlock = 1 << blockBits;
const withinBlock = wholeBlock - 1;

interface Block {
  readonly columns: Uint16Array;
  readonly kinds: Uint8Array;
  readonly values: Float64Array | Uint32Array;
}

function blockOf(length: number, onlyPlaces: boolean): Block {
  return {
    columns: new Uint16Array(length),
    kinds: new Uint8Array(length),
    values: onlyPlaces ? new Uint32Array(length) : new Float64Array(length),
  };
}

function enlarged(block: Block, length: number): Block {
  const larger = blockOf(length, block.values instanceof Uint32Array);
  larger.columns.set(block.columns);
  larger.kinds.set(block.kinds);
  larger.values.set(block.values);
  return larger;
}

/** Shared texts and those of the sheet's own have codes by turns. */
function codeAt({ kinds, values }: Block, at: number): number {
  switch (kinds[at]) {
    case asText:
      return (values[at] as number) * 2;
    case asOwnText:
      return (values[at] as number) * 2 + 1;
    default:
      return noCode;
  }
}

/** Texts by their place. */
export interface Texts {
  /** '' where there is none. */
  at(place: number): string;
}

export interface CellStoreOptions {
  readonly date1904?: boolean;
  /** Whether no cell is a number, which leaves half of the memory untouched. */
  readonly onlyTexts?: boolean;
  /** Those that the workbook's formats show. */
  readonly currencies?: readonly CurrencyMark[];
}

/**
 * The filled cells of a sheet one after the other, as numbers in a few large pieces of memory: eleven bytes a cell, wherever in the
 * sheet they are, and nothing for the collector of garbage to look through. Rows and cells are added in their order.
 */
export class CellStore implements SheetRows {
  private readonly blocks: Block[];
  private readonly date1904: boolean;
  private readonly onlyTexts: boolean;
  private readonly currencies: readonly CurrencyMark[];
  /** Of each row, how many cells come before it. */
  private starts = new Uint32Array(1024);
  private rows = 0;
  private filled = 0;
  private cells = 0;
  private readonly others: SourceCell[] = [];
  showsCurrencies = false;

  constructor(
    private readonly shared: Texts,
    private readonly own: TextTable,
    { date1904 = false, onlyTexts = false, currencies = [] }: CellStoreOptions = {},
  ) {
    this.date1904 = date1904;
    this.onlyTexts = onlyTexts;
    this.currencies = currencies;
    this.blocks = [blockOf(firstBlock, onlyTexts)];
  }

  /** Up to the last row that holds anything. */
  get length(): number {
    return this.filled;
  }

  /** How many rows have been begun, empty ones before them included. */
  get begun(): number {
    return this.rows;
  }

  /** Begins the row of an index that is behind all others. */
  beginRow(index: number): void {
    if (index + 2 > this.starts.length) {
      const larger = new Uint32Array(Math.max(index + 2, this.starts.length * 2));
      larger.set(this.starts.subarray(0, this.rows + 1));
      this.starts = larger;
    }
    this.starts.fill(this.cells, this.rows, index + 2);
    this.rows = index + 1;
  }

  addNumber(column: number, number: number): void {
    this.add(column, asNumber, number);
  }

  /** @param place that of the currency among those of the workbook. */
  addAmount(column: number, number: number, place: number): void {
    this.add(column, asFirstCurrency + place, number);
    this.showsCurrencies = true;
  }

  addSharedText(column: number, place: number): void {
    if (this.shared.at(place) !== '') this.add(column, asText, place);
  }

  /** A text as the bytes that stand for it, at least one. */
  addText(column: number, bytes: Uint8Array, from: number, to: number): void {
    this.add(column, asOwnText, this.own.placeOf(bytes, from, to));
  }

  /** A number that is shown as a date. */
  addSerial(column: number, serial: number): void {
    this.add(column, asDate, serial);
  }

  addCell(column: number, cell: SourceCell): void {
    if (cell === null) return;
    this.others.push(cell);
    this.add(column, asOther, this.others.length - 1);
  }

  row(index: number): readonly SourceCell[] {
    const row = new RowCells();
    this.readRow(index, row);
    return row.cells;
  }

  readRow(index: number, into: RowCells): void {
    const width = this.widthOf(index);
    const start = width === 0 ? 0 : (this.starts[index] as number);
    const end = width === 0 ? 0 : (this.starts[index + 1] as number);
    if (end - start === width) into.begin(width);
    else into.clear(width);
    for (let at = start; at < end; at += 1) {
      const block = this.blocks[at >>> blockBits] as Block;
      const within = at & withinBlock;
      into.set(block.columns[within] as number, this.cellAt(block, within), codeAt(block, within));
    }
  }

  eachCell(first: number, end: number, visit: CellVisit): void {
    const to = this.starts[Math.min(end, this.filled)] as number;
    let at = this.starts[Math.min(first, this.filled)] as number;
    const cell = () => this.cellAt(this.blocks[at >>> blockBits] as Block, at & withinBlock);
    for (; at < to; at += 1) {
      const block = this.blocks[at >>> blockBits] as Block;
      const within = at & withinBlock;
      visit(block.columns[within] as number, codeAt(block, within), cell);
    }
  }

  widthOf(row: number): number {
    if (row < 0 || row >= this.filled) return 0;
    const last = (this.starts[row + 1] as number) - 1;
    if (last < (this.starts[row] as number)) return 0;
    return ((this.blocks[last >>> blockBits] as Block).columns[last & withinBlock] as number) + 1;
  }

  cell(row: number, column: number): SourceCell {
    const at = this.find(row, column);
    return at < 0 ? null : this.cellAt(this.blocks[at >>> blockBits] as Block, at & withinBlock);
  }

  currency(row: number, column: number): CurrencyMark | null {
    const at = this.showsCurrencies ? this.find(row, column) : -1;
    const kind = at < 0 ? asNumber : this.blocks[at >>> blockBits]?.kinds[at & withinBlock];
    return kind === undefined || kind < asFirstCurrency
      ? null
      : (this.currencies[kind - asFirstCurrency] ?? null);
  }

  /** The place of a cell among all; −1 where it is empty. */
  private find(row: number, column: number): number {
    if (row < 0 || row >= this.filled) return -1;
    const start = this.starts[row] as number;
    let end = this.starts[row + 1] as number;
    // In most rows every cell is filled, so that it stands at its own place.
    let from = start;
    let at = start + column < end ? start + column : end - 1;
    while (from < end) {
      const block = this.blocks[at >>> blockBits] as Block;
      const found = block.columns[at & withinBlock] as number;
      if (found === column) return at;
      if (found < column) from = at + 1;
      else end = at;
      at = (from + end) >>> 1;
    }
    return -1;
  }

  private add(column: number, kind: number, value: number): void {
    const at = this.cells & withinBlock;
    let block = this.blocks[this.cells >>> blockBits];
    if (block === undefined) {
      block = blockOf(wholeBlock, this.onlyTexts);
      this.blocks.push(block);
    } else if (at === block.columns.length) {
      block = enlarged(block, Math.min(wholeBlock, at * 4));
      this.blocks[0] = block;
    }
    block.columns[at] = column;
    block.kinds[at] = kind;
    block.values[at] = value;
    this.cells += 1;
    this.starts[this.rows] = this.cells;
    this.filled = this.rows;
  }

  private cellAt({ kinds, values }: Block, at: number): SourceCell {
    const value = values[at] as number;
    switch (kinds[at]) {
      case asNumber:
        return value;
      case asText:
        return this.shared.at(value);
      case asOwnText:
        return this.own.at(value);
      case asDate:
        return dateOfSerial(value, this.date1904) ?? value;
      case asOther:
        return this.others[value] ?? null;
      default:
        return value;
    }
  }
}
