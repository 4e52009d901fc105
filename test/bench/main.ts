import { importAlone } from './measured-import';

/** Entry point of `npm run bench`, see `scripts/run-bench.mjs`; and of its processes that import one file and load nothing else. */
const [, , task, ...rest] = process.argv;
if (task === importAlone) await (await import('./measured-import')).measureImport(rest);
else await (await import('./run-benches')).runBenches();
