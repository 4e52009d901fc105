import { type LocaleFormat, localeFormat } from '@shared/format/locale-format';
import { useMemo } from 'react';
import { localeOf } from './language';
import { useLanguage } from './settings.store';
import { useWorkspace } from './workspace.store';

/** How values are written for this person in this workspace. */
export function useFormat(): LocaleFormat {
  const language = useLanguage();
  const currency = useWorkspace(({ workspace }) => workspace?.options.currency ?? 'NOK');
  return useMemo(() => localeFormat(localeOf[language], currency), [language, currency]);
}
