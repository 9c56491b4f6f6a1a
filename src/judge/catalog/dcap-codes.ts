/** What the error numbers of Intel's DCAP libraries mean: those of quotes that are made, of quotes that are verified, and of the PCCS. */

import type { Cause } from '../signature.ts';

const PCCS_HINT =
  'Start the PCCS (systemctl status pccs), read its log, and check pccs_url and use_secure_cert in /etc/sgx_default_qcnl.conf, proxies and its certificate.';
export const REGISTER_HINT =
  'Register it with Intel (MPA, or PCKIDRetrievalTool with the PCCS), after SGX factory reset in the BIOS when the registration is lost.';
const CONFIG_HINT =
  'It must be valid JSON that the user qgsd may read, with a pccs_url; or a library in it is missing (canonical/tdx#409).';
export const SGX_HINT =
  'Quotes need SGX on the host: enable it in the BIOS set-up (with PRM or EPC memory), look for /dev/sgx_enclave and /dev/sgx_provision, put qgsd into group sgx_prv, and install libsgx-ae-tdqe and libsgx-ae-id-enclave.';

/** SGX_QCNL_* of QuoteGeneration/qcnl/inc/sgx_default_qcnl_wrapper.h, libcurl's numbers, and words that stand for one (DCAP 1.24, f0ed77ed). */
export const QPL: readonly Cause[] = [
  {
    id: 'certificate',
    // CURLE_SSL_CONNECT_ERROR, CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CACERT_BADFILE; SGX_QCNL_ROOT_CA_UNTRUSTED
    when: { curl: ['35', '51', '60', '77'] },
    title: 'The QGS does not trust the certificate of the PCCS (curl error $<curl>)',
    hint: 'A PCCS of one’s own has a self-signed certificate: set use_secure_cert to false in /etc/sgx_default_qcnl.conf, or let the host trust it (canonical/tdx#256, #409).',
  },
  {
    id: 'untrusted',
    when: { code: '0xb033' },
    title: 'The QGS does not trust the certificate of the PCCS ($<code:quote>)',
    hint: 'A PCCS of one’s own has a self-signed certificate: set use_secure_cert to false in /etc/sgx_default_qcnl.conf, or let the host trust it (canonical/tdx#256, #409).',
  },
  {
    id: 'curl',
    when: { curl: { from: 1 } },
    title: 'The QGS does not reach the PCCS (curl error $<curl>)',
    hint: PCCS_HINT,
  },
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
    title: 'The QGS does not reach the PCCS ($<code:quote>)',
    hint: PCCS_HINT,
  },
  {
    id: 'unregistered',
    when: { code: ['0xb00f', '0xb010', '0xb012', 'No certificate data'] },
    title: 'This platform is not registered: the PCCS has no PCK certificate for it',
    hint: REGISTER_HINT,
  },
  {
    id: 'service',
    when: { code: ['0xb011', '0xb013'] },
    title: 'The PCCS could not get the PCK certificate from Intel ($<code:quote>)',
    hint: 'Read the log of the PCCS: a wrong API key, or no network to Intel’s service (dcap#450).',
  },
  {
    id: 'config',
    when: { code: ['0xb00b', '0xb030', '0xb031', '0xb032', '0xb035', '0xb036'] },
    title: 'The QGS cannot use its configuration /etc/sgx_default_qcnl.conf ($<code:quote>)',
    hint: CONFIG_HINT,
  },
  {
    id: 'json',
    when: { code: ['Load JSON config error', 'Wrong tcb_update_type', 'unsupported API version'] },
    title: 'The QGS cannot use its configuration /etc/sgx_default_qcnl.conf',
    hint: CONFIG_HINT,
  },
];

