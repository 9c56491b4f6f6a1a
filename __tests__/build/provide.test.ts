/** From a request to an image: built once, then found; whatever is damaged, killed, cancelled or missing on the way. */

import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { createInterface, type Interface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { BuildEvent } from '../../src/build/events.ts';
import {
  findBuild,
  type Provided,
  type ProvideOptions,
  provideBuild,
  verifyBuild,
} from '../../src/build/provide.ts';
import { tdvf } from '../../src/build/recipes/tdvf.ts';
import type { RemoteCache } from '../../src/build/store/remote.ts';
import { Store } from '../../src/build/store/store.ts';
import { findCommand } from '../../src/process/find.ts';
import type { BuildRequest } from '../../src/scenario/scenario.ts';
import { type FakeEdk2, writeFakeEdk2 } from '../support/fake-edk2.ts';
import { lingering } from '../support/processes.ts';

let directory: string;
let source: string;
let events: BuildEvent[];
const path = process.env.PATH;
const children: ChildProcess[] = [];

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'tdx-boot-provide-'));
  source = join(directory, 'edk2');
  events = [];
  fake();
});

afterEach(() => {
  process.env.PATH = path;
  for (const child of children.splice(0)) child.kill('SIGKILL');
  rmSync(directory, { recursive: true, force: true });
});

const root = (): string => join(directory, 'store');
const builds = (): string => join(directory, 'builds');

/** Each build of this tree adds a line to a file of the test's. */
function fake(edk2: FakeEdk2 = {}): void {
  writeFakeEdk2(source, { ...edk2, build: `echo built >>${builds()}\n${edk2.build ?? ''}` });
}

function countBuilds(): number {
  return existsSync(builds()) ? readFileSync(builds(), 'utf8').split('\n').length - 1 : 0;
}

function request(more: Partial<BuildRequest> = {}): BuildRequest {
  return { name: 'tdvf', build: 'release', repository: source, defines: [], ...more };
}

function options(more: Partial<ProvideOptions> = {}): ProvideOptions {
  const listener = (event: BuildEvent): void => {
    events.push(event);
  };
  return { store: new Store(root(), { listener }), listener, ...more };
}

/** But for those that another test's build on this machine is waited for. */
function notices(): string[] {
  const texts = events.flatMap((event) => (event.type === 'notice' ? [event.text] : []));
  return texts.filter((text) => !text.startsWith('Another build runs on this machine'));
}

/** Nothing of a build is left but the image, its manifest and its log. */
async function expectNothingLeft(): Promise<void> {
  expect(await lingering(directory)).toEqual([]);
  for (const name of ['tmp', 'locks']) {
    expect(existsSync(join(root(), name)) ? readdirSync(join(root(), name)) : []).toEqual([]);
  }
}

test('required to be published: a build is used, and the same image from the store is refused', async () => {
  const required = { requireKnown: true };
  expect(await provideBuild(request(), options(required))).toMatchObject({ from: 'build' });
  await expect(provideBuild(request(), options(required))).rejects.toMatchObject({ code: 'unknown-image' });
  expect(await provideBuild(request(), options())).toMatchObject({ from: 'store' });
  expect(notices()).toEqual([]);
});

describe('a firmware', () => {
  test('is built once, and then found', async () => {
    const built = await provideBuild(request(), options());
    expect(built.from).toBe('build');
    const { entry } = built;
    expect(basename(entry.image)).toBe('OVMF.fd');
    expect(readFileSync(entry.image).length).toBe(65_536);
    expect(entry.manifest).toMatchObject({
      inputs: { recipe: 'tdvf', build: 'release', toolchain: { nasm: expect.stringContaining('NASM') } },
      source: { from: source, submodules: [] },
    });
    expect(readFileSync(entry.log ?? '', 'utf8')).toContain('Building ... Fake.inf');
    const found = await provideBuild(request(), options());
    expect(found).toEqual({ entry, from: 'store' });
    expect(await findBuild(request(), options())).toEqual(entry);
    expect(countBuilds()).toBe(1);
    await expectNothingLeft();
  });

  test.each<[string, Partial<BuildRequest>, FakeEdk2]>([
    ['the other build', { build: 'debug' }, {}],
    ['a define', { defines: ['SECURE_BOOT_ENABLE=TRUE'] }, {}],
    ['a change of the source', {}, { content: 'two' }],
  ])('with %s is another one', async (_, asked, changed) => {
    const one = await provideBuild(request(), options());
    fake(changed);
    const other = await provideBuild(request(asked), options());
    expect(other.from).toBe('build');
    expect(other.entry.manifest.key).not.toBe(one.entry.manifest.key);
    expect(other.entry.manifest.sha256).not.toBe(one.entry.manifest.sha256);
  });

  test('that is not in the store is not built for somebody who only asks', async () => {
    await expect(findBuild(request(), options())).rejects.toMatchObject({
      code: 'not-built',
      hint: `Build it: tdx-boot firmware build tdvf --build release --repository ${source}`,
    });
    expect(countBuilds()).toBe(0);
  });

  test('whose image was tampered with is built again, with a notice', async () => {
    const { entry } = await provideBuild(request(), options());
    appendFileSync(entry.image, 'x');
    const again = await provideBuild(request(), options());
    expect([again.from, again.entry.manifest.sha256]).toEqual(['build', entry.manifest.sha256]);
    expect(notices()).toEqual([expect.stringMatching(/^Not used: .*: .*65537 bytes/)]);
  });

  test('shows what it does: stages with the expected time, progress, and where the log is', async () => {
    const { entry } = await provideBuild(request(), options());
    const stages = events.flatMap((event) => (event.type === 'stage' ? [event.title] : []));
    expect(stages).toEqual([`source of tdvf, a copy of ${source}`, 'host tools', 'firmware']);
    expect(events).toContainEqual(
      expect.objectContaining({ type: 'stage', title: 'firmware', expectedMs: expect.any(Number) }),
    );
    expect(events).toContainEqual(
      expect.objectContaining({ type: 'progress', done: 1, total: 233, noun: 'modules' }),
    );
    expect(events).toContainEqual({ type: 'log', file: entry.log });
  });
});

