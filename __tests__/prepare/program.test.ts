/** Which Cloud Hypervisor boots a scenario: the machine's own, or one that is built. The programs are scripts. */

import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, expect, test } from '@jest/globals';
import { Store } from '../../src/build/store/store.ts';
import { provideProgram } from '../../src/prepare/program.ts';
import { parseScenario } from '../../src/scenario/load.ts';

const dir = mkdtempSync(join(tmpdir(), 'tdx-boot-provide-'));
const bin = join(dir, 'bin');
const path = join(bin, 'cloud-hypervisor');
const PATH = process.env.PATH;
mkdirSync(bin);
// What a lock needs.
for (const name of ['setpriv', 'flock']) symlinkSync(`/usr/bin/${name}`, join(bin, name));

beforeEach(() => {
  // No compiler, so that a build is refused where it would begin.
  process.env.PATH = bin;
});
afterEach(() => {
  process.env.PATH = PATH;
  rmSync(path, { force: true });
});
afterAll(() => rmSync(dir, { recursive: true }));

const TDVF = 'platform: tdx\nvmm: cloud-hypervisor\nfirmware: tdvf\nguest: {disks: [disk.img]}\n';
const SHIM =
  'platform: tdx\nvmm: cloud-hypervisor\nfirmware: td-shim\nguest: {kernel: k, disks: [disk.img]}\n';
const KVM = 'platform: kvm\nvmm: cloud-hypervisor\nguest: {kernel: k, disks: [disk.img]}\n';
writeFileSync(join(dir, 'disk.img'), 'raw');

async function provide(text: string): Promise<{ program?: unknown; error?: string; notices: string[] }> {
  const { scenario } = parseScenario('s.yml', `version: 1\n${text}steps: [{expect: x}]\n`, dir);
  const notices: string[] = [];
  const listener = (event: { type: string; text?: string }): void => {
    if (event.type === 'notice') notices.push(event.text ?? '');
  };
  try {
    const program = await provideProgram(scenario, {
      store: new Store(join(dir, 'store'), { listener }),
      listener,
    });
    return { program, notices };
  } catch (error) {
    return { error: String(error), notices };
  }
}

test.each([
  ['TDVF', TDVF, 'v47.0', '"tdx"'],
  ['TDVF', TDVF, 'v52.0', '"kvm", "tdx"'],
  ['td-shim and a kernel', SHIM, 'v47.0', '"tdx"'],
  ['a guest without a TD', KVM, 'v53.0', '"kvm"'],
  ['the version that is asked for', `${TDVF}vmm-ref: v46.0\n`, 'v46.0', '"tdx"'],
])("%s: the machine's own", async (_, text, version, features) => {
  install(version, features);
  const tdx = features.includes('tdx');
  expect(await provide(text)).toEqual({ program: { path, version: version.slice(1), tdx }, notices: [] });
});

test.each([
  ['none is installed', TDVF, undefined, '', 'cloud-hypervisor is not installed'],
  ['a release binary', TDVF, 'v47.0', '"kvm"', 'version 47.0 was built without --features tdx'],
  ['one that takes no kernel beside td-shim', SHIM, 'v52.0', '"tdx"', 'version 52.0 takes no kernel'],
  ['another version', `${TDVF}vmm-ref: v46.0\n`, 'v47.0', '"tdx"', `${path} is v47.0, not v46.0`],
])('%s: one is built', async (_, text, version, features, reason) => {
  if (version !== undefined) install(version, features);
  const { error, notices } = await provide(text);
  expect(notices).toEqual([expect.stringContaining('A Cloud Hypervisor built with TDX is used, because ')]);
  expect(notices[0]).toContain(reason);
  expect(error).toMatch(/building cloud-hypervisor needs rustc|git/);
});

test.each([
  [
    'a guest that none boots',
    'platform: tdx\nvmm: cloud-hypervisor\nfirmware: tdvf\nguest: {disks: [{path: disk.img, bus: nvme}]}\n',
  ],
  ['another VMM', 'platform: kvm\nvmm: qemu\nguest: {kernel: k, disks: [disk.img]}\n'],
])('%s: nothing is built', async (_, text) => {
  expect(await provide(text)).toEqual({ program: undefined, notices: [] });
});

function install(version: string, features: string): void {
  const said = `cloud-hypervisor ${version}\\nEnabled features: [${features}]\\n`;
  writeFileSync(path, `#!/bin/sh\nprintf '${said}'\n`, { mode: 0o755 });
}
