/** Makes the second start faster: Node keeps the compiled code of our bundles in the user's cache directory. */

import module from 'node:module';
import { homedir } from 'node:os';
import { join } from 'node:path';

/**
 * To be called before anything large is imported. Node 20 has no such cache. The directory is the user's own and not
 * Node's default below /tmp, where another user of the machine could leave code for us to run.
 */
export function useCompileCache(): void {
  const enable: unknown = Reflect.get(module, 'enableCompileCache');
  if (typeof enable !== 'function') return;
  const cache = process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache');
  enable.call(module, join(cache, 'tdx-boot', 'compiled'));
}
