/** Checks what the user says of a firmware to build. The words are the same in a scenario, an input and an option. */

import { resolve } from 'node:path';
import { given } from '../words/given.ts';
import type { BuildType, PinSet, RecipeName } from '../words/words.ts';
import type { BuildRequest } from './scenario.ts';

export interface RequestText {
  readonly name: RecipeName;
  readonly build?: BuildType | undefined;
  readonly pins?: PinSet | undefined;
  readonly ref?: string | undefined;
  readonly repository?: string | undefined;
  readonly defines?: readonly string[] | undefined;
}

interface RequestProblem {
  readonly key: 'ref' | 'repository' | 'defines';
  readonly message: string;
}

/** URL schemes that git may fetch from. Others are refused: `ext::` would run a command. */
const URL = /^(https?|ssh|git|file):\/\/./;
/** user@host:path, which git reads as ssh. */
const SCP = /^[\w.-]+@[\w.-]+:./;
/** What git-check-ref-format(1) allows, in ASCII; the first character keeps a ref from being an option. */
export const REF = /^(?![-./])(?!.*(\.\.|\/\/|@\{))[\w./@+-]+(?<![./])$/;
/** edk2's `build -D`. */
const DEFINE = /^[A-Za-z_]\w*=[\w./:+-]*$/;
/** A cargo feature of td-shim or Cloud Hypervisor. */
const FEATURE = /^[a-z][\w-]*$/;

/**
 * @param base the directory to which a local directory is relative
 * @returns the request with final values, and its problems
 */
export function parseRequest(
  { name, build = 'release', pins, ref, repository, defines = [] }: RequestText,
  base: string,
): { readonly request: BuildRequest; readonly problems: readonly RequestProblem[] } {
  const problems: RequestProblem[] = [];
  if (ref !== undefined && !REF.test(ref)) {
    problems.push({ key: 'ref', message: `"${ref}" is not a tag, a branch or a commit` });
  }
  if (ref !== undefined && pins !== undefined) {
    problems.push({
      key: 'ref',
      message: `"${ref}" already says what "pins: ${pins}" would: give one of them`,
    });
  }
  if (repository !== undefined && /^\w*::/.test(repository)) {
    problems.push({ key: 'repository', message: `"${repository}" is not a git URL or a directory` });
  }
  const [pattern, example] =
    name === 'tdvf'
      ? [DEFINE, 'a build define such as SECURE_BOOT_ENABLE=TRUE']
      : [FEATURE, 'a cargo feature'];
  for (const define of defines.filter((text) => !pattern.test(text))) {
    problems.push({ key: 'defines', message: `"${define}" is not ${example}` });
  }
  const remote = repository === undefined || URL.test(repository) || SCP.test(repository);
  const source = remote ? repository : resolve(base, repository);
  const request = { name, build, ...given({ pins, ref, repository: source }), defines };
  return { request, problems };
}
