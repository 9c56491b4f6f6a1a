/** Which of several lines decides: the reason and not who clears up, the body of an answer, the line that names what is missing or who forbids. */

import { describe, expect, test } from '@jest/globals';
import { LogReader, type LogReport } from '../../../src/judge/log.ts';
import type { LogOrigin } from '../../../src/words/words.ts';

function read(lines: readonly string[], source: LogOrigin = 'mixed'): LogReport['diagnosis'] {
  const reader = new LogReader(source);
  reader.push(Buffer.from(`${lines.join('\n')}\n`));
  return reader.end().diagnosis;
}

test('who clears up after a failure has not caused it, whatever the level', () => {
  const lines = ['Error deleting the flux: flux not found', 'level=error msg="the flux must be set"'];
  expect(read(lines)?.evidence[0]?.line).toBe(2);
  expect(read(lines.toReversed())?.evidence[0]?.line).toBe(1);
});

test('a traceback ends in the exception, which says why', () => {
  const { title, evidence } = read([
    'Traceback (most recent call last):',
    '  File "flux.py", line 3, in <module>',
    'flux.FluxError: the flux is off by one and more',
  ]) ?? { title: '', evidence: [] };
  expect(title).toMatch(/the flux is off by one and more$/);
  expect(evidence[0]?.line).toBe(3);
});

test('the answer of a cloud has its reason in the body', () => {
  const diagnosis = read([
    '2026/05/28 00:50:20 [adaptor/cloud] failed to make the flux: POST https://flux.example/',
    'RESPONSE 409: 409 Conflict',
    'ERROR CODE: OperationNotAllowed',
    '----------------------------------------',
    '{',
    '  "error": {',
    '    "code": "OperationNotAllowed",',
    '    "message": "The flux could not be made as it exceeds the approved quota of fluxes"',
  ]);
  expect(diagnosis).toMatchObject({ phase: 'vmm', cause: 'error-limit' });
  expect(diagnosis?.title).toMatch(/exceeds the approved quota of fluxes$/);
});

test('of several errors of one program in one line, the first says why', () => {
  const line =
    'flux.Exception: the command ended, output ["ERROR: the flux cannot be bent\\n", \'ERROR: Unable to run flux\\n\']';
  expect(read([line])?.title).toMatch(/the flux cannot be bent$/);
});

describe('a tool of edk2 or CMake says the reason in the indented line below', () => {
  test('which is shown', () => {
    const lines = ['GenFw: ERROR 1001: Missing option', '  No flux was asked for; give one!'];
    expect(read(lines, 'build')).toMatchObject({
      title: 'GenFw failed with error 1001: Missing option, because: No flux was asked for; give one!',
      certainty: 'likely',
    });
  });

  test('and another line is none', () => {
    const lines = ['GenFw: ERROR 1001: Missing option', 'flux goes on'];
    expect(read(lines, 'build')?.title).not.toContain('flux');
  });
});

describe('make tells that a build ended, and its tools say why', () => {
  test.each<[string, string[], string]>([
    [
      'a chain of cargo',
      ['error: the flux could not be read', '', 'Caused by:', '  failed to read `/srv/flux.toml`'],
      'failed to read /srv/flux.toml',
    ],
    ['words without a level', ['FLUX: the flux v1 is too old, need at least v2'], 'need at least v2'],
  ])('%s', (_, lines, words) => {
    for (const source of ['build', 'mixed'] as const) {
      const diagnosis = read([...lines, 'make: *** [Makefile:59: flux] Error 1'], source);
      expect(diagnosis?.title).toContain(words);
      expect(diagnosis?.cause).not.toBe('build-aftermath');
    }
  });
});