describe('a build', () => {
  test('that fails says what the compiler said, keeps its log, and leaves no image', async () => {
    fake({ build: 'echo "Foo.c:3:1: error: no such thing"; echo "later: noise"; exit 3' });
    const failed = provideBuild(request(), options());
    await expect(failed).rejects.toMatchObject({
      code: 'build-failed',
      message: 'building tdvf failed (firmware, exit code 3):\nFoo.c:3:1: error: no such thing',
      hint: expect.stringMatching(
        /^The compiler failed: no such thing\. .*\nThe whole log: .*\.log, line \d+$/,
      ),
    });
    const [log = ''] = readdirSync(join(root(), 'logs'));
    expect(readFileSync(join(root(), 'logs', log), 'utf8')).toContain('later: noise');
    expect(existsSync(join(root(), 'entries'))).toBe(false);
    await expectNothingLeft();
  });

  test('that ends well without an image is a failure', async () => {
    fake({ build: 'exit 0' });
    await expect(provideBuild(request(), options())).rejects.toMatchObject({
      code: 'build-failed',
      message: 'the build of tdvf succeeded but made no Build/IntelTdx/RELEASE_GCC5/FV/OVMF.fd',
    });
  });

  test('that is cancelled ends at once with all that it has started', async () => {
    fake({ build: 'echo "Building ... Slow.inf [X64]"\nsleep 600 & sleep 600' });
    const cancel = new AbortController();
    const notices: string[] = [];
    const listener = (event: BuildEvent): void => {
      if (event.type === 'progress' && event.noun === 'modules') cancel.abort('cancelled');
      if (event.type === 'notice') notices.push(event.text);
    };
    const store = new Store(root(), { listener });
    const building = provideBuild(request(), { store, listener, signal: cancel.signal });
    await expect(building).rejects.toBe('cancelled');
    expect(notices).toEqual(['tdvf: the build was stopped; its tree is being removed']);
    await expectNothingLeft();
  });

  test('gets no variable of the caller’s, and a directory that is the same everywhere', async () => {
    fake({ build: 'env; pwd' });
    process.env.GCC5_BIN = '/evil/';
    process.env.SECRET = 'hunter2';
    try {
      const { entry } = await provideBuild(request(), options());
      const log = readFileSync(entry.log ?? '', 'utf8');
      expect(log).not.toMatch(/hunter2|GCC5_BIN/);
      expect(log).toMatch(/^WORKSPACE=\/tmp\/tdx-boot-src$/m);
      expect(log).toMatch(/^\/tmp\/tdx-boot-src$/m);
    } finally {
      delete process.env.GCC5_BIN;
      delete process.env.SECRET;
    }
  });
});

describe('a second build to compare with', () => {
  test('of the same source gives the same image', async () => {
    const { entry } = await provideBuild(request(), options());
    const verified = await verifyBuild(request(), options());
    expect(verified).toEqual({ entry, sha256: entry.manifest.sha256, same: true });
    expect(countBuilds()).toBe(2);
  });

  test('that gives another image says so and changes nothing', async () => {
    fake({ build: `wc -l <${builds()} >>content.txt` });
    const { entry } = await provideBuild(request(), options());
    const verified = await verifyBuild(request(), options());
    expect(verified.same).toBe(false);
    expect(await findBuild(request(), options())).toEqual(entry);
  });

  test('needs one to compare with', async () => {
    await expect(verifyBuild(request(), options())).rejects.toMatchObject({ code: 'not-built' });
  });
});

