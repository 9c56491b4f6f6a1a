import {
  agentPutsFiles,
  makesInitrd,
  needsAgent,
  takesPayload,
  typedStreams
} from "./chunk-VZMHMD3L.js";
import {
  SHARE_MODULES,
  agentFile,
  newc,
  probeEntries
} from "./chunk-PNP4AQXL.js";
import {
  backendFor,
  kvmInfo,
  usableAbi
} from "./chunk-BW7ZZE24.js";
import {
  assessChoice,
  candidates,
  isAgainst,
  kernelInfoOf,
  possibleChoices,
  readTar,
  readTree,
  refusal,
  requireFirmware
} from "./chunk-3DLQTEHF.js";
import {
  given,
  playedHost
} from "./chunk-OOFAIED3.js";
import {
  ScenarioError
} from "./chunk-R25FUZDT.js";
import {
  deriveAcpiFiles
} from "./chunk-PYREBFCJ.js";
import {
  readDiskProgram
} from "./chunk-MLAK2CX2.js";
import {
  diskFormat
} from "./chunk-PBFOL2O3.js";
import {
  rtmrRows
} from "./chunk-ONO73SMO.js";
import {
  isPredicted
} from "./chunk-R634AZ2Y.js";
import {
  EVENT_PROFILES
} from "./chunk-GVDD7QND.js";
import {
  locateBuild,
  provideBuild
} from "./chunk-B4VF3AHC.js";
import {
  PINS
} from "./chunk-ZUVNCCHD.js";
import {
  ask,
  describeEnd
} from "./chunk-3L6VLD7O.js";
import {
  LAUNCH_METHOD,
  MRTD_VARIANTS,
  computeMrtd,
  hashedBytes,
  launchOrder
} from "./chunk-B3E2T4C2.js";
import {
  DataError
} from "./chunk-5XTVBRU6.js";
import {
  readBounded
} from "./chunk-TZSH6ZHU.js";
import {
  isTrustDomain
} from "./chunk-WOB6IITG.js";
import {
  parseMetadata
} from "./chunk-RPJHQSHZ.js";
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

// src/guest/layers.ts
import { dirname, join } from "node:path";
var MOST_LINKS = 40;
function mergeLayers(layers) {
  const merged = /* @__PURE__ */ new Map();
  for (const entry of layers.flat()) {
    const path = join(follow(dirname(entry.path), merged), entry.path.slice(dirname(entry.path).length));
    const known = merged.get(path);
    if (known?.type === "link" && entry.type === "directory") continue;
    addParents(path, merged);
    merged.set(path, { ...entry, path });
  }
  return [...merged.values()];
}
function follow(path, merged) {
  let real = "/";
  let rest = path.split("/").filter((part) => part !== "");
  for (let links = 0; rest.length > 0; ) {
    const [part = "", ...more] = rest;
    const next = join(real, part);
    const entry = merged.get(next);
    rest = more;
    if (entry?.type !== "link" || ++links > MOST_LINKS) real = next;
    else {
      rest = [...entry.target.split("/").filter((word) => word !== "" && word !== "."), ...more];
      if (entry.target.startsWith("/")) real = "/";
    }
  }
  return real;
}
function addParents(path, merged) {
  const parent = dirname(path);
  if (parent === "/" || merged.has(parent)) return;
  addParents(parent, merged);
  merged.set(parent, { type: "directory", path: parent });
}

// src/prepare/initrd.ts
async function makeInitrd(scenario) {
  const { guest } = scenario;
  const root = guest.root === void 0 ? void 0 : await readRoot(guest.root);
  const trees = agentPutsFiles(guest) ? [] : treesOf(guest);
  const layers = [
    ...guest.initrd === "probe" ? await probeLayers(scenario, root) : [],
    needsAgent(scenario) ? [await agentFile()] : [],
    ...trees.map(({ entries }) => entries)
  ];
  const added = newc(mergeLayers(layers));
  const leftOut = [...root?.leftOut ?? [], ...trees.flatMap((tree) => tree.leftOut)];
  if (guest.initrd === "probe" || guest.initrd === void 0) return { bytes: added, leftOut };
  return { bytes: appended(readFileSync(guest.initrd), added), leftOut };
}
function agentSetup({ guest }) {
  const trees = agentPutsFiles(guest) ? treesOf(guest) : [];
  return { shares: guest.shares, files: mergeLayers(trees.map(({ entries }) => entries)) };
}
function treesOf({ files }) {
  return files.map(({ source, target }) => readTree(source, target));
}
async function probeLayers({ guest: { kernel, modules, shares } }, root) {
  if (kernel === void 0) throw new UsageError("no-kernel", "the probe guest needs a kernel");
  const wanted = shares.length > 0 ? SHARE_MODULES : [];
  const probe = await probeEntries({ kernel, wanted, ...modules === void 0 ? {} : { modules } });
  if (root === void 0) return [probe];
  const hasInit = root.entries.some(({ path }) => path === "/init");
  return [root.entries, hasInit ? probe.filter(({ path }) => path !== "/init") : probe];
}
function readRoot(path) {
  return statSync(path).isDirectory() ? readTree(path, "") : readTar(path);
}
function appended(initrd, added) {
  return Buffer.concat([initrd, Buffer.alloc((4 - initrd.length % 4) % 4), added]);
}

