import { Table } from '@mantine/core';
import type { OneToOne } from '@shared/ipc/one-to-one';
import type { KpiUnit } from '@shared/kpi/declaration';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../app/use-format';
import { useKpiFormat } from '../../components/use-kpi-format';
import { KpiLink } from './KpiLink';
import classes from './OneToOnePage.module.css';
import { Panel } from './Panel';

interface DealRow {
  readonly kpi: string;
  /** What of the KPI is shown, where it is not its value. */
  readonly what?: string;
  readonly unit: KpiUnit;
  readonly own: number | null;
  readonly team: number | null;
  /** How the figure of the team comes about. */
  readonly of: 'median' | 'mean' | null;
}

/** Sales cycle, deal size and pipeline beside those of the team. */
export function DealsPanel({ figures }: { readonly figures: OneToOne }) {
  const { t } = useTranslation('one-to-one');
  const plain = useFormat();
  const format = useKpiFormat();
  const { rep, cycle, dealSize, pipeline } = figures;
  const rows: readonly DealRow[] = [
    {
      kpi: 'sales_cycle_length',
      what: t('median'),
      unit: 'days',
      own: cycle.median,
      team: cycle.teamMedian,
      of: 'median',
    },
    { kpi: 'average_deal_size', unit: 'money', own: dealSize.value, team: dealSize.team, of: 'mean' },
    { kpi: 'pipeline_coverage', unit: 'ratio', own: pipeline.coverage, team: null, of: null },
  ];
  return (
    <Panel title={t('deals')}>
      <Table fz="sm" verticalSpacing={6} horizontalSpacing={8}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('figure')}</Table.Th>
            <Table.Th className={classes.number}>{t('own')}</Table.Th>
            <Table.Th className={classes.number}>{t('team')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(({ kpi, unit, own, team, of }) => (
            <Table.Tr key={kpi}>
              <Table.Td>
                <KpiLink kpi={kpi} rep={rep.name} />
                {of === 'median' && <span className={classes.quiet}> {t('deals.median')}</span>}
              </Table.Td>
              <Table.Td className={classes.number}>{format.value(own, unit)}</Table.Td>
              <Table.Td className={classes.number}>{of === null ? '' : format.value(team, unit)}</Table.Td>
            </Table.Tr>
          ))}
          <Table.Tr>
            <Table.Td>{t('pipeline')}</Table.Td>
            <Table.Td className={classes.number}>{format.value(pipeline.amount, 'money')}</Table.Td>
            <Table.Td className={classes.number}>
              {format.value(pipeline.medianAmount, 'money')}{' '}
              <span className={classes.quiet}>{t('pipeline.median')}</span>
            </Table.Td>
          </Table.Tr>
        </Table.Tbody>
      </Table>
      <p className={classes.quiet}>
        {t('deals.counts', {
          won: t('deals.won', { count: dealSize.deals, written: plain.number(dealSize.deals, 0) }),
          open: t('deals.open', {
            count: pipeline.deals ?? 0,
            written: plain.number(pipeline.deals ?? 0, 0),
          }),
        })}
      </p>
    </Panel>
  );
}
