/** MRTD of an image, and the replay and the checks of an event log, next to a peer on the same files in the same rounds. */

import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildImage, EDK2, memory, TYPE, volume } from '../__tests__/tdx/image-builder.ts';
import { action, buildLog } from '../__tests__/tdx/log-builder.ts';
import { buildCfv, GLOBAL } from '../__tests__/tdx/variable-builder.ts';
import { checkEvents } from '../src/tdx/event-check.ts';
import { parseEventLog, replayLog } from '../src/tdx/event-log.ts';
import { parseMetadata } from '../src/tdx/metadata.ts';
import { computeMrtd, LAUNCH_METHOD } from '../src/tdx/mrtd.ts';
import { possibleMrtds, possibleRtmrs } from '../src/tdx/possible-values.ts';
import { type Benchmark, type Figure, interleave, median } from './figure.ts';

const ROUNDS = 15;
const MIB = 1024 * 1024;

/**
 * The peer's command that prints MRTD of the metadata file given as its last argument, such as
 * `tdx-measure --platform-only --exclude-acpi-tables-rtmr0 --json` of fortanix/tdx-measure. Its time is that of a whole process.
 */
const PEER = process.env.TDX_BOOT_BENCH_TDX_MEASURE?.split(' ');

export const measure: Benchmark = {
  name: 'measure',
  async run(report) {
    const directory = mkdtempSync(join(tmpdir(), 'tdx-boot-bench-'));
    try {
      const image = firmware();
      const log = eventLog();
      const hostile = hostileFirmware();
      const peer = PEER === undefined ? undefined : peerOn(PEER, directory, image);
      const times = await interleave(ROUNDS, {
        mrtd: () => computeMrtd(image, parseMetadata(image), LAUNCH_METHOD),
        // As `measure log` does.
        replay: () => {
          const parsed = parseEventLog(log);
          return [replayLog(parsed), checkEvents(parsed.events)];
        },
        hostile: () => {
          const known = { image: hostile, metadata: parseMetadata(hostile), memory: 1n << 31n };
          return [possibleMrtds(known), possibleRtmrs(known)];
        },
        ...(peer === undefined ? {} : { peer }),
      });
      const ratio = peer === undefined ? {} : compared(times, 'mrtd', PEER?.[0] ?? 'peer');
      const figure = (name: string, title: string, target: number): Figure => ({
        ...{
          name: title,
          value: median(times[name] ?? []),
          unit: 'ms',
          target: { is: 'at most', value: target },
        },
        note: `worst ${Math.max(...(times[name] ?? [])).toFixed(0)} ms, ${ROUNDS} rounds`,
      });
      report({ ...figure('mrtd', 'MRTD of a 4 MiB image', 10), ...ratio });
      report(figure('replay', `event log of 1 MiB, ${parseEventLog(log).events.length} events`, 50));
      report(figure('hostile', 'a 16 MiB image with 9,000 keys', 2000));
      if (peer !== undefined) {
        report({ name: 'peer: MRTD and RTMR0, a process', value: median(times.peer ?? []), unit: 'ms' });
      }
    } finally {
      rmSync(directory, { recursive: true });
    }
  },
};

/** The layout of the pinned TDVF, with bytes that no hash could skip. */
function firmware(): Uint8Array {
  const image = buildImage(EDK2);
  for (let at = 0; at < 0x3ff000; at++) image[at] = (at * 2654435761) >>> 24;
  return image;
}

/** The costliest image of the tests that is measured at all (hostile-cost.test.ts). */
function hostileFirmware(): Uint8Array {
  const sections = [
    volume(TYPE.BFV, 4 * MIB, 12 * MIB, 0xff400000),
    volume(TYPE.CFV, 0, 4 * MIB, 0xff000000),
    memory(TYPE.TempMem, 0x810000, 0x10000),
    memory(TYPE.TD_HOB, 0x809000, 0x2000),
  ];
  const image = buildImage({ size: 16 * MIB, descriptor: 16 * MIB - 0xa00, sections });
  const keys = Array.from({ length: 9000 }, () => ({ guid: GLOBAL, name: 'PK', data: Buffer.alloc(1) }));
  image.set(buildCfv(keys, 4 * MIB));
  return image;
}

/** As many events as fit, each as long as one of GRUB's. */
function eventLog(): Buffer {
  const one = buildLog({ events: [action(3, text(0))] }).length - buildLog({ events: [] }).length;
  return buildLog({
    events: Array.from({ length: Math.floor(MIB / one) }, (_, index) => action(1 + (index % 4), text(index))),
  });
}

function text(index: number): string {
  return `grub_cmd: search --no-floppy --fs-uuid --set=root ${String(index).padStart(8, '0')}`;
}

/** The peer reads its inputs from files. */
function peerOn(
  [program = '', ...args]: readonly string[],
  directory: string,
  image: Uint8Array,
): () => unknown {
  const bios = join(directory, 'OVMF.fd');
  const tables = join(directory, 'acpi.bin');
  const metadata = join(directory, 'metadata.json');
  writeFileSync(bios, image);
  writeFileSync(tables, '');
  const direct = { kernel: '/dev/null', initrd: '/dev/null', cmdline: '' };
  writeFileSync(
    metadata,
    JSON.stringify({ boot_config: { cpus: 1, memory: '2G', bios, acpi_tables: tables }, direct }),
  );
  return () => execFileSync(program, [...args, metadata], { stdio: 'pipe' });
}

function compared(
  times: Readonly<Record<string, readonly number[]>>,
  name: string,
  to: string,
): Pick<Figure, 'ratio'> {
  return { ratio: { value: median(times[name] ?? []) / median(times.peer ?? []), to } };
}
