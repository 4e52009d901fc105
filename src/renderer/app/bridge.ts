import type { Bridge } from '@shared/ipc/bridge';
import type { EventName, EventPayload, OperationName, Reply, Request } from '@shared/ipc/contract';
import { QuotabenchError } from '@shared/model/error';

declare global {
  interface Window {
    readonly quotabench: Bridge;
  }
}

/**
 * Asks the main process. Only stores call this; components call their store.
 * @throws QuotabenchError whatever the operation failed with.
 */
export async function request<Name extends OperationName>(
  name: Name,
  payload: Request<Name>,
): Promise<Reply<Name>> {
  const outcome = await window.quotabench.request(name, payload);
  if (!outcome.ok) throw new QuotabenchError(outcome.error.code, outcome.error.parameters);
  return outcome.value;
}

export function subscribe<Name extends EventName>(
  name: Name,
  listener: (payload: EventPayload<Name>) => void,
): () => void {
  return window.quotabench.subscribe(name, listener);
}

export function pathOfFile(file: File): string {
  return window.quotabench.pathOfFile(file);
}
