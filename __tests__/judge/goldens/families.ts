/** Real lines of families: one for each cause that a row tells apart, read from `families/*.txt`. */

import { readdirSync, readFileSync } from 'node:fs';
import type { LineOrigin } from '../../../src/judge/signature.ts';
import { LOG_ORIGINS } from '../../../src/words/words.ts';
import type { Golden } from './golden.ts';

const FOLDER = new URL('families/', import.meta.url);

export const FAMILIES: readonly Golden[] = readdirSync(FOLDER)
  .sort()
  .flatMap((name) => parse(readFileSync(new URL(name, FOLDER), 'utf8'), name));

/** A heading names stream and source: `## vmm: QEMU 10.1 …`; a golden is `id: title` and, indented by four spaces, its line. */
function parse(text: string, name: string): Golden[] {
  const goldens: Golden[] = [];
  let heading: { readonly stream: LineOrigin; readonly source: string } | undefined;
  let row: { readonly id: string; readonly title: string } | undefined;
  for (const line of text.split('\n')) {
    if (line === '') continue;
    if (line.startsWith('## ')) {
      const [stream = '', source = ''] = split(line.slice(3));
      const origin = LOG_ORIGINS.find((known) => known === stream);
      if (origin === undefined || origin === 'mixed') throw new Error(`${name}: no such stream: ${line}`);
      heading = { stream: origin, source };
    } else if (line.startsWith('    ')) {
      if (heading === undefined || row === undefined)
        throw new Error(`${name}: a line without its row: ${line}`);
      goldens.push({ ...row, ...heading, line: line.slice(4) });
    } else {
      const [id = '', title = ''] = split(line);
      row = { id, title };
    }
  }
  return goldens;
}

function split(text: string): readonly string[] {
  const at = text.indexOf(': ');
  return [text.slice(0, at), text.slice(at + 2)];
}
