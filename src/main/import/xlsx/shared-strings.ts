import type { Texts } from '../cell-store';
import { textOfRuns } from './xml-text';

const [lessThan, greaterThan, slash] = [0x3c, 0x3e, 0x2f];
const [letterS, letterI] = [0x73, 0x69];

/** The texts that cells refer to (ECMA-376 part 1, 18.4.9), each read when a cell asks for it first. */
export class SharedStrings implements Texts {
  /** Where the content of each text begins and ends. */
  private places = new Uint32Array(1024);
  private count = 0;
  private readonly known: (string | null)[] = [];

  private constructor(private readonly xml: Buffer) {}

  static readonly none = new SharedStrings(Buffer.alloc(0));

  /** Null for XML that is of another form. */
  static in(xml: Buffer): SharedStrings | null {
    if (xml[0] === 0xff || xml[0] === 0xfe) return null;
    if (!/<sst[\s>]/.test(xml.toString('latin1', 0, 4096))) return null;
    const strings = new SharedStrings(xml);
    return strings.find() ? strings : null;
  }

  get length(): number {
    return this.count;
  }

  at(place: number): string {
    const known = this.known[place];
    if (known !== null && known !== undefined) return known;
    if (place >= this.count) return '';
    const content = this.xml.toString('utf8', this.places[2 * place], this.places[2 * place + 1]);
    const text = textOfRuns(content);
    this.known[place] = text;
    return text;
  }

  /** Finds all texts; false where one has no end. */
  private find(): boolean {
    const { xml } = this;
    const end = xml.length;
    let at = 0;
    for (;;) {
      while (at < end && !(xml[at] === lessThan && this.isItemAt(at + 1))) at += 1;
      if (at >= end) return true;
      const opening = xml.indexOf(greaterThan, at);
      if (opening < 0) return false;
      if (xml[opening - 1] === slash) {
        this.take(opening, opening);
        at = opening;
        continue;
      }
      let close = opening + 1;
      while (
        close < end &&
        !(xml[close] === lessThan && xml[close + 1] === slash && this.isItemAt(close + 2))
      )
        close += 1;
      if (close >= end) return false;
      this.take(opening + 1, close);
      at = close + 4;
    }
  }

  /** Whether the name of an element at a place is `si`. */
  private isItemAt(at: number): boolean {
    const { xml } = this;
    const behind = xml[at + 2] ?? 0;
    return (
      xml[at] === letterS &&
      xml[at + 1] === letterI &&
      (behind === greaterThan || behind === slash || behind <= 0x20)
    );
  }

  private take(start: number, end: number): void {
    if (2 * this.count === this.places.length) {
      const larger = new Uint32Array(this.places.length * 2);
      larger.set(this.places);
      this.places = larger;
    }
    this.places[2 * this.count] = start;
    this.places[2 * this.count + 1] = end;
    this.count += 1;
    this.known.push(null);
  }
}
