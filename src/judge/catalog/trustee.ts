/** What the services of Trustee (KBS, attestation service, RVPS) and their clients say when they do not serve a guest. */

import type { Signature } from '../signature.ts';
import { attesting } from './anywhere.ts';

/** Sources: confidential-containers/trustee 78962cd4 and guest-components 8246e5e0, the texts of their error enums and contexts. */
export const TRUSTEE: readonly Signature[] = attesting([
  {
    id: 'coco-config',
    severity: 'fatal',
    // kbs/src/{error,config,http}.rs, kbs/src/plugins/plugin_manager.rs, attestation-service/src; attestation-agent/src, confidential-data-hub/hub/src/{error,config}, image-rs/src/config.rs
    pattern:
      /failed to load configuration file \S*kbs|HTTPS? initialization failed|Initialize '[\w-]+' plugin failed|PluginManager initialization failed|failed to initialize \[admin\]|RVPS configuration failed|failed to read aa_kbc_params to init|aa_kbc_params: missing KB|Unsupported KBC |(?:kbs|coco_as) token config not configured|aa_kbc_params\.kbc is not kbs|(?:Failed to (?:read|parse)|failed to parse) (?:Attestation Service|AS) config file|Read Token Signer|HTTPS public key cert and private key must/,
    title: 'A service of Confidential Containers does not start: its configuration is not valid',
    hint: 'The end of the line names the field or file. kbs-config.toml, aa.toml and cdh.toml belong to one release of Trustee and guest components.',
  },
  {
    id: 'coco-admin',
    // kbs/src/admin
    pattern:
      /[Aa]dmin access denied|Read admin public key failed|Failed to parse (?:admin public key|HTTP Auth Bearer)|but the token (?:issuer|audience) mismatch|Role \S+ not allowed for path/,
    title: 'The KBS does not admit who administrates it',
    hint: 'kbs-client must sign with the key (--auth-private-key) whose public part [admin] of the KBS names, with the role that it expects.',
  },
  {
    id: 'coco-not-attested',
    // kbs/src/error.rs, kbs/src/token/error.rs, kbs/src/attestation/backend.rs
    pattern: /Tee public key not found in Attestation Token|KBS session cookie not found/,
    title: 'A guest asked the KBS for a resource without having attested, or its session has ended',
    hint: 'The session is a cookie of one KBS: behind a load balancer it may be lost. Else the token has expired.',
  },
  {
    id: 'coco-not-found',
    // kbs/src/error.rs, kbs/src/plugins/implementations/{resource,pkcs11,provisioner}
    pattern:
      /kbs::error[:\]] Plugin \S+ not found|Secret not found at path|Secrets? Manager returned no (?:value|payload)|Could not find object with label|illegal ResourceDesc format|init_data resource mismatch/,
    title: 'The KBS has nothing under the name that the guest asks for',
    hint: 'Compare the URI kbs:///repository/type/tag of the guest with what was put into the KBS or its vault, and with [[plugins]].',
  },
  {
    id: 'coco-policy-broken',
    // deps/policy-engine/src/error.rs, kbs/src/error.rs
    pattern:
      /Malformed policy: |Failed to (?:load|eval|parse|decode) policy: |Failed to load reference data: |Policy engine error: |Policy `[^`]+` (?:not found|is not a utf-8)|Illegal policy id|rule not put as parameter found|(?:Trust claims rule \S+|Extensions rule) not found/,
    title: 'A policy of Trustee is missing, or is no valid Rego',
    hint: 'Set the policy again (kbs-client set-resource-policy, set-attestation-policy), in the Rego that this release expects.',
  },
  {
    id: 'coco-version',
    // kbs/src/attestation/backend.rs
    pattern:
      /KBS Client Protocol Version Mismatch: expect (?<kbs>\S+) while the request is (?<guest>[\w.]*\w)/,
    title: 'Guest components and KBS speak different versions of the KBS protocol: $<guest> and $<kbs>',
    hint: 'Use a guest image (Kata) and a Trustee of releases that belong together.',
  },
  {
    id: 'coco-rvps',
    // attestation-service/src/{lib,ear_token/broker,rvps/grpc}.rs
    pattern:
      /Get Reference Value from RVPS (?:timeout|failed)|RVPS health check timed out|Create rvps failed/,
    title: 'The attestation service does not reach the RVPS, which has the reference values',
    hint: 'Start the RVPS, and check its address in the configuration of the attestation service (rvps_config).',
  },
  {
    id: 'coco-ita',
    severity: 'fatal',
    // kbs/src/attestation/intel_trust_authority/mod.rs; go-connector/request.go of intel/trustauthority-client-for-go f8dc47b
    pattern:
      /Attestation request failed: response status=(?<status>\d+)|trustauthority\.intel\.com\S* failed: StatusCode = (?<status2>\d+), /,
    title: 'Intel Trust Authority refused the quote (HTTP $<status>)',
    hint: '401 is the API key. 400 is the quote, often an empty one or of a platform that is not registered, or a policy: the message says which.',
  },
  {
    id: 'coco-verdict',
    // deps/verifier/src/intel_dcap/mod.rs
    pattern: /Verification completed with Terminal result: (?<result>0x[0-9a-f]+)/,
    title: 'The quote was verified, and the platform is not to be trusted ($<result:quote>)',
    hint: 'Update BIOS, microcode and TDX module of the host, and register the platform again.',
  },
  {
    id: 'coco-component',
    // "ttrpc request error" and "Attestation Agent token provider error" stand before an error of the other side: they say not why.
    // api-server-rest/src/client/ttrpc_client.rs, confidential-data-hub/hub/src/{error,hub}.rs, kbs_protocol/src/error.rs; Kata’s agent
    pattern:
      /ttrpc connect to \S+ addr|ttrpc client is not initialized|failed to connect to attestation agent|cannot bind cdh ttrpc|Confidential Data Hub not initialized/,
    title: 'The guest components do not reach each other (attestation agent, CDH, REST server)',
    hint: 'The one that does not answer has ended or was not started: its own lines say why.',
  },
  {
    id: 'coco-sealed',
    // confidential-data-hub/hub/src/secret/error.rs, kms/src/error.rs
    pattern:
      /parse SealedSecret failed|unseal (?:envelope|vault) secret failed|Failed to get key from KMS|(?:Aliyun KMS|AWS KMS\/Secrets Manager|eHSM-KMS client) error: /,
    title: 'The guest could not unseal a secret, or its KMS did not answer',
    hint: 'Its key must be in the KBS or KMS under the id that the secret names, and the KMS must be reached from the guest.',
  },
  {
    id: 'coco-image-broken',
    // image-rs/src/{image,pull,registry,auth,layer_store,meta_store}
    pattern:
      /unequal uncompressed digest|Pulled number of layers mismatch|Illegal image reference|Invalid registry auth file|Illegal registry auth for image|is blocked by registry rule|Failed to establish secure channel|failed to parse metastore file/,
    title: 'The guest could not pull the image: its reference, its credentials or its content is wrong',
    hint: 'The line says which. A digest that differs is a damaged layer, or a proxy that changes it.',
  },
]);
