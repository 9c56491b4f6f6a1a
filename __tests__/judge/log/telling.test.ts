/** Of several complaints that no row knows: the words of the program count before those of its manager, and the last reason of a chain is shown. */

import { describe, expect, test } from '@jest/globals';
import { read } from './reading.ts';

const AT = 'Dec 20 22:46:43 pod';
const ENDED = `${AT} systemd[1]: flux.service: Main process exited, code=exited, status=1/FAILURE`;
const RESULT = `${AT} systemd[1]: flux.service: Failed with result 'exit-code'.`;

describe('how a program ended says less than the program', () => {
  test('whose error names a cause', () => {
    const { diagnosis } = read([
      `${AT} systemd[1]: Starting flux.service - Flux...`,
      `${AT} flux[2]: failed to open /run/flux.json: no such file or directory`,
      ENDED,
      RESULT,
    ]);
    expect(diagnosis).toMatchObject({
      phase: 'userspace',
      cause: 'error-missing',
      title: '/run/flux.json does not exist',
      evidence: [{ line: 2 }],
    });
  });

  test('in the words of systemctl status, too', () => {
    const { diagnosis } = read([
      '     Active: failed (Result: exit-code) since Wed 2024-09-25 12:59:36 UTC; 4min ago',
      '   Main PID: 1012 (code=exited, status=1/FAILURE)',
      'Error: the flux is off by one and more',
    ]);
    expect(diagnosis?.title).toMatch(/complains: the flux is off by one and more$/);
  });

  test.each([
    ['alone', [ENDED, RESULT], 1],
    [
      'long before which the program spoke',
      [`${AT} flux[2]: no such flux`, ...Array(11).fill(`${AT} flux[2]: ok`), ENDED],
      13,
    ],
  ])('%s, it is all that there is', (_, lines, line) => {
    expect(read(lines).diagnosis?.evidence[0]?.line).toBe(line);
  });
});

describe('the last reason of a chain of errors is shown with its head', () => {
  test.each<[string, string[], string, number]>([
    [
      'because: …',
      [
        'ERROR: cannot make a flux',
        'because: I/O error',
        'because: Inappropriate ioctl for device (os error 25)',
      ],
      'cannot make a flux, because: Inappropriate ioctl for device (os error 25)',
      3,
    ],
    [
      'Rust’s Debug over several lines',
      ['Error: Flux(', '    FluxError {', '        source: "failed: the flux is off",', '    },', ')'],
      'Flux(, because: the flux is off',
      3,
    ],
    [
      'Caused by:, with numbers',
      [
        'Error: cannot make a flux',
        '',
        'Caused by:',
        '    0: flux entry',
        '    1: flux is not supported on this system',
      ],
      'cannot make a flux, because: flux is not supported on this system',
      5,
    ],
    [
      'Caused by:, without numbers',
      ['Error: cannot make a flux', '', 'Caused by:', '    the flux of this machine is off'],
      'cannot make a flux, because: the flux of this machine is off',
      4,
    ],
    [
      'numbers without a word of failure, and an error of the system',
      [
        'Error: cannot make a flux',
        'Caused by: ',
        '    0: flux entry',
        '    1: asking the flux',
        '    2: Bad address (os error 14)',
      ],
      'cannot make a flux, because: asking the flux: Bad address (os error 14)',
      5,
    ],
    [
      'in quotation marks',
      ['"Error: cannot make a flux"', '"Caused by:"', '"    0: the flux is not there, error"'],
      'cannot make a flux, because: the flux is not there, error',
      3,
    ],
  ])('%s', (_, lines, words, line) => {
    const { diagnosis } = read(lines);
    expect(diagnosis?.title).toContain(words);
    expect(diagnosis?.evidence.map((item) => item.line)).toEqual([1, line]);
  });

  test('and names the cause where its error has one', () => {
    const { diagnosis } = read([
      'Error: cannot make a flux',
      'Caused by:',
      '    0: chown /run/flux: Operation not permitted (os error 1)',
    ]);
    expect(diagnosis).toMatchObject({
      cause: 'error-denied',
      title: '/run/flux may not be used by this user',
    });
  });

  test('and the chain of the next error is another one', () => {
    const { diagnosis } = read([
      'Error: cannot make a flux',
      'because: the flux is not supported',
      'Error: cannot make another flux',
      'because: the other flux is not supported',
    ]);
    expect(diagnosis?.evidence.map((item) => item.line)).toEqual([1, 2]);
  });

  test('and a number of four digits is no link', () => {
    const { diagnosis } = read([
      '2024-05-10 02:32:11.123+0000: 1234: error : qemuFlux:77 : internal error: the flux is off',
      '2024-05-10 02:32:11.124+0000: 1234: error : qemuFlux:78 : internal error: the other flux is off',
    ]);
    expect(diagnosis?.evidence.map((item) => item.line)).toEqual([1]);
  });
});

