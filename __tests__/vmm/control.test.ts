/** What a VMM says of its guest over its control channel, however the bytes are cut. */

import { describe, expect, test } from '@jest/globals';
import { eventReader } from '../../src/vmm/event-monitor.ts';
import { QmpReader } from '../../src/vmm/qmp.ts';

type Report = (state: string, detail: string) => void;

/** Reads a text in chunks of every length from 1 to all; every one must give the same reports. */
function readInChunks(text: string, open: (report: Report) => { push(bytes: Uint8Array): void }): string[] {
  const bytes = Buffer.from(text);
  const results = [1, 2, 7, 64, bytes.length].map((size) => {
    const reports: string[] = [];
    const reader = open((state, detail) => reports.push(`${state}: ${detail}`));
    for (let at = 0; at < bytes.length; at += size) reader.push(bytes.subarray(at, at + size));
    return reports;
  });
  for (const result of results) expect(result).toEqual(results[0]);
  return results[0] ?? [];
}

/** As vmm/src/lib.rs and event_monitor/src/lib.rs of v47.0 and v52.0 write it. */
function event(source: string, name: string, properties: object | null = null): string {
  const timestamp = { secs: 1, nanos: 212_266 };
  return `${JSON.stringify({ timestamp, source, event: name, properties }, null, 2)}\n\n`;
}

const BOOT =
  event('vmm', 'starting') +
  event('vm', 'booting') +
  event('cpu_manager', 'create_vcpu', { id: '0' }) +
  event('vm', 'booted');
const ACTIVATED = event('virtio-device', 'activated', { id: '__rng' });

describe('the event monitor of Cloud Hypervisor', () => {
  test.each([
    ['a guest of which nothing runs yet', BOOT, []],
    ['a guest that drives a device', BOOT + ACTIVATED, ['driven: __rng']],
    [
      'each device once, however often the guest resets it',
      `${ACTIVATED}${event('virtio-device', 'reset', { id: '__rng' })}`.repeat(3) +
        event('virtio-device', 'activated', { id: '_disk0' }),
      ['driven: __rng', 'driven: _disk0'],
    ],
    [
      'a guest that powers off',
      BOOT + event('vm', 'shutdown') + event('vm', 'deleted') + event('vmm', 'shutdown'),
      ['shutdown: vm/shutdown'],
    ],
    ['a guest that is reset', BOOT + event('vm', 'rebooting'), ['reset: vm/rebooting']],
    ['a panic', BOOT + event('guest', 'panic', { event: 'Panic' }), ['panicked: guest/panic: Panic']],
    [
      'what is no JSON',
      `{"source": \n\n[1]\n\n"x"\n\nnull\n\n${event('vm', 'rebooting')}`,
      ['reset: vm/rebooting'],
    ],
    ['an event without its end', '{"source": "vm", "event": "shutdown"}', []],
  ])('%s', (_, text, reports) => {
    expect(readInChunks(text, eventReader)).toEqual(reports);
  });
});

/** What is sent before anything else. */
const GREETED = ['{"execute":"qmp_capabilities"}\n', '{"execute":"query-status"}\n'];

