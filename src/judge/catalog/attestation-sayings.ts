/** Sentences of attestation that have one meaning in the mouth of any verifier, any guest and any library of quotes. */

import type { Saying } from '../signature.ts';

export const ATTESTATION_SAYINGS: readonly Saying[] = [
  {
    id: 'error-measurement',
    general: true,
    // Whoever compares registers of a TD or of a TPM with what it expects, or replays an event log into them
    pattern:
      /(?:\b(?:RTMR|MRTD|PCR|CCMR|MRCONFIGID)s?(?![a-z])|\bMRs\b|[Mm]easurements?\b|[Ee]vent ?[Ll]og\b).*(?:mismatch|(?:do|does|did)(?: not|n't) (?:match|pass|equal)|differs? from|is different from|not equal|[Ff]ailed to (?:replay|verify|match)|replay(?:ing)? failed|not as expected|\bunexpected\b)|\b(?:registers?|PCRs?|RTMRs?) failed to replay/,
    title: 'What was measured is not what the verifier expects',
    hint: 'Firmware, kernel, command line, initrd, VMM version or machine differ from those of the expected value, or something extended a register that the event log does not tell (RTMR[3]): compare register by register, and each with the tool’s version of QEMU (tdx-boot measure).',
  },
  {
    id: 'error-collateral',
    general: true,
    // openenclave common/sgx/verifier.c, Microsoft Azure Attestation, DCAP: what goes with a quote
    pattern:
      /(?:[Ee]rror in|[Ii]nvalid|[Ee]xpired|[Uu]nable to retrieve|[Ff]ailed to (?:get|fetch|parse|verify)) (?:the )?(?:quote )?collateral\b|\bcollateral (?:is |has )?(?:error|invalid|expired|missing|out of date)\b/,
    title:
      'The collateral of the quote (certificates, CRLs, TCB info) is missing, out of date or not of this platform',
    hint: 'Let the verifier or its PCCS fetch it anew, check its clock, and that quote and collateral are of one service (production or sandbox).',
  },
  {
    id: 'says-qgs-port',
    // 4050 is the port of qgsd (qgs.conf of DCAP 1.24), 2 the CID of the host
    pattern: /\b(?:host\(2\)|vsock:\/*2|cid[=: ]+2)[:, ](?:port[=: ]+)?4050\b/,
    title: 'The guest does not reach the QGS of its host over vsock (port 4050)',
    hint: 'Start qgsd on the host with port = 4050 in /etc/qgs.conf, and give the VM a vsock device (vhost-vsock-pci with a CID of its own).',
  },
  {
    id: 'error-tcb',
    general: true,
    // States of a TCB level, as Intel's PCS names them (tcbStatus) and verifiers print them; sgx_qve_header.h of DCAP 1.24
    pattern:
      /\b(?:\w+_QV_RESULT_|OE_)?(?<name2>(?:CONFIG_AND_)?SW_HARDENING_NEEDED|(?:OUT_OF_DATE_)?CONFIG_NEEDED|TD_RELAUNCH_ADVISED(?:_CONFIG_NEEDED)?|TCB_LEVEL_INVALID)\b|\b\w+_QV_RESULT_(?<name3>OUT_OF_DATE|REVOKED)\b|[Qq]uote.* (?<name4>OUT_OF_DATE|REVOKED)\b|(?:\bTCB|\b[Tt]cb).*\b(?<name>OutOfDate(?:ConfigurationNeeded)?|ConfigurationNeeded|ConfigurationAndSWHardeningNeeded|SWHardeningNeeded|Revoked|OUT_OF_DATE(?:_CONFIGURATION_NEEDED)?|REVOKED)\b/,
    title: 'The verifier does not accept the state of the platform’s TCB ($<name>)',
    hint: 'Update BIOS, microcode and TDX module of the host and set what Intel’s advisory asks for; or let the verifier’s policy accept this state.',
  },
  {
    id: 'error-verdict',
    general: true,
    // SampleCode/{,TD}QuoteVerificationSample/App/App.cpp of DCAP 1.24: %x, without 0x
    pattern: /[Vv]erification completed with (?:[Nn]on-)?[Tt]erminal result: (?<result>a0[0-9a-f]{2})\b/,
    title: 'The quote was verified, and the state of its platform is not a plain OK ($<result:quote>)',
    hint: 'Update BIOS, microcode and TDX module of the host and set what Intel’s advisory asks for. A result that is not terminal is the policy’s to admit; one of collateral out of date is mended where the PCCS is refreshed.',
  },
  {
    id: 'error-report-data',
    general: true,
    // What a guest binds to its evidence: a nonce, a key, runtime data
    pattern:
      /(?:REPORT_?DATA|[Rr]eport_?[Dd]ata|[Nn]once|[Rr]untime data|[Uu]ser_?data)\b.*(?:mismatch|unmatched|(?:do|does|did)(?: not|n't) match|is different)|\b[Ee]vidence (?:\w+ ){0,2}(?:mismatch|unmatched|(?:do|does|did)(?: not|n't) match)|(?:mismatch(?:ed)?|unmatched)\b.*(?:[Ee]vidence|REPORT_?DATA|[Rr]eport_?[Dd]ata|[Nn]once)\b/,
    title: 'The evidence is not bound to this nonce or key',
    hint: 'It was made for another session, or guest and verifier hash other data (which fields, which algorithm, how padded to 64 bytes): use releases of both that fit each other.',
  },
  {
    id: 'error-not-listed',
    general: true,
    pattern:
      /\bnot (?:in|on|among|part of) (?:the |its |our |any )?(?:\w+ ){0,3}(?:allow[- _]?list|white[- _]?list|list)\b|\bnot (?:white|allow)[- ]?listed\b|\bno (?:reference values?|matching (?:policy|reference)) (?:for|found)/,
    title: 'What the guest proves is not on the verifier’s list',
    hint: 'Register the measurement, hash or key that the line names with whoever verifies, or start the version that is registered.',
  },
  {
    id: 'error-quote-library',
    general: true,
    // openenclave host/sgx/linux/sgxquoteproviderloader.c and host/sgx/sgxquote.c, DCAP 1.24 quote_wrapper/quote/qe_logic.cpp
    pattern:
      /\b(?<name2>OE_QUOTE_PROVIDER_LOAD_ERROR)\b|(?:[Cc]annot (?:open|load|find)|[Ff]ailed to (?:open|load|find)|[Cc]ould(?: not|n't) (?:open|load|find))(?: the)? .*\b(?<name>libdcap_quoteprov|libsgx_dcap_ql|libsgx_dcap_quoteverify|libsgx_urts|libtdx_attest|platform library|[Qq]uote [Pp]rovider [Ll]ibrary)/,
    title: 'A library that quotes need is not installed: $<name>',
    hint: 'Install the packages of DCAP where the line was printed (libsgx-dcap-ql, libsgx-dcap-default-qpl, libsgx-dcap-quote-verify, libtdx-attest; az-dcap-client on Azure); a container needs them inside.',
  },
  {
    id: 'error-sgx',
    general: true,
    // common/inc/sgx_error.h of linux-sgx 2.25: what the services of SGX (AESM) answer
    pattern:
      /\bSGX_ERROR_(?<name>SERVICE_UNAVAILABLE|SERVICE_TIMEOUT|AE_INVALID_EPIDBLOB|SERVICE_INVALID_PRIVILEGE|EPID_MEMBER_REVOKED|UPDATE_NEEDED|NETWORK_FAILURE|AE_SESSION_INVALID|BUSY|MC_NOT_FOUND|UNRECOGNIZED_PLATFORM|PLATFORM_CERT_UNAVAILABLE|UNSUPPORTED_ATT_KEY_ID|NO_PRIVILEGE|NO_DEVICE|ENCLAVE_FILE_ACCESS|OUT_OF_EPC)\b/,
    title: 'SGX of the host made no quote (SGX_ERROR_$<name>)',
    hint: 'Read "journalctl -u aesmd": most often the PCCS gives no certificate for this platform (register it, check sgx_default_qcnl.conf), the service does not run, or its user may not use /dev/sgx_provision.',
  },
  {
    id: 'error-sgx-enclave',
    general: true,
    // psw/enclave_common/sgx_enclave_common.cpp of linux-sgx 2.25
    pattern: /\bSGX_IOC_ENCLAVE_(?:CREATE|ADD_PAGES?|INIT)\b.*(?:failed|error)|\bSGX Service unavailable/,
    title: 'SGX of the host does not start an enclave, and quotes need one',
    hint: 'Look for SGX in the BIOS set-up, for /dev/sgx_enclave and /dev/sgx_provision and who may use them; EINIT error 2 (SGX_INVALID_ATTRIBUTE) means an attribute that is not allowed, most often provisioning without its device.',
  },
  {
    id: 'error-quote-refused',
    general: true,
    // Intel Trust Authority, Azure, go-tdx-guest, trustee
    pattern:
      /(?:[Ff]ailed|[Uu]nable|[Cc]ould not|[Cc]annot|[Cc]an't|[Ee]rror) (?:to |in )?(?:verify|verifying|verification of) (?:the |an? |TDX? |SGX |DCAP )*[qQ]uote\b/,
    title: 'The verifier does not accept the quote',
    hint: 'Its log or its answer says why: the platform is not registered with its service, or is of another (pre-production); collateral or TCB are out of date; or the quote was cut or encoded otherwise on its way.',
  },
];