// src/prepare/booted.ts
import { createHash } from "node:crypto";
import { createReadStream, readFileSync as readFileSync2, statSync as statSync2 } from "node:fs";

// src/tdx/register-prediction.ts
var MOST_HASHED = 0x28000000n;
var MOST_MEASURED = 0x1000000n;
function registerPredictor(known) {
  let rows;
  return (register) => {
    if (register === "mrtd") return predictMrtd(known);
    rows ??= rtmrRows(known);
    return predictRtmr(register, rows);
  };
}
function predictRtmr(register, rows) {
  const values = /* @__PURE__ */ new Map();
  for (const { register: of, value, by, events } of rows) {
    if (of !== register) continue;
    if (!isPredicted(value)) return value;
    const same = values.get(value);
    if (same === void 0) values.set(value, { by: [by], events });
    else same.by.push(by);
  }
  return { values: [...values].map(([value, rest]) => ({ value, ...rest })), suspects: [] };
}
function predictMrtd({ image, metadata, vmm, order }) {
  const wanted = MRTD_VARIANTS.filter(
    ({ reader, method: rules }) => reader === (vmm ?? reader) && rules.order === (order ?? rules.order)
  );
  const [variant] = wanted;
  if (variant === void 0) return { reason: `${vmm} does not measure ${order}` };
  const values = wanted.map(({ reader, method: rules }) => ({
    value: computeMrtd(image, metadata, rules),
    by: [`${reader} ${rules.order}`],
    events: []
  }));
  const measure = (sections2, rules, text) => {
    try {
      return [{ value: computeMrtd(image, { ...metadata, sections: sections2 }, rules), text }];
    } catch (error) {
      if (error instanceof DataError) return [];
      throw error;
    }
  };
  const { sections } = metadata;
  const cost = BigInt(2 * sections.length) * (hashedBytes(image, metadata, variant.method) + MOST_MEASURED);
  const otherwise = (cost > MOST_HASHED ? [] : sections).flatMap((section) => {
    const { index, name, memorySize, extend } = section;
    const what = `section ${index} (${name})`;
    const changed = `of this image with ${what} ${extend ? "added and not measured" : "measured, too"}`;
    const flipped = { ...section, extend: !extend, attributes: section.attributes ^ 1 };
    return [
      ...measure(sections.toSpliced(index, 1), variant.method, `of this image without ${what}`),
      ...memorySize > MOST_MEASURED ? [] : measure(sections.with(index, flipped), variant.method, changed)
    ];
  });
  const others = MRTD_VARIANTS.flatMap(
    ({ reader, method: rules, programs }) => measure(sections, rules, `of this image as ${reader} measures it, ${rules.order}: ${programs}`)
  );
  const right = values.map(({ value }) => value);
  return { values, suspects: [...others, ...otherwise].filter(({ value }) => !right.includes(value)) };
}