describe('a line that names what another one waits for, or who forbade it', () => {
  test('the hook of dracut names its device, after it has said that it waits', () => {
    expect(
      read([
        '[  133.25] dracut-initqueue[434]: Warning: dracut-initqueue: timeout, still waiting for following initqueue hooks:',
        '[  133.26] dracut-initqueue[434]:     [ -e "/dev/flux4" ]',
      ]),
    ).toMatchObject({ cause: 'dracut-device', title: expect.stringMatching(/\/dev\/flux4/) });
  });

  const DENIED =
    "qemu-system-x86_64: -drive file=/srv/flux.img,format=raw: Could not open '/srv/flux.img': Permission denied";
  test.each([
    [
      'AppArmor',
      'audit: type=1400 audit(1:2): apparmor="DENIED" operation="open" profile="libvirt-0" name="/srv/flux.img" pid=1 comm="qemu-system-x86"',
      'libvirt-apparmor',
    ],
    [
      'SELinux',
      'audit: type=1400 audit(1:2): avc:  denied  { read } for  pid=1 comm="qemu-kvm" name="flux.img" dev="dm-0"',
      'host-lsm-denied',
    ],
    [
      'but not of another file',
      'audit: type=1400 audit(1:2): avc:  denied  { read } for  pid=1 comm="qemu-kvm" name="other" dev="dm-0"',
      'qemu-open-file-denied',
    ],
  ])('the security policy forbade the file: %s', (_, line, cause) => {
    expect(read([DENIED, `Jan 29 19:09:24 flux kernel: [26.88] ${line}`])?.cause).toBe(cause);
  });
});

test('what somebody typed is no message of the program', () => {
  const typed = '$ nerdctl --snapshotter nydus run --rm -it flux';
  expect(read([typed, 'Error: the flux is off by one and more'])?.title).toMatch(/off by one and more$/);
});

test.each([
  'WARN[0000] modprobe: ERROR: could not insert \'vhost_net\': Flux of the kind  arch=amd64 error="exit status 1"',
  'level=warning msg="modprobe: ERROR: could not insert \'vhost_net\': Flux of the kind\\n" arch=amd64 name=kata',
])('a row’s value ends where the fields of logrus begin: %s', (line) => {
  expect(read([line])?.title).toBe('The module vhost_net could not be loaded: Flux of the kind');
});

test('the BIOS of the host is no firmware of the guest', () => {
  const line = 'error: unsupported configuration: flux is off, look into the host BIOS';
  expect(read([line])?.advice).not.toMatch(/TDVF|OVMF|pflash/);
});

test('what a VMM said long before a symptom that quotes its own error is shown, and casts no doubt on the error', () => {
  const diagnosis = read([
    'qemu-system-x86_64: the flux of this host is torn',
    ...Array<string>(14).fill('qemu-system-x86_64: warning: a flux'),
    'qemu-system-x86_64: failed to initialize kvm: Operation not permitted',
  ]);
  expect(diagnosis).toMatchObject({ cause: 'qemu-kvm-init-denied', certainty: 'likely' });
  expect(diagnosis?.evidence.at(-1)?.text).toMatch(/torn$/);
});

describe('a build whose messages a logger carries, or whose tools assert', () => {
  test.each<[string, string, readonly string[]]>([
    [
      'build-fv-full',
      'edk2toolext',
      [
        'INFO - GenFv: ERROR 3000: Invalid',
        'INFO -   the required fv image size 0x37f5f0 exceeds the set fv image size 0x300000',
        'INFO -',
        'INFO - build.py...',
        'INFO -  : error 7000: Failed to generate FV',
        'ERROR - Compiler #7000 from : Failed to generate FV',
      ],
    ],
    [
      'build-compile',
      'edk2toolext, of a compiler',
      ['INFO - Flux.c:20:10: fatal error: ./flux.h: No such file or directory'],
    ],
    [
      'build-basetools',
      'GenFw',
      [
        "GenFw: Elf64Convert.c:428: ScanSections64: Assertion `((BOOLEAN)(0==1))' failed.",
        'GenFw: ERROR 3000: Invalid',
        "  Did not find any '.flux' section.",
      ],
    ],
  ])('%s: %s', (cause, _, lines) => {
    expect(read(lines)).toMatchObject({ phase: 'host', cause });
  });
});

