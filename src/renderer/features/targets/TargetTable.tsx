import { ActionIcon, Table, Tooltip, UnstyledButton } from '@mantine/core';
import { levelsOf } from '@shared/model/target';
import { IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useKpi } from '../../app/kpi-catalogue.store';
import { useNavigation } from '../../app/navigation.store';
import { useFormat } from '../../app/use-format';
import { StatusMark } from '../../components/StatusMark';
import { useKpiFormat } from '../../components/use-kpi-format';
import { limitProblem } from './limit-problem';
import { readTargetValue } from './read-target-value';
import { TargetHistoryButton } from './TargetHistoryButton';
import classes from './TargetsPage.module.css';
import { type TargetStanding, useTargets } from './targets.store';
import { ValueCell } from './ValueCell';

/** The targets, one a line, with their values and limits edited in place. */
export function TargetTable({ standings }: { readonly standings: readonly TargetStanding[] }) {
  const { t } = useTranslation('targets');
  return (
    <div className={classes.table}>
      <Table verticalSpacing={5} horizontalSpacing={8} aria-label={t('title')}>
        <Table.Thead className={classes.head}>
          <Table.Tr>
            <Table.Th>{t('kpi')}</Table.Th>
            <Table.Th>{t('scope')}</Table.Th>
            <Table.Th>{t('period')}</Table.Th>
            {(['value', 'amber', 'red'] as const).map((part) => (
              <Table.Th key={part} className={`${classes.number} ${classes.editable}`}>
                {t(part)}
              </Table.Th>
            ))}
            <Table.Th className={classes.number}>{t('now')}</Table.Th>
            <Table.Th w={120}>{t('status')}</Table.Th>
            <Table.Th w={76} aria-label={t('remove')} />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {standings.map((standing) => (
            <TargetRow key={standing.target.id} standing={standing} />
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}

function TargetRow({ standing }: { readonly standing: TargetStanding }) {
  const { t } = useTranslation('targets');
  const format = useFormat();
  const kpiFormat = useKpiFormat();
  const go = useNavigation((state) => state.go);
  const { set, remove } = useTargets();
  const { target, value, status } = standing;
  const kpi = useKpi(target.kpi);
  if (kpi === null) return null;
  const { unit, direction } = kpi;
  const levels = levelsOf(target, direction);
  const off = (limit: number): string => kpiFormat.value(Math.abs(limit - levels.value), unit);
  const words =
    direction === 'near'
      ? t('words.near', { amber: off(levels.amber), red: off(levels.red) })
      : t(`kpis:direction.${direction}`);
  const name = t(`kpis:${target.kpi}.name`);
  const scope = target.scopeKind === 'all' ? t('kpis:scope.all') : target.scopeKey;
  const typed = (number: number | null): string => {
    if (number === null) return '';
    return unit === 'percent' ? format.percent(number, 4) : format.number(number, 6);
  };

  const commit = (part: 'value' | 'amber' | 'red', text: string): string | null => {
    const empty = text.trim() === '';
    if (empty && part === 'value') return t('problem.noValue');
    const read = empty ? null : readTargetValue(text, unit, format.locale);
    if (!empty && read === null) return t('problem.notANumber');
    const { id: _, ...changed } = { ...target, [part]: read };
    const problem = limitProblem(changed, direction);
    if (problem !== null) return t(`problem.${problem}`);
    void set(changed);
    return null;
  };
  const cell = (part: 'value' | 'amber' | 'red') => (
    <Table.Td>
      <ValueCell
        label={t('cell', { part: t(part), kpi: name, scope })}
        shown={target[part] === null ? '' : kpiFormat.value(target[part], unit)}
        typed={typed(target[part])}
        placeholder={kpiFormat.value(levels[part], unit)}
        commit={(text) => commit(part, text)}
      />
    </Table.Td>
  );
  return (
    <Table.Tr>
      <Table.Td>
        <UnstyledButton className={classes.kpi} fz="sm" onClick={() => go({ page: 'kpi', kpi: target.kpi })}>
          {name}
        </UnstyledButton>
        <div className={classes.words}>{words}</div>
      </Table.Td>
      <Table.Td>
        {scope}
        {target.scopeKind !== 'all' && (
          <div className={classes.words}>{t(`kpis:scope.${target.scopeKind}`)}</div>
        )}
      </Table.Td>
      <Table.Td>{target.period === '' ? t('period.every') : format.period(target.period)}</Table.Td>
      {cell('value')}
      {cell('amber')}
      {cell('red')}
      <Table.Td className={classes.number}>{kpiFormat.value(value, unit)}</Table.Td>
      <Table.Td>{status === 'none' ? t('noValue') : <StatusMark status={status} />}</Table.Td>
      <Table.Td className={classes.actions}>
        <TargetHistoryButton target={target} unit={unit} label={t('history.one', { kpi: name, scope })} />
        <Tooltip label={t('remove')}>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('remove.one', { kpi: name, scope })}
            onClick={() => void remove(target.id)}
          >
            <IconTrash size={16} />
          </ActionIcon>
        </Tooltip>
      </Table.Td>
    </Table.Tr>
  );
}
