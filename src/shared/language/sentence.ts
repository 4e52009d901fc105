import i18next, { type i18n, type ResourceLanguage } from 'i18next';
import type { QualityFinding } from '../ipc/quality';
import type { Language } from '../ipc/workspace';
import type { ErrorDescription } from '../model/error';
import errorsEnglish from './en/errors.json';
import fieldsEnglish from './en/fields.json';
import incentivesEnglish from './en/incentives.json';
import kpisEnglish from './en/kpis.json';
import qualityEnglish from './en/quality.json';
import scenariosEnglish from './en/scenarios.json';
import tableEnglish from './en/table.json';
import { addFieldNames } from './field-names';
import errorsNorwegian from './nb/errors.json';
import fieldsNorwegian from './nb/fields.json';
import incentivesNorwegian from './nb/incentives.json';
import kpisNorwegian from './nb/kpis.json';
import qualityNorwegian from './nb/quality.json';
import scenariosNorwegian from './nb/scenarios.json';
import tableNorwegian from './nb/table.json';
import { addRowCounts } from './row-counts';
import { addUnitNames } from './unit-names';

const catalogues: Readonly<Record<Language, ResourceLanguage>> = {
  en: {
    errors: errorsEnglish,
    fields: fieldsEnglish,
    incentives: incentivesEnglish,
    kpis: kpisEnglish,
    quality: qualityEnglish,
    scenarios: scenariosEnglish,
    table: tableEnglish,
  },
  nb: {
    errors: errorsNorwegian,
    fields: fieldsNorwegian,
    incentives: incentivesNorwegian,
    kpis: kpisNorwegian,
    quality: qualityNorwegian,
    scenarios: scenariosNorwegian,
    table: tableNorwegian,
  },
};

let translator: i18n | null = null;

function translate(
  language: Language,
  key: string,
  parameters: Readonly<Record<string, string | number>>,
): string {
  if (translator === null) {
    translator = i18next.createInstance();
    void translator.init({
      resources: catalogues,
      fallbackLng: 'en',
      // Without it the catalogues, which are all there, would be ready only in the next turn.
      initAsync: false,
      keySeparator: false,
      interpolation: { escapeValue: false },
    });
    addRowCounts(translator.services.formatter);
    addFieldNames(translator.services.formatter);
    addUnitNames(translator.services.formatter);
  }
  return translator.t(key, { ...parameters, lng: language });
}

/** What went wrong, as a sentence of the `errors` catalogue. */
export function errorSentence(error: ErrorDescription, language: Language): string {
  return translate(language, `errors:${error.code}`, error.parameters);
}

/** A note on how an adjustment worked out, as a sentence of the `scenarios` catalogue. */
export function scenarioSentence(
  code: string,
  parameters: ErrorDescription['parameters'],
  language: Language,
): string {
  return translate(language, `scenarios:${code}`, parameters);
}

/** What is at fault with rows, as a sentence of the `quality` catalogue. */
export function qualitySentence(
  dataset: string,
  { kind, code, field, other }: Pick<QualityFinding, 'kind' | 'code' | 'field' | 'other'>,
  language: Language,
): string {
  return translate(language, `quality:${kind}.${code}`, { dataset, field: field ?? '', other: other ?? '' });
}

/** The name of a dataset. */
export function datasetName(dataset: string, language: Language): string {
  return translate(language, `fields:dataset.${dataset}`, {});
}

/** The heading of a dataset's field. */
export function fieldName(dataset: string, field: string, language: Language): string {
  return translate(language, `fields:${dataset}.${field}`, {});
}

/** A text of the `kpis` catalogue, such as `revenue.name`. */
export function kpiText(key: string, language: Language): string {
  return translate(language, `kpis:${key}`, {});
}

/** A text of the `incentives` catalogue, such as a step of a payout. */
export function incentiveText(
  key: string,
  language: Language,
  parameters: ErrorDescription['parameters'] = {},
): string {
  return translate(language, `incentives:${key}`, parameters);
}

/** A heading or word of exported tables. */
export function tableText(
  key: keyof typeof tableEnglish,
  language: Language,
  parameters: ErrorDescription['parameters'] = {},
): string {
  return translate(language, `table:${key}`, parameters);
}
