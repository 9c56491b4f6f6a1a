/** What is computed of a scenario's registers before its boot, refused when it cannot be, recorded, and judged again. */

import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { replay } from '../../src/boot/replay.ts';
import type { VmmInfo } from '../../src/compat/combination.ts';
import type { BootEvent, MachineEvent, Verdict } from '../../src/judge/events.ts';
import { Judge } from '../../src/judge/judge.ts';
import { predictMeasurements } from '../../src/prepare/predictions.ts';
import { Recording } from '../../src/report/recording.ts';
import { parseScenario, toBoot } from '../../src/scenario/load.ts';
import type { BootScenario, FirmwareFiles } from '../../src/scenario/scenario.ts';
import { parseMetadata } from '../../src/tdx/metadata.ts';
import { computeMrtd, LAUNCH_METHOD } from '../../src/tdx/mrtd.ts';
import { type Predictions, registerPredictor } from '../../src/tdx/register-prediction.ts';
import { ZERO } from '../../src/tdx/registers.ts';
import { HostError } from '../../src/words/errors.ts';
import { makeBootDisk, runTool } from '../support/boot-disk.ts';
import { probeOutput } from '../support/fake-td.ts';
import { exit, out, vm } from '../support/rules.ts';
import { scratchDirectory } from '../support/scratch.ts';
import { ACPI, CCEL, fixture } from '../tdx/fixtures.ts';
import { buildGrub, buildShim } from '../tdx/grub-builder.ts';
import { buildImage, DRIVERS, TD_SHIM, tdvf } from '../tdx/image-builder.ts';
import { buildKernel, buildUki } from '../tdx/pe-builder.ts';

const dir = scratchDirectory('measurements');

/** A kernel whose header names its release. */
function kernel(release: string): Buffer {
  const image = buildKernel();
  image.writeUInt16LE(0x400, 0x20e);
  image.write(`${release} (builder@host)\0`, 0x600);
  return image;
}

const IMAGE = buildImage(tdvf());
for (const [name, bytes] of Object.entries({
  'tdvf.fd': IMAGE,
  'new.fd': buildImage(tdvf([...DRIVERS, 'SmbiosMeasurementDxe'])),
  'shim.bin': buildImage(TD_SHIM),
  'vmlinuz-6.12': kernel('6.12.0'),
  'vmlinuz-6.8': kernel('6.8.0-52-generic'),
  vmlinuz: buildKernel(),
  initrd: Buffer.from('initrd'),
  'acpi.bin': fixture(ACPI),
  'no-acpi.bin': Buffer.from('none'),
  'disk.img': Buffer.from('a disk'),
})) {
  writeFileSync(join(dir, name), bytes);
}

makeBootDisk(join(dir, 'uki.img'), {
  fat: 12,
  files: {
    'EFI/BOOT/BOOTX64.EFI': buildUki({
      ...{ '.sdmagic': Buffer.from('#### LoaderInfo: systemd-stub 252 ####\0'), '.linux': buildKernel() },
      ...{ '.cmdline': Buffer.from('quiet'), '.initrd': Buffer.from('initrd') },
    }),
  },
});
runTool('qemu-img', 'convert', '-O', 'qcow2', join(dir, 'uki.img'), join(dir, 'uki.qcow2'));

const grubKernel = kernel('6.12.0');
grubKernel.writeUInt16LE(1, grubKernel.readUInt32LE(0x3c) + 24 + 44);
makeBootDisk(join(dir, 'grub.img'), {
  fat: 12,
  files: {
    ...{ 'EFI/BOOT/BOOTX64.EFI': buildShim(), 'EFI/BOOT/grubx64.efi': buildGrub(), vmlinuz: grubKernel },
    'EFI/debian/grub.cfg': 'set timeout=0\nmenuentry A { linux /vmlinuz }\n',
  },
});
runTool('qemu-img', 'convert', '-O', 'qcow2', join(dir, 'grub.img'), join(dir, 'grub.qcow2'));

const KERNEL =
  'firmware: tdvf.fd\nguest: {kernel: vmlinuz-6.12, initrd: initrd, cmdline: quiet, memory: 2G}\n';
const DISK = 'firmware: tdvf.fd\nguest: {disks: [disk.img]}\n';
const UKI = 'firmware: tdvf.fd\nguest: {disks: [uki.qcow2, disk.img]}\n';
const SHIM = 'firmware: shim.bin\nguest: {kernel: vmlinuz-6.12, initrd: initrd, cmdline: quiet}\n';
const QEMU: VmmInfo = { name: 'qemu', version: '10.1.0' };
const CH: VmmInfo = { name: 'cloud-hypervisor', version: '47.0' };

