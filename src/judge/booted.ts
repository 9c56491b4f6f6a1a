/** What was booted: the VMM, the files with their digests, the firmware. Recorded, so that a result can say it anywhere. */

import * as z from 'zod';
import { once } from '../words/once.ts';
import { BUILDS, RECIPE_NAMES, VMMS } from '../words/words.ts';

const sha256 = () => z.string().regex(/^[0-9a-f]{64}$/);
const sha384 = () => z.string().regex(/^[0-9a-f]{96}$/);

/** Made when what was booted is read: most commands read none. */
export const bootedSchema = once(() => {
  const file = z.strictObject({
    role: z.enum(['kernel', 'initrd', 'firmware', 'firmware-vars', 'disk']),
    path: z.string().describe('On the host that booted it'),
    bytes: z.int().nonnegative(),
    sha256: sha256()
      .nullable()
      .describe(
        'Read while the guest ran; null: the file is too large for that or has changed, or the run was cancelled',
      ),
  });

  const firmware = z.strictObject({
    recipe: z.enum(RECIPE_NAMES),
    build: z.enum(BUILDS),
    from: z.string().describe('URL or directory of the source'),
    ref: z.string().nullable().describe('As the scenario names it; null: the pin'),
    commit: z.string().nullable(),
    key: z.string().describe('Name of the image in the store and in caches'),
  });

  return z.strictObject({
    vmm: z.strictObject({ name: z.enum(VMMS), version: z.string().nullable(), path: z.string() }),
    cpus: z.int().positive(),
    memory: z.int().positive().describe('Bytes'),
    files: z.array(file),
    firmware: firmware.nullable().describe('How it was built; null: it is a file of the user or of the VMM'),
    mrtd: sha384()
      .nullable()
      .describe(
        'MRTD of a Trust Domain that this VMM starts with the firmware; null: no Trust Domain, or not computed',
      ),
    command: z
      .array(z.array(z.string()))
      .describe('The commands that boot the same guest from a shell, each with its streams in files'),
  });
});

/** Facts of the host that are known when the VMM is started. */
export type Booted = Readonly<z.infer<ReturnType<typeof bootedSchema>>>;
export type BootedFile = Booted['files'][number];

/** SHA-256 of each of the files, in their order; null: not known. */
export const digestsSchema = once(() => z.array(sha256().nullable()));
export type Digests = Readonly<z.infer<ReturnType<typeof digestsSchema>>>;

/** The facts with the digests, which come later: a boot does not wait until its disks have been read. */
export function withDigests(booted: Booted, digests: Digests): Booted {
  const files = booted.files.map((file, index) => ({ ...file, sha256: digests[index] ?? file.sha256 }));
  return { ...booted, files };
}
