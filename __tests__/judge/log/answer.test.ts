/** The three answers of a diagnosis: nothing wrong, a known failure, and something wrong that is not known. */

import { describe, expect, test } from '@jest/globals';
import { LogReader, type LogReport } from '../../../src/judge/log.ts';
import type { Phase } from '../../../src/words/words.ts';
import { BANNER, LOGIN, QEMU_WARNING, read, shown, TD } from './reading.ts';

describe('a complaint that no row knows keeps a log from being called sound', () => {
  test.each<[string, Phase, string]>([
    ['QEMU', 'vmm', 'qemu-system-x86_64: the flux is off'],
    [
      'libvirt',
      'vmm',
      '2024-05-10 02:32:11.123+0000: 1234: error : qemuFlux:77 : internal error: the flux is off',
    ],
    [
      'Cloud Hypervisor',
      'vmm',
      'cloud-hypervisor: 122.58ms: <vmm> ERROR:vmm/src/flux.rs:4 -- the flux is off',
    ],
    [
      'Cloud Hypervisor before it named threads',
      'vmm',
      'cloud-hypervisor: 122.58ms: ERROR:flux/src/flux.rs:4 -- flux',
    ],
    [
      'logrus',
      'vmm',
      'time="2025-03-17T17:20:06Z" level=error msg="the flux is off" name=containerd-shim-v2',
    ],
    ['logrus, fatal', 'vmm', 'time="2025-03-17T17:20:06Z" level=fatal msg="the flux is off"'],
    ['slog JSON', 'vmm', '{"msg":"the flux is off","level":"ERRO","subsystem":"flux"}'],
    ['zap JSON', 'host', '{"level":"error","ts":1699.1,"msg":"the flux is off"}'],
    ['pino', 'host', '{"level":50,"time":1699,"msg":"the flux is off"}'],
    ['klog', 'vmm', 'E0610 12:00:00.123456    1234 flux.go:123] the flux is off'],
    ['zap console', 'host', '2024-01-01T00:00:00.000Z\tERROR\tflux/main.go:12\tthe flux is off'],
    ['env_logger', 'host', '[2024-01-01T00:00:00Z ERROR flux] the flux is off'],
    ['python logging', 'host', '2024-01-01 10:00:00,123 - flux - CRITICAL - the flux is off'],
    ['log4j', 'host', '2024-01-01 10:00:00,123 ERROR [main] com.flux.Main - the flux is off'],
    ['Open Enclave', 'host', '2024-01-01T00:00:00+0000.1Z [(H)ERROR] tid(0x7f) | the flux is off'],
    ['nginx', 'host', '2024/01/01 10:00:00 [error] 1#1: the flux is off'],
    ['perror', 'host', 'flux_open: Directory not empty'],
    ['gRPC', 'vmm', 'rpc error: code = Unknown desc = the flux is off'],
    ['Docker', 'vmm', 'docker: Error response from daemon: the flux is off.'],
    ['Rust', 'host', "thread 'main' panicked at src/flux.rs:4:5:"],
    ['Go', 'host', 'panic: the flux is off'],
    ['Python', 'host', 'flux.FluxError: the flux is off'],
    ['Java', 'host', 'Exception in thread "main" java.lang.FluxException: the flux is off'],
    ['a shell', 'vmm', './run_td.sh: line 16: the flux could not be found'],
    ['anyhow and clap', 'host', 'Error: the flux is off'],
    ['git', 'host', 'fatal: the flux is off'],
    ['an exit status', 'host', 'the flux exited with status 3'],
    ['make', 'host', 'make[2]: *** [Makefile:12: flux.o] Error 1'],
    ['CMake', 'host', 'CMake Error at CMakeLists.txt:3 (flux):'],
    ['ninja', 'host', 'FAILED: flux.o'],
    ['cargo-make', 'host', '[cargo-make][1] ERROR - Error while executing command, exit code: 101'],
    ['edk2 BaseTools', 'host', 'GenFv: ERROR 3000: Invalid'],
    ['edk2 build.py behind bitbake', 'host', '|  : error 7000: Failed to execute command'],
    ['GitHub Actions', 'host', '##[error]Process completed with exit code 1.'],
    ['the kernel of a host', 'host', "[    9.9] kvm_intel: unknown parameter 'flux' ignored"],
    ['a server BIOS', 'host', 'ASSERT [IioInit] c:\\bios\\ServerPlatformPkg\\Flux.c(12): FALSE'],
    ['words without a level', 'host', 'the flux could not be opened'],
  ])('%s', (_, phase, line) => {
    expect(shown(read([line]))).toEqual(['unknown', phase, 1]);
  });

  test('also behind a quotation mark, a time of CI and a container name', () => {
    for (const prefix of ['> ', '2025-11-12T10:00:00.1234567Z ', 'vmm-1  | ', '│ ']) {
      expect(shown(read([`${prefix}qemu-system-x86_64: the flux is off`]))).toEqual(['unknown', 'vmm', 1]);
    }
  });

  test('says which, and names rows with the same words', () => {
    const { diagnosis, nearest } = read([
      QEMU_WARNING,
      'qemu-system-x86_64: -device vhost-vsock-pci: vhost is off today',
    ]);
    expect(diagnosis).toMatchObject({
      title: 'The VMM fails at the vsock device: vhost is off today',
      evidence: [{ line: 2 }],
    });
    expect(nearest.map(({ id }) => id)).toContain('qemu-vhost-vsock');
  });

  test('the aftermath in the CI system and in a wrapper says less than the VMM', () => {
    const lines = [
      '##[error]The operation was canceled.',
      'level=warning msg=x',
      'qemu-kvm: the flux is off',
    ];
    expect(shown(read(lines))).toEqual(['unknown', 'vmm', 3]);
  });

  test('a program of a guest that is up complains', () => {
    const lines = [
      BANNER,
      TD,
      '[    3.1] systemd[1]: Detected confidential virtualization tdx.',
      'Error: the flux is off',
    ];
    expect(shown(read(lines))).toEqual(['unknown', 'userspace', 4]);
  });

  test('its memory is not that of the host', () => {
    const lines = [
      BANNER,
      TD,
      '[    3.1] systemd[1]: Queued start job for default target Multi-User System.',
      'flux: Cannot allocate memory',
    ];
    expect(shown(read(lines))).toEqual(['unknown', 'userspace', 4]);
  });

  test('what Kata notes in a journal says nothing of a boot', () => {
    const { answer, diagnosis } = read([
      'Nov 18 18:29:11 node kata[9979]: time="2022-11-18T18:29:11+08:00" level=info msg="Stopping Sandbox" name=containerd-shim-v2 source=virtcontainers',
    ]);
    expect([answer, diagnosis?.phase, diagnosis?.title]).toEqual([
      'unknown',
      'vmm',
      'The program that starts the VM spoke last, and no line of the log says how far a boot came',
    ]);
  });

  test.each([
    ['dracut', 'Entering emergency mode. Exit the shell to continue.', 'initramfs'],
    ['units of an initrd', '[  OK  ] Reached target Emergency Mode.', 'initramfs'],
    ['units of the real system', '[  OK  ] Reached target Emergency Mode.', 'userspace'],
  ])('where emergency mode stands: %s', (units, end, phase) => {
    const unit = units.endsWith('initrd') ? '/sysroot' : '/home';
    expect(
      read([`[FAILED] Failed to mount ${unit}.`, `[DEPEND] Dependency failed for ${unit}.`, end]).diagnosis
        ?.phase,
    ).toBe(phase);
  });

  test('a share that went away under a guest is why the guest gave up', () => {
    const { diagnosis } = read([
      'qemu-kvm: Failed to write msg. Wrote -1 instead of 20.',
      '[FAILED] Failed to mount /home.',
      'You are in emergency mode. After logging in, type "journalctl -xb"',
    ]);
    expect(diagnosis).toMatchObject({ cause: 'qemu-vhost-user', phase: 'userspace' });
    expect(diagnosis?.title).toMatch(/^Emergency mode, because: The vhost-user back end/);
  });

  test('a line that Kata read from the guest’s console is the guest’s', () => {
    const readOut = (line: string): string =>
      `time="2020-09-21T20:40:24+08:00" level=debug msg="reading guest console" source=virtcontainers vmconsole="${line}"`;
    const { diagnosis } = read([
      readOut('[    1.383549] Run /init as init process'),
      readOut('flux: \\"the keys\\" cannot be read'),
      readOut('[    1.390000] Kernel panic - not syncing: Attempted to kill init! exitcode=0x00000100'),
    ]);
    expect(diagnosis).toMatchObject({ cause: 'linux-panic-init-killed-status', phase: 'initramfs' });
    expect(diagnosis?.evidence.map(({ line }) => line)).toEqual([3, 2]);
  });

  test('a chain of Kata in which the agent answers is of the guest', () => {
    const chain = (link: string): string[] => [
      'failed to create containerd task: failed to create shim task: Others("failed to handler message create container',
      'Caused by:',
      '    0: create',
      `    1: ${link}`,
      '    2: Opening the flux',
      '    3: No such file or directory (os error 2)"): unknown',
    ];
    expect(read(chain('agent create container')).diagnosis?.phase).toBe('userspace');
    expect(read(chain('start the flux')).diagnosis?.phase).toBe('vmm');
  });

  test('the colours of a console that is quoted are not read', () => {
    const readOut = (line: string): string =>
      `time="2020-10-14T18:17:16+08:00" level=debug msg="reading guest console" source=virtcontainers vmconsole="${line}"`;
    const failed = String.raw`[\x1b[0;1;31mFAILED\x1b[0m] Failed to start \x1b[0;1;39mFlux Keeper\x1b[0m.`;
    for (const line of [failed, failed.replaceAll(String.raw`\x1b`, String.raw`\u001b`)]) {
      const { diagnosis } = read([readOut(line)]);
      expect(diagnosis).toMatchObject({ cause: 'systemd-start', phase: 'userspace' });
      expect(diagnosis?.title).toBe('Failed to start Flux Keeper');
    }
    const started = String.raw`[\x1b[0;32m  OK  \x1b[0m] Started \x1b[0;1;39mKata Containers Agent\x1b[0m.`;
    expect(read([readOut(started)])).toMatchObject({ answer: 'nothing-wrong', phase: 'userspace' });
  });

  test('KVM that refuses a vCPU whose firmware has run does not call the TD incomplete', () => {
    const refused = 'error: kvm run failed Invalid argument';
    expect(read([refused]).diagnosis?.cause).toBe('qemu-kvm-run-failed-not-final');
    for (const line of [
      'Loading driver at 0x0007ED64000 EntryPoint=0x0007ED665A2 Flux.efi',
      'Reserved variable store memory: 0x3F47C000; size: 528kb',
    ]) {
      expect(read([line, refused]).diagnosis).toMatchObject({ cause: 'vcpu-refused', phase: 'firmware' });
    }
  });

  test('a symptom is explained by the error of a line that no row knows', () => {
    const { diagnosis } = read([
      'error: Failed to start domain td',
      "error: Failed to create file '/var/lib/libvirt/qemu/nvram/td.fd': No space left on device",
    ]);
    expect(diagnosis).toMatchObject({
      cause: 'error-disk-full',
      certainty: 'likely',
      title: expect.stringMatching(
        /, because: The disk of \/var\/lib\/libvirt\/qemu\/nvram\/td\.fd is full$/,
      ),
    });
    expect(diagnosis?.evidence.map(({ line }) => line)).toEqual([1, 2]);
  });
});

