/** What the guest components of Confidential Containers and the Trustee services say when an image, a key or a quote is refused. */

import { GUEST_STREAMS } from '../../words/words.ts';
import type { Signature } from '../signature.ts';
import { attesting } from './anywhere.ts';

const NO_EVIDENCE =
  'In the guest /sys/kernel/config/tsm/report or /dev/tdx_guest must work; on the host "journalctl -u qgsd" says whether a quote was asked for.';

/** Sources: confidential-containers/trustee 78962cd and guest-components 8246e5e (0.17), the texts of their error enums. */
export const CONFIDENTIAL_CONTAINERS: readonly Signature[] = attesting([
  {
    id: 'coco-decrypt',
    severity: 'fatal',
    pattern:
      /(?:Bad decoder media type|[Uu]nhandled media type:?) \S*\+encrypted|Failed to decrypt (?:the image layer|layer)|Decrypt Image \(UnwrapKey\) failed|No decrypt config detected from the annotations|Decryption not supported\. Please compile/,
    title: 'The guest is up, but could not decrypt a layer of the container’s image',
    hint: 'The key must be in the KBS under the id that the image names, the KBS must admit this TD, and the image must be pulled inside of the guest, not by a snapshotter of the host (confidential-containers#356).',
  },
  {
    id: 'coco-image-signature',
    severity: 'fatal',
    pattern:
      /Image policy rejected|Denied by policy: |Policy `reject` rejects image|rejected by `(?:signedBy|sigstoreSigned)`|(?:Manifest digest does not match signature|Can not find any signatures)|signatures do not satisfied|no pubkey can verify|Invalid (?:image policy file|simple signing sigstore config)|Initialize signature validator failed|Failed to update sigstore config/,
    title: 'The guest is up, but its image policy or a signature does not admit the image',
    hint: 'See the policy that image_security_policy_uri names, and the public keys that it asks of the KBS.',
  },
  {
    id: 'coco-eventlog',
    pattern:
      /failed to parse AA Eventlog|[Ee]ventlog does not pass (?:measurement replay|check)|at least one line should be included in AAEL|CCEL (?:integrity check failed|is not)|[Ee]vent ?log (?:replay|integrity)[^:]*(?:failed|mismatch)|Parse CC Eventlog failed|(?<evidence>unsupported quote version|Deserialize TDX Evidence failed|expected TDX quote|parse (?:quote header|(?:TDX|SGX) quote)|quote too short|PCK cert(?:ificate)? chain (?:data|must))/,
    title: 'The verifier cannot read or replay the event log of the guest',
    hint: 'Guest components and Trustee must be of releases that fit each other (kata-containers#10176).',
    causes: [
      {
        id: 'evidence',
        // trustee 78962cd deps/verifier/src/tdx/{mod,claims}.rs, intel_dcap/quote.rs
        when: {
          evidence: [
            'unsupported quote version',
            'Deserialize TDX Evidence failed',
            'expected TDX quote',
            'parse TDX quote',
            'parse SGX quote',
            'parse quote header',
            'quote too short',
          ],
        },
        title: 'The verifier cannot read the guest’s evidence',
        hint: 'Guest components and Trustee must be of releases that fit each other: the quote has another version, or the evidence another form.',
      },
    ],
  },
  {
    id: 'coco-initdata',
    // trustee 78962cd deps/verifier/src/tdx/mod.rs; guest-components 8246e5e attestation-agent/attester/src/tdx/mod.rs
    pattern:
      /MRCONFIGID is different from that in|Init data does not match|initdata supplied by the parameter is inconsistent|MRCONFIGID \(Initdata\) verification failed/,
    title: 'The initdata of the guest is not the one that the TD was measured for',
    hint: 'MRCONFIGID of the TD is the digest of the initdata: the annotation was changed on its way, or hypervisor and guest use another algorithm (SHA-384 for TDX).',
  },
  {
    id: 'coco-no-extend',
    // guest-components 0666c5e attestation-agent/attester/src/lib.rs; tdx/mod.rs of releases of 2024
    pattern:
      /Cannot extend runtime measurement on this system|does not support extending runtime measurement/,
    title: 'The attestation agent is to keep an event log, and this guest cannot extend a register',
    hint: 'Set enable_eventlog = false in aa.toml ([eventlog_config] of older releases), or use a guest kernel that lets programs extend an RTMR (Linux 6.16 or newer, or a driver of Intel’s trees).',
  },
  {
    id: 'coco-token',
    // trustee 78962cd kbs/src/crypto/jwt.rs, kbs/src/token/error.rs
    pattern:
      /Cannot verify token (?:since|with any)|No x5c extension inside JWK|JWK cannot be validated by trust anchor|Failed to find Jwk with kid/,
    title: 'The KBS does not trust the token of the attestation service',
    hint: 'trusted_certs_paths (or trusted_jwk_sets) of the KBS must name the certificate with which the attestation service signs: one that makes a new key at each start is trusted by insecure_key only.',
  },
  {
    id: 'coco-collateral',
    // trustee 78962cd deps/verifier/src/intel_dcap/{collateral,pcs}.rs
    pattern:
      /failed to fetch (?:TcbInfo|QeIdentity|PCK CRL|Root CA CRL)|(?:QE Identity|TcbInfo|PCK CRL) response missing|QE Identity issuer chain|root CA cert has no CRL|collateral (?:file I\/O|JSON) error|invalid collateral service URL|PCS internal error|collateral not available from|(?:failed to send request to|unexpected HTTP response from) PCS/,
    title: 'The verifier got no collateral for the quote',
    hint: 'The attestation service must reach a PCCS or Intel’s service: check collateral_service in its configuration, proxy and certificates.',
  },
  {
    id: 'coco-kbs-payload',
    // trustee 78962cd kbs/src/api_server.rs with the words of actix-web
    pattern: /payload reached size limit/,
    title: 'The guest’s evidence is larger than the KBS takes',
    hint: 'An event log may be long: raise payload_request_size of the KBS ([http_server]) (trustee#670).',
  },
  {
    id: 'coco-kbs-unreachable',
    // guest-components 8246e5e attestation-agent/kbs_protocol/src/error.rs with the words of reqwest
    pattern:
      /error sending request for url \((?<url>[^)\s]+\/kbs\/[^)\s]*)\)(?:: .*(?<closed>unexpected end of file|connection closed|connection reset))?/,
    title: 'The guest does not reach the KBS at $<url>',
    hint: 'Start the KBS, and check the address in aa_kbc_params or the initdata, as the guest sees it: its network, DNS, proxy and the certificate of the KBS.',
    causes: [
      {
        id: 'closed',
        // hyper 0.14 and 1 src/error.rs, behind reqwest
        when: { closed: ['unexpected end of file', 'connection closed', 'connection reset'] },
        title: 'The KBS closed the connection of the guest without an answer ($<url>)',
        hint: 'It crashed (docker ps, kubectl get pods: its last words), or a proxy between them ended the connection.',
      },
    ],
  },
  {
    id: 'coco-resource-missing',
    // trustee 78962cd kbs/src/plugins/implementations/resource/kv_storage.rs
    pattern: /resource not found: (?<resource>[\w.-]+\/[\w.-]+\/[\w.-]*\w)/,
    title: 'The KBS has no resource $<resource>',
    hint: 'Put it there (kbs-client set-resource --path), or mend the URI kbs:///… that names it.',
  },
  {
    id: 'coco-policy',
    pattern:
      /Access denied by policy|PolicyDeny|Verify(?:ing)? (?:resource|attestation) policy failed|policy engine rejected/,
    title: 'The KBS admits this guest’s evidence, but its policy refuses the resource',
    hint: 'Compare the claims of the token (TCB status, measurements, debug) with the resource policy and the reference values in the RVPS.',
  },
  {
    id: 'coco-verifier',
    pattern:
      /(?:Attestation failed: (?:Verifier evaluate failed: )?|Remote Attestation Failed, AS Response: |KBS attest unauthorized, Error Info: )(?<why>[A-Za-z].*[a-z0-9)])|Failed to verify Attestation Token|REPORT_DATA is different from that in|Verify report signature failed/,
    title: 'The attestation service refused the guest’s evidence: $<why>',
    hint: 'The log of the attestation service has the step that failed: collateral (PCCS), the quote’s signature, REPORT_DATA, or the event log.',
  },
  {
    id: 'coco-agent',
    // guest-components 8246e5e attestation-agent/src/bin/{ttrpc_dep,grpc-aa}/server.rs
    pattern:
      /\[ERROR:attestation-agent\] AA(?:-KBC)? (?<what>get token|get evidence|get additional evidence|extend runtime measurement|binding init data|get (?:tee type|additional tees)) failed/,
    title: 'The attestation agent of the guest failed: $<what>',
    hint: 'The log of the agent in the guest says more.',
    // The KBS and the quoting services say why.
    symptom: true,
    causes: [
      {
        id: 'token',
        when: { what: 'get token' },
        title:
          'The attestation agent got no token: the KBS refused this guest’s evidence, or was not reached',
        hint: 'The log of the KBS and of the attestation service says which step failed; if they were not asked, check the address in aa_kbc_params or the initdata and the guest’s network.',
      },
      {
        id: 'evidence',
        when: { what: ['get evidence', 'get additional evidence'] },
        title:
          'The attestation agent got no evidence: the guest’s TDX device, its TSM or the QGS of the host failed',
        hint: NO_EVIDENCE,
      },
      {
        id: 'measurement',
        when: { what: ['extend runtime measurement', 'binding init data'] },
        title: 'The attestation agent could not extend a register of the TD',
        hint: 'Runtime measurements need Linux 6.16 or newer in the guest, or a driver of Intel’s trees: switch the event log off in the agent’s configuration otherwise.',
      },
    ],
  },
  {
    id: 'coco-resource',
    pattern:
      /\[CDH\] \[ERROR\]: [A-Z]|Get [Rr]esource failed|KBS resource not found|Unseal Secret failed|Secure Mount failed|failed to get registry authentication credentials/,
    // kata-pull: the image, whose registry or policy failed
    unless: /Image Pull error: /,
    title: 'The guest is up, but got no resource from the KBS',
    hint: 'The log of the KBS says whether attestation failed, the policy refused, or the resource does not exist; the guest needs its address (aa_kbc_params) and network.',
    symptom: true,
  },
  {
    id: 'attest-agent',
    streams: GUEST_STREAMS,
    pattern:
      /attestation[- ]agent.*(?:[Ee]rror|failed|panicked)|(?:tdx-attester|[Tt]dx [Aa]ttester).*(?:[Ff]ailed|[Ee]rror|[Cc]annot)|(?<what>[Gg]et (?:TEE )?evidence failed|Get TD report via ioctl\(\) failed)|RCAR handshake [^ ]* ?failed(?:.*(?<what2>[Gg]et (?:TEE )?evidence failed))?|\brequest unauthorized\b|KBS internal error: |kbs client initialization failed|no `agent\.aa_kbc_params` provided|illegal aa_kbc_params format|-attester` feature is not enabled|KBS [^:]*(?:refused|denied|failed)|kbs-client.*error/,
    title: 'The attestation agent of the guest failed',
    hint: 'The guest is up. The line says what it wanted: evidence comes from TSM and QGS, resources from the KBS, whose policy may refuse this TD.',
    symptom: true,
    causes: [
      {
        id: 'evidence',
        when: {
          what: [
            'Get TEE evidence failed',
            'get TEE evidence failed',
            'get evidence failed',
            'Get evidence failed',
            'Get TD report via ioctl() failed',
          ],
        },
        title: 'The guest could make no evidence: its TDX device, its TSM or the QGS of the host failed',
        hint: NO_EVIDENCE,
      },
    ],
  },
]);
