/** How much of a guest's text is kept: a guest that floods its console must not fill our memory or the result. */

/** Characters of a line that a finding, a report or a step quotes. The recording has all. */
export const QUOTED_CHARACTERS = 1000;

/** The text, cut to {@link QUOTED_CHARACTERS}. What is cut keeps nothing of the long text in memory. */
export function clip(text: string): string {
  if (text.length <= QUOTED_CHARACTERS) return text;
  // V8 makes a slice a view of the whole text; a copy frees the rest.
  return `${Buffer.from(text.slice(0, QUOTED_CHARACTERS), 'utf16le').toString('utf16le')}…`;
}
