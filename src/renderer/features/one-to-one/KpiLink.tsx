import { UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useNavigation } from '../../app/navigation.store';
import classes from './OneToOnePage.module.css';

/** The name of a KPI, which opens its page narrowed to the rep. */
export function KpiLink({ kpi, rep }: { readonly kpi: string; readonly rep: string }) {
  const { t } = useTranslation('kpis');
  const go = useNavigation((state) => state.go);
  return (
    <UnstyledButton
      className={classes.link}
      onClick={() => go({ page: 'kpi', kpi, filter: { rep: [rep] }, back: { page: 'oneToOne', rep } })}
    >
      {t(`${kpi}.name`)}
    </UnstyledButton>
  );
}
