/** The last words of a boot that stopped in silence say where it stands: each place has lines that show it. */

import { describe, expect, test } from '@jest/globals';
import { PLACE_RULES } from '../../src/judge/diagnosis/places.ts';
import { LogReader, type LogReport } from '../../src/judge/log.ts';
import type { LogOrigin } from '../../src/words/words.ts';
import { endOfLog, exit, judge, out, rules, vm } from '../support/rules.ts';

const BANNER = '[    0.000000] Linux version 6.12.0 (a@b) #1 SMP';
const INIT = '[    1.700000] Run /init as init process';

function read(lines: readonly string[], source: LogOrigin = 'mixed'): LogReport {
  const reader = new LogReader(source);
  reader.push(Buffer.from(`${lines.join('\n')}\n`));
  return reader.end();
}

const LAST_WORDS: Readonly<Record<string, readonly (readonly [string, ...string[]])[]>> = {
  'qemu-awaits-client': [
    [
      'QEMU waits for somebody to connect to unix:/tmp/c.sock, and has not started the guest',
      'qemu-system-x86_64: -serial unix:/tmp/c.sock,server: info: QEMU waiting for connection on: disconnected:unix:/tmp/c.sock,server=on',
    ],
  ],
  'qemu-console-is-pty': [
    [
      'QEMU works; the guest’s charserial0 goes to /dev/pts/3, and no line of the log is of the guest',
      'char device redirected to /dev/pts/3 (label charserial0)',
    ],
  ],
  'network-boot': [
    ['The firmware tries to boot from the network (PXE over IPv4)', '>>Start PXE over IPv4.'],
    [
      'The firmware tries to boot from the network (No valid offer received)',
      '>>Start PXE over IPv6.',
      '  PXE-E16: No valid offer received.',
    ],
    [
      'The firmware tries to boot from the network (Configuring)',
      'iPXE 1.21.1 -- Open Source Network Boot Firmware -- https://ipxe.org',
      'Configuring (net0 52:54:00:12:34:56)......',
    ],
  ],
  'seabios-handed-over': [
    ['Silence after SeaBIOS started what it found (ROM)', 'SeaBIOS (version 1.16.2)', 'Booting from ROM..'],
    ['Silence after SeaBIOS started what it found (Hard Disk)', 'Booting from Hard Disk...'],
  ],
  'grub-awaits-key': [
    [
      'GRUB shows its menu without a countdown, and waits for a key',
      'GNU GRUB  version 2.12',
      "      before booting or `c' for a command-line.",
    ],
  ],
  'silent-after-setup': [
    [
      'Silence after the kernel’s setup code: the kernel was started and prints nothing',
      'Booting from ROM..',
      'Probing EDD (edd=off to disable)... ok',
    ],
  ],
  'silent-after-unpacking': [
    [
      'Silence after the kernel had unpacked itself: it was started and prints nothing',
      'Decompressing Linux... Parsing ELF... Performing relocations... done.',
      'Booting the kernel.',
    ],
  ],
  'silent-after-kexec': [
    [
      'Silence after kexec: the new kernel was started and prints nothing',
      BANNER,
      '[   99.000000] kexec_core: Starting new kernel',
    ],
    ['Silence after kexec: the new kernel was started and prints nothing', BANNER, "I'm in purgatory"],
  ],
  'early-console-off': [
    [
      'The kernel has switched its early console off (earlyser0), and no other one speaks here',
      BANNER,
      '[    0.020000] printk: legacy console [tty0] enabled',
      '[    0.021000] printk: legacy bootconsole [earlyser0] disabled',
    ],
  ],
  'no-timer-tick': [
    [
      'The kernel waits for its timer, whose interrupt does not come',
      BANNER,
      '[    0.000000] Calibrating delay loop... ',
    ],
  ],
  'cpu-does-not-start': [
    [
      'The kernel waits for CPU 2, which does not start',
      BANNER,
      '[    0.680518] .... node  #0, CPUs:      #1 #2',
    ],
  ],
  'cpus-do-not-start': [
    [
      'The kernel starts its other CPUs, and none comes up',
      BANNER,
      '[    0.676677] smp: Bringing up secondary CPUs ...',
    ],
  ],
  'initcall-does-not-return': [
    [
      'The kernel does not come back from its initcall virtio_blk_init',
      BANNER,
      '[    0.400000] calling  loop_init+0x0/0x140 @ 1',
      '[    0.410000] initcall loop_init+0x0/0x140 returned 0 after 10000 usecs',
      '[    0.420000] calling  virtio_blk_init+0x0/0xa0 @ 1',
      '[    0.430000] virtio_blk virtio1: 1/0/0 default/read/poll queues',
    ],
  ],
  'firmware-driver-stopped': [
    [
      'The firmware stopped in its driver PciHostBridgeDxe, or soon after the driver was loaded',
      'SecCoreStartupWithStack(0xFFFCC000, 0x820000)',
      'Loading driver at 0x0007EB4B000 EntryPoint=0x0007EB4C123 PciHostBridgeDxe.efi',
      'InstallProtocolInterface: BC62157E-3E33-4FEC-9920-2D3B36D750DF 7EB4A018',
    ],
  ],
  'awaits-network': [
    [
      'The boot waits for a network that does not answer',
      BANNER,
      '[    2.000000] Waiting up to 110 more seconds for network.',
    ],
    [
      'The boot waits for a network that does not answer',
      BANNER,
      '[    2.000000] Sending DHCP requests .....',
    ],
  ],
  'init-says-nothing': [['The kernel started /init, which prints nothing', BANNER, INIT]],
  'kernel-awaits-root': [
    [
      'The kernel waits for its root device PARTUUID=614e0000-01 (rootwait), which has not appeared',
      BANNER,
      '[    2.100001] Waiting for root device PARTUUID=614e0000-01...',
    ],
  ],
  'awaits-passphrase': [
    [
      'The boot waits for the passphrase of an encrypted disk (vda3_crypt)',
      BANNER,
      INIT,
      'Please unlock disk vda3_crypt: ',
    ],
    [
      'The boot waits for the passphrase of an encrypted disk (root)',
      BANNER,
      INIT,
      'Please enter passphrase for disk root: (press TAB for no echo) ',
    ],
    [
      'The boot waits for the passphrase of an encrypted disk (hd0,gpt2)',
      'Enter passphrase for hd0,gpt2 (2d1c8b6e4f7a4a3db15a2a9c8e6f0b1d): ',
    ],
  ],
  'systemd-awaits-device': [
    [
      'systemd waits for the device /dev/mapper/root, which has not appeared',
      BANNER,
      INIT,
      '[ ***  ] A start job is running for /dev/mapper/root (1min 2s / no limit)',
    ],
    [
      'systemd waits for the device dev-vda9.device, which has not appeared',
      BANNER,
      INIT,
      '[*     ] (1 of 2) Job dev-vda9.device/start running (12s / 1min 30s)',
    ],
    [
      'systemd waits for the device …ttyS0.device, which has not appeared',
      BANNER,
      INIT,
      '[ ***  ] (3 of 4) A start job is running for…ttyS0.device (1min 20s / 1min 30s)',
    ],
  ],
  'systemd-awaits-job': [
    [
      'systemd waits for a start job: Wait for Network to be Configured',
      BANNER,
      INIT,
      '[    3.000000] systemd[1]: Switching root.',
      '[ ***  ] A start job is running for Wait for Network to be Configured (1min 2s / no limit)',
    ],
  ],
};

