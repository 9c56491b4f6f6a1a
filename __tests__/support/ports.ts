/** The world of a preparation as fakes: a recorded host, and builds that give a file or refuse. */

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Entry } from '../../src/build/store/store.ts';
import type { Host } from '../../src/host/host.ts';
import type { Ports } from '../../src/prepare/ports.ts';
import type { BuildRequest, TypedStream } from '../../src/scenario/scenario.ts';
import type { Program } from '../../src/vmm/plan.ts';
import { HostError } from '../../src/words/errors.ts';
import { type Recording, recordedHost } from '../host/recorded.ts';

export interface FakePorts extends Ports {
  /** All that was said. */
  readonly notices: readonly string[];
  /** All that was asked to be built. */
  readonly asked: readonly BuildRequest[];
}

export interface Fakes {
  readonly host: Host;
  /** The path of what is built; absent: every build fails, for the last reason that was said. */
  readonly built?: string;
  readonly cancel?: AbortSignal;
  /** The stream into which somebody at a terminal types. */
  readonly typed?: TypedStream | undefined;
}

export function fakePorts(workDir: string, { host, built, cancel, typed }: Fakes): FakePorts {
  const notices: string[] = [];
  const asked: BuildRequest[] = [];
  return {
    host,
    workDir,
    typed,
    notices,
    asked,
    cancel: cancel ?? new AbortController().signal,
    notice: (text) => notices.push(text),
    slots: () => {
      const directory = join(workDir, 'slots');
      mkdirSync(directory, { recursive: true });
      return directory;
    },
    builds: {
      provide: async (request) => {
        asked.push(request);
        if (built === undefined) throw new HostError('not-built', `nothing is built here: ${notices.at(-1)}`);
        const { name: recipe, build } = request;
        // Of the entry only these are looked at.
        const manifest = { key: 'a-key', inputs: { recipe, build }, source: { from: 'a-source' } };
        return { entry: { image: built, manifest } as Entry, from: 'build' };
      },
    },
  };
}

/** A recorded host with these programs in PATH, or the reason why one cannot be used. */
export function hostWith(recording: Recording, programs: readonly (Program | HostError)[]): Host {
  return {
    ...recordedHost(recording),
    program: async (name) => {
      const found = programs.find((program) => program instanceof HostError || program.name === name);
      if (found instanceof HostError) throw found;
      if (found !== undefined) return found;
      throw new HostError('vmm-missing', `${name} is not installed`, { lasting: true });
    },
  };
}
