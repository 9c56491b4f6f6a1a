/** Which of several known lines decides, and what is said of the others. */

import { describe, expect, test } from '@jest/globals';
import { NOUNS } from '../../../src/judge/catalog/nouns.ts';
import { read } from './reading.ts';

const WARNING = '[    1.0] WARNING: CPU: 0 PID: 1 at kernel/flux.c:12 flux+0x1/0x2';
const UBSAN = '[    1.5] UBSAN: shift-out-of-bounds in drivers/flux.c:12:3';
const NULL = '[   11.0] BUG: kernel NULL pointer dereference, address: 0000000000000008';
const ROOT = '[    2.0] /dev/root: Cannot open root device "vda" or unknown-block(0,0): error -6';
const NO_CERTIFICATE = 'Nov 26 10:00:05 h qgsd[2]: [QPL] No certificate data for this platform.';
const NO_ROOT = '[    2.1] Kernel panic - not syncing: VFS: Unable to mount root fs on unknown-block(0,0)';

const NO_INITRD = "error: file `/boot/initrd.img-6.12' not found.";
const NO_MODULE = "error: file `/boot/grub/x86_64-efi/bli.mod' not found.";
const NO_DISK = "error: disk `hd1,gpt2' not found.";
const BANNER = '[    0.0] Linux version 6.12.118 (debian-kernel@lists.debian.org)';
const GAVE_UP = [
  '[    2.9] systemd[1]: Reached target Login Prompts.',
  '[!!!!!!] Failed to start up manager.',
];
const INIT_KILLED = '[    2.2] Kernel panic - not syncing: Attempted to kill init! exitcode=0x00000009';
const EXCEPTION = '!!!! X64 Exception Type - 0D(#GP - General Protection)  CPU Apic ID - 00000000 !!!!';

