import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  warn
} from "./chunk-PM4EVORH.js";
import {
  copyCommand,
  demandOf,
  foreseeVmm,
  launchSpec,
  locateFirmware,
  makeProbe,
  requestFor,
  requireSound,
  storeBuilds
} from "./chunk-JJKIUXYG.js";
import "./chunk-SDEITUBU.js";
import "./chunk-UCU26WNI.js";
import "./chunk-O2OWTJ2I.js";
import "./chunk-GK3NDIQF.js";
import "./chunk-6DH5FJVR.js";
import {
  backendFor,
  thisHost
} from "./chunk-3GJWELV3.js";
import {
  loadScenario,
  toBoot
} from "./chunk-BBWEQVOO.js";
import "./chunk-KXOMUONB.js";
import "./chunk-WE353FMW.js";
import "./chunk-GKQLW2Q3.js";
import {
  forShell
} from "./chunk-DQY64HLE.js";
import {
  BuildTerminal
} from "./chunk-ARPSE3KR.js";
import "./chunk-CJK44M2I.js";
import "./chunk-CH5QTO5Q.js";
import "./chunk-SJHT7I5C.js";
import "./chunk-2ETKTJT6.js";
import "./chunk-ELTUVOUB.js";
import "./chunk-VQPR2K3L.js";
import "./chunk-MP4JWOEC.js";
import "./chunk-BDOTOFU7.js";
import "./chunk-IYKMFH6H.js";
import {
  Store,
  defaultRoot
} from "./chunk-LHLQYRMB.js";
import "./chunk-2AUDKZ4W.js";
import "./chunk-KGPMGHIE.js";
import "./chunk-B2QDC65I.js";
import "./chunk-ELBESNTV.js";
import {
  EXIT
} from "./chunk-J27YLO4G.js";
import "./chunk-6L5R56ZO.js";
import "./chunk-OS4OHMLR.js";
import "./chunk-B3M2OGVS.js";
import "./chunk-DWJMXZGM.js";
import "./chunk-DV54WIWJ.js";
import {
  UsageError,
  codeOf
} from "./chunk-7OSXWTH4.js";

// src/cli/explain.ts
import { writeFileSync } from "node:fs";

// src/prepare/explain.ts
async function explainRun(loaded, builds, probe, host = thisHost) {
  const { scenario } = loaded;
  const { chosen, lines } = await foreseeVmm(scenario, demandOf(scenario), host);
  const backend = backendFor(chosen.choice.combination.vmm.name);
  const vmm = await locateProgram(chosen, builds, loaded);
  const firmware = await locateFirmware(loaded, builds);
  const spec = launchSpec(scenario, firmware.files, probe);
  return {
    lines,
    toBuild: [
      ...vmm.command === void 0 ? [] : [{ what: "VMM", command: vmm.command }],
      ...firmware.command === void 0 ? [] : [{ what: "firmware", command: firmware.command }]
    ],
    plan: backend.plan(spec, { fifosIn: "." }, vmm.program),
    paste: backend.plan(spec, "files", vmm.program)
  };
}
async function locateProgram({ choice, program }, builds, { scenario }) {
  if (program !== void 0) return { program };
  const { vmm } = choice.combination;
  if (vmm.name === "qemu") return { program: { ...vmm, path: backendFor(vmm.name).commands[0] } };
  const { image, command } = await builds.locate(requestFor(scenario));
  return { program: { ...vmm, path: image }, ...command === void 0 ? {} : { command } };
}

// src/cli/explain.ts
async function explain(file, options, { out, error }) {
  const loaded = toBoot(loadScenario(file, options.uses));
  warn(requireSound(loaded), error);
  const { guest } = loaded.scenario;
  const { on: listener } = new BuildTerminal(error);
  const builds = storeBuilds({ store: new Store(defaultRoot(), { listener }), listener });
  const explained = await explainRun(loaded, builds, options.probe ?? "probe.cpio");
  if (guest.initrd === "probe" && options.probe !== void 0) await writeProbe(options.probe, guest);
  if (options.json === true) {
    const { plan, lines } = explained;
    const fds = Object.fromEntries([...plan.fds].map(([fd, channel]) => [channel, fd]));
    const fifos = Object.fromEntries(plan.fifos);
    const argv = [plan.command, ...plan.args];
    out.json({ argv, fds, fifos, compatibility: lines });
    return EXIT.passed;
  }
  out.lines(commentsOf(explained).map((line) => `# ${line}`));
  if (guest.initrd === "probe" && options.probe === void 0) {
    out.line("# The probe guest is made for each run: add --probe probe.cpio to have it written.");
  }
  const { paste } = explained;
  for (const [from, to] of paste.copies) out.lines(shellCommand(copyCommand(from, to)));
  out.lines(shellCommand([paste.command, ...paste.args]));
  return EXIT.passed;
}
function commentsOf({ lines, toBuild }) {
  return [
    ...lines,
    ...toBuild.map(({ what, command }) => `The ${what} is not built yet: ${command}`),
    "tdx-boot runs this with one socket or pipe for each stream; here the streams go to files."
  ];
}
async function writeProbe(file, guest) {
  const probe = await makeProbe(guest);
  try {
    writeFileSync(file, probe, { flag: "wx" });
  } catch (error) {
    if (codeOf(error) !== "EEXIST") throw error;
    throw new UsageError("file-exists", `${file} exists, and --probe does not overwrite it`, {
      hint: "Remove it first, or name another file."
    });
  }
}
function shellCommand(argv) {
  return argv.map(forShell).reduce((text, word) => word.startsWith("-") ? `${text} \\
  ${word}` : `${text} ${word}`);
}
export {
  explain
};
