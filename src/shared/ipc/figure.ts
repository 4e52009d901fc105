import { z } from 'zod';
import { cellFormats } from '../model/table-cell';
import { operation } from './operation';

const cellValueSchema = z.union([z.string(), z.number(), z.null()]);
const cellFormatSchema = z.enum(cellFormats);
const cellSchema = z.union([cellValueSchema, z.object({ value: cellValueSchema, format: cellFormatSchema })]);

const writtenSchema = z.object({ path: z.string() });

/** Files of the charts and tables that are on the screen. */
export const figureOperations = {
  'figure.table': operation(
    z.object({
      path: z.string(),
      format: z.enum(['xlsx', 'csv']),
      /** BCP 47, for numbers in text files. */
      locale: z.string(),
      name: z.string(),
      columns: z.array(z.object({ heading: z.string(), format: cellFormatSchema })),
      rows: z.array(z.array(cellSchema)),
    }),
    writtenSchema,
  ),
  'figure.picture': operation(
    z.object({ path: z.string(), content: z.instanceof(Uint8Array) }),
    writtenSchema,
  ),
};
