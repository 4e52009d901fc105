import { type DatasetId, datasetIds } from '@shared/model/dataset';
import crunchbase from '../../../resources/templates/crunchbase.json';
import dynamics from '../../../resources/templates/dynamics-365.json';
import general from '../../../resources/templates/general.json';
import hubspot from '../../../resources/templates/hubspot.json';
import pipedrive from '../../../resources/templates/pipedrive.json';
import piplAi from '../../../resources/templates/pipl-ai.json';
import pitchbook from '../../../resources/templates/pitchbook.json';
import salesforce from '../../../resources/templates/salesforce.json';
import shopify from '../../../resources/templates/shopify.json';
import superOffice from '../../../resources/templates/superoffice.json';
import zohoCrm from '../../../resources/templates/zoho-crm.json';

/** The headings under which a program exports each field, in `normalizedHeading`'s form. */
interface MappingTemplate {
  readonly name: string;
  readonly headings: Partial<Record<DatasetId, Partial<Record<string, readonly string[]>>>>;
}

/** What known programs call the columns of their exports. */
export const programHeadings: readonly MappingTemplate[] = [
  salesforce,
  hubspot,
  zohoCrm,
  pipedrive,
  dynamics,
  superOffice,
  shopify,
  piplAi,
  crunchbase,
  pitchbook,
];

const templates: readonly MappingTemplate[] = [general, ...programHeadings];

const longestHeading = 200;

/** A heading without what differs between programs: `Close_Date*` and `closeDate` are both `close date`. */
export function normalizedHeading(heading: string): string {
  // Dynamics 365 marks columns of row numbers so; they are no names.
  if (/^\(do not modify\)/i.test(heading)) return '';
  return heading
    .slice(0, longestHeading)
    .normalize('NFC')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .replace(/\([^)]*\)|\[[^\]]*\]/g, ' ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Field by normalized heading; of several fields with the same heading the one that is listed first. */
const fieldsByHeading: ReadonlyMap<DatasetId, ReadonlyMap<string, readonly string[]>> = new Map(
  datasetIds.map((dataset) => [dataset, headingsOf(dataset)] as const),
);

function headingsOf(dataset: DatasetId): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const { headings } of templates) {
    for (const [field, names] of Object.entries(headings[dataset] ?? {})) {
      for (const name of names ?? []) {
        const fields = found.get(name) ?? [];
        if (!fields.includes(field)) found.set(name, [...fields, field]);
      }
    }
  }
  return found;
}

/** The same with headings run together, as in `ORDERDATE`. */
const fieldsByJoinedHeading: typeof fieldsByHeading = new Map(
  [...fieldsByHeading].map(([dataset, names]) => {
    const joined = new Map<string, readonly string[]>();
    for (const [name, fields] of names) {
      if (!joined.has(withoutBlanks(name))) joined.set(withoutBlanks(name), fields);
    }
    return [dataset, joined] as const;
  }),
);

function withoutBlanks(name: string): string {
  return name.replaceAll(' ', '');
}

const knownHeadings: ReadonlySet<string> = new Set(
  [...fieldsByJoinedHeading.values()].flatMap((names) => [...names.keys()]),
);

/** Headings that say little beside one that is more exact, and sums before what was taken off. */
const vagueHeading =
  /^(date|dato|day|dag|name|navn|id|total|sum|value|verdi|price|pris|month|måned)$|^(gross|brutto) /;

export function isVagueHeading(heading: string): boolean {
  return vagueHeading.test(normalizedHeading(heading));
}

export function isKnownHeading(heading: string): boolean {
  return knownHeadings.has(withoutBlanks(normalizedHeading(heading)));
}

export interface HeadingMatch {
  readonly field: string;
  /** 0 to 1. */
  readonly confidence: number;
}

/** The fields that a heading may mean in a dataset, the likeliest first. */
export function matchHeading(dataset: DatasetId, heading: string): readonly HeadingMatch[] {
  const written = normalizedHeading(heading);
  const names = fieldsByHeading.get(dataset);
  if (written === '' || !names) return [];
  const exact = names.get(written);
  if (exact) return exact.map((field, index) => ({ field, confidence: index === 0 ? 1 : 0.9 }));
  const joined = fieldsByJoinedHeading.get(dataset)?.get(withoutBlanks(written));
  if (joined) return joined.map((field, index) => ({ field, confidence: index === 0 ? 0.97 : 0.87 }));
  return partialMatches(names, written);
}

/** Words that make a heading one of something else: `Customer type` is no customer. */
const attributeWords =
  /(^| )(type|category|segment|group|class|gender|age|email|phone|city|country|region|state|address|status|count|rank|rating|since|url|website|date|time|kategori|gruppe|kjønn|alder|epost|telefon|by|land|fylke|adresse|antall|dato)( |$)/;

/** Headings of several words that contain a known one whole, as in `Amount in NOK`. */
function partialMatches(
  names: ReadonlyMap<string, readonly string[]>,
  written: string,
): readonly HeadingMatch[] {
  const best = new Map<string, number>();
  for (const [name, fields] of names) {
    if (name.length < 4 || !` ${written} `.includes(` ${name} `)) continue;
    if (attributeWords.test(` ${written} `.replace(` ${name} `, ' '))) continue;
    const confidence = 0.4 + (0.4 * name.length) / written.length;
    for (const field of fields) best.set(field, Math.max(best.get(field) ?? 0, confidence));
  }
  return [...best]
    .map(([field, confidence]) => ({ field, confidence }))
    .sort((one, other) => other.confidence - one.confidence);
}
