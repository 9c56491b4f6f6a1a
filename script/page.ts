/** Bundles page/, the browser's part of report.html: its script, the player, the chart, its style. */

import { join } from 'node:path';
import { build, type Metafile } from 'esbuild';

/** @returns what esbuild says of the build, for the licences */
export async function buildPage(root: string, outdir: string): Promise<Metafile> {
  const { metafile } = await build({
    absWorkingDir: root,
    outdir,
    entryPoints: {
      page: 'page/main.ts',
      player: 'page/player.ts',
      chart: 'page/chart.ts',
      'page-style': 'page/style.css',
    },
    bundle: true,
    minify: true,
    format: 'iife',
    platform: 'browser',
    target: ['chrome109', 'firefox115', 'safari16.4'],
    charset: 'ascii',
    metafile: true,
    tsconfig: join(root, 'page/tsconfig.json'),
  });
  return metafile;
}