describe('the cause', () => {
  test.each<[string, string[], string]>([
    [
      'a WARNING before panic_on_warn',
      [UBSAN, WARNING, '[    1.1] Kernel panic - not syncing: kernel: panic_on_warn set ...'],
      'linux-warning',
    ],
    [
      'the library that is not there, before what its absence led to',
      ['sgx_qv_verify_quote failed: 0xe021', 'tee_qv_get_collateral failed: 0xe00e'],
      'attest-collateral-library',
    ],
    ['not a UBSAN that the guest survived', [UBSAN, NULL], 'linux-null-pointer'],
    [
      'the fault before "Fatal exception"',
      [WARNING, NULL, '[   11.1] Kernel panic - not syncing: Fatal exception'],
      'linux-null-pointer',
    ],
    [
      'the lockup before its panic',
      [
        '[   30.0] watchdog: BUG: soft lockup - CPU#0 stuck for 26s! [flux:12]',
        '[   30.1] Kernel panic - not syncing: softlockup: hung tasks',
      ],
      'linux-soft-lockup',
    ],
    [
      'the hung task before its panic',
      [
        '[  130.0] INFO: task flux:12 blocked for more than 120 seconds.',
        '[  130.1] Kernel panic - not syncing: hung_task: blocked tasks',
      ],
      'linux-hung-task',
    ],
    ['the device before the panic', [ROOT, NO_ROOT], 'linux-root-device-missing'],
    ['the initrd that GRUB did not find', [NO_INITRD, BANNER, NO_ROOT], 'grub-file-missing'],
    ['not a module that GRUB did without', [NO_MODULE, BANNER, NO_ROOT], 'linux-panic-root-fs'],
    ['not a disk that GRUB did without', [NO_DISK, BANNER, ...GAVE_UP], 'systemd-pid1'],
    ['not a quote that nobody could make', [NO_CERTIFICATE, NO_ROOT], 'linux-panic-root-fs'],
    [
      'not a quote that nobody could make, of a VMM either',
      [
        NO_CERTIFICATE,
        'qemu-system-x86_64: TDX ioctl KVM_TDX_INIT_VM failed, hw_errors: 0x0: No space left on device',
      ],
      'qemu-tdx-ioctl-no-keyid',
    ],
    [
      'what the host’s QGS lacks, where the guest got no quote',
      ['cat: /sys/kernel/config/tsm/report/r0/outblob: Input/output error', NO_CERTIFICATE],
      'attest-qpl-unregistered',
    ],
    [
      'not an attribute of the TD, which no boot minds',
      ['[    0.0] tdx: Attributes: DEBUG SEPT_VE_DISABLE', NO_ROOT],
      'linux-panic-root-fs',
    ],
    [
      'the initrd that could not be unpacked, and not the window of a device before it',
      [
        '[    0.5] pci 0000:00:02.0: BAR 4: no space for [mem size 0x4000]',
        '[    1.8] RAMDISK: EOF while reading compressed data',
        ROOT,
        NO_ROOT,
      ],
      'linux-ramdisk',
    ],
    [
      'the buffers that were full before the panic',
      [
        '[    1.9] virtio-pci 0000:00:02.0: swiotlb buffer is full (sz: 262144 bytes), total 8 (slots), used 8 (slots)',
        NO_ROOT,
      ],
      'linux-swiotlb-full',
    ],
    [
      'the boot option before the shell of the firmware',
      [
        'BdsDxe: failed to load Boot0001 "UEFI Misc Device" from PciRoot(0x0): Not Found',
        'UEFI Interactive Shell v2.2',
      ],
      'bds-load-failed',
    ],
    ['the panic, not a splat that came before', [UBSAN, NO_ROOT], 'linux-panic-root-fs'],
    [
      'the oops of PID 1 of which only the end was posted',
      ['[    2.1] note: swapper/0[1] exited with irqs disabled', INIT_KILLED],
      'linux-exited-atomic-init',
    ],
    [
      'not the end of another task',
      ['[    2.1] note: kworker/0:6[117] exited with irqs disabled', INIT_KILLED],
      'linux-panic-init-killed-sigkill',
    ],
    [
      'what the firmware said before it raised an exception',
      ['MMIO using encrypted memory: FEC00000', EXCEPTION],
      'edk2-vc-mmio',
    ],
    ['the exception of a firmware that said nothing', [EXCEPTION], 'edk2-exception'],
    [
      'the secure processor that is silent, not what was asked of it later',
      [
        '[   16.1] ccp 0000:22:00.1: sev command 0x4 timed out, disabling PSP',
        '[   16.2] ccp 0000:22:00.1: SEV: failed to INIT error 0xffffffff, rc -16',
      ],
      'linux-host-psp-silent',
    ],
    [
      'what the library of the QGS did not get, not that there are no quotes',
      ['Jan 16 08:55:49 node qgsd[7]: tee_att_init_quote return 0x11001', NO_CERTIFICATE],
      'attest-qpl-unregistered',
    ],
    [
      'the first of two faults',
      [NULL, NULL.replace('11.0', '12.0').replace('NULL pointer dereference', 'paging request')],
      'linux-null-pointer',
    ],
  ])('%s', (_, lines, cause) => {
    expect(read(lines).diagnosis?.cause).toBe(cause);
  });

  test('and its effect form a chain, with a line each', () => {
    expect(read([ROOT, NO_ROOT]).diagnosis).toMatchObject({
      title: expect.stringMatching(
        /^Kernel panic: unable to mount the root file system, because: The kernel cannot open/,
      ),
      evidence: [{ line: 1 }, { line: 2 }],
    });
  });

  test('is not known where a symptom is all that is known', () => {
    expect(read(['[   11.1] Kernel panic - not syncing: Fatal exception'])).toMatchObject({
      answer: 'unknown',
      diagnosis: { certainty: 'unknown', title: expect.stringMatching(/no known line says why$/) },
    });
  });
});

test('an init that the kernel killed had not run: the boot stopped in the kernel', () => {
  const { diagnosis } = read(['[    2.1] note: swapper/0[1] exited with preempt_count 1', INIT_KILLED]);
  expect([diagnosis?.phase, diagnosis?.certainty]).toEqual(['kernel', 'likely']);
});

