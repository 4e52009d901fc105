import type { figureOperations } from '@shared/ipc/figure';
import type { Handlers } from '@shared/ipc/operation';
import { writeFigurePicture, writeFigureTable } from '../export/figure-file';

export const figureHandlers: Handlers<typeof figureOperations> = {
  'figure.table': ({ name, columns, rows, ...file }) => writeFigureTable({ name, columns, rows }, file),
  'figure.picture': ({ path, content }) => writeFigurePicture(path, content),
};
