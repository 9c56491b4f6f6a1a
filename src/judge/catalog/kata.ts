/** What Kata Containers and the wrappers around it (containerd, kubelet) print when a pod’s VM does not come up. */

import { GUEST_STREAMS } from '../../words/words.ts';
import type { LineOrigin } from '../signature.ts';
import { PEER_PODS } from './peer-pods.ts';
import { sharing } from './sharing.ts';

/** Kata logs to the host's journal; people paste it with what the VMM said. */
const KATA: readonly LineOrigin[] = ['vmm', 'host'];

const AGENT_HINT =
  'The guest did not boot to its agent, or the vsock device is missing: enable_debug and agent.log=debug show the guest’s console ("reading guest console"). Many GiB or vCPUs need a longer dial_timeout (kata-containers#11047).';

export const KATA_ROWS = sharing({ phase: 'vmm', severity: 'fatal' }, [
  {
    id: 'kata-no-tdx',
    // src/runtime/virtcontainers/qemu_amd64.go, clh.go; src/libs/kata-sys-util/src/protection.rs (Kata 3.20)
    pattern:
      /This system doesn't support Confidential Computing \(Guest Protection\)|Configured confidential guest but kvm does not support|[Gg]uest protection (?:is )?not available|[nN]o ?(?:guest )?[pP]rotection ?[aA]vailable|No permission to check guest protection|Invalid guest protection value|(?:Expected TDX protection|Failed to check guest protection|TDX guest protection available and must)|ExpectedTDXProtection|TDXProtectionMustBeUsedWithCH|Cloud Hypervisor is not built with TDX support/,
    title: 'Kata finds no TDX on this node, and the runtime class demands a confidential guest',
    hint: '/sys/module/kvm_intel/parameters/tdx must read Y on the node that runs the pod: check kernel, BIOS and node selector.',
    streams: KATA,
  },
  {
    id: 'kata-path',
    pattern:
      /(?:QEMU|Cloud-[hH]ypervisor|Firecracker) path \((?<path>[^)]*)\) (?:does not exist|is not accessible)|file (?<path2>\S*PLACEHOLDER_FOR_DISTRO_QEMU_WITH_TDX_SUPPORT) does not exist/,
    title: 'Kata’s hypervisor $<path> does not exist',
    hint: 'The configuration of the runtime class names a QEMU that this node has not: install the TDX QEMU of the distribution, or a Kata whose kata-deploy knows this distribution (operator#496).',
    streams: KATA,
  },
  {
    id: 'kata-config',
    // src/runtime/pkg/katautils/config.go: each error is prefixed by the configuration file (Kata 3.20)
    pattern: /configuration(?:-[a-z0-9-]+)?\.toml: (?<why>[A-Za-z].*[A-Za-z0-9)'"])/,
    title: 'Kata does not accept its configuration: $<why>',
    hint: 'The line names the file of the runtime class and what is wrong with it: a path that this node has not, a key, or two settings that exclude each other.',
    streams: KATA,
  },
  {
    id: 'kata-assets',
    // src/runtime/virtcontainers/hypervisor_config_linux.go, hypervisor.go; src/runtime-rs ch-config errors.rs
    pattern:
      /Missing kernel path|Missing image and initrd path|Image and initrd path cannot be both set|cannot (?:set both image and initrd|specify image and initrd)|missing boot image \(no rootfs image or initrd\)|Firmware path is not specified|TDX requires an image=|TDX requires virtio-blk|Need firmware for TDX|unexpected path for DiskConfig with TDX/,
    title: 'Kata’s configuration lacks the guest’s kernel, image or firmware, or has two',
    hint: 'See [hypervisor.*] in the configuration of the runtime class: kernel, exactly one of image and initrd, and for TDX firmware.',
    streams: KATA,
  },
  {
    id: 'kata-virtio-mmio',
    pattern: /confidential guests must not use virtio-mmio/,
    title: 'Kata refuses virtio-mmio in a confidential guest',
    hint: 'Set block_device_driver = "virtio-blk-pci" in the configuration of the runtime class.',
    streams: KATA,
  },
  {
    id: 'kata-iommufd',
    // src/runtime/virtcontainers/qemu.go
    pattern:
      /ConfidentialGuest needs IOMMUFD - cannot use (?<path>[^ "\\]+)|iommu isn't set on (?<path2>kernel cmdline)/,
    title: 'Kata passes a device into a TD by iommufd only, and was given $<path>',
    hint: 'The node needs CONFIG_IOMMUFD and /dev/vfio/devices: update the device plugin, and boot the node with iommufd (kata-containers#11721).',
    streams: KATA,
    causes: [
      {
        id: 'off',
        // src/runtime-rs/crates/hypervisor/src/device/driver/vfio.rs (7c6ba40c)
        when: { path: 'kernel cmdline' },
        title: 'Kata can pass no device into a VM: the node runs without IOMMU',
        hint: 'Enable VT-d in the BIOS set-up and boot the node with intel_iommu=on.',
      },
    ],
  },
  {
    id: 'kata-hotplug',
    pattern:
      /guest memory hotplug not supported|VfioPCIE? .*cold ?plug.*(?:not|conflict)|Number of PCIe (?:Root|Switch) Ports exceeed|CPU hotplug .*not (?:supported|permitted)|failed to hot add vCPUs: only|Failed to resize memory from [0-9]+ to/,
    title: 'Kata wanted to hotplug into a TD, which has everything from the start',
    hint: 'Set static_sandbox_resource_mgmt=true, default_memory and default_vcpus large enough, and cold_plug_vfio for devices.',
    streams: KATA,
  },
  {
    id: 'kata-policy',
    phase: 'userspace',
    // src/agent/src/policy.rs
    pattern: /\b(?<request>[A-Z][A-Za-z]+Request)(?: is blocked by policy|: (?<engine>internal error) [a-z])/,
    title: 'The agent’s policy forbids $<request>',
    hint: 'The guest is up. Generate the policy for this pod with genpolicy, or see the "prints" in the line for the rule that failed.',
    causes: [
      {
        id: 'rule',
        // regorus, as src/agent/policy/src/policy.rs asks it: a rule that does not exist has no value
        when: { engine: 'internal error' },
        title: 'The agent could not ask its policy for $<request>',
        hint: 'The guest is up. The policy has no such rule, or is of another release than the agent: write it anew with the genpolicy of this Kata.',
      },
    ],
  },
  {
    id: 'kata-pull',
    phase: 'userspace',
    // image-rs of confidential-containers/guest-components
    pattern:
      /failed to pull manifest (?<why>[A-Za-z](?:[A-Za-z ]*[a-z])?)|(?:Image Pull error: .*|Failed to decode layer data stream: )?(?<why2>Failed to unpack layer)|Image Pull error: |[Ff]ailed to (?:pull|decrypt|unpack|decode) (?:image|layer)|\b[0-9]+ layers are not pulled successfully|[Ii]mage policy rejected|Security validate failed|image signature verification failed/,
    title: 'The guest is up, but could not pull or verify the container’s image',
    hint: 'The image is pulled inside of the TD: it needs network, proxy, DNS and certificates there, credentials and keys from the KBS, and an image policy that admits it (guest-components#749).',
    // oci-client src/errors.rs, behind image-rs
    causes: [
      {
        id: 'denied',
        when: { why: ['Not authorized', 'Authentication failure'] },
        title: 'The guest is up, but the registry does not let it pull the container’s image: $<why>',
        hint: 'The guest has none of the host’s credentials: put them into the KBS and name them in the agent’s configuration (authenticated_registry_credentials_uri), or let everybody pull the image.',
      },
      {
        id: 'unreachable',
        when: { why: 'error sending request for url' },
        title: 'The guest is up, but does not reach the registry of the container’s image',
        hint: 'The image is pulled inside of the TD: check its network, DNS and proxy (agent.https_proxy on the kernel’s command line), and give it the CA of a registry with a certificate of its own (guest-components#749).',
      },
      {
        // image-rs/src/stream of guest-components 8246e5e0
        id: 'unpack',
        when: { why: 'Failed to unpack layer' },
        title: 'The guest is up, but could not unpack a layer of the container’s image',
        hint: 'The storage of the guest is full or fails (its memory, or the encrypted disk for images: dmesg of the guest names dm-integrity or I/O errors), or the layer was damaged on its way.',
      },
      {
        id: 'missing',
        when: { why: 'Image manifest not found' },
        title: 'The registry does not have the container’s image',
        hint: 'Check name and tag of the image.',
      },
    ],
  },
  {
    id: 'kata-create-timeout',
    orLater: true,
    // src/runtime/pkg/containerd-shim-v2/service.go
    pattern: /failed to create shim task: create container timeout: /,
    title: 'The pod’s VM and container were not up in the time that they may take',
    hint: 'Read QEMU’s words and the guest’s console in Kata’s journal: it may hang. A TD with much memory, many GPUs or a large image only needs longer: raise create_container_timeout (file, annotation) and the kubelet’s runtime-request-timeout.',
    streams: KATA,
    symptom: true,
  },
  {
    id: 'kata-request-timeout',
    phase: 'userspace',
    // src/runtime/virtcontainers/kata_agent.go
    pattern: /\b(?<request>[A-Z][A-Za-z]+Request) timed out/,
    title: 'The agent of the guest was too slow with $<request>',
    hint: 'The guest is up. Pulling a large image inside of a TD takes long: raise create_container_timeout (annotation and configuration), and the kubelet’s runtime-request-timeout.',
    streams: KATA,
  },
  {
    id: 'kata-agent-timeout',
    orLater: true,
    pattern:
      /Failed to Check if grpc server is working|timed out connecting to (?<transport>(?:hybrid )?vsock|unix)|timeout waiting for hybrid vsocket handshake|(?:connect agent server|failed to connect to .*(?:vsock|cid))|HybridVsock trivial handshake failed|failed to dial (?:the VM over vsock|\S*vsock)|vsock: failed to connect to \S+/,
    title: 'The agent of the guest did not answer: the guest did not come up, or has no vsock',
    hint: AGENT_HINT,
    streams: KATA,
  },
  {
    id: 'kata-command-missing',
    phase: 'userspace',
    severity: 'error',
    // src/agent/rustjail/src/container.rs do_init_child
    pattern: /failed to create shim task: .*?the file (?<file>\S+) was not found/,
    title: 'The container’s image has no $<file>, or no PATH leads to it',
    hint: 'The guest and its agent work. Mend command or args of the pod; with images that the guest pulls, look whether the right image was unpacked.',
    streams: KATA,
  },
  {
    id: 'kata-guest-mount',
    phase: 'userspace',
    severity: 'error',
    // src/agent/src/mount.rs baremount(), src/agent/src/namespace.rs (7c6ba40c)
    pattern:
      /[Ff]ailed to mount "?\\?"?(?<source>[^ "\\]+)\\?"? to \\?"?(?<target>\/[^ "\\,]+)\\?"?,? with err(?:or)?: ?(?<errno>E[A-Z]+)/,
    title: 'The agent of the guest could not mount $<source> at $<target>: $<errno>',
    hint: 'The guest and its agent work; its kernel’s log (dmesg in the guest) says more.',
    streams: [...KATA, ...GUEST_STREAMS],
    causes: [
      {
        id: 'layers',
        when: { source: 'overlay', errno: 'ENOENT' },
        title:
          'The guest could not put the container’s image together: a directory of its layers does not exist',
        hint: 'The image was not unpacked whole in the guest: its storage was too small or was mounted later, or another snapshotter has made the layers. Give the guest more memory or a larger trusted storage, and pull the image anew.',
      },
      {
        id: 'missing',
        when: { errno: ['ENOENT', 'ENXIO', 'ENOTDIR'] },
        title: 'The guest has no $<source> that it could mount at $<target>',
        hint: 'The disk was not attached or has another name in the guest, the share was not made, or the image has no such directory: a TD takes no hotplug, so attach disks from the start.',
      },
      {
        id: 'type',
        when: { errno: 'ENODEV' },
        title: 'The kernel of the guest does not know the file system of $<source>',
        hint: 'Use a guest kernel with this file system built in (overlay, virtiofs, 9p, erofs, ext4, xfs): CONFIG_ of the kernel that the runtime class names.',
      },
      {
        id: 'contents',
        when: { errno: ['EINVAL', 'EIO', 'EUCLEAN'] },
        title: 'The guest cannot read the file system of $<source>, or its mount options are wrong',
        hint: 'It is damaged, encrypted, of another type, or an option is none of this file system; dm-verity gives EIO where hash and data do not belong together.',
      },
      {
        id: 'denied',
        when: { errno: ['EPERM', 'EACCES', 'EROFS'] },
        title: 'The agent of the guest may not mount $<source>',
        hint: 'The target is read-only, or the kernel of the guest is locked down: see agent policy and mount options of the pod.',
      },
    ],
  },
  ...PEER_PODS,
  {
    id: 'kata-guest-errno',
    phase: 'userspace',
    severity: 'error',
    // src/agent/src/rpc.rs: the error of the agent, by nix or std::io (Kata 3.20)
    pattern:
      /failed to create shim task: (?:.*(?<errno>No space left on device) \(os error 28\)|(?<errno2>E[A-Z]{3,12}): [A-Z])/,
    title: 'The agent of the guest could not start the container: $<errno>',
    hint: 'The guest and its agent work. A mount, a device or the command of the container does not exist in the guest, or the guest may not use it: agent.log=debug names it.',
    streams: KATA,
    causes: [
      {
        id: 'space',
        when: { errno: 'ENOSPC' },
        title: 'The guest has no space left for the container’s image',
        hint: 'An image that the guest pulls is unpacked into its memory: raise default_memory (annotation io.katacontainers.config.hypervisor.default_memory), or give it a disk for images.',
      },
    ],
  },
  {
    id: 'kata-initdata',
    phase: 'userspace',
    // src/agent/src/initdata.rs, src/libs/kata-types/src/initdata.rs, src/runtime-rs/crates/resource/src/coco_data (7c6ba40c)
    pattern:
      /decoding initdata annotation|parse initdata (?:failed|overrides)|[fF]ailed to (?:read|create|parse|compress|set policy from) initdata|initdata create gzip reader error|write initdata toml failed/,
    title: 'Kata cannot use the initdata of the pod',
    hint: 'The annotation io.katacontainers.config.hypervisor.cc_init_data is base64 of gzip of TOML with version, algorithm and [data]; policy.rego in it must be valid.',
    streams: [...KATA, ...GUEST_STREAMS],
  },
  {
    id: 'kata-vhost-vsock',
    // src/runtime-rs/crates/hypervisor/src/device/driver/virtio_vsock.rs (7c6ba40c)
    pattern:
      /try to run modprobe vhost_vsock|failed to find a free vsock context ID|host system doesn't support vsock|shim(?: task)?: (?:open|stat) \/dev\/vhost-vsock: no such (?:file|device)/,
    title: 'The node has no vhost-vsock for Kata',
    hint: 'modprobe vhost_vsock on the node, and let modules-load.d do so at each boot.',
    streams: KATA,
  },
  {
    id: 'kata-guest-device',
    phase: 'userspace',
    severity: 'error',
    // src/agent/src/uevent.rs, netlink.rs, device/mod.rs (7c6ba40c)
    pattern:
      /Timeout after \S+ waiting for uevent|failed to inject devices after CDI timeout|(?<what>Link not found) \(/,
    title: 'A disk or device of the pod did not appear in the guest',
    hint: 'It was hotplugged into a TD that takes no hotplug, or the guest’s kernel lacks its driver: static_sandbox_resource_mgmt=true, cold_plug_vfio, and for GPUs the image with their driver.',
    streams: [...KATA, ...GUEST_STREAMS],
    causes: [
      {
        id: 'network',
        when: { what: 'Link not found' },
        title: 'The network interface of the pod did not appear in the guest',
        hint: 'The CNI plugin gave the pod an interface that Kata did not pass on, or the guest’s kernel lacks virtio-net: see network interfaces in Kata’s journal.',
      },
    ],
  },
  {
    id: 'kata-guest-component',
    phase: 'userspace',
    severity: 'error',
    // src/agent/src/main.rs wait_for_path_to_exist (7c6ba40c)
    pattern: /wait for (?<path>\/\S+) to exist timeout/,
    title: 'A program of the guest’s image did not start: $<path> never came',
    hint: 'The agent starts attestation-agent, confidential-data-hub and api-server-rest and waits for their sockets: their own lines say why, most often a broken aa.toml or cdh.toml in the initdata.',
    streams: [...KATA, ...GUEST_STREAMS],
  },
  {
    id: 'kata-pause-image',
    phase: 'userspace',
    // src/agent/src/confidential_data_hub/image.rs (7c6ba40c)
    pattern: /Pause image not present in rootfs|guest pause image/,
    title: 'The guest’s image is not made for pods: it has no pause bundle',
    hint: 'Use the kata-containers-confidential image of this Kata release; an image of one’s own needs the pause bundle (PAUSE_IMAGE_REPO of its build).',
  },
  {
    id: 'kata-agent-dead',
    phase: 'userspace',
    pattern:
      /msg="?(?:Dead agent|[^"]*agent (?:is dead|not alive))|(?:error="?|shim task: )Dead agent|ttrpc: closed/,
    title: 'The agent of the guest died: the guest crashed, or ran out of memory',
    hint: 'Look for a panic or "Out of memory" on the guest’s console ("reading guest console" with enable_debug).',
    streams: KATA,
    symptom: true,
  },
  {
    id: 'kata-virtiofsd',
    severity: 'error',
    pattern: /The virtiofsd had stopped|virtiofsd.*(?:failed to start|exited with|panicked)/,
    title: 'virtiofsd ended',
    hint: 'Its own lines say why. Often only the aftermath of a VM that ended.',
    streams: KATA,
    symptom: true,
  },
  {
    id: 'kata-qemu-exited',
    severity: 'error',
    pattern:
      /failed to launch (?<vmm>qemu|cloud-hypervisor)|Failed to connect to QEMU instance(?:.*qmp\.sock: connect: (?<errno>connection refused|no such file or directory))?|couldn't initialise QMP|qmp handshake failed|QMP init timed out|exitting QMP loop|QEMU exited with an error(?:.*\bsignal: (?<signal>[a-z][a-z ]*[a-z]))?|Unable to connect to unix socket \([^)]*qmp\.sock\)|clh\.VmmPingGet API call failed|Failed to connect to API \(timeout|Cannot start VM/,
    title: 'Kata could not start the VM, or lost it',
    hint: 'What QEMU or Cloud Hypervisor said stands above (subsystem=qemu, qemu.log) and names the cause.',
    streams: KATA,
    symptom: true,
    causes: [
      {
        // syscall.Signal of Go names them
        id: 'crashed',
        when: {
          signal: ['segmentation fault', 'aborted', 'bus error', 'illegal instruction', 'bad system call'],
        },
        title: 'QEMU crashed ($<signal>)',
        hint: 'A bug of this QEMU, or its sandbox forbids a system call: the host dmesg and coredumpctl name the place. Use another release.',
        symptom: false,
      },
      {
        id: 'killed',
        when: { signal: 'killed' },
        title: 'QEMU was killed from outside',
        hint: 'Most often for want of memory: look for oom-kill in the host dmesg, and give the pod’s cgroup or the node more (default_memory, sandbox_cgroup_only).',
        symptom: false,
      },
      {
        id: 'early',
        when: { errno: ['ECONNREFUSED', 'ENOENT'] },
        title: 'QEMU ended before Kata could talk to it',
        hint: 'What QEMU said stands above (subsystem=qemu, qemu.log) and names the cause; without a word, start the same command line by hand.',
      },
    ],
  },
  {
    id: 'kata-qmp',
    orLater: true,
    // src/runtime/vendor/github.com/kata-containers/kata-containers/src/runtime/pkg/govmm/qemu/qmp.go
    pattern: /QMP command failed: (?<why>[A-Za-z].*?)(?:: unknown)?["\\]*(?: name=.*)?$/,
    title: 'QEMU refused what Kata asked of it: $<why>',
    hint: 'Most often a device that cannot be hotplugged, or a disk or file that QEMU may not use.',
    streams: KATA,
  },
  {
    // src/runtime-rs/crates/runtimes/virt_container (3.0), which prints the chain in lines; the status is the agent's
    id: 'kata-agent-status',
    phase: 'userspace',
    severity: 'error',
    pattern: /^ *\d+: (?:agent create container|rpc status: )/,
    title: 'The agent of the guest could not do what Kata asked for',
    hint: 'What it says stands in the lines after.',
    streams: KATA,
    symptom: true,
  },
  {
    id: 'kata-shim-task',
    orLater: true,
    severity: 'error',
    pattern:
      /failed to create (?:containerd task: failed to create )?shim\b|Failed to create pod sandbox(?:: rpc error: code = DeadlineExceeded desc = (?<why>context deadline exceeded))?|failed to create containerd container/,
    title: 'containerd could not start the pod',
    hint: 'The rest of the line, or Kata’s lines before, name the cause.',
    streams: KATA,
    symptom: true,
    causes: [
      {
        id: 'slow',
        when: { why: 'context deadline exceeded' },
        title: 'The VM of the pod was not up when the kubelet gave up waiting',
        hint: 'The guest hangs or is slow: Kata’s journal on the node has its console (enable_debug). Many GiB or vCPUs need a longer runtime-request-timeout of the kubelet and create_container_timeout of Kata.',
      },
    ],
  },
]);
