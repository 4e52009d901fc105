/**
 * Entry point of `npm run bench`, see `scripts/run-bench.mjs`; and of its processes that import or parse one file and load nothing
 * else, which the first argument names.
 */
const [, , task, ...rest] = process.argv;
if (task === 'import-alone') await (await import('./measured-import')).measureImport(rest);
else if (task === 'papaparse-alone') await (await import('./measured-import')).measurePapaparse(rest);
else await (await import('./run-benches')).runBenches();

export {};
