import { Text } from '@mantine/core';
import type { SimulatedKpi } from '@shared/scenario/simulation/simulation-summary';
import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../app/use-format';
import type { ChartColors } from '../../../components/Chart';
import { adjustmentSentence } from '../adjustment-words';
import { useWhatIf } from '../whatif.store';
import { QuestionFrame } from './QuestionFrame';
import { driversOption } from './simulation-charts';

interface SimulationDriversProps {
  readonly found: SimulatedKpi;
  /** Of the unsure numbers, in the order of the KPI's drivers. */
  readonly keys: readonly string[];
}

/** Which unsure number the KPI hangs on most. */
export function SimulationDrivers({ found, keys }: SimulationDriversProps) {
  const { t } = useTranslation('questions');
  const format = useFormat();
  const adjustments = useWhatIf((state) => state.adjustments);
  const drivers = useMemo(() => {
    const nameOf = (key: string): string => {
      const [, id, field] = /^(.*)\.(value|elasticity)$/s.exec(key) ?? [];
      const adjustment = adjustments.find((own) => own.id === id);
      if (adjustment === undefined) return '';
      const sentence = adjustmentSentence(adjustment, format, t);
      return field === 'elasticity' ? t('simulation.elasticityOf', { lever: sentence }) : sentence;
    };
    return keys
      .flatMap((key, index) => {
        const share = found.drivers[index] ?? null;
        return share === null ? [] : [{ name: nameOf(key), share }];
      })
      .sort((one, other) => other.share - one.share);
  }, [found, keys, adjustments, format, t]);
  const option = useCallback(
    (colors: ChartColors) => driversOption(drivers, colors, (value) => format.percent(value, 0)),
    [drivers, format],
  );
  const kpiName = t(`kpis:${found.id}.name`);
  const name = t('simulation.drivers', { kpi: kpiName });
  return (
    <section aria-label={name}>
      <Text component="div" mt="lg" />
      {drivers.length === 0 ? (
        <Text>{t('simulation.unmoved', { kpi: kpiName })}</Text>
      ) : (
        <QuestionFrame
          name={name}
          title={name}
          explanation={t('simulation.drivers.explanation')}
          chart={{ description: name, height: 20 + drivers.length * 38, option }}
          table={{
            columns: [
              { heading: t('whatif:goal.lever'), format: 'general' },
              { heading: t('simulation.share'), format: 'percent' },
            ],
            rows: drivers.map(({ name: lever, share }) => [lever, share]),
          }}
        />
      )}
    </section>
  );
}
