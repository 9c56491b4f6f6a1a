/** What dstack's guest prints when it cannot prepare its app: keys, the data disk, the measured configuration. */

import type { Signature } from '../signature.ts';
import { ANYWHERE } from './anywhere.ts';

/** Source: Dstack-TEE/dstack 0.6 (312dc605), the contexts of dstack-util/src/system_setup.rs and host_api.rs. */
export const DSTACK: readonly Signature[] = [
  {
    id: 'dstack-denied',
    phase: 'userspace',
    severity: 'error',
    // kms/src/main_service.rs, kms/src/onboard_service.rs
    pattern: /[bB]oot denied: (?<why>\S.*\w)|(?<why2>App not allowed|KMS is not allowed\b.*\w)/,
    title: 'dstack: the KMS does not admit this TD or KMS: $<why>',
    hint: 'Its auth contract or auth API must list the app id, the compose hash, the OS image hash and the device: register what is missing, and start again.',
    streams: ANYWHERE,
  },
  {
    id: 'dstack-sealing-key',
    phase: 'userspace',
    severity: 'error',
    pattern: /Failed to get sealing key/,
    title: 'dstack: the key provider on the host gave this TD no sealing key',
    hint: 'gramine-sealing-key-provider verifies the TD’s quote: "DCAP error" in its log is missing collateral (PCCS) or a TCB below Intel’s level, most often an old TDX module, which a BIOS update brings (near/mpc#3618).',
  },
  {
    id: 'dstack-app-keys',
    phase: 'userspace',
    severity: 'error',
    pattern:
      /Failed to (?:request app keys|get app keys from KMS|get valid key phrase from KMS|get temp [Cc][Aa] cert|create RA client|generate RA cert|get quote for cert pubkey|request cert)\b/,
    title: 'dstack: the TD got no app keys from the KMS',
    hint: 'The KMS is not reached, or does not admit this app: its log and the allow list (compose hash, OS image hash, device) say which. Without a KMS set key_provider to none or local.',
  },
  {
    id: 'dstack-policy',
    phase: 'userspace',
    severity: 'error',
    pattern:
      /Failed to verify (?:app-compose policy|app$|app:)|[Cc]ompose hash mismatch|Failed to read mr_config(?:_id)?\b|mr_?config(?:_id)? (?:mismatch|does not match)|launch token mismatch|OS image hash mismatch/,
    title: 'dstack: the app is not the one that the TD was measured for',
    hint: 'app-compose.json and MRCONFIGID of the TD must belong together: deploy again with the file that was registered.',
  },
  {
    id: 'dstack-disk',
    phase: 'userspace',
    severity: 'error',
    pattern:
      /Failed to (?:setup luks volume|open encrypted data disk|(?:import|mount|create) zpool|(?:create|mount|prepare) ext4 filesystem|(?:start|wait for) cryptsetup luks(?:Format|Open)|(?:load|validate|open) LUKS2 header)/,
    title: 'dstack: the encrypted data disk of the TD could not be opened',
    hint: 'The disk was made with another key (another app id, KMS or TD), or is damaged: a new disk starts empty.',
  },
  {
    id: 'dstack-gpu',
    phase: 'userspace',
    severity: 'error',
    // dstack 312dc605 dstack-util/src/system_setup.rs
    pattern:
      /gpu (?:claim )?at index [0-9]+ [a-z]|nvattest (?:is not available|exited with|JSON result)|unsupported non-NVIDIA GPU|gpu policy rejected|nvml GPU count mismatch|failed to apply (?:basic GPU|GPU Rego) policy/,
    title: 'A GPU of the TD could not be attested, or is not as the app’s policy demands',
    hint: 'The GPUs must run in confidential-computing mode (gpu-admin-tools --set-cc-mode=on), all of them, with a driver and VBIOS that NVIDIA’s service attests.',
  },
  {
    id: 'dstack-compose',
    phase: 'userspace',
    severity: 'error',
    pattern: /missing or invalid 'services' field|failed to read docker-compose file/,
    title: 'dstack: the docker-compose file of the app is not valid',
    hint: 'See docker_compose_file in app-compose.json: "docker compose config" checks it.',
  },
  {
    id: 'dstack-gateway',
    phase: 'userspace',
    severity: 'error',
    pattern: /Failed to register CVM(?:, all dstack-gateway urls are down)?/,
    title: 'dstack: the TD could not register with the gateway',
    hint: 'gateway_urls of the VMM must be reachable from the guest, and the gateway must admit the app id.',
  },
];