describe('a line that announces the next one', () => {
  test('a panic of Rust in two lines, of any program', () => {
    const { diagnosis } = read([
      "thread 'main' panicked at bin/flux/src/main.rs:108:6:",
      'the flux of the attestation is 0x8',
      'note: run with `RUST_BACKTRACE=1` environment variable to display a backtrace',
    ]);
    expect(diagnosis).toMatchObject({
      phase: 'userspace',
      cause: 'about-evidence',
      evidence: [{ line: 1 }, { line: 2 }],
    });
    expect(diagnosis?.title).toBe(
      'A program fails at the evidence of the guest: the flux of the attestation is 0x8',
    );
  });

  test('and of a thread of the VMM', () => {
    const { diagnosis } = read(["thread 'vmm' panicked at vmm/src/flux.rs:108:6:", 'the flux is off by one']);
    expect(diagnosis).toMatchObject({ phase: 'vmm', cause: 'ch-thread-panic' });
    expect(diagnosis?.title).toMatch(/, because: the flux is off by one$/);
  });

  test('and another line is none of it', () => {
    const { diagnosis } = read(['Error: the flux is off by one', 'Flux 1.2 begins its work', 'a b c d']);
    expect(diagnosis?.evidence.map(({ line }) => line)).toEqual([1]);
  });
});

test('words that end in a colon say less than the words before them', () => {
  const { diagnosis } = read(['the flux file cannot be opened', 'flux-tool: error: flux error:']);
  expect(diagnosis?.title).toMatch(/complains: the flux file cannot be opened$/);
});

describe('levels', () => {
  test('an error that quotes a warning is an error', () => {
    const line =
      '{"level":"error","err":"cannot grow the flux\\nflux-img: warning: all is lost","msg":"failed"}';
    expect(read([line]).diagnosis?.title).toMatch(/complains: cannot grow the flux$/);
  });

  test('what a line below the level of an error says is told where nothing else is', () => {
    const line = '2026-07-24T03:41:49Z DEBUG verifier: cannot fetch the flux of the attestation: 429';
    const { answer, diagnosis } = read([line]);
    expect([answer, diagnosis?.phase]).toEqual(['unknown', 'userspace']);
    expect(diagnosis?.title).toMatch(/^No error was printed; A program .*mentions: .*429$/);
  });

  test('a warning of one meaning is told by it', () => {
    const { answer, diagnosis } = read([
      '\tInfo: Ecall: Verify QvE report and identity successfully returned.',
      '\tWarning: App: Verification completed with Non-terminal result: a002',
    ]);
    expect([answer, diagnosis?.phase, diagnosis?.cause]).toEqual(['unknown', 'userspace', 'error-verdict']);
    expect(diagnosis?.title).toMatch(/OUT_OF_DATE/);
  });

  test('and not where something else is', () => {
    const { diagnosis } = read([
      '2026-07-24T03:41:49Z DEBUG verifier: cannot fetch the flux',
      'Error: the flux is off',
    ]);
    expect(diagnosis?.title).toMatch(/complains: the flux is off$/);
  });
});

test('a comment of a test says what a command has said, and is no command', () => {
  const { diagnosis } = read([
    '2026-02-10T16:39:39.1Z # pod/flux created',
    '2026-02-10T16:39:39.2Z # timed out waiting for the condition on pods/flux',
    '2026-02-10T16:39:39.3Z # cat /flux/error/failed',
  ]);
  expect(diagnosis).toMatchObject({ phase: 'vmm', evidence: [{ line: 2 }] });
});

