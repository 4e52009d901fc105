import { evaluate, type KpiAnswer, type KpiQuestion } from '@shared/kpi/evaluate';
import type { WorkspaceMeasures } from './workspace-measures';

/** Answers to questions about one state of a workspace: the same question is evaluated once. */
export class KeptAnswers {
  private readonly kept = new Map<string, KpiAnswer>();

  constructor(readonly measures: WorkspaceMeasures) {}

  /** @throws QuotabenchError those of `evaluate`. */
  answer(question: KpiQuestion): KpiAnswer {
    const { kpi, range, basis = null, by = null, filter = {} } = question;
    const key = JSON.stringify([kpi.id, range.from, range.to, basis, by, filter]);
    const known = this.kept.get(key);
    if (known) return known;
    const answer = evaluate(question, this.measures);
    this.kept.set(key, answer);
    return answer;
  }
}
