import type { Formatter } from 'i18next';
import english from './en/fields.json';
import norwegian from './nb/fields.json';

const catalogues: Readonly<Record<string, Readonly<Record<string, string>>>> = { en: english, nb: norwegian };

/**
 * Adds the formats `datasetName` and `fieldNames` to a translator: ids in the parameters `dataset` and `fields` are written as
 * the names that people see, in the sentence's language: `quantity + unit_price` as `“Quantity” + “Unit price”`.
 */
export function addFieldNames(formatter: Formatter | undefined): void {
  formatter?.add('datasetName', (value: unknown, language) => {
    return catalogues[language ?? 'en']?.[`dataset.${String(value)}`] ?? String(value);
  });
  formatter?.add('fieldNames', (value: unknown, language, { dataset }: { dataset?: unknown }) => {
    const [open, close] = language === 'nb' ? ['«', '»'] : ['“', '”'];
    return String(value).replace(
      /\w+/g,
      (field) => `${open}${catalogues[language ?? 'en']?.[`${String(dataset)}.${field}`] ?? field}${close}`,
    );
  });
}
