/** One valid scenario on its way to final values: where each value stands, and what is wrong with them together. */

import { resolve } from 'node:path';
import { type Pattern, parsePattern } from '../../console/pattern.ts';
import { isTrustDomain, type Platform } from '../../words/words.ts';
import type { Where } from '../scenario.ts';
import type { ScenarioFile } from '../schema.ts';
import type { Problem, ScenarioSource } from '../text.ts';
import { nodeAt, type Path, plainValue } from '../tree.ts';
import { patternProblem } from '../wrong-patterns.ts';

/** Collects every problem instead of stopping at the first. */
export class Reading {
  readonly problems: Problem[] = [];
  readonly file: ScenarioFile;
  readonly platform: Platform;
  readonly #source: ScenarioSource;

  constructor(source: ScenarioSource, file: ScenarioFile) {
    this.file = file;
    this.platform = file.platform ?? 'emulated';
    this.#source = source;
  }

  complain(path: Path, message: string): void {
    this.problems.push({ where: this.where(path), message });
  }

  where(path: Path): Where {
    return this.#source.where(path);
  }

  /** The absolute path of a file that the value at `path` names: relative to the file that says it. */
  resolve(path: Path, file: string): string {
    return resolve(this.base(path), file);
  }

  /** The same of a value that may be absent. */
  resolveGiven(path: Path, file: string | undefined): string | undefined {
    return file === undefined ? undefined : this.resolve(path, file);
  }

  /** What a list in an extended file has that the list at `path`, which replaces that one, has not. */
  dropped(path: Path): { readonly value: unknown; readonly where: Where }[] {
    const list = nodeAt(this.#source.root, path);
    const dropped = list?.kind === 'list' ? (list.dropped ?? []) : [];
    return dropped.map((node) => ({ value: plainValue(node), where: node.where }));
  }

  /** The directory to which the value at a path is relative. */
  base(path: Path): string {
    return this.#source.base(path);
  }

  /** Undefined for a wrong pattern, which becomes a problem. */
  pattern(text: string, path: Path): Pattern | undefined {
    const problem = patternProblem(text);
    if (problem === undefined) return parsePattern(text);
    this.complain(path, problem);
    return undefined;
  }

  /** Whether an entry holds on the platform of the scenario. */
  applies(when: Platform | readonly Platform[] | undefined): boolean {
    if (when === undefined) return true;
    const named: readonly Platform[] = typeof when === 'string' ? [when] : when;
    // What holds for a Trust Domain holds for an emulated Trust Domain, too.
    return named.includes(this.platform) || (named.includes('tdx') && isTrustDomain(this.platform));
  }
}
