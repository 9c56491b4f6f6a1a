/** Runs a tiny guest to see whether KVM really works: the KVM of a sandbox opens and runs no guest. */

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Answer, ask } from '../process/ask.ts';
import { describeEnd } from '../process/run.ts';
import { withWorkDir } from '../process/work-dir.ts';
import { HostError, messageOf } from '../words/errors.ts';

/** `said`: what QEMU printed when the guest did not do its work, or why QEMU could not be run. */
export type KvmTrial = { readonly works: true } | { readonly works: false; readonly said: string };

/** Longest time for the trial, in milliseconds. A KVM that works needs a fifth of a second. */
const DEADLINE_MS = 10_000;

/** QEMU's isa-debug-exit device: when the guest writes 36 to its port, QEMU ends with exit code (36 << 1) | 1. */
const EXIT_DEVICE = 'isa-debug-exit,iobase=0x501,iosize=1';
const EXIT_CODE = 73;

/**
 * The guest: from the reset vector into long mode, then 6 × 6 in floating point to the debug-exit port. It
 * contains what a software-only KVM is known to fail at: such a KVM starts SeaBIOS, but stops with an emulation failure
 * at `fninit; fwait` in real mode. Each row is machine code and its assembly (NASM).
 */
export const TRIAL_CODE: readonly (readonly [code: string, assembly: string])[] = [
  ['', 'bits 16'],
  ['dbe3', 'start: fninit'],
  ['9b', 'fwait'],
  // Page tables at 0x1000: the first 2 MiB, one page, mapped to themselves.
  ['6631c0', 'xor eax, eax'],
  ['8ec0', 'mov es, ax'],
  ['66bf00100000', 'mov edi, 0x1000'],
  ['66b9000c0000', 'mov ecx, 0xc00'],
  ['fc', 'cld'],
  ['f36667ab', 'a32 rep stosd'],
  ['26c70600100320', 'mov word [es:0x1000], 0x2003'],
  ['26c70600200330', 'mov word [es:0x2000], 0x3003'],
  ['26c70600308300', 'mov word [es:0x3000], 0x0083'],
  // CR4: PAE and SSE; EFER: long mode; CR0: protection and paging, which also leaves real mode.
  ['2e660f01168000', 'o32 lgdt [cs:gdtr]'],
  ['66b820060000', 'mov eax, 0x620'],
  ['0f22e0', 'mov cr4, eax'],
  ['66b800100000', 'mov eax, 0x1000'],
  ['0f22d8', 'mov cr3, eax'],
  ['66b9800000c0', 'mov ecx, 0xc0000080'],
  ['0f32', 'rdmsr'],
  ['0d0001', 'or ax, 0x100'],
  ['0f30', 'wrmsr'],
  ['66b833000080', 'mov eax, 0x80000033'],
  ['0f22c0', 'mov cr0, eax'],
  ['66ea65000f000800', 'jmp dword 8:0xf0000 + (entry - $$)'],
  ['', 'bits 64'],
  ['31c0', 'entry: xor eax, eax'],
  ['0fa2', 'cpuid'],
  ['b806000000', 'mov eax, 6'],
  ['f20f2ac0', 'cvtsi2sd xmm0, eax'],
  ['f20f59c0', 'mulsd xmm0, xmm0'],
  ['f20f2cc0', 'cvttsd2si eax, xmm0'],
  ['66ba0105', 'mov dx, 0x501'],
  ['ee', 'out dx, al'],
  ['f4', 'hlt'],
  ['0f00', 'gdtr: dw 15'],
  ['86000f00', 'dd 0xf0000 + (gdt - $$)'],
  ['0000000000000000', 'gdt: dq 0'],
  ['00000000009a2000', 'dq 0x00209a0000000000'],
];

/** The CPU starts at F000:FFF0, 16 bytes before the end of the image (SDM volume 3, 10.1.4). */
export const RESET_VECTOR: readonly [code: string, assembly: string] = ['ea000000f0', 'jmp 0xf000:start'];
const IMAGE_SIZE = 0x10000;

/** The guest as a BIOS image of 64 KiB, the smallest that QEMU maps. */
export function trialImage(): Buffer {
  const image = Buffer.alloc(IMAGE_SIZE);
  image.write(TRIAL_CODE.map(([code]) => code).join(''), 'hex');
  image.write(RESET_VECTOR[0], IMAGE_SIZE - 16, 'hex');
  return image;
}

/**
 * Runs the guest with the CPU that `platform: kvm` gets.
 * @param qemu path of QEMU
 * @param accelerator `tcg` tests the guest itself
 * @throws the reason of `signal` when that aborts; HostError code `no-work-directory`
 */
export async function tryKvm(
  qemu: string,
  signal?: AbortSignal,
  accelerator: 'kvm' | 'tcg' = 'kvm',
): Promise<KvmTrial> {
  return tryGuest({
    deadlineMs: DEADLINE_MS,
    signal,
    argvIn(directory) {
      const bios = join(directory, 'trial.bin');
      writeFileSync(bios, trialImage());
      return [qemu, ...argumentsOf(bios, accelerator)];
    },
    read: (answer) =>
      answer.code === EXIT_CODE ? { works: true } : { works: false, said: reasonOf(answer) },
  });
}

interface GuestTrial {
  readonly deadlineMs: number;
  readonly signal: AbortSignal | undefined;
  /** Makes the files of the trial, and gives the command of QEMU. */
  argvIn(directory: string): readonly [string, ...string[]];
  /** What QEMU's end says of KVM. */
  read(answer: Answer): KvmTrial;
}

/**
 * Runs a guest for a moment, in a private directory.
 * @throws the reason of `signal` when that aborts: a trial that was ended says nothing of KVM; HostError code
 *   `no-work-directory`, which KVM is not to blame for either
 */
export async function tryGuest({ deadlineMs, signal, argvIn, read }: GuestTrial): Promise<KvmTrial> {
  return withWorkDir('kvm', async (directory) => {
    const argv = argvIn(directory);
    try {
      return read(await ask(argv, { kind: 'vmm', own: { TMPDIR: directory }, deadlineMs, signal }));
    } catch (error) {
      signal?.throwIfAborted();
      const late = error instanceof HostError && error.code === 'command-timeout';
      return { works: false, said: late ? `not done after ${deadlineMs / 1000} s` : messageOf(error) };
    }
  });
}

function argumentsOf(bios: string, accelerator: 'kvm' | 'tcg'): string[] {
  return [
    ...['-machine', `q35,accel=${accelerator}`, '-cpu', accelerator === 'kvm' ? 'host' : 'max'],
    ...['-m', '16M', '-nodefaults', '-no-user-config', '-display', 'none', '-no-reboot'],
    ...['-bios', bios, '-device', EXIT_DEVICE],
  ];
}

/** The first line that says why. The registers that QEMU prints after that line do not help a user. */
export function reasonOf({ code, stderr }: Answer): string {
  const said = stderr.split('\n').filter((line) => line !== '' && !line.includes('warning:'));
  const failure = said.find((line) => /emulation failure/.test(line));
  const line = failure === undefined ? said[0] : `${said[0]}: ${failure}`;
  const ended = code === 0 ? 'the guest was reset' : `QEMU ended with ${describeEnd(code)}`;
  return [line, ended].filter((part) => part !== undefined).join('; ');
}