// src/prepare/predictions.ts
var MEASURING = [6, 9];
async function predictMeasurements(scenario, firmware, vmm, release) {
  const asserted = scenario.rules.measurements?.filter(({ holds }) => holds !== "replay") ?? [];
  if (asserted.length === 0) return {};
  const known = await inputsOf(scenario, firmware, vmm, release).catch(reasonOf);
  const predict = "reason" in known ? () => known : predictorOf(known);
  const predicted = {};
  const problems = [];
  for (const { register, holds, where } of asserted) {
    const prediction = predict(register);
    if (!("reason" in prediction)) predicted[register] = prediction;
    else if (holds === "expected") {
      const message = `measurements.${register} cannot be predicted: ${prediction.reason}. ${HINT}`;
      problems.push({ where, message });
    }
  }
  if (problems.length > 0) throw new ScenarioError(problems);
  return predicted;
}
var HINT = 'Give 96 hex digits, write "replay" for an RTMR, or leave the register out.';
function predictorOf(known) {
  const predict = registerPredictor(known);
  return (register) => {
    try {
      return predict(register);
    } catch (error) {
      return reasonOf(error);
    }
  };
}
function reasonOf(error) {
  if (error instanceof UsageError || error instanceof HostError) return { reason: error.message };
  throw error;
}
async function inputsOf(scenario, firmware, { name: vmm, version }, release) {
  if (firmware === void 0 || !("image" in firmware)) {
    throw new UsageError("no-firmware", "the scenario has no firmware image");
  }
  const { guest, measuring = {} } = scenario;
  const image = read(firmware.image, "the firmware");
  const metadata = parseMetadata(image);
  const { events = profileOf(release), acpiTables } = measuring;
  const acpi = acpiTables === void 0 ? void 0 : deriveAcpiFiles(read(acpiTables, "the ACPI tables"));
  const order = orderOf(scenario, { name: vmm, version });
  const direct = await directBoot(scenario);
  return {
    ...{ image, metadata, vmm, order, acpi, direct, memory: BigInt(guest.memory) },
    disk: direct === void 0 ? bootDiskOf(guest.disks) : void 0,
    ...events === void 0 ? {} : { profile: events },
    stub: guest.kernel === void 0 ? void 0 : stubOf(guest.kernel)
  };
}
function bootDiskOf(disks) {
  const bootable = disks.map(readDiskProgram).filter((disk) => disk !== void 0);
  return bootable.length === 1 ? bootable[0] : void 0;
}
function orderOf({ platform, measuring }, vmm) {
  if (platform === "tdx-emulated") return LAUNCH_METHOD.order;
  return measuring?.order ?? launchOrder(vmm.name, vmm.version);
}
async function directBoot(scenario) {
  const { kernel, initrd, cmdline = "" } = scenario.guest;
  if (kernel === void 0) return void 0;
  const ramdisk = initrd === void 0 ? new Uint8Array() : makesInitrd(scenario) ? (await makeInitrd(scenario)).bytes : read(initrd, "the initrd");
  return { kernel: read(kernel, "the kernel"), initrd: ramdisk, cmdline };
}
function profileOf(release) {
  if (release === void 0 || !release.startsWith("edk2-stable")) return void 0;
  const commit = EVENT_PROFILES.find(({ id }) => release.includes(id.replace("edk2-", "-g")));
  return (commit ?? EVENT_PROFILES.findLast(({ id }) => id.startsWith("edk2-stable") && id <= release))?.id;
}
function stubOf(kernel) {
  const [, major, minor] = /^(\d+)\.(\d+)/.exec(kernelInfoOf(kernel).release) ?? [];
  if (major === void 0 || minor === void 0) return void 0;
  const [from, at] = MEASURING;
  const measures = Number(major) > from || Number(major) === from && Number(minor) >= at;
  return measures ? "measures" : "silent";
}
var MOST_BYTES = 2048 * 1024 * 1024;
function read(file, what) {
  return readBounded(file, { what, most: MOST_BYTES });
}

