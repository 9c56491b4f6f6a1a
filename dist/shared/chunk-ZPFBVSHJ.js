import {
  packageVersion
} from "./chunk-IBFFRAHP.js";
import {
  thisHost
} from "./chunk-LEVOI2RB.js";
import {
  Recording,
  makeRunDirectory,
  recordOrigin
} from "./chunk-O2SLEJNV.js";

// src/host/describe.ts
import { availableParallelism, totalmem } from "node:os";
function describeHost(host) {
  return {
    os: valueIn(host.read("/etc/os-release"), /^PRETTY_NAME="?(.*?)"?$/m),
    kernel: host.kernelRelease,
    cpu: valueIn(host.read("/proc/cpuinfo"), /^model name\s*: (.*)$/m),
    cpus: availableParallelism(),
    memory: totalmem()
  };
}
function valueIn(text, pattern) {
  return (text === void 0 ? void 0 : pattern.exec(text)?.[1]) ?? null;
}

// src/report/origin.ts
function originOf({ scenario, source }, environment, host = thisHost) {
  return {
    version: 1,
    tdxBoot: packageVersion(),
    start: (/* @__PURE__ */ new Date()).toISOString(),
    scenario: { file: source.root.where.file, name: scenario.name },
    host: describeHost(host),
    job: jobOf(environment)
  };
}
function jobOf(environment) {
  const value = (name) => environment[name] || null;
  const repository = value("GITHUB_REPOSITORY");
  if (environment.GITHUB_ACTIONS === "true" && repository !== null) {
    const run = value("GITHUB_RUN_ID");
    const url = `${value("GITHUB_SERVER_URL") ?? "https://github.com"}/${repository}/actions/runs/${run}`;
    return {
      repository,
      commit: value("GITHUB_SHA") ?? "",
      ref: value("GITHUB_REF"),
      workflow: value("GITHUB_WORKFLOW"),
      job: value("GITHUB_JOB"),
      run,
      attempt: value("GITHUB_RUN_ATTEMPT"),
      url: run === null ? null : url
    };
  }
  const project = value("CI_PROJECT_PATH");
  if (environment.GITLAB_CI !== "true" || project === null) return null;
  return {
    repository: project,
    commit: value("CI_COMMIT_SHA") ?? "",
    ref: value("CI_COMMIT_REF_NAME"),
    workflow: value("CI_PIPELINE_NAME"),
    job: value("CI_JOB_NAME"),
    run: value("CI_JOB_ID"),
    attempt: null,
    url: value("CI_JOB_URL")
  };
}

// src/report/start-recording.ts
function startRecording(base, loaded, title = loaded.scenario.name) {
  const directory = makeRunDirectory(base, title);
  const origin = originOf(loaded, process.env);
  recordOrigin(directory, loaded, origin);
  return new Recording(directory, loaded.scenario, origin);
}

export {
  startRecording
};