describe('a boot that gave up', () => {
  const PANIC = '[    2.0] Kernel panic - not syncing: VFS: Unable to mount root fs on unknown-block(0,0)';

  test('tells the complaint before it, and is no more than likely', () => {
    const { diagnosis } = read(['[    1.9] flux: the disk could not be woken', PANIC]);
    expect(diagnosis).toMatchObject({ cause: 'linux-panic-root-fs', certainty: 'likely' });
    expect(diagnosis?.title).toMatch(
      /; before that: flux: the disk could not be woken$|before that: the disk could not be woken$/,
    );
    expect(diagnosis?.evidence.map(({ line }) => line)).toEqual([2, 1]);
  });

  test('and of an old complaint it tells nothing', () => {
    const between = Array.from({ length: 20 }, () => '[    1.95] flux: all is well');
    const { diagnosis } = read(['[    1.9] flux: the disk could not be woken', ...between, PANIC]);
    expect(diagnosis).toMatchObject({ cause: 'linux-panic-root-fs', certainty: 'known' });
  });
});

test('a VMM that complains before it dumps its vCPU has said why', () => {
  const { diagnosis } = read([
    'SecCoreStartupWithStack(0xFFFCC000, 0x820000)',
    'KVM: the flux of the vCPU is not supported',
    'EAX=00000000 EBX=00000000 ECX=00000000 EDX=000c06f2',
  ]);
  expect(diagnosis).toMatchObject({ phase: 'vmm', cause: 'about-cpus', certainty: 'likely' });
  expect(diagnosis?.title).toMatch(/^The VMM fails at .*the flux of the vCPU is not supported$/);
});

describe('what a complaint is of stands in the next lines', () => {
  test.each<[string, string[], string, number[]]>([
    [
      'after a colon',
      ['the flux failed:', 'reader 3 has refused the flux', 'other words'],
      'A program complains: the flux failed, because: reader 3 has refused the flux',
      [1, 2],
    ],
    [
      'down to an error of the system, which is of the line before',
      ['failed to note the flux', 'failed to create the folder of notes', 'permission denied'],
      'The program lacks a permission that it needs: failed to create the folder of notes: permission denied',
      [1, 3],
    ],
    [
      'and not where other lines stand between',
      ['failed to note the flux', 'all is well', 'permission denied'],
      'A program complains: failed to note the flux',
      [1],
    ],
    [
      'also where systemd has put the name of the service before each line',
      [
        'fluxd[412]: Error: no flux',
        'fluxd[412]: Caused by:',
        'fluxd[412]:     missing field `flux` at line 9',
      ],
      'A file or an answer does not have the form that fluxd expects: missing field flux at line 9',
      [1, 3],
    ],
  ])('%s', (_, lines, title, evidence) => {
    const { diagnosis } = read(lines);
    expect(diagnosis?.title).toBe(title);
    expect(diagnosis?.evidence.map(({ line }) => line)).toEqual(evidence);
  });

  test('a service without a time is a program of the guest, and make prints its depth so', () => {
    expect(read(['fluxd[412]: the flux failed']).diagnosis?.phase).toBe('userspace');
    expect(read(['make[2]: the flux failed']).diagnosis?.phase).toBe('host');
  });
});

describe('how a command ended says less than the command', () => {
  test.each<[string, string[], string, string]>([
    [
      'a package',
      [
        '/var/lib/dpkg/info/flux.postinst: 99: update-flux: not found',
        ' installed flux package script returned error exit status 127',
        'E: Sub-process /usr/bin/flux returned an error code (1)',
      ],
      'likely',
      'The command update-flux is not installed where the line was printed: update-flux: not found',
    ],
    [
      'an image',
      ['/bin/python3: No module named flux', 'virt-customize: error: python3 -m flux: command exited '],
      'likely',
      'The Python module flux is not installed: No module named flux',
    ],
    [
      'nothing else',
      ['virt-customize: error: flux exited with status 1'],
      'unknown',
      'A program complains: flux exited with status 1',
    ],
  ])('%s', (_, lines, certainty, title) => {
    expect(read(lines).diagnosis).toMatchObject({ phase: 'host', certainty, title });
  });

  test('and not where somebody else has complained last', () => {
    const { diagnosis } = read([
      "find: 'flux/': No such file or directory",
      'qemu-img: the flux is off',
      'flux exited with status 1',
    ]);
    expect(diagnosis?.title).not.toContain('find');
  });
});

test('a build of a kernel says nothing of the host’s kernel', () => {
  const { diagnosis } = read([
    'WARNING: modpost: "__flux" [arch/x86/kvm/kvm-intel.ko] has no CRC!',
    '  LD      .tmp_vmlinux.btf',
    'flux.c:80: the flux is off, error',
  ]);
  expect(diagnosis?.title).toMatch(/^A build complains: /);
});

