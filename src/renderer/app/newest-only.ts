interface Outcome<Answer> {
  answered(answer: Answer): void;
  failed(error: unknown): void;
}

/**
 * Asks one question at a time. What is asked meanwhile waits, only the newest of it is asked next, and answers to older questions
 * are dropped: while a person moves quickly through periods, the database is not kept busy with those already left.
 */
export function newestOnly<Question, Answer>(
  ask: (question: Question) => Promise<Answer>,
  { answered, failed }: Outcome<Answer>,
): (question: Question) => Promise<void> {
  let waiting: { readonly question: Question } | null = null;
  let running: Promise<void> | null = null;

  const run = async (first: Question): Promise<void> => {
    let question = first;
    for (;;) {
      const outcome = await settle(ask(question));
      if (waiting === null) {
        running = null;
        if (outcome.ok) answered(outcome.answer);
        else failed(outcome.error);
        return;
      }
      question = waiting.question;
      waiting = null;
    }
  };

  return (question) => {
    if (running === null) running = run(question);
    else waiting = { question };
    return running;
  };
}

type Settled<Answer> =
  | { readonly ok: true; readonly answer: Answer }
  | { readonly ok: false; readonly error: unknown };

async function settle<Answer>(work: Promise<Answer>): Promise<Settled<Answer>> {
  try {
    return { ok: true, answer: await work };
  } catch (error) {
    return { ok: false, error };
  }
}
