import type { KpiDescription } from '@shared/ipc/kpi';
import type { Language, Settings } from '@shared/ipc/workspace';
import { addFieldNames } from '@shared/language/field-names';
import { addRowCounts } from '@shared/language/row-counts';
import { addUnitNames } from '@shared/language/unit-names';
import i18next, { type ResourceLanguage } from 'i18next';
import { initReactI18next } from 'react-i18next';

type Catalogues = Record<string, { readonly default: ResourceLanguage }>;

/** Sentences that main, command line and window share: one namespace a file. */
const sharedCatalogues: Catalogues = import.meta.glob('../../shared/language/{en,nb}/*.json', {
  eager: true,
});
/** Texts of one part of the window, beside its components: the namespace is the folder's name. */
const ownCatalogues: Catalogues = import.meta.glob(
  ['/app/messages.*.json', '/components/messages.*.json', '/features/**/messages.*.json'],
  { eager: true },
);

function resources(): Record<Language, ResourceLanguage> {
  const found: Record<Language, ResourceLanguage> = { en: {}, nb: {} };
  for (const [path, catalogue] of Object.entries(sharedCatalogues)) {
    const [, language, namespace] = /\/(en|nb)\/([^/]+)\.json$/.exec(path) ?? [];
    if (language && namespace) found[language as Language][namespace] = catalogue.default;
  }
  for (const [path, catalogue] of Object.entries(ownCatalogues)) {
    const [, namespace, language] = /([^/]+)\/messages\.(en|nb)\.json$/.exec(path) ?? [];
    if (!language || !namespace) continue;
    // A feature named like a shared namespace adds to it.
    const shared = found[language as Language][namespace];
    found[language as Language][namespace] = { ...(shared as object), ...catalogue.default };
  }
  return found;
}

/** The locale in which numbers, dates and money are written and read. */
export const localeOf: Readonly<Record<Language, string>> = { en: 'en-GB', nb: 'nb-NO' };

export async function startLanguage(language: Language): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'en',
    resources: resources(),
    defaultNS: 'app',
    // Keys hold dots (`orders.amount`); a namespace is named before a colon.
    keySeparator: false,
    interpolation: { escapeValue: false },
    // What a workspace calls its own KPIs is learned when it is opened.
    react: { bindI18nStore: 'added' },
  });
  addRowCounts(i18next.services.formatter);
  addFieldNames(i18next.services.formatter);
  addUnitNames(i18next.services.formatter);
  document.documentElement.lang = language;
}

/** Makes what a workspace's own KPIs say of themselves texts like those of the built-in ones, names in every language the same. */
export function learnKpiTexts(kpis: readonly Pick<KpiDescription, 'id' | 'own'>[]): void {
  for (const language of Object.keys(localeOf)) {
    const t = i18next.getFixedT(language);
    const texts = kpis.flatMap(({ id, own }) =>
      own
        ? [
            [`${id}.name`, asIs(own.name)],
            [`${id}.formula`, asIs(own.description === '' ? own.formula : own.description)],
            [`${id}.source`, t('kpis:ownKpi.source')],
            ...(own.parts
              ? [
                  [`part.${id}.numerator`, asIs(own.parts.numerator.text)],
                  [`part.${id}.denominator`, asIs(own.parts.denominator.text)],
                ]
              : []),
            [`noValue.${id}`, t('kpis:ownKpi.noValue')],
          ]
        : [],
    );
    if (texts.length > 0) i18next.addResources(language, 'kpis', Object.fromEntries(texts));
  }
}

/** Text in which nothing is filled in. */
function asIs(text: string): string {
  return text.replace(/\{\{|\$t\(/g, ([first = '', ...rest]) => `${first}\u200b${rest.join('')}`);
}

export async function changeLanguage(language: Language): Promise<void> {
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
}

export function resolveLanguage(settings: Settings, systemLanguage: Language): Language {
  return settings.language === 'system' ? systemLanguage : settings.language;
}
