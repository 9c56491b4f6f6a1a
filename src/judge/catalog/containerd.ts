/** What containerd, the kubelet and kata-runtime's check say of a pod whose VM is not even tried. */

import { GUEST_STREAMS } from '../../words/words.ts';
import type { LineOrigin, Signature } from '../signature.ts';

/** Events of pods and journals of nodes quote each other. */
const NODE: readonly LineOrigin[] = ['vmm', 'host', ...GUEST_STREAMS];

export const CONTAINERD: readonly Signature[] = [
  {
    id: 'containerd-no-runtime',
    phase: 'vmm',
    severity: 'fatal',
    // containerd 2.1 internal/cri/config/config.go, core/runtime/v2/shim_manager.go; cri-dockerd core/sandbox_run.go;
    // kubernetes 1.33 plugin/pkg/admission/runtimeclass/admission.go
    pattern:
      /no runtime for "(?<runtime>[^"\\]+)\\?" is configured|runtime "(?<runtime2>[^"\\]+)\\?" binary not installed|RuntimeHandler "[^"\\]+\\?" not supported|RuntimeClass .*"[^"\\]+\\?" not found|stat \S*(?<shim>containerd-shim)-[a-z0-9-]+: no such file/,
    title: 'containerd on this node does not know the runtime class of the pod',
    hint: 'Let kata-deploy (or the operator) install Kata on this node and restart containerd; the handler of the RuntimeClass and the [runtimes] of containerd’s configuration must have one name.',
    streams: NODE,
    causes: [
      {
        id: 'shim',
        when: { shim: 'containerd-shim' },
        title: 'containerd does not find Kata’s shim on this node',
        hint: 'kata-deploy has not installed Kata here, or runtime_path of containerd’s configuration names another place than /opt/kata/bin.',
      },
    ],
  },
  {
    id: 'containerd-layer-missing',
    phase: 'vmm',
    severity: 'fatal',
    // containerd 2.1 core/diff/apply/apply.go, plugins/services/snapshots/service.go; nydus-snapshotter: the layer was
    // fetched for another snapshotter
    pattern:
      /failed to get reader from content store: content digest sha256:|(?:missing CRI reference annotation|snapshotter (?:not loaded: )?nydus|failed to mount nydus)/,
    title: 'containerd has the image without the layers that this snapshotter needs',
    hint: 'The image was pulled for another snapshotter (nydus and overlayfs on one node): remove it (crictl rmi, ctr -n k8s.io image rm) and pull it again, or set discard_unpacked_layers = false.',
    streams: NODE,
  },
  {
    id: 'containerd-no-image-label',
    phase: 'vmm',
    severity: 'fatal',
    // nydus-snapshotter pkg/filesystem/fs.go Filesystem.Mount(): the label containerd.io/snapshot/cri.image-ref is not there
    pattern: /failed to find image ref of snapshot (?<id>[0-9A-Za-z]+)/,
    title: 'The snapshotter is not told of which image its snapshot is: whoever pulled gave it no labels',
    hint: 'For Kubernetes set disable_snapshot_annotations = false in containerd’s configuration of CRI and restart it; ctr, and a nerdctl or BuildKit that does not know this snapshotter, give no such labels: use a newer one.',
    streams: NODE,
  },
  {
    id: 'containerd-snapshot',
    phase: 'vmm',
    severity: 'fatal',
    // containerd 2.1 core/snapshots/storage/bolt.go and core/metadata/snapshot.go; nydus-snapshotter pkg/rafs, pkg/filesystem
    pattern:
      /(?:missing parent \\?"?[^"\\]+\\?"? bucket|(?:parent )?snapshot \S+ (?:does not exist|is not ready)|(?:parent |missing )?snapshots? (?:bucket )?does not exist|parent \\?"?[^"\\]+\\?"? is not committed|no instance [0-9]+|create instance [0-9]+: object with key \S+ already exists|can not find snapshotter|target snapshot \\?"?[^"\\]+\\?"?: (?:not found|already exists))/,
    title: 'containerd and its snapshotter do not have the same snapshots of the image',
    hint: 'The image was unpacked by another snapshotter, or the snapshotter’s state was lost: remove the image and its snapshots (crictl rmi, ctr -n k8s.io snapshots --snapshotter nydus ls), restart the snapshotter and containerd, and pull again (confidential-containers#286).',
    streams: NODE,
  },
  {
    id: 'containerd-snapshotter-down',
    phase: 'vmm',
    severity: 'fatal',
    // google.golang.org/grpc 1.70 internal/transport/http2_client.go, as containerd's proxy plugin prints it
    pattern:
      /dial unix (?<socket>\/\S*(?:nydus|stargz|soci|erofs)\S*\.sock): connect: (?:connection refused|no such file)/,
    title: 'The snapshotter that containerd is to use does not run: nobody listens on $<socket>',
    hint: 'Start it (systemctl status nydus-snapshotter, or its pod), read its journal, and compare address with [proxy_plugins] of containerd’s configuration; kata-deploy and the operator install one for guest pull.',
    streams: NODE,
  },
  {
    id: 'containerd-shim-version',
    phase: 'vmm',
    severity: 'fatal',
    // containerd 2.1 core/runtime/v2/shim.go, 1.7 runtime/v2/shim.go makeConnection()
    pattern: /unsupported shim version \((?<version>\d+)\)/,
    title: 'containerd of this node is too old for the shim of the runtime class (shim protocol $<version>)',
    hint: 'The shim is built for containerd 2: update containerd, and restart it, or use the Kata release that was made for this one.',
    streams: NODE,
  },
  {
    id: 'containerd-encrypted',
    phase: 'vmm',
    severity: 'fatal',
    // containerd 2.1 core/diff/apply/apply.go, core/diff/stream.go; ocicrypt: an encrypted layer that the node itself unpacks
    pattern:
      /(?:failed to get stream processor for |extract layer \()\S*\+encrypted|read payload: read configFd|no processor for media-type|ctd-decoder\b.*(?:not found|current directory|exit)/,
    title: 'The node itself tries to unpack an encrypted image, and has no way to decrypt it',
    hint: 'The image is to be pulled and decrypted in the guest: set the snapshotter of the runtime class (nydus, guest pull) and pull nothing on the node; only a node that may see the data needs ctd-decoder in the PATH of containerd.',
    streams: NODE,
  },
  {
    id: 'containerd-network',
    phase: 'vmm',
    severity: 'fatal',
    // containerd 2.1 internal/cri/server/sandbox_run.go, go-cni errors.go
    pattern: /failed to setup network for sandbox "?\\?"?[0-9a-f]{8,}|cni plugin not initialized/,
    title: 'The pod got no network, so its VM was not started',
    hint: 'The CNI plugin failed, and its own message stands behind "plugin type="; or none is installed on this node (/etc/cni/net.d).',
    streams: NODE,
  },
  {
    id: 'containerd-image',
    phase: 'vmm',
    severity: 'fatal',
    // containerd 2.1 internal/cri/server/podsandbox/sandbox_run.go, internal/cri/server/images/image_pull.go
    pattern:
      /failed to get sandbox image "?\\?"?(?<image>[^\s"\\]+)|failed to pull and unpack image "?\\?"?(?<image2>[^\s"\\]+)/,
    title: 'containerd could not pull the image $<image>',
    hint: 'Name, registry, credentials, proxy and network of the node: the rest of the line says which.',
    streams: NODE,
    // The innermost error of the line says why.
    symptom: true,
  },
  {
    id: 'kubernetes-missing-object',
    phase: 'vmm',
    severity: 'fatal',
    // pkg/kubelet/kubelet_pods.go and the API server's NotFound
    pattern: /(?:Error|volume "[^"]+" ): (?<what>secret|configmap) "(?<name>[^"]+)" not found/,
    title: 'The pod was not started: there is no $<what> $<name>',
    hint: 'Create it in the namespace of the pod; an installation of an operator makes it from its own configuration.',
    streams: NODE,
  },
  {
    id: 'containerd-down',
    phase: 'vmm',
    severity: 'fatal',
    // google.golang.org/grpc 1.70 internal/transport/http2_client.go, as the kubelet and crictl print it; cri-tools 1.33
    // cmd/crictl/main.go; kubernetes 1.33 pkg/kubelet/runtime.go
    pattern:
      /validate CRI v1 \w+ API for endpoint \S*\/(?<runtime3>containerd|crio|cri-dockerd)\.sock\S* rpc error: code = Unavailable|(?<runtime4>container runtime is down)|[Ee]rror while dialing:? (?:dial unix|unix) \S*\/(?<runtime>containerd|crio|cri-dockerd|dockershim)\.sock|(?<runtime2>unknown service runtime\.v1)/,
    title: 'The container runtime of the node ($<runtime>) does not run',
    hint: 'See systemctl status and journalctl -u for it: often an installer (kata-deploy, nvidia-ctk) has broken its configuration.',
    streams: NODE,
    causes: [
      {
        id: 'pleg',
        // kubernetes 1.33 pkg/kubelet/runtime.go runtimeErrors()
        when: { runtime: 'container runtime is down' },
        title: 'The kubelet finds the container runtime of the node down',
        hint: 'See systemctl status and journalctl -u containerd (or crio): it has ended, hangs on a pod whose VM does not come up, or listens at another socket than the kubelet asks.',
      },
      {
        id: 'cri',
        // google.golang.org/grpc server.go: the service of the CRI is not registered
        when: { runtime: 'unknown service runtime.v1' },
        title: 'containerd of the node runs without its CRI plugin, so Kubernetes cannot use it',
        hint: 'disabled_plugins in /etc/containerd/config.toml names "cri", as Docker’s packages do, or the file is not valid for this containerd: mend it and restart containerd.',
      },
    ],
  },
  {
    id: 'containerd-reserved',
    phase: 'vmm',
    severity: 'error',
    // containerd 2.1 internal/cri/server/sandbox_run.go, internal/registrar/registrar.go
    pattern: /failed to reserve (?:sandbox|container) name/,
    title: 'containerd still works on an earlier attempt to start this pod',
    hint: 'The first attempt hangs: its own lines in the journal of containerd say in what. Wait, or remove it with crictl rmp -f.',
    streams: NODE,
    symptom: true,
  },
  {
    id: 'kubernetes-image',
    phase: 'vmm',
    severity: 'error',
    // kubernetes 1.33 pkg/kubelet/images/types.go
    pattern: /Error: (?<why>ErrImagePull|ImagePullBackOff|ErrImageNeverPull|InvalidImageName)\b/,
    title: 'The node could not pull the image of the container ($<why>)',
    hint: 'The event before says why: name, registry, credentials, proxy.',
    streams: NODE,
    symptom: true,
  },
  {
    id: 'kubernetes-crash-loop',
    phase: 'vmm',
    orLater: true,
    severity: 'error',
    // kubernetes 1.33 pkg/kubelet/kuberuntime/kuberuntime_manager.go
    pattern: /Back-off restarting failed container/,
    title: 'The container starts and ends again and again',
    hint: 'kubectl logs --previous has its last words, kubectl describe its exit status.',
    streams: NODE,
    symptom: true,
  },
  {
    id: 'kubernetes-probe',
    phase: 'userspace',
    severity: 'error',
    // kubernetes pkg/kubelet/prober/prober.go
    pattern: /(?<probe>Liveness|Readiness|Startup) probe failed: /,
    title: 'The guest and its container run, but the container does not answer its $<probe> probe',
    hint: 'A program in a TD starts more slowly: raise initialDelaySeconds and failureThreshold of the probe; kubectl logs says what the program does.',
    streams: NODE,
  },
  {
    id: 'kubernetes-oom',
    phase: 'userspace',
    severity: 'error',
    // containerd 301026e58 internal/cri/server/helpers.go, events.go
    pattern: /\bOOMKilled\b/,
    // docker inspect
    unless: /OOMKilled"?: ?false/,
    title: 'The container, or its VM, ran out of the memory that the pod may have',
    hint: 'Raise the memory limit of the pod: in a TD the guest’s kernel and an image that the guest pulls live in it, too (default_memory of Kata).',
    streams: NODE,
  },
  {
    id: 'kubernetes-evicted',
    phase: 'vmm',
    severity: 'error',
    // kubernetes 1.33 pkg/kubelet/eviction/helpers.go
    pattern: /The node was low on resource: (?<resource>[a-z-]+)/,
    title: 'The node evicted the pod: it was low on $<resource>',
    hint: 'The memory of a TD cannot be swapped or shared: give the runtime class its overhead (podFixed), and the node room.',
    streams: NODE,
  },
  {
    id: 'kubernetes-no-node',
    phase: 'vmm',
    severity: 'fatal',
    // kubernetes 1.33 pkg/scheduler/framework/types.go, plugins/{noderesources,nodeaffinity,tainttoleration}
    pattern:
      /0\/[0-9]+ nodes are available: .*(?:Insufficient (?<what>[a-z0-9./-]+)|didn't match (?:Pod's )?node affinity|had untolerated taint)/,
    title: 'No node of the cluster can take the pod',
    hint: 'tdx.intel.com/keys and labels such as intel.feature.node.kubernetes.io/tdx come from the node feature discovery of nodes whose TDX is on; GPUs from their device plugin.',
    streams: NODE,
  },
  {
    id: 'kata-check-module',
    phase: 'vmm',
    severity: 'fatal',
    // src/runtime/cmd/kata-runtime/kata-check.go (Kata 3.20)
    pattern:
      /kernel module (?<module>[a-z_0-9]+) not available|[Kk]ernel property (?<module2>[a-z_0-9]+) not found/,
    title: 'The node lacks a kernel module that Kata needs: $<module>',
    hint: 'modprobe kvm, kvm_intel, vhost, vhost_net and vhost_vsock, and switch virtualisation on in the BIOS; "kata-runtime check" lists the rest.',
    streams: NODE,
  },
];
