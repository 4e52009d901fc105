import type { ErrorDescription } from '@shared/model/error';
import { useTranslation } from 'react-i18next';
import { Problem } from '../../components/Problem';

/** Says why KPIs could not be reckoned; what was reckoned before may still stand below. */
export function KpiProblem({ error }: { readonly error: ErrorDescription }) {
  const { t } = useTranslation('kpis');
  return <Problem error={error} title={t('unreadable')} mx={24} mt={16} />;
}
