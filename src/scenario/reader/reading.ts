/** One valid scenario file on its way to final values: where each value stands, and what is wrong with them together. */

import { resolve } from 'node:path';
import { type Pattern, parsePattern } from '../../console/pattern.ts';
import { UsageError } from '../../words/errors.ts';
import { isTrustDomain, type Platform } from '../../words/words.ts';
import type { Where } from '../scenario.ts';
import type { ScenarioFile } from '../schema.ts';
import type { Path, Problem, ScenarioText } from '../text.ts';

/** Collects every problem instead of stopping at the first. */
export class Reading {
  readonly problems: Problem[] = [];
  readonly file: ScenarioFile;
  readonly platform: Platform;
  readonly #source: ScenarioText;
  readonly #base: string;

  /** @param base the directory to which paths are relative */
  constructor(source: ScenarioText, file: ScenarioFile, base: string) {
    this.file = file;
    this.platform = file.platform ?? 'emulated';
    this.#source = source;
    this.#base = base;
  }

  complain(path: Path, message: string): void {
    this.problems.push({ where: this.where(path), message });
  }

  where(path: Path): Where {
    return this.#source.where(path);
  }

  /** The absolute path of a file that the scenario names. */
  resolve(file: string): string {
    return resolve(this.#base, file);
  }

  /** The directory to which paths are relative. */
  get base(): string {
    return this.#base;
  }

  /** Undefined for a wrong pattern, which becomes a problem. */
  pattern(text: string, path: Path): Pattern | undefined {
    try {
      return parsePattern(text);
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      this.complain(path, error.hint === undefined ? error.message : `${error.message}. ${error.hint}`);
      return undefined;
    }
  }

  /** Whether an entry holds on the platform of the scenario. */
  applies(when: Platform | readonly Platform[] | undefined): boolean {
    if (when === undefined) return true;
    const named: readonly Platform[] = typeof when === 'string' ? [when] : when;
    // What holds for a Trust Domain holds for an emulated Trust Domain, too.
    return named.includes(this.platform) || (named.includes('tdx') && isTrustDomain(this.platform));
  }
}
