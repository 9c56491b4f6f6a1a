/** Attestation that fails in the guest: its TDX device, its TSM and its attestation clients. */

import type { Cause, Signature } from '../signature.ts';

const NO_QGS =
  'Start the QGS on the host (qgsd), give the VMM its socket (QEMU: quote-generation-socket of tdx-guest), and let the guest reach it; "systemctl status qgsd" says whether the QGS has its PCK certificate.';

/** TDX_ATTEST_ERROR_*, by name or number: DCAP QuoteGeneration/quote_wrapper/tdx_attest/tdx_attest.h. */
const TDX_ATTEST: readonly Cause[] = [
  {
    id: 'device',
    when: { error: ['7', 'a'] },
    title: 'The guest has no TDX device that works ($<error:attest>)',
    hint: '/dev/tdx_guest must exist and be accessible: load tdx-guest (CONFIG_TDX_GUEST_DRIVER), and check that this is a TD (dmesg | grep "tdx: Guest detected").',
  },
  {
    id: 'quote',
    when: { error: ['4', '5', '8', '9', 'c', 'GET_TD_QUOTE', 'TIMEOUT'] },
    title: 'The guest got no quote ($<error:attest>)',
    hint: NO_QGS,
  },
  {
    id: 'parameter',
    when: { error: ['2', 'INVALID_PARAMETER'] },
    title: 'The guest asked for a quote with wrong data ($<error:attest>)',
    hint: 'REPORTDATA has 64 bytes; a number of key ids needs their list. Program and libtdx-attest are to be of one DCAP release.',
  },
  {
    id: 'unexpected',
    when: { error: ['1', '3', 'UNEXPECTED', 'OUT_OF_MEMORY'] },
    title: 'The library in the guest got no quote, and does not say of what ($<error:attest>)',
    hint: 'It logs to syslog ("tdx_attest"): most often the QGS on the host refuses or answers in another form. See "journalctl -u qgsd" there, and port= of /etc/tdx-attest.conf in the guest.',
    symptom: true,
  },
  {
    id: 'rtmr',
    when: { error: ['6', 'b'] },
    title: 'A register of the TD could not be extended ($<error:attest>)',
    hint: 'Programs may extend rtmr2 and rtmr3 only, with 48 bytes, as root.',
  },
];

/** Reading outblob of the TSM report: drivers/virt/coco/tdx-guest/tdx-guest.c (Linux 6.7 and newer). */
const TSM: readonly Cause[] = [
  {
    id: 'refused',
    when: { errno: 'EIO' },
    title: 'The host gave no quote: GetQuote failed (EIO)',
    hint: NO_QGS,
  },
  {
    id: 'unsupported',
    when: { errno: ['ENXIO', 'ENOTTY', 'EOPNOTSUPP', 'missing provider', 'unknown provider'] },
    title: 'The guest’s TSM has no provider: no TDX report can be made',
    hint: 'Load tdx-guest in the guest, and check that it is a TD.',
  },
  {
    id: 'busy',
    when: { errno: ['EBUSY', 'EINTR', 'EAGAIN'] },
    title: 'Another program of the guest asks for a quote at the same time',
    hint: 'Try again: the kernel has one buffer for quotes.',
  },
  {
    id: 'timeout',
    when: { errno: ['ETIMEDOUT', 'ETIME'] },
    title: 'The host gave no quote in time',
    hint: NO_QGS,
  },
  {
    id: 'arguments',
    when: { errno: ['EINVAL', 'EWOULDBLOCK', 'EFBIG', 'inblob write conflict'] },
    title: 'The TSM report was asked for with wrong data, or changed while it was read',
    hint: 'inblob takes exactly 64 bytes, privlevel no less than privlevel_floor, and each reader needs a directory of its own in /sys/kernel/config/tsm/report.',
  },
  {
    // drivers/virt/coco/sev-guest: __sev_issue_guest_request() and get_ext_report() hand the host’s error on
    id: 'host',
    when: { errno: ['EFAULT', 'EPROTO', 'ENOMEM'] },
    title: 'The guest’s kernel could not ask the host for the report ($<errno>)',
    hint: 'dmesg of the guest names the step: a buffer that could not be shared, an answer in a form that this kernel does not read, or too little memory. Use kernels and a VMM of one time.',
  },
  {
    id: 'missing',
    when: { errno: 'ENOENT' },
    title: 'The guest has no TSM: /sys/kernel/config/tsm/report does not exist',
    hint: 'Mount configfs, load tsm and tdx-guest (CONFIG_TSM_REPORTS, CONFIG_TDX_GUEST_DRIVER), and use a guest kernel from 6.7 on.',
  },
  {
    id: 'denied',
    when: { errno: ['EACCES', 'EPERM'] },
    title: 'The program may not use the guest’s TSM',
    hint: 'Only root may make directories in /sys/kernel/config/tsm/report.',
  },
];

