
// src/process/environment.ts
var BASIC = ["PATH", "HOME", "LANG", "LC_ALL", "TMPDIR", "RUNNER_TRACKING_ID"];
var USER = ["USER", "LOGNAME", "LC_CTYPE", "LC_MESSAGES", "TZ", "LD_LIBRARY_PATH"];
var PROXIES = ["http_proxy", "https_proxy", "ftp_proxy", "all_proxy", "no_proxy"];
var NETWORK = [
  ...PROXIES,
  ...PROXIES.map((name) => name.toUpperCase()),
  "SSL_CERT_FILE",
  "SSL_CERT_DIR",
  "CURL_CA_BUNDLE",
  "REQUESTS_CA_BUNDLE",
  "GIT_SSL_CAINFO",
  "GIT_SSL_CAPATH",
  "CARGO_HTTP_CAINFO",
  "NODE_EXTRA_CA_CERTS"
];
var GIT_SERVERS = /^GIT_(CONFIG|SSH|ASKPASS|HTTP|SSL|PROXY|CURL|TRACE|EXEC_PATH|ALLOW_PROTOCOL)/;
var GITHUB_SERVICES = [
  "ACTIONS_CACHE_MODE",
  "ACTIONS_CACHE_SERVICE_V2",
  "ACTIONS_CACHE_URL",
  "ACTIONS_RESULTS_URL",
  "ACTIONS_RUNTIME_TOKEN",
  "ACTIONS_ARTIFACT_UPLOAD_TIMEOUT_MS",
  "ACTIONS_ORCHESTRATION_ID",
  "GITHUB_SERVER_URL",
  "NODE_OPTIONS",
  "RUNNER_DEBUG",
  "SEGMENT_DOWNLOAD_TIMEOUT_MINS"
];
function networkVariables() {
  return NETWORK.filter((name) => process.env[name] !== void 0);
}
var POLICIES = {
  vmm: { names: [...BASIC, "LD_LIBRARY_PATH"] },
  // No variable that compilers read: the same source has to give the same image.
  build: { names: ["PATH", "HOME", "TMPDIR", "RUNNER_TRACKING_ID", "RUSTUP_HOME", ...NETWORK] },
  git: {
    names: [
      ...[...BASIC, ...USER, ...NETWORK],
      ...["XDG_CONFIG_HOME", "SSH_AUTH_SOCK", "SSH_AGENT_PID", "SSH_ASKPASS", "KRB5CCNAME"]
    ],
    pattern: GIT_SERVERS
  },
  tool: { names: [...BASIC, ...USER] },
  install: {
    names: [
      ...[...BASIC, ...USER, ...NETWORK],
      ...["RUSTUP_HOME", "CARGO_HOME", "RUSTUP_DIST_SERVER", "RUSTUP_UPDATE_ROOT", "APT_CONFIG"]
    ]
  },
  "github-client": { names: [...BASIC, ...USER, ...NETWORK, ...GITHUB_SERVICES] }
};
function environmentFor(kind, own = {}) {
  const { names, pattern } = POLICIES[kind];
  const kept = Object.entries(process.env).filter(
    (pair) => pair[1] !== void 0 && (names.includes(pair[0]) || pattern?.test(pair[0]) === true)
  );
  return { ...Object.fromEntries(kept), ...own };
}

export {
  networkVariables,
  environmentFor
};
