/** Everything that a preparation asks of the world. Tests use fakes instead. */

import type { Provided, ProvideOptions } from '../build/provide.ts';
import type { Host } from '../host/host.ts';
import type { BuildRequest, TypedStream } from '../scenario/scenario.ts';

export interface Ports {
  readonly host: Host;
  readonly builds: Builds;
  /** The directory in which the Trust Domains of the host are counted, as `slotsDirectory` gives it. */
  slots(): string;
  /** Tells the reader something before the guest is started. */
  notice(text: string): void;
  /** Aborting ends every wait and every build. The reason becomes the message of the verdict. */
  readonly cancel: AbortSignal;
  /** A private directory for the files of this run. The caller removes it. */
  readonly workDir: string;
  /** Whether QEMU's gdb stub listens. */
  readonly gdb?: true | undefined;
  /** The stream into which somebody at a terminal types. What the scenario types into comes first. */
  readonly typed?: TypedStream | undefined;
}

/** What is built from source, and the store that keeps it. */
export interface Builds {
  /** @throws HostError of the source, the toolchain, the build or the store */
  provide(request: BuildRequest): Promise<Provided>;
}

/** Builds that are kept in a store, and perhaps in a cache that hosts share. */
export function storeBuilds(options: ProvideOptions): Builds & Located {
  // Most runs build nothing, and the recipes take a while to load.
  const load = () => import('../build/provide.ts');
  return {
    provide: async (request) => (await load()).provideBuild(request, options),
    locate: async (request) => (await load()).locateBuild(request, options),
  };
}

export interface Located {
  /** Builds nothing: gives the path of an image, and the command that builds it where it is missing. */
  locate(request: BuildRequest): Promise<{ readonly image: string; readonly command?: string }>;
}
