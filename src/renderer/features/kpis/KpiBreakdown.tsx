import { ActionIcon, Group, Select, Table, Title, Tooltip, UnstyledButton } from '@mantine/core';
import type { KpiRow } from '@shared/ipc/kpi';
import { filterDimensions, type RowDimension } from '@shared/kpi/declaration';
import { IconUser } from '@tabler/icons-react';
import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { attempt } from '../../app/failure.store';
import { useKpis } from '../../app/kpi-catalogue.store';
import { useNavigation } from '../../app/navigation.store';
import { useFormat } from '../../app/use-format';
import { useWorkspace } from '../../app/workspace.store';
import { ChangeAmount } from '../../components/ChangeMark';
import { Chart, type ChartColors } from '../../components/Chart';
import { FigureActions } from '../../components/FigureActions';
import { changeOf } from '../../components/kpi-change';
import { writtenPeriod } from '../../components/PeriodPicker';
import { StatusMark } from '../../components/StatusMark';
import { useKpiFormat } from '../../components/use-kpi-format';
import { breakdownTable } from './breakdown-figure';
import { breakdownOption, largestFirst, shownBars } from './breakdown-option';
import { ChanceCell } from './ChanceCell';
import { KpiCrossTable } from './KpiCrossTable';
import classes from './KpiDetailPage.module.css';
import { type CrossDimension, type KpiDetail, readMemberSources } from './kpi-detail.store';
import { isProportion, kpiParts, partNames } from './kpi-parts';

interface KpiBreakdownProps {
  readonly detail: KpiDetail;
  readonly dimensions: readonly RowDimension[];
  /** What the split can be crossed with. */
  readonly crossed: readonly CrossDimension[];
  readonly by: RowDimension;
  readonly across: CrossDimension | null;
  onSplit(by: RowDimension): void;
  onCross(across: CrossDimension | null): void;
}

/** The value split by rep, team, product…, as bars and as a table, the largest first; or crossed with a second dimension. */
export function KpiBreakdown(props: KpiBreakdownProps) {
  const { detail, dimensions, crossed, by, across, onSplit, onCross } = props;
  const { t } = useTranslation('kpis');
  const format = useKpiFormat();
  const written = useFormat();
  const { result } = detail;
  const rows = useMemo(() => largestFirst(result.rows), [result]);
  const nameOf = useCallback((key: string) => (key === '' ? t('unassigned') : key), [t]);
  const option = useCallback(
    (colors: ChartColors) =>
      breakdownOption(rows, result, colors, {
        value: (value, compact) => format.value(value, result.unit, { compact }),
        name: nameOf,
        total: t('total'),
        kpi: t(`${result.id}.name`),
      }),
    [rows, result, format, nameOf, t],
  );
  const [first] = rows;
  const dimension = t(`dimension.${detail.question.by ?? by}`);
  const description = t('breakdown.description', {
    kpi: t(`${result.id}.name`),
    dimension: dimension.toLowerCase(),
    first: first ? nameOf(first.key) : '',
    value: format.value(first?.value ?? null, result.unit),
  });
  const height = Math.max(120, 40 + 26 * Math.min(rows.length, shownBars));
  const isCrossed = detail.crossing !== null && detail.question.across !== null;
  return (
    <section className={classes.panel} aria-label={t('breakdown')}>
      <div className={classes.panelHead}>
        <Title order={2} size="h5">
          {t('breakdown.by', { dimension: dimension.toLowerCase() })}
        </Title>
        <Group gap="xs">
          <Select
            size="xs"
            w={180}
            aria-label={t('breakdown.choose')}
            allowDeselect={false}
            value={by}
            data={dimensions.map((value) => ({ value, label: t(`dimension.${value}`) }))}
            onChange={(value) => onSplit(dimensions.find((candidate) => candidate === value) ?? by)}
          />
          <Select
            size="xs"
            w={180}
            aria-label={t('cross.choose')}
            placeholder={t('cross.choose')}
            clearable
            clearButtonProps={{ 'aria-label': t('cross.none') }}
            value={across}
            data={crossed.map((value) => ({ value, label: t(`dimension.${value}`) }))}
            onChange={(value) => onCross(crossed.find((candidate) => candidate === value) ?? null)}
          />
          {rows.length > 0 && !isCrossed && (
            <FigureActions
              name={`${t(`${result.id}.name`)} – ${t('breakdown.by', { dimension: dimension.toLowerCase() })}`}
              note={`${written.date(result.from)} – ${written.date(result.to)}`}
              chart={{ height, option }}
              table={breakdownTable(detail, rows, { dimension, t, nameOf })}
            />
          )}
        </Group>
      </div>
      {rows.length === 0 ? (
        t('breakdown.nothing')
      ) : detail.crossing && detail.question.across ? (
        <KpiCrossTable detail={detail} crossing={detail.crossing} dimension={dimension} nameOf={nameOf} />
      ) : (
        <div className={classes.breakdown}>
          <Chart description={description} height={height} option={option} />
          <BreakdownTable detail={detail} rows={rows} dimension={dimension} nameOf={nameOf} />
        </div>
      )}
    </section>
  );
}

interface BreakdownTableProps {
  readonly detail: KpiDetail;
  readonly rows: readonly KpiRow[];
  readonly dimension: string;
  nameOf(key: string): string;
}

function BreakdownTable({ detail, rows, dimension, nameOf }: BreakdownTableProps) {
  const { t } = useTranslation('kpis');
  const format = useKpiFormat();
  const { id, unit, basis } = detail.result;
  const parts = kpiParts[id];
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
        <>
          <Table.Td className={classes.number}>{format.value(row.target, unit)}</Table.Td>
          <Table.Td>
            <StatusMark status={row.status} quiet />
          </Table.Td>
        </>
      )}
    </>
  );
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className={classes.tableScroll} tabIndex={0} aria-label={t('breakdown.table', { dimension })}>
      <Table stickyHeader verticalSpacing={5} horizontalSpacing={8} fz="sm" highlightOnHover>
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
            {hasTargets && (
              <>
                <Table.Th className={classes.number}>{t('target')}</Table.Th>
                <Table.Th>{t('status')}</Table.Th>
              </>
            )}
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
    </section>
  );
}

/** The column of changes since the period that is compared with; null where there is none. */
function useCompared({ question, before, result }: KpiDetail) {
  const { t } = useTranslation('components');
  const format = useFormat();
  const fiscalYearStart = useWorkspace(({ workspace }) => workspace?.options.fiscalYearStart ?? 1);
  const { direction } = useKpis()(result.id);
  if (question.compared === null || before === null) return null;
  const rows = new Map(before.rows.map(({ key, value }) => [key, value]));

  return {
    heading: t('change.since', { period: writtenPeriod(question.compared, format, fiscalYearStart) }),
    /** Of one member, or of the total where the key is null. */
    change: (row: Omit<KpiRow, 'key'>, key: string | null) => {
      const earlier = key === null ? before.value : (rows.get(key) ?? null);
      const change = changeOf({ ...row, unit: result.unit, direction, before: earlier });
      return change === null ? '–' : <ChangeAmount change={change} unit={result.unit} />;
    },
  };
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
    if (sources?.[0]) go({ page: 'data', ...sources[0] });
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
