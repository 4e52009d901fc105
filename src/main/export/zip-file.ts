import type { FileHandle } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import yazl from 'yazl';

/** The first date that a zip file can say: the same content gives the same bytes. */
const fixedDate = { mtime: new Date(1980, 0, 1), forceDosTimestamp: true };

/** Writes a zip file part by part, each from a stream, so that no part has to be in memory whole. */
export class ZipFile {
  private readonly zip = new yazl.ZipFile();
  private readonly written: Promise<void>;

  /** @param file open for writing, and empty. */
  constructor(file: FileHandle) {
    this.written = writeAll(this.zip.outputStream, file);
    // Both reach the caller through `add` or `finish`.
    this.written.catch(() => undefined);
    this.zip.on('error', () => undefined);
  }

  /** @throws what the text throws while it is made, and what the file throws while it is written. */
  async add(partName: string, text: Iterable<string> | AsyncIterable<string>): Promise<void> {
    const part = Readable.from(text);
    this.zip.addReadStream(part, partName, fixedDate);
    await Promise.race([finished(part), this.written]);
  }

  /** Writes the directory, without which no program finds the parts. */
  async finish(): Promise<void> {
    this.zip.end();
    await this.written;
  }
}

async function writeAll(packed: NodeJS.ReadableStream, file: FileHandle): Promise<void> {
  for await (const bytes of packed) await file.write(Buffer.from(bytes));
}