/** TEE_ATT_* and SGX_QL_*, which share their numbers: quote_wrapper/tdx_quote/inc/td_ql_wrapper.h, common/inc/sgx_ql_lib_common.h. */
export const QUOTE_LIBRARY: readonly Cause[] = [
  {
    id: 'enclave',
    // INTERFACE_UNAVAILABLE, OUT_OF_EPC, ENCLAVE_LOST, ENCLAVE_LOAD_ERROR, UNABLE_TO_GENERATE_(QE_)REPORT, NO_DEVICE, PSW_NOT_AVAILABLE
    when: { code: ['0d', '12', '14', '16', '17', '1e', '3f', '52'] },
    title: 'The QGS could not load its quoting enclave: SGX of the host does not work ($<code:quote>)',
    hint: SGX_HINT,
  },
  {
    id: 'library',
    when: { code: '0e' },
    title: 'The QGS finds no quote provider library ($<code:quote>)',
    hint: 'Install libsgx-dcap-default-qpl on the host and restart qgsd.',
  },
  {
    id: 'unregistered',
    // NO_PLATFORM_CERT_DATA, PLATFORM_UNKNOWN, CERTS_UNAVAILABLE
    when: { code: ['11', '47', '49'] },
    title: 'This platform is not registered: the QGS got no PCK certificate for it ($<code:quote>)',
    hint: REGISTER_HINT,
  },
  {
    id: 'certificate',
    // ATT_KEY_CERT_DATA_INVALID, KEY_CERTIFCATION_ERROR, PCK_CERT_CHAIN_ERROR
    when: { code: ['10', '18', '22'] },
    title: 'The PCK certificate that the QGS got is not one for this platform as it is ($<code:quote>)',
    hint: 'The TCB of the platform has changed, most often by a BIOS update, or the PCCS has old data: register the platform again and refresh the PCCS.',
  },
  {
    id: 'untrusted',
    // ROOT_CA_UNTRUSTED
    when: { code: '65' },
    title: 'The QGS does not trust the certificate of the PCCS ($<code:quote>)',
    hint: 'A PCCS of one’s own has a self-signed certificate: set use_secure_cert to false in /etc/sgx_default_qcnl.conf (canonical/tdx#256).',
  },
  {
    id: 'config',
    // UNKNOWN_API_VERSION, CONFIG_INVALID_JSON
    when: { code: ['48', '67'] },
    title: 'The QGS cannot use its configuration /etc/sgx_default_qcnl.conf ($<code:quote>)',
    hint: CONFIG_HINT,
  },
  {
    id: 'network',
    // NETWORK_ERROR, MESSAGE_ERROR, NO_QUOTE_COLLATERAL_DATA, UNABLE_TO_GET_COLLATERAL, SERVICE_UNAVAILABLE … INTERNAL_SERVER_ERROR
    when: { code: ['19', '1a', '1b', '34', '40', '41', '42', '44', '63'] },
    title: 'The QGS did not get what it needs from the PCCS ($<code:quote>)',
    hint: PCCS_HINT,
  },
  {
    id: 'denied',
    // PATHNAME_BUFFER_OVERFLOW_ERROR, FILE_ACCESS_ERROR, ERROR_INVALID_PRIVILEGE, PERSISTENT_STORAGE_ERROR
    when: { code: ['05', '06', '35', '45'] },
    title: 'The QGS lacks a permission ($<code:quote>)',
    hint: 'qgsd must be in group sgx_prv (for /dev/sgx_provision) and own /var/opt/qgsd.',
  },
  {
    id: 'report',
    // ERROR_REPORT, INVALID_REPORT
    when: { code: ['13', '15'] },
    title: 'The QGS refused the TD report ($<code:quote>)',
    hint: 'The report was not made by a TD on this host since it was started, or was damaged on its way.',
  },
  {
    id: 'key',
    // ECDSA_ID_MISMATCH, STORED_KEY, PUB_KEY_ID_MISMATCH, INVALID_PCE_SIG_SCHEME, ATT_KEY_BLOB, ATT_KEY_NOT_INITIALIZED, TCB_NOT_SUPPORTED
    when: { code: ['04', '07', '08', '09', '0a', '0f', '66'] },
    title: 'The attestation key of the QGS is not usable ($<code:quote>)',
    hint: 'It belongs to an earlier state of the platform, or was never certified: restart qgsd, and register the platform again after a BIOS update.',
  },
  {
    id: 'release',
    // INVALID_PARAMETER, UNSUPPORTED_ATT_KEY_ID, UNSUPPORTED_LOADING_POLICY, UNSUPPORTED_MODE, ERROR_MESSAGE_PARSING_ERROR
    when: { code: ['02', '0b', '0c', '3e', '46'] },
    title: 'The QGS does not know what it is asked for ($<code:quote>)',
    hint: 'VMM or guest and the QGS are of different DCAP releases: update libtdx-attest and qgsd to one release.',
  },
];

