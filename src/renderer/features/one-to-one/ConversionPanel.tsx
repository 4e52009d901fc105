import { Table } from '@mantine/core';
import type { OneToOne } from '@shared/ipc/one-to-one';
import { useTranslation } from 'react-i18next';
import { KpiLink } from './KpiLink';
import classes from './OneToOnePage.module.css';
import { Panel } from './Panel';
import { ShareCells, ShareHeadings } from './ShareCells';

/** How many deals are won and leads converted, against the team, with what chance may do. */
export function ConversionPanel({ figures: { conversion, rep } }: { readonly figures: OneToOne }) {
  const { t } = useTranslation('one-to-one');
  return (
    <Panel title={t('conversion')}>
      {conversion.every(({ team }) => team.of === 0) ? (
        <p className={classes.quiet}>{t('conversion.none')}</p>
      ) : (
        <Table fz="sm" verticalSpacing={6} horizontalSpacing={8}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('share')}</Table.Th>
              <ShareHeadings />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {conversion.map((share) => (
              <Table.Tr key={share.kpi}>
                <Table.Td>
                  <KpiLink kpi={share.kpi} rep={rep.name} />
                </Table.Td>
                <ShareCells share={share} />
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Panel>
  );
}