describe('what only mentions a complaint counts for nothing', () => {
  test.each([
    ['a setting', 'kernel command: reboot=k panic=-1 panic=1 oops=panic'],
    ['a setting of YAML', 'panic:1'],
    ['a file', '  CC      kernel/panic.o'],
    ['an option', 'gcc -Werror=return-type -c flux.c'],
    ['a mount option', 'mount -o errors=remount-ro /dev/vda1'],
    ['a log level', 'starting with loglevel=error'],
    ['QEMU’s log items', '-d guest_errors -D qemu.log'],
    ['a count of zero', 'Test Result: 3 passed, 0 failed, errors: 0'],
    ['an empty error', 'level=info msg=done error=<nil>'],
    ['a level below', '{"level":"info","msg":"retry after error"}'],
    ['a warning', QEMU_WARNING],
    ['a command', '$ make || echo error: failed'],
    ['a configuration', 'CONFIG_PANIC_ON_OOPS=y'],
    ['a test that passed', 'ok 87 - list-misaligned: got 0x2, expected 0x0: refused'],
    ['a feature', 'HEST: Enabling Firmware First mode for corrected errors: error reporting'],
    ['what a timer is set to', 'the timeout is set to 20 s'],
    ['who is not trusted by design', 'reading a file of the untrusted host'],
  ])('%s', (_, line) => {
    expect(read([BANNER, TD, line, LOGIN])).toMatchObject({ answer: 'nothing-wrong', phase: 'userspace' });
    expect(read([QEMU_WARNING, line]).answer).toBe('nothing-wrong');
  });
});

