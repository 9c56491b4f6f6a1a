/** Options of a command and what is in them. */

import { UsageError } from '../../words/errors.ts';
import { quote } from '../../words/quote.ts';

/** Whether a word is a variable of a scenario and nothing else: `${KERNEL}`. */
export function isVariable(word: string): boolean {
  return /^\$\{\w+\}$/.test(word);
}

/** One option of a command of QEMU as it stands there. */
export interface QemuOption {
  /** With one dash; empty for a word that belongs to no option; `-` for an option without the value that it needs. */
  readonly name: string;
  /** Empty for a switch. */
  readonly value: string;
  readonly words: readonly string[];
}

/** All options of a command, each with what is in it. */
export class OptionLists {
  readonly #lists: readonly { readonly name: string; readonly list: OptionList }[];

  constructor(options: readonly QemuOption[]) {
    this.#lists = options.map(({ name, value }) => ({
      name,
      list: new OptionList(value, ['driver', 'type']),
    }));
  }

  /** The options of this name for which the condition holds. */
  all(option: string, holds: (list: OptionList) => boolean = () => true): OptionList[] {
    return this.#lists.flatMap(({ name, list }) => (name === option && holds(list) ? [list] : []));
  }

  has(option: string, holds?: (list: OptionList) => boolean): boolean {
    return this.all(option, holds).length > 0;
  }

  /** The first option of this name that has an entry with this value. */
  find(option: string, entry: string, value: string | undefined): OptionList | undefined {
    return this.all(option, (list) => value !== undefined && list.get(entry) === value)[0];
  }
}

/** A list of options: `virtio-blk-pci,drive=d0`, or the same in JSON. */
export class OptionList {
  readonly text: string;
  readonly head: string;
  readonly #entries: readonly (readonly [string, string])[];

  /**
   * @param heads names under which the first value may stand: `driver=virtio-net-pci`
   * @throws UsageError code `bad-json`
   */
  constructor(text: string, heads: readonly string[] = []) {
    this.text = text;
    const entries = text.startsWith('{') ? flat(parsed(text)) : split(text);
    const first = entries.find(([name], index) => heads.includes(name) || (index === 0 && name === ''));
    this.head = first?.[1] ?? '';
    this.#entries = entries.filter((entry) => entry !== first);
  }

  get(name: string): string | undefined {
    return this.#entries.find(([known]) => known === name)?.[1];
  }

  all(name: string): string[] {
    return this.#entries.filter(([known]) => known === name).map(([, value]) => value);
  }

  /** Those of the entries that the list has, in this order. */
  some(names: readonly string[]): Record<string, string> {
    const known = names.map((name) => [name, this.get(name)] as const);
    return Object.fromEntries(known.filter((entry): entry is [string, string] => entry[1] !== undefined));
  }

  get isReadOnly(): boolean {
    return this.isOn('readonly') || this.isOn('read-only');
  }

  /** Entries whose names are not in the list, written as they were. */
  others(known: readonly string[]): string[] {
    return this.#entries
      .filter(([name]) => !known.includes(name))
      .map(([name, value]) => (name === '' ? value : `${name}=${value.replaceAll(',', ',,')}`));
  }

  /** Whether a switch is on: `share=on`, `"share": true`, or only `share`. */
  isOn(name: string): boolean {
    return ['on', 'true', 'yes'].includes(this.get(name) ?? '') || this.all('').includes(name);
  }
}

function split(text: string): (readonly [string, string])[] {
  const parts = text.match(/(?:[^,]|,,)+/g) ?? [];
  return parts.map((part) => {
    const whole = part.replaceAll(',,', ',');
    const at = whole.indexOf('=');
    return at < 0 ? ['', whole] : [whole.slice(0, at), whole.slice(at + 1)];
  });
}

/** QEMU takes texts in single quotes, too (qobject/json-lexer.c). */
function parsed(text: string): object {
  const double = text.replaceAll(/"(?:[^"\\]|\\.)*"|'((?:[^'\\]|\\.)*)'/g, (whole, single?: string) =>
    single === undefined ? whole : `"${single.replaceAll(/\\'|"/g, escaped)}"`,
  );
  try {
    return JSON.parse(double) as object;
  } catch (cause) {
    throw new UsageError('bad-json', `${quote(text)} is an option in JSON, and cannot be read`, {
      hint: 'Give the command as the shell would run it: JSON stands in quotation marks as one argument.',
      cause,
    });
  }
}

const escaped = (text: string): string => (text === '"' ? '\\"' : "'");

/** `{"a": {"b": 1}}` as `a.b=1`. */
function flat(value: object, prefix = ''): (readonly [string, string])[] {
  return Object.entries(value).flatMap(([name, inner]) =>
    typeof inner === 'object' && inner !== null
      ? flat(inner, `${prefix}${name}.`)
      : [[`${prefix}${name}`, String(inner)] as const],
  );
}

const FACTORS: Readonly<Record<string, number>> = { K: 2 ** 10, M: 2 ** 20, G: 2 ** 30, T: 2 ** 40 };

/** A size of QEMU or Cloud Hypervisor in bytes; undefined for a text that is not a size. */
export function bytesOf(text: string, bytesPerUnit = 1): number | undefined {
  const [, amount, unit = ''] = /^(\d+(?:\.\d+)?)([KMGT]?)(?:i?B)?$/i.exec(text) ?? [];
  return amount === undefined ? undefined : Number(amount) * (FACTORS[unit.toUpperCase()] ?? bytesPerUnit);
}

/** A size of QEMU or Cloud Hypervisor in the words of a scenario; undefined for one that has none. */
export function sizeOf(text: string, bytesPerUnit: number): string | undefined {
  if (text.startsWith('${')) return text;
  const mib = (bytesOf(text, bytesPerUnit) ?? 0) / 2 ** 20;
  if (!Number.isInteger(mib) || mib === 0) return undefined;
  return mib % 1024 === 0 ? `${mib / 1024}G` : `${mib}M`;
}
