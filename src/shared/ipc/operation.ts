import type { z } from 'zod';

/** One operation of the contract: what is asked and what is answered. */
export interface Operation<Request extends z.ZodType = z.ZodType, Reply extends z.ZodType = z.ZodType> {
  readonly request: Request;
  readonly reply: Reply;
}

export function operation<Request extends z.ZodType, Reply extends z.ZodType>(
  request: Request,
  reply: Reply,
): Operation<Request, Reply> {
  return { request, reply };
}

export type OperationMap = Readonly<Record<string, Operation>>;
export type RequestOf<Map extends OperationMap, Name extends keyof Map> = z.input<Map[Name]['request']>;
export type ParsedRequestOf<Map extends OperationMap, Name extends keyof Map> = z.output<
  Map[Name]['request']
>;
export type ReplyOf<Map extends OperationMap, Name extends keyof Map> = z.output<Map[Name]['reply']>;

/** How a long operation tells of its progress and learns that it is no longer wanted. */
export interface JobControl {
  /** `total` is null while it is not known. */
  progress(done: number, total: number | null): void;
  /** Lets waiting messages in; throws `QuotabenchError('cancelled')` when the job was cancelled meanwhile. */
  breathe(): Promise<void>;
}

/** That of a job for which nobody waits. */
export const unattended: JobControl = { progress: () => undefined, breathe: async () => undefined };

/** The handlers of a map of operations. */
export type Handlers<Map extends OperationMap> = {
  readonly [Name in keyof Map]: (
    request: ParsedRequestOf<Map, Name>,
    job: JobControl,
  ) => ReplyOf<Map, Name> | Promise<ReplyOf<Map, Name>>;
};
