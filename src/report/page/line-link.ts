/** How a link of the page names a line of the console: `#serial:322`, or `#2/serial:322` in a page of several runs. */

import { type Html, html } from './html.ts';

export type LineLink = (stream: string | null, line: number | null) => Html;

export function lineLink(prefix: string): LineLink {
  return (stream, line) =>
    stream === null || line === null
      ? html``
      : html`<a class="line" href="#${prefix}${stream}:${line}">${stream}:${line}</a>`;
}
