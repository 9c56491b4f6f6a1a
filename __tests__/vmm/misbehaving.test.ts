/** VMMs that misbehave, played by shell scripts: each has an outcome with a name, and none leaves a process. */

import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { boot } from '../../src/boot/boot.ts';
import { thisHost } from '../../src/host/host.ts';
import type { BootEvent, Verdict } from '../../src/judge/events.ts';
import { type Prepared, prepare, type Refusal } from '../../src/prepare/prepare.ts';
import { parseScenario, toBoot } from '../../src/scenario/load.ts';
import { askCloudHypervisor, askQemu } from '../../src/vmm/ask.ts';
import { recordedHost } from '../host/recorded.ts';
import { bzImage } from '../support/bz-image.ts';
import { OPEN_CONSOLE } from '../support/fake-qemu.ts';
import { fakePorts } from '../support/ports.ts';
import { kill, processesOf } from '../support/processes.ts';
import { scratchDirectory } from '../support/scratch.ts';

const dir = scratchDirectory('vmm');
const bin = join(dir, 'bin');
writeFileSync(join(dir, 'bzImage'), bzImage('6.12.0'));
const PATH = process.env.PATH;

beforeEach(() => {
  rmSync(bin, { recursive: true, force: true });
  mkdirSync(bin);
  // Shells and setpriv, but none of the machine's own VMMs.
  process.env.PATH = [bin, '/usr/bin', '/bin'].join(':');
});

afterEach(() => {
  process.env.PATH = PATH;
  const left = processesOf(dir);
  for (const { pid } of left) kill(pid, 'SIGKILL');
  expect(left).toEqual([]);
});

function fakeVmm(name: 'cloud-hypervisor' | 'qemu-system-x86_64', script: string, mode = 0o755): string {
  const path = join(bin, name);
  writeFileSync(path, `#!/bin/bash\n# ${dir}/\n${script}\n`);
  chmodSync(path, mode);
  return path;
}

/** A script that says which Cloud Hypervisor it plays, and behaves as given when it is to boot something. */
function fakeCloudHypervisor(behaviour: string, { version = 'v47.0', features = '"kvm", "tdx"' } = {}): void {
  const said = `cloud-hypervisor ${version}\\nEnabled features: [${features}]\\n`;
  fakeVmm('cloud-hypervisor', `if [[ $1 == --version ]]; then printf '${said}'; exit; fi\n${behaviour}`);
}

/** The API socket of Cloud Hypervisor: notes what it is asked, and that it was left time to end. */
const API_SERVER = `
  import { appendFileSync } from 'node:fs';
  import { createServer } from 'node:http';
  const [, , notes, ...args] = process.argv;
  const socket = args[args.indexOf('--api-socket') + 1].replace('path=', '');
  const server = createServer((request, response) => {
    appendFileSync(notes, request.method + ' ' + request.url);
    response.writeHead(204).end();
    server.close(() => appendFileSync(notes, ', ended'));
  });
  server.listen(socket);
`;

const TD_SHIM = ['platform: tdx', 'vmm: cloud-hypervisor', 'firmware: td-shim', 'guest: {kernel: bzImage}'];
const KVM = ['platform: kvm', 'vmm: cloud-hypervisor', 'guest: {kernel: bzImage}'];

test('what was predicted goes with the launch, so that it is judged and recorded', async () => {
  fakeCloudHypervisor('exit 1');
  const run = await prepared(KVM);
  const predictions = { mrtd: { values: [], suspects: [] } };
  const launches: unknown[] = [];
  const on = (event: BootEvent): void => {
    if (event.type === 'launch') launches.push(event.predictions);
  };
  await boot({ ...run, predictions }, { consumers: [{ name: 'a test', on }] });
  expect(launches).toEqual([predictions]);
});

