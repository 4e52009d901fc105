import { Alert, Button, Group, Modal, Select, TextInput } from '@mantine/core';
import { parseNumber } from '@shared/format/parse-number';
import { periodRange } from '@shared/model/period';
import type { ScopeOfTarget } from '@shared/model/target';
import { spreadTotal } from '@shared/planning/spread-total';
import { type SpreadOver, type SpreadWay, spreadWays } from '@shared/planning/spread-weights';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../app/use-format';
import { useWorkspace } from '../../app/workspace.store';
import { useKpiFormat } from '../../components/use-kpi-format';
import { typedValue } from './grid-figures';
import { type GridView, heldValue, type TargetRow } from './grid-model';
import { readRamp } from './read-ramp';
import { SpreadParts } from './SpreadParts';
import { spreadOversOf } from './spread-choices';
import classes from './TargetsPage.module.css';
import { readWeights, useTargetGrid } from './target-grid.store';

interface SpreadDialogProps {
  readonly view: GridView;
  /** Whose total is spread: the row that is chosen in the grid. */
  readonly row: TargetRow;
  readonly period: string;
  onClose(): void;
}

const units = ['0.01', '1', '100', '1000', '10000', '100000'] as const;
const usualRampText = '25 %, 50 %, 75 %';

/** Spreads one total over parts that sum exactly to it, and sets their targets. */
export function SpreadDialog({ view, row, period, onClose }: SpreadDialogProps) {
  const { t } = useTranslation('targets');
  const format = useFormat();
  const kpiFormat = useKpiFormat();
  const fiscalYearStart = useWorkspace(({ workspace }) => workspace?.options.fiscalYearStart ?? 1);
  const { data, change } = useTargetGrid();
  const { scope } = row;
  const overs = spreadOversOf(scope, period, row.kpi.dimensions);
  const [over, setOver] = useState<SpreadOver>(
    overs.find((each) => each === view.down) ?? overs[0] ?? 'month',
  );
  const [way, setWay] = useState<SpreadWay>('history');
  const [unit, setUnit] = useState<string>('1000');
  const [ramp, setRamp] = useState(usualRampText);
  const [total, setTotal] = useState(() =>
    typedValue(heldValue(row.cells.get(period)), row.kpi.unit, format),
  );
  const [locks, setLocks] = useState<ReadonlyMap<string, string>>(new Map());
  const [weights, setWeights] = useState<readonly { readonly key: string; readonly weight: number }[] | null>(
    null,
  );
  const kpi = row.kpi.id;
  const range = periodRange(period, fiscalYearStart);
  const [from, to] = [range?.from ?? '', range?.to ?? ''];
  const curve = readRamp(ramp, format.locale);
  const curveKey = JSON.stringify(curve);
  useEffect(() => {
    const shares = JSON.parse(curveKey) as number[] | null;
    if (from === '' || shares === null) return;
    let isCurrent = true;
    void readWeights({
      kpi,
      way,
      over,
      from,
      to,
      scope: { kind: scope.kind, key: scope.key },
      ramp: shares,
    }).then((read) => isCurrent && setWeights(read));
    return () => {
      isCurrent = false;
    };
  }, [kpi, way, over, from, to, scope.kind, scope.key, curveKey]);

  const amount = parseNumber(total, format.locale);
  const spread = useMemo(() => {
    if (amount === null || weights === null) return null;
    const parts = weights.map(({ key, weight }) => ({
      key,
      weight,
      locked: locks.has(key) ? parseNumber(locks.get(key) ?? '', format.locale) : null,
    }));
    return spreadTotal(amount, parts, Number(unit));
  }, [amount, weights, locks, unit, format.locale]);

  if (data === null) return null;
  const isTime = over === 'month' || over === 'quarter';
  const write = (value: number | null) => kpiFormat.value(value, row.kpi.unit);
  const apply = async () => {
    if (spread?.kind !== 'spread' || amount === null) return;
    const target = (owner: ScopeOfTarget, own: string, value: number) => {
      const known = data.targets.find(
        (each) =>
          each.kpi === kpi &&
          each.scopeKind === owner.kind &&
          each.scopeKey === owner.key &&
          each.period === own,
      );
      const kept =
        known?.value === value ? { amber: known.amber, red: known.red } : { amber: null, red: null };
      return { kpi, scopeKind: owner.kind, scopeKey: owner.key, period: own, value, ...kept };
    };
    const parts = [...spread.amounts].map(([key, value]) =>
      isTime ? target(scope, key, value) : target({ kind: over, key }, period, value),
    );
    if (await change({ set: [target(scope, period, amount), ...parts], remove: [] })) onClose();
  };
  const reason = spread?.kind === 'cannot' ? spread : null;
  return (
    <Modal
      opened
      size={720}
      onClose={onClose}
      title={t('spread.title', {
        kpi: t(`kpis:${kpi}.name`),
        scope: scope.kind === 'all' ? t('kpis:scope.all') : scope.key,
        period: format.period(period),
      })}
      closeButtonProps={{ 'aria-label': t('app:close') }}
    >
      <div className={classes.spreadForm}>
        <TextInput
          label={t('spread.total')}
          value={total}
          data-autofocus
          error={total.trim() !== '' && amount === null ? t('problem.notANumber') : undefined}
          onChange={(event) => setTotal(event.currentTarget.value)}
        />
        <Select
          label={t('spread.over')}
          allowDeselect={false}
          value={over}
          data={overs.map((each) => ({ value: each, label: t(`spread.over.${each}`) }))}
          onChange={(chosen) => {
            setOver(overs.find((each) => each === chosen) ?? over);
            setWeights(null);
            setLocks(new Map());
          }}
        />
        <Select
          label={t('spread.way')}
          allowDeselect={false}
          value={way}
          data={spreadWays.map((each) => ({ value: each, label: t(`spread.way.${each}`) }))}
          onChange={(chosen) => setWay(spreadWays.find((each) => each === chosen) ?? way)}
        />
        <Select
          label={t('spread.unit')}
          allowDeselect={false}
          value={unit}
          data={units.map((each) => ({ value: each, label: format.number(Number(each), 2) }))}
          onChange={(chosen) => chosen && setUnit(chosen)}
        />
        {way === 'capacity' && (
          <TextInput
            className={classes.ramp}
            label={t('spread.ramp')}
            description={t('spread.ramp.explanation')}
            value={ramp}
            error={curve === null ? t('spread.ramp.problem') : undefined}
            onChange={(event) => setRamp(event.currentTarget.value)}
          />
        )}
      </div>
      {reason && (
        <Alert color="red" role="alert" mt="sm">
          {t(`spread.cannot.${reason.reason}`, { left: write(Math.abs(reason.left)) })}
        </Alert>
      )}
      {weights?.length === 0 && (
        <Alert color="yellow" mt="sm">
          {t(over === 'team' || over === 'rep' ? 'spread.nobody' : 'spread.nothing')}
        </Alert>
      )}
      {weights !== null && weights.length > 0 && (
        <SpreadParts
          weights={weights}
          amounts={spread?.kind === 'spread' ? spread.amounts : null}
          sum={spread?.kind === 'spread' ? amount : null}
          over={over}
          way={way}
          unit={row.kpi.unit}
          locks={locks}
          onLocks={setLocks}
        />
      )}
      <Group justify="flex-end" mt="md">
        <Button variant="default" onClick={onClose}>
          {t('app:cancel')}
        </Button>
        <Button
          disabled={spread?.kind !== 'spread' || weights === null || weights.length === 0}
          onClick={() => void apply()}
        >
          {t('spread.apply', { count: weights?.length ?? 0 })}
        </Button>
      </Group>
    </Modal>
  );
}
