/** The text of docs/compatibility.md, written from the table and from the rules of the lint. */

import { type Conditions, type Row, VERDICTS } from '../src/compat/combination.ts';
import { ROWS } from '../src/compat/table.ts';
import { describeRange } from '../src/compat/version.ts';
import { RULES } from '../src/lint/lint.ts';

const HEAD = `# What boots where

This page is written from the table in \`src/compat/\` by \`npm run build\`; a test compares the two. The same rows decide
\`vmm: auto\`, are the errors of \`tdx-boot validate\`, stop a boot that is known to fail, and are printed by
\`tdx-boot explain\`.

No row was tried on TDX hardware by this project. "How sure" says what a row rests on. A Trust Domain that no row covers
is booted with a notice; an ordinary VM that no row covers is booted.

The words for the host are those of KVM's interface, not of a distribution:

- \`intel-2022\`: Intel's tree kvm-upstream-2022.08.07-v5.19-rc8, which Cloud Hypervisor v30.0 to v52.0 speak.
- \`intel-canonical\`: the later out-of-tree series, as in Canonical's 6.8 kernels with \`-intel\` in their names.
- \`upstream\`: Linux 6.16 and later, and kernels with the same code.
- \`none\`: this KVM makes no Trust Domains.

Of two rows that hold, the worse decides. "not-offered" means that the VMM lacks something that the scenario asks for, and
would boot another guest. A row that holds on every host is an error of \`validate\`, with the file, line and column of the
value that it is about.
`;

const LIMITS = `## What is checked before the boot

\`validate\`, \`run\`, \`explain\` and the action check every scenario against the rows above and against these documented
limits. An error is refused before anything starts; a warning is shown.

| rule | severity | limit | reference |
| ---- | -------- | ----- | ------ |
`;

export function compatibilityPage(): string {
  const verdicts = VERDICTS.filter((verdict) => ROWS.some((row) => row.verdict === verdict));
  const sections = verdicts.map((verdict) => {
    const rows = ROWS.filter((row) => row.verdict === verdict);
    return `## ${verdict}\n\n${rows.map(describe).join('\n')}`;
  });
  const limits = RULES.map(
    ({ id, severity, explanation, reference }) => `| ${[id, severity, explanation, reference].join(' | ')} |`,
  );
  return `${HEAD}\n${sections.join('\n')}\n${LIMITS}${limits.join('\n')}\n`;
}

function describe({ id, when, reason, reference, certainty, advice }: Row): string {
  const lines = [
    `### ${id}`,
    '',
    `${conditions(when)}.`,
    '',
    `Why: ${reason}.`,
    '',
    ...(advice === undefined ? [] : [`Instead: ${advice}`, '']),
    `How sure: ${certainty} (${reference}).`,
    '',
  ];
  return lines.join('\n');
}

/** What a row asks for, as one sentence. */
function conditions(when: Conditions): string {
  const {
    vmm,
    vmmVersion,
    vmmReleased,
    vmmTdx,
    firmware,
    firmwareRelease,
    firmwareBuild,
    firmwareDefine,
    payload,
    host,
    cpus,
    guestKernel,
    needs,
  } = when;
  const version = vmmVersion === undefined ? '' : ` ${describeRange(vmmVersion)}`;
  const released = vmmReleased === undefined ? '' : vmmReleased ? ', a release' : ', between releases';
  const built = vmmTdx === undefined ? '' : vmmTdx ? ', built with TDX' : ', built without TDX';
  const parts = [
    `Platform ${when.platforms.join(' or ')}`,
    vmm === undefined ? 'any VMM' : `${vmm}${version}${released}${built}`,
    ...(firmware === undefined
      ? []
      : [firmware.join() === 'none' ? 'no firmware' : `firmware ${firmware.join(' or ')}`]),
    ...(firmwareRelease === undefined ? [] : [`of a release ${describeRange(firmwareRelease)}`]),
    ...(firmwareBuild === undefined ? [] : [`a ${firmwareBuild} build`]),
    ...(firmwareDefine === undefined ? [] : [`built with ${firmwareDefine}`]),
    ...(payload === undefined ? [] : [`payload ${payload.join(' or ')}`]),
    ...(host === undefined ? [] : [`host ${host.join(' or ')}`]),
    ...(cpus === undefined ? [] : [`${cpus} or more CPUs`]),
    ...(needs === undefined ? [] : [`with ${needs.join(' or ')}`]),
    ...(guestKernel === undefined ? [] : [`guest kernel ${describeRange(guestKernel)}`]),
  ];
  return parts.join('; ');
}
