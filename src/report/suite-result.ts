/** suite.json: the result of a suite for machines. Its schema is versioned and committed as schema/suite-result.schema.json. */

import { relative, resolve } from 'node:path';
import * as z from 'zod';
import { type EntryResult, type VerdictName, verdictOf } from '../suite/suite.ts';
import { messageOf } from '../words/errors.ts';
import { withId } from '../words/schema-id.ts';
import { writeWholeJson } from './whole-file.ts';

export const SUITE_FILE = 'suite.json';

const VERDICTS = ['passed', 'failed', 'errored'] as const;

export const suiteResultSchema = z
  .strictObject({
    version: z.literal(1),
    suite: z.string(),
    verdict: z
      .enum(VERDICTS)
      .nullable()
      .describe(
        'failed beats errored, errored beats passed; what was not run is no pass, and with --strict no flaky one; null: nothing was to be booted, because the shard has no scenario',
      ),
    strict: z.boolean().describe('It was run with --strict: a flaky scenario fails it'),
    complete: z.boolean().describe('false: the suite goes on, or was killed'),
    scenarios: z.array(
      z.strictObject({
        name: z.string(),
        file: z.string(),
        verdict: z.enum([...VERDICTS, 'not-run']).describe('Of the last attempt'),
        flaky: z.boolean().describe('Passed after an attempt that did not'),
        attempts: z.array(
          z.strictObject({
            verdict: z.enum(VERDICTS),
            reason: z.string(),
            time: z.number().describe('Milliseconds from the start of the VMM to the verdict'),
            results: z
              .string()
              .nullable()
              .describe('Directory of its recording, relative to this file; null: none could be made'),
          }),
        ),
      }),
    ),
  })
  .describe('The result of one tdx-boot suite');

export type SuiteResult = z.infer<typeof suiteResultSchema>;

/** The result of a suite that has scenarios. */
export type JudgedSuite = SuiteResult & { readonly verdict: VerdictName };

export function suiteResultJsonSchema(): unknown {
  return withId('suite-result', z.toJSONSchema(suiteResultSchema));
}

/** @param directory that of suite.json */
export function scenarioOf(
  directory: string,
  { name, file, verdict, flaky, attempts }: EntryResult,
): SuiteResult['scenarios'][number] {
  return {
    name,
    file,
    verdict,
    flaky,
    attempts: attempts.map((attempt) => ({
      verdict: attempt.verdict,
      reason: attempt.reason,
      time: attempt.time,
      results: attempt.directory === undefined ? null : relative(directory, attempt.directory),
    })),
  };
}

/**
 * Keeps suite.json up to date while a suite runs: whatever kills it, the file names the entries that have ended, and those
 * that have not as not run.
 */
export class SuiteRecord {
  readonly directory: string;
  readonly #suite: string;
  readonly #strict: boolean;
  readonly #results: EntryResult[];
  /** Writes one after the other. */
  #written: Promise<void> = Promise.resolve();
  #failure: unknown;

  /** @param strict a flaky entry fails the suite */
  constructor(
    directory: string,
    suite: string,
    entries: readonly Pick<EntryResult, 'name' | 'file'>[],
    strict = false,
  ) {
    this.directory = directory;
    this.#suite = suite;
    this.#strict = strict;
    this.#results = entries.map(({ name, file }) => ({
      name,
      file,
      verdict: 'not-run',
      flaky: false,
      attempts: [],
    }));
  }

  /** What is known now, in the order of the suite. */
  get results(): readonly EntryResult[] {
    return this.#results;
  }

  /** Writes that nothing has ended yet. */
  start(): Promise<void> {
    return this.#write(false);
  }

  /** Resolves when that is tried; {@link close} says whether the last try was in vain. */
  ended(result: EntryResult): Promise<void> {
    const index = this.#results.findIndex(({ name }) => name === result.name);
    this.#results[index] = result;
    return this.#write(false);
  }

  /** The last state, and why the file lacks some of it; undefined: it is whole. A suite with an incomplete file has not passed. */
  async close(): Promise<{ readonly whole: JudgedSuite; readonly unwritten: string | undefined }> {
    await this.#write(true);
    const unwritten =
      this.#failure === undefined
        ? undefined
        : `${resolve(this.directory, SUITE_FILE)} is not up to date: ${messageOf(this.#failure)}`;
    const whole = this.#made(true);
    const lost = unwritten !== undefined && whole.verdict === 'passed';
    return { whole: lost ? { ...whole, verdict: 'errored' } : whole, unwritten };
  }

  #made(complete: boolean): JudgedSuite {
    return {
      version: 1,
      suite: this.#suite,
      verdict: verdictOf(this.#results, this.#strict),
      strict: this.#strict,
      complete,
      scenarios: this.#results.map((result) => scenarioOf(this.directory, result)),
    };
  }

  #write(complete: boolean): Promise<void> {
    const made = this.#made(complete);
    this.#written = this.#written
      .then(() => writeSuite(this.directory, made))
      .then(
        () => {
          this.#failure = undefined;
        },
        (error) => {
          this.#failure = error;
        },
      );
    return this.#written;
  }
}

/** Writes suite.json, as a whole or not at all. @throws the error of the file system */
export function writeSuite(directory: string, result: SuiteResult): Promise<void> {
  return writeWholeJson(resolve(directory, SUITE_FILE), result);
}
