import { useDebouncedValue } from '@mantine/hooks';
import type { ScenarioEvaluator } from '@shared/scenario/evaluate-scenario';
import type { Adjustment } from '@shared/scenario/scenario';
import { useWhatIf } from '../whatif.store';

/** Questions take many evaluations, so they wait until a slider has come to rest; in milliseconds. */
const rest = 120;

interface Question {
  readonly evaluator: ScenarioEvaluator | null;
  readonly adjustments: readonly Adjustment[];
}

/** What questions beyond the outcome are asked of: the scenario on the screen. */
export function useQuestion(): Question {
  const { evaluator, adjustments } = useWhatIf();
  const [rested] = useDebouncedValue(adjustments, rest);
  return { evaluator, adjustments: rested };
}
