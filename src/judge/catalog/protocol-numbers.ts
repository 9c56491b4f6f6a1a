/** Numbers of services that are asked over a network: PCCS, Azure Attestation, curl, gRPC. */

import type { Saying } from '../signature.ts';
import { REGISTER_HINT } from './dcap-codes.ts';

/** Mbed TLS's own programs print a code as `-0x2700`, those that only pass the code on as `-9984`. */
function mbedtls(...codes: readonly number[]): readonly string[] {
  return codes.flatMap((code) => {
    const digits = code.toString(16).padStart(4, '0');
    return [...new Set([String(code), `0x${digits}`, `0x${digits.toUpperCase()}`])];
  });
}

export const PROTOCOL_NUMBERS: readonly Saying[] = [
  {
    id: 'mbedtls',
    symptom: true,
    pattern:
      /\bmbedtls_\w+.*?(?: returned| error|: ?)[ :=]*-(?<code>0x[0-9A-Fa-f]+|\d+)\b|[Ll]ast error was: -(?<code2>\d+)/,
    title: 'TLS failed ($<code:mbedtls>)',
    hint: 'The two sides did not agree: read what the other side says at that time.',
    causes: [
      {
        id: 'certificate',
        when: { code: mbedtls(0x2700, 0x3000, 0x7a00) },
        title: 'This side does not accept the certificate of the other side ($<code:mbedtls>)',
        hint: 'With RA-TLS the certificate carries a quote: the line before says what of it failed (TCB, measurement, debug, collateral). The verifier’s settings (RA_TLS_MRENCLAVE, RA_TLS_ALLOW_…) must fit.',
        symptom: false,
      },
      {
        id: 'alert',
        when: { code: mbedtls(0x7780) },
        title:
          'The other side refused the handshake by an alert, most often for this side’s certificate ($<code:mbedtls>)',
        hint: 'Its own log says why: with RA-TLS the quote in the certificate did not verify there.',
        symptom: false,
      },
      {
        id: 'network',
        when: { code: mbedtls(0x44, 0x50, 0x52, 0x7280, 0x6800) },
        title: 'The other side of the TLS connection is not reached, or went away ($<code:mbedtls>)',
        hint: 'Check that it runs, its address and port, and its log at that time.',
        symptom: false,
      },
    ],
  },
  {
    id: 'pccs-status',
    phase: 'host',
    symptom: true,
    // service/constants/pccs_status_code.js (Intel PCCS 1.24)
    pattern:
      /\b(?:PCCS|pccs)\b.*?(?:HTTP\S*(?: status)?(?: code)?|[Ss]tatus(?: code)?|code|error|returned|responded with)[ :=]{1,3}(?<code>4(?:0[014]|1[03]|6[0-2])|50[023])\b/,
    title: 'The PCCS refused a request (HTTP $<code>)',
    hint: 'Its log says more: journalctl -u pccs.',
    causes: [
      {
        id: 'unregistered',
        when: { code: ['404', '461'] },
        title: 'This platform is not registered: the PCCS has no PCK certificate for it (HTTP $<code>)',
        hint: REGISTER_HINT,
        symptom: false,
      },
      {
        id: 'tcb',
        when: { code: '462' },
        title: 'Intel has no PCK certificate for the TCB of this platform (HTTP 462)',
        hint: 'After an update of BIOS or microcode register the platform again, and let the PCCS fetch its certificates anew.',
        symptom: false,
      },
      {
        id: 'denied',
        when: { code: '401' },
        title: 'The PCCS does not take this token (HTTP 401)',
        hint: 'Compare user-token and admin-token with UserTokenHash and AdminTokenHash in config/default.json of the PCCS.',
        symptom: false,
      },
      {
        id: 'intel',
        when: { code: ['410', '502', '503'] },
        title: 'The PCCS gets no collateral from Intel’s PCS (HTTP $<code>)',
        hint: 'Check ApiKey, uri and proxy in config/default.json of the PCCS, and its way to the Internet. 410: version 3 of the API is no more, so update the PCCS.',
        symptom: false,
      },
    ],
  },
  {
    id: 'azure-attestation',
    symptom: true,
    // the troubleshooting guide of Azure Attestation
    pattern:
      /(?:Azure [Aa]ttestation|\bMAA\b|attest\.azure\.net|AttestationClient).*?\b(?<code>PolicyEvaluationError|PolicyParsingError|InvalidParameter|InvalidOperation|Unauthorized|401)\b|Native operation failed with (?<code2>65518|65526|65529)\b/,
    title: 'Azure Attestation refused the request ($<code>)',
    hint: 'The message of its answer says more.',
    causes: [
      {
        id: 'policy',
        when: { code: ['PolicyEvaluationError', '65518'] },
        title: 'The evidence does not meet the policy of the Azure Attestation provider',
        hint: 'Compare the claims of the quote with the authorisation rules of the policy: TCB, debug attribute, MRTD and RTMRs.',
        symptom: false,
      },
      {
        id: 'quote',
        when: { code: 'InvalidParameter' },
        title: 'Azure Attestation does not accept the quote or its collateral (InvalidParameter)',
        hint: 'The quote is not of this format, the platform is below the baseline of Azure, or its collateral has expired; the REPORTDATA must hold the hash of the runtime data.',
        symptom: false,
      },
      {
        id: 'denied',
        when: { code: ['Unauthorized', '401'] },
        title: 'This user may not use the Azure Attestation provider',
        hint: 'Give it the role Attestation Reader, for policies Attestation Contributor.',
        symptom: false,
      },
      {
        id: 'policy-syntax',
        when: { code: ['PolicyParsingError', '65526'] },
        title: 'The policy of the Azure Attestation provider has a mistake',
        hint: 'The message names line and column; a signed policy must be a JWT with a claim AttestationPolicy.',
        symptom: false,
      },
    ],
  },
  {
    id: 'curl-error',
    symptom: true,
    // libcurl-errors(3)
    pattern:
      /\bcurl: \((?<code>[1-9]\d?)\)|\b(?:lib)?(?:curl|CURL)\b.{0,40}?\b(?:error|exited with|code|status)[ :=(]{1,3}(?<code2>[1-9]\d?)\b|\bCURLE_(?<code3>[A-Z_]+)/,
    title: 'A request failed ($<code:curl>)',
    hint: 'curl(1) lists its exit statuses.',
    causes: [
      {
        id: 'name',
        when: { code: ['5', '6', 'COULDNT_RESOLVE_HOST', 'COULDNT_RESOLVE_PROXY'] },
        title: 'The name of the server cannot be resolved ($<code:curl>)',
        hint: 'Check the name, /etc/resolv.conf and the proxy variables, where the program runs.',
        symptom: false,
      },
      {
        id: 'connection',
        when: { code: ['7', 'COULDNT_CONNECT'] },
        title: 'The server cannot be reached ($<code:curl>)',
        hint: 'Nobody listens there, or a firewall or a proxy is in between: start the server, and check host and port.',
        symptom: false,
      },
      {
        id: 'certificate',
        when: {
          code: [
            '35',
            '51',
            '58',
            '60',
            '77',
            'PEER_FAILED_VERIFICATION',
            'SSL_CONNECT_ERROR',
            'SSL_CACERT_BADFILE',
          ],
        },
        title: 'The certificate of the server is not trusted, or TLS fails ($<code:curl>)',
        hint: 'Let the machine trust its CA (a PCCS of one’s own has a self-signed certificate), and compare clocks and versions of TLS.',
        symptom: false,
      },
    ],
  },
  {
    id: 'grpc-status',
    symptom: true,
    // doc/statuscodes.md of gRPC
    pattern:
      /\b(?:gRPC|grpc|GRPC)\b.*?\b(?:status|code)(?: code)?[ :=]{1,3}(?<code>1[0-6]|[1-9])\b|\brpc (?:error|status): .*?\bcode ?[=:] ?(?<code2>Unavailable|UNAVAILABLE|Unimplemented|UNIMPLEMENTED|PermissionDenied|PERMISSION_DENIED|Unauthenticated|UNAUTHENTICATED|ResourceExhausted|RESOURCE_EXHAUSTED)\b|\b[\w.]+ (?<code3>service does not exist)|(?<code4>unknown (?:service|method)) [\w.]+/,
    // The other side tells what it refuses: evidence that it has verified, and no account.
    unless:
      /\bcode = (?:Unauthenticated|PermissionDenied) desc = .*\b(?:quote|evidence|attestation|report)\b/i,
    title: 'A call of gRPC failed ($<code:grpc>)',
    hint: 'Read the log of the side that was called.',
    causes: [
      {
        id: 'unavailable',
        when: { code: ['14', 'Unavailable', 'UNAVAILABLE'] },
        title: 'The other side of a gRPC call does not answer (UNAVAILABLE)',
        hint: 'It was not started, has ended, or listens elsewhere: read its log.',
        symptom: false,
      },
      {
        id: 'denied',
        when: {
          code: ['7', '16', 'PermissionDenied', 'PERMISSION_DENIED', 'Unauthenticated', 'UNAUTHENTICATED'],
        },
        title: 'The other side of a gRPC call does not allow the call ($<code:grpc>)',
        hint: 'Check the credentials and the policy of the side that was called.',
        symptom: false,
      },
      {
        id: 'unknown-call',
        // ttrpc-rust 0.8 src/asynchronous/server.rs, google.golang.org/grpc 1.70 server.go
        when: {
          code: [
            '12',
            'Unimplemented',
            'UNIMPLEMENTED',
            'service does not exist',
            'unknown service',
            'unknown method',
          ],
        },
        title: 'The other side of a gRPC call does not know the call (UNIMPLEMENTED)',
        hint: 'The two programs are of different releases, or a service of the other side is off: Kata’s runtime and its guest image belong together, and so do containerd and its snapshotters.',
        symptom: false,
      },
      {
        id: 'too-large',
        when: { code: ['8', 'ResourceExhausted', 'RESOURCE_EXHAUSTED'] },
        title: 'The other side of a gRPC call has no room for it (RESOURCE_EXHAUSTED)',
        hint: 'A message is larger than the other side takes, or a limit of connections, memory or quota is reached: the rest of the line says which.',
        symptom: false,
      },
    ],
  },
];
