/** Texts in which nothing is wrong and no boot is shown: what a program says of its own task is no word of the guest. */

import { describe, expect, test } from '@jest/globals';
import { BANNER, read, TD } from './reading.ts';

const VALIDATE = [
  '  QEMU: Checking if device /dev/kvm exists                                   : PASS',
  '  QEMU: Checking if IOMMU is enabled by kernel                               : WARN (IOMMU appears to be disabled in kernel. Add intel_iommu=on to kernel cmdline arguments)',
  '  QEMU: Checking for secure guest support                                    : PASS',
];
const FAIL =
  '  QEMU: Checking for hardware virtualization                                 : FAIL (Only emulated CPUs are available)';
const PODS = 'NAME         READY   STATUS    RESTARTS   AGE';
const RUNNING = 'busybox-cc   1/1     Running   0          62s';
const WAITING = [
  ...['0/1     ContainerCreating', '0/1     Init:0/1', '0/1     ErrImageNeverPull'],
  ...['0/1     Running', '1/2     Running'],
];
const STARTED = 'TD started by QEMU with PID: 13392.';

test('a column of a summary that counts none is no complaint', () => {
  const summary = (failed: number): string =>
    `RESULTS    : PASS 1 | ERROR 0 | FAIL ${failed} | SKIP 0 | WARN 0`;
  expect(read([summary(0)]).diagnosis?.title).not.toContain('ERROR');
  expect(read([summary(1)]).diagnosis?.title).toContain('FAIL 1');
});

test('systemd that remounts its root has come through the initramfs', () => {
  const lines = [
    '[    0.890540] systemd[1]: Set hostname to <flux>.',
    '         Starting Remount Root and Kernel File Systems...',
  ];
  expect(read(lines)).toMatchObject({ answer: 'nothing-wrong', phase: 'userspace' });
});