/** On a host with TDX as Intel's 2022 tree has it, where nothing is built. */
async function prepared(lines: readonly string[], timeout = '1s'): Promise<Prepared | Refusal> {
  const steps = lines.some((line) => line.startsWith('steps:')) ? [] : ["steps: [{expect: 'login:'}]"];
  const text = ['version: 1', ...lines, ...steps, `timeout: ${timeout}`, ''].join('\n');
  const loaded = toBoot(parseScenario('boot.yml', text, dir));
  // The probe guest would need a real kernel.
  const { initrd: _, ...guest } = loaded.scenario.guest;
  const recorded = recordedHost({ kernelRelease: '5.19.0-rc8' });
  const host = { ...recorded, program: thisHost.program };
  return prepare(
    { ...loaded, scenario: { ...loaded.scenario, guest } },
    fakePorts(mkdtempSync(join(dir, 'run-')), { host }),
  );
}

async function verdictOf(lines: readonly string[], timeout?: string): Promise<Verdict> {
  return (await boot(await prepared(lines, timeout), { consumers: [] })).verdict;
}

describe('before it is started', () => {
  test('missing', async () => {
    expect(await verdictOf(KVM)).toMatchObject({
      verdict: 'errored',
      reason: expect.stringContaining('cloud-hypervisor is not installed'),
    });
  });

  test('not executable', async () => {
    fakeVmm('cloud-hypervisor', 'exit', 0o644);
    expect(await verdictOf(KVM)).toMatchObject({
      verdict: 'errored',
      reason: expect.stringContaining('cloud-hypervisor may not be executed by this user'),
    });
  });

  test.each([
    [
      'another program',
      'echo "GNU bash, version 5.2"',
      'it does not say which Cloud Hypervisor it is: GNU bash',
    ],
    ['nothing to say', 'exit 0', 'it does not say which Cloud Hypervisor it is: nothing'],
    ['a failure', 'echo "cannot open libfoo.so" >&2; exit 127', 'cannot open libfoo.so'],
  ])('%s', async (_, script, reason) => {
    fakeVmm('cloud-hypervisor', script);
    expect(await verdictOf(KVM)).toMatchObject({
      verdict: 'errored',
      reason: expect.stringContaining(reason),
    });
  });

  test.each([
    ['v30.0', '"kvm", "tdx"', 'before v35.0 has no --pvpanic'],
    ['v47.0', '"kvm"', 'was built without the feature tdx'],
    ['v52.0', '"kvm", "tdx"', 'refuses --firmware together with --kernel'],
    ['v53.0', '"kvm"', 'cannot be built with the feature tdx from v53.0 on'],
  ])('%s with %s', async (version, features, reason) => {
    fakeCloudHypervisor('exit 1', { version, features });
    const verdict = await verdictOf(TD_SHIM);
    expect(verdict).toMatchObject({ verdict: 'errored', reason: expect.stringContaining(reason) });
  });

  test('a QEMU without Trust Domains makes none', async () => {
    fakeVmm(
      'qemu-system-x86_64',
      'if [[ $1 == --version ]]; then echo "QEMU emulator version 7.2.22 (Debian)"; else echo "  secret"; fi',
    );
    expect(
      await verdictOf(['platform: tdx', 'vmm: qemu', 'firmware: OVMF.fd', 'guest: {kernel: bzImage}']),
    ).toMatchObject({
      verdict: 'errored',
      reason: expect.stringContaining('this QEMU has no object tdx-guest'),
    });
  });
});

