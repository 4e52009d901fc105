import { AppShell } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { DataPage } from '../features/data/DataPage';
import { ExportDialog } from '../features/export/ExportDialog';
import { ImportHistory } from '../features/import/ImportHistory';
import { ImportPage } from '../features/import/ImportPage';
import { SourceDropZone } from '../features/import/SourceDropZone';
import { IncentivesPage } from '../features/incentives/IncentivesPage';
import { KpiDetailPage } from '../features/kpis/KpiDetailPage';
import { KpisPage } from '../features/kpis/KpisPage';
import { ReviewPage } from '../features/kpis/review/ReviewPage';
import { OneToOnePage } from '../features/one-to-one/OneToOnePage';
import { OwnKpiPage } from '../features/ownkpi/OwnKpiPage';
import { PricingPage } from '../features/pricing/PricingPage';
import { QuotasPage } from '../features/quotas/QuotasPage';
import { SettingsDialog } from '../features/settings/SettingsDialog';
import { StartPage } from '../features/start/StartPage';
import { TargetsPage } from '../features/targets/TargetsPage';
import { WhatIfPage } from '../features/whatif/WhatIfPage';
import { Header } from './Header';
import { NavigationBar } from './NavigationBar';
import { type Place, useNavigation } from './navigation.store';
import classes from './Shell.module.css';
import { ShortcutsDialog } from './ShortcutsDialog';
import { useWorkspace } from './workspace.store';

/** The frame that every page stands in. */
export function Shell() {
  const { t } = useTranslation();
  const place = useNavigation((state) => state.place);
  const open = useWorkspace(({ workspace }) => workspace !== null);
  if (place.page === 'review' && open) return <ReviewPage back={place.back} />;
  return (
    <AppShell header={{ height: 52 }} navbar={{ width: 200, breakpoint: 0 }} padding={0}>
      <AppShell.Header className={classes.header}>
        <Header />
      </AppShell.Header>
      <AppShell.Navbar className={classes.navigation} aria-label={t('navigation')}>
        <NavigationBar />
      </AppShell.Navbar>
      <AppShell.Main className={classes.main}>
        <SourceDropZone />
        <Page place={open || place.page === 'import' ? place : { page: 'start' }} />
      </AppShell.Main>
      <SettingsDialog />
      <ShortcutsDialog />
      <ExportDialog />
    </AppShell>
  );
}

function Page({ place }: { readonly place: Place }) {
  switch (place.page) {
    case 'start':
      return <StartPage />;
    case 'data':
      return <DataPage dataset={place.dataset} filter={place.filter} />;
    case 'import':
      return <ImportPage />;
    case 'imports':
      return <ImportHistory />;
    case 'kpis':
      return <KpisPage />;
    case 'kpi':
      return <KpiDetailPage kpi={place.kpi} narrowedTo={place.filter} back={place.back} />;
    case 'oneToOne':
      return <OneToOnePage rep={place.rep} />;
    case 'ownKpi':
      return <OwnKpiPage id={place.id} />;
    case 'review':
      return <KpisPage />;
    case 'pricing':
      return <PricingPage />;
    case 'quotas':
      return <QuotasPage />;
    case 'targets':
      return <TargetsPage />;
    case 'incentives':
      return <IncentivesPage />;
    case 'whatif':
      return <WhatIfPage scenario={place.scenario} />;
  }
}
