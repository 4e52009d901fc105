import { Alert, type AlertProps } from '@mantine/core';
import type { ErrorDescription } from '@shared/model/error';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

interface ProblemProps extends Pick<AlertProps, 'title' | 'mx' | 'mt'> {
  readonly error: ErrorDescription;
}

/** Says why something could not be read or done; what was read before may still stand below. */
export function Problem({ error, ...place }: ProblemProps) {
  const { t } = useTranslation('errors');
  return (
    <Alert color="red" icon={<IconAlertTriangle />} role="alert" style={{ flex: 'none' }} {...place}>
      {t(error.code, error.parameters)}
    </Alert>
  );
}
