/** `tdx-boot measure` and its subcommands: tables, JSON, golden values, exit codes. */

import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { buildKey, type Inputs } from '../../src/build/store/manifest.ts';
import { main } from '../../src/cli/main.ts';
import type { PossibleValue } from '../../src/tdx/possible-values.ts';
import {
  ACPI,
  CANONICAL,
  CCEL,
  EVIDENCE,
  FILES,
  fixture,
  GCE,
  QUOTE_V4,
  QUOTE_V5,
  REPORT,
} from '../tdx/fixtures.ts';
import { buildImage, EDK2, SMALL, TD_SHIM } from '../tdx/image-builder.ts';
import { action, buildLog, separator } from '../tdx/log-builder.ts';
import { buildKernel } from '../tdx/pe-builder.ts';

const scratch = mkdtempSync(join(tmpdir(), 'tdx-boot-measure-'));
afterAll(() => rmSync(scratch, { recursive: true }));

function file(name: string, bytes: Uint8Array | string): string {
  const path = join(scratch, name);
  writeFileSync(path, bytes);
  return path;
}

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly error: string;
}

async function measure(...args: string[]): Promise<Ran> {
  let out = '';
  let error = '';
  const code = await main(['measure', ...args], {
    out: { write: (text) => (out += typeof text === 'string' ? text : Buffer.from(text).toString('latin1')) },
    error: { write: (text) => (error += text) },
  });
  const named = (text: string): string => text.replaceAll(`${scratch}/`, '');
  return { code, out: named(out), error: named(error) };
}

const gce = file('gce.fd', fixture(GCE));
const edk2 = file('edk2.fd', buildImage(EDK2));
const tdShim = file('td-shim.bin', buildImage(TD_SHIM));
const kernel = file('vmlinuz', buildKernel());
const initrd = file('initrd', 'initrd');
const mrtd = String(FILES.find((entry) => entry.kind === 'firmware')?.expected_mrtd);

