import {
  Button,
  Checkbox,
  Group,
  Modal,
  SegmentedControl,
  Select,
  Stack,
  Text,
  TextInput,
} from '@mantine/core';
import { parseNumber } from '@shared/format/parse-number';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../app/use-format';
import { useWorkspace } from '../../app/workspace.store';
import { type FillSource, filledTargets, readFill } from './fill-targets';
import type { GridView, TargetRow } from './grid-model';
import { useTargetGrid } from './target-grid.store';

interface FillDialogProps {
  readonly view: GridView;
  readonly rows: readonly TargetRow[];
  onClose(): void;
}

const units = ['0.01', '1', '100', '1000', '10000'] as const;

/** Sets targets from what there is: last year's results and so many per cent more, or the benchmark. */
export function FillDialog({ view, rows, onClose }: FillDialogProps) {
  const { t } = useTranslation('targets');
  const format = useFormat();
  const fiscalYearStart = useWorkspace(({ workspace }) => workspace?.options.fiscalYearStart ?? 1);
  const change = useTargetGrid((state) => state.change);
  const [source, setSource] = useState<FillSource['kind']>('lastYear');
  const [growth, setGrowth] = useState(format.percent(0.05));
  const [unit, setUnit] = useState<string>('1000');
  const [overwrites, setOverwrites] = useState(false);
  const [outcome, setOutcome] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const percent = parseNumber(growth.replace('%', ''), format.locale);

  const apply = async () => {
    if (source === 'lastYear' && percent === null) return;
    setBusy(true);
    const chosen: FillSource =
      source === 'benchmark' ? { kind: 'benchmark' } : { kind: 'lastYear', growth: (percent ?? 0) / 100 };
    const values = await readFill(chosen, view, rows, fiscalYearStart);
    const set = filledTargets(values, rows, { unit: Number(unit), overwrites });
    setBusy(false);
    if (set.length === 0) setOutcome(t('fill.nothing'));
    else if (await change({ set: [...set], remove: [] })) onClose();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('fill.title')}
      closeButtonProps={{ 'aria-label': t('app:close') }}
    >
      <Stack gap="sm">
        <SegmentedControl
          fullWidth
          aria-label={t('fill.source')}
          value={source}
          data={(['lastYear', 'benchmark'] as const).map((kind) => ({
            value: kind,
            label: t(`fill.source.${kind}`),
          }))}
          onChange={(kind) => {
            setSource(kind);
            setOutcome(null);
          }}
        />
        <Text size="sm" c="dimmed">
          {t(`fill.explanation.${source}`)}
        </Text>
        {source === 'lastYear' && (
          <Group grow align="flex-start">
            <TextInput
              label={t('fill.growth')}
              data-autofocus
              value={growth}
              error={percent === null ? t('problem.notANumber') : undefined}
              onChange={(event) => setGrowth(event.currentTarget.value)}
            />
            <Select
              label={t('fill.unit')}
              description={t('fill.unit.explanation')}
              inputWrapperOrder={['label', 'input', 'description']}
              allowDeselect={false}
              value={unit}
              data={units.map((each) => ({ value: each, label: format.number(Number(each), 2) }))}
              onChange={(each) => each && setUnit(each)}
            />
          </Group>
        )}
        <Checkbox
          label={t('fill.overwrites')}
          checked={overwrites}
          onChange={(event) => setOverwrites(event.currentTarget.checked)}
        />
        {outcome !== null && (
          <Text size="sm" role="status">
            {outcome}
          </Text>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('app:cancel')}
          </Button>
          <Button
            loading={isBusy}
            disabled={source === 'lastYear' && percent === null}
            onClick={() => void apply()}
          >
            {t('fill.apply')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