function load(what: string, measurements: string): BootScenario {
  const text = `version: 1\nplatform: tdx\n${what}steps: [{expect: done}]\nmeasurements: {${measurements}}\n`;
  return toBoot(parseScenario('td.yml', text, dir)).scenario;
}

const filesOf = ({ firmware }: BootScenario): FirmwareFiles | undefined =>
  firmware === undefined || 'request' in firmware ? undefined : firmware;

const noTables = () => Promise.reject(new HostError('no-acpi-tables', 'QEMU made no ACPI tables'));

const predict = (what: string, measurements: string, vmm = QEMU, release?: string) => {
  const scenario = load(what, measurements);
  return predictMeasurements(scenario, filesOf(scenario), vmm, release, noTables);
};

const count = (expectations: Predictions | undefined): Record<string, number> =>
  Object.fromEntries(Object.entries(expectations ?? {}).map(([name, { values }]) => [name, values.length]));

const mrtd = (changes: Partial<typeof LAUNCH_METHOD> = {}): string =>
  computeMrtd(IMAGE, parseMetadata(IMAGE), { ...LAUNCH_METHOD, ...changes });

test('an edk2 that is not known, of which some measure what is not known: the reason names one and asks', async () => {
  await expect(predict(KERNEL, 'rtmr0: expected')).rejects.toThrow(
    /^td\.yml:\S+ measurements\.rtmr0 cannot be predicted: for qemu, edk2-\S+: .*say which edk2 it was built from \(events\)/,
  );
});

describe('how many values a register may have', () => {
  test.each<[string, string, string, string | undefined, Record<string, number>]>([
    [
      'of an unknown edk2',
      KERNEL,
      'rtmr1: expected, rtmr2: expected, rtmr3: expected',
      undefined,
      { rtmr1: 6, rtmr2: 1, rtmr3: 1 },
    ],
    [
      'of an unknown edk2 from 202505 on',
      KERNEL.replace('tdvf.fd', 'new.fd'),
      'rtmr2: expected',
      undefined,
      { rtmr2: 2 },
    ],
    [
      'of the pin',
      KERNEL,
      'rtmr0: expected, rtmr1: expected, rtmr2: expected',
      'edk2-stable202211-242-g13b97736c8',
      { rtmr0: 1, rtmr1: 2, rtmr2: 1 },
    ],
    [
      'of an edk2 that the scenario names',
      KERNEL,
      'rtmr0: expected, events: edk2-13b97736',
      undefined,
      { rtmr0: 1 },
    ],
    [
      'of an edk2 that measures ACPI tables',
      KERNEL,
      'rtmr0: expected, acpi-tables: acpi.bin',
      'edk2-stable202411',
      { rtmr0: 1 },
    ],
    [
      'of the release before the pin',
      KERNEL,
      'rtmr0: expected, rtmr1: expected',
      'edk2-stable202211',
      { rtmr0: 1, rtmr1: 2 },
    ],
    ['of an edk2 of today', KERNEL, 'rtmr1: expected', 'edk2-stable202605', { rtmr1: 2 }],
    [
      'of a kernel that says no release',
      KERNEL.replace('-6.12', ''),
      'rtmr2: expected, events: edk2-13b97736',
      undefined,
      { rtmr2: 2 },
    ],
    [
      'of a UKI on one of the disks',
      UKI,
      'rtmr1: expected, rtmr2: expected',
      'edk2-stable202411',
      { rtmr1: 1, rtmr2: 2 },
    ],
    [
      'of shim and GRUB on a disk, which names the kernel',
      UKI.replace('uki.', 'grub.'),
      'rtmr1: expected, rtmr2: expected',
      'edk2-stable202411',
      { rtmr1: 1, rtmr2: 1 },
    ],
    [
      'of td-shim',
      SHIM,
      'mrtd: expected, rtmr1: expected, rtmr2: expected',
      undefined,
      { mrtd: 1, rtmr1: 1, rtmr2: 1 },
    ],
    [
      'by value: as many, where it can be predicted',
      KERNEL,
      `rtmr3: "${ZERO}", rtmr0: "${ZERO}"`,
      undefined,
      { rtmr3: 1 },
    ],
    ['by replay: none', KERNEL, 'rtmr1: replay', undefined, {}],
  ])('%s', async (_, what, measurements, release, expected) => {
    expect(count(await predict(what, measurements, QEMU, release))).toEqual(expected);
  });

  test('nothing is computed where nothing is asserted', async () => {
    const text = `version: 1\nplatform: tdx\n${KERNEL}steps: [{expect: done}]\n`;
    const { scenario } = toBoot(parseScenario('td.yml', text, dir));
    expect(await predictMeasurements(scenario, filesOf(scenario), QEMU, undefined, noTables)).toEqual({});
  });
});

