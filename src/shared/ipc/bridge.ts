import type { EventName, EventPayload, OperationName, Outcome, Reply, Request } from './contract';

/** What the preload script puts on the renderer's `window.quotabench`, and nothing else. */
export interface Bridge {
  request<Name extends OperationName>(name: Name, request: Request<Name>): Promise<Outcome<Reply<Name>>>;
  /** Gives back the function that ends the subscription. */
  subscribe<Name extends EventName>(name: Name, listener: (payload: EventPayload<Name>) => void): () => void;
  /** The path of a file dropped on the window or chosen in it; empty when it has none. */
  pathOfFile(file: unknown): string;
}

export const requestChannel = 'quotabench:request';
export const eventChannel = 'quotabench:event';
