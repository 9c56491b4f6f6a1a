/** What the response codes of a TPM mean for a guest, whatever program prints them. */

import { ofAnyArgument } from '../numbers/tpm.ts';
import type { Cause, Saying } from '../signature.ts';

type Coded = Pick<Cause, 'id' | 'hint'> & {
  readonly title: string;
  readonly codes: readonly number[];
  /** As Tss2_RC_Decode() words them: tpm2-tss src/tss2-rc/tss2_rc.c (189eb6a1). */
  readonly words?: readonly string[];
};

const POLICY_HINT =
  'Firmware, boot loader, kernel, command line or initrd have changed since: compare the PCRs (systemd-analyze pcrs, tpm2_pcrread), and seal the secret again.';

const CAUSES: readonly Coded[] = [
  {
    id: 'no-object',
    codes: ofAnyArgument(0x0b),
    words: ['the handle is not correct for the use'],
    title: 'The TPM has no such key or NV index',
    hint: 'tpm2_getcap handles-persistent and handles-nv-index list what it has. The index that holds an attestation report exists in the vTPM of a confidential VM only; a key has to be made first.',
  },
  {
    id: 'nv-unwritten',
    codes: [0x14a],
    words: ['an NV Index is used before being initialized'],
    title: 'The NV index of the TPM was never written',
    hint: 'Whoever owns it writes it first: in the vTPM of a cloud a report is written after something was written to the index for the user’s data.',
  },
  {
    id: 'nv-access',
    codes: [0x148, 0x149, 0x146],
    words: ['NV offset+size is out of range', 'NV access locked', 'NV access authorization fails'],
    title: 'The program may not read or write the NV index of the TPM like this',
    hint: 'tpm2_nvreadpublic shows who may, and the size of the index.',
  },
  {
    id: 'policy',
    codes: [...ofAnyArgument(0x1d), 0x126, 0x127, 0x128],
    words: [
      'a policy check failed',
      'PCR check fail',
      'PCR have changed since checked',
      'policy failure in math operation',
    ],
    title: 'The registers (PCRs) of the TPM are not those for which the secret was sealed',
    hint: POLICY_HINT,
  },
  {
    id: 'authorisation',
    codes: [...ofAnyArgument(0x0e), ...ofAnyArgument(0x22), 0x921, 0x12f],
    words: [
      'the authorization HMAC check failed',
      'authorization failure without DA implications',
      'the TPM is in DA lockout mode',
      'authValue or authPolicy is not available',
    ],
    title: 'The TPM refuses the authorisation',
    hint: 'The PIN, password or owner’s authorisation is wrong, or the TPM is locked after too many tries: tpm2_dictionarylockout.',
  },
  {
    id: 'integrity',
    codes: ofAnyArgument(0x1f),
    words: ['integrity check failed'],
    title: 'The sealed secret or key is of another TPM',
    hint: 'A new vTPM has other seeds: a guest that was copied, or whose vTPM was made anew, has to seal its secrets again.',
  },
  {
    id: 'full',
    codes: [0x901, 0x902, 0x903, 0x904, 0x905, 0x906],
    words: [
      'out of memory for object contexts',
      'out of memory for session contexts',
      'out of shared objectsession memory',
      'out of session handles',
      'out of object handles',
    ],
    title: 'The TPM has no room left for keys or sessions',
    hint: 'Use /dev/tpmrm0 instead of /dev/tpm0, or flush what is loaded: tpm2_flushcontext -t -l -s.',
  },
  {
    id: 'not-ready',
    codes: [0x100, 0x101, 0x153, 0x90a, 0x922, 0x923],
    words: ['TPM not initialized by TPM2_Startup', 'commands not being accepted because of a TPM failure'],
    title: 'The TPM is not ready, or has failed',
    hint: 'The firmware has to start it; look for tpm in the kernel log of the guest and for the log of swtpm on the host.',
  },
  {
    id: 'unreachable',
    codes: [0xa0005, 0xa0008, 0xa000a, 0x7000a, 0x80031],
    title: 'The program does not reach the TPM',
    hint: 'Look for /dev/tpm0 and /dev/tpmrm0 in the guest, and who may use them; without a vTPM of the VMM there is none.',
  },
];

const NOUN = String.raw`(?:[eE]sys|ESYS|[tT]ss2|TSS2|\bT[pP][mM]2?\b|\btpm2?[_-])`;

/** tpm2-tools 5.7 lib/log.h LOG_PERR prints capital digits, tpm2-tss small ones. */
const spellings = (code: string): readonly string[] => [code, code.toUpperCase()];

function tpmRow(id: string, code: string, table: string, radix: number): Saying {
  return {
    id,
    pattern: new RegExp(`${NOUN}.*${code}`),
    title: `The TPM refused a request ($<code:${table}>)`,
    hint: 'tpm2_rc_decode explains the code.',
    causes: CAUSES.map(({ codes, title, ...cause }) => ({
      ...cause,
      title: `${title} ($<code:${table}>)`,
      when: { code: [...new Set(codes.flatMap((number) => spellings(number.toString(radix))))] },
    })),
  };
}

const WORDS = CAUSES.flatMap(({ words = [] }) => words)
  .join('|')
  .replaceAll('+', String.raw`\+`);

/** `tpm:session(1):a policy check failed` of tpm2-tss; `… (associated with handle number 1)` of tss-esapi 7.5. */
const WORDED: Saying = {
  id: 'tpm-words',
  pattern: new RegExp(
    String.raw`(?:\b(?:handle|session|parameter)\((?:\d|unk)\): ?|\b(?:error|warn)\(2\.0\): ?|${NOUN}.*)(?<words>${WORDS})|(?<words2>${WORDS}).* \(associated with `,
  ),
  title: 'The TPM refused a request',
  hint: 'Its words stand in the line.',
  causes: CAUSES.flatMap(({ id, title, hint, words }) =>
    words === undefined ? [] : [{ id, title, hint, when: { words } }],
  ),
};

/** systemd and others turn a policy that does not fit into EPERM; a device file that may not be opened gives EACCES. */
const REFUSED: Saying = {
  id: 'tpm-refused',
  pattern: new RegExp(`(?:${NOUN}|tpm2\\b).*Operation not permitted`),
  // backends/tpm/tpm_util.c and tpm_passthrough.c of QEMU: the device itself.
  unless: /Cannot access TPM|tpmdev/,
  title: 'The TPM did not give the secret: its registers (PCRs) are not those for which it was sealed',
  hint: POLICY_HINT,
};

/** Programs print the code as a hexadecimal number, and those that only pass it on as a decimal one. */
export const TPM_CODES: readonly Saying[] = [
  REFUSED,
  tpmRow('tpm-code', String.raw`0x0*(?<code>[1-9a-fA-F][0-9a-fA-F]{2,5})\b`, 'tpm', 16),
  tpmRow(
    'tpm-number',
    String.raw`\b(?:code|rc|[oO]peration)[ =:(]+(?<code>[1-9][0-9]{2,5})\b`,
    'tpmdecimal',
    10,
  ),
  WORDED,
];
