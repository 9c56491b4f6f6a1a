/** `tdx-boot import`: the scenario on standard output or in a file, and each argument on standard error. */

import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { type Ran, runHere } from '../support/run-here.ts';
import { scratchDirectory } from '../support/scratch.ts';

const dir = scratchDirectory('import');

const imported = (...words: string[]): Promise<Ran> => runHere('import', ...words);

const COMMAND = [
  'qemu-system-x86_64',
  '-accel',
  'kvm',
  '-kernel',
  'bzImage',
  '-m',
  '2G',
  '-daemonize',
  '-device',
  'edu',
];

describe('a command', () => {
  test('becomes a scenario, and each argument is accounted for', async () => {
    const { code, out, error } = await imported('--', ...COMMAND);
    expect(code).toBe(0);
    expect(parse(out)).toEqual({
      version: 1,
      platform: 'kvm',
      vmm: 'qemu',
      'vmm-args': ['-device', 'edu'],
      guest: { kernel: 'bzImage', memory: '2G' },
    });
    expect(error.split('\n')).toEqual([
      '-accel kvm',
      '  → platform',
      '-kernel bzImage',
      '  → guest.kernel',
      '-m 2G',
      '  → guest.memory',
      '-daemonize',
      '  → left out: tdx-boot starts QEMU and ends it',
      '-device edu',
      '  → vmm-args: no key says this: it is appended as it is',
      '',
    ]);
  });

  test('without -- is told where -- belongs', async () => {
    const { code, error } = await imported(...COMMAND);
    expect([code, error]).toEqual([
      2,
      expect.stringContaining('Put -- before the command: tdx-boot import -- '),
    ]);
  });

  test('with an initrd has a step to be filled in', async () => {
    const { out } = await imported('--', ...COMMAND, '-initrd', 'i');
    expect(parse(out).steps).toEqual([{ expect: 'Linux version' }]);
    expect(out).toContain('# write here what shows that the guest is up');
  });

  test('may stand in a file', async () => {
    const script = join(dir, 'run.sh');
    writeFileSync(script, `#!/bin/sh\nexec ${COMMAND.join(' \\\n  ')}\n`);
    expect(parse((await imported(script)).out).guest).toEqual({ kernel: 'bzImage', memory: '2G' });
  });

  test('goes to a new file; elsewhere its paths are absolute', async () => {
    mkdirSync(join(dir, 'sub'), { recursive: true });
    const file = join(dir, 'sub/boot.yml');
    const { code, out } = await imported('--output', file, '--', ...COMMAND);
    expect([code, out]).toEqual([0, '']);
    expect(parse(readFileSync(file, 'utf8')).guest.kernel).toBe(join(process.cwd(), 'bzImage'));
    const again = await imported('--output', file, '--', ...COMMAND);
    expect([again.code, again.error.split('\n')[0]]).toEqual([
      2,
      `${file} exists, and --output does not overwrite it`,
    ]);
  });

  test('elsewhere has absolute paths also in shares and in what no key says', async () => {
    const file = join(dir, 'sub/shares.yml');
    const share = [
      '-fsdev',
      'local,id=f,path=src,security_model=none',
      '-device',
      'virtio-9p-pci,fsdev=f,mount_tag=s',
    ];
    const rest = ['-device', 'loader,addr=1,file=package.json', '-trace', 'events=none.txt'];
    await imported('--output', file, '--', ...COMMAND, ...share, ...rest);
    const scenario = parse(readFileSync(file, 'utf8'));
    expect(Object.keys(scenario.guest.shares)).toEqual([join(process.cwd(), 'src')]);
    // What is not here is left as it is: nobody knows whether it names a file.
    expect(scenario['vmm-args']).toEqual([
      ...['-device', 'edu', '-device', `loader,addr=1,file=${join(process.cwd(), 'package.json')}`],
      ...['-trace', 'events=none.txt'],
    ]);
  });

  test('whose program is here has it as vmm-path; one of another distribution is looked for', async () => {
    const here = join(dir, 'qemu-system-x86_64');
    writeFileSync(here, '');
    const told = async (program: string): Promise<unknown[]> => {
      const { out, error } = await imported('--', program, ...COMMAND.slice(1));
      return [parse(out)['vmm-path'], ...error.split('\n').slice(0, 2)];
    };
    expect(await told(here)).toEqual([here, here, '  → vmm-path']);
    const away = '/no/such/qemu-system-x86_64';
    expect(await told(away)).toEqual([
      undefined,
      away,
      '  → left out: this machine has no such file: a run looks for the program in PATH and where distributions put it',
    ]);
  });

  test('of something else is refused', async () => {
    const { code, error } = await imported('--output', join(dir, 'x.yml'), '--', 'crosvm', 'run');
    expect([code, error.split('\n')[0]]).toEqual([2, '"crosvm" is no command of QEMU or Cloud Hypervisor']);
    expect(existsSync(join(dir, 'x.yml'))).toBe(false);
  });
});
