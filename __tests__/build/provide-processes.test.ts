/** Many processes that want the same image: built once, whoever is killed. */

import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface, type Interface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { Store } from '../../src/build/store/store.ts';
import { FakeBuilds, MACHINE_BUSY } from './fake-builds.ts';

let builds: FakeBuilds;
const children: ChildProcess[] = [];

beforeEach(() => {
  builds = new FakeBuilds();
});

afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  builds.remove();
});

/** Another process that makes the firmware ready, and prints where the image came from. */
function start(): { process: ChildProcess; lines: Interface; output: Promise<string> } {
  const file = (name: string): string => JSON.stringify(join(import.meta.dirname, '../../src', name));
  const program = `
    import { provideBuild } from ${file('build/provide.ts')};
    import { Store } from ${file('build/store/store.ts')};
    const listener = ({ type, text }) => {
      if (type === 'notice' && !text.startsWith('${MACHINE_BUSY}')) console.log(text);
    };
    const store = new Store(${JSON.stringify(builds.root)}, { listener });
    const { from } = await provideBuild(${JSON.stringify(builds.request())}, { store, listener });
    console.log(from);`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, TMPDIR: builds.directory },
  });
  children.push(child);
  const said: string[] = [];
  const lines = createInterface(child.stdout).on('line', (line) => said.push(line));
  return { process: child, lines, output: once(child, 'close').then(() => said.join('\n')) };
}

describe('many processes', () => {
  test('that need the same firmware at once build it once; who waits says for what', async () => {
    // The build stands still until both others have said that they wait.
    const go = join(builds.directory, 'go');
    execFileSync('mkfifo', [go]);
    builds.writeSource({ build: `read -r _ <${go}` });
    const all = [start(), start(), start()];
    const first = all.map(async (one) => {
      await once(one.lines, 'line');
      return one;
    });
    const one = await Promise.race(first);
    await Promise.race(first.filter((_, index) => all[index] !== one));
    writeFileSync(go, 'go\n');
    const outputs = (await Promise.all(all.map(({ output }) => output))).sort();
    const waited = 'another process is making tdvf ready: waiting for it\nstore';
    expect(outputs).toEqual([waited, waited, 'build']);
    expect(builds.count()).toBe(1);
    expect(await builds.left()).toEqual([]);
  });

  test('that are killed at random moments: the next one works, and nothing half-made is used', async () => {
    builds.writeSource({ build: 'for i in 1 2 3 4 5 6; do echo "Building ... $i.inf"; sleep 0.02; done' });
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
      const { entry, from } = await builds.provide();
      expect(from === 'build' || from === 'store').toBe(true);
      expect(readFileSync(entry.image).equals(await expectedImage())).toBe(true);
      rmSync(join(builds.root, 'entries'), { recursive: true });
    }
    expect(finished).toBeLessThan(25);
    await new Store(builds.root, { listener: () => undefined }).sweep();
    expect(await builds.left()).toEqual([]);
  });
});

let whole: Buffer | undefined;

/** The image as an undisturbed build in another store makes it. */
async function expectedImage(): Promise<Buffer> {
  if (whole === undefined) {
    const listener = (): void => undefined;
    const store = new Store(join(builds.directory, 'other'), { listener });
    whole = readFileSync((await builds.provide({}, { store, listener })).entry.image);
  }
  return whole;
}
