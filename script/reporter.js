/**
 * Writes the counts of a jest run to the file TDX_BOOT_COUNTS, as `PASSED FAILED SKIPPED`, for script/test.
 * Not jest's --json: that fails at the first error object that has itself among its fields, as those of execFileSync do.
 */

import { writeFileSync } from 'node:fs';

export default class Counts {
  /** Files that could not be run at all count as failures: jest counts none of their tests. */
  onRunComplete(_contexts, results) {
    const file = process.env.TDX_BOOT_COUNTS;
    if (file === undefined) return;
    const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
    const skipped = results.numPendingTests + results.numTodoTests;
    writeFileSync(file, `${results.numPassedTests} ${failed} ${skipped}\n`);
  }
}