test.each([
  ['vmlinuz-6.12', false],
  ['vmlinuz-6.8', true],
])('the stub of %s leaves RTMR2 zero: %s', async (name, zero) => {
  const predicted = await predict(
    KERNEL.replace('vmlinuz-6.12', name),
    'rtmr2: expected, events: edk2-13b97736',
  );
  expect(predicted?.rtmr2?.values.map(({ value }) => value === ZERO)).toEqual([zero]);
});

test('boot options of a disk are those of a copy of efivars, and of no device with a bootindex', async () => {
  const vendor = '8be4df61-93ca-11d2-aa0d-00e098032b8c';
  mkdirSync(join(dir, 'efivars'));
  writeFileSync(join(dir, 'efivars', `BootOrder-${vendor}`), Buffer.from('070000000100', 'hex'));
  writeFileSync(join(dir, 'efivars', `Boot0001-${vendor}`), Buffer.from('07000000aabb', 'hex'));
  const wanted = 'rtmr0: expected, acpi-tables: acpi.bin, events: edk2-stable202411, efi-variables: efivars';
  expect(count(await predict(UKI, wanted))).toEqual({ rtmr0: 1 });
  await expect(predict(UKI, wanted.replace('efivars', 'initrd'))).rejects.toThrow(
    /measurements\.rtmr0 cannot be predicted: not a file of EFI variables/,
  );
});

test('the kernel is hashed once, however many registers are predicted', () => {
  let reads = 0;
  const direct = { kernel: kernel('6.12.0'), initrd: Buffer.from('initrd'), cmdline: 'quiet' };
  const predict = registerPredictor({
    image: IMAGE,
    metadata: parseMetadata(IMAGE),
    memory: 2n ** 31n,
    get direct() {
      reads++;
      return direct;
    },
  });
  predict('rtmr1');
  const once = reads;
  for (const register of ['rtmr1', 'rtmr2', 'rtmr3'] as const) predict(register);
  expect([once > 0, reads]).toEqual([true, once]);
});

describe('the order of MRTD', () => {
  test.each<[string, VmmInfo, string, string]>([
    ['QEMU of today', QEMU, '', mrtd()],
    ['QEMU 8.2', { name: 'qemu', version: '8.2.2' }, '', mrtd({ order: 'two-pass' })],
    ['a QEMU of no known version', { name: 'qemu' }, '', mrtd()],
    ['Cloud Hypervisor', CH, '', mrtd()],
    ['what the scenario says', QEMU, ', order: two-pass', mrtd({ order: 'two-pass' })],
  ])('%s', async (_, vmm, more, value) => {
    const predicted = await predict(DISK, `mrtd: expected${more}`, vmm);
    expect(predicted?.mrtd?.values.map((right) => right.value)).toEqual([value]);
  });

  test.each(['', ', order: two-pass'])(
    'of an emulated Trust Domain is the TD monitor’s: QEMU 8.2%s',
    async (more) => {
      const text = `version: 1\nplatform: tdx-emulated\n${DISK}steps: [{expect: done}]\nmeasurements: {mrtd: expected${more}}\n`;
      const { scenario } = toBoot(parseScenario('td.yml', text, dir));
      const vmm: VmmInfo = { name: 'qemu', version: '8.2.2' };
      const predicted = await predictMeasurements(
        scenario,
        { image: join(dir, 'tdvf.fd') },
        vmm,
        undefined,
        noTables,
      );
      expect(predicted.mrtd?.values.map(({ value }) => value)).toEqual([mrtd()]);
    },
  );

  test('that no VMM has is refused', async () => {
    await expect(predict(DISK, 'mrtd: expected, order: two-pass', CH)).rejects.toThrow(
      'measurements.mrtd cannot be predicted: cloud-hypervisor does not measure two-pass',
    );
  });
});

test('the suspects of MRTD name the section that differs', async () => {
  const suspects = (await predict(DISK, 'mrtd: expected'))?.mrtd?.suspects ?? [];
  const metadata = parseMetadata(IMAGE);
  const sections = metadata.sections.filter(({ name }) => name !== 'CFV');
  const without = computeMrtd(IMAGE, { ...metadata, sections }, LAUNCH_METHOD);
  const textOf = (value: string) => suspects.find((wrong) => wrong.value === value)?.text;
  expect(textOf(without)).toBe('of this image without section 1 (CFV)');
  expect(textOf(mrtd({ order: 'two-pass' }))).toMatch(
    /^of this image as qemu measures it, two-pass: QEMU 8\.2/,
  );
  expect(textOf(mrtd())).toBeUndefined();
});

