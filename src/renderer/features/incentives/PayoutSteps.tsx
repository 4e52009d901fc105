import { stepWords } from '@shared/incentives/step-words';
import type { PayoutStep } from '@shared/incentives/work-out-payout';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../app/use-format';
import classes from './IncentivesPage.module.css';

interface PayoutStepsProps {
  readonly steps: readonly PayoutStep[];
  readonly baseRate: number;
}

/** How a payout was worked out, one line for each step. */
export function PayoutSteps({ steps, baseRate }: PayoutStepsProps) {
  const { t } = useTranslation('incentives');
  const format = useFormat();
  return (
    <ol className={classes.steps}>
      {steps.map((step) => {
        const { key, parameters } = stepWords(step, baseRate, format);
        const words = t(key, parameters);
        return <li key={words}>{words}</li>;
      })}
    </ol>
  );
}