test('a guest that ends itself is not its host, whose kernel says so', () => {
  const { diagnosis } = read([
    '[    6.8] ccp 0000:22:00.1: SEV-SNP API:1.51 build:3',
    '[ 3239.6] kvm_amd: SEV-ES guest requested termination: 0x1:0x2',
  ]);
  expect([diagnosis?.phase, diagnosis?.cause]).toEqual(['firmware', 'linux-host-sev-terminated-memory']);
});

describe('of a line that only says that something failed, the reason is', () => {
  const SYMPTOM = 'qemu-system-x86_64: -accel kvm: failed to initialize kvm: Operation not permitted';

  test('what the same VMM said right before, and not what its error stands for elsewhere', () => {
    const said = 'qemu-system-x86_64: -accel kvm: the flux is off';
    expect(read([said, SYMPTOM]).diagnosis).toMatchObject({
      phase: 'vmm',
      cause: 'qemu-kvm-init',
      title: 'QEMU could not initialise KVM, because: the flux is off',
      evidence: [{ line: 1, text: said }, { line: 2 }],
      certainty: 'likely',
    });
  });

  test('the first of several: a program of C prints the innermost error first', () => {
    const { diagnosis } = read([
      'qemu-system-x86_64: the flux is off',
      'qemu-system-x86_64: the pump has no flux',
      SYMPTOM,
    ]);
    expect(diagnosis?.title).toMatch(/, because: the flux is off$/);
  });

  test('what the program says that was started, before or after', () => {
    const manager = [
      'error: Failed to start domain flux',
      'error: internal error: qemu unexpectedly closed the monitor',
    ];
    const program = '2019-06-16T04:50:53.160896Z qemu-system-x86_64: the flux is off';
    for (const lines of [
      [...manager, program],
      [program, ...manager],
    ]) {
      expect(read(lines).diagnosis).toMatchObject({
        title: expect.stringMatching(/^libvirt .*, because: the flux is off$/),
        certainty: 'likely',
      });
    }
  });

  test('the thing that such a line names', () => {
    const said = 'qemu-system-x86_64: -accel kvm: the flux of the irqchip is wrong';
    expect(read([said, SYMPTOM]).diagnosis).toMatchObject({ cause: 'about-interrupts', phase: 'vmm' });
  });

  test('not what was said long before, or of something else', () => {
    const filler = Array.from({ length: 20 }, (_, at) => `qemu-system-x86_64: warning: flux ${at}`);
    const { diagnosis } = read(['qemu-system-x86_64: the flux is off', ...filler, SYMPTOM]);
    expect(diagnosis?.title).not.toMatch(/because/);
  });
});

describe('a boot that gave up was made to by what was complained of before', () => {
  const SYSROOT = 'Jul 28 02:50:18 flux systemd[1]: Failed to mount /sysroot.';

  test('first, where the same one says more of it, and not by how its program ended', () => {
    const { diagnosis } = read([
      'Jul 28 02:50:18 flux systemd[1]: Mounting /sysroot...',
      'Jul 28 02:50:18 flux kernel: BTRFS critical (device sda4): invalid flux in slot 3',
      'Jul 28 02:50:18 flux kernel: BTRFS error (device sda4): open_ctree failed',
      'Jul 28 02:50:18 flux systemd[1]: sysroot.mount: Mount process exited, code=exited status=32',
      SYSROOT,
    ]);
    expect(diagnosis).toMatchObject({
      cause: 'systemd-sysroot',
      title: expect.stringMatching(/; before that: invalid flux in slot 3$/),
      advice: NOUNS.find(({ id }) => id === 'guest-file-system')?.hint,
      certainty: 'likely',
    });
  });

  test('and not by the same words, as where a report quotes the line', () => {
    const line = 'Jan 24 01:06:57 flux systemd[1]: Failed to mount /usr/local/flux.';
    const { diagnosis } = read(['stopped in userspace: Failed to mount /usr/local/flux', line]);
    expect(diagnosis?.title).toBe('Failed to mount /usr/local/flux');
  });

  test('by a mount that systemd as PID 1 could not do', () => {
    const { diagnosis } = read([
      'Failed to mount tmpfs at /run/lock: Permission denied',
      '[!!!!!!] Failed to mount API filesystems, freezing.',
      'Freezing execution.',
    ]);
    expect(diagnosis).toMatchObject({
      cause: 'systemd-pid1-mounts',
      title: expect.stringMatching(/; before that: Failed to mount tmpfs at \/run\/lock: Permission denied$/),
    });
  });
});

