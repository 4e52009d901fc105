import english from './en/fields.json';
import norwegian from './nb/fields.json';

const catalogues: Readonly<Record<'en' | 'nb', Readonly<Record<string, string>>>> = {
  en: english,
  nb: norwegian,
};

/** The name of a choice of a field, such as `Call` for `call`; the choice itself where it has none. */
export function choiceName(choice: string, language: 'en' | 'nb'): string {
  return catalogues[language][`choice.${choice}`] ?? choice;
}

/** The names of a choice in all languages. */
export function choiceNames(choice: string): readonly string[] {
  return [choiceName(choice, 'en'), choiceName(choice, 'nb')];
}