export const ATTESTATION: readonly Signature[] = [
  {
    id: 'attest-tdx-library',
    phase: 'userspace',
    severity: 'error',
    pattern: /TDX_ATTEST_ERROR_(?<error>[A-Z_]+)/,
    title: 'Attestation failed in the guest: $<error:attest>',
    hint: 'The guest is up; its TDX device, or the way to the QGS on the host, does not work.',
    // A TSM's or the QGS's own words say more.
    symptom: true,
    causes: TDX_ATTEST,
  },
  {
    id: 'attest-tdx-call',
    phase: 'userspace',
    severity: 'error',
    pattern:
      /tdx_att_(?:get_)?(?<what>report|quote|extend)(?: failed|:? err(?:or)?\b| returned)(?:.*\b0x0*(?<error>[1-9a-c])\b)?|Failed to get the (?<what2>quote|report)\b/,
    title: 'Attestation failed in the guest: no $<what>',
    hint: NO_QGS,
    symptom: true,
    causes: TDX_ATTEST.map((cause) => ({ symptom: false, ...cause })),
  },
  {
    id: 'attest-tsm-empty',
    phase: 'userspace',
    severity: 'error',
    pattern:
      /TSM provider returned an empty quote|empty outblob|"quote": ?""|[qQ]uote is empty|received empty quote|returned an empty (?:report|quote)/,
    title: 'The host gave the guest an empty quote',
    hint: NO_QGS,
  },
  {
    id: 'attest-tsm',
    phase: 'userspace',
    severity: 'error',
    pattern:
      /(?:\/sys\/kernel\/config\/tsm|configfs-tsm|\b(?:TSM|tsm)[ _:-][^:]*(?:[Rr]eport|outblob|inblob|quote)|tsm_report|outblob).*(?:: |\(os error |\(|errno )(?<errno>-[0-9]+|[0-9]+|Input\/output error|No such device or address|No such device|No such file or directory|Device or resource busy|Invalid argument|Connection timed out|Permission denied|Operation not permitted|Operation not supported|Interrupted system call|Resource temporarily unavailable|Cannot allocate memory|File too large|Bad address|bad address|Protocol error|missing provider|unknown provider|inblob write conflict)/,
    title: 'The guest’s TSM gave no report',
    hint: 'The kernel’s log in the guest says more (dmesg | grep tdx).',
    causes: TSM,
  },
  {
    id: 'attest-tdx-device',
    phase: 'userspace',
    severity: 'error',
    pattern:
      /(?:\/dev\/tdx[_-]guest'?"?.*: |\btdx_attest\.c:[0-9]+\] |could not insert (?:module )?\S*tdx[_-]guest\S* |Module tdx[_-]guest )(?<errno>No such file or directory|Permission denied|Inappropriate ioctl for device|Invalid argument|Input\/output error|No such device|not found in directory)|(?:[qQ]uote|[rR]eport)\b.*\b(?<errno2>[iI]nappropriate ioctl for device)/,
    title: 'The guest’s TDX device does not work: $<errno>',
    hint: 'Load tdx-guest, and check the access to /dev/tdx_guest.',
    causes: [
      {
        id: 'missing',
        when: { errno: ['ENOENT', 'ENODEV', 'not found in directory'] },
        title: '/dev/tdx_guest does not exist: the guest is no TD, or lacks the driver',
        hint: 'Load tdx-guest (CONFIG_TDX_GUEST_DRIVER); "tdx: Guest detected" in dmesg says whether this is a TD.',
      },
      {
        id: 'denied',
        when: { errno: 'EACCES' },
        title: 'The program may not open /dev/tdx_guest',
        hint: 'Give its user the device, and its container the device file.',
      },
      {
        id: 'abi',
        when: { errno: ['ENOTTY', 'EINVAL'] },
        title: 'The TDX device does not know the program’s request',
        hint: 'Kernels from 6.7 on give quotes by configfs-tsm, Intel’s older trees by an ioctl: use a program that fits the kernel.',
      },
    ],
  },
  {
    id: 'attest-measurements',
    phase: 'userspace',
    severity: 'error',
    // drivers/virt/coco/tdx-guest/tdx-guest.c, drivers/virt/coco/guest/tsm-mr.c (Linux 6.16); guest-components 8246e5e0 attester/src/{lib,tdx}
    pattern:
      /(?:misc\/tdx_guest\/measurements\S*:? |(?:RTMR|MRCONFIGID) via sysfs: ).*?(?<errno>No such file or directory|Permission denied|Invalid argument|Input\/output error|Operation not permitted|File too large|No such device)|(?<errno2>does not support (?:extending|getting) runtime measurement|Failed to extend RTMR)/,
    title: 'A measurement of the TD cannot be read or extended: $<errno>',
    hint: 'rtmr2 and rtmr3 can be extended with exactly 48 bytes by root; TDG.MR.RTMR.EXTEND has failed otherwise.',
    causes: [
      {
        id: 'missing',
        when: {
          errno: ['ENOENT', 'ENODEV', 'does not support extending runtime measurement'],
        },
        title: 'The guest’s kernel shows no measurements of the TD',
        hint: 'They need Linux 6.16 or newer with CONFIG_TDX_GUEST_DRIVER and a guest that is a TD; older kernels give the TD report by /dev/tdx_guest only.',
      },
      {
        id: 'denied',
        when: { errno: ['EACCES', 'EPERM'] },
        title: 'This measurement of the TD may not be written',
        hint: 'Only root may, and only rtmr0 to rtmr3 as the kernel offers them: mrtd and the others are read-only.',
      },
    ],
  },
  {
    id: 'attest-get-quote',
    phase: 'userspace',
    severity: 'error',
    // tdx-guest.c: wait_for_quote_completion, tdx_report_new; GHCI 1.5 "GetQuote status".
    pattern:
      /GetQuote (?:request )?(?:(?<call>hypercall) )?(?:failed|timed ?out)(?:,? ?(?:status|ret|err(?:or)?)[ :=]*(?<status>-?(?:0x)?[0-9a-f]+))?|[Gg]et[ _]?[Qq]uote (?:status|error)[^0-9a-fx]*(?<status2>(?:0x)?[0-9a-f]+)|Setup[ _]?EventNotifyInterrupt .*failed/,
    title: 'GetQuote failed in the guest: the host gave no quote',
    hint: NO_QGS,
    causes: [
      {
        // GET_QUOTE_SERVICE_UNAVAILABLE of the kernel, TDX_VP_GET_QUOTE_QGS_UNAVAILABLE of QEMU
        id: 'no-service',
        when: { status: ['0x8000000000000001', '8000000000000001'] },
        title: 'GetQuote failed: no quote generation service answers on the host',
        hint: NO_QGS,
      },
      {
        // What the hypercall itself returns is the answer of the VMM, in R10.
        id: 'vmm',
        when: { call: 'hypercall', status: ['8000000000000000', '8000000000000003'] },
        title: 'GetQuote failed: the VMM does not answer this call ($<status:vmcall>)',
        hint: 'Use QEMU 10.1 and Linux 6.16 or newer, with quote-generation-socket of tdx-guest; Cloud Hypervisor offers no quotes.',
      },
    ],
  },
  {
    id: 'attest-get-report',
    phase: 'userspace',
    severity: 'error',
    // drivers/virt/coco/tdx-guest/tdx-guest.c tdx_report_new (Linux 6.18)
    pattern: /tdx[-_]guest: GetReport call failed/,
    title: 'The TDX module made no TDREPORT for the guest (TDG.MR.REPORT failed)',
    hint: 'REPORTDATA must have 64 bytes; else the TDX module of the host is at fault: update it.',
  },
  {
    id: 'attest-quote-buffer',
    phase: 'userspace',
    severity: 'error',
    pattern:
      /tdx[-_]guest: (?:Failed to share|[Ff]ailed to allocate|Quote[^:]*(?:failed|too (?:big|large)))[^:]*/,
    title: 'The guest’s kernel could not make its buffer for quotes',
    hint: 'The pages for the quote could not be shared with the host: give the guest more memory, and read the VMM’s log for failed conversions.',
  },
];
