/** Who speaks in a log of mixed origin: a host's kernel and a guest's say the same words. */

import { describe, expect, test } from '@jest/globals';
import { LogReader, type LogReport } from '../../../src/judge/log.ts';

function read(
  lines: readonly string[],
  source: ConstructorParameters<typeof LogReader>[0] = 'mixed',
): LogReport {
  const reader = new LogReader(source);
  reader.push(Buffer.from(`${lines.join('\n')}\n`));
  return reader.end();
}

const where = ({ diagnosis }: LogReport): string => `${diagnosis?.phase} ${diagnosis?.cause}`;

const OOPS = '[  100.1] BUG: kernel NULL pointer dereference, address: 0000000000000008';
const GUEST = ['[    0.000000] tdx: Guest detected', '[    0.000000] Linux version 6.8.0 (a@b) #1 SMP'];

describe('a splat of a kernel', () => {
  test.each<[string, string[], string]>([
    ['of the task of a VMM', [OOPS, '[  100.1] CPU: 3 PID: 77 Comm: qemu-system-x86 Not tainted'], 'host'],
    ['of a vCPU thread', [OOPS, '[  100.1] CPU: 3 PID: 77 Comm: CPU 15/KVM Not tainted'], 'host'],
    ['with KVM as a module', [OOPS, '[  100.1] RIP: 0010:flux+0x1/0x2 [kvm_intel]'], 'host'],
    ['with KVM built in', [OOPS, '[  100.1]  kvm_vcpu_ioctl+0x1a/0x6f0'], 'host'],
    ['on a server', [OOPS, '[  100.1] Hardware name: Dell Inc. PowerEdge R760/09XV41, BIOS 2.1.5'], 'host'],
    [
      'in the journal of a host',
      [
        'May 16 16:01:38 lm kernel: BUG: kernel NULL pointer dereference, address: 8',
        'May 16 16:01:38 lm kernel: CPU: 34 PID: 1 Comm: qemu-system-x86',
      ],
      'host',
    ],
    [
      'of a machine that a VMM made',
      [OOPS, '[  100.1] Hardware name: QEMU Standard PC (Q35 + ICH9, 2009)'],
      'kernel',
    ],
    ['of a TD', [...GUEST, OOPS], 'kernel'],
    ['of nobody’s', [OOPS], 'kernel'],
    [
      'of a guest that is up',
      [...GUEST, '[   20.0] systemd[1]: Reached target Multi-User System.', OOPS],
      'userspace',
    ],
    [
      'of the host in the middle of a guest’s console',
      [...GUEST, OOPS, '[  100.1] Comm: CPU 0/KVM Not tainted'],
      'host',
    ],
    [
      'of a guest after the log of its host',
      [
        '[    1.0] virt/tdx: module initialized',
        ...GUEST,
        '[    1.1] BUG: kernel NULL pointer dereference, address: 8',
      ],
      'kernel',
    ],
  ])('%s', (_, lines, phase) => {
    expect(where(read(lines))).toBe(`${phase} linux-null-pointer`);
  });

  test('a lockup, a panic and UBSAN of the host, with --stream host, too', () => {
    for (const line of [
      '[  9.0] watchdog: BUG: soft lockup - CPU#3 stuck for 26s! [CPU 0/KVM:1234]',
      '[  9.0] Kernel panic - not syncing: Fatal hardware error!',
      '[  9.0] UBSAN: shift-out-of-bounds in arch/x86/kvm/flux.c:12:3',
    ]) {
      expect(read([line], 'host').diagnosis?.phase).toBe('host');
      expect(read([line, '[  9.0] CPU: 1 Comm: qemu-system-x86'], 'mixed').diagnosis?.phase).toBe('host');
    }
  });
});

test('a server BIOS is not the firmware of the guest', () => {
  const lines = ['ASSERT [IioInit] c:\\bios\\ServerPlatformPkg\\Flux.c(12): FALSE'];
  expect(read(lines).sightings).toEqual([]);
});

