/** Real kernels under QEMU TCG, judged by the bundled command line. Every run is judged again from its recording. */

import fs from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { KERNEL, Lab, ROOT } from '../support/cli.ts';
import { FAKE_QEMU } from '../support/fake-qemu.ts';

const lab = new Lab();
afterAll(() => lab.remove());

const release = path.basename(fs.realpathSync(KERNEL)).replace('vmlinuz-', '');

describe('a good guest passes', () => {
  test('the probe guest, with nothing but a kernel given', async () => {
    const { code, result, raw } = await lab.boot(lab.scenario('probe'), { node: 20 });
    expect(code).toBe(0);
    // On this platform, a guest that is no Trust Domain needs no evidence of one.
    expect(result).toMatchObject({ verdict: 'passed', findings: [], phase: 'userspace', diagnosis: null });
    expect(result.captures).toEqual({ kernel_release: release });
    expect(result.steps.map(({ state }) => state)).toEqual(['met', 'met', 'met']);
    expect(raw('serial')).toContain('# tdx-boot probe: done');
  });

  test('the example under OVMF', async () => {
    const { code, result, stdout } = await lab.boot(path.join(ROOT, 'examples/emulated.yml'));
    expect(code).toBe(0);
    expect(result.captures).toMatchObject({ release, firmware: expect.stringMatching(/EDK/i) });
    expect(result.timeline.map(({ phase }) => phase)).toEqual(expect.arrayContaining(['firmware', 'kernel']));
    expect(stdout).toMatch(/^passed: a distribution kernel boots under OVMF \(4 of 4 steps/m);
  });

  const dialogue = [
    { expect: 'login: ', stream: 'console' },
    { send: 'root\n' },
    { expect: '/^/ # $/' },
    { send: 'echo a-marker-of-ours\n' },
    { expect: 'a-marker-of-ours' },
    { expect: '/ # ' },
    { send: 'poweroff\n' },
  ];

  test('a login on hvc0, whose driver is a module: what is sent is not taken for the answer', async () => {
    const guest = { cmdline: 'console=hvc0 panic=-1 tdx-boot.probe=login' };
    const { stdout, result, directory, raw } = await lab.boot(
      lab.scenario('login', { guest, steps: dialogue, stop: 'on-exit' }),
      { node: 20 },
    );
    expect(stdout).toMatch(/^passed: /m);
    expect(raw('console')).toContain('echo a-marker-of-ours');
    const answer = result.steps.find(({ text }) => text === 'a-marker-of-ours');
    expect(answer).toMatchObject({ state: 'met', stream: 'console', seen: 'a-marker-of-ours' });

    // The recording knows what was sent: a line that only echoes it does not meet a step.
    const steps = [...dialogue, { expect: 'poweroff' }];
    const echoOnly = lab.scenario('echo-only', { guest, steps, stop: 'on-exit' });
    const again = await lab.cli(['check', directory, '--scenario', echoOnly]);
    expect(again.code).toBe(1);
    expect(again.stdout).toContain('poweroff');
  });
});

describe('a bad guest fails, for the reason that is true', () => {
  const cmdline = (words: string) => ({ cmdline: `console=ttyS0 ${words}` });

  test('a kernel that finds no root', async () => {
    const { code, result } = await lab.boot(
      lab.scenario('no-root', { guest: cmdline('panic=-1 rdinit=/nope root=/dev/nope') }),
    );
    expect(code).toBe(1);
    expect(result).toMatchObject({ verdict: 'failed', phase: 'kernel' });
    expect(result.cause).toMatchObject({ kind: 'signature', outcome: 'failed', stream: 'serial' });
    expect(result.cause?.text).toMatch(/Cannot open root device "(\/dev\/)?nope"/);
    const panic = result.findings.find(({ severity }) => severity === 'fatal');
    expect(panic?.text).toContain('Kernel panic - not syncing: VFS: Unable to mount root fs');
  });

  test('a kernel that panics after its init has started, and says so on no console', async () => {
    const { code, result } = await lab.boot(
      lab.scenario('panic', { guest: { cmdline: 'console=tty0 tdx-boot.probe=panic' } }),
      { node: 20 },
    );
    expect(code).toBe(1);
    expect(result.cause?.kind).toBe('panicked');
  });

  test('a guest that resets', async () => {
    const { code, result } = await lab.boot(
      lab.scenario('reboot', { guest: cmdline('tdx-boot.probe=reboot') }),
    );
    expect(code).toBe(1);
    expect(result.cause?.kind).toBe('reset');
  });

  test('a firmware that resets the machine with its first instructions, before QEMU reads from tdx-boot', async () => {
    const image = new Uint8Array(64 * 1024).fill(0xf4);
    // mov al, 0xfe; out 0x64, al: the keyboard controller resets the machine (SDM volume 3, 10.1.4: 16 bytes before the end).
    image.set([0xb0, 0xfe, 0xe6, 0x64, 0xf4], image.length - 16);
    const scenario = lab.scenario('reset-vector', { firmware: lab.write('reset.fd', image) });
    // Of runs that race, some are lost.
    for (const _ of [1, 2, 3, 4]) {
      const { code, result } = await lab.boot(scenario);
      expect([code, result.verdict, result.cause?.kind]).toEqual([1, 'failed', 'reset']);
    }
  });

  test('a guest that hangs after it was up', async () => {
    const { code, result, raw } = await lab.boot(
      lab.scenario('hold', {
        // The kernel of a distribution forbids SysRq-L; an NMI brings the trace then.
        guest: cmdline('tdx-boot.probe=hold unknown_nmi_panic'),
        steps: [{ expect: 'tdx-boot probe: done' }, { expect: 'never printed' }],
        // Long enough for a boot on a busy machine: only the guest that hangs may be silent for so long.
        silence: '12s',
      }),
      { node: 20 },
    );
    expect(code).toBe(1);
    expect(result.cause?.kind).toBe('silence');
    expect(result.steps.map(({ state }) => state)).toEqual(['met', 'missed']);
    expect(result.lastLines.join('\n')).toContain('tdx-boot probe: done');
    const evidence = result.diagnosis?.evidence.map(({ text }) => text) ?? [];
    expect(evidence).toContainEqual(expect.stringMatching(/^asked before it was stopped: CPU 0: RIP=/));
    expect(evidence).toContainEqual(expect.stringMatching(/^its kernel, asked by an NMI: .*\+0x/));
    expect(raw('serial')).not.toContain('NMI: Not continuing');
  });

  test('a guest whose kernel prints nothing', async () => {
    const { code, result, raw } = await lab.boot(
      lab.scenario('silent', {
        guest: { cmdline: 'console=tty0 tdx-boot.probe=silent' },
        silence: '4s',
      }),
    );
    expect(code).toBe(1);
    expect(result.cause?.kind).toBe('silence');
    expect(raw('serial')).not.toContain('Linux version');
  });

  test('a guest that floods its console is stopped at the limit', async () => {
    const { code, result, raw } = await lab.boot(
      lab.scenario('flood', {
        guest: { cmdline: 'console=hvc0 panic=-1 tdx-boot.probe=flood' },
        steps: [{ expect: 'tdx-boot flood 0000000100' }, { expect: 'never printed' }],
        'output-limit': '512K',
      }),
    );
    expect(code).toBe(1);
    expect(result.cause?.kind).toBe('output-limit');
    expect(raw('console').length).toBeGreaterThan(500_000);
  });

  test('a flood as fast as this machine can write is judged in bounded memory', async () => {
    // A guest under emulation prints some 100 kB/s; this stands in for one that prints as fast as QEMU can. It hears no QMP.
    const flood = `yes 'a line of a console that nobody stops' | head -c ${257 * 1024 * 1024} >&9; sleep 1000`;
    lab.write('qemu-system-x86_64', `${FAKE_QEMU}${flood}\n`);
    fs.chmodSync(lab.path('qemu-system-x86_64'), 0o755);
    const hook = `import fs from 'node:fs'; process.on('exit', () =>
      fs.writeFileSync(process.env.USAGE, String(process.resourceUsage().maxRSS)))`;
    const env = {
      PATH: `${lab.dir}:${process.env.PATH}`,
      USAGE: lab.path('usage'),
      NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(hook)}`,
    };
    /** In KiB. V8 collects when it likes, and later on a loaded host, so one number says little. */
    const memoryFor = async (limit: string): Promise<number> => {
      const { code, result } = await lab.boot(lab.scenario('fast', { 'output-limit': limit }), { env });
      expect(code).toBe(1);
      expect(result.cause?.kind).toBe('output-limit');
      return Number(fs.readFileSync(lab.path('usage'), 'utf8'));
    };
    const little = await memoryFor('64M');
    expect(little).toBeGreaterThan(0);
    const more = (256 - 64) * 1024;
    expect((await memoryFor('256M')) - little).toBeLessThan((more * 2) / 3);
  });

  test('a hostile guest reaches neither the terminal nor the log around us', async () => {
    const { code, result, stdout, raw } = await lab.boot(
      lab.scenario('hostile', {
        guest: cmdline('tdx-boot.probe=hostile'),
        steps: [{ expect: 'tdx-boot probe: done' }],
        forbid: ['/pwned/', '/add-mask/', '/stop-commands/', '/<script>/'],
        stop: 'on-exit',
      }),
      { node: 20 },
    );
    expect(raw('serial')).toContain('\x1b[31mred');
    expect(code).toBe(1);
    expect(result.findings.length).toBeGreaterThanOrEqual(3);
    expect(stdout).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f-\x9f]/);
    expect(stdout).not.toMatch(/^\s*::/m);
  });
});
