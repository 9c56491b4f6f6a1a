/** `tdx-boot import`: writes a scenario from the command of a VMM, and says what became of each argument. */

import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { stringify } from 'yaml';
import { readScenario } from '../scenario/read.ts';
import type { Fate } from '../vmm/import/draft.ts';
import { type Import, importCommand } from '../vmm/import/import.ts';
import { commandIn } from '../vmm/import/words.ts';
import { EXIT, type Streams } from './context.ts';
import { writeNew } from './new-file.ts';

const OUTCOMES: Readonly<Record<Fate['as'], string>> = {
  key: '→ ',
  own: '→ nothing: ',
  kept: '→ vmm-args: ',
  'left-out': '→ left out: ',
};

/** @param words a command, or one word: a file that holds one */
export function importScenario(
  words: readonly string[],
  options: { output?: string },
  { out, error }: Streams,
): number {
  const [file = ''] = words;
  const command = words.length === 1 ? commandIn(readScenario(file, 'command')) : words;
  const result = importCommand(command, existsSync);
  const elsewhere = options.output !== undefined && dirname(resolve(options.output)) !== process.cwd();
  const text = textOf(elsewhere ? withAbsolutePaths(result.scenario) : result.scenario);
  if (options.output === undefined) out.lines(text.trimEnd());
  else writeNew(options.output, text, '--output');
  error.lines(result.fates.flatMap(({ argument, as, says }) => [argument, `  ${OUTCOMES[as]}${says}`]));
  return EXIT.passed;
}

/** Keys whose values are files. A file of a scenario is relative to the scenario, one of a command to where it is run. */
const FILES = ['vmm-path', 'firmware', 'code', 'vars', 'kernel', 'initrd', 'path', 'socket'];

function withAbsolutePaths(values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const absolute = (key: string, value: unknown): unknown => {
    if (key === 'vmm-args' && Array.isArray(value)) return value.map(withAbsoluteFiles);
    if (Array.isArray(value)) return value.map((item: unknown) => absolute('', item));
    if (typeof value !== 'object' || value === null)
      return FILES.includes(key) && typeof value === 'string' ? absolutePath(value) : value;
    const inner = withAbsolutePaths({ ...value });
    if (key !== 'shares') return inner;
    return Object.fromEntries(Object.entries(inner).map(([path, share]) => [absolutePath(path), share]));
  };
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, absolute(key, value)]));
}

function absolutePath(path: string): string {
  return path.startsWith('${') ? path : resolve(path);
}

/**
 * The argument of a VMM with the whole paths of the files that exist here: of `rom.bin`, `path=log`, `a,file=rom.bin`. Other words may
 * name no file, and stay as they are.
 */
function withAbsoluteFiles(argument: unknown): unknown {
  if (typeof argument !== 'string') return argument;
  return argument
    .split(',')
    .map((part) => {
      const [, name = '', path = ''] = /^([\w.-]+=)?(.+)$/s.exec(part) ?? [];
      return /[./]/.test(path) && existsSync(path) ? `${name}${resolve(path)}` : part;
    })
    .join(',');
}

/** A guest of which nothing is known shows at least a kernel. The probe guest brings steps of its own. */
function textOf(scenario: Import['scenario']): string {
  const { guest } = scenario as { guest: { kernel?: string; initrd?: string; disks?: unknown } };
  const probe = guest.kernel !== undefined && guest.initrd === undefined && guest.disks === undefined;
  const steps = probe
    ? '# Without initrd and disks this boots the probe guest, which has its own steps.\n'
    : 'steps:\n  - expect: Linux version # write here what shows that the guest is up\n';
  return `${stringify(scenario)}${steps}`;
}
