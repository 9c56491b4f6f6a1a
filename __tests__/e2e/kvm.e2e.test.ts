/**
 * `platform: kvm` with a KVM that works anywhere: TCG emulates AMD's virtualisation, so a Linux in it has /dev/kvm. One boot of that
 * Linux runs all scenarios.
 */

import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { kernelRelease } from '../../src/guest/kernel-image.ts';
import { newc } from '../../src/guest/newc.ts';
import { probeEntries, VSOCK_MODULES } from '../../src/guest/probe.ts';
import { type Result, resultSchema } from '../../src/report/result.ts';
import { KERNEL, Lab, ROOT } from '../support/cli.ts';
import { cloudHypervisor } from '../support/host-parts.ts';
import { Archive, labInitrd } from '../support/lab.ts';

jest.setTimeout(1_000_000);

const lab = new Lab();
afterAll(() => lab.remove());

const NODE = path.join(ROOT, '.tools/node24/bin/node');

/** 4 KiB, more than a line of a terminal can have. Of the bytes, Linux keeps Ctrl-O: before a key it is SysRq (hvc_console.c). */
const KEYS = Array.from({ length: 127 }, (_, index) => String.fromCharCode(1 + index))
  .join('')
  .replace('\x0f', '');
const TYPED = KEYS.repeat(33).slice(0, 4096);
/** 210 kB, as `seq` prints them. */
const SENT = Array.from({ length: 30_000 }, (_, index) => `${100_001 + index}\n`).join('');
/**
 * Says that it is ready until it reads something, for a step sees what is printed after the end of the command before. Then it gives
 * back what it has read, says what that was, and prints the beginning of /tmp/sent, in blocks: line by line takes minutes here.
 */
const dialogue = (
  bytes: number,
): string => `stty -F /dev/hvc0 raw -echo; head -c ${bytes} /tmp/sent >/tmp/printed; exec >/dev/hvc0 2>&1; >/tmp/typed
until [ -s /tmp/typed ]; do echo ready; sleep 1; done &
{ head -c ${TYPED.length} >/tmp/typed; cat /tmp/typed; echo; md5sum </tmp/typed; cat /tmp/printed; echo printed; } </dev/hvc0 &`;
/**
 * The host gives back what comes on port 5000 (VMADDR_CID_HOST is 2), and ends the connection then: Cloud Hypervisor tells the host
 * nothing of a guest that ends its half alone.
 */
const EXCHANGE =
  'seq 100001 130000 >/tmp/sent && socat -t 60 - VSOCK-CONNECT:2:5000 </tmp/sent | cmp - /tmp/sent';
const ECHO = `EXEC:"head -c ${SENT.length}"`;

const steps = (bytes: number) => [
  // 0x0013 is the number of a vsock (VIRTIO_ID_VSOCK).
  { expect: '/^# device\\.virtio\\.\\w+: id 0x0013 driver vmw_vsock_virtio_transport$/' },
  {
    run: '/usr/bin/busybox --install -s /bin; echo "$GREETING from $PWD"; exit 3',
    env: { GREETING: 'hello' },
    'working-directory': '/tmp',
    exit: 3,
  },
  { run: ['uname', '-r'], output: '/^(?<release>\\S+)$/', capture: ['release'] },
  { run: EXCHANGE },
  { run: dialogue(bytes) },
  { expect: '/^ready$/' },
  { send: TYPED },
  { expect: '/^(?<sum>[0-9a-f]+) {2}-$/', capture: ['sum'] },
  { expect: '/^printed$/' },
];

/** Every byte of a serial port is an exit through two hypervisors, and so the console is a virtio one. */
const GUEST = {
  kernel: 'vmlinuz',
  initrd: 'inner.cpio',
  cmdline: 'console=hvc0 panic=-1 quiet',
  memory: '256M',
};
const INNER = { version: 1, platform: 'kvm', timeout: '5m', settle: '0s' };

/**
 * Where the host listens, how many bytes the guest prints, and with which scenario a VMM is tried. QEMU drops what its console prints
 * while no room is left in the pipe (hw/char/virtio-console.c, flush_buf), which holds 64 KiB. A Cloud Hypervisor before v50.0 may be ended by its own filter (docs/run.md).
 */
const VMMS = {
  qemu: {
    prints: 63_000,
    listen: 'VSOCK-LISTEN:5000',
    machine: { vmm: 'qemu', guest: { ...GUEST, vsock: 42 } },
  },
  'cloud-hypervisor': {
    prints: 210_000,
    listen: 'UNIX-LISTEN:/tmp/vsock_5000',
    machine: {
      vmm: 'cloud-hypervisor',
      'vmm-args': ['--seccomp', 'log'],
      guest: { ...GUEST, vsock: { cid: 42, socket: '/tmp/vsock' } },
    },
  },
} as const;

