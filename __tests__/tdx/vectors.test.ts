/** Every third-party value of fixtures/tdx/index.json comes out of our code, byte for byte. */

import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { deriveAcpiFiles } from '../../src/tdx/acpi.ts';
import { checkEvents } from '../../src/tdx/event-check.ts';
import { parseEventLog, replayLog } from '../../src/tdx/event-log.ts';
import { EVENT_PROFILES } from '../../src/tdx/event-profiles.ts';
import { EVENT } from '../../src/tdx/event-types.ts';
import { parseMetadata, type TdvfMetadata } from '../../src/tdx/metadata.ts';
import { possibleMrtds } from '../../src/tdx/possible-values.ts';
import { predictTdvf } from '../../src/tdx/predict-tdvf.ts';
import { predictRegisters } from '../../src/tdx/prediction.ts';
import { parseQuote } from '../../src/tdx/quote.ts';
import { sha384, sha384Padded } from '../../src/tdx/registers.ts';
import { parseReport } from '../../src/tdx/report.ts';
import { buildQemuTdHob } from '../../src/tdx/td-hob.ts';
import { type Drivers, readTdvfImage } from '../../src/tdx/tdvf-image.ts';
import { secureVariables, variableData } from '../../src/tdx/variable-store.ts';
import {
  ABSENT_VARIABLES,
  ACPI,
  CANONICAL,
  CCEL,
  committed,
  digests,
  FILES,
  fixture,
  ofKind,
  REPORT,
} from './fixtures.ts';
import { buildImage, EDK2, memory, TYPE, tdvf } from './image-builder.ts';

const MIB = 1n << 20n;
/** The layout of edk2-stable202502: one TempMem a page further up. */
const EDK2_2025 = {
  ...EDK2,
  sections: EDK2.sections.map((section) =>
    section.address === 0x810000n ? memory(TYPE.TempMem, 0x811000, 0xf000) : section,
  ),
};

describe('fixtures', () => {
  test.each(FILES)('$file is what its index says', ({ file, bytes, sha256, content_sha256: content }) => {
    expect(committed(file)).toHaveLength(Number(bytes));
    expect(digest(committed(file))).toBe(sha256);
    if (content !== undefined) expect(digest(fixture(file))).toBe(content);
  });

  test.each(FILES)('$file has a source, a commit and a licence', (facts) => {
    expect(facts).toMatchObject({
      source: expect.stringMatching(/^github:/),
      commit: expect.stringMatching(/^[0-9a-f]{40}$/),
      license: expect.stringMatching(/^(Apache-2\.0|MIT|CC0-1\.0)/),
    });
  });
});

describe('MRTD', () => {
  test.each(ofKind('firmware'))('of $file', ({ file, expected_mrtd }) => {
    const image = fixture(file);
    const metadata = parseMetadata(image);
    const [first] = possibleMrtds({ image, metadata, order: 'interleaved' });
    expect(first).toEqual({
      register: 'mrtd',
      value: expected_mrtd,
      by: ['qemu interleaved', 'cloud-hypervisor interleaved', 'specification interleaved'],
    });
  });
});

describe('event logs', () => {
  test.each(ofKind('ccel'))('$file replays to its RTMRs', ({ file, expected_rtmr }) => {
    expect(Object.values(replayLog(parseEventLog(fixture(file))))).toEqual(expected_rtmr);
  });

  test.each(ofKind('ccel'))('$file: no digest differs from its data', ({ file }) => {
    const { events } = parseEventLog(fixture(file));
    const checks = checkEvents(events).map(({ digest }) => digest);
    expect(checks).not.toContain('differs');
    expect(checks.filter((check) => check === 'matches').length).toBeGreaterThan(3);
  });

  test.each(ofKind('ccel'))(
    '$file: an event whose digest is of its data is no longer so when what is shown of it, or the digest, was changed',
    ({ file }) => {
      const { events } = parseEventLog(fixture(file));
      const checks = checkEvents(events);
      const unnoticed = events.flatMap((event, place) => {
        const genuine = checks[place];
        if (genuine?.digest !== 'matches') return [];
        const step = Math.ceil(event.data.length / 32);
        const places = Array.from(
          { length: Math.ceil(event.data.length / step) },
          (_, index) => index * step,
        );
        const forged = [
          { ...event, digest: 'ab'.repeat(48) },
          ...places.map((at) => {
            const data = Buffer.from(event.data);
            data[at] = (data[at] ?? 0) ^ 1;
            return { ...event, data };
          }),
        ];
        return forged.filter((one) => {
          const after = checkEvents(events.with(place, one));
          // Behind the NUL of a GRUB command stands what is neither hashed nor shown.
          const same =
            one.digest === event.digest && after[place]?.text === genuine.text && event.type === EVENT.ipl;
          return !same && after.every(({ digest }, at) => digest === checks[at]?.digest);
        });
      });
      expect(unnoticed).toEqual([]);
    },
  );

  test.each([0xff, 0x00])('fill of 0x%p changes nothing', (fill) => {
    const log = fixture(CCEL.ovmf);
    const { length } = parseEventLog(log);
    const filled = Buffer.concat([log.subarray(0, length), Buffer.alloc(65536 - length, fill)]);
    expect(parseEventLog(filled)).toEqual(parseEventLog(log));
  });
});

