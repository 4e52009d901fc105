import { readFileSync } from 'node:fs';

/**
 * @typedef {{ passed: number, failed: number }} Tally
 */

/**
 * The tally of a step that is one test as a whole, such as the type check.
 *
 * @param {number} exitCode
 * @returns {Tally}
 */
export function tallyOfCheck(exitCode) {
  return exitCode === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/**
 * Counts test by test what Vitest's JSON report has. A test file that could not be run counts as one failure, and
 * so does a run that failed as a whole, left no report, or ran nothing.
 *
 * @param {string} reportFile
 * @param {number} exitCode
 * @returns {Tally}
 */
export function tallyOfVitest(reportFile, exitCode) {
  const report = readReport(reportFile);
  /** @type {{ status: string, assertionResults: unknown[] }[]} */
  const files = report?.testResults ?? [];
  const brokenFiles = files.filter((file) => file.status === 'failed' && file.assertionResults.length === 0);
  return neverSilent(report?.numPassedTests, (report?.numFailedTests ?? 0) + brokenFiles.length, exitCode);
}

/**
 * Counts test by test what Playwright's JSON report has, with the same care.
 *
 * @param {string} reportFile
 * @param {number} exitCode
 * @returns {Tally}
 */
export function tallyOfPlaywright(reportFile, exitCode) {
  const report = readReport(reportFile);
  return neverSilent(report?.stats?.expected, report?.stats?.unexpected, exitCode);
}

/**
 * @param {readonly Tally[]} tallies
 * @returns {Tally}
 */
export function sum(tallies) {
  return tallies.reduce(
    (total, tally) => ({ passed: total.passed + tally.passed, failed: total.failed + tally.failed }),
    { passed: 0, failed: 0 },
  );
}

/**
 * @param {number} [passed]
 * @param {number} [failed]
 * @param {number} [exitCode]
 * @returns {Tally} with at least one failure when the run crashed or ran nothing
 */
function neverSilent(passed = 0, failed = 0, exitCode = 0) {
  const crashedOrEmpty = failed === 0 && (exitCode !== 0 || passed === 0);
  return { passed, failed: crashedOrEmpty ? 1 : failed };
}

/** @param {string} file */
function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}
