/** A sentence with one meaning names its cause, in whose mouth ever. */

import { describe, expect, test } from '@jest/globals';
import { SAYINGS } from '../../../src/judge/catalog/sayings.ts';
import { saying } from '../../../src/judge/log/plain-error.ts';
import { LogReader, type LogReport } from '../../../src/judge/log.ts';

function read(...lines: readonly string[]): LogReport {
  const reader = new LogReader('mixed');
  reader.push(Buffer.from(`${lines.join('\n')}\n`));
  return reader.end();
}

const LINES: readonly (readonly [id: string, title: RegExp, line: string])[] = [
  ['no-cryptsetup', /encrypted volume/, 'Failed to start: Unit systemd-cryptsetup@flux.service not found.'],
  [
    'no-unit',
    /no unit fluxd\.service$/,
    'Failed to restart fluxd.service: Unit fluxd.service could not be found.',
  ],
  [
    'no-library',
    /libflux\.so\.2,/,
    'flux: error while loading: libflux.so.2: cannot open shared object file: No such file',
  ],
  ['old-libc', /GLIBC_2\.38$/, "flux: /lib/libc.so.6: version `GLIBC_2.38' not found (required by flux)"],
  [
    'symbol',
    /flux_sense is missing$/,
    'Failed to open module: /usr/lib/flux.so: undefined symbol: flux_sense',
  ],
  [
    'package-dependencies',
    /packages cannot/,
    'E: Unable to correct problems, you have held broken packages.',
  ],
  ['package-dependencies', /packages cannot/, ' flux : Depends: libflux (>= 2) but it is not installable'],
  ['package-missing', /the package flux$/, 'E: Unable to locate package flux'],
  ['package-missing', /the package flux$/, 'ERROR: No matching distribution found for flux'],
  [
    'package-key',
    /signed by a key/,
    'W: GPG error: the signatures could not be verified: NO_PUBKEY 0123456789ABCDEF',
  ],
  [
    'native-library',
    /library flux,/,
    'error: could not find native static library `flux`, perhaps an -L flag is missing?',
  ],
  ['no-rule', /rule for flux\.o:/, "make: *** No rule to make target 'flux.o', needed by 'all'.  Stop."],
  ['build-dependency', /needs flux-2,/, "No package 'flux-2' found"],
  ['build-dependency', /needs Flux,/, 'CMake Error: Could NOT find Flux (missing: FLUX_DIR)'],
  ['debhelper', /debian\/flux\.install as/, '/srv/flux-1/debian/flux.install: 1: /usr/lib/flux: not found'],
  ['git-owner', /trust \/srv\/flux:/, "fatal: detected dubious ownership in repository at '/srv/flux'"],
  ['patch', /patch does not fit/, 'error: flux.c: patch does not apply'],
  ['no-msr', /MSRs of this host/, '[ FAIL ]   - Flux: MSR read failed: Error Reading MSR'],
];

describe('what it says', () => {
  test.each(LINES)('%s: %s', (id, title, line) => {
    expect(saying(line)).toMatchObject({ cause: `says-${id}`, title: expect.stringMatching(title) });
  });

  test('is asked for every row, and each has advice', () => {
    expect(
      SAYINGS.map(({ id }) => id).filter((id) => !LINES.some(([known]) => id === `says-${known}`)),
    ).toEqual([]);
    expect(SAYINGS.filter(({ hint }) => !/^.{15,}\.$/.test(hint)).map(({ id }) => id)).toEqual([]);
    expect(new Set(SAYINGS.map(({ id }) => id)).size).toBe(SAYINGS.length);
  });
});

test('a program of the guest says it below the level of an error', () => {
  const line = 'dracut-initqueue[4]: Failed to start flux: Unit systemd-cryptsetup@flux.service not found.';
  expect(read(line).diagnosis).toMatchObject({ phase: 'initramfs', cause: 'says-no-cryptsetup' });
});

test('what a build misses is the host’s, and explains the end of make', () => {
  const { diagnosis } = read("make: *** No rule to make target 'flux.o', needed by 'all'.  Stop.");
  expect(diagnosis).toMatchObject({ phase: 'host', cause: 'says-no-rule', certainty: 'likely' });
});

test('a library that a program loads is no object of a linker', () => {
  const { diagnosis } = read(
    'Failed to open module: /usr/lib/flux.so: undefined symbol: flux_sense',
    'ioctl(KVM_CREATE_VM) failed: 12 Cannot allocate memory',
  );
  expect(diagnosis?.cause).toBe('qemu-kvm-create-memory');
});

test('a kernel may say the words of others in a sound boot', () => {
  expect(read('[    3.1] flux: Network is unreachable').diagnosis?.cause).not.toMatch(/^(?:says|error)-/);
});

test('a unit that a host lacks is the host’s', () => {
  const line = 'Failed to restart fluxd.service: Unit fluxd.service not found.';
  expect(read(line).diagnosis).toMatchObject({ phase: 'host', cause: 'says-no-unit', certainty: 'likely' });
});
