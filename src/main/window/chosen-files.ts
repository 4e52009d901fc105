/** The files that the person chose in a dialog to write to; the page may have nothing written elsewhere. */
export class ChosenFiles {
  private readonly paths = new Set<string>();

  add(path: string): void {
    this.paths.add(path);
  }

  has(path: string): boolean {
    return this.paths.has(path);
  }
}
