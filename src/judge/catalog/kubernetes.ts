/** What the API server of a cluster, its controllers, its nodes and kubectl say of objects that they refuse or do not have. */

import { GUEST_STREAMS } from '../../words/words.ts';
import type { LineOrigin, Signature } from '../signature.ts';

/** People paste them with events of pods and with journals. */
const CLUSTER: readonly LineOrigin[] = ['host', ...GUEST_STREAMS];

export const KUBERNETES: readonly Signature[] = [
  {
    id: 'kubernetes-no-account',
    phase: 'host',
    severity: 'error',
    // kubernetes 1.33 plugin/pkg/admission/serviceaccount/admission.go
    pattern: /error looking up service account (?<account>[\w.-]+\/[\w.-]+): .*not found/,
    title: 'No pod is made: the service account $<account> does not exist',
    hint: 'The manifest was applied in another namespace than its accounts: apply the whole release (kustomize, Helm) in one, and look with kubectl get serviceaccount -A.',
    streams: CLUSTER,
  },
  {
    id: 'kubernetes-security',
    phase: 'host',
    severity: 'error',
    // kubernetes 1.33 staging/src/k8s.io/pod-security-admission/admission/admission.go; OpenShift's SCC admission
    pattern: /PodSecurity "(?<level>[\w.:-]+)": |unable to validate against any security context constraint/,
    title: 'The cluster does not admit a privileged pod here',
    hint: 'Installers of Kata and device plugins need it: label their namespace pod-security.kubernetes.io/enforce=privileged (OpenShift: oc adm policy add-scc-to-user privileged -z ACCOUNT).',
    streams: CLUSTER,
  },
  {
    id: 'kubernetes-quota',
    phase: 'host',
    severity: 'error',
    // kubernetes 1.33 staging/src/k8s.io/apiserver/pkg/admission/plugin/resourcequota/controller.go
    pattern: /is forbidden: exceeded quota: (?<quota>[\w.-]+)/,
    title: 'The quota $<quota> of the namespace is used up',
    hint: 'The overhead of the runtime class (podFixed) counts, too: raise the quota or lower the pod’s requests.',
    streams: CLUSTER,
  },
  {
    id: 'kubernetes-rights',
    phase: 'host',
    severity: 'error',
    // kubernetes 1.33 staging/src/k8s.io/apiserver/pkg/endpoints/handlers/responsewriters/errors.go
    pattern: /User "(?<user>[^"\\]+)\\?" cannot (?<verb>\w+) resource \\?"(?<resource>[\w./-]+)/,
    title: 'The cluster’s rules (RBAC) do not let $<user> $<verb> $<resource>',
    hint: 'Its ClusterRole is of another release than the program, or was not applied: kubectl auth can-i --as asks for it.',
    streams: CLUSTER,
  },
  {
    id: 'kubernetes-webhook-down',
    phase: 'host',
    severity: 'error',
    // kubernetes 1.33 staging/src/k8s.io/apiserver/pkg/admission/plugin/webhook/errors/statuserror.go, generic/webhook.go
    pattern: /failed calling webhook "(?<hook>[^"\\]+)/,
    title: 'The webhook $<hook>, which admits objects, does not answer',
    hint: 'Its pod does not run, its certificate is not valid yet (cert-manager), or the network between API server and nodes blocks its port: look at the operator’s pods first.',
    streams: CLUSTER,
  },
  {
    id: 'kubernetes-webhook-denied',
    phase: 'host',
    severity: 'error',
    pattern: /admission webhook "(?<hook>[^"\\]+)\\?" denied the request/,
    title: 'The webhook $<hook> refuses the object',
    hint: 'The rest of the line says why: a value that this release of the operator does not admit.',
    streams: CLUSTER,
  },
  {
    id: 'kubevirt-domain-ended',
    phase: 'vmm',
    severity: 'fatal',
    // KubeVirt 1.7 pkg/virt-launcher/notify-client/client.go; the reasons of libvirt's virDomainShutoffReason and virDomainCrashedReason
    pattern:
      /"level":"info","msg":"kubevirt domain status: (?<state>Shutoff|Crashed|Paused)\(\d+\)(?: reason)?: ?(?<why>Crashed|Failed|Panicked|PanicCrashed|IOError|Watchdog)\(/,
    title: 'The VM of the pod ended: $<why> ($<state>)',
    hint: 'Lines of QEMU and libvirt before say why. Crashed: QEMU itself died (coredumpctl, dmesg of the node: memory limit of the pod, a passed-through device). IOError: the disk is full or its storage failed.',
    streams: CLUSTER,
    symptom: true,
  },
  {
    id: 'kubevirt-process-ended',
    phase: 'vmm',
    severity: 'error',
    // KubeVirt 1.7 cmd/virt-launcher-monitor/virt-launcher-monitor.go: what wait4(2) says; the lower seven bits are a signal
    pattern: /"level":"info","msg":"Reaped pid \d+ with status (?<status>9|6|7|11|13[1-9])\b/,
    title: 'A process of the VM was ended by a signal (status $<status> of wait)',
    hint: '9: the node’s OOM killer or somebody else killed it (dmesg of the node, limits of the pod); 6, 11, 134 and 139: it crashed (coredumpctl).',
    streams: CLUSTER,
  },
  {
    id: 'kubernetes-kind',
    phase: 'host',
    severity: 'error',
    // kubernetes 1.33 staging/src/k8s.io/apimachinery/pkg/api/{meta,errors}/errors.go
    pattern:
      /no matches for kind "(?<kind>[\w.-]+)\\?" in version \\?"(?<version>[\w./-]+)|the server could not find the requested resource(?: \( (?<what>pods)\/)?|the server doesn't have a resource type/,
    title:
      'The cluster does not know such an object: its definition (CRD) is not installed, or of another release',
    hint: 'Apply the operator and its CRDs before their objects, and let both be of one release (kubectl get crd).',
    streams: CLUSTER,
    causes: [
      {
        // kubectl logs, kubectl exec: a subresource of a pod
        id: 'pod',
        when: { what: 'pods' },
        title: 'The pod that was asked for its log or a command is not there any more',
        hint: 'It was restarted or deployed anew under another name: kubectl get pods -A, and kubectl logs --previous.',
        symptom: true,
      },
    ],
  },
  {
    id: 'kubernetes-invalid',
    phase: 'host',
    severity: 'error',
    // kubernetes 1.33 staging/src/k8s.io/apimachinery/pkg/api/errors/errors.go NewInvalid, pkg/util/validation/field/errors.go
    pattern:
      /\\?"[^"\\]+\\?" is invalid: (?<field>[\w.[\]()*-]+): (?:Invalid value|Required value|Forbidden|Unsupported value|Duplicate value|Too long|Not found)/,
    title: 'The cluster does not take the object: its field $<field> is wrong',
    hint: 'The rest of the line says what it may be. Fields that cannot be changed need the object to be deleted first.',
    streams: CLUSTER,
  },
  {
    id: 'kubernetes-file',
    phase: 'host',
    severity: 'error',
    // kubernetes 1.33 staging/src/k8s.io/cli-runtime/pkg/resource/builder.go
    pattern: /error: the path "(?<path>[^"]+)" does not exist/,
    title: 'kubectl was given $<path>, which does not exist where it runs',
    hint: 'An installer’s image has its manifests at another path, or the command stands in another directory.',
    streams: CLUSTER,
  },
  {
    id: 'kubernetes-api-down',
    phase: 'host',
    severity: 'error',
    // kubernetes 1.33 staging/src/k8s.io/kubectl/pkg/cmd/util/helpers.go
    pattern:
      /The connection to the server (?<server>\S+) was refused|couldn't get current server API group list/,
    title: 'The API server of the cluster does not answer',
    hint: 'kubectl has no or another KUBECONFIG (localhost:8080 is its guess without one; sudo has its own), or the control plane is down: journalctl -u kubelet, crictl ps.',
    streams: CLUSTER,
  },
  {
    id: 'kubernetes-kubelet',
    phase: 'host',
    severity: 'fatal',
    // kubernetes 1.33 pkg/kubelet/kubelet.go, cmd/kubelet/app/server.go, pkg/kubelet/cm/container_manager_linux.go
    pattern:
      /"?Failed to start ContainerManager"?|[Ff]ailed to run [Kk]ubelet(?:.*(?<what4>running with swap on is not supported))?|[Ff]ailed to (?:load|validate) kubelet (?:config file|flags|configuration)(?:.*\/(?<what>config\.yaml: no such file))?|(?<what2>running with swap on is not supported)|(?<what3>cannot enter cgroupv2)/,
    title: 'The kubelet of the node does not start',
    hint: 'The end of the line says why: its configuration, swap, the cgroup driver (systemd or cgroupfs, as the container runtime has it), or cgroups that it may not use.',
    streams: CLUSTER,
    causes: [
      {
        id: 'unjoined',
        when: { what: 'config.yaml: no such file' },
        title: 'The kubelet has no configuration: the node has joined no cluster',
        hint: 'kubeadm init or kubeadm join writes /var/lib/kubelet/config.yaml; until then the kubelet restarts over and over. Where that was run, its own output says at which step it stopped.',
      },
      {
        id: 'swap',
        when: { what: 'running with swap on is not supported' },
        title: 'The kubelet does not start on a node with swap',
        hint: 'swapoff -a, and take swap out of /etc/fstab; or set failSwapOn: false in its configuration.',
      },
    ],
  },
  {
    id: 'kubernetes-device-plugin',
    phase: 'host',
    severity: 'error',
    // kubernetes 1.33 pkg/kubelet/cm/devicemanager/manager.go
    pattern:
      /(?:cannot allocate unhealthy devices|no healthy devices present; .*|previously allocated devices are no longer healthy; .*) (?<resource>[\w.-]+\/[\w.-]+)|requested number of devices unavailable for (?<resource2>[\w.-]+\/[\w.-]+)/,
    title: 'The node has no healthy device $<resource> for the pod',
    hint: 'Its device plugin was restarted or the device is gone: read the log of the plugin’s pod, and look for the device file on the node (/dev/sgx_enclave, /dev/vfio/N).',
    streams: CLUSTER,
  },
  {
    id: 'kubernetes-host-path',
    phase: 'host',
    severity: 'error',
    // kubernetes 1.33 pkg/volume/hostpath/host_path.go
    pattern: /hostPath type check failed: (?<path>\S+) is not an? (?<type>[\w ]*\w)/,
    title: 'The node has no $<path> for the pod (it must be a $<type>)',
    hint: 'The pod asks for a file or a device of the node: the driver, service or directory that makes it is missing there (SGX in the BIOS set-up, qgsd, containerd’s directories).',
    streams: CLUSTER,
  },
  {
    id: 'kubernetes-key',
    phase: 'host',
    severity: 'error',
    // kubernetes 1.33 pkg/kubelet/kubelet_pods.go makeEnvironmentVariables()
    pattern: /couldn't find key (?<key>\S+) in (?<what>Secret|ConfigMap) (?<name>[\w./-]+)/,
    title: 'The pod was not started: $<what> $<name> has no key $<key>',
    hint: 'Create it anew with this key, or name the key that it has.',
    streams: CLUSTER,
  },
];
