/**
 * `npm run fuzz [-- COUNT [FIRST]]`: imports COUNT damaged spreadsheets, 10,000 without it. A failure names its seed:
 * `npm run fuzz -- 1 SEED` makes the same file again.
 */
import { runTestProgram } from './run-test-program.mjs';

process.exitCode = await runTestProgram('fuzz', { args: process.argv.slice(2) });
