/** How a text that somebody gave stands in a message. */

/**
 * The text in quotation marks, on one line. Only line breaks are spelled, as `\n` and `\r`: a secret in the text stays as
 * it is, so that the runner of a job, which masks exact values, recognises it.
 */
export function quote(text: string): string {
  return `"${text.replaceAll('\n', '\\n').replaceAll('\r', '\\r')}"`;
}
