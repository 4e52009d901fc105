import { ActionIcon, Table, Tooltip, UnstyledButton } from '@mantine/core';
import type { KpiRow } from '@shared/ipc/kpi';
import { filterDimensions } from '@shared/kpi/declaration';
import { isProportion } from '@shared/kpi/proportion';
import { IconUser } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { attempt } from '../../app/failure.store';
import { useKpis } from '../../app/kpi-catalogue.store';
import { useNavigation } from '../../app/navigation.store';
import { ScrollRegion } from '../../components/ScrollRegion';
import { StatusMark } from '../../components/StatusMark';
import { useKpiFormat } from '../../components/use-kpi-format';
import { ChanceCell } from './ChanceCell';
import classes from './KpiDetailPage.module.css';
import { type KpiDetail, readMemberSources } from './kpi-detail.store';
import { kpiPartsOf, partNames } from './kpi-parts';
import { useCompared } from './use-compared';

interface BreakdownTableProps {
  readonly detail: KpiDetail;
  readonly rows: readonly KpiRow[];
  readonly dimension: string;
  nameOf(key: string): string;
}

/** Each member's value, its change, its parts, what chance may do, and its target. */
export function BreakdownTable({ detail, rows, dimension, nameOf }: BreakdownTableProps) {
  const { t } = useTranslation('kpis');
  const format = useKpiFormat();
  const { id, unit, basis } = detail.result;
  const parts = kpiPartsOf(useKpis()(id));
  const showsChance = isProportion(id, basis);
  const compared = useCompared(detail);
  const hasTargets = rows.some(({ target }) => target !== null);
  const figures = (row: Omit<KpiRow, 'key'>, total: number | null, key: string | null) => (
    <>
      <Table.Td className={classes.number}>{format.value(row.value, unit)}</Table.Td>
      {compared && <Table.Td className={classes.number}>{compared.change(row, key)}</Table.Td>}
      {parts && (
        <>
          <Table.Td className={classes.number}>{format.value(row.numerator, parts.numerator)}</Table.Td>
          <Table.Td className={classes.number}>{format.value(row.denominator, parts.denominator)}</Table.Td>
        </>
      )}
      {showsChance && (
        <Table.Td className={classes.number}>
          <ChanceCell row={row} total={total} />
        </Table.Td>
      )}
      {hasTargets && (
        <Table.Td className={classes.number}>
          <span className={classes.judged}>
            {format.value(row.target, unit)}
            <StatusMark status={row.status} quiet />
          </span>
        </Table.Td>
      )}
    </>
  );
  return (
    <ScrollRegion className={classes.tableScroll} label={t('breakdown.table', { dimension })}>
      <Table stickyHeader verticalSpacing={5} horizontalSpacing={6} fz="sm" highlightOnHover>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{dimension}</Table.Th>
            <Table.Th className={classes.number}>{t('value')}</Table.Th>
            {compared && <Table.Th className={classes.part}>{compared.heading}</Table.Th>}
            {parts && (
              <>
                <Table.Th className={classes.part}>{t(partNames(id, basis, 'numerator'))}</Table.Th>
                <Table.Th className={classes.part}>{t(partNames(id, basis, 'denominator'))}</Table.Th>
              </>
            )}
            {showsChance && (
              <Table.Th className={classes.part} title={t('chance.explanation')}>
                {t('chance')}
              </Table.Th>
            )}
            {hasTargets && <Table.Th className={classes.number}>{t('target')}</Table.Th>}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Table.Tr key={row.key}>
              <Table.Td className={classes.name}>
                <MemberName detail={detail} name={row.key} shown={nameOf(row.key)} />
                {detail.question.by === 'rep' && row.key !== '' && <OneToOneLink rep={row.key} />}
              </Table.Td>
              {figures(row, detail.result.value, row.key)}
            </Table.Tr>
          ))}
          <Table.Tr className={classes.total}>
            <Table.Td>{t('total')}</Table.Td>
            {figures(detail.result, null, null)}
          </Table.Tr>
        </Table.Tbody>
      </Table>
    </ScrollRegion>
  );
}

/** Leads from a rep's row to the figures to talk about with the rep. */
function OneToOneLink({ rep }: { readonly rep: string }) {
  const { t } = useTranslation('kpis');
  const go = useNavigation((state) => state.go);
  return (
    <Tooltip label={t('oneToOne', { name: rep })}>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={20}
        ml={4}
        aria-label={t('oneToOne', { name: rep })}
        onClick={() => go({ page: 'oneToOne', rep })}
      >
        <IconUser size={14} />
      </ActionIcon>
    </Tooltip>
  );
}

interface MemberNameProps {
  readonly detail: KpiDetail;
  readonly name: string;
  readonly shown: string;
}

/** A rep, product… of the breakdown, which opens the rows behind its value where rows can be narrowed to it. */
function MemberName({ detail, name, shown }: MemberNameProps) {
  const { t } = useTranslation('kpis');
  const go = useNavigation((state) => state.go);
  const { question } = detail;
  const dimension = filterDimensions.find((candidate) => candidate === question.by);
  if (dimension === undefined) return shown;
  const open = async () => {
    const sources = await attempt(readMemberSources(question, dimension, name));
    const [first] = sources ?? [];
    if (first) go({ page: 'data', dataset: first.dataset, filter: first.filter });
  };
  return (
    <UnstyledButton
      className={classes.member}
      aria-label={t('showRows.of', { name: shown })}
      onClick={() => void open()}
    >
      {shown}
    </UnstyledButton>
  );
}
