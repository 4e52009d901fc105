import { Alert, Skeleton, Text } from '@mantine/core';
import { type CSSProperties, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useKpiCatalogue } from '../../app/kpi-catalogue.store';
import { usePeriod } from '../../app/period.store';
import { useDataEffect } from '../../app/use-data-effect';
import { useFormat } from '../../app/use-format';
import { useWorkspace } from '../../app/workspace.store';
import { FigureGrid, type FigurePlace } from '../../components/FigureGrid';
import { Problem } from '../../components/Problem';
import { useKpiFormat } from '../../components/use-kpi-format';
import { FillDialog } from './FillDialog';
import { GapList } from './GapList';
import { GridToolbar } from './GridToolbar';
import { figureRows, sumRows } from './grid-figures';
import { type GridView, gridGaps, gridPeriods, gridRows, type TargetRow } from './grid-model';
import { readEdits } from './read-edits';
import { SpreadDialog } from './SpreadDialog';
import { spreadOversOf } from './spread-choices';
import { TargetBackgroundPanel } from './TargetBackgroundPanel';
import classes from './TargetsPage.module.css';
import { useTargetGrid } from './target-grid.store';

/** Targets of many KPIs or of many scopes over the periods of a year, typed and pasted as in a spreadsheet. */
export function TargetGridPanel() {
  const { t } = useTranslation('targets');
  const format = useFormat();
  const kpiFormat = useKpiFormat();
  const { kpis } = useKpiCatalogue();
  const workspace = useWorkspace((state) => state.workspace);
  const year = Number(usePeriod().range.to.slice(0, 4));
  const { path: loaded, data, problem, view: chosen, show, load, change } = useTargetGrid();
  const [place, setPlace] = useState<FigurePlace | null>(null);
  const [unreadable, setUnreadable] = useState<readonly string[]>([]);
  const [dialog, setDialog] = useState<'spread' | 'fill' | null>(null);
  const path = workspace?.path ?? null;
  const fiscalYearStart = workspace?.options.fiscalYearStart ?? 1;
  useDataEffect(() => {
    if (path !== null) void load({ path, fiscalYearStart });
  }, [path, fiscalYearStart, load]);

  const view = useMemo(
    (): GridView =>
      chosen ?? { down: 'team', kpi: 'bookings', scope: { kind: 'all', key: '' }, step: 'quarter', year },
    [chosen, year],
  );
  const periods = useMemo(() => gridPeriods(view), [view]);
  const columns = useMemo(
    () =>
      periods.map((key) => ({
        key: key === '' ? everyPeriod : key,
        label: key === '' ? t('period.every') : format.period(key),
      })),
    [periods, format, t],
  );
  const rows = useMemo(
    () => (data && loaded === path ? gridRows(view, data, kpis) : null),
    [data, loaded, path, view, kpis],
  );
  const writing = useMemo(() => ({ format, kpiFormat, t }), [format, kpiFormat, t]);
  const figures = useMemo(() => (rows ? figureRows(rows, view, writing) : []), [rows, view, writing]);
  const gaps = useMemo(() => (rows ? gridGaps(rows, periods) : []), [rows, periods]);
  const sums = useMemo(() => (rows ? sumRows(rows, periods, writing) : []), [rows, periods, writing]);

  if (problem) {
    return <Problem error={problem} />;
  }
  if (rows === null || data === null)
    return <Skeleton height={320} radius="md" role="status" aria-label={t('loading')} />;
  const focused = rows.find(({ id }) => id === place?.row) ?? null;
  const spreadRow = focused ?? rows[0];
  return (
    <>
      <GridToolbar
        view={view}
        names={data.names}
        canSpread={spreadRow?.kpi.isAdditive === true}
        onView={(next) => {
          show(next);
          setPlace(null);
          setUnreadable([]);
        }}
        onSpread={() => setDialog('spread')}
        onFill={() => setDialog('fill')}
      />
      {unreadable.length > 0 && (
        <Alert
          color="red"
          role="alert"
          withCloseButton
          closeButtonLabel={t('app:close')}
          onClose={() => setUnreadable([])}
        >
          {t('grid.unreadable', { count: unreadable.length, texts: unreadable.slice(0, 5).join(', ') })}
        </Alert>
      )}
      <GapList gaps={gaps} period={place?.column ?? periods[0] ?? ''} />
      <div className={classes.figures} style={heightFor(figures.length + sums.length)}>
        <FigureGrid
          label={t('grid.label')}
          rowHeading={t(`grid.down.${view.down}`)}
          columns={columns}
          rows={figures}
          sums={sums}
          onFocus={({ row, column }) => setPlace({ row, column: column === everyPeriod ? '' : column })}
          onEdit={(edits) => {
            const named = edits.map((edit) => ({
              ...edit,
              column: edit.column === everyPeriod ? '' : edit.column,
            }));
            const read = readEdits(named, rows, format.locale);
            setUnreadable(read.unreadable);
            if (read.set.length + read.remove.length > 0)
              void change({ set: [...read.set], remove: [...read.remove] });
          }}
        />
      </div>
      <Text size="xs" c="dimmed">
        {t('grid.keys')}
      </Text>
      {focused && place && <TargetBackgroundPanel row={focused} period={place.column} />}
      {dialog === 'spread' && spreadRow && (
        <SpreadDialog
          view={view}
          row={spreadRow}
          period={spreadPeriod(spreadRow, place?.column ?? '', String(view.year))}
          onClose={() => setDialog(null)}
        />
      )}
      {dialog === 'fill' && <FillDialog view={view} rows={rows} onClose={() => setDialog(null)} />}
    </>
  );
}

/** The period of the chosen cell; the year where there is nothing that its total could be spread over. */
function spreadPeriod(row: TargetRow, period: string, year: string): string {
  const canBeSpread = spreadOversOf(row.scope, period, row.kpi.dimensions).length > 0 && period !== '';
  return canBeSpread ? period : year;
}

/** For the style sheet, which makes the grid as high as its rows need, up to a limit. */
function heightFor(lines: number): CSSProperties {
  return { '--lines': lines } as CSSProperties;
}

/** A column of the grid cannot have an empty key. */
const everyPeriod = 'every';
