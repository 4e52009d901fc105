import { Notification, Stack } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './FailureNotices.module.css';
import { useFailures } from './failure.store';

/** Failures stay until the person has read them and closed them. */
export function FailureNotices() {
  const { t } = useTranslation();
  const failures = useFailures((state) => state.failures);
  const dismiss = useFailures((state) => state.dismiss);
  return (
    <Stack className={classes.notices} gap="xs">
      {failures.map(({ id, error }) => (
        <Notification
          key={id}
          color="red"
          withBorder
          icon={<IconAlertTriangle size={18} />}
          onClose={() => dismiss(id)}
          closeButtonProps={{ 'aria-label': t('close') }}
        >
          {t(`errors:${error.code}`, error.parameters)}
        </Notification>
      ))}
    </Stack>
  );
}
