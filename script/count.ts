/** Adds up jest's JSON results and prints the last line of script/test. */

import { readFileSync } from 'node:fs';

interface JestResults {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  /** Files that could not be run at all: none of their tests is counted. */
  readonly numRuntimeErrorTestSuites: number;
}

const results = process.argv.slice(2).map((file): JestResults => JSON.parse(readFileSync(file, 'utf8')));
const sum = (count: (result: JestResults) => number): number =>
  results.reduce((total, result) => total + count(result), 0);

const passed = sum((result) => result.numPassedTests);
const failed = sum((result) => result.numFailedTests + result.numRuntimeErrorTestSuites);
const skipped = sum((result) => result.numPendingTests);
console.log(`${passed} passed, ${failed} failed${skipped === 0 ? '' : `, ${skipped} skipped`}`);
if (failed > 0 || passed === 0) process.exitCode = 1;