const chosen = cloudHypervisor();
const vmms = chosen === undefined ? (['qemu'] as const) : (['qemu', 'cloud-hypervisor'] as const);

/** tdx-boot as it is shipped. */
function bundle(): Record<string, Uint8Array> {
  const files = ['cli', 'shared', 'page'].flatMap((name) =>
    fs.readdirSync(path.join(ROOT, 'dist', name)).map((file) => `dist/${name}/${file}`),
  );
  const all = [...files, 'guest/agent', 'package.json'];
  return Object.fromEntries(all.map((file) => [`/lab/${file}`, fs.readFileSync(path.join(ROOT, file))]));
}

/** The probe, with programs that its commands run. */
async function innerInitrd(): Promise<Buffer> {
  const programs = new Archive();
  programs.program('busybox');
  programs.program('socat');
  programs.link('/bin/sh', '/usr/bin/busybox');
  const probe = await probeEntries({ kernel: KERNEL, wanted: VSOCK_MODULES });
  return Buffer.concat([newc(probe), programs.bytes()]);
}

/** Of the scenarios that the lab has run. */
let results: string;

beforeAll(async () => {
  const scenarios = {
    ...Object.fromEntries(
      vmms.map((vmm) => [vmm, { ...INNER, ...VMMS[vmm].machine, steps: steps(VMMS[vmm].prints) }]),
    ),
    killed: { ...INNER, vmm: 'qemu', guest: GUEST, steps: [{ run: 'kill -9 $$' }] },
  };
  const names = Object.keys(scenarios);
  const initrd = await labInitrd({
    kernel: KERNEL,
    programs: [
      NODE,
      'qemu-system-x86_64',
      'mkfifo',
      'socat',
      ...(chosen === undefined ? [] : [chosen, 'script']),
    ],
    files: {
      ...bundle(),
      '/lab/vmlinuz': fs.readFileSync(KERNEL),
      '/lab/inner.cpio': await innerInitrd(),
      ...Object.fromEntries(
        Object.entries(scenarios).map(([name, scenario]) => [`/lab/${name}.yml`, JSON.stringify(scenario)]),
      ),
    },
  });
  const run = [
    ...vmms.map((vmm) => `socat ${VMMS[vmm].listen},fork ${ECHO} &`),
    `node dist/cli/index.js run ${names.map((name) => `${name}.yml`).join(' ')} --jobs 1 --results /results >/results/log 2>&1`,
  ];
  const scenario = lab.scenario('kvm-in-tcg', {
    guest: {
      initrd: lab.write('lab.cpio', initrd),
      cmdline: 'console=ttyS0 panic=-1 quiet',
      memory: '1536M',
    },
    steps: [{ run: `mkdir /results; ${run.join('\n')}`, 'working-directory': '/lab', exit: 1 }],
    collect: ['/results'],
    timeout: '15m',
  });
  const { code, stdout, directory, raw } = await lab.boot(scenario, { timeout: 940_000 });
  expect({ code, stdout: code === 0 ? '' : stdout, run: raw('run-1') }).toEqual({
    code: 0,
    stdout: '',
    run: '',
  });
  results = path.join(directory, 'files/results/suite');
});

function resultOf(scenario: string): Result {
  return resultSchema.parse(JSON.parse(fs.readFileSync(path.join(results, scenario, 'result.json'), 'utf8')));
}

const rawOf = (scenario: string, stream: string): string =>
  fs.readFileSync(path.join(results, scenario, `${stream}.raw`), 'utf8');

describe.each(vmms)('tdx-boot, in a guest of tdx-boot, boots a kernel under KVM with %s', (vmm) => {
  test('which runs commands, and exchanges bytes with the host over a vsock', () => {
    const { reason, captures } = resultOf(vmm);
    expect(reason).toBe('every step was met');
    expect(captures).toMatchObject({ release: kernelRelease(KERNEL) });
    expect([1, 2].map((number) => rawOf(vmm, `run-${number}`))).toEqual([
      'hello from /tmp\n',
      `${kernelRelease(KERNEL)}\n`,
    ]);
  });

  test('into which is typed, and which prints, without losing a byte', () => {
    const sum = createHash('md5').update(TYPED).digest('hex');
    expect(resultOf(vmm).captures).toMatchObject({ sum });
    expect(rawOf(vmm, 'console').split('ready\n').at(-1)).toBe(
      `${TYPED}\n${sum}  -\n${SENT.slice(0, VMMS[vmm].prints)}printed\n`,
    );
  });
});

test('under KVM, too, a command that a signal ends fails the run', () => {
  const { verdict, cause } = resultOf('killed');
  expect([verdict, cause?.kind]).toEqual(['failed', 'command-signal']);
});
