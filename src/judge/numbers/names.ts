/** What the numbers of one interface are called, by the digits that tell them apart. */
export type Names = ReadonlyMap<string, string>;

/** @param text digits and name of each number: `0505 SYS_NOT_READY, 0506 SYS_SHUTDOWN` */
export function namesOf(text: string): Names {
  const entries = text.trim().split(/,\s+/);
  return new Map(entries.map((entry) => entry.split(' ') as [digits: string, name: string]));
}
