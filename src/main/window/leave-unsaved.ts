import type { Language } from '@shared/ipc/workspace';
import english from '@shared/language/en/leaving.json';
import norwegian from '@shared/language/nb/leaving.json';
import { errorSentence } from '@shared/language/sentence';
import type { ErrorDescription } from '@shared/model/error';
import { type BrowserWindow, dialog } from 'electron';

const catalogues: Readonly<Record<Language, typeof english>> = { en: english, nb: norwegian };
const stay = 0;
const leave = 1;

/** Asks whether to close although the last changes could not be saved, and why they could not. */
export async function leavesUnsaved(
  window: BrowserWindow,
  problem: ErrorDescription,
  language: Language,
): Promise<boolean> {
  const text = catalogues[language];
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    message: text.question,
    detail: `${errorSentence(problem, language)}\n${text.advice}`,
    buttons: [text.stay, text.leave],
    defaultId: stay,
    cancelId: stay,
  });
  return response === leave;
}
