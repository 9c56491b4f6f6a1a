/**
 * What a complaint of a program is about that runs in a guest, starts a pod’s VM or verifies what a guest proves. The words are
 * those of the error enums and contexts of these sources: confidential-containers/trustee 78962cd4 (kbs, attestation-service,
 * deps/verifier, rvps) and guest-components 8246e5e0 (attestation-agent, confidential-data-hub, image-rs, ocicrypt-rs),
 * kata-containers 7c6ba40c (src/agent, src/runtime, src/runtime-rs), google/go-tdx-guest 91f9a52 (abi, verify, validate, pcs),
 * intel/trustauthority-client-for-go f8dc47b (go-connector, go-tdx, go-aztdx, go-nvgpu), Dstack-TEE/dstack 312dc605.
 */

import type { Noun } from './noun.ts';

type ProgramNoun = Omit<Noun, 'of' | 'common'>;

/** The first whose words are in the complaint counts: the part of an evidence before the evidence. */
const ATTESTATION: readonly ProgramNoun[] = [
  {
    id: 'gpu',
    pattern: /\bGPUs?\b|\bNVML\b|\bnv(?:idia|attest|switch)\b|\bSPDM|\bNRAS\b|\bNSCQ\b|\bNVSwitch/i,
    about: 'a GPU, or what a GPU proves',
    hint: 'nvidia-smi conf-compute -f in the guest must say ON and its driver must be loaded; the verifier needs the RIMs of this driver and VBIOS and a way to NVIDIA’s service (NRAS, OCSP).',
  },
  {
    id: 'vtpm',
    pattern:
      /\bv?TPM2?s?\b|\bAK ?pub|\bAK's\b|\bEK cert|\bNV(?:Define|Read|Write|Index)|\bHCL\b|\btss2?[:_-]/,
    about: 'the TPM of the guest',
    hint: 'In the clouds evidence goes through a vTPM: /dev/tpmrm0 must exist, the program must be allowed to use it, and the image must be of a confidential kind. A TD of one’s own has RTMRs in the TPM’s place.',
  },
  {
    id: 'event-log',
    pattern:
      /\b(?:CC )?[Ee]vent ?[Ll]og|\bCCEL\b|\bAAEL\b|\bdigest (?:count|algorithm|bytes)\b|\bevent (?:type|size|id|entry)\b/i,
    about: 'the event log of the guest',
    hint: 'The firmware writes it (ACPI table CCEL, /sys/firmware/acpi/tables/data/CCEL): compare its form with what the verifier’s release reads, and check that the kernel was booted with ACPI.',
  },
  {
    id: 'initdata',
    pattern: /\binit[ _-]?data\b/i,
    about: 'the initdata of the pod',
    hint: 'The annotation is base64 of gzip of TOML with version, algorithm and [data], and its digest stands in MRCONFIGID: encode the file anew and compare the algorithms of both sides.',
  },
  {
    id: 'registers',
    pattern: /\bRTMRs?\b|\bMRTD\b|\bMR(?:CONFIG|OWNER|SEAM|SIGNER|ENCLAVE)\w*|\bPCRs?\b|\bmeasurements?\b/i,
    about: 'what the guest has measured',
    hint: 'Compare the registers one by one with the expected ones (tdx-boot measure); only RTMR2 and RTMR3 can be extended by programs, with 48 bytes, as root.',
  },
  {
    id: 'collateral',
    pattern:
      /\bcollaterals?\b|\bCRLs?\b|\btcb ?info\b|\bqe ?identity\b|\benclave ?identity\b|\bFMSPC\b|\bPCS\b|\bPCCS\b|\bQCNL\b|\brevo(?:ked|cation)\b|\bissuer(?:'s)? chain\b|\bTCB levels?\b/i,
    about: 'the collateral of the quote: TCB info, identities and revocation lists',
    hint: 'The verifier fetches it from a PCCS or Intel’s service for the FMSPC of the quote: check address, proxy, certificates and clock of the verifier, and let the PCCS refresh.',
  },
  {
    id: 'quote-certificates',
    pattern:
      /\bPCK\b|\bV[CL]EK\b|\bcert(?:ificate)?s? chain\b|\b[Rr]oot(?: CA)? cert|\bRoot CA\b|\bsigning cert|\bcertification data\b/i,
    about: 'the certificates that the evidence leads to',
    hint: 'They come with the quote (PCK chain) or from the vendor’s service: a platform that is not registered has none, pre-production hardware has another root, and a cache may hold old ones.',
  },
  {
    id: 'quote',
    pattern:
      /(?<!\b(?:mismatched|unterminated|unbalanced|closing|double|single) )\bquotes?(?:v\d)?\b|\bQuoteV\d|\bTD ?[Rr]eport|\bTDREPORT\b|\breport_?[ -]?data\b|\bQE (?:report|auth)|\bqe(?:Svn|VendorId)\b|\battestation key\b|\bQGS\b|\btd ?attributes\b|\bxfam\b|\btdx_guest\b|\bconfig-?fs[ -]?tsm\b|\bTSM\b/i,
    about: 'the quote or the report of the TD',
    hint: 'In the guest /sys/kernel/config/tsm/report or /dev/tdx_guest must work, and qgsd on the host must answer (journalctl -u qgsd). A quote that arrives but is not read was cut, has another version, or is in another encoding.',
  },
  {
    id: 'token',
    pattern: /\btokens?\b|\bJWTs?\b|\bJWKS?\b|\bEAR\b|\bkid\b|\btrust claims?\b/i,
    about: 'a token',
    hint: 'Compare who has signed it with whom the reader trusts (trusted_certs_paths, JWKS), its date with the clock, and its form with the release of both sides.',
  },
  {
    id: 'reference-values',
    pattern: /\bRVPS\b|\breference[ _]values?\b/i,
    about: 'the reference values',
    hint: 'The RVPS must run and be reached, and hold values for this firmware, kernel and TDX module: register them in the form that its release reads.',
  },
  {
    id: 'kms',
    pattern: /\bKMS\b|\bvault\b|\bsecrets? manager\b|\bkey[- ]provider\b/i,
    about: 'the service that holds the keys',
    hint: 'It must be reached from where the line was printed, admit this guest’s evidence, and hold a key of this id: its own log says what it has refused.',
  },
  {
    id: 'kbs',
    pattern:
      /\bKBS\b|\bkbs[:_-]|\bkey broker\b|\bresource[ _-]?(?:uri|path|provider)\b|\bResourceUri\b|\bsealed ?secret|\bunseal|\bCDH\b|\bconfidential data hub\b/i,
    about: 'a resource of the key broker (KBS)',
    hint: 'Compare the URI kbs:///repository/type/tag with what was put into the KBS, its address as the guest sees it (aa_kbc_params, aa.toml and cdh.toml in the initdata), and read the KBS’s log.',
  },
  {
    id: 'policy',
    pattern: /\bpolic(?:y|ies)\b|\brego\b/i,
    about: 'a policy',
    hint: 'See which policy it is (of the agent, of an image, of resources, of attestation), set it again in the form of this release, and compare its rules with what the line names.',
  },
  {
    id: 'evidence',
    pattern: /\bevidences?\b|\battest(?:ation|er|ing|ed)?\b|\bverifier\b|\bTEE\b|\bnonce\b/i,
    about: 'the evidence of the guest',
    hint: 'Find out which side fails: the guest makes evidence (TSM or TDX device, QGS of the host), the service verifies it (collateral, policy, reference values). Both are to be of releases that fit each other.',
  },
];

const PODS: readonly ProgramNoun[] = [
  {
    id: 'image-signature',
    pattern:
      /\bcosign\b|\bsigstore\b|\bsimple signing\b|\bsigned ?by\b|\bpub(?:lic )?key ring\b|\bOpenPGP\b|\bGPG key\b|\bsignature (?:payload|packet|info|file|store)/i,
    about: 'the signature of the container’s image',
    hint: 'The image policy (image_security_policy_uri) names keys and where signatures lie: both must be in the KBS and the registry, for this digest.',
  },
  {
    id: 'image-encryption',
    pattern:
      /\bkey ?provider:|\b(?:un)?wrap(?:ped|ping)?[ _]?keys?\b|\bkey ?(?:un)?wrap|\bdecrypt(?:ed|ion|ing|or)?\b|\bAnnotationPacket\b|\b[LK]EK\b|\bjwe: |\bAESCTR|\bAES CTR\b/i,
    about: 'the decryption of the container’s image, or of a secret',
    hint: 'The key must be in the KBS under the id that the image or secret names, and the KBS must admit this TD; the image must be encrypted by a tool of the release that the guest reads.',
  },
  {
    id: 'verity',
    pattern: /\b(?:dm-?)?verity\b|\broot ?hash\b/i,
    about: 'dm-verity',
    hint: 'Root hash and data must be of one build, and the guest’s kernel needs dm-verity: a layer that was unpacked otherwise has another hash.',
  },
  {
    id: 'luks',
    pattern:
      /\bLUKS2?\b|\bcryptsetup\b|\b[Kk]ey ?slots?\b|\bvolume key\b|\bpassphrase\b|\bTCRYPT\b|\bBITLK\b|\bFVAULT2\b|\b[Rr]eencrypt|\bhotzone\b|\bdm-crypt\b|\bmkfs\b|\bzfs\b|(?<!plug )\bblock device\b|\bdisk encryption\b/i,
    about: 'an encrypted disk of the guest',
    hint: 'The device must have arrived in the guest, its tools (cryptsetup, mkfs) must be in the image, and the key must fit: a disk of an earlier TD has another one.',
  },
  {
    id: 'registry',
    pattern:
      /\bregistr(?:y|ies)\b|\boauth\b|\bauth (?:content|config|module)\b|\bpulling? (?:image|manifest|layer)|\bpulled\b|\bimage reference\b/i,
    about: 'the registry of the container’s image',
    hint: 'Who pulls, guest or node, needs network, DNS, proxy, the registry’s CA and credentials: a guest has none of the node’s. Check name, tag and mirror, too.',
  },
  {
    id: 'image',
    pattern:
      /\blayers?\b|\bwhiteout\b|\bunpack|\bmeta ?store\b|\bsnapshot(?:ter)?s?\b|\bnydus\b|\boverlay(?:fs)?\b|\bmanifest\b|\bimage\b|\bOCI (?:bundle|config|spec)|\bbundle\b|\bmedia type\b|\brootfs\b/i,
    about: 'the container’s image or root file system',
    hint: 'Look whether it was pulled whole and by the snapshotter that the runtime class wants (node or guest pull), has room where it is unpacked, and is for this architecture: remove it and pull it again.',
  },
  {
    id: 'agent',
    pattern: /\bkata[- ]?agent\b|\bagent\b|\bttrpc\b|\bhybrid ?vsock\b|\bvsock\b/i,
    about: 'the agent in the guest, or the way to it',
    hint: 'Read the guest’s console (enable_debug, "reading guest console"): the agent did not start, has ended, or the vsock device is missing.',
  },
  {
    id: 'pod-network',
    pattern:
      /\bnet(?:work)?[ _-]?(?:ns|namespace|interface|endpoint|device|pair)?s?\b|\bnetlink\b|\broutes?\b|\bneighbou?rs?\b|\biptables\b|\bendpoints?\b|\bveth\b|\bCNI\b|\bwireguard\b|\b[Dd][Nn][Ss]\b|\bMAC address\b/i,
    about: 'the network of the pod or guest',
    hint: 'See what the CNI plugin or network has given it (interfaces, routes), and that the guest’s kernel has the driver.',
  },
  {
    id: 'pod-storage',
    pattern:
      /\bmount(?:ed|ing|s| ?point)?\b|\bumount|\bVMDK\b|\bvolumes?\b|\bstorages?\b|\bshare(?:d)? ?(?:dir|fs|path|file)|\bvirtio-?fs\w*|\b9p\b|\btmpfs\b|\bfile ?system\b/i,
    about: 'a mount of the container or guest',
    hint: 'The source must exist where the line was printed, the guest’s kernel must know the file system, and a TD takes no hotplug and shares no memory by itself: see volumes of the pod and shared_fs.',
  },
  {
    id: 'pod-cgroup',
    pattern: /\bcgroups?(?:v2)?\b|\bcgroup_?path\b/i,
    about: 'a cgroup',
    hint: 'Version of cgroups (v1, v2) and driver (systemd, cgroupfs) of runtime, kubelet and guest must fit each other.',
  },
  {
    id: 'pod-device',
    pattern:
      /\bvfio\b|\biommu|\bCDI\b|\bdevices?\b|\bhot[- ]?(?:un)?plug|\buevent\b|\bpci(?:e)?\b|\bbdf\b|\broot port\b|\bsyspath\b|\boverride driver\b/i,
    about: 'a device of the pod',
    hint: 'It must be bound to vfio-pci on the node, be attached from the start (cold_plug_vfio: a TD takes no hotplug), and have its driver in the guest.',
  },
  {
    id: 'pod-hypervisor',
    pattern:
      /\bhypervisors?\b|\bqemu\b|\bcloud-?hypervisor\b|\bfirecracker\b|\bdragonball\b|\bstratovirt\b|\bQMP\b|\bvirtiofsd?\b|\bguest (?:memory|kernel|image|CID)\b|\bboot source\b|\binitr(?:d|amfs)\b|\bkernel (?:params|resource|specified)\b|\bmicrovm\b|\bapi socket\b|\bmigration\b|\bvcpus?\b|\bVMM?\b|\bmemory\b|\bnuma\b/i,
    about: 'the hypervisor, or what it is to give the guest',
    hint: 'The VMM’s own words stand in Kata’s journal (subsystem=qemu, virtcontainers): see [hypervisor.*] of the runtime class and the pod’s annotations.',
  },
  {
    id: 'pod-process',
    pattern:
      /\bexec(?:_id| id|ute| process)?\b|\bprocess(?:es)?\b|\bcontainers?\b|\bsandbox\b|\brlimit|\bseccomp\b|\bcapabilit|\bnamespaces?\b|\buser ?ns\b|\bhooks?\b|\bpid\b/i,
    about: 'a container or one of its processes',
    hint: 'The guest may be well: see command, user, limits and hooks of the pod, and the lines of the agent before.',
  },
  {
    id: 'tls',
    pattern: /\bTLS\b|\bHTTPS?\b(?!:)|\bSSL\b|\bcert(?:ificate)?s?\b|\bprivate key\b|\bPEM\b/i,
    about: 'a certificate or a connection with TLS',
    hint: 'Check that the files exist and belong together, their dates against the clock, and that both sides speak TLS.',
  },
  {
    id: 'config',
    pattern: /\bconfig(?:uration)?s?\b|\bannotations?\b|\bTOML\b|\bsettings?\b/i,
    about: 'a configuration',
    hint: 'The line names field or file: compare with the documentation of this release, and with who writes the file (initdata, an annotation, kata-deploy).',
  },
];

/** Nouns of pods that mean one thing in anybody’s mouth. */
const DISTINCT: ReadonlySet<string> = new Set(['verity', 'luks']);

export const PROGRAM: readonly Noun[] = [
  ...ATTESTATION.map((noun): Noun => ({ ...noun, of: 'program' })),
  // Other programs speak of images, mounts and devices, too.
  ...PODS.map(
    (noun): Noun => ({ ...noun, of: 'program', ...(DISTINCT.has(noun.id) ? {} : { common: true }) }),
  ),
];