/** A PATH that has every tool of TDVF but these, and what a build needs besides. */
function without(...missing: string[]): void {
  const bin = join(directory, 'bin');
  mkdirSync(bin);
  const needed = [...tdvf.tools.map(({ name }) => name), 'setpriv', 'flock', 'sh', 'git'];
  for (const name of needed.filter((tool) => !tool.startsWith('/') && !missing.includes(tool))) {
    const found = findCommand(name);
    if (found === undefined) throw new Error(`${name} is missing, run script/setup`);
    // Not a link: some programs (pyenv's python3) look at the name they were called by, or need others in PATH.
    const script = `#!/bin/sh\nPATH='${path}' exec '${found}' "$@"\n`;
    writeFileSync(join(bin, name), script, { mode: 0o755 });
  }
  process.env.PATH = bin;
}

describe('on a machine that lacks tools', () => {
  test('nothing is begun, and the error names them all and the command', async () => {
    without('nasm', 'iasl');
    await expect(provideBuild(request(), options())).rejects.toMatchObject({
      code: 'tools-missing',
      message: 'building tdvf needs nasm, iasl',
      hint: expect.stringContaining('sudo apt-get install --yes --no-install-recommends nasm acpica-tools'),
    });
    expect(countBuilds()).toBe(0);
    await expectNothingLeft();
  });

  test('an image that another toolchain has built from this source is used, and said to be so', async () => {
    const { entry } = await provideBuild(request(), options());
    without('nasm');
    const found = await provideBuild(request(), options());
    expect(found).toEqual({ entry, from: 'store' });
    expect(notices()).toEqual([
      expect.stringMatching(/^tdvf: this machine lacks the tools to build it; .*NASM/),
    ]);
  });

  test('the part of the key that is for every toolchain is the same for a gcc that needs other options', async () => {
    const { entry } = await provideBuild(request(), options());
    without();
    const gcc = join(directory, 'bin', 'gcc');
    writeFileSync(gcc, '#!/bin/sh\necho "gcc (a fake) 15.1.0"\n', { mode: 0o755 });
    const prefix = entry.manifest.key.replace(/-[0-9a-f]+$/, '');
    const error = await findBuild(request(), options()).catch((failed: Error) => failed);
    expect(error).toMatchObject({ code: 'not-built', message: expect.stringContaining(`: ${prefix}-`) });
    expect(error).not.toMatchObject({ message: expect.stringContaining(entry.manifest.key) });
  });

  test.each(['3.01', '2.14.02', '0.98'])(
    'nasm %s, which cannot build this source, is refused',
    async (nasm) => {
      without('nasm');
      const other = join(directory, 'bin', 'nasm');
      writeFileSync(other, `#!/bin/sh\necho "NASM version ${nasm} compiled on Oct 11 2025"\n`, {
        mode: 0o755,
      });
      await expect(provideBuild(request(), options())).rejects.toMatchObject({
        code: 'tools-unsuitable',
        message: expect.stringMatching(
          /^NASM version \S+ .* cannot build tdvf: it needs nasm 2\.15 or 2\.16/,
        ),
      });
    },
  );
});

/** A fake of the cache that machines share: what it has, by key, and what was asked of it. */
class FakeRemote implements RemoteCache {
  readonly entries = new Map<string, ReadonlyMap<string, Buffer>>();
  readonly asked: string[] = [];

  async restore(key: string, prefix: string, target: string): Promise<string | undefined> {
    this.asked.push(`restore ${key}`);
    const found = this.entries.has(key)
      ? key
      : [...this.entries.keys()].find((one) => one.startsWith(prefix));
    for (const [name, bytes] of this.entries.get(found ?? '') ?? []) writeFileSync(join(target, name), bytes);
    return found;
  }

  async save(key: string, from: string): Promise<void> {
    this.asked.push(`save ${key}`);
    const files = readdirSync(from).map((name) => [name, readFileSync(join(from, name))] as const);
    this.entries.set(key, new Map(files));
  }
}