// src/prepare/booted.ts
var OWN_INITRD = "initrd.cpio";
var DIGEST_BYTES = 8 * 1024 * 1024 * 1024;
async function gatherBooted({
  scenario,
  spec,
  program,
  built,
  cancel,
  ...asked
}) {
  const [files, version] = await Promise.all([
    Promise.all(filesOf(spec).map((file) => describeFile(file, cancel))),
    asked.version
  ]);
  const probe = makesInitrd(scenario) ? spec.initrd : void 0;
  const shown = probe === void 0 ? spec : { ...spec, initrd: OWN_INITRD };
  const { copies, command, args } = backendFor(program.name).plan(shown, "files", program);
  return {
    vmm: { name: program.name, version: version ?? null, path: program.path },
    cpus: spec.cpus,
    memory: spec.memory,
    files: files.map((file) => file.path === probe ? { ...file, path: OWN_INITRD } : file),
    firmware: built === void 0 ? null : describeBuild(scenario, built),
    mrtd: mrtdOf(scenario, spec.firmware, { ...program, version }) ?? null,
    command: [...copies.map(([from, to]) => copyCommand(from, to)), [command, ...args]]
  };
}
function filesOf({ kernel, initrd, firmware, disks }) {
  const named = (role, path) => path === void 0 ? [] : [{ role, path }];
  return [
    ...named("kernel", kernel),
    ...named("initrd", initrd),
    ...firmware === void 0 ? [] : firmwareFiles(firmware),
    ...disks.map(({ path }) => ({ role: "disk", path }))
  ];
}
function firmwareFiles(firmware) {
  if ("image" in firmware) return [{ role: "firmware", path: firmware.image }];
  return [
    { role: "firmware", path: firmware.code },
    { role: "firmware-vars", path: firmware.vars }
  ];
}
async function describeFile({ role, path }, cancel) {
  try {
    const { size } = statSync2(path);
    const sha256 = size > DIGEST_BYTES ? null : await digestOf(path, cancel);
    return { role, path, bytes: size, sha256 };
  } catch (error) {
    cancel.throwIfAborted();
    const message = `cannot read the ${role} ${path}`;
    throw new HostError("unreadable", message, { hint: "Was it removed meanwhile?", cause: error });
  }
}
async function digestOf(path, signal) {
  const hash = createHash("sha256");
  for await (const bytes of createReadStream(path, { highWaterMark: 1024 * 1024, signal }))
    hash.update(bytes);
  return hash.digest("hex");
}
function describeBuild({ firmware }, { manifest }) {
  const { inputs, source, key } = manifest;
  const ref = firmware !== void 0 && "request" in firmware ? firmware.request.ref : void 0;
  const { recipe, build } = inputs;
  return { recipe, build, from: source.from, ref: ref ?? null, commit: source.commit ?? null, key };
}
function mrtdOf(scenario, firmware, { name, version }) {
  if (!isTrustDomain(scenario.platform) || firmware === void 0 || !("image" in firmware)) return void 0;
  const order = orderOf(scenario, { name, version });
  try {
    const image = readFileSync2(firmware.image);
    return computeMrtd(image, parseMetadata(image), { ...LAUNCH_METHOD, order });
  } catch (error) {
    if (error instanceof UsageError) return void 0;
    throw error;
  }
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

// src/prepare/plan.ts
import { writeFileSync } from "node:fs";
import { join as join2 } from "node:path";
async function planRun(scenario, firmware, program, { workDir, cancel, notice: notice2, gdb, typed }) {
  const initrd = join2(workDir, "initrd.cpio");
  if (makesInitrd(scenario)) {
    const { bytes, leftOut } = await makeInitrd(scenario);
    if (leftOut.length > 0) notice2(noticeOf(leftOut));
    writeFileSync(initrd, bytes);
  }
  if (gdb === true && program.name !== "qemu") {
    throw new HostError("no-gdb", `--gdb needs QEMU, and ${program.path} is Cloud Hypervisor`, {
      hint: "Use vmm: qemu.",
      lasting: true
    });
  }
  const spec = {
    ...given({ typed }),
    ...launchSpec(scenario, firmware, initrd),
    ...gdb === true ? { gdbSocket: gdbSocket(workDir) } : {}
  };
  const plan = backendFor(program.name).plan(spec, { fifosIn: workDir }, program);
  await copyFiles(plan.copies, cancel);
  cancel.throwIfAborted();
  return { plan, spec };
}
function gdbSocket(workDir) {
  return join2(workDir, "gdb.sock");
}
function noticeOf(leftOut) {
  const named = leftOut.slice(0, 5).join(", ");
  const more = leftOut.length > 5 ? ` and ${leftOut.length - 5} more` : "";
  return `left out of the initrd, because they are neither files nor directories nor links: ${named}${more}`;
}
function launchSpec(scenario, firmware, made) {
  const { platform, guest, tdMonitor, vmmArgs } = scenario;
  const { initrd, modules, disks, root, files, ...machine } = guest;
  return {
    platform,
    tdMonitor,
    ...machine,
    ...takesPayload(scenario.firmware) ? { payloadSections: true } : {},
    disks: disks.map(({ backing, ...disk }) => ({ ...disk, format: diskFormat(disk) })),
    ...needsAgent(scenario) ? { agent: true } : {},
    ...given({
      ...{ firmware, vmmArgs },
      initrd: makesInitrd(scenario) ? made : initrd,
      typed: typedStreams(scenario)[0]
    })
  };
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
  predictMeasurements,
  OWN_INITRD,
  gatherBooted,
  provideFirmware,
  locateFirmware,
  planRun,
  gdbSocket,
  launchSpec,
  chooseVmm,
  foreseeVmm,
  provideProgram,
  requestFor
};