test('a virtio device that the legacy driver takes is no reason for which a boot gives up', () => {
  const diagnosis = read([
    '[    1.012252] virtio-pci 0000:00:04.0: virtio_pci: leaving for legacy driver',
    '[    1.020254]  vda: vda1 vda2 vda3',
    "initramfs emergency recovery shell launched. Type 'exit' to continue boot",
  ]);
  expect(diagnosis?.cause).toBe('initramfs-alpine-shell');
});

describe('a unit that did not start, and what its program complained of right before', () => {
  const AT = 'Jun 03 08:41:20 box';
  const STARTED = [
    `${AT} fluxd[555]: Key load error: Failed to open key material file: No such file or directory`,
    `${AT} systemd[1]: flux.service: Main process exited, code=exited, status=255/EXCEPTION`,
    `${AT} systemd[1]: Failed to start Import of flux.`,
  ];

  test('are one title, which names the program', () => {
    expect(read(STARTED)?.title).toBe(
      'Failed to start Import of flux, because: A file or device that fluxd needs does not exist: Failed to open key material file: No such file or directory',
    );
  });

  test('are one title where a Python program died of an exception', () => {
    const { title } =
      read([
        'Traceback (most recent call last):',
        '  File "/usr/bin/cloud-init", line 33, in <module>',
        "AttributeError: 'NoneType' object has no attribute 'get'",
        '[FAILED] Failed to start Initial cloud-init job (pre-networking).',
      ]) ?? {};
    expect(title).toMatch(
      /^cloud-init failed in the guest: .*; before that: NoneType object has no attribute get$/,
    );
  });

  test('what systemd says of a mount counts, too', () => {
    const { phase, title } =
      read([
        `${AT} systemd[1]: usr-flux.mount: Mount process finished, but there is no mount.`,
        `${AT} systemd[1]: usr-flux.mount: Failed with result 'protocol'.`,
        `${AT} systemd[1]: Failed to mount /usr/flux.`,
      ]) ?? {};
    expect({ phase, title }).toEqual({
      phase: 'userspace',
      title: 'Failed to mount /usr/flux; before that: Mount process finished, but there is no mount.',
    });
  });

  test('stand in userspace, where an excerpt of a journal shows no boot', () => {
    const { phase } =
      read([`${AT} systemd[1]: flux.service: Failed to create cgroup /flux: No such file or directory`]) ??
      {};
    expect(phase).toBe('userspace');
  });

  test('a mount that the kernel refused is told by the words of mount, and not by how mount ended', () => {
    const { cause, title } =
      read([
        "[   26.240304] box mount[1165]: mount: /sysroot: fsconfig system call failed: ext4: Unknown parameter 'realtime'.",
        '[   26.240304] box mount[1165]:        dmesg(1) may have more information after failed mount system call.',
        '[   26.240891] box systemd[1]: sysroot.mount: Mount process exited, code=exited, status=32/n/a',
      ]) ?? {};
    expect(cause).toBe('mount-call');
    expect(title).toMatch(
      /^A mount failed: \/sysroot: fsconfig system call failed: ext4: Unknown parameter 'realtime/,
    );
  });
});

test('a row that knows several sentences of one failure tells which of them was said', () => {
  const { title } = read(['cryptsetup: cryptsetup failed, bad password or options?']) ?? {};
  expect(title).toBe('The encrypted disk could not be opened: cryptsetup failed, bad password or options');
});

test('a part of GRUB that names itself and no error is GRUB', () => {
  const line = "lib/relocator.c:1455: couldn't find suitable memory target.";
  expect(read([line])).toMatchObject({ phase: 'bootloader', cause: 'grub-out-of-memory' });
});
