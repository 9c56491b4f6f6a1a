/** The one table of pins: what a firmware or a VMM is built from unless the user names something else. */

export interface Pin {
  /** The name of this version, such as a tag. */
  readonly version: string;
  readonly url: string;
  readonly commit: string;
  /** The git tree of the commit: all files, by content. */
  readonly tree: string;
}

export const PINS = {
  /** 4 January 2023, 242 commits after edk2-stable202211. */
  edk2: {
    version: 'edk2-stable202211-242-g13b97736c8',
    url: 'https://github.com/tianocore/edk2.git',
    commit: '13b97736c876919b9786055829caaa4fa46984b7',
    tree: '3c86dc7643fa08d1257187c1ba93905be5f8e275',
  },
  /**
   * 19 November 2025. It has what upstream hosts need (TDVMCALLs without RBP, since edk2-stable202405), and
   * kata-containers runs its nightly TDs with it (versions.yaml of 22 August 2026). Newer is not better: with
   * edk2-stable202605 TDs of several CPUs timed out there, and it was taken back (its PR 13678).
   */
  currentEdk2: {
    version: 'edk2-stable202511',
    url: 'https://github.com/tianocore/edk2.git',
    commit: '46548b1adac82211d8d11da12dd914f41e7aa775',
    tree: '04b895bfa8277f0f34b883ae3a33b490241d095d',
  },
  /** 26 October 2023, the newest release. */
  tdShim: {
    version: 'v0.8.0',
    url: 'https://github.com/confidential-containers/td-shim.git',
    commit: 'a462a606a5d3e99c273db4dbaa7852c7614364cb',
    tree: 'abdf2dac8436c1570b70e5bff785bd5d80b0a032',
  },
  /** 22 July 2025: the last release that boots both TDVF with a disk and td-shim with a kernel. */
  cloudHypervisor: {
    version: 'v47.0',
    url: 'https://github.com/cloud-hypervisor/cloud-hypervisor.git',
    commit: '62001b65e9d165e489b60d1e5a17e3db22142f30',
    tree: '2994e600babb9c67a51711cb3452bf65de44b7f1',
  },
} as const satisfies Record<string, Pin>;

/** Where the submodules come from. Their commits are in the trees that are pinned above. */
export const SUBMODULES = {
  openssl: 'https://github.com/openssl/openssl.git',
  brotli: 'https://github.com/google/brotli.git',
  ring: 'https://github.com/briansmith/ring.git',
} as const;
