/** Makes the second start faster: Node keeps the compiled code of our bundles in the user's cache directory. */

import module from 'node:module';
import { placeOf } from './process/places.ts';

/**
 * Has to be called before anything large is imported. Node 20 has no such cache. The directory belongs to the user,
 * because Node's default is below /tmp, where another user of the machine could leave code for us to run.
 */
export function useCompileCache(): void {
  const enable: unknown = Reflect.get(module, 'enableCompileCache');
  if (typeof enable !== 'function') return;
  try {
    enable.call(module, placeOf('compiled-code'));
  } catch {
    // A user without a home directory has no such cache. The start takes a little longer.
  }
}
