import { dirname } from 'node:path';

/** The folder of package.json, whatever the folder a script was started from. */
export const projectRoot = dirname(import.meta.dirname);
