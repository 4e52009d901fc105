import type { Dashboard } from '@shared/dashboard/dashboard';
import { useTranslation } from 'react-i18next';

/** What a dashboard is called: its own name, else its title in the reader's language. */
export function useDashboardName(): (dashboard: Pick<Dashboard, 'name' | 'title'>) => string {
  const { t } = useTranslation('kpis');
  return ({ name, title }) => (name === '' ? t(`dashboard.title.${title}`) : name);
}
