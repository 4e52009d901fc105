import { Alert } from '@mantine/core';
import type { ErrorDescription } from '@shared/model/error';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

/** Says why the values could not be read; what was read before may still stand below. */
export function Problem({ error }: { readonly error: ErrorDescription }) {
  const { t } = useTranslation('kpis');
  return (
    <Alert
      color="red"
      mx={24}
      mt={16}
      icon={<IconAlertTriangle />}
      title={t('unreadable')}
      role="alert"
      style={{ flex: 'none' }}
    >
      {t(`errors:${error.code}`, error.parameters)}
    </Alert>
  );
}