test.each([
  ['by its register', ['[    1.1] RIP: 0010:flux_run+0x7c1/0x1720 [flux]', '[    1.2] Code: 00']],
  [
    'by its frames',
    [
      '[    1.1] Call Trace:',
      '[    1.2]  ? flux_stop+0x1/0x2',
      '[    1.3]  flux_run+0x8d/0xaf',
      '[    1.4]  do_one_initcall+0x46/0x1f4',
    ],
  ],
])('a trace of which the head is missing names the function: %s', (_, lines) => {
  expect(read(lines).diagnosis?.title).toBe(
    'The guest kernel printed a trace: flux_run, and no line says why',
  );
});

test('make tells how a command ended that was no build', () => {
  const lines = [
    'F0822 21:30:34.524087   24124 env.go:369] Setup failure: the flux is off',
    'make: *** [test-e2e] Error 1',
  ];
  const { diagnosis } = read(lines);
  expect(diagnosis).toMatchObject({ phase: 'vmm', cause: 'unknown', evidence: [{ line: 1 }] });
  expect(read(lines.slice(1)).diagnosis?.cause).toBe('build-aftermath');
});

test('what a program that checks a host may not open is the host’s', () => {
  const { diagnosis } = read([
    '[ FAIL ]     - /dev/sev readable: Not readable: Permission denied (os error 13)',
  ]);
  expect(diagnosis).toMatchObject({ phase: 'host', cause: 'error-denied' });
});

test('a comment of TAP is the words of the program that was tested', () => {
  const { diagnosis } = read([
    'not ok 1 the flux',
    "#   `create_flux' failed",
    '# error: timed out waiting for the condition on pods/flux',
  ]);
  expect(diagnosis).toMatchObject({ cause: 'error-timeout', evidence: [{ line: 3 }] });
});

test('an outer error of a line names the thing where the innermost one does not', () => {
  const { diagnosis } = read(['[switch/flux.cpp:195] Failed to create NSCQ session: flux: off (Code 1)']);
  expect(diagnosis?.cause).toBe('about-gpu');
});

test('who refuses a quote over gRPC does not ask for credentials', () => {
  const refused = 'rpc error: code = Unauthenticated desc = ';
  expect(read([`${refused}invalid quote: FLUX_MISSING_CERTIFICATE_CHAIN`]).diagnosis?.cause).toBe(
    'about-quote-certificates',
  );
  expect(read([`${refused}the flux is off`]).diagnosis?.cause).toBe('grpc-status-denied');
});

test('gRPC alone is no sign of a pod', () => {
  const { diagnosis } = read(['Error: rpc error: code = Unknown desc = contract flux: unknown request']);
  expect(diagnosis?.cause).not.toMatch(/about-pod/);
  expect(
    read(['rpc error: code = Unknown desc = exec in container flux: unknown request']).diagnosis?.cause,
  ).toMatch(/about-pod/);
});

test('a number right behind "failed:" is an error, and behind a name a count', () => {
  expect(read(['aesm_service[2312]: Create Enclave failed:5']).diagnosis?.cause).toBe('about-enclaves');
});

test('a warning of Python is no error, nor is the line that it quotes', () => {
  const { diagnosis } = read([
    '/flux/config.py:111: UserWarning: Missing configuration, using default config.',
    '  warnings.warn("Missing configuration, using default config.")',
    '/bin/bash: line 1: flux: command not found',
  ]);
  expect(diagnosis).toMatchObject({ cause: 'error-command-missing', evidence: [{ line: 3 }] });
});

test('whatever apt calls an error is of packages', () => {
  const { diagnosis } = read(["E: The flux is not ok and I don't know how to fix it!"]);
  expect([diagnosis?.phase, diagnosis?.cause]).toEqual(['host', 'about-packages']);
});

test('a chain that ends in how another program ended leaves the reason to the words of that program', () => {
  const { diagnosis } = read([
    'Error: starting transient microVM',
    '',
    'Caused by:',
    '    hvf supervisor exited before writing its PID file (status: exit status: 1);',
    'Error: parse HvfSupervisorConfig JSON from stdin',
    '',
    'Caused by:',
    '    unknown field `vcpus`, expected one of `kernel`, `cmdline`, `memory_mib`',
  ]);
  expect(diagnosis).toMatchObject({ certainty: 'likely', evidence: [{ line: 5 }, { line: 8 }] });
});
