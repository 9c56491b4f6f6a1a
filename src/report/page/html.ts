/** HTML that is made of templates: what is put into one is escaped, unless it is HTML itself. */

import { forHtml } from '../safe.ts';

/** Text that is HTML: made by {@link html}, or written by tdx-boot itself. */
export class Html {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

type Value = string | number | Html | readonly Html[] | undefined;

/** html`<b>${text}</b>`: `text` is escaped, Html stays as it is, undefined is nothing. */
export function html(parts: TemplateStringsArray, ...values: readonly Value[]): Html {
  return new Html(parts.map((part, index) => part + spelled(values[index])).join(''));
}

function spelled(value: Value): string {
  if (value === undefined) return '';
  if (value instanceof Html) return value.text;
  if (typeof value === 'object') return value.map(({ text }) => text).join('\n');
  return forHtml(String(value));
}
