/** Attestation that fails: the guest’s TDX device and TSM, the VMM’s way to the QGS, the QGS and its attestation clients. */

import { GUEST_STREAMS, type MachineStream } from '../../words/words.ts';
import type { Cause, LineOrigin, Signature } from '../signature.ts';

const VMM: readonly MachineStream[] = ['vmm'];
/** A service of the host, whose journal people paste with what the VMM said. */
const QGS: readonly LineOrigin[] = ['vmm', 'host'];
/** Words that no other program prints count wherever they stand: a journal reads like a guest's. */
const ANYWHERE: readonly LineOrigin[] = [...QGS, ...GUEST_STREAMS];

const NO_QGS =
  'Start the QGS on the host (qgsd), give the VMM its socket (QEMU: quote-generation-socket of tdx-guest), and let the guest reach it; "systemctl status qgsd" says whether the QGS has its PCK certificate.';

/** TDX_ATTEST_ERROR_*: confidential-computing DCAP QuoteGeneration tdx_attest.h. */
const TDX_ATTEST: readonly Cause[] = [
  {
    id: 'device',
    when: { error: ['DEVICE_FAILURE', 'NOT_SUPPORTED'] },
    title: 'The guest has no TDX device that works (TDX_ATTEST_ERROR_$<error>)',
    hint: '/dev/tdx_guest must exist and be accessible: load tdx-guest (CONFIG_TDX_GUEST_DRIVER), and check that this is a TD (dmesg | grep "tdx: Guest detected").',
  },
  {
    id: 'quote',
    when: { error: ['QUOTE_FAILURE', 'GET_TD_QUOTE', 'BUSY', 'VSOCK_FAILURE', 'REPORT_FAILURE', 'TIMEOUT'] },
    title: 'The guest got no quote (TDX_ATTEST_ERROR_$<error>)',
    hint: NO_QGS,
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
    when: { errno: ['ENXIO', 'ENOTTY', 'EOPNOTSUPP'] },
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
    when: { errno: ['EINVAL', 'EWOULDBLOCK'] },
    title: 'The TSM report was asked for with wrong data, or changed while it was read',
    hint: 'inblob takes exactly 64 bytes, and each reader needs a directory of its own in /sys/kernel/config/tsm/report.',
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

const PCCS_HINT =
  'Start the PCCS (systemctl status pccs) and check pccs_url and use_secure_cert in /etc/sgx_default_qcnl.conf, proxies and its certificate.';

/** SGX_QCNL_*, which says what the PCCS or the way to it lacks. */
const QPL: readonly Cause[] = [
  {
    id: 'network',
    when: {
      code: [
        '0xb003',
        '0xb004',
        '0xb005',
        '0xb006',
        '0xb007',
        '0xb008',
        '0xb009',
        '0xb00a',
        '0xb00c',
        '0xb00d',
      ],
    },
    title: 'The QGS does not reach the PCCS (error $<code>)',
    hint: PCCS_HINT,
  },
  {
    id: 'curl',
    when: { curl: { from: 1 } },
    title: 'The QGS does not reach the PCCS (curl error $<curl>)',
    hint: PCCS_HINT,
  },
  {
    id: 'unregistered',
    when: { code: ['0xb00f', '0xb010', '0xb012', 'certificate'] },
    title: 'This platform is not registered: the PCCS has no PCK certificate for it',
    hint: 'Register it with Intel (MPA, or PCKIDRetrievalTool with the PCCS), after SGX factory reset in the BIOS when the registration is lost.',
  },
  {
    id: 'service',
    when: { code: ['0xb011', '0xb013'] },
    title: 'The PCCS could not get the PCK certificate from Intel (error $<code>)',
    hint: 'Read the log of the PCCS: a wrong API key, or no network to Intel’s service (dcap#450).',
  },
  {
    id: 'config',
    when: { code: ['0xb00b', '0xb030', '0xb031', '0xb032', '0xb033'] },
    title: 'The QGS cannot use its configuration /etc/sgx_default_qcnl.conf (error $<code>)',
    hint: 'It must be valid JSON that the user qgsd may read, with a pccs_url; or a library in it is missing (canonical/tdx#409).',
  },
];

export const ATTESTATION: readonly Signature[] = [
  {
    id: 'attest-tdx-library',
    phase: 'userspace',
    severity: 'error',
    pattern: /TDX_ATTEST_ERROR_(?<error>[A-Z_]+)/,
    title: 'Attestation failed in the guest: TDX_ATTEST_ERROR_$<error>',
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
      /tdx_att_get_(?<what>report|quote)(?: failed|:? error| returned)|Failed to get the (?<what2>quote|report)\b/,
    title: 'Attestation failed in the guest: no $<what>',
    hint: NO_QGS,
    symptom: true,
  },
  {
    id: 'attest-tsm-empty',
    phase: 'userspace',
    severity: 'error',
    pattern:
      /TSM provider returned an empty quote|empty outblob|[qQ]uote is empty|received empty quote|returned an empty (?:report|quote)/,
    title: 'The host gave the guest an empty quote',
    hint: NO_QGS,
  },
  {
    id: 'attest-tsm',
    phase: 'userspace',
    severity: 'error',
    pattern:
      /(?:\/sys\/kernel\/config\/tsm|configfs-tsm|\b(?:TSM|tsm)[ _:-][^:]*(?:report|outblob|inblob|quote)|tsm_report|outblob).*(?:: |\(os error |\(|errno )(?<errno>-[0-9]+|[0-9]+|Input\/output error|No such (?:device or address|device|file or directory)|Device or resource busy|Invalid argument|Connection timed out|Permission denied|Operation not permitted|Operation not supported|Interrupted system call|Resource temporarily unavailable)/,
    title: 'The guest’s TSM gave no report',
    hint: 'The kernel’s log in the guest says more (dmesg | grep tdx).',
    causes: TSM,
  },
  {
    id: 'attest-tdx-device',
    phase: 'userspace',
    severity: 'error',
    pattern:
      /(?:\/dev\/tdx[_-]guest'?"?.*: |\btdx_attest\.c:[0-9]+\] )(?<errno>No such file or directory|Permission denied|Inappropriate ioctl for device|Invalid argument|Input\/output error|No such device)/,
    title: 'The guest’s TDX device does not work: $<errno>',
    hint: 'Load tdx-guest, and check the access to /dev/tdx_guest.',
    causes: [
      {
        id: 'missing',
        when: { errno: ['ENOENT', 'ENODEV'] },
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
    id: 'attest-get-quote',
    phase: 'userspace',
    severity: 'error',
    // tdx-guest.c: wait_for_quote_completion, tdx_report_new; GHCI 1.5 "GetQuote status".
    pattern:
      /GetQuote (?:request )?(?:hypercall )?(?:failed|timed ?out)(?:,? ?(?:status|ret|err(?:or)?)[ :=]*(?<status>-?(?:0x)?[0-9a-f]+))?|[Gg]et[ _]?[Qq]uote (?:status|error)[^0-9a-fx]*(?<status2>(?:0x)?[0-9a-f]+)|Setup[ _]?EventNotifyInterrupt .*failed/,
    title: 'GetQuote failed in the guest: the host gave no quote',
    hint: NO_QGS,
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
  {
    id: 'attest-qgs-code',
    phase: 'host',
    severity: 'error',
    // target/i386/kvm/tdx-quote-generator.c (QEMU 10.1); QGS error codes of qgs_msg_lib.h.
    pattern: /QGS message error code (?<code>[0-9]+)/,
    title: 'The QGS refused to make a quote (error $<code>)',
    hint: 'The QGS has no PCK certificate or platform registration: read "journalctl -u qgsd" and the PCCS.',
    streams: VMM,
  },
  {
    id: 'attest-qgs-message',
    phase: 'host',
    severity: 'error',
    pattern:
      /Invalid QGS message|QGS (?:message|quote) (?:size|selected ID)|End of file before reply received|TDX: (?:get-quote: )?failed to (?:read|update|write) (?:GetQuote header|quote data)|Message len [0-9]+ must be non-zero/,
    title: 'QEMU and the QGS do not understand each other',
    hint: 'The QGS ended or speaks another version: use one of DCAP 1.20 or newer, and read "journalctl -u qgsd".',
    streams: VMM,
  },
  {
    id: 'attest-qgs-connect',
    phase: 'host',
    severity: 'error',
    // target/i386/kvm/tdx-quote-generator.c tdx_quote_generator_connected (QEMU 10.1); 4050 is the port of qgsd
    pattern: /Failed to connect to '(?<path>[^']*qgs[^']*|[0-9]+:4050)': (?<errno>[A-Z][A-Za-z/ ]*[a-z])/,
    title: 'QEMU does not reach the QGS at $<path>: $<errno>',
    hint: 'The guest gets no quote. Start qgsd on the host, let it listen there (unix socket, or port= in /etc/qgs.conf with vsock), and let the user of QEMU use the socket.',
    streams: VMM,
  },
  {
    id: 'attest-qgs-lost-interrupt',
    phase: 'host',
    severity: 'warning',
    // target/i386/kvm/tdx.c tdx_inject_interrupt (QEMU 10.1)
    pattern: /TDX: injection interrupt (?<vector>[0-9]+) failed, interrupt lost/,
    title: 'The guest was not told that its quote is ready (interrupt $<vector> was lost)',
    hint: 'Guests that poll, as Linux does, get the quote all the same; others wait for it. QEMU and host kernel do not fit each other.',
    streams: VMM,
  },
  {
    id: 'attest-qgs-request',
    phase: 'host',
    severity: 'error',
    // DCAP QuoteGeneration/quote_wrapper/qgs/qgs_server.cpp: the size of a request, in the other byte order
    pattern: /body should be \[(?:-[0-9]+|[0-9]{7,})\] bytes/,
    title: 'The QGS got a request that it cannot read',
    hint: 'The guest’s or VMM’s library and the QGS are of different DCAP releases (the size has another byte order): update libtdx-attest and qgsd to one release (canonical/tdx#220).',
    streams: ANYWHERE,
  },
  {
    id: 'attest-qpl',
    phase: 'host',
    severity: 'error',
    // DCAP QuoteGeneration/qcnl/inc/sgx_default_qcnl_wrapper.h, qpl/sgx_default_quote_provider.cpp
    pattern:
      /\[QPL\] No (?<code2>certificate) data for this platform|(?:Failed to get [a-z_ ]+\. Error code is (?<code>0x[0-9a-fA-F]{4})|Encountered CURL error: \((?<curl>[0-9]+)\))/,
    title: 'The QGS got no PCK certificate (error $<code>)',
    hint: 'Register the platform, start the PCCS, and check /etc/sgx_default_qcnl.conf (pccs_url, use_secure_cert).',
    streams: ANYWHERE,
    causes: QPL,
  },
  {
    id: 'attest-qgs',
    phase: 'host',
    severity: 'error',
    // DCAP QuoteGeneration/quote_wrapper/qgs
    pattern:
      /\[QPL\] .*(?:[Ee]rror|[Ff]ail|[Nn]o certificate)|tee_att_(?:init|get)_quote(?:_size)? (?:return|failed)|(?:getPckCert|Get_PCK|get_quote_ex|tee_get_quote).*(?:failed|error)|qgsd?(?:\[[0-9]+\])?: .*(?:[Ee]rror|[Ff]ailed|cannot)/,
    title: 'The QGS on the host cannot make quotes',
    hint: 'It gets no PCK certificate: register the platform, start the PCCS, and check /etc/sgx_default_qcnl.conf (URL, use_secure_cert).',
    streams: QGS,
  },
  {
    id: 'attest-collateral',
    phase: 'userspace',
    severity: 'error',
    pattern:
      /(?:SGX_QL_(?<code>[A-Z_]+)|(?:tee_verify_quote|sgx_qv_verify_quote|tee_qv_get_collateral).*(?:failed|0x[0-9a-f]+))/,
    unless: /SGX_QL_(?:SUCCESS|QV_RESULT_OK)\b/,
    title: 'DCAP could not verify or get what the quote needs',
    hint: 'NO_PLATFORM_CERT_DATA and NETWORK_ERROR mean the PCCS: check its address and that the platform is registered. QV_RESULT_OUT_OF_DATE means a TCB that needs an update.',
  },
  {
    id: 'attest-agent',
    phase: 'userspace',
    severity: 'error',
    pattern:
      /attestation[- ]agent.*(?:[Ee]rror|failed|panicked)|(?:tdx-attester|[Tt]dx [Aa]ttester).*(?:[Ff]ailed|[Ee]rror|[Cc]annot)|[Gg]et (?:TEE )?evidence failed|RCAR handshake [^ ]* ?failed|kbs client initialization failed|no `agent\.aa_kbc_params` provided|KBS [^:]*(?:refused|denied|failed)|kbs-client.*error/,
    title: 'The attestation agent of the guest failed',
    hint: 'The guest is up. The line says what it wanted: evidence comes from TSM and QGS, resources from the KBS, whose policy may refuse this TD.',
    symptom: true,
  },
];
