/**
 * Numbers that say by themselves what happened, whatever program prints them: asked of a complaint that no other row
 * knows, and of a symptom. Each belongs to a named table (src/judge/numbers/), or has one meaning on any Linux.
 */

import type { Cause, Saying } from '../signature.ts';
import { COLLATERAL, QUOTE_LIBRARY } from './dcap-codes.ts';
import { EFI_NUMBERS } from './efi-status.ts';
import { PROTOCOL_NUMBERS } from './protocol-numbers.ts';
import { tdxStatus } from './tdx-status.ts';
import { TPM_CODES } from './tpm.ts';
import { VCPU_NUMBERS } from './vcpu-numbers.ts';

/** Why systemd could not start a program: EXIT_* of src/basic/exit-status.h, with the words of exit-status.c (systemd 246 and newer). */
const UNIT: readonly Cause[] = [
  {
    id: 'exec',
    when: { name: ['EXEC', 'CHDIR', 'CHROOT'] },
    title: 'systemd could not execute the program of the unit (status $<code>/$<name>)',
    hint: 'ExecStart= or WorkingDirectory= names what does not exist or may not be executed, or a script’s interpreter is missing: see systemctl cat.',
  },
  {
    id: 'user',
    when: { name: ['USER', 'GROUP', 'PAM'] },
    title: 'The user or group of the unit does not exist, or may not log in (status $<code>/$<name>)',
    hint: 'See User=, Group= and SupplementaryGroups= of the unit. Its package creates them (qgsd: user qgsd, group sgx_prv): reinstall the package.',
  },
];

/**
 * The first row whose pattern matches counts. A row or cause that is a symptom gives the number its name, and does not say why.
 */
export const NUMBERS: readonly Saying[] = [
  {
    id: 'tdx-status',
    phase: 'host',
    pattern:
      /(?<status>0x[4689ce]000(?<class>0[1-9a-e]|10)(?<kind>[0-9a-f])(?<detail>[0-9a-f])(?<low>[0-9a-f]{8}))\b/,
    title: 'The TDX module refused a call ($<status:tdx>)',
    hint: 'Update BIOS, TDX module, host kernel and VMM to versions that fit each other.',
    causes: tdxStatus('A call of the TDX module'),
  },
  {
    id: 'quote-verification',
    pattern:
      // Gramine and others print the number in decimal digits: 57344 is 0xe000.
      /(?:[vV]erif|[cC]ollateral|_qv_|QvE|QVL|[aA]pprais).*\b(?:0x(?:0000)?(?:e0|110)(?<code>[0-9a-f]{2})|(?<code2>57[345][0-9][0-9]))\b/,
    title: 'The quote could not be verified ($<code:quote>)',
    hint: 'The name is of sgx_ql_lib_common.h of Intel’s DCAP, which says more.',
    causes: COLLATERAL,
  },
  {
    id: 'quote-error',
    phase: 'host',
    pattern:
      /(?:[qQ]uot|sgx|SGX|dcap|DCAP|tdx|TDX|tee_|TEE|pck|PCK|QPL|[aA]ttest).*\b0x(?:0000)?(?:e0|110)(?<code>[0-9a-f]{2})\b/,
    title: 'A library of Intel’s DCAP failed ($<code:quote>)',
    hint: 'Most often there is no PCK certificate: register the platform, start the PCCS, and check /etc/sgx_default_qcnl.conf. Without /dev/sgx_enclave and /dev/sgx_provision SGX is off in the BIOS, or has no driver.',
    causes: QUOTE_LIBRARY,
  },
  ...TPM_CODES,
  {
    id: 'unit-status',
    pattern: /status=(?<code>2[0-4][0-9])\/(?<name>[A-Z_]+)/,
    title: 'systemd could not start the program of the unit (status $<code>/$<name>)',
    hint: 'A setting of the unit could not be applied: NAMESPACE is a path of its sandbox that is missing, …_DIRECTORY a file in the place of a directory. systemctl cat and the line before say more.',
    causes: UNIT,
  },
  {
    id: 'unit-exit',
    symptom: true,
    // systemctl status (src/systemctl/systemctl-show.c of systemd 257) and the journal (src/core/unit.c): 1 to 199 are of the program itself
    pattern:
      /ExecStart=(?<program>\S+)(?: (?<script>\/\S+))? (?:.* )?\(code=exited, status=(?<code>1?[0-9]?[0-9])\b|(?<program2>[\w@.\\-]+\.service): (?:Main|Control) process exited, code=exited, status=(?<code2>1?[0-9]?[0-9])\b/,
    title: '$<program> ended with status $<code>, and no line says why',
    hint: 'Its own words are in journalctl -u; where there are none, run the command of ExecStart= by hand as the user of the unit.',
    causes: [
      {
        id: 'pccs',
        when: { script: '/opt/intel/sgx-dcap-pccs/pccs_server.js' },
        title: 'The PCCS does not start (status $<code>), and these lines do not say why',
        hint: 'journalctl -u pccs says more. Most often Node was updated and the native modules of the PCCS were not (npm rebuild, or its install.sh again), or config/default.json is not whole.',
        symptom: true,
      },
    ],
  },
  {
    id: 'exit-signal',
    // 128 and the signal that ended the program: what shells, container runtimes and CI systems report
    pattern:
      /(?:exit(?:ed)?(?: with)?(?: exit)? ?(?:status|code)?"?[ :=]+|\*\*\* \[.*\] Error )(?<code>1(?:29|3[024-79]|43|59))\b|code=(?:killed|dumped), status=(?<code2>[1246-9]|1[15]|31)\/[A-Z]/,
    title: 'The program crashed ($<code:signal>)',
    hint: 'Its last words, dmesg and coredumpctl say where.',
    causes: [
      {
        id: 'killed',
        when: { code: ['137', '9'] },
        title: 'Something killed the program (SIGKILL)',
        hint: 'Most often the OOM killer or a memory limit (dmesg, memory.max of the cgroup, limits of the container), else a time-out of whoever started it.',
      },
      {
        id: 'ended',
        when: { code: ['129', '130', '143', '1', '2', '15'] },
        title: 'Somebody ended the program ($<code:signal>)',
        hint: 'A time-out of whoever started it, a cancelled job, or a manager that stops its programs: its log says which.',
        symptom: true,
      },
    ],
  },
  ...VCPU_NUMBERS,
  ...EFI_NUMBERS,
  ...PROTOCOL_NUMBERS,
];
