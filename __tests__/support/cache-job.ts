/** A job of a workflow as the shared cache sees it: its environment, a cache service, and what is left of its calls. */

import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@jest/globals';
import { actionsCache } from '../../src/action/cache.ts';
import type { RemoteCache } from '../../src/build/store/remote.ts';
import { FakeCacheService } from './cache-server.ts';
import { type FoundProcess, kill, processesOf } from './processes.ts';

export const KEY = 'tdvf-release-0123456789abcdef-aaaaaaaaaaaaaaaa';
export const PREFIX = 'tdvf-release-0123456789abcdef-';

/** Bytes that no compressor makes smaller, the same in every run. */
export const IMAGE = Buffer.alloc(300_000);
for (let i = 0, state = 1; i < IMAGE.length; i++) {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  IMAGE[i] = state >>> 24;
}

export class CacheJob {
  readonly directory = mkdtempSync(join(tmpdir(), 'tdx-boot-cache-test-'));
  readonly notices: string[] = [];
  readonly service: FakeCacheService;
  readonly #environment = { ...process.env };

  private constructor(service: FakeCacheService) {
    this.service = service;
    for (const name of Object.keys(process.env))
      if (/^(ACTIONS|GITHUB|RUNNER)_/.test(name)) delete process.env[name];
    Object.assign(process.env, service.environment, { LC_ALL: 'C.UTF-8' });
    this.moveTo('machine-a');
  }

  static async start(): Promise<CacheJob> {
    return new CacheJob(await FakeCacheService.start());
  }

  close(): void {
    this.service.stop();
    for (const { pid } of this.processes) kill(pid, 'SIGKILL');
    for (const name of Object.keys(process.env)) delete process.env[name];
    Object.assign(process.env, this.#environment);
    rmSync(this.directory, { recursive: true, force: true });
  }

  /** Sets what differs from machine to machine: where the runner keeps its things. */
  moveTo(machine: string): void {
    const home = join(this.directory, machine);
    const temp = join(home, '_temp');
    mkdirSync(temp, { recursive: true });
    Object.assign(process.env, { HOME: home, GITHUB_WORKSPACE: join(home, 'work'), RUNNER_TEMP: temp });
  }

  get cache(): RemoteCache {
    const found = actionsCache({
      listener: (event) => {
        if (event.type === 'notice') this.notices.push(event.text);
      },
    });
    if (found === undefined) throw new Error('there is a cache service');
    return found;
  }

  /** A directory as the store keeps one. */
  entry(): string {
    const path = mkdtempSync(join(this.directory, 'entry-'));
    writeFileSync(join(path, 'OVMF.fd'), IMAGE);
    writeFileSync(join(path, 'manifest.json'), '{}');
    return path;
  }

  empty(): string {
    return mkdtempSync(join(this.directory, 'empty-'));
  }

  /** Processes of this job's calls. */
  get processes(): FoundProcess[] {
    return processesOf(this.directory).filter(({ pid }) => pid !== process.pid);
  }

  /** Neither a file nor a process of a call remains. */
  expectNothingLeft(): void {
    expect(readdirSync(process.env.RUNNER_TEMP ?? '')).toEqual([]);
    expect(this.processes).toEqual([]);
  }
}