describe('who wants a quote speaks in the guest, whatever the program', () => {
  test.each([
    'ERROR: flux cannot fetch the attestation report',
    'FATAL: flux could not verify the TDX Quote: the flux is off',
    'ERROR: flux failed to get evidence: the flux is off',
    'Error: flux: TDX Attester: the flux is off',
    'Error: the VLEK of this flux is not known',
    'ERROR: flux got 404 from https://kdsintf.amd.com/vcek/v1/Flux',
    'ERROR: flux of the AMD ASK is off',
    'FATAL: the TCB status of this flux is not accepted',
    'ERROR: Known SEV FW Error: Status Code: 0x16: Given parameter is invalid.',
  ])('%s', (line) => {
    expect(where(read([line]))).toMatch(
      /^userspace (?:unknown|error-setting|error-quote-refused|about-[\w-]+)$/,
    );
  });

  test('by the command that somebody has typed', () => {
    const said = 'Error: the flux of the adapter is off';
    expect(where(read([said]))).toBe('host unknown');
    expect(where(read(['$ sudo ./trustauthority-cli token --config flux.json', said]))).toBe(
      'userspace unknown',
    );
  });

  test('and not who makes quotes on the host', () => {
    expect(read(['[QPL] Failed to get quote config. Error code is 0xb010']).diagnosis?.phase).toBe('host');
  });
});

describe('what checks a host is a program of the host', () => {
  test.each([
    [['[ PASS ] - AMD CPU', '[ FAIL ]     - Flux check'], 2],
    [['[ PASS ] - AMD CPU', 'ERROR: One or more tests in snphost ok reported a failure'], 2],
    [['  QEMU: Checking for secure guest support : FAIL (the flux is off)'], 1],
  ] as const)('%j', (lines, line) => {
    const report = read([...lines]);
    expect([where(report), report.diagnosis?.evidence[0]?.line]).toEqual(['host unknown', line]);
  });
});

test('a guest that prints the words of a VMM speaks for no VMM', () => {
  const lines = [
    ...GUEST,
    '[    3.0] systemd[1]: Queued start job for default target X.',
    'flux: failed to initialize KVM: No such file',
  ];
  expect(read(lines).sightings).toEqual([]);
});

test('a wrapper may quote the VMM and the console of the guest', () => {
  const panic =
    'time="2025-01-01T00:00:00Z" level=debug msg="reading guest console" vmconsole="[ 0.5] Kernel panic - not syncing: flux"';
  expect(read([panic]).sightings.map(({ id }) => id)).toEqual(['linux-panic']);
  const qemu =
    'time="2025-01-01T00:00:00Z" level=error msg="qemu-kvm: vm-type tdx not supported by KVM" subsystem=qmp';
  expect(where(read([qemu]))).toBe('vmm qemu-tdx-vm-type');
});

describe('a program stands where it runs', () => {
  test.each<[string, string, readonly string[]]>([
    [
      'a service that has shown what it is, under a name of many',
      'host',
      [
        'Aug 28 14:55:29 tdxbm node[7]: 2023-08-28 14:55:29.483 [info]: DB Migration (Ver.2 -> 3) -- Start',
        'Aug 28 14:55:29 tdxbm node[7]: 2023-08-28 14:55:29.492 [error]: the flux is off',
      ],
    ],
    [
      'the same name of which nothing is known',
      'userspace',
      ['Aug 28 14:55:29 app node[7]: 2023-08-28 14:55:29.492 [error]: the flux is off'],
    ],
    [
      'Kata’s agent, and no part of the runtime',
      'userspace',
      ['Nov 12 19:15:02 podvm kata-agent[9]: Error: the flux is off'],
    ],
    [
      'a guest that quotes the shim of containers without a VM',
      'userspace',
      [
        'Nov 27 03:00:01 guest fluxd[7]: time="x" level=error msg="containerd-shim-runc-v2: shim task: the flux is off" subsystem=flux',
      ],
    ],
    ['after the prompt of a guest', 'userspace', ['tdx@tdx-guest:~$ flux', 'Error: the flux is off']],
    ['a script of a CI', 'host', ['[jenkins_job_build.sh:252] ERROR: the flux is off']],
  ])('%s', (_, phase, lines) => {
    expect(read(lines).diagnosis).toMatchObject({ phase, certainty: 'unknown' });
  });
});
