/**
 * Lines by which programs say that what they were asked for is well: a service that serves, a check or an attestation that
 * passed, a guest that was started. No line of a boot belongs to them.
 */

import type { HostSign } from '../signature.ts';

const SERVES: readonly HostSign[] = [
  {
    id: 'host-qgs',
    // confidential-computing.tee.dcap 23500bad QuoteGeneration/quote_wrapper/qgs/server_main.cpp; 1.21 says the same (canonical/tdx#187)
    pattern: /qgsd?\[[0-9]+\]: About to start main loop/,
    title: 'the QGS serves',
    program: 'well',
  },
  {
    id: 'host-pccs',
    // confidential-computing.tee.dcap.pccs 182801fc service/pccs_server.js; DCAP 1.21 says the same (canonical/tdx#187)
    pattern: /\[info\]: HTTPS Server is running on: https:/,
    title: 'the PCCS serves',
    program: 'well',
  },
  {
    id: 'service-active',
    // systemd 255 src/systemctl/systemctl-show.c print_status_info()
    pattern: /^ *Active: active \((?:running|exited|listening|waiting)\)/,
    title: 'the service is active',
    program: 'well',
  },
  {
    id: 'container-up',
    // what `docker ps` shows under STATUS (guest-components#1278); the columns are padded
    pattern: / {3}Up (?:\d+ [a-z]+|About an? [a-z]+|Less than a second)(?: \(healthy\))? {2}/,
    title: 'the container runs',
    program: 'well',
  },
  {
    id: 'peer-pods-serve',
    // cloud-api-adaptor, its daemon on a node (cloud-api-adaptor#954)
    pattern: /\[adaptor\] server started$/,
    title: 'cloud-api-adaptor serves',
    program: 'well',
  },
];

const PASSED: readonly HostSign[] = [
  {
    id: 'peer-pod-up',
    // cloud-api-adaptor 336ea22f src/cloud-api-adaptor/pkg/adaptor/{cloud/cloud,proxy/proxy}.go
    pattern: /\[adaptor\/(?:cloud\] agent proxy is ready$|proxy\] established agent proxy connection to )/,
    title: 'the agent in the pod’s VM answers',
    program: 'well',
  },
  {
    id: 'host-registered',
    // mpa_registration 1.20; canonical/tdx README
    pattern:
      /Registration Flow - (?:Registration status indicates registration is completed successfully|PLATFORM_ESTABLISHMENT or TCB_RECOVERY passed successfully)/,
    title: 'the platform is registered',
    program: 'well',
  },
  {
    id: 'host-kata-check',
    // kata-containers 3.0 src/runtime/cmd/kata-runtime/kata-check.go
    pattern: /System (?:is capable of running|can currently create) Kata Containers/,
    title: 'kata-runtime check has passed',
    program: 'well',
  },
  {
    id: 'host-validated',
    // libvirt 8ee395d8 tools/virt-validate-common.c virValidateCheck(), virValidatePass(), virValidateFail()
    pattern: /^ *QEMU: Checking .*: (?:PASS|WARN)\b/,
    title: 'virt-host-validate found no failure',
    program: 'well',
  },
  {
    id: 'snp-report-verified',
    // virtee/snpguest 0.9 src/verify.rs, AMDESE/sev-tool src/commands.cpp validate_guest_report()
    pattern: /\bVE?C?EK signed the Attestation Report!|Guest report validated successfully!/,
    title: 'the attestation report was verified',
    program: 'well',
  },
  {
    id: 'quote-verified',
    // google/go-tdx-guest 91f9a52 tools/check/check.go
    pattern: /\bTDX Quote (?:verified|validated) successfully$/,
    title: 'the quote was verified',
    program: 'well',
  },
  {
    id: 'kbs-served',
    // actix-web 4 src/middleware/logger.rs, of what trustee 78962cd4 kbs/src/api_server.rs gives to a guest
    pattern: /"(?:POST \/kbs\/v0\/attest|GET \/kbs\/v0\/resource\/\S+) HTTP\/1\.1" 200 /,
    title: 'the KBS has attested a guest, or gave it a resource',
    program: 'well',
  },
  {
    id: 'azure-attested',
    // Azure/confidential-computing-cvm-guest-attestation, AttestationClientLib Attest()
    pattern: /\battested and decrypted response\./,
    title: 'Azure has attested the guest',
    program: 'well',
  },
  {
    id: 'tests-passed',
    // bats-core 0113a399 libexec/bats-core/bats-format-pretty summary(): tests that were skipped or not run would follow;
    // go test (Go 1.24 src/cmd/go/internal/test/test.go): a package whose tests passed
    pattern: /^[1-9]\d* tests?, 0 failures(?: in \d+ seconds)?\s*$|^ok {2}\t\S+\t\d[\d.]*s$/,
    title: 'the tests have passed',
    program: 'well',
  },
  {
    id: 'pod-runs',
    // kubernetes 1.31 pkg/printers/internalversion/printers.go printPod(): NAME READY STATUS RESTARTS AGE, padded
    pattern: /\b(?:1\/1|2\/2|3\/3|4\/4) +Running {2}|\b0\/\d+ +Completed {2}/,
    title: 'the pod runs',
    program: 'well',
  },
  {
    id: 'host-tdx-parameter',
    // arch/x86/kvm/vmx/tdx.c: module_param_named(tdx, enable_tdx, bool, 0444)
    pattern: /(?:^|[\s/])cat \/sys\/module\/kvm_intel\/parameters\/tdx\s*$/,
    answer: /^[Y1]$/,
    title: 'KVM of the host has TDX switched on',
    program: 'well',
  },
  {
    id: 'guest-detected-cvm',
    // systemd 10f20809 src/basic/confidential-virt.c
    pattern: /systemd-detect-virt (?:--cvm|-c)\s*$/,
    answer: /^(?:tdx|sev|sev-es|sev-snp|protvirt|cca)$/,
    title: 'systemd sees a confidential guest',
    program: 'well',
  },
];