describe('what was checked passed', () => {
  test.each<[string, readonly string[], string]>([
    ['virt-host-validate', VALIDATE, 'virt-host-validate found no failure'],
    [
      'snpguest verify attestation',
      ['VEK signed the Attestation Report!'],
      'the attestation report was verified',
    ],
    ['bats', [' ✓ Get CDH resource', '2 tests, 0 failures'], 'the tests have passed'],
    ['go test', ['--- PASS: TestFlux (40.14s)', 'ok  \tflux.example/e2e\t812.114s'], 'the tests have passed'],
    [
      'go-tdx-guest',
      ['INFO : 2023/10/13 05:07:39.658105 check.go:473: TDX Quote verified successfully'],
      'the quote was verified',
    ],
    [
      'a KBS, which a guest asks first without a token',
      [
        '[2025-03-21T01:25:52Z ERROR kbs::error] Attestation Token not found',
        '[2025-03-21T01:25:53Z INFO  actix_web::middleware::logger] 10.244.0.1 "GET /kbs/v0/resource/a/b/c HTTP/1.1" 200 504 "-" "flux" 0.000815',
      ],
      'the KBS has attested a guest, or gave it a resource',
    ],
    ['kubectl get pods', [PODS, RUNNING], 'the pod runs'],
    [
      'the parameter of KVM',
      ['$ cat /sys/module/kvm_intel/parameters/tdx', 'Y'],
      'KVM of the host has TDX switched on',
    ],
    ['systemd-detect-virt', ['# systemd-detect-virt --cvm', 'tdx'], 'systemd sees a confidential guest'],
  ])('%s', (_, lines, sound) => {
    expect(read(lines)).toMatchObject({ answer: 'nothing-wrong', sound });
  });

  test('the kernel log of an AMD host, which need not speak of TDX', () => {
    const snp = '[   17.695849] kvm_amd: SEV-SNP enabled (ASIDs 1 - 99)';
    expect(read([snp])).toMatchObject({ answer: 'nothing-wrong' });
    expect(read([snp.replace('enabled', 'disabled')])).toMatchObject({
      answer: 'unknown',
      diagnosis: { cause: 'host-sev-unsettled' },
    });
  });

  test('what the person writes who pasted it is no complaint', () => {
    const person = "Regarding KVM, I don't see any fails except the IOMMU warning.";
    expect(read([person, ...VALIDATE])).toMatchObject({ answer: 'nothing-wrong' });
    expect(read(['KVM: the checks failed', ...VALIDATE])).not.toMatchObject({ answer: 'nothing-wrong' });
  });

  test('a file of a unit that everybody may read', () => {
    const unit =
      'systemd[1]: Configuration file /etc/a.service is marked world-inaccessible. This has no effect as configuration data is accessible via APIs without restrictions. Proceeding anyway.';
    expect(
      read([`[    4.396668] ${unit}`, '[    7.1] kvm_amd: SEV-SNP enabled (ASIDs 1 - 99)']),
    ).toMatchObject({
      answer: 'nothing-wrong',
    });
  });

  test.each<[string, readonly string[]]>([
    ['a check failed', [...VALIDATE, FAIL]],
    ...WAITING.map((state): [string, string[]] => [
      `another pod is ${state}`,
      [PODS, `trustee      ${state}   0          62s`, RUNNING],
    ]),
    ['a test was not run', ['2 tests, 0 failures, 1 not run']],
    ['each test was skipped', ['2 tests, 0 failures, 2 skipped']],
    ['there is no test', ['0 tests, 0 failures']],
    ...['inactive (dead)', 'activating (auto-restart)'].map((state): [string, string[]] => [
      `another service is ${state}`,
      [`     Active: ${state} since Fri`, '     Active: active (running) since Fri'],
    ]),
    ['TDX is off', ['$ cat /sys/module/kvm_intel/parameters/tdx', 'N']],
    ['the answer is that of another command', ['$ systemd-detect-virt --cvm', '$ cat type', 'tdx']],
    ['a guest is none', ['$ systemd-detect-virt --cvm', 'none']],
    ['a later guest is none', ['$ systemd-detect-virt --cvm', 'tdx', '$ systemd-detect-virt --cvm', 'none']],
    [
      'TDX is off where a guest is confidential',
      ['$ systemd-detect-virt --cvm', 'sev-snp', '$ cat /sys/module/kvm_intel/parameters/tdx', 'N'],
    ],
    ['QEMU spoke later', [...VALIDATE, 'qemu-system-x86_64: cannot set up guest memory']],
  ])('and not where %s', (_, lines) => {
    expect(read(lines).answer).not.toBe('nothing-wrong');
  });

  test('a boot says more than a check', () => {
    expect(read([TD, 'VEK signed the Attestation Report!'])).toMatchObject({
      answer: 'nothing-wrong',
      phase: 'userspace',
    });
    expect(read([TD, 'VEK signed the Attestation Report!']).sound).toBeUndefined();
  });
});

describe('that a guest was started shows no boot', () => {
  test.each([
    STARTED,
    "Domain 'td_guest' started",
    'State:          running',
    'Jul 13 23:11:55 pve qm[648709]: <root@pam> end task UPID:pve:0009E606:014D3A0F:64B076A9:qmstart:100:root@pam: OK',
    '2024-05-03 10:11:12.500 7 INFO nova.compute.manager [-] [instance: c40758bc] Took 2.40 seconds to spawn the instance on the hypervisor.',
    '{"component":"virt-launcher","level":"info","msg":"Domain started.","pos":"manager.go:1248"}',
  ])('%s', (line) => {
    expect(read([line])).toMatchObject({
      answer: 'unknown',
      diagnosis: { phase: 'vmm', cause: 'guest-unheard' },
    });
  });

  test('and words without a level before the start are got over', () => {
    const lines = ['Default image not found: /tmp/a.qcow2', 'Using available TD image instead: /tmp/b.qcow2'];
    expect(read([...lines, STARTED])).toMatchObject({ diagnosis: { cause: 'guest-unheard' } });
    expect(read([...lines, STARTED, 'Failed to get the quote'])).not.toMatchObject({
      diagnosis: { cause: 'guest-unheard' },
    });
  });
});