describe('digests', () => {
  test.each(digests('cmdline'))('of the command line $text', ({ text, pad, sha384: expected }) => {
    expect(sha384Padded(Buffer.from(text), Number(pad))).toBe(expected);
    expect(parseEventLog(fixture(CCEL.tdShim)).events[4]?.digest).toBe(expected);
  });

  test('of variables that are not set', () => {
    const variables = secureVariables([], false).measured;
    expect(Object.fromEntries(variables.map((one) => [one.name, sha384(variableData(one))]))).toEqual(
      ABSENT_VARIABLES,
    );
  });

  test.each(digests('td-hob'))(
    'of the TD HOB of $layout with $mem_mib MiB',
    ({ layout, mem_mib, sha384: expected }) => {
      const spec = String(layout).startsWith('2025') ? EDK2_2025 : EDK2;
      expect(sha384(buildQemuTdHob(metadataOf(spec), BigInt(mem_mib) * MIB))).toBe(expected);
    },
  );
});

interface EmulatedLog {
  readonly release: string;
  readonly profile: string;
  /** What stands beside BdsDxe; absent: the profile does not ask. */
  readonly drivers?: Pick<Drivers, 'bootManagerMenu' | 'firmwareSetup'>;
  /** Built with Secure Boot. */
  readonly secureBoot: boolean;
}

describe.each<EmulatedLog>([
  { release: 'edk2-13b97736', profile: 'edk2-13b97736', secureBoot: false },
  {
    ...{ release: 'edk2-stable202511', profile: 'edk2-stable202511', secureBoot: false },
    drivers: { bootManagerMenu: true, firmwareSetup: true },
  },
  {
    ...{ release: 'edk2-stable202605', profile: 'edk2-stable202602', secureBoot: true },
    drivers: { bootManagerMenu: false, firmwareSetup: false },
  },
  {
    ...{ release: 'edk2-2026.08', profile: 'edk2-stable202608', secureBoot: true },
    drivers: { bootManagerMenu: true, firmwareSetup: false },
  },
])('the log of an emulated TD with $release', ({ release, profile: id, drivers, secureBoot }) => {
  const { events } = parseEventLog(fixture(`emulated/${release}.ccel.bin`));
  const profile = EVENT_PROFILES.find((one) => one.id === id);
  if (profile === undefined) throw new Error('no such profile');
  const program = events.find(({ type }) => type === EVENT.bootServicesApplication)?.digest ?? '';
  const start = { ...secureVariables([], secureBoot), shimVariables: [], hasBootOptions: false };
  const predicted = predictTdvf({
    start,
    image: {
      cfv: digests('cfv')[0]?.sha384 ?? '',
      start: { 'with-secure-boot': start, undeleted: start, always: start, never: start },
      bootOptions: [],
      ...(drivers === undefined
        ? {}
        : { drivers: { measures: true, smbios: true, asserts: false, secureBoot, ...drivers } }),
    },
    metadata: metadataOf(EDK2),
    ...{ vmm: 'qemu', profile, memory: 512n * MIB, acpi: undefined },
    smbios: drivers === undefined ? undefined : fixture(`emulated/${release}.smbios.bin`),
    direct: {
      program: { patched: program, original: program },
      cmdline: 'console=hvc0 console=ttyS0 tdx-boot.probe=ccel',
      initrd: events.findLast(({ type }) => type === EVENT.eventTag)?.digest ?? '',
    },
    ...{ header: 'patched', stub: 'measures' },
  });

  test.each(['rtmr0', 'rtmr1', 'rtmr2'])('%s: every event but those of ACPI is as predicted', (register) => {
    const logged = events.filter((event) => event.register === register);
    const ours = predicted.filter((event) => event.register === register);
    expect(ours.map(({ name }) => name)).toEqual(logged.map(({ name }) => name));
    const digestOf = (index: number) =>
      ours[index]?.text.startsWith('ACPI') ? ours[index]?.digest : logged[index]?.digest;
    expect(ours.map(({ text, digest }) => [text, digest])).toEqual(
      ours.map(({ text }, index) => [text, digestOf(index)]),
    );
  });
});

