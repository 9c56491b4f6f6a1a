/** The version of tdx-boot. */

import { readFileSync } from 'node:fs';

/** As in package.json, which is two levels up from src/process and from dist/shared alike. */
export function packageVersion(): string {
  const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}