test('a unit that did not start says why in its last words, which need no word of failure', () => {
  const { diagnosis } = read([
    'Oct 06 17:37:04 flux systemd[1]: Starting flux-pump@a.service - Flux...',
    'Oct 06 17:37:04 flux flux-pump[559]: the pump is asked for',
    'Oct 06 17:37:04 flux flux-pump[559]: Flux requested, but the pump is dry',
    'Oct 06 17:37:04 flux systemd[1]: flux-pump@a.service: Main process exited, code=exited, status=1/FAILURE',
    "Oct 06 17:37:04 flux systemd[1]: flux-pump@a.service: Failed with result 'exit-code'.",
    'Oct 06 17:37:04 flux systemd[1]: Failed to start flux-pump@a.service - Flux.',
  ]);
  expect(diagnosis).toMatchObject({
    cause: 'systemd-start',
    title: expect.stringMatching(/; its last words: Flux requested, but the pump is dry$/),
    evidence: [{ line: 6 }, { line: 4 }, { line: 3 }],
  });
});

test('a kernel’s warning says why what follows right behind it failed', () => {
  const { diagnosis } = read([
    '[   24.211759] trusted_key: device-mapper: crypt: dm-0: INTEGRITY AEAD ERROR, sector 0',
    '[   24.212180] Buffer I/O error on dev dm-1, logical block 0, async page read',
  ]);
  expect(diagnosis?.cause).toBe('linux-dm-integrity');
});

test('a warning of who starts VMs is all that a log has', () => {
  const retry =
    '[adaptor/proxy] Retrying failed agent proxy connection: dial tcp 10.0.1.20:15150: connect: connection refused';
  expect(read([retry, retry]).diagnosis).toMatchObject({ phase: 'vmm', cause: 'peerpods-agent-retry' });
});

test('who unmounts clears up', () => {
  const { diagnosis } = read([
    'Run /sbin/init as init process',
    'umount: /mnt/flux: umount failed: No such file or directory',
  ]);
  expect(diagnosis?.cause).not.toBe('mount-call');
});

test('a program of an initramfs speaks before a root is mounted: it stands there, and the thing that it names has advice', () => {
  const { diagnosis } = read([
    '[   13.006331] localhost systemd[1]: Mounting /sysroot...',
    '[   13.006919] localhost mount[3806]: mount: wrong fs type, bad option, bad superblock on flux',
  ]);
  expect(diagnosis).toMatchObject({
    phase: 'initramfs',
    cause: 'mount-content',
    certainty: 'likely',
  });
});

test('an assertion of edk2 is about what its file is for', () => {
  const { diagnosis } = read([
    'ASSERT /edk2/UefiCpuPkg/Library/BaseXApicX2ApicLib/BaseXApicX2ApicLib.c(1478): (Index != 0)',
  ]);
  expect(diagnosis?.cause).toBe('edk2-assert');
  expect(diagnosis?.advice).toContain(NOUNS.find(({ id }) => id === 'fw-cpus')?.hint);
});

test('what a complaint tells the reader to check is not what failed', () => {
  const line =
    'error: unsupported configuration: the flux is off. Check that virtualization is enabled in the host BIOS';
  expect(read([line]).diagnosis?.advice).not.toBe(NOUNS.find(({ id }) => id === 'firmware')?.hint);
});

test('an oops before a login prompt stopped nothing', () => {
  const boot = ['[    0.000000] Linux version 6.8.0 (a@b) #1 SMP', NULL];
  expect(read([...boot, 'debian login: '])).toMatchObject({
    answer: 'known',
    stopped: false,
    phase: 'userspace',
  });
  expect(read(boot)).toMatchObject({ answer: 'known', stopped: true });
});

