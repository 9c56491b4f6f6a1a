/** Names the source lines of a kernel's call trace, from the vmlinux that the kernel was built with. */

import { resolve } from 'node:path';
import { type Ask, ask } from '../process/ask.ts';
import { describeEnd } from '../process/run.ts';
import { HostError, messageOf, UsageError } from '../words/errors.ts';
import { readHead, requireFile } from './file.ts';

/** How long nm and addr2line may take, in milliseconds: debug information of a kernel is up to a gigabyte. */
const ANSWER_MS = 120_000;
/** The symbols of a large kernel are 15 MiB of text. */
const MAX_BYTES = 128 * 1024 * 1024;
/** `f+0x12/0x30`, as %pS prints it: a function, an offset in it, and its size. */
const FRAME = /([A-Za-z_][\w.$]*)\+0x([0-9a-f]+)\/0x([0-9a-f]+)(?! *\[\w)/g;
/** Where the CPU is: the address of the instruction itself, and not the one that a call returns to. */
const INSTRUCTION = /\b[RE]?IP:|\bNIP\b|\be?pc :|(?:PC|EIP) is at/;

const ELF = Buffer.from('\x7fELF', 'latin1');

/** A function of init/main.c in each kernel: its path says where the source tree was. */
const IN_INIT_MAIN = 'start_kernel';

/** A function of vmlinux: its address and size. Static functions may share a name. */
interface Symbol {
  readonly address: bigint;
  readonly size: bigint;
}

/**
 * Appends the source lines to each frame of the kernel itself, the innermost inlined call first, as
 * scripts/decode_stacktrace.sh of the kernel does: `f+0x12/0x30 (drivers/base/dd.c:12 drivers/base/dd.c:80)`. Uses nm and
 * addr2line of GNU binutils. A frame of a module, and one whose size is that of another kernel's function, stays as it is.
 * @param vmlinux path of the ELF file, with CONFIG_DEBUG_INFO
 * @throws UsageError code `bad-vmlinux` when the file has no symbols or no debug information; HostError code
 *   `program-missing` or `command-timeout`
 */
export async function decodeTrace(
  lines: readonly string[],
  vmlinux: string,
  asked: Ask = ask,
): Promise<string[]> {
  if (lines.length === 0) return [];
  requireVmlinux(vmlinux);
  const file = resolve(vmlinux);
  const symbols = parseSymbols(await answer(asked, ['nm', '--print-size', '--defined-only', file]));
  if (symbols.size === 0) throw bad(file, 'it has no symbols');
  const addresses = new Set(lines.flatMap((line) => framesOf(line, symbols).map(({ address }) => address)));
  if (addresses.size === 0) {
    if (lines.every((line) => line.match(FRAME) === null)) return [...lines];
    throw bad(file, 'it is of another kernel: no function of the trace has its size there');
  }
  const places = await placesOf(asked, file, [...addresses], symbols.get(IN_INIT_MAIN)?.[0]);
  return lines.map((line) => {
    const frames = framesOf(line, symbols);
    return frames.reduce((text, { words, address }) => {
      const found = places.get(address) ?? [];
      return found.length === 0 ? text : text.replace(words, `${words} (${found.join(' ')})`);
    }, line);
  });
}

/** @throws UsageError code `bad-vmlinux` when there is no such file, it cannot be read, or it is no ELF file */
export function requireVmlinux(path: string): void {
  let isElf: boolean;
  try {
    requireFile(path);
    isElf = readHead(path, ELF.length).equals(ELF);
  } catch (cause) {
    throw bad(path, messageOf(cause));
  }
  if (!isElf) throw bad(path, 'it is no ELF file');
}

function framesOf(line: string, symbols: ReadonlyMap<string, readonly Symbol[]>) {
  const back = INSTRUCTION.test(line) ? 0n : 1n;
  return [...line.matchAll(FRAME)].flatMap(([words, name = '', offset, size]) => {
    const symbol = symbols.get(name)?.find((one) => one.size === BigInt(`0x${size}`));
    if (symbol === undefined) return [];
    return [{ words, address: `0x${(symbol.address + BigInt(`0x${offset}`) - back).toString(16)}` }];
  });
}

/** `ffffffff81000000 0000000000000030 T name`, a line each. */
function parseSymbols(text: string): Map<string, Symbol[]> {
  const symbols = new Map<string, Symbol[]>();
  for (const [, address, size, name = ''] of text.matchAll(/^([0-9a-f]+) ([0-9a-f]+) [tTwW] (\S+)$/gm)) {
    const symbol = { address: BigInt(`0x${address}`), size: BigInt(`0x${size}`) };
    symbols.set(name, [...(symbols.get(name) ?? []), symbol]);
  }
  return symbols;
}

/** `file:line` of each address, the innermost inlined call first, without the directory of the build. */
async function placesOf(
  asked: Ask,
  file: string,
  addresses: readonly string[],
  inInitMain: Symbol | undefined,
): Promise<Map<string, readonly string[]>> {
  const known = inInitMain === undefined ? [] : [`0x${inInitMain.address.toString(16)}`];
  const argv = ['--inlines', '--addresses', '--exe', file, ...addresses, ...known];
  const text = await answer(asked, ['addr2line', ...argv]);
  const places = new Map<string, string[]>();
  let current: string[] = [];
  for (const line of text.split('\n')) {
    if (/^0x[0-9a-f]+$/.test(line)) {
      current = [];
      places.set(`0x${BigInt(line).toString(16)}`, current);
    } else if (/:\d/.test(line) && !line.startsWith('??')) {
      current.push(line.replace(/ \(discriminator \d+\)$/, ''));
    }
  }
  const all = [...places.values()].flat();
  if (all.length === 0) throw bad(file, 'it has no debug information');
  const main = all.find((place) => place.includes('/init/main.c:'));
  const base = main?.slice(0, main.lastIndexOf('init/main.c:')) ?? '';
  const short = (place: string): string => (place.startsWith(base) ? place.slice(base.length) : place);
  return new Map([...places].map(([address, list]) => [address, list.map(short)]));
}

async function answer(asked: Ask, argv: readonly [string, ...string[]]): Promise<string> {
  const { code, stdout, stderr } = await asked(argv, {
    kind: 'tool',
    deadlineMs: ANSWER_MS,
    maxBytes: MAX_BYTES,
  }).catch((cause: unknown) => {
    if (!(cause instanceof HostError) || cause.code !== 'program-missing') throw cause;
    throw new HostError('program-missing', cause.message, {
      hint: 'guest.vmlinux needs nm and addr2line: install binutils.',
      cause,
    });
  });
  if (code === 0) return String(stdout);
  throw bad(argv.at(-1) ?? '', `${argv[0]} ended with ${describeEnd(code)}: ${stderr.trim().slice(0, 200)}`);
}

function bad(file: string, why: string): UsageError {
  return new UsageError('bad-vmlinux', `${file} cannot decode traces: ${why}`, {
    hint: 'Give the vmlinux of the guest’s kernel, an ELF file that was built with CONFIG_DEBUG_INFO_DWARF5=y or the like.',
  });
}
