/**
 * The part of a vitest JSON report that is counted.
 *
 * @typedef {object} TestReport
 * @property {number} numPassedTests
 * @property {number} numFailedTests
 * @property {readonly { status: string, assertionResults: readonly unknown[] }[]} testResults
 */

/**
 * How many things passed and failed.
 *
 * @typedef {{ passed: number, failed: number }} Count
 */

/**
 * Count the tests of all packages. A file that broke before its first test counts as one failure.
 *
 * @param {readonly TestReport[]} reports
 * @param {boolean} succeeded Whether the command that ran the tests said so.
 * @returns {Count} Never free of failures when the command failed, or when nothing ran.
 */
export function countTests(reports, succeeded) {
  const passed = sum(reports.map((each) => each.numPassedTests));
  const broken = reports.flatMap((each) =>
    each.testResults.filter(
      ({ status, assertionResults }) => status === "failed" && assertionResults.length === 0,
    ),
  );
  const failed = sum(reports.map((each) => each.numFailedTests)) + broken.length;
  const unseen = failed === 0 && (!succeeded || passed === 0) ? 1 : 0;
  return { passed, failed: failed + unseen };
}

/**
 * Count the parts of the check, each as one.
 *
 * @param {{ passed: readonly string[], failed?: string } | undefined} report
 * @param {boolean} succeeded
 * @returns {Count}
 */
export function countParts(report, succeeded) {
  return { passed: report?.passed.length ?? 0, failed: succeeded && report?.failed === undefined ? 0 : 1 };
}

/**
 * Count the exchange of values with flytekit as one.
 *
 * @param {Count | undefined} report
 * @param {boolean} succeeded
 * @returns {Count} A failure also when nothing was exchanged.
 */
export function countInterop(report, succeeded) {
  const isGood = succeeded && report !== undefined && report.passed > 0 && report.failed === 0;
  return isGood ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/**
 * @param {readonly number[]} numbers
 * @returns {number}
 */
function sum(numbers) {
  return numbers.reduce((total, each) => total + each, 0);
}
