/** What a node prints of a pod whose VM a cloud makes: Kata's remote hypervisor, and the cloud-api-adaptor that it calls. */

import type { LineOrigin, Signature } from '../signature.ts';

/** Both log to the node's journal; people paste it with what else they have. */
const NODE: readonly LineOrigin[] = ['vmm', 'host'];

export const PEER_PODS: readonly Signature[] = [
  {
    id: 'kata-remote-hypervisor',
    phase: 'vmm',
    severity: 'error',
    // src/runtime/virtcontainers/remote.go (7c6ba40c): what cloud-api-adaptor answers, or that it does not
    pattern:
      /remote hypervisor call failed: (?<why>ttrpc: closed|\S)|failed to connect to remote hypervisor socket/,
    title: 'The cloud-api-adaptor made no VM for the pod',
    hint: 'Its own log (the daemon set cloud-api-adaptor, of this node) says why: what the cloud refuses, its configuration (peer-pods-cm), or the pod VM that did not come up.',
    streams: NODE,
    symptom: true,
    causes: [
      {
        id: 'closed',
        when: { why: 'ttrpc: closed' },
        title:
          'The cloud-api-adaptor of the node closed the connection: it crashed, was restarted, or does not run',
        hint: 'kubectl logs --previous of its pod on this node has its last words; /run/peerpod/hypervisor.sock must be there.',
      },
    ],
  },
  // cloud-api-adaptor 336ea22f src/cloud-api-adaptor/pkg/adaptor/{proxy/proxy,cloud/cloud}.go
  {
    id: 'peerpods-agent',
    phase: 'vmm',
    severity: 'error',
    pattern:
      /failed to establish agent proxy connection to (?<address>[\w.:-]+): .*?(?<why>connection refused|no route to host|deadline exceeded|i\/o timeout|x509|tls|$)/,
    title: 'The pod’s VM was made, but the worker node does not reach its agent at $<address>',
    hint: 'Either the network does not let it through (security group, firewall, port 15150, the subnet of the pod VMs), or the VM did not boot as far: its serial console at the cloud shows which.',
    streams: NODE,
    causes: [
      {
        id: 'refused',
        when: { why: 'connection refused' },
        title: 'The pod’s VM is up, but no agent-protocol-forwarder listens there ($<address>)',
        hint: 'In the VM: journalctl -u agent-protocol-forwarder -u kata-agent. Most often its configuration (user data) did not arrive, or the image of the pod VM is of another release.',
      },
      {
        id: 'tls',
        when: { why: ['x509', 'tls'] },
        title: 'The pod’s VM and the worker node do not accept each other’s certificates ($<address>)',
        hint: 'Both get them from the cloud-api-adaptor: what is set by hand (CACERT_FILE, CERT_FILE, CERT_KEY) must be of one CA and name podvm-server; the VM’s clock must be right.',
      },
    ],
  },
  {
    id: 'peerpods-agent-retry',
    phase: 'vmm',
    // A VM that boots does not listen yet.
    severity: 'warning',
    pattern:
      /Retrying failed agent proxy connection: dial tcp (?<address>[\w.:-]+): connect: connection refused/,
    title: 'The pod’s VM answers, but no agent-protocol-forwarder listens there ($<address>)',
    hint: 'In the VM: journalctl -u process-user-data -u agent-protocol-forwarder -u kata-agent. Most often its user data did not arrive (IMDS of the cloud), or the image of the pod VM is of another release.',
    streams: NODE,
  },
  {
    id: 'peerpods-pod',
    phase: 'vmm',
    severity: 'error',
    pattern:
      /failed to inspect netns |(?<tunnel>setting up pod network tunnel) on netns |error (?<initdata>base64 decode|unmarshalling) initdata: /,
    title: 'The cloud-api-adaptor finds no network of the pod that it could carry to a VM',
    hint: 'The CNI plugin must give the pod one interface and a default route before the VM starts; the rest of the line names what it did not find.',
    streams: NODE,
    causes: [
      {
        id: 'tunnel',
        when: { tunnel: 'setting up pod network tunnel' },
        title: 'The tunnel from the worker node to the pod’s VM could not be set up',
        hint: 'The rest of the line says what the node’s network refuses: a vxlan port or an address in use, a left-over interface of a pod before it, a kernel without vxlan.',
      },
      {
        id: 'initdata',
        when: { initdata: ['base64 decode', 'unmarshalling'] },
        title: 'The initdata of the pod (annotation cc_init_data) cannot be read',
        hint: 'It is TOML with algorithm, version and [data], in base64 (gzipped in later releases): make it again for this release.',
      },
    ],
  },
  // cloud-api-adaptor fbdde756 src/cloud-providers/{libvirt,util}, src/cloud-api-adaptor/pkg/adaptor/cloud
  {
    id: 'peerpods-image',
    phase: 'vmm',
    severity: 'error',
    pattern: /Can't retrieve volume (?<image>[\w./-]*\w)|unable to find matching image to use/,
    title: 'There is no image of the pod VM under the name that the cloud-api-adaptor was given: $<image>',
    hint: 'Upload it (libvirt: virsh vol-upload into the pool of LIBVIRT_POOL), or mend LIBVIRT_VOL_NAME or the image id in peer-pods-cm and the annotation …hypervisor.image of the pod.',
    streams: NODE,
  },
  {
    id: 'peerpods-size',
    phase: 'vmm',
    severity: 'error',
    pattern:
      /requested instance type \(?"?(?<size>[\w.-]+)"?\)? is not (?:part of supported instance types list|default)|failed to verify instance type|instance (?:type|profile name) (?<size2>\S+) not found/,
    title: 'The cloud-api-adaptor does not admit the VM size $<size>',
    hint: 'Add it to the list of peer-pods-cm (AZURE_INSTANCE_SIZES, PODVM_INSTANCE_TYPES, GCP_MACHINE_TYPES …) and restart the daemon set, or take machine_type and default_vcpus/default_memory off the pod.',
    streams: NODE,
  },
  {
    id: 'peerpods-annotations',
    phase: 'vmm',
    severity: 'error',
    pattern: /(?:pod|namespace) name \S+ is missing in annotations/,
    title:
      'The cloud-api-adaptor is not told of which pod the VM is: Kata or the container runtime passes no annotations',
    hint: 'cloud-api-adaptor, Kata’s shim and container runtime must be of releases that fit each other (versions.yaml of the adaptor): CRI-O and containerd name these annotations differently.',
    streams: NODE,
  },
  {
    id: 'peerpods-vm',
    phase: 'vmm',
    severity: 'error',
    pattern: /\b(?:error starting instance: )?creating an instance : /,
    title: 'The cloud did not make the pod’s VM',
    hint: 'The rest of the line is the cloud’s own answer: image, size, quota, network or rights in peer-pods-cm.',
    streams: NODE,
    symptom: true,
  },
];
