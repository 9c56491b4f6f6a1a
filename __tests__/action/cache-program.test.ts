/** A Cloud Hypervisor over GitHub's cache, with its real client: the next machine can run what it restores. */

import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { type Provided, provideBuild } from '../../src/build/provide.ts';
import { Store } from '../../src/build/store/store.ts';
import { askCloudHypervisor } from '../../src/vmm/ask.ts';
import { CacheJob } from '../support/cache-job.ts';

let job: CacheJob;
beforeEach(async () => {
  job = await CacheJob.start();
  const bin = join(job.directory, 'bin');
  const source = join(job.directory, 'source');
  mkdirSync(bin);
  mkdirSync(source);
  writeFileSync(join(source, 'Cargo.toml'), '');
  fake(bin, 'rustc', 'echo "rustc 1.90.0 (a fake)"');
  fake(
    bin,
    'cargo',
    `case "$1" in
      --version) echo "cargo 1.90.0 (a fake)" ;;
      build)
        mkdir -p target/release
        printf '#!/bin/sh\\necho "cloud-hypervisor v47.0"\\n' >target/release/cloud-hypervisor
        chmod 755 target/release/cloud-hypervisor ;;
    esac`,
  );
  process.env.PATH = `${bin}:${process.env.PATH}`;
});
afterEach(() => job.close());

/** A fake program: a shell script. */
function fake(bin: string, name: string, script: string): void {
  writeFileSync(join(bin, name), `#!/bin/sh\n${script}\n`);
  chmodSync(join(bin, name), 0o755);
}

/** On another machine, whose store is empty. */
function provide(machine: string): Promise<Provided> {
  job.moveTo(machine);
  const listener = (): void => undefined;
  const store = new Store(join(job.directory, machine, 'store'), { listener });
  const request = {
    name: 'cloud-hypervisor',
    build: 'release',
    repository: join(job.directory, 'source'),
  } as const;
  return provideBuild({ ...request, defines: [] }, { store, listener, remote: job.cache });
}

test('the program is executable, and has no log of a build that was elsewhere', async () => {
  const built = await provide('machine-a');
  expect(built.from).toBe('build');
  expect(built.entry.log).toBeDefined();
  const { from, entry } = await provide('machine-b');
  expect([from, statSync(entry.image).mode & 0o777, entry.log]).toEqual(['cache', 0o755, undefined]);
  expect(await askCloudHypervisor(entry.image)).toEqual({ version: '47.0', features: [] });
});

test('one that an older tdx-boot has restored without its mode is made executable', async () => {
  const { entry } = await provide('machine-a');
  chmodSync(entry.image, 0o644);
  const found = await provide('machine-a');
  expect(found.from).toBe('store');
  expect(execFileSync(found.entry.image, { encoding: 'utf8' })).toBe('cloud-hypervisor v47.0\n');
});
