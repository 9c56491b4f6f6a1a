/** The command line that an error quotes: its options name all that a guest is to have, and not what failed. */

const OPTION = String.raw`-\S*[^\s:](?: (?:[^-\s:]|[^-\s]\S*[^\s:])(?= |$))*`;
/** Four options or more after a path, each with its values. */
const OPTIONS = new RegExp(String.raw` (?=-)(?<=/[\w.+-]+ )${OPTION}(?: ${OPTION}){3,}`);

/** @param text a complaint; of a command line in it the path of the program stays */
export function withoutOptions(text: string): string {
  return text.replace(OPTIONS, ' …');
}
