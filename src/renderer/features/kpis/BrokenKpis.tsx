import { Alert, Anchor } from '@mantine/core';
import type { BrokenKpi } from '@shared/ipc/kpi';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useNavigation } from '../../app/navigation.store';
import classes from './BrokenKpis.module.css';

/** Says which KPIs of one's own are missing here, why, and what can be done about it. */
export function BrokenKpis({ broken }: { readonly broken: readonly BrokenKpi[] }) {
  const { t } = useTranslation('kpis');
  const go = useNavigation((state) => state.go);
  if (broken.length === 0) return null;
  return (
    <Alert
      color="yellow"
      className={classes.notice}
      icon={<IconAlertTriangle />}
      title={t('broken', { count: broken.length })}
      role="status"
    >
      <ul className={classes.list}>
        {broken.map(({ id, name, isReadable, error }) => (
          <li key={id}>
            <strong>{name}</strong>
            {': '}
            {t(`errors:${error.code}`, error.parameters)}{' '}
            {isReadable && (
              <Anchor
                c="inherit"
                underline="always"
                component="button"
                type="button"
                size="sm"
                onClick={() => go({ page: 'ownKpi', id })}
              >
                {t('own.mend', { name })}
              </Anchor>
            )}
          </li>
        ))}
      </ul>
    </Alert>
  );
}
