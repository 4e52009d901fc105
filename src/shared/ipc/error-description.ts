import { z } from 'zod';
import type { ErrorCode } from '../model/error';

export const errorDescriptionSchema = z.object({
  code: z.custom<ErrorCode>((value) => typeof value === 'string'),
  parameters: z.record(z.string(), z.union([z.string(), z.number()])),
});
