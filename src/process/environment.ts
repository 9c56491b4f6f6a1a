/**
 * The one policy for the environment of the programs that tdx-boot starts. Each kind of program gets only the
 * variables on its list, because any variable may hold a secret of the job.
 */

/** What a program is started for. */
export type ChildKind =
  /** A VMM, what serves its guest's devices, or a question to one of them. It runs or answers a hostile guest. */
  | 'vmm'
  /** A command of a build, or a question to a program that a build uses. It runs the code of the source tree. */
  | 'build'
  /** git, which may use the network and the user's credentials for the source's server. */
  | 'git'
  /** A program of the system that makes or reads local files, such as cp, mkfifo, mke2fs or dmesg. */
  | 'tool'
  /** A package manager or rustup. */
  | 'install'
  /** Our own program around a client of GitHub, for caches or artifacts. It needs the job's token for that service. */
  | 'github-client';

/** What any program may need. RUNNER_TRACKING_ID lets GitHub's runner find the processes that a job has left. */
const BASIC = ['PATH', 'HOME', 'LANG', 'LC_ALL', 'TMPDIR', 'RUNNER_TRACKING_ID'];

/** For programs of the user: where their libraries are, and who the user is. */
const USER = ['USER', 'LOGNAME', 'LC_CTYPE', 'LC_MESSAGES', 'TZ', 'LD_LIBRARY_PATH'];

/** How to reach the network: curl, git, cargo, apt, pip and Node each read some of these, in either case. */
const PROXIES = ['http_proxy', 'https_proxy', 'ftp_proxy', 'all_proxy', 'no_proxy'];
const NETWORK = [
  ...PROXIES,
  ...PROXIES.map((name) => name.toUpperCase()),
  'SSL_CERT_FILE',
  'SSL_CERT_DIR',
  'CURL_CA_BUNDLE',
  'REQUESTS_CA_BUNDLE',
  'GIT_SSL_CAINFO',
  'GIT_SSL_CAPATH',
  'CARGO_HTTP_CAINFO',
  'NODE_EXTRA_CA_CERTS',
];

/** git's variables that say how to reach a server. Those that name a repository are left out: a hook may set them. */
const GIT_SERVERS = /^GIT_(CONFIG|SSH|ASKPASS|HTTP|SSL|PROXY|CURL|TRACE|EXEC_PATH|ALLOW_PROTOCOL)/;

/** What @actions/cache and @actions/artifact read (their src/internal/{config,shared}). NODE_OPTIONS may name the CA store of the machine. */
const GITHUB_SERVICES = [
  'ACTIONS_CACHE_MODE',
  'ACTIONS_CACHE_SERVICE_V2',
  'ACTIONS_CACHE_URL',
  'ACTIONS_RESULTS_URL',
  'ACTIONS_RUNTIME_TOKEN',
  'ACTIONS_ARTIFACT_UPLOAD_TIMEOUT_MS',
  'ACTIONS_ORCHESTRATION_ID',
  'GITHUB_SERVER_URL',
  'NODE_OPTIONS',
  'RUNNER_DEBUG',
  'SEGMENT_DOWNLOAD_TIMEOUT_MINS',
];

/** The variables of this process that say how to reach the network, by name. */
export function networkVariables(): string[] {
  return NETWORK.filter((name) => process.env[name] !== undefined);
}

interface Policy {
  readonly names: readonly string[];
  readonly pattern?: RegExp;
}

const POLICIES: Readonly<Record<ChildKind, Policy>> = {
  vmm: { names: [...BASIC, 'LD_LIBRARY_PATH'] },
  // No variable that compilers read: the same source has to give the same image.
  build: { names: ['PATH', 'HOME', 'TMPDIR', 'RUNNER_TRACKING_ID', 'RUSTUP_HOME', ...NETWORK] },
  git: {
    names: [
      ...[...BASIC, ...USER, ...NETWORK],
      ...['XDG_CONFIG_HOME', 'SSH_AUTH_SOCK', 'SSH_AGENT_PID', 'SSH_ASKPASS', 'KRB5CCNAME'],
    ],
    pattern: GIT_SERVERS,
  },
  tool: { names: [...BASIC, ...USER] },
  install: {
    names: [
      ...[...BASIC, ...USER, ...NETWORK],
      ...['RUSTUP_HOME', 'CARGO_HOME', 'RUSTUP_DIST_SERVER', 'RUSTUP_UPDATE_ROOT', 'APT_CONFIG'],
    ],
  },
  'github-client': { names: [...BASIC, ...USER, ...NETWORK, ...GITHUB_SERVICES] },
};

/**
 * The environment of a program.
 * @param own variables that tdx-boot sets for it; they replace those of the caller
 */
export function environmentFor(
  kind: ChildKind,
  own: Readonly<Record<string, string>> = {},
): Record<string, string> {
  const { names, pattern } = POLICIES[kind];
  const kept = Object.entries(process.env).filter(
    (pair): pair is [string, string] =>
      pair[1] !== undefined && (names.includes(pair[0]) || pattern?.test(pair[0]) === true),
  );
  return { ...Object.fromEntries(kept), ...own };
}
