import {
  takesPayload,
  typedStreams
} from "./chunk-JYDRG4Q7.js";
import {
  agentFile,
  ext4Image,
  mergeLayers,
  newc,
  probeEntries,
  shareModules
} from "./chunk-ZO5GVAZY.js";
import {
  backendFor,
  kvmInfo,
  usableAbi
} from "./chunk-EZKUDLQW.js";
import {
  assessChoice,
  candidates,
  isAgainst,
  possibleChoices,
  readTar,
  readTree,
  refusal,
  requireFirmware
} from "./chunk-LSHX7TM5.js";
import {
  agentPutsFiles,
  hasRootDisk,
  makesInitrd,
  needsAgent,
  playedHost
} from "./chunk-LGQZNYKV.js";
import {
  diskFormat
} from "./chunk-PBFOL2O3.js";
import {
  locateBuild,
  provideBuild
} from "./chunk-BF4PNEGJ.js";
import {
  PINS
} from "./chunk-ZUVNCCHD.js";
import {
  ask,
  describeEnd
} from "./chunk-3L6VLD7O.js";
import {
  given
} from "./chunk-YCQBZFS4.js";
import {
  isTrustDomain
} from "./chunk-WOB6IITG.js";
import {
  HostError,
  UsageError
} from "./chunk-BM2IJI2T.js";

// src/prepare/ports.ts
function storeBuilds(options) {
  return {
    provide: (request) => provideBuild(request, options),
    locate: (request) => locateBuild(request, options)
  };
}

// src/vmm/copies.ts
var COPY_MS = 60 * 6e4;
async function copyFiles(copies, signal) {
  for (const [from, to] of copies) {
    const { code, stderr } = await ask(copyCommand(from, to), {
      kind: "tool",
      own: { LC_ALL: "C" },
      signal,
      deadlineMs: COPY_MS
    });
    if (code === 0) continue;
    const full = stderr.includes("No space left on device");
    const said = stderr.trim() || describeEnd(code);
    throw new HostError(full ? "disk-full" : "not-copied", `${from} could not be copied: ${said}`, {
      hint: "The guest writes to a copy in RUNNER_TEMP or TMPDIR: name a directory with space, best on the same file system."
    });
  }
}
function copyCommand(from, to) {
  return ["cp", "--reflink=auto", "--sparse=auto", "--no-preserve=mode", "--", from, to];
}

// src/prepare/initrd.ts
import { readFileSync, statSync } from "node:fs";
var ROOT_DISK = "tdx-boot-root";
async function makeInitrd(scenario) {
  const { guest } = scenario;
  if (hasRootDisk(guest)) return { bytes: newc(await rootDiskProbe(guest)), leftOut: [] };
  const root = guest.root === void 0 ? void 0 : await readRoot(guest.root);
  const { layers: own, leftOut } = await ownLayers(scenario, root);
  const layers = [...guest.initrd === "probe" ? await probeLayers(guest, root) : [], ...own];
  const added = newc(mergeLayers(layers));
  if (guest.initrd === "probe" || guest.initrd === void 0) return { bytes: added, leftOut };
  return { bytes: appended(readFileSync(guest.initrd), added), leftOut };
}
async function makeRootDisk(image, scenario) {
  const { root } = scenario.guest;
  if (root === void 0) throw new UsageError("no-root", "the guest has no root");
  const tree = await readRoot(root);
  const { layers, leftOut } = await ownLayers(scenario, tree);
  const entries = mergeLayers([tree.entries, ...layers]);
  await ext4Image(image, entries, { label: ROOT_DISK, free: root.free });
  return leftOut;
}
async function ownLayers(scenario, root) {
  const trees = agentPutsFiles(scenario.guest) ? [] : treesOf(scenario.guest);
  const agent = needsAgent(scenario) ? [await agentFile()] : [];
  return {
    layers: [agent, ...trees.map(({ entries }) => entries)],
    leftOut: [...root?.leftOut ?? [], ...trees.flatMap((tree) => tree.leftOut)]
  };
}
async function rootDiskProbe({ kernel, modules, shares }) {
  if (kernel === void 0) throw new UsageError("no-kernel", "the probe guest needs a kernel");
  const wanted = [...shareModules(shares), "ext4"];
  const probe = await probeEntries({ kernel, wanted, ...given({ modules }) });
  return [...probe, { type: "file", path: "/root.disk", data: Buffer.from(`${ROOT_DISK}
`) }];
}
function agentSetup({ guest }) {
  const trees = agentPutsFiles(guest) ? treesOf(guest) : [];
  return { shares: guest.shares, files: mergeLayers(trees.map(({ entries }) => entries)) };
}
function treesOf({ files }) {
  return files.map(({ source, target }) => readTree(source, target));
}
async function probeLayers({ kernel, modules, shares }, root) {
  if (kernel === void 0) throw new UsageError("no-kernel", "the probe guest needs a kernel");
  const wanted = shareModules(shares);
  const probe = await probeEntries({ kernel, wanted, ...given({ modules }) });
  if (root === void 0) return [probe];
  const hasInit = root.entries.some(({ path }) => path === "/init");
  return [root.entries, hasInit ? probe.filter(({ path }) => path !== "/init") : probe];
}
function readRoot({ path }) {
  return statSync(path).isDirectory() ? readTree(path, "") : readTar(path);
}
function appended(initrd, added) {
  return Buffer.concat([initrd, Buffer.alloc((4 - initrd.length % 4) % 4), added]);
}

