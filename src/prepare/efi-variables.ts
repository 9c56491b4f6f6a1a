/** EFI variables in files beside the firmware image: of `measure --variables`, and of a scenario's `efi-variables`. */

import { type Dirent, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { inFile, readBounded, readFrom } from '../process/bounded-file.ts';
import {
  type GivenVariables,
  isMeasuredVariable,
  joinVariables,
  readVariableFile,
} from '../tdx/variable-files.ts';
import { codeOf, UsageError } from '../words/errors.ts';

const BOUNDS = { what: 'the variables', most: 64 * 1024 * 1024 } as const;
/** As in `db=keys.esl`. */
const NAMED = /^([A-Za-z][A-Za-z0-9]*)=(.+)$/s;
/** A file of efivarfs begins with the name of its variable. */
const NAME = /^[A-Za-z0-9]+(?=-)/;

/**
 * @param given each a file, `NAME=FILE`, or a directory with a copy of files of efivarfs
 * @param owner GUID of who has enrolled certificates that stand alone in their files
 * @throws UsageError code `no-file`, `no-variables` or `bad-variables`, with the file
 */
export function readVariables(
  given: readonly string[] | undefined,
  owner?: string,
): GivenVariables | undefined {
  if (given === undefined) return undefined;
  const files = given.flatMap((one): Named[] => {
    const [, variable, path] = NAMED.exec(one) ?? [];
    if (variable !== undefined && path !== undefined) return [{ variable, path }];
    return filesOf(one).map((file) => ({ path: file, variable: undefined }));
  });
  return joinVariables(
    files.map(({ path, variable }) => {
      const bytes = readBounded(path, BOUNDS);
      return inFile(path, () => readVariableFile({ file: basename(path), variable, bytes, owner }));
    }),
  );
}

interface Named {
  readonly path: string;
  readonly variable: string | undefined;
}

/** The file itself, or what a directory has of the variables that are measured. */
function filesOf(path: string): string[] {
  const entries = readFrom(path, BOUNDS.what, listed);
  if (entries === undefined) return [path];
  const names = entries
    .filter((entry) => entry.isFile() && isMeasuredVariable(NAME.exec(entry.name)?.[0] ?? ''))
    .map(({ name }) => name);
  if (names.length > 0) return names.toSorted().map((name) => join(path, name));
  throw new UsageError('no-variables', 'the directory has no variable that is measured', {
    where: path,
    hint: 'Give a copy of /sys/firmware/efi/efivars, or single files as NAME=FILE.',
  });
}

/** Undefined for what is no directory. */
function listed(path: string): Dirent[] | undefined {
  try {
    return readdirSync(path, { withFileTypes: true });
  } catch (error) {
    if (codeOf(error) === 'ENOTDIR') return undefined;
    throw error;
  }
}
