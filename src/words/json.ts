/** JSON that somebody else wrote: it may be anything, or no JSON. */

/** A copy of an object (or of an array, with its indices as keys); undefined for a value that is neither. */
export function asRecord(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return typeof value === 'object' && value !== null ? { ...value } : undefined;
}

/** What the text says; undefined for a text that is no JSON. */
export function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