describe('how far a boot came', () => {
  test.each<[string, string[], LogReport['answer'], Phase | undefined]>([
    ['a log that says nothing of it', ['Lorem ipsum dolor sit amet'], 'unknown', undefined],
    ['warnings of a healthy VMM', [QEMU_WARNING], 'nothing-wrong', 'vmm'],
    [
      'an init that powers off in order',
      [
        BANNER,
        '[    2.0] Run /init as init process',
        '[    3.0] ACPI: PM: Preparing to enter system sleep state S5',
      ],
      'nothing-wrong',
      'userspace',
    ],
    [
      'a probe guest on a machine that has no name',
      [BANNER, '# tdx-boot probe 1', '[    3.0] reboot: Power down'],
      'nothing-wrong',
      'userspace',
    ],
    [
      'a file that a guest asked for in vain, in the access log of a server',
      [BANNER, LOGIN, '10.0.2.15 - - "GET /latest/user-data HTTP/1.1" 404 -'],
      'nothing-wrong',
      'userspace',
    ],
    [
      'a VM that its manager ends after its boot',
      [BANNER, LOGIN, 'qemu-system-x86_64: terminating on signal 15 from pid 1234 (/usr/sbin/libvirtd)'],
      'nothing-wrong',
      'userspace',
    ],
    ['a login prompt, blank trimmed', [BANNER, 'tdx-guest login:'], 'nothing-wrong', 'userspace'],
    ['a bare login prompt', [BANNER, 'login:'], 'nothing-wrong', 'userspace'],
    ['a shell of busybox', [BANNER, '/ # '], 'nothing-wrong', 'userspace'],
    [
      'systemd of a user',
      [BANNER, '[   12.0] systemd[812]: Reached target Basic System.'],
      'nothing-wrong',
      'userspace',
    ],
    ['OpenRC', [BANNER, '   OpenRC 0.55.1 is starting up Linux 6.12.1'], 'nothing-wrong', 'userspace'],
    [
      'cloud-init',
      [BANNER, "[   20.0] cloud-init[700]: Cloud-init v. 24.1 running 'init'"],
      'nothing-wrong',
      'userspace',
    ],
    ['the shell of the firmware', ['UEFI Interactive Shell v2.2', 'Shell> '], 'known', 'firmware'],
    [
      'a boot option that is not there, and nothing more',
      ['BdsDxe: failed to load Boot0001 "UEFI Misc Device" from PciRoot(0x0)/Pci(0x2,0x0): Not Found'],
      'known',
      'firmware',
    ],
    [
      'a host without a word of TDX',
      ['[    1.0] DMI: Dell Inc. PowerEdge R760, BIOS 2.1.5'],
      'unknown',
      'host',
    ],
    [
      'Cloud Hypervisor’s debug port',
      ['<vcpu0> WARN:debug_port.rs:76 -- [Debug I/O port: Kernel code 0x40] 0.1 s'],
      'unknown',
      'kernel',
    ],
    [
      'a trace without a title',
      ['[  414.83] CPU: 2 PID: 649 Comm: hwrng', '[  414.83] Call Trace:'],
      'unknown',
      'kernel',
    ],
  ])('%s', (_, lines, answer, phase) => {
    const report = read(lines);
    expect([report.answer, report.diagnosis?.phase ?? report.phase]).toEqual([answer, phase ?? 'host']);
  });

  test.each(['oops_end', 'die', 'panic'])('a kernel died where a dump’s stack has %s', (func) => {
    const lines = [
      'PID: 175044  TASK: ffff88b759442a00  CPU: 30  COMMAND: "vcpu0"',
      ` #3 [ffff88b416eb73b0] ${func} at ffffffff8103adbb `,
      ' #6 [ffff88b416eb7440] general_protection at ffffffff82601068 ',
    ];
    expect(read(lines).diagnosis).toMatchObject({
      title: expect.stringContaining(`complains: #3 [ffff88b416eb73b0] ${func}`),
      evidence: [{ line: 2 }],
    });
    // The stack of a task that lives.
    const living = lines.map((line) => line.replace(func, 'schedule'));
    expect(read(living).diagnosis?.title).not.toContain('complains');
  });

  test('a prompt on which a person types is no guest that is up', () => {
    expect(
      read(['root@host:~/tdx# ./run_td.sh', 'qemu-system-x86_64: the flux is off', 'root@host:~/tdx# '])
        .answer,
    ).toBe('unknown');
  });

  test('a complaint before the prompt was overcome, and one after it was not', () => {
    const complaint = 'Error: the flux is off';
    expect(read([BANNER, complaint, LOGIN]).answer).toBe('nothing-wrong');
    expect(read([BANNER, LOGIN, complaint]).answer).toBe('unknown');
    expect(read([BANNER, LOGIN, 'level=error msg="the flux is off"']).answer).toBe('unknown');
  });
});

