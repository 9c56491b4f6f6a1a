/** Options of a command and what is in them. */

/** One option of a command of QEMU as it stands there. */
export interface QemuOption {
  /** With one dash; empty for a word that belongs to no option. */
  readonly name: string;
  /** Empty for a switch. */
  readonly value: string;
  readonly words: readonly string[];
}

/** A list of options: `virtio-blk-pci,drive=d0`, or the same in JSON. */
export class OptionList {
  readonly head: string;
  readonly #entries: readonly (readonly [string, string])[];

  /** @param heads names under which the first value may stand: `driver=virtio-net-pci` */
  constructor(text: string, heads: readonly string[] = []) {
    const entries = text.startsWith('{') ? flat(JSON.parse(text) as object) : split(text);
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

/** `{"a": {"b": 1}}` as `a.b=1`. */
function flat(value: object, prefix = ''): (readonly [string, string])[] {
  return Object.entries(value).flatMap(([name, inner]) =>
    typeof inner === 'object' && inner !== null
      ? flat(inner, `${prefix}${name}.`)
      : [[`${prefix}${name}`, String(inner)] as const],
  );
}

/** A size of QEMU or Cloud Hypervisor in the words of a scenario; undefined for one that has none. */
export function sizeOf(text: string, bytesPerUnit: number): string | undefined {
  if (text.startsWith('${')) return text;
  const [, amount = '', unit = ''] = /^(\d+(?:\.\d+)?)([KMGT]?)(?:i?B)?$/i.exec(text) ?? [];
  const factors: Readonly<Record<string, number>> = { K: 2 ** 10, M: 2 ** 20, G: 2 ** 30, T: 2 ** 40 };
  const mib = (Number(amount) * (factors[unit.toUpperCase()] ?? bytesPerUnit)) / 2 ** 20;
  if (amount === '' || !Number.isInteger(mib) || mib === 0) return undefined;
  return mib % 1024 === 0 ? `${mib / 1024}G` : `${mib}M`;
}
