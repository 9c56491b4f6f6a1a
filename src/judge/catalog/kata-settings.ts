/** What Kata's runtimes (Go, and runtime-rs) refuse before a VM starts: annotations, devices, slots and settings that do not fit. */

import { GUEST_STREAMS } from '../../words/words.ts';
import type { LineOrigin, Signature } from '../signature.ts';

/** Events of pods and the journal of a node quote them. */
const NODE: readonly LineOrigin[] = ['vmm', 'host', ...GUEST_STREAMS];

/** Source: kata-containers 7c6ba40c. */
export const KATA_SETTINGS: readonly Signature[] = [
  {
    id: 'kata-annotation-off',
    phase: 'vmm',
    severity: 'fatal',
    // src/runtime/pkg/oci/utils.go; src/libs/kata-types/src/annotations/mod.rs
    pattern:
      /annotation (?<name>io\.katacontainers\.[\w.-]*\w) is not enabled|(?<name2>io\.katacontainers\.[\w.-]*\w): is not enabled/,
    title: 'Kata on this node does not admit the annotation $<name>',
    hint: 'Add its last word to enable_annotations of [hypervisor.*] in the configuration of the runtime class, or take it off the pod; containerd must pass pod_annotations = ["io.katacontainers.*"].',
    streams: NODE,
  },
  {
    id: 'kata-annotation-value',
    phase: 'vmm',
    severity: 'fatal',
    // src/runtime/pkg/oci/utils.go add*Overrides()
    pattern:
      /(?:Number of cpus \S+ (?:specified )?in|Memory specified in|specified in|specified for|Error (?:parsing|encountered parsing)|Error adding kernel parameters in) annotation (?<name>[\w./-]*\w)|(?:entropy source|hypervisor|path) \S+ (?:required )?from annotation is not valid/,
    title: 'Kata does not take the value of an annotation of the pod',
    hint: 'The line names the annotation and its limits: vCPUs no more than the node has, memory no less than 256 MiB, and paths that valid_*_paths of the configuration admit.',
    streams: NODE,
  },
  {
    id: 'kata-vfio-port',
    phase: 'vmm',
    severity: 'fatal',
    // src/runtime/virtcontainers/qemu.go, container.go, network_linux.go
    pattern:
      /cold_plug_vfio= or hot_plug_vfio= port is not set for device (?<device>[\da-f:.]+)|cannot attach VFIO network interface "?\\?"?(?<device2>[\w.-]+)/,
    title: 'Kata has no PCI port for the device $<device> of the pod',
    hint: 'Set cold_plug_vfio = "root-port" (a TD takes no hotplug) and pcie_root_port no less than the number of devices in the configuration that the runtime class really uses: kata-deploy’s lies below /opt/kata, not in /etc.',
    streams: NODE,
  },
  {
    id: 'kata-cdi',
    phase: 'vmm',
    severity: 'fatal',
    // tags.cncf.io/container-device-interface pkg/cdi/cache.go InjectDevices(), as src/runtime/virtcontainers/sandbox.go prints it
    pattern: /unresolvable CDI devices (?<device>[\w./=-]*\w)/,
    title: 'No CDI file of the node describes the device $<device>',
    hint: 'Its device plugin or nvidia-ctk writes one to /var/run/cdi or /etc/cdi: make it anew, with the very names of the annotation or resource (ls /var/run/cdi; nvidia.com/pgpu=0, for example).',
    streams: NODE,
  },
  {
    id: 'kata-pod-resources',
    phase: 'vmm',
    severity: 'fatal',
    // src/runtime/virtcontainers/sandbox.go coldPlugDevices()
    pattern: /cold plug: (?:failed to connect to kubelet|GetPodResources failed|PodResources is nil)/,
    title: 'Kata could not ask the kubelet which devices the pod has',
    hint: 'pod_resource_api_sock of the configuration must be the kubelet’s socket (/var/lib/kubelet/pod-resources/kubelet.sock), and before Kubernetes 1.34 the feature gate KubeletPodResourcesGet must be on.',
    streams: NODE,
  },
  {
    id: 'kata-slots',
    phase: 'vmm',
    severity: 'fatal',
    // src/runtime/virtcontainers/qemu.go, types/bridges.go; src/runtime-rs/crates/hypervisor
    pattern:
      /no free slots on PCI bridges|no free (?:root|switch downstream) port|there are no empty slots|failed to get available address from bridges|ran out of block hotplug PCIe ports/,
    title: 'The VM of the pod has no free PCI slot for another disk, network or device',
    hint: 'Raise pcie_root_port, pcie_switch_port or default_bridges in the configuration of the runtime class, or give the pod fewer volumes and devices.',
    streams: NODE,
  },
  {
    id: 'kata-pci-mapping',
    phase: 'userspace',
    severity: 'fatal',
    // src/agent/src/rpc.rs update_env_pci() of releases before 3.24, as kata-containers#11910 shows the line
    pattern: /No PCI mapping found for container/,
    title: 'The agent cannot say which address a device of the node has in the guest',
    hint: 'The device plugin names devices (PCIDEVICE_…) that Kata did not pass to this container: vfio_mode = "guest-kernel", the device in the limits of this very container, and cold_plug_vfio (kata-containers#11910).',
    streams: NODE,
  },
  {
    id: 'kata-hypervisor-unknown',
    phase: 'vmm',
    severity: 'fatal',
    // src/runtime-rs/crates/runtimes/virt_container/src/lib.rs new_hypervisor(), src/libs/kata-types/src/config
    pattern:
      /Unsupported hypervisor (?<name>[\w.-]*\w)|hypervisor '(?<name2>[\w.-]*\w)' not found|hypervisor (?<name3>[\w.-]*\w) not found in config/,
    title: 'This runtime of Kata does not know the hypervisor $<name>',
    hint: 'The configuration is of the other runtime: containerd-shim-kata-v2 of runtime-rs and the one in Go read files of their own ([hypervisor.qemu], [hypervisor.clh], [hypervisor.dragonball]; hypervisor_name under [runtime]).',
    streams: NODE,
  },
  {
    id: 'kata-seccomp',
    phase: 'vmm',
    severity: 'fatal',
    // src/runtime/virtcontainers/kata_agent.go constrainGRPCSpec()
    pattern:
      /Seccomp profiles are passed to the virtual machine, but the Kata agent does not support seccomp/,
    title: 'The pod has a seccomp profile, and the agent in the guest is built without seccomp',
    hint: 'Set disable_guest_seccomp = true in the configuration, or use a guest image whose agent is built with SECCOMP=yes.',
    streams: NODE,
  },
  {
    id: 'kata-docker-network',
    phase: 'vmm',
    severity: 'fatal',
    // src/runtime/virtcontainers/sandbox.go, endpoint types
    pattern:
      /docker container needs network device hotplug but the configured hypervisor does not support it|if you're using docker please use --net none/,
    title: 'Docker gives a container its network late, and this hypervisor takes no network by hotplug',
    hint: 'Run it with --net none or through containerd (nerdctl, Kubernetes): a TD takes no hotplug.',
    streams: NODE,
  },
  {
    id: 'kata-oci-runtime',
    phase: 'vmm',
    severity: 'fatal',
    // src/runtime/cmd/kata-runtime/main.go: since Kata 2.0 it is no OCI runtime (kata-containers#10223, #3120)
    pattern:
      /OCI runtime \w+ failed: Invalid command|Invalid command \\*"(?:create|delete|state|start|kill)\\*"".*\bname=kata-runtime\b/,
    title: 'Docker or containerd calls kata-runtime as an OCI runtime, which Kata 2 and newer no longer has',
    hint: 'Name the shim instead: --runtime io.containerd.kata.v2 (Docker 23 and newer), runtime_type = "io.containerd.kata.v2" in containerd’s configuration, and no BinaryName or runtimes.path of kata-runtime.',
    streams: NODE,
  },
  {
    id: 'kata-agent-method',
    phase: 'userspace',
    severity: 'fatal',
    // ttrpc-rust src/asynchronous/server.rs: a request that the server has not (kata-containers#8762)
    pattern: /grpc\.AgentService\/(?<request>\w+) does not exist/,
    title: 'The agent in the guest is of another release than Kata’s runtime: it has no $<request>',
    hint: 'Use the guest image, kernel and shim of one Kata release: image or initrd in the configuration of the runtime class often names an older one that was built by hand.',
    streams: NODE,
  },
  {
    id: 'kata-genpolicy-pull',
    phase: 'host',
    severity: 'error',
    // src/tools/genpolicy/src/registry.rs
    pattern:
      /Failed to pull container image manifest and config|Container image registry authentication failure/,
    title: 'genpolicy could not pull the image for which it writes the policy',
    hint: 'It asks the registry itself: check name and tag, network and proxy where it runs, and log in there (docker login) for a private image.',
    streams: ['host'],
  },
  {
    id: 'kata-sub-path',
    phase: 'userspace',
    severity: 'fatal',
    // src/agent/src/rpc.rs
    pattern: /Kata Containers doesn't support volumeMounts\.subPath/,
    title:
      'The pod mounts a part of a volume (volumeMounts.subPath), which Kata cannot do without a shared file system',
    hint: 'Mount the whole volume, or copy the file in an init container: a confidential guest has shared_fs = "none".',
    streams: NODE,
  },
  {
    id: 'kata-virtiofsd-missing',
    phase: 'vmm',
    severity: 'fatal',
    // src/runtime/virtcontainers/virtiofsd.go; src/runtime-rs/crates/resource/src/share_fs
    pattern:
      /(?:fork\/exec|spawn) (?<path>\/\S*virtiofsd):? no such file|Missing virtiofsDaemon configuration|virtiofsd (?:path|binary) \(?\S*\)? ?(?:does not exist|is not accessible)/,
    title: 'Kata shares the container’s files by virtiofs, and its virtiofsd is not there',
    hint: 'virtio_fs_daemon of the configuration must name it (/opt/kata/libexec/virtiofsd, /usr/libexec/virtiofsd); a confidential guest uses shared_fs = "none" and needs none.',
    streams: NODE,
  },
  {
    id: 'kata-nydusd',
    phase: 'vmm',
    severity: 'fatal',
    // src/runtime/virtcontainers/nydusd.go; src/runtime-rs/crates/resource/src/share_fs/nydus; nydus-snapshotter pkg/manager, pkg/daemon
    pattern:
      /failed to (?:start nydusd|wait nydusd API server ready)|timeout waiting for nydusd API server|nydusd API server not ready|nydusd (?:not initialized|check status failed)|Nydusd (?:\S+ probably not started|daemon is not running)/,
    title: 'nydusd did not start, so the image cannot be mounted',
    hint: 'virtio_fs_daemon (Kata) or nydusd_path (snapshotter) must name an executable nydusd, and its log in the snapshotter’s root says more; in a confidential guest images are pulled inside (fs_driver = "proxy").',
    streams: NODE,
  },
];
