import { Button, Checkbox, Group, MultiSelect, Stack, Text } from '@mantine/core';
import { periodOfRange } from '@shared/model/period';
import { leverDeclarations } from '@shared/scenario/lever';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../app/use-format';
import { useWorkspace } from '../../app/workspace.store';
import { useWhatIf } from './whatif.store';

const movable = new Set(Object.values(leverDeclarations).flatMap(({ moves }) => moves));

/** Asks what of a scenario is to be written to the workspace. */
export function ApplyForm({ onDone }: { onDone(): void }) {
  const { t } = useTranslation('whatif');
  const format = useFormat();
  const { evaluator, adjustments, outcome, draft, apply } = useWhatIf();
  const fiscalYearStart = useWorkspace(({ workspace }) => workspace?.options.fiscalYearStart ?? 1);
  const planned = useMemo(
    () => evaluator?.planned(adjustments) ?? { quotas: [], prices: [] },
    [evaluator, adjustments],
  );
  const [quotas, setQuotas] = useState(planned.quotas.length > 0);
  const [prices, setPrices] = useState(planned.prices.length > 0);
  const [targets, setTargets] = useState<string[]>([]);
  const period = draft === null ? null : periodOfRange(draft, fiscalYearStart);
  const kpis = outcome?.kpis.filter(({ id, value }) => movable.has(id) && value !== null) ?? [];
  const submit = () => {
    onDone();
    void apply({ quotas, prices, targets });
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Stack gap="sm">
        {planned.quotas.length + planned.prices.length === 0 && <Text size="sm">{t('apply.nothing')}</Text>}
        {planned.quotas.length > 0 && (
          <Checkbox
            data-autofocus
            label={t('apply.quotas', { count: planned.quotas.length })}
            checked={quotas}
            onChange={(event) => setQuotas(event.currentTarget.checked)}
          />
        )}
        {planned.prices.length > 0 && (
          <Checkbox
            label={t('apply.prices', { count: planned.prices.length })}
            checked={prices}
            onChange={(event) => setPrices(event.currentTarget.checked)}
          />
        )}
        <MultiSelect
          label={t('apply.targets')}
          description={
            period === null
              ? t('errors:targetsNeedPeriod')
              : t('apply.targets.explanation', { period: format.period(period) })
          }
          disabled={period === null}
          searchable
          data={kpis.map(({ id }) => ({ value: id, label: t(`kpis:${id}.name`) }))}
          value={targets}
          onChange={setTargets}
        />
        <Text size="sm" c="dimmed">
          {quotas || prices ? t('apply.after') : t('apply.undo')}
        </Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={onDone}>
            {t('app:cancel')}
          </Button>
          <Button type="submit" disabled={!quotas && !prices && targets.length === 0}>
            {t('apply.confirm')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