test('the last words of an init that died say why it did', () => {
  const { diagnosis } = read([
    '[    0.0] Linux version 6.12.0 (a@b) (gcc) #1 SMP',
    '[    1.9] Run /init as init process',
    'flux-init: FATAL: open /dev/flux: No such file or directory',
    '[    2.0] Kernel panic - not syncing: Attempted to kill init! exitcode=0x00000100',
  ]);
  expect(diagnosis).toMatchObject({
    cause: 'error-missing',
    title: 'Kernel panic: init ended with status 0x01, because: /dev/flux does not exist',
    certainty: 'likely',
  });
  expect(diagnosis?.evidence).toContainEqual({
    line: 3,
    text: 'flux-init: FATAL: open /dev/flux: No such file or directory',
  });
});

test('a warning of a VMM is what is wrong where nothing else was posted', () => {
  const warning = 'qemu-system-x86_64: vfio: Cannot reset device 0000:03:00.0, no available reset mechanism.';
  expect(read([warning])).toMatchObject({
    answer: 'known',
    diagnosis: { cause: 'qemu-vfio-reset', phase: 'vmm', certainty: 'likely' },
  });
  expect(read([warning, BANNER, LOGIN]).answer).toBe('nothing-wrong');
  const ours = new LogReader('vmm');
  ours.push(Buffer.from(`${warning}\n`));
  expect(ours.end().answer).toBe('nothing-wrong');
});

test('audit that loses its events is told of, and is no failure of a guest that is up', () => {
  const { answer, sightings } = read([BANNER, LOGIN, '[ 1275.475605] audit: backlog limit exceeded']);
  expect([answer, sightings.map(({ id }) => id)]).toEqual(['nothing-wrong', ['linux-audit-backlog']]);
});

describe('an error with which sound guests boot, too', () => {
  const LESS =
    '[SVSM] ERROR: Required hypervisor GHCB features not available: present=0x3, required=0x23, missing=0x20';
  const ORDER = '[SVSM] Order-04: total pages:     1 free pages:     1';

  test('is the best guess where nothing else explains why the boot stopped', () => {
    const { answer, diagnosis } = read([LESS, ORDER]);
    expect([answer, diagnosis?.phase, diagnosis?.certainty]).toEqual(['unknown', 'firmware', 'unknown']);
    expect(diagnosis?.title).toContain('Required hypervisor GHCB features not available');
    expect(diagnosis?.evidence[0]?.text).toBe(LESS);
  });

  test('is nothing where the guest came up', () => {
    expect(read([LESS, ORDER, BANNER, LOGIN])).toMatchObject({ answer: 'nothing-wrong' });
  });
});
