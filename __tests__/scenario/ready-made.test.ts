/** The scenarios in scenarios/: each is valid and taken by a VMM; td-shim's matrix is that of its CI. */

import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { explainRun } from '../../src/prepare/explain.ts';
import { requireSound } from '../../src/prepare/lint.ts';
import { loadScenario, toBoot } from '../../src/scenario/load.ts';
import { recordedHost } from '../host/recorded.ts';
import { bzImage } from '../support/bz-image.ts';
import { scratchDirectory } from '../support/scratch.ts';
import { buildImage, EDK2, TD_SHIM_EXECUTABLE } from '../tdx/image-builder.ts';

const SCENARIOS = join(import.meta.dirname, '../../scenarios');
const FILES = readdirSync(SCENARIOS, { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.yml'),
);
const directory = scratchDirectory('scenarios');

/** The files that they name stand beside them, as far as a check looks into them. */
beforeAll(() => {
  cpSync(SCENARIOS, directory, { recursive: true });
  for (const name of FILES) {
    const text = readFileSync(join(SCENARIOS, name), 'utf8');
    for (const [file = ''] of text.matchAll(/\bbzImage\b|\bvmlinuz\b|[\w-]+\.(?:raw|bin)\b/g)) {
      const path = join(directory, name, '..', file);
      if (file.endsWith('.bin')) writeFileSync(path, buildImage(TD_SHIM_EXECUTABLE));
      else writeFileSync(path, file.endsWith('.raw') ? 'a disk' : bzImage('6.17.0'));
    }
  }
  writeFileSync(join(directory, 'built.fd'), buildImage(EDK2));
});

/** Without that of the power-off: lkvs runs to it with two CPUs and more, and so do these scenarios. */
const warnings = (file: string) =>
  requireSound(loadScenario(file)).filter(({ rule }) => rule !== 'tdvf-power-off');

describe.each(FILES)('%s', (name) => {
  test('is valid, and the lint warns at most of hosts of today', () => {
    const messages = warnings(join(directory, name)).map(({ message }) => message);
    expect(messages.filter((text) => !text.startsWith('on a host of Linux 6.16 or later'))).toEqual([]);
  });

  test('is a Trust Domain for which there is a command', async () => {
    const loaded = toBoot(loadScenario(join(directory, name)));
    expect(loaded.scenario.platform).toBe('tdx');
    // What is built is not there yet; the command takes any image.
    const builds = { locate: async () => ({ image: join(directory, 'built.fd'), command: 'build' }) };
    const { paste } = await explainRun(loaded, builds, 'probe.cpio', recordedHost({}));
    const { args } = paste;
    expect(args.join(' ')).toMatch(/tdx=on|tdx-guest/);
  });

  test('says where it comes from', () => {
    const [schema, source] = readFileSync(join(SCENARIOS, name), 'utf8').split('\n');
    expect(schema).toBe('# yaml-language-server: $schema=../../schema/scenario.schema.json');
    expect(source).toMatch(/^# .*: https:\/\//);
  });
});

/** Why a scenario cannot boot in an emulated Trust Domain, as a user reads it; all others can. */
const NOT_EMULATED: readonly [files: RegExp, reason: RegExp][] = [
  [/^(documented|td-shim-ci)\//, /Cloud Hypervisor needs KVM .*Use vmm: qemu/],
  [/^lkvs\/td-boot-(64|288)cpu-/, /an emulated Trust Domain has at most 16 vCPUs/],
];
/** The same with QEMU in place of Cloud Hypervisor. */
const NOT_BY_QEMU: readonly [files: RegExp, reason: RegExp][] = [
  [/^lkvs\/td-boot-(64|288)cpu-/, /an emulated Trust Domain has at most 16 vCPUs/],
];

describe.each([
  ['platform replaced', /(?!)/, NOT_EMULATED],
  ['platform and Cloud Hypervisor replaced', /^vmm: cloud-hypervisor$/m, NOT_BY_QEMU],
] as const)('with %s: which can boot in an emulated Trust Domain', (_, dropped, refused) => {
  test.each(FILES)('%s', (name) => {
    const text = readFileSync(join(SCENARIOS, name), 'utf8')
      .replace('platform: tdx', 'platform: tdx-emulated')
      .replace(dropped, 'vmm: qemu');
    const file = join(directory, name.replace('.yml', '.emulated.yml'));
    writeFileSync(file, text);
    const reason = refused.find(([files]) => files.test(name))?.[1];
    const prepare = (): unknown => warnings(file);
    if (reason === undefined) expect(prepare()).toEqual([]);
    else expect(prepare).toThrow(reason);
  });
});

/** .github/workflows/integration-tdx.yml of td-shim v0.8.0, the lines with -c and -m. */
test("the matrix of td-shim's CI is whole", () => {
  const sizes = (prefix: string): string[] =>
    FILES.filter((name) => name.startsWith(`td-shim-ci/${prefix}`))
      .map((name) => loadScenario(join(SCENARIOS, name)).scenario.guest)
      .map((guest) => `-c ${guest?.cpus} -m ${(guest?.memory ?? 0) / 2 ** 30}G`)
      .sort();
  expect(sizes('kernel')).toEqual([
    '-c 1 -m 1G',
    '-c 1 -m 2G',
    '-c 16 -m 16G',
    '-c 2 -m 4G',
    '-c 4 -m 8G',
    '-c 8 -m 16G',
  ]);
  expect(sizes('payload')).toEqual(['-c 1 -m 1G', '-c 1 -m 2G', '-c 2 -m 4G', '-c 4 -m 8G', '-c 8 -m 16G']);
});
