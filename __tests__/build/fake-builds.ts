/** Builds of TDVF from a fake edk2 into a store of the test's, and what they leave there. */

import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BuildEvent } from '../../src/build/events.ts';
import {
  findBuild,
  type Provided,
  type ProvideOptions,
  provideBuild,
  type Verified,
  verifyBuild,
} from '../../src/build/provide.ts';
import { tdvf } from '../../src/build/recipes/tdvf.ts';
import { type Entry, Store } from '../../src/build/store/store.ts';
import { findCommand } from '../../src/process/find.ts';
import type { BuildRequest } from '../../src/scenario/scenario.ts';
import { type FakeEdk2, writeFakeEdk2 } from '../support/fake-edk2.ts';
import { lingering } from '../support/processes.ts';

/** How a notice begins that says that a build waits for the build of another test. */
export const MACHINE_BUSY = 'another build runs on this machine';

export class FakeBuilds {
  readonly directory = mkdtempSync(join(tmpdir(), 'tdx-boot-provide-'));
  readonly source = join(this.directory, 'edk2');
  /** The root of the store. */
  readonly root = join(this.directory, 'store');
  /** Each build adds a line to this file. */
  readonly journal = join(this.directory, 'builds');
  readonly events: BuildEvent[] = [];
  readonly #path = process.env.PATH;

  constructor() {
    this.writeSource();
  }

  /** Removes all of it, and gives the process its PATH back. */
  remove(): void {
    process.env.PATH = this.#path;
    rmSync(this.directory, { recursive: true, force: true });
  }

  writeSource(edk2: FakeEdk2 = {}): void {
    writeFakeEdk2(this.source, { ...edk2, build: `echo built >>${this.journal}\n${edk2.build ?? ''}` });
  }

  request(more: Partial<BuildRequest> = {}): BuildRequest {
    return { name: 'tdvf', build: 'release', repository: this.source, defines: [], ...more };
  }

  options(more: Partial<ProvideOptions> = {}): ProvideOptions {
    const listener = more.listener ?? ((event) => void this.events.push(event));
    return { store: new Store(this.root, { listener }), listener, ...more };
  }

  provide(asked: Partial<BuildRequest> = {}, more: Partial<ProvideOptions> = {}): Promise<Provided> {
    return provideBuild(this.request(asked), this.options(more));
  }

  find(): Promise<Entry> {
    return findBuild(this.request(), this.options());
  }

  verify(): Promise<Verified> {
    return verifyBuild(this.request(), this.options());
  }

  count(): number {
    return existsSync(this.journal) ? readFileSync(this.journal, 'utf8').split('\n').length - 1 : 0;
  }

  /** The notices of all builds so far, without those of a busy machine. */
  notices(): string[] {
    const texts = this.events.flatMap((event) => (event.type === 'notice' ? [event.text] : []));
    return texts.filter((text) => !text.startsWith(MACHINE_BUSY));
  }

  /** What a build has left besides the image, its manifest and its log: processes, scratch files, locks. */
  async left(): Promise<unknown[]> {
    const directories = ['tmp', 'locks'].map((name) => join(this.root, name));
    const files = directories.flatMap((path) => (existsSync(path) ? readdirSync(path) : []));
    return [...(await lingering(this.directory)), ...files];
  }

  /**
   * Makes a PATH that has every tool of TDVF but these, and what a build needs besides.
   * @returns the one directory of this PATH
   */
  without(...missing: string[]): string {
    const bin = join(this.directory, 'bin');
    mkdirSync(bin);
    const needed = [...tdvf.tools.map(({ name }) => name), 'setpriv', 'flock', 'sh', 'git'];
    for (const name of needed.filter((tool) => !tool.startsWith('/') && !missing.includes(tool))) {
      const found = findCommand(name);
      if (found === undefined) throw new Error(`${name} is missing, run script/setup`);
      // Not a link: some programs (pyenv's python3) look at the name they were called by, or need others in PATH.
      const script = `#!/bin/sh\nPATH='${this.#path}' exec '${found}' "$@"\n`;
      writeFileSync(join(bin, name), script, { mode: 0o755 });
    }
    process.env.PATH = bin;
    return bin;
  }
}
