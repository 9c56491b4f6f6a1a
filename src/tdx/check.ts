/**
 * Says before a boot what is wrong with the TDX metadata of a firmware image, and which VMM would refuse it.
 */

import type { VmmName } from '../words/words.ts';
import { type ImageRule, type Problem, rangeOf, scratchInImage } from './image-rule.ts';
import { KEY_RULES } from './key-rule.ts';
import { LAYOUT_RULES } from './layout-rules.ts';
import { MetadataError, parseMetadata, type TdvfMetadata, type TdvfSection } from './metadata.ts';
import { SECTION_RULES } from './section-rules.ts';

export interface ImageProblem {
  readonly severity: ImageRule['severity'];
  /** Stable kebab-case id of the rule. */
  readonly rule: string;
  /** Index of the section; absent where the image as a whole is meant. */
  readonly section?: number;
  /** Who refuses the image as a TD, or cannot run it. Empty: it starts, but the specification is broken. */
  readonly refusedBy: ImageRule['refusedBy'];
  readonly message: string;
  readonly reference: string;
}

/** The most problems that one rule reports: a damaged image can hold thousands of sections. */
const MOST_FINDINGS_PER_RULE = 20;

const RULES: readonly ImageRule[] = [...LAYOUT_RULES, ...SECTION_RULES, ...KEY_RULES];

/**
 * All problems, in the order of the rules, then of the sections. An empty list means that the metadata is sound. The
 * code behind it may still fail as a TD: an OVMF.fd of OvmfPkgX64 carries the same metadata as one of IntelTdxX64.
 */
export function checkMetadata(metadata: TdvfMetadata, image: Uint8Array): ImageProblem[] {
  return problemsBy(RULES, metadata, image);
}

/** The problems for which somebody refuses the image. The compressed volumes of the image are not read. */
export function findObstacles(metadata: TdvfMetadata, image: Uint8Array): ImageProblem[] {
  const obstacles = RULES.filter(({ refusedBy }) => refusedBy === 'all' || refusedBy.length > 0);
  return problemsBy(obstacles, metadata, image);
}

function problemsBy(rules: readonly ImageRule[], metadata: TdvfMetadata, image: Uint8Array): ImageProblem[] {
  return rules.flatMap((rule) =>
    firstProblems(rule.find({ metadata, image })).map((problem) => findingOf(rule, problem, metadata)),
  );
}

/** The problems for which `vmm` refuses to start the image as a TD, or cannot run it. */
export function refusals(findings: readonly ImageProblem[], vmm: VmmName): ImageProblem[] {
  return findings.filter(({ refusedBy }) => refusedBy === 'all' || refusedBy.includes(vmm));
}

/**
 * Why QEMU cannot boot the image without a TD; undefined when QEMU can. A plain boot never reads the
 * metadata, but it maps the image read-only (QEMU hw/i386/x86-common.c x86_bios_rom_init): firmware that keeps its
 * stack within the image, as td-shim v0.8.0 does, then hangs without a byte of output or makes QEMU abort (seen with
 * QEMU 7.2, TCG).
 */
export function obstacleWithoutTd(image: Uint8Array): string | undefined {
  const scratch = scratchInImage(sectionsOf(image), image.length);
  if (scratch === undefined) return undefined;
  const where = `section ${scratch.index} (TempMem): ${rangeOf(scratch)}`;
  return `${where} lies in the image, which is read-only without a TD: td-shim boots with platform tdx only`;
}

/** An empty list for firmware without TDX metadata, which a plain boot does not need. */
function sectionsOf(image: Uint8Array): readonly TdvfSection[] {
  try {
    return parseMetadata(image).sections;
  } catch (error) {
    if (error instanceof MetadataError) return [];
    throw error;
  }
}

function findingOf(rule: ImageRule, problem: Problem, metadata: TdvfMetadata): ImageProblem {
  const { id, severity, refusedBy, reference } = rule;
  const shared = { severity, rule: id, refusedBy, reference };
  if (problem.section === undefined) return { ...shared, message: problem.message };
  const name = metadata.sections[problem.section]?.name ?? 'no such section';
  const message = `section ${problem.section} (${name}): ${problem.message}`;
  return { ...shared, section: problem.section, message };
}

function firstProblems(problems: Iterable<Problem>): Problem[] {
  const listed: Problem[] = [];
  for (const problem of problems) {
    if (listed.length === MOST_FINDINGS_PER_RULE) {
      return [...listed, { message: `more than ${MOST_FINDINGS_PER_RULE} sections break this rule` }];
    }
    listed.push(problem);
  }
  return listed;
}
