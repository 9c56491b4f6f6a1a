/** Puts texts of users and programs into messages. */

/**
 * The text in quotation marks, on one line. Only line breaks are spelled, as `\n` and `\r`: a secret in the text stays as
 * it is, so that the runner of a job, which masks exact values, recognises it.
 */
export function quote(text: string): string {
  return `"${text.replaceAll('\n', '\\n').replaceAll('\r', '\\r')}"`;
}

/**
 * The text, or a remark in its place when the text is too long to be shown. A text that is cut could end in the first
 * half of a secret, which the runner would not recognise.
 * @param limit UTF-16 units
 */
export function wholeOrNothing(text: string, limit: number): string {
  return text.length <= limit ? text : `(${text.length} characters, too long to be shown here)`;
}

/**
 * The lines as one text, without those that have no room, and then with `rest` as its last line. For the reason above no line is cut.
 * @param limit UTF-16 units
 */
export function wholeLines(lines: readonly string[], limit: number, rest: string): string {
  const all = lines.join('\n');
  if (all.length <= limit) return all;
  let left = limit - rest.length;
  const shown = lines.filter((line) => {
    const fits = line.length < left;
    if (fits) left -= line.length + 1;
    return fits;
  });
  return [...shown, rest].join('\n');
}