test('each place has its lines', () => {
  expect(Object.keys(LAST_WORDS).sort()).toEqual(PLACE_RULES.map(({ id }) => id).sort());
});

describe('a log that ends with them', () => {
  test.each(
    Object.entries(LAST_WORDS).flatMap(([id, logs]) =>
      logs.map(([title, ...lines]) => [id, title, lines] as const),
    ),
  )('%s: %s', (id, title, lines) => {
    const { diagnosis } = read(lines);
    expect(diagnosis).toMatchObject({ cause: id, title });
    expect(diagnosis?.evidence.at(-1)?.text).toBe(lines.at(-1));
  });

  test('may have been cut there, and says so; a run has heard the silence', () => {
    expect(read([BANNER, INIT]).diagnosis?.advice).toMatch(
      /the log was only cut here, give the rest of it\.$/,
    );
    const { diagnosis } = judge(rules(['login: '], { silenceMs: 10_000 }), [
      out(1, `${BANNER}\n${INIT}\n`),
    ]).verdict;
    expect(diagnosis).toMatchObject({ cause: 'init-says-nothing' });
    expect(diagnosis?.advice).not.toContain('cut here');
  });

  test('a VMM’s own log that waits for a client is not called sound', () => {
    const [[, line] = ['', '']] = LAST_WORDS['qemu-awaits-client'] ?? [];
    expect(read([line ?? ''], 'vmm').answer).toBe('known');
  });
});