describe('what is asserted as expected and cannot be predicted is refused, with its place and the reason', () => {
  test.each<[string, string, string, VmmInfo, RegExp]>([
    [
      'RTMR0 of a disk',
      DISK,
      'rtmr0: expected',
      QEMU,
      /^td\.yml:6:23: measurements\.rtmr0 cannot be predicted: .*boot options/,
    ],
    ['RTMR1 of a disk', DISK, 'mrtd: expected, rtmr1: expected', QEMU, /^td\.yml:6:39: .*on the disk/],
    [
      'RTMR1 of two disks that boot',
      UKI.replace('disk.img', 'uki.img'),
      'rtmr1: expected',
      QEMU,
      /what boots is on the disk/,
    ],
    ['RTMR0 of td-shim', SHIM, 'rtmr0: expected', CH, /ACPI tables are in it/],
    [
      'RTMR0 whose ACPI tables QEMU does not make',
      KERNEL,
      'rtmr0: expected, events: edk2-stable202411',
      QEMU,
      /ACPI DATA, loader\): QEMU made no ACPI tables/,
    ],
    [
      'an image that is no firmware',
      KERNEL.replace('tdvf.fd', 'vmlinuz'),
      'mrtd: expected',
      QEMU,
      /not a firmware image/,
    ],
    [
      'malformed ACPI tables',
      KERNEL,
      'rtmr0: expected, acpi-tables: no-acpi.bin',
      QEMU,
      /the ACPI tables have no DSDT/,
    ],
    [
      'ACPI tables that are not there',
      KERNEL,
      'rtmr0: expected, acpi-tables: x.bin',
      QEMU,
      /cannot read the ACPI tables: no such file or directory/,
    ],
    [
      'a kernel that is no bzImage',
      KERNEL.replace('vmlinuz-6.12', 'initrd'),
      'rtmr1: expected',
      QEMU,
      /cannot be predicted: /,
    ],
  ])('%s', async (_, what, measurements, vmm, message) => {
    await expect(predict(what, measurements, vmm)).rejects.toThrow(message);
  });

  test('all of them at once', async () => {
    const refused = predict(DISK, 'rtmr0: expected, rtmr1: expected, rtmr2: expected');
    await expect(refused).rejects.toMatchObject({ problems: [{}, {}, {}] });
  });
});

describe('a recording', () => {
  const text = probeOutput({ registers: { mrtd: mrtd() }, ccel: fixture(CCEL.ovmf) });

  /** Writes a run down as the engine does. */
  async function record(
    scenario: BootScenario,
    name: string,
  ): Promise<{ verdict: Verdict; directory: string }> {
    const directory = mkdtempSync(join(dir, name));
    const recording = new Recording(directory, scenario);
    const predictions = await predictMeasurements(scenario, filesOf(scenario), QEMU, undefined, noTables);
    const judge = new Judge(scenario.rules);
    const events: MachineEvent[] = [
      { type: 'launch', time: 0, argv: ['qemu'], pid: 1, predictions },
      out(1, text),
      vm(2, 'shutdown'),
      exit(3),
    ];
    for (const event of [
      ...judge.start(),
      ...events.flatMap((one): BootEvent[] => [one, ...judge.push(one)]),
    ]) {
      await recording.on(event);
    }
    if (judge.verdict !== undefined) await recording.seal(judge.verdict.time);
    recording.close();
    if (judge.verdict === undefined) throw new Error('there is no verdict');
    return { verdict: judge.verdict, directory };
  }

  const again = (directory: string, { rules }: BootScenario): Verdict | undefined =>
    [...replay(directory, rules)].flatMap((event) => (event.type === 'verdict' ? [event.verdict] : []))[0];

  test.each([
    ['passed', 'mrtd: expected'],
    ['failed', 'mrtd: expected, rtmr0: replay'],
    ['failed', `mrtd: "${'ab'.repeat(48)}"`],
  ])('of a run that %s gives its verdict again: %s', async (outcome, measurements) => {
    const scenario = load(DISK, measurements);
    const done = { ...scenario, rules: { ...scenario.rules, tdEvidence: 'optional' } as const };
    const { verdict, directory } = await record(done, 'run-');
    expect(verdict.verdict).toBe(outcome);
    expect(again(directory, done)).toEqual(verdict);
    const result = JSON.parse(readFileSync(join(directory, 'result.json'), 'utf8'));
    expect(result.measurements[0]).toMatchObject({ register: 'mrtd', shown: mrtd() });
  });

  test.each(['{"mrtd": 1}', '{"mrtd": {"values": [{}], "suspects": []}}', '{"x": {}}', '[]'])(
    'whose measurements are %s is refused',
    async (malformed) => {
      const directory = mkdtempSync(join(dir, 'bad-'));
      const event = `{"t":0,"event":{"type":"launch","time":0,"argv":[],"pid":1,"predictions":${malformed}}}\n`;
      writeFileSync(join(directory, 'events.jsonl'), event);
      expect(() => [...replay(directory, load(DISK, 'mrtd: expected').rules)]).toThrow(
        /^is not a recorded event: event\.predictions/,
      );
    },
  );
});
