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