// src/prepare/plan.ts
import { writeFileSync } from "node:fs";
import { join } from "node:path";
async function planRun(scenario, firmware, { program, virtiofsd }, { workDir, cancel, notice: notice2, gdb, typed }) {
  const made = madeFiles(workDir);
  if (makesInitrd(scenario)) {
    const { bytes, leftOut } = await makeInitrd(scenario);
    if (leftOut.length > 0) notice2(noticeOf("initrd", leftOut));
    writeFileSync(made.initrd, bytes);
  }
  if (hasRootDisk(scenario.guest)) {
    const leftOut = await makeRootDisk(made.root, scenario);
    if (leftOut.length > 0) notice2(noticeOf("root disk", leftOut));
  }
  if (gdb === true && program.name !== "qemu") {
    throw new HostError("no-gdb", `--gdb needs QEMU, and ${program.path} is Cloud Hypervisor`, {
      hint: "Use vmm: qemu.",
      lasting: true
    });
  }
  const spec = {
    ...given({ typed, virtiofsd }),
    ...launchSpec(scenario, firmware, made),
    ...gdb === true ? { gdbSocket: gdbSocket(workDir) } : {}
  };
  const plan = backendFor(program.name).plan(spec, { fifosIn: workDir }, program);
  await copyFiles(plan.copies, cancel);
  cancel.throwIfAborted();
  return { plan, spec, made };
}
function gdbSocket(workDir) {
  return join(workDir, "gdb.sock");
}
function madeFiles(directory = "") {
  return { initrd: join(directory, "initrd.cpio"), root: join(directory, "root.ext4") };
}
function noticeOf(from, leftOut) {
  const named = leftOut.slice(0, 5).join(", ");
  const more = leftOut.length > 5 ? ` and ${leftOut.length - 5} more` : "";
  return `left out of the ${from}, because they are neither files nor directories nor links: ${named}${more}`;
}
function launchSpec(scenario, firmware, made) {
  const { platform, guest, tdMonitor, vmmArgs } = scenario;
  const { initrd, modules, disks, root, files, ...machine } = guest;
  return {
    platform,
    tdMonitor,
    ...machine,
    ...takesPayload(scenario.firmware) ? { payloadSections: true } : {},
    disks: [
      ...disks.map(({ backing, ...disk }) => ({ ...disk, format: diskFormat(disk) })),
      ...hasRootDisk(guest) ? [rootDisk(made.root)] : []
    ],
    ...needsAgent(scenario) ? { agent: true } : {},
    ...given({
      ...{ firmware, vmmArgs },
      initrd: makesInitrd(scenario) ? made.initrd : initrd,
      typed: typedStreams(scenario)[0]
    })
  };
}
function rootDisk(path) {
  return { path, bus: "virtio", format: "raw", serial: ROOT_DISK };
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
  copyCommand,
  makeInitrd,
  agentSetup,
  provideFirmware,
  locateFirmware,
  planRun,
  gdbSocket,
  madeFiles,
  launchSpec,
  chooseVmm,
  foreseeVmm,
  provideProgram,
  requestFor
};
