/** What the guest components of Confidential Containers and the Trustee services say when an image, a key or a quote is refused. */

import { GUEST_STREAMS } from '../../words/words.ts';
import type { LineOrigin, Signature } from '../signature.ts';

/** Guests print it, and Kata, the kubelet or the journal of a service quote it. */
const ANYWHERE: readonly LineOrigin[] = ['vmm', 'host', ...GUEST_STREAMS];

/** Sources: confidential-containers/trustee 78962cd and guest-components 8246e5e (0.17), the texts of their error enums. */
export const CONFIDENTIAL_CONTAINERS: readonly Signature[] = [
  {
    id: 'coco-decrypt',
    phase: 'userspace',
    severity: 'fatal',
    pattern:
      /(?:Bad decoder media type|[Uu]nhandled media type:?) \S*\+encrypted|Failed to decrypt (?:the image layer|layer)|Decrypt Image \(UnwrapKey\) failed|No decrypt config detected from the annotations|Decryption not supported\. Please compile/,
    title: 'The guest is up, but could not decrypt a layer of the container’s image',
    hint: 'The key must be in the KBS under the id that the image names, the KBS must admit this TD, and the image must be pulled inside of the guest, not by a snapshotter of the host (confidential-containers#356).',
    streams: ANYWHERE,
  },
  {
    id: 'coco-image-signature',
    phase: 'userspace',
    severity: 'fatal',
    pattern:
      /Image policy rejected|Denied by policy: |Invalid (?:image policy file|simple signing sigstore config)|Initialize signature validator failed|Failed to update sigstore config/,
    title: 'The guest is up, but its image policy or a signature does not admit the image',
    hint: 'See the policy that image_security_policy_uri names, and the public keys that it asks of the KBS.',
    streams: ANYWHERE,
  },
  {
    id: 'coco-eventlog',
    phase: 'userspace',
    severity: 'error',
    pattern:
      /failed to parse AA Eventlog|at least one line should be included in AAEL|CCEL (?:integrity check failed|is not)|[Ee]vent ?log (?:replay|integrity)[^:]*(?:failed|mismatch)/,
    title: 'The verifier cannot read or replay the event log of the guest',
    hint: 'Guest components and Trustee must be of releases that fit each other (kata-containers#10176).',
    streams: ANYWHERE,
  },
  {
    id: 'coco-initdata',
    phase: 'userspace',
    severity: 'error',
    // trustee 78962cd deps/verifier/src/tdx/mod.rs; guest-components 8246e5e attestation-agent/attester/src/tdx/mod.rs
    pattern: /MRCONFIGID is different from that in|Init data does not match/,
    title: 'The initdata of the guest is not the one that the TD was measured for',
    hint: 'MRCONFIGID of the TD is the digest of the initdata: the annotation was changed on its way, or hypervisor and guest use another algorithm (SHA-384 for TDX).',
    streams: ANYWHERE,
  },
  {
    id: 'coco-policy',
    phase: 'userspace',
    severity: 'error',
    pattern:
      /Access denied by policy|PolicyDeny|Verify(?:ing)? (?:resource|attestation) policy failed|policy engine rejected/,
    title: 'The KBS admits this guest’s evidence, but its policy refuses the resource',
    hint: 'Compare the claims of the token (TCB status, measurements, debug) with the resource policy and the reference values in the RVPS.',
    streams: ANYWHERE,
  },
  {
    id: 'coco-verifier',
    phase: 'userspace',
    severity: 'error',
    pattern:
      /Attestation failed: (?:Verifier evaluate failed: )?(?<why>[A-Za-z].*[a-z0-9)])|Failed to verify Attestation Token|REPORT_DATA is different from that in|Verify report signature failed/,
    title: 'The attestation service refused the guest’s evidence: $<why>',
    hint: 'The log of the attestation service has the step that failed: collateral (PCCS), the quote’s signature, REPORT_DATA, or the event log.',
    streams: ANYWHERE,
  },
  {
    id: 'coco-resource',
    phase: 'userspace',
    severity: 'error',
    pattern:
      /\[CDH\] \[ERROR\]: [A-Z]|Get [Rr]esource failed|KBS resource not found|Unseal Secret failed|Secure Mount failed|failed to get registry authentication credentials/,
    title: 'The guest is up, but got no resource from the KBS',
    hint: 'The log of the KBS says whether attestation failed, the policy refused, or the resource does not exist; the guest needs its address (aa_kbc_params) and network.',
    streams: ANYWHERE,
    symptom: true,
  },
];