test.each([
  ['with times', '[    0.7] ', 'LSM: initializing lsm=lockdown,capability'],
  ['that was read to a milestone', '', 'smp: Brought up 1 node, 4 CPUs'],
])('a confidential guest’s boot %s whose beginning was cut off is no answer to a search', (_, time, line) => {
  const { answer, diagnosis } = read([
    `${time}Memory Encryption Features active: AMD SEV SEV-ES SEV-SNP`,
    `${time}${line}`,
  ]);
  expect([answer, diagnosis?.phase]).toEqual(['unknown', 'kernel']);
});

test('the kernel of a SEV guest in a running guest is a guest that is up', () => {
  const line = '[    0.658618] Memory Encryption Features active: AMD SEV SEV-ES SEV-SNP';
  expect(read([line])).toMatchObject({ answer: 'nothing-wrong', phase: 'userspace' });
});

test('a container that is up is well, and not beside one that has failed', () => {
  const up = 'a   kbs   "kbs"   2 days ago   Up 4 hours   0.0.0.0:8080->8080/tcp   kbs-1';
  const ended = 'b   as   "as"   2 days ago   Exited (1) 3 hours ago      as-1';
  expect(read([up])).toMatchObject({ answer: 'nothing-wrong', sound: 'the container runs' });
  expect(read([up, ended]).answer).toBe('unknown');
  expect(read([ended, up]).answer).toBe('unknown');
  expect(read([up.replace('hours', 'hours (Paused)'), up]).answer).toBe('unknown');
});

test('a daemon of peer pods that serves, and an Azure guest that was attested', () => {
  expect(read(['2023/07/06 09:33:31 [adaptor] server started']).sound).toBe('cloud-api-adaptor serves');
  expect(read(['Level: Info Successfully attested and decrypted response.']).answer).toBe('nothing-wrong');
});

describe('a VMM whose name the journal puts before each line of its guest', () => {
  const lines = [
    'SecCoreStartupWithStack(0xFFFCC000, 0x820000)',
    'Tdx started with(Hob: 0x809000, Gpaw: 0x34, Cpus: 4)',
    '[    0.000000] Linux version 6.8.0 (flux@flux)',
    '[    0.100000] tdx: Guest detected',
    '[    2.700000] Run /init as init process',
    '[    5.000000] systemd[1]: systemd 255 running in system mode (+PAM)',
    '[  OK  ] Reached target Multi-User System.',
    'flux login: ',
  ].map((line) => `Sep 01 10:00:00 flux qemu-system-x86_64[4711]: ${line}`);

  test('is no VMM that speaks: a guest that came up is up', () => {
    expect(read(lines).answer).toBe('nothing-wrong');
  });

  test.each([
    ['the firmware', 2, 'firmware'],
    ['the kernel', 4, 'kernel'],
  ])('a console that ends in %s is no success', (_, count, phase) => {
    const { answer, diagnosis } = read(lines.slice(0, count));
    expect([answer, diagnosis?.phase]).toEqual(['known', phase]);
  });
});

test('an agent proxy that is ready after a retry alarms nobody', () => {
  const at = (words: string): string => `2024/04/01 02:38:08 [adaptor/${words}`;
  const lines = [
    at('proxy] Retrying failed agent proxy connection: dial tcp 10.0.0.1:15150: connect: connection refused'),
    at('proxy] established agent proxy connection to 10.0.0.1:15150'),
    at('cloud] agent proxy is ready'),
  ];
  expect(read(lines).answer).toBe('nothing-wrong');
});

test.each([
  ['not ok 3 - flux', 'unknown'],
  ['not ok 3 - flux # SKIP no pump', 'nothing-wrong'],
  ['not ok 3 flux # TODO the pump', 'nothing-wrong'],
  ['[    9.1] systemd[1]: flux.service: Start request repeated too quickly.', 'unknown'],
])('a guest that is up, and then: %s', (line, wanted) => {
  const { answer } = read([BANNER, 'tdx-guest login: root', 'root@tdx-guest:~# ', line]);
  expect(answer).toBe(wanted);
});
