/** The words of a complaint that say most, as a headline quotes them. */

import { expect, test } from '@jest/globals';
import { ownWords } from '../../../src/judge/log/own-words.ts';
import { LogReader } from '../../../src/judge/log.ts';

test.each([
  [
    'what Rust says of an index goes on after its colon',
    'index out of bounds: the len is 25 but the index is 25',
    'index out of bounds: the len is 25 but the index is 25',
  ],
  ['the end of a chain', 'Error: a: b failed: the flux is off', 'the flux is off'],
  ['with what it is of, where it is short', 'open /a/b: No such file', 'open /a/b: No such file'],
  ['of a chain in one line', 'a failed\\n\\nCaused by:\\n    0: b: the flux is off', 'the flux is off'],
  [
    'a function of C that names itself',
    'FluxControlTransfer: error - the flux is off',
    'FluxControlTransfer: error - the flux is off',
  ],
  [
    'without the place of an assertion',
    'Kernel error: Assertion failed: flux (src/a.cc: Init: 22)',
    'Assertion failed: flux',
  ],
  ['an error of another language is a level', 'FluxStartupError: the flux is off', 'the flux is off'],
  ['the target of env_logger', '[2025-01-21T08:29:18Z ERROR flux::pump] the flux is off', 'the flux is off'],
  ['a field of tracing', 'ERROR flux{ name="x"}:  a failed error=b: the flux is off', 'the flux is off'],
  ['a field before others', 'level=error msg="a failed" error=EOF name=flux', 'EOF'],
  [
    'libvirt’s error in Go',
    `a: "LibvirtError(Code=1, Domain=10, Message='b: the flux is off')"`,
    'the flux is off',
  ],
  ['what stands before markup', "the flux is off: <domain type='flux'>", 'the flux is off'],
  ['td-shim', 'ERROR - the flux is off', 'the flux is off'],
  [
    'constants of C are no Debug of Rust',
    'KVM_CAP_FLUX(KVM_CAP_FLUX_CREATE): No such device or address',
    'KVM_CAP_FLUX(KVM_CAP_FLUX_CREATE): No such device or address',
  ],
  ['logfmt', 'time="x" level=error msg="a failed" error="b: the flux is off"', 'the flux is off'],
  ['JSON', '{"level":"error","msg":"a failed","err":"the flux is off","ts":"1"}', 'the flux is off'],
  ['the last of a list', '{"error":["a failed","the flux is off"]}', 'the flux is off'],
  ['JSON in JSON', '{"Fields":"{\\"error\\":[\\"a failed\\",\\"the flux is off\\"]}"}', 'the flux is off'],
  ['a message without an error', '{"level":"error","msg":"a: the flux is off"}', 'the flux is off'],
  [
    'Rust’s Debug',
    "thread 'x' panicked at 'no: VmBoot(KernelLoad(Elf(ReadElfHeader)))', src/a.rs:1:5",
    'Elf(ReadElfHeader)',
  ],
  [
    'a status',
    'rpc status: Status { message: \\"[ERROR] the flux is off\\", details: [] }',
    'the flux is off',
  ],
  [
    'a file that is missing',
    'Error: flux not found: /a/b (--flux). Needs the flux build',
    'flux not found: /a/b (--flux). Needs the flux build',
  ],
  [
    'an error of the system needs what failed',
    'Failed to bind flux: IO error: Cannot assign requested address (os error 99)',
    'Failed to bind flux: Cannot assign requested address (os error 99)',
  ],
  [
    'the call that failed, in Rust’s Debug',
    'no: FluxPrepare(MakeFlux(Custom { error: Io(Os { code: 22, message: "Invalid argument" }) }))',
    'MakeFlux: Invalid argument',
  ],
  [
    'a text in Rust’s Debug',
    'error: 400 Flux(Error(\\"missing field `flux`\\", line: 1, column: 845))',
    'missing field flux',
  ],
  ['the source in Rust’s Debug', 'Error: Flux { kind: Other, source: "the flux is off" }', 'the flux is off'],
  [
    'a long name, with what failed',
    'flux: cannot make a flux: File name too long',
    'cannot make a flux: File name too long',
  ],
  ['a level before the words', 'ERROR: Invalid flux type', 'Invalid flux type'],
  [
    'the place of a line of Cloud Hypervisor',
    'cloud-hypervisor: 1.2s: <vcpu0> ERROR:hypervisor/src/flux.rs:23 -- the flux is off',
    'the flux is off',
  ],
  [
    'a thread that panicked',
    "thread '_flux0' panicked at 'the flux is off', src/a.rs:1:5",
    'the flux is off',
  ],
  [
    'a span of tracing',
    'flux::worker: ERROR worker_new{ name="F" }:  there is no flux today',
    'there is no flux today',
  ],
  [
    'a backtrace in the line',
    '{"err":"the flux is off\\nStacktrace:\\n#0 flux::make+0x1\\n#1 main+0x2"}',
    'the flux is off',
  ],
  [
    'a warning behind the error',
    '{"err":"a: the flux is off\\nflux-img: warning: the flux will be lost"}',
    'the flux is off',
  ],
  ['an apostrophe', "a: it doesn't know 'flux' yet", "it doesn't know flux yet"],
  ['no words', '', ''],
])('%s', (_, line, words) => {
  expect(ownWords(line)).toBe(words);
});

test('are bounded', () => {
  expect(ownWords('x'.repeat(1e5))).toHaveLength(161);
  expect(ownWords(`${'{"error":["'.repeat(2e4)}`).length).toBeLessThan(200);
});

test.each([
  [
    'a thread of a VMM',
    "thread 'vmm' panicked at 'no: A(FluxIsOff(ReadFlux))', src/a.rs:1:5",
    'FluxIsOff(ReadFlux)',
  ],
  [
    'a paravisor',
    '{"level":"ERROR","target":"underhill_core::worker","fields":{"message":"failed to start VM","error":["failed to flux","the flux of the host is off"]}}',
    'the flux of the host is off',
  ],
])('stand behind a symptom that does not say why: %s', (_, line, words) => {
  const reader = new LogReader('mixed');
  reader.push(Buffer.from(`${line}\n`));
  const { diagnosis } = reader.end();
  expect(diagnosis?.certainty).toBe('unknown');
  expect(diagnosis?.title).toMatch(/, and no known line says why; its words: /);
  expect(diagnosis?.title.endsWith(`; its words: ${words}`)).toBe(true);
});
