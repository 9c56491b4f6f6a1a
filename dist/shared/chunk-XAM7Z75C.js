import {
  kvmInfo,
  usableAbi
} from "./chunk-LEVOI2RB.js";
import {
  assessChoice,
  candidates,
  isAgainst,
  possibleChoices,
  refusal,
  requireFirmware
} from "./chunk-EABUHY5D.js";
import {
  backendFor
} from "./chunk-772ZWCBN.js";
import {
  playedHost
} from "./chunk-X5GGVPWF.js";
import {
  locateBuild,
  provideBuild
} from "./chunk-XRCLQ5TY.js";
import {
  PINS
} from "./chunk-ZUVNCCHD.js";
import {
  isTrustDomain
} from "./chunk-FZIILW4F.js";
import {
  HostError
} from "./chunk-SBPB5IBB.js";

// src/prepare/ports.ts
function storeBuilds(options) {
  return {
    provide: (request) => provideBuild(request, options),
    locate: (request) => locateBuild(request, options)
  };
}

// src/prepare/accel.ts
async function withAccelerator(scenario, program, { host, notice: notice2 }) {
  if (!asksForKvm(scenario)) return scenario;
  const tried = await host.tryTdMonitor(program.path);
  if (tried.works) return scenario;
  notice2(
    `accel: kvm is not used: the TD monitor's self-test failed under this host's KVM (${tried.said}); tcg is used`
  );
  return { ...scenario, tdMonitor: { ...scenario.tdMonitor, accel: "tcg" } };
}
function acceleratorLines(scenario) {
  return asksForKvm(scenario) ? ["accel: kvm holds if the TD monitor's self-test passes on the host; if not, the run has accel=tcg"] : [];
}
function asksForKvm({ platform, tdMonitor }) {
  return platform === "tdx-emulated" && tdMonitor.accel === "kvm";
}

// src/prepare/firmware.ts
async function provideFirmware(loaded, builds) {
  const { firmware } = loaded.scenario;
  if (firmware === void 0) return {};
  if (!("request" in firmware)) return { files: firmware };
  const { entry: built } = await builds.provide(firmware.request);
  const { image } = built;
  requireFirmware(image, loaded);
  return { files: { image }, built };
}
async function locateFirmware(loaded, builds) {
  const { firmware } = loaded.scenario;
  if (firmware === void 0) return {};
  if (!("request" in firmware)) return { files: firmware };
  const { image, command } = await builds.locate(firmware.request);
  if (command !== void 0) return { files: { image }, command };
  requireFirmware(image, loaded);
  return { files: { image } };
}

// src/compat/describe.ts
var ENDS = {
  works: "works",
  "not-offered": "is offered",
  refused: "is refused",
  "hangs-silently": "hangs silently",
  crashes: "crashes",
  "does-not-build": "can be built",
  unknown: "boots"
};
var VERDICT = {
  works: "this is known to work",
  "not-offered": "the VMM does not offer this",
  refused: "this is known to be refused",
  "hangs-silently": "this is known to hang silently",
  crashes: "this is known to crash",
  "does-not-build": "this cannot be built",
  unknown: "nobody has said whether this Trust Domain boots"
};
function describeCombination({ vmm, firmware, payload, platform, host, cpus }) {
  const image = firmware === "none" ? "no firmware" : [firmware.kind ?? "unknown firmware", firmware.release ?? ""].join(" ").trim();
  return [
    platform,
    [vmm.name, vmm.version ?? ""].join(" ").trim(),
    image,
    payload,
    ...isTrustDomain(platform) ? [`KVM interface ${host ?? "unknown"}`] : [],
    `${cpus} ${cpus === 1 ? "CPU" : "CPUs"}`
  ].join(", ");
}
function describeChoice({ combination, assessment }) {
  const { rows, open } = assessment;
  return [
    `${describeCombination(combination)}: ${describeVerdict(combination, assessment)}`,
    ...rows.map((row) => `${ENDED[row.verdict]}: ${describeRow(row)}`),
    ...open.map(({ row, unknown }) => `possible, as ${list(unknown)} not known: ${describeRow(row)}`)
  ];
}
var ENDED = {
  works: "works",
  "not-offered": "not offered",
  refused: "refused",
  "hangs-silently": "hangs silently",
  crashes: "crashes",
  "does-not-build": "does not build",
  unknown: "may not boot"
};
function describeVerdict({ platform }, { verdict, decisive, open }) {
  if (verdict !== "unknown") return VERDICT[verdict];
  if (decisive?.verdict === "unknown") return "this may not boot";
  if (decisive !== void 0 && open.length > 0)
    return "this works, unless one of the possible reasons below holds";
  if (!isTrustDomain(platform)) return "an ordinary VM, and nothing known speaks against it";
  return open.length > 0 ? "this boots only if none of the reasons below holds" : VERDICT.unknown;
}
function notice({ verdict, decisive, open }) {
  if (verdict === "works") return void 0;
  const [risk] = open;
  const row = decisive?.verdict === "unknown" ? decisive : risk?.row;
  if (row === void 0) return "nothing is known of this combination of VMM, firmware, payload and host";
  const doubt = row === risk?.row ? `it is not known whether this ${ENDS[row.verdict]}` : "this may not boot";
  return [`${doubt}: ${row.reason}.`, ...row.advice === void 0 ? [] : [row.advice]].join(" ");
}
function silenceToExpect({ rows, open }) {
  return [...rows, ...open.map(({ row }) => row)].find(({ verdict }) => verdict === "hangs-silently")?.reason;
}
function list(things) {
  const last = things.at(-1) ?? "";
  return things.length < 2 ? `${last} is` : `${things.slice(0, -1).join(", ")} and ${last} are`;
}
function describeRow({ reason, certainty, reference }) {
  return `${reason} (${certainty}: ${reference})`;
}