describe('measure FIRMWARE', () => {
  test('prints each value once, with all who measure so', async () => {
    const { code, out } = await measure(gce);
    expect(code).toBe(0);
    const lines = out.split('\n');
    expect(lines.slice(0, 2)).toEqual([
      'gce.fd: tdvf',
      expect.stringMatching(/^register +value +as measured by$/),
    ]);
    expect(lines.slice(2, 5).map((line) => line.trim().split(/ {2,}/))).toEqual([
      ['mrtd', mrtd, 'qemu interleaved'],
      ['cloud-hypervisor interleaved'],
      ['specification interleaved'],
    ]);
    expect(out).toContain(
      '  EV_EFI_HANDOFF_TABLES2 (TD HOB): it lists the memory of the guest, whose size is not given',
    );
  });

  test('takes variables from a copy of efivarfs and by name', async () => {
    const directory = join(scratch, 'efivars');
    mkdirSync(directory);
    const vendor = '8be4df61-93ca-11d2-aa0d-00e098032b8c';
    writeFileSync(join(directory, `BootOrder-${vendor}`), Buffer.from('070000000000', 'hex'));
    writeFileSync(join(directory, `ConIn-${vendor}`), 'of no interest');
    const args = [
      edk2,
      '--variables',
      directory,
      '--variables',
      `Boot0000=${initrd}`,
      '--events',
      'edk2-stable202411',
    ];
    const { code, out } = await measure(...args, '--list-events');
    expect(code).toBe(0);
    const digest = (content: Uint8Array): string => createHash('sha384').update(content).digest('hex');
    expect(out).toMatch(new RegExp(`BootOrder +${digest(Buffer.alloc(2))}`));
    expect(out).toMatch(new RegExp(`Boot0000 +${digest(Buffer.from('initrd'))}`));
  });

  test.each([
    [['--vmm', 'cloud-hypervisor'], [['cloud-hypervisor interleaved']]],
    [
      ['--vmm', 'qemu'],
      [['qemu interleaved'], ['qemu two-pass']],
    ],
    [['--order', 'two-pass'], [['qemu two-pass']]],
  ])('with %p', async (options, by) => {
    const { out } = await measure(gce, '--json', ...options);
    const { expected } = JSON.parse(out) as { expected: { register: string; by: string[] }[] };
    expect(expected.filter(({ register }) => register === 'mrtd').map((row) => row.by)).toEqual(by);
  });

  test('a direct kernel boot: everything that can be known', async () => {
    const tables = file('acpi', fixture(ACPI));
    const boot = ['--kernel', kernel, '--initrd', initrd, '--cmdline', 'console=ttyS0'];
    const options = ['--memory', '2G', '--acpi-tables', tables, '--events', 'edk2-stable202411', ...boot];
    const { code, out } = await measure(edk2, '--json', ...options);
    const { expected, firmware, sha256, size, events } = JSON.parse(out);
    expect({ code, firmware, size }).toEqual({ code: 0, firmware: 'tdvf', size: 4 << 20 });
    expect(sha256).toBe(createHash('sha256').update(buildImage(EDK2)).digest('hex'));
    expect(expected.filter(({ value }: { value?: string }) => value === undefined)).toEqual([]);
    expect(events).toEqual([
      {
        by: 'edk2-stable202411',
        events: expect.arrayContaining([expect.objectContaining({ text: 'Boot0000' })]),
      },
    ]);
    expect(CANONICAL.rtmr0).toMatch(/^e1cf/);
  });

  test('td-shim: RTMR1 of kernel and command line', async () => {
    const { code, out } = await measure(tdShim, '--kernel', kernel, '--cmdline', 'console=hvc0');
    expect(code).toBe(0);
    expect(out).toMatch(/^rtmr1 +[0-9a-f]{96} +td-shim v0\.8\.0$/m);
    expect(out).toMatch(/^rtmr0 cannot be predicted for td-shim v0\.8\.0:\n {2}.*ACPI tables/m);
  });

  test('--list-events lists digests and reasons', async () => {
    const { out } = await measure(edk2, '--list-events', '--events', 'edk2-13b97736', '--memory', '1G');
    expect(out).toMatch(/^events of edk2-13b97736$/m);
    expect(out).toMatch(/^rtmr0 +EV_EFI_VARIABLE_DRIVER_CONFIG +SecureBoot +9dc3a1f8/m);
    expect(out).toMatch(/^rtmr0 +EV_EFI_VARIABLE_BOOT +boot options +not predictable: /m);
  });

  test.each<[string, string[], RegExp]>([
    ['no such file', ['missing.fd'], /cannot read the firmware: no such file or directory/],
    ['no firmware', [kernel], /vmlinuz: Not a firmware image/],
    ['a command line without a kernel', [edk2, '--cmdline', 'quiet'], /--initrd and --cmdline need a kernel/],
    ['an initrd for td-shim', [tdShim, '--kernel', kernel, '--initrd', initrd], /td-shim hands no initrd/],
    ['a kernel that is no bzImage', [edk2, '--kernel', initrd], /no 'HdrS'/],
    ['a TD HOB for TDVF', [edk2, '--td-hob', initrd], /--td-hob is for td-shim/],
    ['variables for td-shim', [tdShim, '--variables', `BootOrder=${initrd}`], /--variables is for TDVF/],
    [
      'an owner without variables',
      [edk2, '--owner', '77fa9abd-0359-4d32-bd60-28f4e78f784b'],
      /--owner is for certificates that --variables gives/,
    ],
    ['variables that are not there', [edk2, '--variables', '/none.fd'], /cannot read the variables/],
    ['a file of no variable', [edk2, '--variables', initrd], /initrd: not a file of EFI variables/],
    [
      'a directory without variables',
      [edk2, '--variables', '/proc/self/fd'],
      /has no variable that is measured/,
    ],
    ['an owner that is no GUID', [edk2, '--owner', 'me'], /Give a GUID/],
    ['a TD HOB that is none', [tdShim, '--td-hob', initrd], /initrd: (the )?TD HOB/],
    ['malformed ACPI tables', [edk2, '--acpi-tables', initrd], /initrd: the ACPI tables/],
    ['memory without a unit', [edk2, '--memory', '2048'], /Give a size such as/],
    [
      'less memory than the firmware needs',
      [edk2, '--memory', '4M'],
      /edk2\.fd: section 2 \(TempMem\).*no free RAM/,
    ],
    ['an unknown edk2', [edk2, '--events', 'edk2'], /Allowed choices are edk2-13b97736,/],
  ])('%s: exit code 2', async (_what, args, message) => {
    const { code, out, error } = await measure(...args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(error).toMatch(message);
  });
});

describe('what is no file of that kind is refused before it is read', () => {
  const large = (name: string, size: number): string => {
    const path = file(name, '');
    truncateSync(path, size);
    return path;
  };
  const gib = large('1 GiB', 1 << 30);

  test.each<[string, string[], RegExp]>([
    ['1 GiB of firmware', [gib], /1 GiB: the firmware: 1073741824 bytes; at most 67108864 bytes are read/],
    ['1 GiB of kernel', [gce, '--kernel', gib], /the kernel: 1073741824 bytes/],
    ['1 GiB of event log', ['log', gib], /the event log: 1073741824 bytes/],
    ['1 GiB of quote', ['quote', gib], /the quote: 1073741824 bytes/],
    ['1 GiB of golden values', [gce, '--check', gib], /the golden values: 1073741824 bytes/],
    [
      'an endless device as firmware',
      ['/dev/zero'],
      /\/dev\/zero: cannot read the firmware: this is a device/,
    ],
    [
      'an endless device as kernel',
      [gce, '--kernel', '/dev/zero'],
      /cannot read the kernel: this is a device/,
    ],
    ['an endless device as event log', ['log', '/dev/zero'], /cannot read the event log: this is a device/],
    ['a directory', ['log', scratch], /cannot read the event log: is a directory/],
  ])('%s: exit code 2', async (_what, args, message) => {
    const before = process.memoryUsage().rss;
    const { code, out, error } = await measure(...args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(error).toMatch(message);
    expect(process.memoryUsage().rss - before).toBeLessThan(150 << 20);
  });
});

describe('golden values', () => {
  const golden = join(scratch, 'golden.json');
  const other = file(
    'other.fd',
    (() => {
      const bytes = fixture(GCE);
      bytes[0x100000] = 0x42;
      return bytes;
    })(),
  );

  test('written, then unchanged', async () => {
    await measure(gce, '--write', golden);
    expect(await measure(gce, '--check', golden)).toEqual({
      code: 0,
      out: 'golden.json: 12 values, unchanged\n',
      error: '',
    });
    const values = JSON.parse(readFileSync(golden, 'utf8')).values;
    expect(values).toContainEqual({ register: 'mrtd', by: 'qemu interleaved', value: mrtd });
  });

  test('a byte of measured code has changed: exit code 1, and which value was and is what', async () => {
    const { code, out } = await measure(other, '--check', golden);
    expect(code).toBe(1);
    expect(out).toContain(`mrtd (qemu interleaved)\n  golden  ${mrtd}\n  now     `);
    expect(out).toMatch(/^golden\.json: 4 of 12 values changed: the image has changed\n$/m);
  });

  test('as JSON', async () => {
    const { code, out } = await measure(other, '--check', golden, '--json');
    const { verdict, changes } = JSON.parse(out);
    expect([code, verdict, changes.length]).toEqual([1, 'the image has changed', 4]);
    expect(changes[0]).toEqual({
      register: 'mrtd',
      by: 'qemu interleaved',
      golden: mrtd,
      now: expect.stringMatching(/^.{96}$/),
    });
  });

  test('checked with other options: what only one side has is a change', async () => {
    const { code, out } = await measure(gce, '--check', golden, '--vmm', 'qemu');
    expect(code).toBe(1);
    expect(out).toContain('mrtd (cloud-hypervisor interleaved)');
    expect(out).toMatch(/now {5}none/);
    expect(out).toContain('the image is the same: other options, or another tdx-boot');
  });

  test.each<[string, [string, string], string]>([
    [
      'the same source',
      ['commit:a', 'commit:a'],
      'FINDING: the source is the same (commit:a), but the measurement changed',
    ],
    ['another source', ['commit:a', 'commit:b'], 'the source changed from commit:a to commit:b'],
  ])('images of a store, built from %s', async (_what, [before, after], verdict) => {
    const first = stored(before, fixture(GCE), 'gcc 12');
    const second = stored(after, readFileSync(other), 'gcc 13');
    await measure(first, '--write', golden);
    const { code, out } = await measure(second, '--check', golden);
    expect(code).toBe(1);
    expect(out).toContain(`4 of 12 values changed: ${verdict}\n`);
  });

  test.each([
    ['no golden values', 'golden', /golden: this is not a file of golden values/],
    [
      'values of another length',
      JSON.stringify({
        version: 1,
        sha256: 'a'.repeat(64),
        values: [{ register: 'mrtd', by: 'x', value: 'ab' }],
      }),
      /not a file of golden values/,
    ],
  ])('%s: exit code 2', async (_what, text, message) => {
    const { code, error } = await measure(gce, '--check', file('golden', text));
    expect(code).toBe(2);
    expect(error).toMatch(message);
  });

  test('a file that cannot be written', async () => {
    const { code, error } = await measure(gce, '--write', join(scratch, 'no', 'such', 'directory'));
    expect([code, error]).toEqual([
      2,
      expect.stringMatching(/cannot write the golden values: no such file or directory/),
    ]);
  });

  describe('in the form of another tool', () => {
    const one = ['--vmm', 'qemu', '--order', 'interleaved', '--events', 'edk2-13b97736'];

    test.each(['tdx-measure', 'dstack'])('%s: one value for each register that has one', async (format) => {
      const { code, out } = await measure(gce, '--format', format, ...one);
      expect([code, JSON.parse(out)]).toEqual([0, { mrtd, rtmr3: '0'.repeat(96) }]);
    });

    test('constellation: by index, MRTD first', async () => {
      const { out } = await measure(gce, '--format', 'constellation', ...one);
      expect(JSON.parse(out)).toEqual({
        0: { expected: mrtd, warnOnly: false },
        4: { expected: '0'.repeat(96), warnOnly: false },
      });
    });

    test('a register with several values is refused, with who measures them', async () => {
      const { code, error } = await measure(gce, '--format', 'tdx-measure', '--kernel', kernel);
      expect([code, error]).toEqual([
        2,
        expect.stringMatching(
          /^mrtd has 2 values: as measured by qemu interleaved, qemu two-pass\n {2}Say which/,
        ),
      ]);
    });

    test('a CoRIM is bytes', async () => {
      const { code, out } = await measure(gce, '--format', 'corim', ...one);
      // Tag 501, a map.
      expect([code, Buffer.from(out, 'latin1').subarray(0, 4).toString('hex')]).toEqual([0, 'd901f5a3']);
      let said = '';
      const write = (text: string | Uint8Array): string => (said += text);
      const terminal = { out: { write, isTTY: true }, error: { write } };
      expect(await main(['measure', gce, '--format', 'corim', ...one], terminal)).toBe(2);
      expect(said).toMatch(/^this form is binary, and the output is a terminal\n {2}Write it to a file/);
    });

    test('--setup-header: the kernel has one value', async () => {
      const said = ['--kernel', kernel, '--cmdline', 'quiet', '--json', ...one];
      for (const header of ['patched', 'original']) {
        const { out } = await measure(edk2, '--setup-header', header, ...said);
        const { expected } = JSON.parse(out) as { expected: PossibleValue[] };
        const by = expected.filter(({ register }) => register === 'rtmr1').map((row) => row.by);
        expect(by).toEqual([[`edk2-13b97736, setup header ${header}`]]);
      }
    });

    test('an in-toto statement: digest, values, and of an image of the store its source and tools', async () => {
      const { out } = await measure(
        stored('commit:a', fixture(GCE), 'gcc 12'),
        '--format',
        'in-toto',
        ...one,
      );
      const { _type, subject, predicateType, predicate } = JSON.parse(out);
      expect([_type, predicateType]).toEqual([
        'https://in-toto.io/Statement/v1',
        'https://in-toto.io/attestation/scai/v0.3',
      ]);
      expect(subject).toEqual([{ name: 'OVMF.fd', digest: { sha256: expect.stringMatching(/^47a60334/) } }]);
      expect(predicate.attributes).toEqual([
        { attribute: 'MRTD', conditions: { sha384: mrtd, measuredBy: ['qemu interleaved'] } },
        { attribute: 'RTMR3', conditions: { sha384: '0'.repeat(96), measuredBy: ['edk2-13b97736'] } },
        {
          attribute: 'BUILD',
          conditions: expect.objectContaining({
            source: 'commit:a',
            toolchain: { gcc: 'gcc 12' },
            from: 'test',
          }),
        },
      ]);
    });

    test('a bill of materials: CycloneDX, of an image of the store alone', async () => {
      const { out } = await measure(stored('commit:a', fixture(GCE), 'gcc 12'), '--format', 'cyclonedx');
      expect(JSON.parse(out)).toMatchObject({
        ...{ bomFormat: 'CycloneDX', specVersion: '1.6' },
        metadata: {
          component: { type: 'firmware', name: 'tdvf', version: 'commit:a' },
          tools: { components: [{ type: 'application', name: 'gcc', version: 'gcc 12' }] },
        },
        components: [{ type: 'library', name: 'source' }],
        dependencies: [{ ref: 'tdvf', dependsOn: ['source'] }],
      });
      const { code, error } = await measure(gce, '--format', 'cyclonedx');
      expect([code, error]).toEqual([2, expect.stringMatching(/gce\.fd: no manifest beside the image/)]);
    });
  });

  /** An entry of a firmware store, as provide.ts makes it. */
  function stored(source: string, image: Uint8Array, gcc: string): string {
    const rest = { recipeDigest: 'r', defines: [], arch: 'x64', toolchain: { gcc } };
    const inputs: Inputs = { recipe: 'tdvf', build: 'release', source, ...rest };
    const { key } = buildKey(inputs);
    const sha256 = createHash('sha256').update(image).digest('hex');
    const facts = { image: 'OVMF.fd', size: image.length, sha256, source: { from: 'test', submodules: [] } };
    const when = { builtAt: '2026-01-01T00:00:00.000Z', buildSeconds: 1 };
    mkdirSync(join(scratch, key), { recursive: true });
    file(join(key, 'manifest.json'), JSON.stringify({ version: 1, key, inputs, ...facts, ...when }));
    return file(join(key, 'OVMF.fd'), image);
  }
});

describe('measure log', () => {
  const log = file('ccel', fixture(CCEL.ovmf));

  test('lists the events and replays them', async () => {
    const { code, out } = await measure('log', log);
    expect(code).toBe(0);
    expect(out).toMatch(
      /^11 +rtmr1 +EV_EFI_BOOT_SERVICES_APPLICATION +a2ccae1e7d6c668c +- +kernel, 10854912 bytes$/m,
    );
    const rtmrs = FILES.find((entry) => entry.file === CCEL.ovmf)?.expected_rtmr as string[];
    expect(out.trimEnd().split('\n').slice(-4)).toEqual(
      rtmrs.map((value, index) => `rtmr${index}  ${value}`),
    );
  });

  test('as JSON', async () => {
    const { out } = await measure('log', log, '--json');
    const { events, rtmrs } = JSON.parse(out);
    expect(events[7]).toMatchObject({
      index: 7,
      register: 'rtmr0',
      name: 'EV_SEPARATOR',
      check: 'matches',
      data: '00000000',
    });
    expect(Object.keys(rtmrs)).toEqual(['rtmr0', 'rtmr1', 'rtmr2', 'rtmr3']);
  });

  test('next to a report of another boot: exit code 1 and what each register lacks', async () => {
    const { code, out } = await measure('log', log, '--report', file('quote', fixture(QUOTE_V5)));
    expect(code).toBe(1);
    expect(out).toMatch(/^rtmr0: DIFFERENT, the report has 5c8daf76/m);
    expect(out).toMatch(/^ {2}no single event explains rtmr0/m);
    expect(out).toMatch(/^rtmr3: the report has the same value$/m);
  });

  test('next to a TDREPORT that has seen nothing: the first event is named', async () => {
    const { code, out } = await measure('log', log, '--report', file('report', fixture(REPORT)));
    expect(code).toBe(1);
    expect(out).toMatch(
      /^ {2}rtmr1 is what the log says before event 11 \(EV_EFI_BOOT_SERVICES_APPLICATION: kernel/m,
    );
  });

  /** A TDREPORT with the RTMRs to which the log replays, but for those that are given. */
  async function reportOf(name: string, changed: Partial<Record<string, string>>): Promise<string> {
    const { rtmrs } = JSON.parse((await measure('log', log, '--json')).out);
    const bytes = fixture(REPORT);
    for (const [index, value] of Object.values<string>({ ...rtmrs, ...changed }).entries()) {
      bytes.write(value, 720 + 48 * index, 'hex');
    }
    return file(name, bytes);
  }

  test.each([
    ['rtmr2', 1, /^rtmr2: DIFFERENT, the report has abab/m],
    ['rtmr3', 0, /^rtmr3: the report has abab.*\n {2}user space may extend it at run time/m],
  ])('only %s differs from the report: exit code %p', async (register, code, message) => {
    const report = await reportOf(`report-${register}`, { [register]: 'ab'.repeat(48) });
    const ran = await measure('log', log, '--report', report);
    expect([ran.code, ran.out]).toEqual([code, expect.stringMatching(message)]);
  });

  test('a log of 2022, in which fw_cfg names have 56 bytes: no false alarm', async () => {
    const { code, out } = await measure('log', file('tdvf2022', fixture(CCEL.tdvf2022)));
    expect([code, out]).toEqual([0, expect.not.stringContaining('  NO  ')]);
    expect(out).toContain('\n  9, 10, 11, 12, 14: it is of a file of the VMM, which the data name\n');
  });

  test('a reply of dstack: its log is compared with the quote beside it', async () => {
    const reply = file('reply.json', fixture(EVIDENCE.dstack));
    const { code, out } = await measure('log', reply);
    expect(code).toBe(0);
    for (const register of ['rtmr0', 'rtmr1', 'rtmr2', 'rtmr3']) {
      expect(out).toContain(`\n${register}: the report has the same value\n`);
    }
    const { code: forged, out: said } = await measure(
      'log',
      file('cos', fixture(CCEL.cos)),
      '--report',
      reply,
    );
    expect([forged, said]).toEqual([1, expect.stringMatching(/^rtmr0: DIFFERENT, the report has f8438db3/m)]);
  });

  test('registers of tdx-measure: those that it has are compared', async () => {
    const { rtmrs } = JSON.parse((await measure('log', log, '--json')).out);
    const registers = { mrtd: '00'.repeat(48), rtmr0: rtmrs.rtmr0, rtmr2: 'ab'.repeat(48) };
    const { code, out } = await measure('log', log, '--report', file('registers', JSON.stringify(registers)));
    expect(code).toBe(1);
    expect(out).toMatch(/^rtmr0: the report has the same value\nrtmr2: DIFFERENT/m);
    expect(out).not.toContain('rtmr1:');
  });

  test.each([
    ['log', /this text holds no event log/],
    ['quote', /this text holds no quote/],
    ['report', /this text holds no TDREPORT/],
  ])('%s of JSON without one: exit code 2', async (command, message) => {
    const { code, error } = await measure(command, file('other.json', '{"quote": ""}'));
    expect([code, error]).toEqual([2, expect.stringMatching(message)]);
  });

  test('an empty outblob: the quoting service gave none', async () => {
    const { code, error } = await measure('quote', file('outblob', ''));
    expect([code, error]).toEqual([
      2,
      expect.stringMatching(/outblob: the quote is empty: the quoting service gave none\n {2}Look/),
    ]);
  });

  test('a command line that was changed in the log: exit code 1', async () => {
    const bytes = fixture(CCEL.cos);
    bytes.write('init=/bin/sh', bytes.indexOf('kernel_cmdline: ') + 36);
    const { code, out } = await measure('log', file('forged', bytes));
    expect([code, out]).toEqual([
      1,
      expect.stringMatching(/^\d+ +rtmr2 +EV_IPL +[0-9a-f]+ +NO +kernel_cmdline: /m),
    ]);
  });

  test('a digest that is not of its data: exit code 1', async () => {
    const events = [separator(1), { ...action(2, 'changed'), digest: '00'.repeat(48) }];
    const { code, out } = await measure('log', file('changed', buildLog({ events })));
    expect(code).toBe(1);
    expect(out).toMatch(/^1 +rtmr1 +EV_EFI_ACTION +0{16} +NO +changed$/m);
  });

  test('what a guest wrote reaches the terminal without escape sequences', async () => {
    const { out } = await measure('log', file('escape', buildLog({ events: [action(1, '\u001b[2Jgone')] })));
    expect(out).toContain('\\u{1b}[2Jgone');
    expect(out).not.toContain('\u001b');
  });

  test.each([
    [
      'the ACPI table instead',
      Buffer.concat([Buffer.from('CCEL'), Buffer.alloc(52)]),
      /ACPI table.*\n {2}.*data\/CCEL/,
    ],
    ['nothing', Buffer.alloc(0), /the event log ends within/],
  ])('%s: exit code 2', async (_what, bytes, message) => {
    const { code, error } = await measure('log', file('other', bytes));
    expect(code).toBe(2);
    expect(error).toMatch(message);
  });
});

describe('measure report and quote', () => {
  test('a report: its hashes first', async () => {
    const { code, out } = await measure('report', file('report', fixture(REPORT)));
    expect(code).toBe(0);
    expect(out.split('\n')[0]).toMatch(/^TEE_INFO_HASH +matches TDINFO$/);
    expect(out).toMatch(/^XFAM +e718060000000000 {2}X87 SSE AVX /m);
  });

  test('a report that was changed: exit code 1', async () => {
    const report = fixture(REPORT);
    report[530] = 0;
    const { code, out } = await measure('report', file('report', report));
    expect([code, out.split('\n')[0]]).toEqual([1, expect.stringMatching(/DOES NOT MATCH/)]);
  });

  describe('the signature of a quote, by the library that a user installs', () => {
    const SIGNED = 'quote/dcap-qvl-tdx_quote.bin';
    const collateral = (): string =>
      file('collateral.json', fixture('quote/dcap-qvl-tdx_quote_collateral.json'));
    const verify = (bytes: Buffer, at: string, ...more: string[]) =>
      measure('quote', file('quote', bytes), '--verify', collateral(), '--at', at, ...more);

    test('that is valid', async () => {
      const { code, out } = await verify(fixture(SIGNED), '2025-07-01');
      expect(code).toBe(0);
      expect(out).toMatch(/^signature +\d+ bytes, verified: UpToDate$/m);
      const { out: json } = await verify(fixture(SIGNED), '2025-07-01', '--json');
      expect(JSON.parse(json).verification).toEqual({ valid: true, status: 'UpToDate', advisories: [] });
    });

    test('of a changed quote is not', async () => {
      const changed = fixture(SIGNED);
      changed.writeUInt8(changed.readUInt8(200) ^ 1, 200);
      const { code, out } = await verify(changed, '2025-07-01');
      expect([code, out]).toEqual([1, expect.stringMatching(/^signature +\d+ bytes, NOT VALID: \S/m)]);
    });

    test('is not valid when its collateral has expired', async () => {
      const { code, out } = await verify(fixture(SIGNED), '2026-11-24');
      expect([code, out]).toEqual([1, expect.stringContaining('NOT VALID: TCBInfo expired')]);
    });

    test.each([
      [['--verify', '/proc/none'], 'cannot read the collateral'],
      [['--verify', 'package.json', '--at', 'soon'], 'Give a date such as'],
    ])('%p is bad usage', async (flags, said) => {
      const { code, error } = await measure('quote', file('quote', fixture(SIGNED)), ...flags);
      expect([code, error]).toEqual([2, expect.stringContaining(said)]);
    });
  });

  test('a quote of a debug TD', async () => {
    const quote = fixture(QUOTE_V4);
    quote[168] = 1;
    const { code, out } = await measure('quote', file('quote', quote));
    expect(code).toBe(0);
    expect(out).toMatch(/^signature +4299 bytes, not verified\npadding +39 bytes/m);
    expect(out).toMatch(/^attributes +0100004000000000 {2}DEBUG PKS\n +DEBUG: the host can read this TD/m);
  });

  test('as JSON', async () => {
    const { out } = await measure('quote', file('quote', fixture(QUOTE_V5)), '--json');
    expect(JSON.parse(out)).toMatchObject({
      version: 5,
      body: 'TDX 1.5',
      debug: false,
      attributes: { names: ['SEPT_VE_DISABLE'] },
    });
  });

  test.each([
    ['report', fixture(QUOTE_V5), /a TDREPORT has 1024 bytes, this has 5006/],
    ['quote', fixture(REPORT), /the quote has version 129/],
    ['quote', buildImage(SMALL), /the quote has version 0/],
  ])('measure %s on something else: exit code 2', async (command, bytes, message) => {
    const { code, error } = await measure(command, file('other', bytes));
    expect([code, error]).toEqual([2, expect.stringMatching(message)]);
  });
});
