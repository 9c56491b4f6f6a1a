/** The browser's part of the page, which script/build.ts makes of page/. */

import { readFileSync } from 'node:fs';
import { once } from '../../words/once.ts';

export interface PageAssets {
  /** Runs when the page is opened. */
  readonly script: string;
  /** Runs when somebody plays a recording: asciinema-player. */
  readonly player: string;
  /** Runs on a page that has earlier runs of a scenario: uPlot. */
  readonly chart: string;
  readonly style: string;
}

/** src/report/page is one level deeper than dist/shared. */
const ROOT = new URL(import.meta.url.includes('/src/report/page/') ? '../../../' : '../../', import.meta.url);

/** @throws the error of the file system where dist/ is not whole */
export const pageAssets = once((): PageAssets => {
  const read = (name: string): string => readFileSync(new URL(`dist/page/${name}`, ROOT), 'utf8');
  return {
    script: read('page.js'),
    player: read('player.js'),
    style: read('page-style.css'),
    // Most pages have no history.
    get chart() {
      return read('chart.js');
    },
  };
});
