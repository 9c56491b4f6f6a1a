/** What programs say that verify a quote, or ask for one without Intel's libraries: go-tdx-guest (check, attest). */

import type { Signature } from '../signature.ts';
import { attesting } from './anywhere.ts';

/**
 * Sources: google/go-tdx-guest 91f9a52, verify/verify.go, validate/validate.go, client/client_linux.go, client/linuxabi;
 * Phala-Network/dcap-qvl 9bffe30, src/{verify,quote,tcb_info,qe_identity,collateral,utils}.rs; keylime 7.12, tpm/tpm_main.py.
 */
export const QUOTE_VERIFIERS: readonly Signature[] = attesting([
  // ---- Intel's Quote Verification Library d12717e: LOG_ERROR() of AttestationLibrary/src, printed by the QVS and QVL's own tools ----
  {
    id: 'qvl-no-level',
    // Verifiers/Checks/TcbLevelCheck.cpp, TdxModuleCheck.cpp: STATUS_TCB_NOT_SUPPORTED, STATUS_TDX_MODULE_MISMATCH
    pattern:
      /TCB Level has not been selected|(?:SGX|TDX) (?:Platform|Module) TCB status not matched|No matching TCB Level found|TDX Module - Missing matching Identity|TDX Module version is \S+ but TCB Info|STATUS_(?:TCB_NOT_SUPPORTED|TDX_MODULE_MISMATCH)\b/,
    title: 'No level of the TCB info fits the quote: the platform or its TDX module is below all of them',
    hint: 'Update BIOS, microcode and TDX module of the host and register it again. Else the TCB info is of another platform (FMSPC), or older than the TDX module: fetch it anew.',
  },
  {
    id: 'qvl-revoked',
    pattern:
      /(?:Certificate|Cert) is revoked by (?:PCK Revocation List|Root CA|Intermediate CA)|(?:SGX|TDX) TCB is revoked|STATUS_\w*REVOKED\b/,
    title: 'A certificate of the quote, or the TCB of its platform, is revoked',
    hint: 'Intel has withdrawn it: update BIOS, microcode and TDX module, register the platform again, and let the PCCS fetch new certificates.',
  },
  {
    id: 'qvl-expired',
    pattern:
      /(?:TCB Info|Enclave Identity|ROOT CA CRL|Intermediate CA CRL|TCB Signing (?:Certificate|Chain Root CA)|PCK Cert Chain (?:Root CA|Intermediate CA|PCK Cert)) is expired|STATUS_SGX_\w+_EXPIRED\b/,
    title: 'The collateral with which the quote is verified is out of date',
    hint: 'Check the clock of the verifier, and let it or its PCCS fetch the collateral anew (PCCS: refresh).',
  },
  {
    id: 'qvl-chain',
    pattern:
      /Chain is not trusted|(?:Intermediate CA|PCK Cert) is not signed by|Root ?CA is not self signed|(?:ROOT|Root) CA (?:has wrong subject|is missing|signature is invalid)|(?:PCK|TCB Signing) (?:Cert|cert) (?:signature is invalid|is missing)|TCB signing certificate (?:has different issuer|signature verification failed)|CRL (?:has unknown issuer|signature verification failure)|(?:TCB Info signature is invalid|QE Identity signature verification failure)/,
    title: 'The certificates of the quote or of its collateral do not lead to Intel’s root',
    hint: 'A pre-production CPU has another root; else the collateral is mixed, cut, or of another service than the quote’s certificate (sandbox and production).',
  },
  {
    id: 'qvl-other-platform',
    pattern:
      /(?:FMSPC|PCEID) value from TcbInfo \(|MRSIGNERSEAM value (?:size )?from TdReport|SEAMATTRIBUTES values? (?:size )?from TdReport|(?:TcbInfo|Enclave Identity) is (?:not )?generated for (?:SGX|TDX) and does not match|(?:Attributes|MiscSelect) value from Enclave Report|Enclave Identity contains (?:MRSIGNER|IsvProdId) field|Issuers in PCK revocation List and PCK Certificate/,
    title: 'The collateral is not for the platform, TDX module or quoting enclave of this quote',
    hint: 'Fetch TCB info and identities for the FMSPC and the TEE of this quote (tdx, not sgx).',
  },
  {
    id: 'qvl-quote',
    pattern:
      /Quote (?:format verification failure|version \S+ is not supported|size \S+ is not at least|Signature \(.* cannot be verified)|Can't (?:parse or validate quote|read [A-Za-z0-9 .]+ from quote)|QE Report Signature extracted from quote|additional, not expected data in quote|Wrong QE vendor ID|Attestation Key type \S+ is not supported|TEE Type \S+ is not supported|Declared auth data size/,
    title: 'The quote is damaged, cut, or not of a form that the verifier knows',
    hint: 'Give the verifier the bytes as the quoting service made them (no base64, no zeros at the end), and a library as new as the quoting service.',
  },
  // ---- tpm2-tools 02d9293f tools/misc/tpm2_checkquote.c -----------------------------------------------------------------
  {
    id: 'tpm-checkquote',
    pattern:
      /Error validating (?<what>nonce from quote|PCR composite against signed message|signed message with public key)|Selection (?:sizes|bitmasks) do not match|Bad magic, got: 0x/,
    title: 'The quote of the TPM does not verify',
    hint: 'The line before says which part of it.',
    causes: [
      {
        id: 'nonce',
        when: { what: 'nonce from quote' },
        title: 'The quote of the TPM is not for this request: its nonce is another one',
        hint: 'An old quote was sent again, or the two sides write the nonce differently (hexadecimal or text, -q of tpm2_checkquote).',
      },
      {
        id: 'pcrs',
        when: { what: 'PCR composite against signed message' },
        title: 'The registers that were sent with the quote of the TPM are not those that it signs',
        hint: 'A PCR was extended between the two, or bank, selection or byte order of the file differ (tpm2_checkquote -l, -F).',
      },
      {
        id: 'key',
        when: { what: 'signed message with public key' },
        title: 'The quote of the TPM was signed by another key than the one that it is checked with',
        hint: 'Give the attestation key of this TPM (a new one is made with each enrollment), and the hash algorithm of the signature.',
      },
    ],
  },
  {
    id: 'keylime-list',
    pattern:
      /(?:IMA|Measured Boot) PCR (?:\d+ )?in policy, but no measurement list provided|Compared no PCRs against measured boot log/,
    title: 'The policy of Keylime asks for measurements of which the agent sent no list',
    hint: 'The agent reads /sys/kernel/security/tpm0/binary_bios_measurements and ima/ascii_runtime_measurements: they must exist in the guest, and its user must be allowed to read them. An event log that cannot be parsed counts as none.',
  },
  {
    id: 'keylime-pcr',
    pattern:
      /PCR #\d+: (?:invalid bind data )?[0-9a-fx]+ from quote .*does not match expected value|Boot attestation failed for agent |For PCR \d+ and hash \w+ the boot event log has value/,
    title: 'What the guest measured is not what the policy of Keylime expects',
    hint: 'Firmware, boot loader, kernel or command line differ from those of the reference state, or the event log does not tell all: make the reference state anew on this guest, and compare.',
  },
  {
    id: 'keylime-missing-pcr',
    pattern: /PCRs specified in policy not in quote|PCR #\d+ was not included in the quote/,
    title: 'The policy of Keylime asks for registers that the quote does not have',
    hint: 'The agent quotes other PCRs or another bank (sha1, sha256) than the policy names.',
  },
  {
    id: 'verify-tcb',
    pattern:
      /unable to find latest status of (?:TDX|Enclave) TCB|(?:TDX|QE) TCB Status is not |unexpected tcb status found|failed TCB status check: |No matching TCB level found|TCB status is invalid: |QE ISVSVN \d+ is below minimum/,
    title: 'The quote is genuine, but the TCB of its platform is not up to date',
    hint: 'Update BIOS, microcode, TDX module and quoting enclave of the host, and start the TD again; or let the policy admit this state.',
  },
  {
    id: 'verify-collateral',
    pattern:
      /(?:(?:tcbInfo|QeIdentity|PCK CRL)(?: (?:root|signing) certificate)?|root CA CRL|in PCK certificate chain) has expired|could not verify collaterals obtained|(?:tcbInfo|QeIdentity) (?:response verification failed|(?:version|ID) \S+ does not match)|missing (?:signing|root) certificate in the issuer chain|(?:TCBInfo|QE Identity) (?:expired|issue date is in the future)|Certificate chain is too short for |Signature is invalid for (?:tcb_info|qe_identity) in quote_collateral/,
    title: 'The collateral for the quote (from Intel’s PCS) is out of date or not valid',
    hint: 'Check the clock where the verifier runs, let it fetch the collateral anew (-get_collateral), and look at what a cache or proxy hands out.',
  },
  {
    id: 'verify-platform',
    pattern:
      /(?:FMSPC|PCEID|MRSIGNERSEAM|MRSIGNER|AttributesMask|ISV PRODID|MISCSELECT) value.* is not equal to |(?:FMSPC|PCEID) from PCK Certificate|\bFmspc mismatch|QE report hash mismatch|Unknown QE vendor ID|(?:SGX|TDX) quote with non-(?:SGX|TDX) TCB info in the collateral/,
    title: 'The quote is not of the platform, TDX module or quoting enclave that the collateral describes',
    hint: 'Fetch the collateral for the FMSPC of this quote. Intel’s production service does not have pre-production CPUs and debug modules.',
  },
  {
    id: 'verify-policy',
    pattern:
      /error validating the TDX Quote: |quote field (?<field>[A-Z_0-9]+) is \S+ Expect|unauthorized (?:xfam|tdAttributes) 0x|TD_ATTRIBUTES DEBUG bit is set|security-version number \d+ is less than the required|no value in AnyMrTd matched|(?:Error|[Qq]uote): Debug mode is enabled$|\bSEPT_VE_DISABLE is not enabled|Reserved bits in TD attributes are set|Invalid MR service TD/,
    title: 'The quote is genuine, but the policy of the verifier does not admit this TD',
    hint: 'The line names the field: another firmware, kernel or configuration, a debug TD, or a lower security version. Compare with tdx-boot measure.',
  },
  {
    id: 'verify-revoked',
    // rustls-webpki error.rs, as dcap-qvl prints it
    pattern: /\bCertRevoked\b/,
    title: 'A certificate of the quote is revoked: Intel has withdrawn the platform’s key or an older CA',
    hint: 'Recover the platform (BIOS, microcode, TDX module), register it anew, and let the PCCS fetch new certificates.',
  },
  {
    id: 'verify-signature',
    pattern:
      /ISV enclave report signature is invalid|Signature is invalid for qe_report in quote|(?:Unsupported DCAP quote version|TEE quote must have version \d)/,
    title: 'The quote is not genuine, or not of a form that the verifier knows',
    hint: 'It was changed or cut on its way, or has another version: let the verifier be as new as the quoting service.',
  },
  {
    id: 'attest-no-provider',
    // client/client_linux.go
    pattern:
      /neither TDX device, nor ConfigFs is available|report provider "[^"]*" is not 'tdx_guest'|invalid ioctl! use QuoteProvider|could not open Intel TDX guest device at/,
    title: 'The guest has no way to a quote: no TSM of TDX, and no TDX device that gives one',
    hint: 'Load tdx-guest (CONFIG_TDX_GUEST_DRIVER, CONFIG_TSM_REPORTS, Linux 6.7 or newer), mount configfs, run as root, and check that the guest is a TD.',
  },
  {
    id: 'attest-quote-size',
    // client/client_linux.go: status and length that the host wrote into the buffer
    pattern:
      /invalid Quote size: |unexpected error: 922337203685477580[89]|the device driver return busy|request feature is not supported|unable to get the quote$/,
    title: 'The host gave the guest no quote, or one of no use',
    hint: 'Start qgsd on the host and give the VMM its socket; "journalctl -u qgsd" says why it refuses.',
  },
]);
