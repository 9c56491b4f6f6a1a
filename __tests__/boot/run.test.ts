/** The one order of a run, whatever entry starts it: lint, results, builds, boot. */

import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { Outcome } from '../../src/boot/boot.ts';
import { run } from '../../src/boot/run.ts';
import { Store } from '../../src/build/store/store.ts';
import { parseScenario } from '../../src/scenario/load.ts';
import { bzImage } from '../support/bz-image.ts';
import { hostWith } from '../support/ports.ts';
import { scratchDirectory } from '../support/scratch.ts';

const dir = scratchDirectory('run');
writeFileSync(join(dir, 'bzImage'), bzImage('6.12.0'));
writeFileSync(join(dir, 'initrd'), '070701, a cpio archive');
writeFileSync(join(dir, 'disk.img'), 'a disk');

/** Runs on a host without a VMM; says in which order the entry was called. */
async function ran(
  text: string,
): Promise<{ order: string[]; outcome?: Outcome | undefined; error?: unknown }> {
  const order: string[] = [];
  let workDir = '';
  const loaded = parseScenario('boot.yml', `version: 1\n${text}`, dir);
  try {
    const { value: outcome } = await run(
      loaded,
      {
        warn: ({ rule }) => order.push(`warn ${rule}`),
        begin: ({ scenario }, session) => {
          order.push(`begin ${scenario.name}`);
          ({ workDir } = session);
          return {
            build: async (body) => {
              order.push('build');
              const listener = () => undefined;
              const prepared = await body({ store: new Store(join(dir, 'store'), { listener }), listener });
              order.push('built');
              return prepared;
            },
            consumers: [{ name: 'a test', on: ({ type }) => void order.push(type) }],
          };
        },
      },
      hostWith({}, []),
    );
    return { order, outcome };
  } catch (error) {
    return { order, error };
  } finally {
    expect(existsSync(workDir)).toBe(false);
  }
}

describe('a run', () => {
  test('warns, begins, builds and boots; what the host lacks is its verdict', async () => {
    const text = 'platform: kvm\nguest: {kernel: bzImage, initrd: initrd}\nsteps: [{expect: x}]\n';
    const { order, outcome } = await ran(text);
    expect(order).toEqual(['warn no-console', 'begin boot', 'build', 'built', 'abort', 'finding', 'verdict']);
    expect(outcome).toMatchObject({
      verdict: { verdict: 'errored', reason: expect.stringContaining('qemu is not installed') },
      refused: { code: 'vmm-missing', lasting: true },
    });
  });

  test('begins nothing for a scenario that its lint refuses', async () => {
    const { order, error } = await ran(
      'platform: kvm\nvmm: cloud-hypervisor\nguest: {disks: [{path: disk.img, bus: nvme}]}\nsteps: [{expect: x}]\n',
    );
    expect([order, String(error)]).toEqual([
      [],
      expect.stringContaining('boot.yml:4:39: the disks of Cloud Hyper'),
    ]);
  });

  test('begins nothing for a scenario that only judges logs', async () => {
    const { order, error } = await ran('steps: [{expect: x}]\n');
    expect([order, error]).toEqual([[], expect.objectContaining({ code: 'no-guest' })]);
  });
});
