import { BeyondLimits } from './source-sheet';

/** [MS-CFB] 2.2: how many sectors of the table are listed in the header itself. */
const listedInHeader = 109;
/** [MS-CFB] 2.1: greater numbers are marks, such as the end of a chain. */
const lastSector = 0xfffffffa;

/**
 * Chains of sectors of a compound file (.xls, protected .xlsx) that lead back into themselves: the general reader would follow
 * them until memory is full, sooner than its time is over.
 * @throws BeyondLimits for such a file.
 */
export function refuseCircularSectors(bytes: Buffer): void {
  if (bytes.length < 512) return;
  const shift = bytes.readUInt16LE(0x1e);
  if (shift !== 9 && shift !== 12) return;
  const size = 2 ** shift;
  const next = sectorTable(bytes, size);
  // 0 for a sector that has not been looked at, else the number of the walk that came by.
  const walkOf = new Uint32Array(next.length);
  for (let start = 0; start < next.length; start += 1) {
    let sector = start;
    while (sector < next.length && walkOf[sector] === 0) {
      walkOf[sector] = start + 1;
      sector = next[sector] ?? next.length;
    }
    if (sector < next.length && walkOf[sector] === start + 1) throw new BeyondLimits();
  }
}

/** For each sector the one that follows it in its chain; what stands in sectors that the file does not have is left out. */
function sectorTable(bytes: Buffer, size: number): Uint32Array {
  const perSector = size / 4;
  const read = (sector: number) => {
    const from = (sector + 1) * size;
    return from + size <= bytes.length
      ? Array.from({ length: perSector }, (_, at) => bytes.readUInt32LE(from + at * 4))
      : [];
  };
  const listed = Array.from({ length: listedInHeader }, (_, at) => bytes.readUInt32LE(0x4c + at * 4));
  const seen = new Set<number>();
  let more = bytes.readUInt32LE(0x44);
  while (more < lastSector && !seen.has(more)) {
    seen.add(more);
    const sectors = read(more);
    listed.push(...sectors.slice(0, -1));
    more = sectors.at(-1) ?? lastSector;
  }
  const table = listed.filter((sector) => sector < lastSector).map(read);
  return Uint32Array.from(table.slice(0, Math.ceil(bytes.length / size / perSector) + 1).flat());
}
