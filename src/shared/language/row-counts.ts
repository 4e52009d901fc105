import type { Formatter } from 'i18next';
import english from './en/fields.json';
import norwegian from './nb/fields.json';

const catalogues: Readonly<Record<string, Readonly<Record<string, string>>>> = { en: english, nb: norwegian };

/**
 * Adds the format `rowCounts` to a translator: `orders 3, quotas 2` in a parameter is written as `Orders (3), Quotas (2)` in the
 * sentence's language.
 */
export function addRowCounts(formatter: Formatter | undefined): void {
  formatter?.add('rowCounts', (value: unknown, language) =>
    String(value).replace(
      /(\w+) (\d+)/g,
      (_, dataset: string, count: string) =>
        `${catalogues[language ?? 'en']?.[`dataset.${dataset}`] ?? dataset} (${count})`,
    ),
  );
}
