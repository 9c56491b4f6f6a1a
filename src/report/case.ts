/** A test case of a run, as JUnit and KTAP count them. */

export interface Case {
  /** What it is about, and what readers group by. */
  readonly group: 'boot' | 'steps' | 'tests' | 'findings' | 'trust domain' | 'measurements';
  readonly name: string;
  readonly state: 'passed' | 'failed' | 'errored' | 'skipped';
  /** How long it took, in milliseconds: of a step and a test since the one before. */
  readonly time?: number;
  /** Why it did not pass, on one line. */
  readonly message?: string;
  readonly details?: readonly string[];
}