describe('once it is started', () => {
  test('it dies at once: errored, with its last words', async () => {
    fakeCloudHypervisor('echo "something is wrong" >&2; exit 1');
    expect(await verdictOf(KVM)).toMatchObject({
      verdict: 'errored',
      reason: 'the VMM ended with exit code 1: something is wrong',
    });
  });

  test('it is killed: errored, with the signal', async () => {
    fakeCloudHypervisor('kill -SEGV $$');
    expect(await verdictOf(KVM)).toMatchObject({
      verdict: 'errored',
      reason: 'the VMM ended with signal SIGSEGV',
    });
  });

  test('it ignores SIGTERM and its API, and has a child: killed with its group', async () => {
    fakeCloudHypervisor("trap '' TERM INT HUP; sleep 1000 & sleep 1000 & wait; wait; wait");
    expect(await verdictOf(KVM)).toMatchObject({ verdict: 'failed', cause: { kind: 'timeout' } });
  });

  test.each([
    ['of its own goes with it: the next run could not have it', false],
    ['of another VM stays', true],
  ])('it is killed: the socket of its vsock, %s', async (_, before) => {
    const socket = join(dir, 'vsock');
    if (before) writeFileSync(socket, '');
    fakeCloudHypervisor(
      `for arg; do [[ $arg != cid=5,* ]] || echo >>"\${arg#*socket=}"; done; exec sleep 1000`,
    );
    const guest = `guest: {kernel: bzImage, vsock: {cid: 5, socket: ${socket}}}`;
    expect(await verdictOf([...KVM.slice(0, 2), guest])).toMatchObject({ cause: { kind: 'timeout' } });
    expect(existsSync(socket)).toBe(before);
    rmSync(socket, { force: true });
  });

  test('a wrapper gives it a process group of its own: killed all the same', async () => {
    fakeCloudHypervisor('setsid --wait sleep 1000');
    expect(await verdictOf(KVM)).toMatchObject({ verdict: 'failed', cause: { kind: 'timeout' } });
  });

  test('one that behaves is asked over its API, and ends by itself', async () => {
    const server = join(dir, 'server.mjs');
    writeFileSync(server, API_SERVER);
    fakeCloudHypervisor(`exec ${process.execPath} ${server} ${dir}/asked "$@"`);
    expect(await verdictOf(KVM)).toMatchObject({ verdict: 'failed', cause: { kind: 'timeout' } });
    expect(readFileSync(join(dir, 'asked'), 'utf8')).toBe('PUT /api/v1/vmm.shutdown, ended');
  });

  const LOGIN = 'steps: [{expect: "login:", stream: serial}, {send: "root\\r"}, {expect: "5 bytes"}]';
  const GETTY = 'echo "login: "; name=$(head -c 5); echo "${#name} bytes"; exec sleep 1000';

  test('it takes input on the stream that met the step before, where the command line names that', async () => {
    fakeCloudHypervisor(GETTY);
    const guest = 'guest: {kernel: bzImage, cmdline: console=ttyS0}';
    expect(await verdictOf([...KVM.slice(0, 2), guest, LOGIN], '1h')).toMatchObject({
      verdict: 'passed',
      reason: 'every step was met',
    });
  });

  test('text for a stream that takes no input ends the run, and says what to write', async () => {
    // The command line names console, and the guest speaks on serial.
    fakeCloudHypervisor(
      'for arg; do case $arg in file=*serial.out) echo "login: " >"${arg#file=}";; esac; done; sleep 1000',
    );
    const guest = 'guest: {kernel: bzImage, cmdline: console=hvc0}';
    expect(await verdictOf([...KVM.slice(0, 2), guest, LOGIN], '1h')).toMatchObject({
      verdict: 'errored',
      reason: expect.stringMatching(/^nothing can be typed on serial: .*stream: serial/),
    });
  });

  test('it reboots a guest that was reset: ended at once, failed', async () => {
    const event = JSON.stringify({ source: 'vm', event: 'rebooting' });
    fakeCloudHypervisor(`printf '%s\\n\\n' '${event}' >&3; while true; do sleep 0.1; done`);
    expect(await verdictOf(KVM, '1h')).toMatchObject({ verdict: 'failed', cause: { kind: 'reset' } });
  });

  test.each([
    ['it', 'kill -STOP $$; sleep 1000'],
    ['what a wrapper has started', "bash -c 'kill -STOP $$; sleep 1000'; true"],
  ])('somebody stops %s with a signal: errored, and no silence of the guest', async (_, script) => {
    fakeVmm('qemu-system-x86_64', script);
    expect(await verdictOf(['platform: kvm', 'vmm: qemu', 'guest: {kernel: bzImage}'])).toMatchObject({
      verdict: 'errored',
      reason: expect.stringMatching(/^somebody on this host has stopped process \d+/),
      diagnosis: { advice: expect.stringContaining('boot again') },
    });
  });

  test('it closes its control channel and goes on: errored, and no silence of the guest', async () => {
    fakeVmm('qemu-system-x86_64', 'exec 3>&-; sleep 1000');
    expect(await verdictOf(['platform: kvm', 'vmm: qemu', 'guest: {kernel: bzImage}'], '1h')).toMatchObject({
      verdict: 'errored',
      reason: 'the control channel was lost: the VMM has closed it, and goes on',
    });
  });

  test.each([
    ['QEMU', 'sleep 1000'],
    ['QEMU, after its greeting,', 'echo \'{"QMP":{"capabilities":[]}}\' >&3; sleep 1000'],
  ])(
    '%s answers nothing, and so does not start the guest: errored, and no silence of the guest',
    async (_, script) => {
      fakeVmm('qemu-system-x86_64', script);
      expect(await verdictOf(['platform: kvm', 'vmm: qemu', 'guest: {kernel: bzImage}'])).toMatchObject({
        verdict: 'errored',
        cause: { kind: 'vmm' },
        reason: 'the VMM does not run the guest',
        diagnosis: {
          phase: 'vmm',
          cause: 'vmm-given-up',
          certainty: 'known',
          advice: expect.stringContaining('prealloc'),
        },
      });
    },
  );

  test('QEMU takes its time until it starts the guest, and says so: passed', async () => {
    fakeVmm(
      'qemu-system-x86_64',
      `printf 'still busy' >&2
       sleep 1
       ${OPEN_CONSOLE}while read -r line <&3; do
         [[ $line != *cont* ]] || { printf '{"event":"RESUME"}\\n{"return":{},"id":"start"}\\n' >&3; echo 'login: ' >&9; }
       done`,
    );
    expect(await verdictOf(['platform: kvm', 'vmm: qemu', 'guest: {kernel: bzImage}'], '1h')).toMatchObject({
      verdict: 'passed',
    });
  });

  test('QEMU hangs in internal-error: errored, and killed', async () => {
    fakeVmm(
      'qemu-system-x86_64',
      `trap '' TERM
       echo '{"event":"STOP"}' >&3
       while read -r line <&3; do
         [[ $line != *query-status* ]] || echo '{"return":{"status":"internal-error"}}' >&3
       done`,
    );
    expect(await verdictOf(['platform: kvm', 'vmm: qemu', 'guest: {kernel: bzImage}'])).toMatchObject({
      verdict: 'errored',
      reason: 'QEMU has paused the guest: KVM internal error',
    });
  });
});

describe('what a program says of itself', () => {
  test.each([
    ['cloud-hypervisor v47.0', '"io_uring", "kvm", "tdx"', '47.0', ['io_uring', 'kvm', 'tdx']],
    ['cloud-hypervisor v47.0.0', '"kvm"', '47.0', ['kvm']],
    ['cloud-hypervisor v52.0-12-g0123abc-dirty', '', '52.0-12-g0123abc-dirty', []],
  ])('%s [%s]', async (first, features, version, list) => {
    const path = fakeVmm('cloud-hypervisor', `printf '${first}\\nEnabled features: [${features}]\\n'`);
    expect(await askCloudHypervisor(path)).toEqual({ version, features: list });
  });

  test('the real QEMU of this machine', async () => {
    const { version, tdxGuest } = await askQemu('/usr/bin/qemu-system-x86_64');
    expect(version).toMatch(/^\d+\.\d+\.\d+$/);
    const [major = 0, minor = 0] = version.split('.').map(Number);
    // Debian 12 and Ubuntu 24.04 are older than TDX in QEMU.
    if (major < 10 || (major === 10 && minor < 1)) expect(tdxGuest).toBe(false);
  });
});