describe('a cache that machines share', () => {
  let remote: FakeRemote;
  let first: Provided;
  beforeEach(async () => {
    remote = new FakeRemote();
    first = await provideBuild(request(), options({ remote }));
    rmSync(root(), { recursive: true });
    events = [];
  });

  test('gets what was built, and gives it to the next machine', async () => {
    const { key } = first.entry.manifest;
    expect(remote.asked).toEqual([`restore ${key}`, `save ${key}`]);
    const restored = await provideBuild(request(), options({ remote }));
    const { log, ...entry } = first.entry;
    expect(log).toBeDefined();
    // Built elsewhere: there is no log on this machine.
    expect(restored).toStrictEqual({ from: 'cache', entry });
    expect(await provideBuild(request(), options({ remote }))).toMatchObject({ from: 'store' });
    expect([countBuilds(), remote.asked.length]).toEqual([1, 3]);
    await expectNothingLeft();
  });

  test('serves a machine that lacks the tools', async () => {
    without('gcc');
    expect(await provideBuild(request(), options({ remote }))).toMatchObject({ from: 'cache' });
  });

  test.each<[string, (files: Map<string, Buffer>) => void]>([
    ['a changed image', (files) => files.set('OVMF.fd', Buffer.alloc(65_536))],
    ['a truncated image', (files) => files.set('OVMF.fd', Buffer.alloc(10))],
    ['no image', (files) => files.delete('OVMF.fd')],
    ['no manifest', (files) => files.delete('manifest.json')],
    ['a manifest that is not JSON', (files) => files.set('manifest.json', Buffer.from('{'))],
    [
      'a manifest of other inputs',
      (files) => {
        const text = String(files.get('manifest.json')).replace('"release"', '"debug"');
        files.set('manifest.json', Buffer.from(text));
      },
    ],
  ])('that gives %s is not believed: a notice, and a build', async (_, damage) => {
    const { key } = first.entry.manifest;
    const files = new Map(remote.entries.get(key));
    damage(files);
    remote.entries.set(key, files);
    const built = await provideBuild(request(), options({ remote }));
    expect([built.from, built.entry.manifest.sha256]).toEqual(['build', first.entry.manifest.sha256]);
    expect(notices()).toEqual([expect.stringContaining(`Not used: ${key} of the shared cache`)]);
    await expectNothingLeft();
  });
});

/** A program that makes the firmware ready in another process, and prints where the image came from. */
function start(): { process: ChildProcess; lines: Interface; output: Promise<string> } {
  const file = (name: string): string => JSON.stringify(join(import.meta.dirname, '../../src', name));
  const program = `
    import { provideBuild } from ${file('build/provide.ts')};
    import { Store } from ${file('build/store/store.ts')};
    const listener = (event) => event.type === 'notice' && console.log(event.text);
    const store = new Store(${JSON.stringify(root())}, { listener });
    const { from } = await provideBuild(${JSON.stringify(request())}, { store, listener });
    console.log(from);`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, TMPDIR: directory },
  });
  children.push(child);
  const said: string[] = [];
  const lines = createInterface(child.stdout).on('line', (line) => said.push(line));
  return { process: child, lines, output: once(child, 'close').then(() => said.join('\n')) };
}

describe('many processes', () => {
  test('that need the same firmware at once build it once; who waits says for what', async () => {
    // The build stands still until both others have said that they wait.
    const go = join(directory, 'go');
    execFileSync('mkfifo', [go]);
    fake({ build: `read -r _ <${go}` });
    const all = [start(), start(), start()];
    const first = all.map(async (one) => {
      await once(one.lines, 'line');
      return one;
    });
    const one = await Promise.race(first);
    await Promise.race(first.filter((_, index) => all[index] !== one));
    writeFileSync(go, 'go\n');
    const outputs = (await Promise.all(all.map(({ output }) => output))).sort();
    const waited = 'Another process is making tdvf ready: waiting for it\nstore';
    expect(outputs).toEqual([waited, waited, 'build']);
    expect(countBuilds()).toBe(1);
    await expectNothingLeft();
  });

  test('that are killed at random moments: the next one works, and nothing half-made is used', async () => {
    fake({ build: 'for i in 1 2 3 4 5 6; do echo "Building ... $i.inf"; sleep 0.02; done' });
    let random = 20261124;
    let finished = 0;
    for (let round = 0; round < 25; round++) {
      const victim = start();
      random = (random * 1103515245 + 12345) & 0x7fffffff;
      // From before its first line of code to after its last.
      const timer = setTimeout(() => victim.process.kill('SIGKILL'), (random >> 8) % 1200);
      const output = await victim.output;
      clearTimeout(timer);
      if (/^(build|store)$/m.test(output)) finished++;
      // A build of the killed one goes with it.
      const { entry, from } = await provideBuild(request(), options());
      expect(from === 'build' || from === 'store').toBe(true);
      expect(readFileSync(entry.image).equals(await expectedImage())).toBe(true);
      rmSync(join(root(), 'entries'), { recursive: true });
    }
    expect(finished).toBeLessThan(25);
    await new Store(root(), { listener: () => undefined }).sweep();
    await expectNothingLeft();
  });
});

let whole: Buffer | undefined;

/** The image as an undisturbed build in another store makes it. */
async function expectedImage(): Promise<Buffer> {
  if (whole === undefined) {
    const listener = (): void => undefined;
    const store = new Store(join(directory, 'other'), { listener });
    whole = readFileSync((await provideBuild(request(), { store, listener })).entry.image);
  }
  return whole;
}
