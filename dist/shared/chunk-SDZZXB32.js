import {
  typedStreams
} from "./chunk-TYXNQKKF.js";
import {
  agentFile,
  ext4Image,
  mergeLayers,
  newc,
  probeEntries,
  shareModules
} from "./chunk-D3F3PKKQ.js";
import {
  backendFor
} from "./chunk-772ZWCBN.js";
import {
  diskFormat,
  readTar,
  readTree,
  takesPayload
} from "./chunk-ELG3TUYH.js";
import {
  agentPutsFiles,
  hasFilesDisk,
  hasRootDisk,
  makesInitrd,
  needsAgent
} from "./chunk-X5GGVPWF.js";
import {
  ask,
  describeEnd
} from "./chunk-2DNHFQUT.js";
import {
  given
} from "./chunk-UWL53G6B.js";
import {
  HostError,
  UsageError
} from "./chunk-SBPB5IBB.js";

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
async function makeRootDisk(image, scenario, signal) {
  const { root } = scenario.guest;
  if (root === void 0) throw new UsageError("no-root", "the guest has no root");
  const tree = await readRoot(root);
  const { layers, leftOut } = await ownLayers(scenario, tree);
  const entries = mergeLayers([tree.entries, ...layers]);
  await ext4Image(image, entries, { label: ROOT_DISK, free: root.free, signal });
  return leftOut;
}
async function makeFilesDisk(image, { guest }, signal) {
  const trees = treesOf(guest);
  const entries = mergeLayers(trees.map((tree) => tree.entries));
  await ext4Image(image, entries, { label: "tdx-boot", free: 0, signal });
  return trees.flatMap(({ leftOut }) => leftOut);
}
async function ownLayers(scenario, root) {
  const { guest } = scenario;
  const trees = agentPutsFiles(guest) || hasFilesDisk(guest) ? [] : treesOf(guest);
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
async function planRun(scenario, firmware, { program, virtiofsd }, { workDir, cancel, notice, gdb, typed }) {
  const made = madeFiles(workDir);
  if (makesInitrd(scenario)) {
    const { bytes, leftOut } = await makeInitrd(scenario);
    if (leftOut.length > 0) notice(noticeOf("initrd", leftOut));
    writeFileSync(made.initrd, bytes);
  }
  if (hasFilesDisk(scenario.guest)) {
    const leftOut = await makeFilesDisk(made.files, scenario, cancel);
    if (leftOut.length > 0) notice(noticeOf("disk", leftOut));
  }
  if (hasRootDisk(scenario.guest)) {
    const leftOut = await makeRootDisk(made.root, scenario, cancel);
    if (leftOut.length > 0) notice(noticeOf("root disk", leftOut));
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
  const name = (file) => join(directory, file);
  return { initrd: name("initrd.cpio"), files: name("files.ext4"), root: name("root.ext4") };
}
function noticeOf(from, leftOut) {
  const named = leftOut.slice(0, 5).join(", ");
  const more = leftOut.length > 5 ? ` and ${leftOut.length - 5} more` : "";
  return `left out of the ${from}, because they are neither files nor directories nor links: ${named}${more}`;
}
function launchSpec(scenario, firmware, made) {
  const { platform, guest, tdMonitor, vmmArgs } = scenario;
  const { initrd, modules, disks, root, files, filesAs, ...machine } = guest;
  return {
    platform,
    tdMonitor,
    ...machine,
    ...takesPayload(scenario.firmware) ? { payloadSections: true } : {},
    disks: [
      ...disks.map(({ backing, ...disk }) => ({ ...disk, format: diskFormat(disk) })),
      ...hasFilesDisk(guest) ? [madeDisk(made.files, "tdx-boot-files", { readOnly: true })] : [],
      ...hasRootDisk(guest) ? [madeDisk(made.root, ROOT_DISK)] : []
    ],
    ...needsAgent(scenario) ? { agent: true } : {},
    ...given({
      ...{ firmware, vmmArgs },
      initrd: makesInitrd(scenario) ? made.initrd : initrd,
      typed: typedStreams(scenario)[0]
    })
  };
}
function madeDisk(path, serial, more = {}) {
  return { path, bus: "virtio", format: "raw", serial, ...more };
}

export {
  copyCommand,
  makeInitrd,
  agentSetup,
  planRun,
  gdbSocket,
  madeFiles,
  launchSpec
};
