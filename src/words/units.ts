/** Durations, sizes and numbers of things as people write them. The schema has checked their form. */

/** Bytes. */
export const MIB = 1024 ** 2;
export const GIB = 1024 ** 3;

const MILLISECONDS: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 };
const BYTES: Readonly<Record<string, number>> = { K: 1024, M: MIB, G: GIB, T: 1024 ** 4 };

/** `90s` → 90000 milliseconds. */
export function parseDuration(text: string): number {
  const [, amount, unit] = /^([\d.]+)(\D+)$/.exec(text) ?? [];
  return Number(amount) * (MILLISECONDS[unit ?? ''] ?? Number.NaN);
}

/** The same of a duration that may be absent. */
export function durationGiven(text: string | undefined): number | undefined {
  return text === undefined ? undefined : parseDuration(text);
}

/** A size on the command line: `0`, or like `64M`. Leading zeros are refused: some take them for octal. */
const SIZE = /^(?:0|[1-9]\d{0,8}[KMG])$/;

/** `64M` → 67108864 bytes; undefined when the text is not a size. */
export function readSize(text: string): number | undefined {
  if (!SIZE.test(text)) return undefined;
  return text === '0' ? 0 : parseSize(text);
}

/** `512M` or `512MiB` → 536870912 bytes. */
export function parseSize(text: string): number {
  const [, amount, unit] = /^(\d+)(\D)/.exec(text) ?? [];
  return Number(amount) * (BYTES[unit ?? ''] ?? Number.NaN);
}

/** `14186432` → `14,186,432`. Node takes 12 ms to load its number formats for toLocaleString. */
export function grouped(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ',');
}

/** `1 file`, `2 files`. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