describe('QMP', () => {
  const open = (report: Report) => new QmpReader(() => undefined, report);
  const ioError = (data: object) => `${JSON.stringify({ event: 'BLOCK_IO_ERROR', data })}\n`;
  const panicked = (info: object | undefined) =>
    `${JSON.stringify({ event: 'GUEST_PANICKED', data: { action: 'shutdown', info } })}\n`;

  test.each([
    [
      'the fatal error of a TD, with its code and text',
      panicked({
        type: 'tdx',
        'error-code': 0x8000_0001,
        message: 'TD misconfiguration: SEPT_VE_DISABLE attribute must be set.',
      }),
      [
        'panicked: the TD reported a fatal error, code 0x80000001: TD misconfiguration: SEPT_VE_DISABLE attribute must be set.',
      ],
    ],
    [
      'one without a text',
      panicked({ type: 'tdx', 'error-code': 2, message: '\0\0', gpa: 4096 }),
      ['panicked: the TD reported a fatal error, code 0x2'],
    ],
    [
      'one whose code is no number',
      panicked({ type: 'tdx' }),
      ['panicked: the TD reported a fatal error, code unknown'],
    ],
    [
      'another kind of panic',
      panicked({ type: 'hyper-v', arg1: 1 }),
      ['panicked: {"type":"hyper-v","arg1":1}'],
    ],
    ['pvpanic', panicked(undefined), ['panicked: "shutdown"']],
    [
      'a panic after which the crash kernel runs',
      '{"event":"GUEST_CRASHLOADED","data":{"action":"run"}}\n',
      ['panicked: its crash kernel (kdump) was started'],
    ],
    [
      'memory of the host with an error, which the guest is told of',
      '{"event":"MEMORY_FAILURE","data":{"recipient":"guest","action":"inject","flags":{"action-required":true}}}\n',
      ['broken: the memory of this host has an error (guest: inject)'],
    ],
    [
      'a reset with -no-reboot',
      '{"event":"RESET","data":{"guest":true,"reason":"guest-reset"}}\n',
      ['reset: guest-reset'],
    ],
    [
      'a guest that powers off',
      '{"event":"SHUTDOWN","data":{"guest":true,"reason":"guest-shutdown"}}\n',
      ['shutdown: guest-shutdown'],
    ],
    [
      'a signal from the host',
      '{"event":"SHUTDOWN","data":{"guest":false,"reason":"host-signal"}}\n',
      ['broken: QEMU was told to quit (host-signal)'],
    ],
    [
      'KVM that gave up',
      '{"return":{"running":false,"status":"internal-error"}}\n',
      ['broken: QEMU has paused the guest: KVM internal error'],
    ],
    [
      'a disk of vmm-args with an error for which QEMU pauses the guest',
      `${ioError({ device: 'mine', operation: 'write', action: 'stop', reason: 'No space left on device' })}{"event":"STOP"}\n{"return":{"running":false,"status":"io-error"}}\n`,
      ['broken: this host could not read or write a disk, and QEMU has paused the guest'],
    ],
    [
      'a disk of the host that is full, for which QEMU pauses the guest',
      ioError({ device: 'disk0', operation: 'write', action: 'stop', reason: 'No space left on device' }),
      [
        'broken: this host could not write the file of disk0: No space left on device; what a guest writes is kept in RUNNER_TEMP or TMPDIR',
      ],
    ],
    [
      'a file of the host that cannot be read',
      ioError({ device: 'disk1', operation: 'read', action: 'report', reason: 'Input/output error' }),
      ['broken: this host could not read the file of disk1: Input/output error'],
    ],
    [
      'an error of a disk that the user attaches, perhaps injected',
      ioError({ device: 'faulty', operation: 'read', action: 'report', reason: 'Input/output error' }),
      [],
    ],
    [
      'a guest that QEMU does not start',
      '{"id":"start","error":{"class":"GenericError","desc":"Resetting the Virtual Machine is required"}}\n',
      ['broken: QEMU refused to start the guest: Resetting the Virtual Machine is required'],
    ],
    ['what is no JSON', '{"event":\n[]\nnull\n', []],
  ])('%s', (_, text, reports) => {
    expect(readInChunks(text, open)).toEqual(reports);
  });

  test('asks where the CPUs are, and makes the serial port ready for a SysRq key', () => {
    const sent: string[] = [];
    const answers: string[] = [];
    const reader = new QmpReader(
      (bytes) => sent.push(bytes),
      () => undefined,
    );
    reader.ask((cpus) => answers.push(...cpus));
    expect(sent.slice(GREETED.length).map((text) => JSON.parse(text))).toEqual([
      { execute: 'chardev-send-break', arguments: { id: 'serial' } },
      {
        execute: 'human-monitor-command',
        arguments: { 'command-line': 'info registers -a' },
        id: 'registers',
      },
    ]);
    const dump =
      '\r\nCPU#0\r\nRAX=1 RBX=2\r\nRIP=ffffffff8b417a0b RFL=00000246 [---Z-P-] CPL=0 II=0 A20=1 SMM=0 HLT=1\r\n' +
      '\r\nCPU#1\r\nRAX=1\r\nRIP=00007fff00000000 RFL=00000202 [-------] CPL=3 II=0 A20=1 SMM=0 HLT=0\r\n';
    for (const _ of [1, 2])
      reader.push(Buffer.from(`${JSON.stringify({ return: dump, id: 'registers' })}\n`));
    expect(answers).toEqual([
      'CPU 0: RIP=ffffffff8b417a0b CPL=0, halted',
      'CPU 1: RIP=00007fff00000000 CPL=3',
    ]);
  });

  test('interrupts the CPUs by an NMI', () => {
    const sent: string[] = [];
    const reader = new QmpReader(
      (bytes) => sent.push(bytes),
      () => undefined,
    );
    reader.interrupt();
    expect(sent.slice(GREETED.length)).toEqual([
      '{"execute":"set-action","arguments":{"panic":"none"}}\n',
      '{"execute":"inject-nmi"}\n',
    ]);
  });

  test('starts the guest after QEMU reports events, and waits for no answer in between', () => {
    const sent: string[] = [];
    const reader = new QmpReader(
      (bytes) => sent.push(bytes),
      () => undefined,
    );
    expect(reader.runs).toBeUndefined();
    reader.hold(false);
    expect(sent).toEqual([...GREETED, '{"execute":"cont","id":"start"}\n']);
    reader.push(Buffer.from('{"QMP":{"capabilities":["oob"]}}\n{"return":{}}\n'));
    expect(reader.runs).toBe(false);
    // A guest that waits for a migration (-incoming) does not run by now.
    reader.push(Buffer.from('{"return":{},"id":"start"}\n'));
    expect(reader.runs).toBe(false);
    reader.push(Buffer.from('{"event":"RESUME"}\n'));
    expect(reader.runs).toBe(true);
  });

  test('a guest that is held is stopped, and one that QEMU cannot let go on is the fault of the host', () => {
    const sent: string[] = [];
    const told: string[] = [];
    const reader = new QmpReader(
      (bytes) => sent.push(bytes),
      (state, detail) => void told.push(`${state}: ${detail}`),
    );
    reader.hold(false);
    reader.push(Buffer.from('{"return":{}}\n{"event":"RESUME"}\n{"return":{},"id":"start"}\n'));
    reader.hold(true);
    reader.push(
      Buffer.from('{"event":"STOP"}\n{"return":{}}\n{"return":{"status":"paused","running":false}}\n'),
    );
    reader.hold(false);
    expect([reader.runs, told]).toEqual([true, []]);
    expect(sent.slice(GREETED.length + 1)).toEqual([
      '{"execute":"stop"}\n',
      '{"execute":"query-status"}\n',
      '{"execute":"cont","id":"start"}\n',
    ]);
    reader.push(Buffer.from('{"error":{"class":"GenericError","desc":"reset is required"},"id":"start"}\n'));
    expect(told).toEqual(['broken: QEMU refused to start the guest: reset is required']);
  });

  test.each([
    ['before it starts', '{"return":{"status":"prelaunch","running":false}}\n'],
    ['for a migration', '{"return":{"status":"inmigrate","running":false}}\n'],
    ['in a debugger', '{"event":"STOP"}\n{"return":{"status":"debug","running":false}}\n'],
    ['by another QMP', '{"event":"STOP"}\n{"return":{"status":"paused","running":false}}\n'],
  ])('a guest that somebody holds %s does not run, until it goes on', (_, bytes) => {
    const told: string[] = [];
    const reader = new QmpReader(
      () => undefined,
      (state) => void told.push(state),
    );
    reader.push(Buffer.from(`{"return":{}}\n{"return":{"status":"running","running":true}}\n${bytes}`));
    expect(reader.runs).toBe(false);
    reader.push(Buffer.from('{"event":"RESUME"}\n'));
    expect([reader.runs, told]).toEqual([true, []]);
  });

  test('asks why the guest stopped', () => {
    const sent: string[] = [];
    new QmpReader(
      (bytes) => sent.push(bytes),
      () => undefined,
    ).push(Buffer.from('{"event":"STOP"}\n'));
    expect(sent).toEqual([...GREETED, '{"execute":"query-status"}\n']);
  });
});
