/** Where a command reads and writes: the process's own streams, or a test's. */
export interface Terminal {
  readonly stdout: { write(text: string): unknown };
  readonly stderr: { write(text: string): unknown; readonly isTTY?: boolean };
}

/** Writes the one JSON document that `--json` asks for. */
export function writeJson({ stdout }: Terminal, document: unknown): void {
  stdout.write(`${JSON.stringify(document, null, 2)}\n`);
}

/** Writes rows of cells as aligned columns under their headings; columns of numbers are set right. */
export function writeTable(
  { stdout }: Terminal,
  headings: readonly string[],
  rows: readonly (readonly string[])[],
): void {
  const widths = headings.map((heading, column) =>
    Math.max(heading.length, ...rows.map((row) => (row[column] ?? '').length)),
  );
  const right = headings.map((_, column) => rows.every((row) => /^[-–\d.,% ]*$/.test(row[column] ?? '')));
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, column) =>
        right[column] ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd();
  stdout.write(`${[headings, ...rows].map(line).join('\n')}\n`);
}

const barWidth = 30;

/** A progress bar on standard error, where that is a terminal. */
export function progressBar(
  { stderr }: Terminal,
  label: string,
): { show(done: number, total: number | null): void; end(): void } {
  if (stderr.isTTY !== true) return { show: () => undefined, end: () => undefined };
  return {
    show: (done, total) => {
      const share = total ? Math.min(1, done / total) : 0;
      const filled = Math.round(share * barWidth);
      stderr.write(
        `\r${label} [${'#'.repeat(filled)}${' '.repeat(barWidth - filled)}] ${Math.round(share * 100)} %`,
      );
    },
    end: () => stderr.write('\r\u001b[K'),
  };
}
