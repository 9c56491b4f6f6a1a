/** What Contrast and Constellation print when one side of their attested TLS does not accept the other. */

import type { Signature } from '../signature.ts';
import { attesting } from './anywhere.ts';

/** Sources: edgelesssys/constellation 7cb5b83b internal/{atls,attestation}; edgelesssys/contrast 01cc6058, 1148e32e, ad637123. */
export const EDGELESS: readonly Signature[] = attesting([
  {
    id: 'contrast-policy',
    // internal/manifest/validators.go CoordinatorValidator(); coordinator/internal/stateguard UpdateState()
    pattern:
      /wrong policy hash for Coordinator|no policy provided for hash "|policy hash \S+ not found in manifest/,
    title:
      'Contrast: the pod’s policy is not one of the manifest: the deployment was generated anew, or with another release',
    hint: 'Deploy the resources that contrast generate wrote together with this manifest.json, and give contrast verify and set the coordinator-policy.sha256 of that run.',
  },
  {
    id: 'contrast-recovery',
    // coordinator/internal/stateguard/{stateguard,userapi}.go
    pattern: /coordinator is in recovery mode|coordinator state is outdated/,
    title: 'Contrast: the Coordinator was restarted and has lost its keys: it waits for recovery',
    hint: 'contrast recover with the seed share of its owner; with several replicas a new one recovers from its peers by itself.',
  },
  {
    id: 'contrast-no-manifest',
    // coordinator/internal/stateguard/{stateguard,userapi}.go
    pattern: /no manifest configured|coordinator is not initialized/,
    title: 'Contrast: the Coordinator has no manifest yet, so no pod gets certificates',
    hint: 'Run contrast set with the manifest.json of this deployment; initializers wait until then.',
  },
  {
    id: 'contrast-owner',
    // coordinator/internal/stateguard/userapi.go validatePeer()
    pattern:
      /validating peer: (?:peer|no peer|unsupported peer)|peer not authorized to recover|setting manifest is disabled|changes to seedshare owners are not allowed/,
    title: 'Contrast: the Coordinator does not let this user change its manifest',
    hint: 'Sign with the workload owner key of the first contrast set (--workload-owner-key); a manifest without one can never be changed: deploy the Coordinator anew.',
  },
  {
    id: 'atls-measurement',
    // internal/attestation/vtpm/attestation.go, internal/attestation/measurements/measurements.go; contrast internal/attestation/tdx/validator.go
    pattern:
      /measurement validation failed|untrusted measurement value [0-9a-f]+ at index|missing measurement for PCR \d|RTMR\[\d\] [0-9a-f]+ is not trusted|measurement \d+ not in list, but set to enforced/,
    title:
      'A register of the guest is not the one that the verifier was given: another image, kernel or firmware runs',
    hint: 'Fetch the measurements of the very image that runs (constellation config fetch-measurements; contrast generate of the same release), or look what the cloud has changed: its firmware is in PCR 0 or RTMR 0.',
  },
  {
    id: 'atls-variant',
    // internal/atls/atls.go, internal/attestation/variant
    pattern:
      /certificate does not contain compatible attestation documents|unknown attestation variant|invalid HCL report type: expected TDX/,
    title: 'The other side proves itself by another kind of attestation than is expected (TDX, SNP, vTPM)',
    hint: 'Configuration and machine do not go together: set the attestation variant of the VM type that runs (azureTDX, gcpSEVSNP, qemuTDX …), and compare the releases of both sides.',
  },
  {
    id: 'atls-other-connection',
    // internal/atls/atls.go
    pattern: /certificate hash does not match user data|invalid nonce: expected [0-9a-f]/,
    title:
      'The proof of the other side is not for this connection: something between them ends or repeats TLS',
    hint: 'A proxy, ingress or load balancer must pass TLS through as it is; let no cache or retry answer for the guest.',
  },
  {
    id: 'atls-piid',
    // contrast internal/attestation/tdx/validator.go
    pattern: /PIID [0-9a-f]+ not in allowed PIIDs/,
    title: 'The quote is of a machine that the manifest does not list (PIID)',
    hint: 'Add the platform instance id of this host to AllowedPIIDs of the reference values if the machine is yours; a host that was registered anew has a new one.',
  },
]);