/** What was started has to say itself how far it came. */
const STARTED: readonly HostSign[] = [
  {
    id: 'td-run',
    // canonical/tdx guest-tools/run_td, and run_td.sh of its releases up to 2.2
    pattern: /^TD started by QEMU with PID: \d|^TD, PID: \d/,
    title: 'a TD was started by run_td',
    program: 'started',
  },
  {
    id: 'domain-started',
    // libvirt 01193545 tools/virsh-domain.c cmdStart(), later with quotation marks; cmdCreate(); virt-install of virt-manager
    pattern: /^Domain '?[\w.-]+'? (?:started$|created from )|^Domain creation completed\./,
    title: 'a domain was started by libvirt',
    program: 'started',
  },
  {
    id: 'domain-running',
    // libvirt 00821484 tools/virsh-domain-monitor.c cmdDominfo()
    pattern: /^State: \x20{9}running$/,
    title: 'a domain is running, as libvirt says',
    program: 'started',
  },
  {
    id: 'pod-vm-created',
    // cloud-api-adaptor v0.10 src/cloud-api-adaptor/pkg/adaptor/cloud/cloud.go CreateVM
    pattern: /\bcreated an instance \S+ for sandbox /,
    title: 'a VM for the pod was made by the cloud',
    program: 'started',
  },
  {
    id: 'managed-vm-started',
    // pkg/virt-launcher/virtwrap/manager.go (KubeVirt), nova/virt/libvirt/driver.py, PVE/Tools.pm and qm (Proxmox), src/conf/domain_audit.c
    // of libvirt 11.6
    pattern:
      /"msg":"Domain started\."|\bTook [\d.]+ seconds to spawn the instance|\bend task UPID:\S+:qmstart:\S+ OK$|\bop=start reason=\w+ vm=.*\bres=success/,
    title: 'a VM was started by its manager',
    program: 'started',
  },
];

export const SOUND_PROGRAMS: readonly HostSign[] = [...SERVES, ...PASSED, ...STARTED];