/** The same numbers and names where a quote is verified: by DCAP's quote verification library. */
const VERIFIED: readonly Cause[] = [
  {
    id: 'parameter',
    when: { code: '02' },
    title: 'The verifier was given no quote, or a pointer or size that is not the quote’s ($<code:quote>)',
    hint: 'Who calls the library has an empty quote (the guest got none), hands over another buffer, or a size of supplemental data that is not of this library’s version.',
  },
  {
    id: 'network',
    when: {
      code: ['19', '1a', '1b', '34', '40', '41', '42', '44', '63'],
    },
    title: 'The verifier got no collateral for the quote ($<code:quote>)',
    hint: 'Check collateral_service, or pccs_url and use_secure_cert in /etc/sgx_default_qcnl.conf, where the verifier runs: it must reach a PCCS, or Intel’s service.',
  },
  {
    // PLATFORM_LIB_UNAVAILABLE
    id: 'library',
    when: { code: '0e' },
    title: 'The verifier finds no quote provider library, and so gets no collateral ($<code:quote>)',
    hint: 'Install libsgx-dcap-default-qpl (libdcap_quoteprov.so), or the library of the cloud, where the verifier runs.',
  },
  {
    id: 'unregistered',
    when: {
      code: ['11', '47', '49'],
    },
    title: 'No certificate is known for the platform of the quote ($<code:quote>)',
    hint: REGISTER_HINT,
  },
  {
    id: 'chain',
    when: {
      code: ['1f', '21', '22', '39', '3a'],
    },
    title:
      'The certificates of the quote, or of its collateral, lead to no root that the verifier trusts ($<code:quote>)',
    hint: 'A quote of pre-production hardware (SBX) needs the collateral of that service, and the PCCS of the host and the one of the verifier must be of the same kind.',
  },
  {
    id: 'expired',
    when: {
      code: ['2c', '2d', '2e', '2f', '30'],
    },
    title: 'The collateral for the quote has expired ($<code:quote>)',
    hint: 'Refresh the PCCS (its cache, or what was put there by hand), and check the clock where the verifier runs.',
  },
  {
    id: 'revoked',
    when: { code: ['31', '32', 'QV_RESULT_REVOKED'] },
    title: 'The PCK certificate or the TCB of the platform is revoked ($<code:quote>)',
    hint: 'Update BIOS, microcode and TDX module, and register the platform again.',
  },
  {
    id: 'outdated',
    when: {
      code: [
        '27',
        '28',
        '29',
        '2a',
        '2b',
        'QV_RESULT_OUT_OF_DATE',
        'QV_RESULT_OUT_OF_DATE_CONFIG_NEEDED',
        'QV_RESULT_TD_RELAUNCH_ADVISED',
        'QV_RESULT_TD_RELAUNCH_ADVISED_CONFIG_NEEDED',
      ],
    },
    title: 'The TCB of the platform is out of date ($<code:quote>)',
    hint: 'Update BIOS, microcode, TDX module and the quoting enclave to the level of Intel’s TCB info, then start the TD again; or let the policy admit this state.',
  },
  {
    id: 'mismatch',
    when: {
      code: ['24', '26', '50', '60', '61', '62', '66', '70'],
    },
    title:
      'The platform, its TDX module or its quoting enclave is not one that Intel’s collateral describes ($<code:quote>)',
    hint: 'The collateral is of another platform (FMSPC) or older than the TDX module: refresh the PCCS where the verifier runs. Pre-production hardware and modules need collateral of their own.',
  },
  {
    id: 'form',
    when: {
      code: ['1c', '1d', '20', '23', '25', '38', '53', '64'],
    },
    title: 'The quote or its collateral has a form that the verifier does not know ($<code:quote>)',
    hint: 'Quote version, certification data or collateral are newer than the verifier’s DCAP: update it; or the quote was cut on its way.',
  },
  {
    id: 'signature',
    when: {
      code: ['68', '72', '73', 'QV_RESULT_INVALID_SIGNATURE', 'REPORT_DATA_MISMATCH'],
    },
    title: 'The signature of the quote does not fit its content ($<code:quote>)',
    hint: 'The quote was changed or damaged on its way, or something else was signed than what is verified.',
  },
  {
    id: 'configuration',
    // TCB_CONFIGURATION_NEEDED, TCB_SW_HARDENING_NEEDED, TCB_CONFIGURATION_AND_SW_HARDENING_NEEDED
    when: { code: ['33', '3c', '3d'] },
    title:
      'The TCB of the platform is up to date, and Intel asks for a setting or a hardening besides ($<code:quote>)',
    hint: 'Do what Intel’s advisory for this platform asks for (BIOS settings, software hardening), or let the policy admit this state.',
  },
  {
    id: 'enclave-of-verifier',
    // NO_QVE_IDENTITY_DATA, QVE_OUT_OF_DATE, QAE_OUT_OF_DATE, ERROR_QVL_QVE_MISMATCH
    when: { code: ['37', '3b', '51', '71'] },
    title:
      'The enclave that verifies quotes is out of date, or is not of the release of its library ($<code:quote>)',
    hint: 'Update libsgx-ae-qve and libsgx-dcap-quote-verify to one release, and let the PCCS refresh; or verify without the enclave.',
  },
  {
    id: 'enclave',
    when: { code: ['0d', '12', '14', '16', '17', '1e', '3f', '52'] },
    title:
      'The enclave that makes or verifies quotes could not be loaded: SGX does not work there ($<code:quote>)',
    hint: `${SGX_HINT} A verifier needs no enclave: libsgx-dcap-quote-verify works without QvE.`,
  },
  {
    id: 'report',
    when: { code: ['13', '15'] },
    title: 'The report of the enclave that made or verified the quote is not valid ($<code:quote>)',
    hint: 'It follows from an enclave that was not loaded or from another error above it; else the report is of another machine, or was damaged on its way.',
  },
  {
    id: 'untrusted',
    when: { code: '65' },
    title: 'The verifier does not trust the certificate of its PCCS ($<code:quote>)',
    hint: 'A PCCS of one’s own has a self-signed certificate: set use_secure_cert to false in /etc/sgx_default_qcnl.conf where the verifier runs.',
  },
  {
    id: 'config',
    when: { code: ['48', '67'] },
    title: 'The verifier cannot use its configuration /etc/sgx_default_qcnl.conf ($<code:quote>)',
    hint: CONFIG_HINT,
  },
  {
    id: 'other',
    // ERROR_UNEXPECTED, ERROR_OUT_OF_MEMORY, ERROR_BUSY
    when: { code: ['01', '03', '43', 'QV_RESULT_UNSPECIFIED'] },
    title: 'The library that makes or verifies quotes failed, and does not say of what ($<code:quote>)',
    hint: 'The lines of the library around it ([QPL], [QCNL], the log of the verifier) say more; try again with enough memory.',
  },
];
const OF_VERIFIER = new Set(VERIFIED.map(({ id }) => id));

/** What is verified was made before, and its library quotes the numbers of both. */
export const COLLATERAL: readonly Cause[] = [
  ...VERIFIED,
  ...QUOTE_LIBRARY.filter(({ id }) => !OF_VERIFIER.has(id)),
];