describe('the same lines say nothing', () => {
  test('of a boot that went on', () => {
    const log = [
      BANNER,
      '[    0.68] .... node  #0, CPUs:      #1',
      '[    0.7] smp: Brought up 1 node, 2 CPUs',
    ];
    expect(read(log).diagnosis?.cause).not.toBe('cpu-does-not-start');
  });

  test('of a firmware or a kernel that has come further since', () => {
    const driver = LAST_WORDS['firmware-driver-stopped']?.[0]?.slice(1) ?? [];
    expect(read([...driver, '[Bds] Entry...']).diagnosis?.cause).toBe('firmware-stopped');
    const initcall = LAST_WORDS['initcall-does-not-return']?.[0]?.slice(1) ?? [];
    const returned = '[    0.440000] initcall virtio_blk_init+0x0/0xa0 returned 0 after 20000 usecs';
    expect(read([...initcall, returned]).diagnosis?.cause).not.toBe('initcall-does-not-return');
  });

  test.each([
    ['a script', ['Generating /boot/initrd.img', 'done.']],
    ['an init', [BANNER, INIT, 'Loading modules...', 'done.']],
    ['ssh', ["Enter passphrase for key '/home/me/.ssh/id_rsa': "]],
    ['who sets a network up', [BANNER, 'Configuring net0 by script']],
    ['who quotes a kernel', [BANNER, 'docs: see "Run /init as init process"']],
  ])('in the mouth of %s', (_, lines) => {
    expect(PLACE_RULES.map(({ id }) => id)).not.toContain(read(lines).diagnosis?.cause);
  });

  test('of a firmware whose kernel has spoken since', () => {
    const driver = LAST_WORDS['firmware-driver-stopped']?.[0]?.slice(1) ?? [];
    expect(read([...driver, BANNER, '[    0.010000] x86/fpu: flux']).diagnosis?.phase).toBe('kernel');
  });

  test('of a guest that has shown its login', () => {
    const job = '[ ***  ] A start job is running for Hold until boot is done (2s / no limit)';
    expect(read([BANNER, INIT, 'guest login: ', job]).answer).toBe('nothing-wrong');
  });

  test('where a known line says what failed', () => {
    const failed = 'BdsDxe: failed to load Boot0001 "UEFI QEMU HARDDISK" from PciRoot(0x0): Not Found';
    expect(read([failed, '>>Start PXE over IPv4.']).diagnosis?.cause).toBe('bds-load-failed');
  });
});

describe('in a run', () => {
  const early = '[    0.021000] printk: bootconsole [earlyser0] disabled\n';
  const silent = rules(['login: '], { silenceMs: 10_000 });

  test('the stream that spoke last shows where the guest stands', () => {
    const { diagnosis } = judge(silent, [
      out(1, `${BANNER}\n${early}`, 'serial'),
      out(20, `${INIT}\n`, 'console'),
    ]).verdict;
    expect(diagnosis).toMatchObject({ cause: 'init-says-nothing', phase: 'initramfs', certainty: 'likely' });
  });

  test('a console that was switched off is named, with its last words', () => {
    const { diagnosis } = judge(silent, [out(1, `${BANNER}\n${early}`, 'serial')]).verdict;
    expect(diagnosis).toMatchObject({ cause: 'early-console-off', phase: 'kernel' });
    expect(diagnosis?.evidence[0]?.text).toContain('bootconsole [earlyser0] disabled');
  });

  test('a guest that went on unheard and powered itself off is not told to print something else', () => {
    const events = [out(1, `${BANNER}\n${early}`, 'serial'), vm(5, 'shutdown'), exit(6)];
    expect(judge(silent, events).verdict.diagnosis?.cause).toBe('early-console-off');
    const waited = [out(1, `${BANNER}\n${INIT}\n`, 'serial'), vm(5, 'shutdown'), exit(6)];
    expect(judge(silent, waited).verdict.diagnosis?.cause).toBe('powered-off-early');
  });

  test('of a recording that just ends, too', () => {
    const { diagnosis } = judge(rules(['login: ']), [out(1, `${BANNER}\n${early}`), endOfLog(2)]).verdict;
    expect(diagnosis?.cause).toBe('early-console-off');
  });

  test('what a guest prints in its unit’s name cannot make the title long', () => {
    const job = `A start job is running for ${'x'.repeat(60_000)} (1s / no limit)`;
    const { diagnosis } = judge(silent, [out(1, `${BANNER}\n${INIT}\n${job}\n`)]).verdict;
    expect(diagnosis?.title.length).toBeLessThan(1000);
  });
});