describe('RTMR0', () => {
  test('of canonical-defaults: edk2-stable202502, 2 GiB, its ACPI tables', () => {
    const profile = EVENT_PROFILES.find(({ id }) => id === 'edk2-stable202411');
    if (profile === undefined) throw new Error('no such profile');
    const acpi = deriveAcpiFiles(fixture(ACPI));
    const kernel = { patched: { reason: 'none' }, original: { reason: 'none' } };
    const events = predictTdvf({
      ...{ ...imageOf(EDK2_2025), metadata: metadataOf(EDK2_2025), vmm: 'qemu', profile },
      ...{ memory: 2048n * MIB, acpi, smbios: undefined },
      ...{ direct: { program: kernel, cmdline: '' }, header: 'original', stub: 'measures' },
    });
    // The bytes of that CFV are not to be had; its digest is.
    const cfv = digests('cfv')[0]?.sha384 ?? '';
    const known = events.map((event) => (event.text === 'CFV' ? { ...event, digest: cfv } : event));
    expect(predictRegisters(known).rtmr0).toBe(CANONICAL.rtmr0);
  });

  test('of the log of edk2 2023: all events but those of ACPI are as predicted', () => {
    const profile = EVENT_PROFILES.find(({ id }) => id === 'edk2-stable202302');
    if (profile === undefined) throw new Error('no such profile');
    const { events } = parseEventLog(fixture(CCEL.ovmf));
    const program = events.find(({ name }) => name === 'EV_EFI_BOOT_SERVICES_APPLICATION')?.digest ?? '';
    const predicted = predictTdvf({
      ...{
        ...imageOf(EDK2),
        metadata: metadataOf(EDK2),
        vmm: 'qemu',
        profile,
        memory: 2048n * MIB,
        acpi: undefined,
        smbios: undefined,
      },
      ...{ direct: { program: { patched: program, original: program }, cmdline: '' } },
      ...{ header: 'original', stub: 'measures' },
    });
    for (const register of ['rtmr0', 'rtmr1'] as const) {
      const logged = events.filter((event) => event.register === register);
      const ours = predicted.filter((event) => event.register === register);
      expect(ours.map(({ name }) => name)).toEqual(logged.map(({ name }) => name));
      for (const [place, event] of ours.entries()) {
        if (event.text === 'CFV' || event.text.startsWith('ACPI')) continue;
        expect([event.text, event.digest]).toEqual([event.text, logged[place]?.digest]);
      }
    }
  });
});

describe('quotes and reports', () => {
  test.each(ofKind('quote'))('$file', ({ file, version, fields }) => {
    const { attributes, xfam, ...quote } = parseQuote(fixture(file));
    expect(quote.version).toBe(version);
    expect({ ...quote, attributes: attributes.hex, xfam: xfam.hex }).toMatchObject(fields as object);
  });

  test('the report: both hashes are of its parts', () => {
    expect(parseReport(fixture(REPORT)).checks).toEqual({ teeInfoHash: true, teeTcbInfoHash: true });
  });
});

/** Of an image without Secure Boot, whose store is empty. */
function imageOf(spec: typeof EDK2): Pick<Parameters<typeof predictTdvf>[0], 'image' | 'start'> {
  const image = readTdvfImage(buildImage({ ...tdvf(), ...spec }), metadataOf(spec));
  return { image, start: image.start.never };
}

function metadataOf(spec: typeof EDK2): TdvfMetadata {
  return parseMetadata(buildImage(spec));
}

function digest(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