describe('the error in a line that its row does not tell apart', () => {
  test('tells which of several reasons it had', () => {
    const { diagnosis } = read([
      'Error booting VM: DeviceManager(CreateVirtioNet(OpenTap(TapOpen(ConfigureTap(Os { code: 16, kind: ResourceBusy, message: "Resource busy" })))))',
    ]);
    expect(diagnosis).toMatchObject({
      cause: 'ch-tap',
      title: 'Cloud Hypervisor cannot open or set up its tap device: Device or resource busy',
      advice: expect.stringMatching(/^End the other user/),
    });
  });

  test('is in the title once', () => {
    const { diagnosis } = read(['qemu-system-x86_64: load of migration failed: Invalid argument']);
    expect(diagnosis?.title).toBe('QEMU could not load a saved state: Invalid argument');
  });
});

test('a VMM that tells what it does complains less than one that tells an error', () => {
  const { diagnosis } = read([
    'qemu-system-x86_64: flux: using :KVM_FLUX_INIT',
    'qemu-system-x86_64: flux: the pump is off',
  ]);
  expect(diagnosis?.evidence[0]?.line).toBe(2);
});

test('QEMU names a place in a file of options before its words', () => {
  const { diagnosis } = read([
    'qemu-system-x86_64:/run/flux/qemu.conf:43: the flux of memdev=mem0 is ambiguous',
  ]);
  expect(diagnosis).toMatchObject({ phase: 'vmm', evidence: [{ line: 1 }] });
});

test('how a unit ended says what its own words are of', () => {
  const { diagnosis } = read([
    'May 01 20:47:53 flux (networkd)[616]: fluxd.service: Failed to execute /flux/bin/fluxd: Operation not supported',
    'May 01 20:47:53 flux systemd[1]: fluxd.service: Main process exited, code=exited, status=203/EXEC',
  ]);
  expect(diagnosis).toMatchObject({
    cause: expect.stringMatching(/^unit-status/),
    title: expect.stringMatching(/Failed to execute \/flux\/bin\/fluxd: Operation not supported$/),
    evidence: [{ line: 1 }, { line: 2 }],
    certainty: 'likely',
  });
});

describe('an emergency of an initramfs', () => {
  const EMERGENCY = 'Entering emergency mode. Exit the shell to continue.';

  test('names the device that did not appear, rather than that one was waited for', () => {
    const { diagnosis } = read([
      'Warning: dracut-initqueue: timeout, still waiting for following initqueue hooks:',
      'Warning: /dev/disk/by-uuid/flux does not exist',
      EMERGENCY,
    ]);
    expect(diagnosis?.title).toMatch(
      /, because: The device \/dev\/disk\/by-uuid\/flux did not appear in time/,
    );
  });

  test('is explained by how a unit ended, which a person asked at its shell', () => {
    const { diagnosis } = read([
      EMERGENCY,
      ':/root# systemctl status fluxd',
      '     Active: failed (Result: exit-code) since Tue 2024-03-05 08:48:16 UTC; 5min ago',
      '    Process: 442 ExecStart=/usr/lib/fluxd /sysroot (code=exited, status=1/FAILURE)',
    ]);
    expect(diagnosis).toMatchObject({
      cause: 'dracut-emergency',
      title: expect.stringMatching(/; \/usr\/lib\/fluxd ended with status 1/),
      certainty: 'likely',
    });
  });
});

test.each([
  ['storage-pool', "Error: can't find storage pool 'flux'"],
  ['libvirt-network', 'ERROR: Could not find a viable libvirt NAT bridge, install cannot continue'],
])('who asks libvirt for something names it: %s', (noun, line) => {
  expect(read([line]).diagnosis).toMatchObject({ phase: 'vmm', cause: `about-${noun}`, certainty: 'likely' });
});

test('a service that refuses the quote decides, and not a register that an earlier program could not extend', () => {
  const { diagnosis } = read([
    '[../tdx_attest.c:537] Inappropriate ioctl for device',
    'Failed to extend rtmr[3]',
    'Error: Failed to collect token from Trust Authority: Request to "https://api.trustauthority.intel.com/appraisal/v1/attest" failed: StatusCode = 400, Response = {"error":"Failed to verify quote"}',
  ]);
  expect(diagnosis).toMatchObject({ cause: 'coco-ita', evidence: [{ line: 3 }] });
});
