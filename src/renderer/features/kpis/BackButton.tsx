import { ActionIcon, Tooltip } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

export function BackButton({ goBack }: { goBack(): void }) {
  const { t } = useTranslation('kpis');
  return (
    <Tooltip label={t('back.keys')}>
      <ActionIcon variant="subtle" color="gray" size={34} aria-label={t('back')} onClick={goBack}>
        <IconArrowLeft size={18} />
      </ActionIcon>
    </Tooltip>
  );
}