// src/prepare/vmm.ts
async function chooseVmm(scenario, demand, host) {
  const { vmms, problems } = await lookFor(scenario, host);
  const [choice] = possibleChoices(scenario.vmm, demand, abiFor(scenario, host), vmms);
  const { vmm } = choice.combination;
  if (isProgram(vmm)) return { choice, program: vmm };
  const problem = problems.get(vmm.name);
  if (vmms.includes(vmm)) return { choice, because: problem?.message ?? whyNot(choice, vmms) };
  throw problem ?? new HostError("vmm-missing", `there is no ${vmm.name} for this scenario`, { lasting: true });
}
async function foreseeVmm(scenario, demand, host) {
  try {
    const chosen = await chooseVmm(scenario, demand, host);
    return { chosen, lines: describeChoice(chosen.choice) };
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
    const vmms = [{ name: "qemu" }, pinnedVmm(scenario)];
    const [choice] = possibleChoices(scenario.vmm, demand, playedHost(scenario), vmms);
    return { chosen: { choice }, lines: [`on this host: ${error.message}`, ...describeChoice(choice)] };
  }
}
async function provideProgram({ choice, program, because }, scenario, { builds, notice: notice2 }) {
  if (program !== void 0) return program;
  if (because !== void 0) notice2(`A Cloud Hypervisor built with TDX is used, because ${because}`);
  const { vmm, host, ...demand } = choice.combination;
  const { entry } = await builds.provide(requestFor(scenario));
  const built = await backendFor(vmm.name).identify(entry.image, scenario.platform);
  const found = assessChoice(demand, host, built);
  if (isAgainst(found.assessment.verdict)) throw refusal([found]);
  return built;
}
function requestFor({ vmmRef: ref }) {
  return { name: "cloud-hypervisor", build: "release", ...ref === void 0 ? {} : { ref }, defines: [] };
}
async function lookFor(scenario, host) {
  const { vmm, platform, vmmRef, vmmPath } = scenario;
  if (vmmPath !== void 0 && vmm !== "auto") {
    return { vmms: [await backendFor(vmm).identify(vmmPath, platform)], problems: /* @__PURE__ */ new Map() };
  }
  const names = candidates(vmm, platform);
  const problems = /* @__PURE__ */ new Map();
  const found = [];
  for (const name of names) {
    try {
      const program = await host.program(name, platform);
      if (name === "qemu" || vmmRef === void 0 || vmmRef === `v${program.version}`) found.push(program);
      else {
        const message = `${program.path} is v${program.version}, not ${vmmRef}`;
        problems.set(name, new HostError("vmm-other-version", message, { lasting: true }));
      }
    } catch (error) {
      if (!(error instanceof HostError)) throw error;
      problems.set(name, error);
    }
  }
  const built = names.includes("cloud-hypervisor") ? [pinnedVmm(scenario)] : [];
  return { vmms: [...found, ...built], problems };
}
function pinnedVmm({ vmmRef = PINS.cloudHypervisor.version }) {
  const version = /^v?\d+\.\d+/.test(vmmRef) ? vmmRef : void 0;
  return { name: "cloud-hypervisor", tdx: true, ...version === void 0 ? {} : { version } };
}
function abiFor(scenario, host) {
  return scenario.platform === "tdx" ? usableAbi(kvmInfo(host)) : playedHost(scenario);
}
function whyNot({ combination }, vmms) {
  const { vmm, host, ...demand } = combination;
  const own = vmms.find((other) => other.name === vmm.name && isProgram(other));
  if (own === void 0) return void 0;
  return assessChoice(demand, host, own).assessment.decisive?.reason;
}
function isProgram(vmm) {
  return "path" in vmm;
}

export {
  storeBuilds,
  notice,
  silenceToExpect,
  withAccelerator,
  acceleratorLines,
  provideFirmware,
  locateFirmware,
  chooseVmm,
  foreseeVmm,
  provideProgram,
  requestFor
};
