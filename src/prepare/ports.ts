/** All that a preparation asks of the world. Tests put fakes in its place. */

import { locateFirmware, type Provided, type ProvideOptions, provideFirmware } from '../build/provide.ts';
import type { Host } from '../host/host.ts';
import type { FirmwareRequest } from '../scenario/scenario.ts';

export interface Ports {
  readonly host: Host;
  readonly builds: Builds;
  /** The directory in which the Trust Domains of the host are counted, as `slotsDirectory` gives it. */
  slots(): string;
  /** Says what the reader should know before the guest is started. */
  notice(text: string): void;
  /** Aborting ends every wait and every build. The reason becomes the message of the verdict. */
  readonly cancel: AbortSignal;
  /** A private directory for the files of this run. The caller removes it. */
  readonly workDir: string;
}

/** What is built from source, and the store that keeps it. */
export interface Builds {
  /** @throws HostError of the source, the toolchain, the build or the store */
  provide(request: FirmwareRequest): Promise<Provided>;
}

/** Builds that are kept in a store, and perhaps in a cache that hosts share. */
export function storeBuilds(options: ProvideOptions): Builds & Located {
  return {
    provide: (request) => provideFirmware(request, options),
    locate: (request) => locateFirmware(request, options),
  };
}

export interface Located {
  /** Builds nothing: gives the path of an image, and the command that builds it where it is missing. */
  locate(request: FirmwareRequest): Promise<{ readonly image: string; readonly command?: string }>;
}
