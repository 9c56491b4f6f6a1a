import {
  copyCommand,
  foreseeVmm,
  launchSpec,
  locateFirmware,
  makeInitrd,
  requestFor,
  storeBuilds
} from "./chunk-SDSKFI6O.js";
import "./chunk-4NNWAEDV.js";
import {
  backendFor,
  thisHost
} from "./chunk-E3VMFCRY.js";
import {
  warn
} from "./chunk-O6K4RGTM.js";
import {
  demandOf,
  makesInitrd,
  requireSound
} from "./chunk-HBTGX4UI.js";
import "./chunk-WCDTERYH.js";
import "./chunk-5UGCNRH2.js";
import {
  loadScenario,
  toBoot
} from "./chunk-WYKTJOFR.js";
import "./chunk-2I2PZAKV.js";
import "./chunk-ODCNIZ4V.js";
import "./chunk-NGD2DTCI.js";
import "./chunk-TLSPWO26.js";
import "./chunk-YJUB5JHN.js";
import "./chunk-RJKJIIWY.js";
import "./chunk-GIHIYGVQ.js";
import "./chunk-JCCCLOPX.js";
import {
  forShell
} from "./chunk-HYCH4LNW.js";
import {
  BuildTerminal
} from "./chunk-Q7AS6Z2X.js";
import "./chunk-36QO2VQE.js";
import "./chunk-4TUBVAUD.js";
import "./chunk-CJK44M2I.js";
import "./chunk-NPYUUIVX.js";
import "./chunk-ZUVNCCHD.js";
import "./chunk-Q3O3CHI5.js";
import "./chunk-SJHT7I5C.js";
import "./chunk-GJ7AWZ3T.js";
import "./chunk-3BB4XYPX.js";
import "./chunk-WLESO37N.js";
import "./chunk-IYKMFH6H.js";
import "./chunk-BXA7O5QQ.js";
import {
  Store,
  defaultRoot
} from "./chunk-GB3H2CIA.js";
import "./chunk-MCS7UE6O.js";
import "./chunk-UMY5QCW6.js";
import "./chunk-N5FIBSVN.js";
import "./chunk-KVH47LMI.js";
import "./chunk-6L5R56ZO.js";
import "./chunk-OOLZV5JI.js";
import {
  EXIT
} from "./chunk-J27YLO4G.js";
import "./chunk-FDYQZGYD.js";
import "./chunk-YIF3J6O5.js";
import "./chunk-DV54WIWJ.js";
import {
  UsageError,
  codeOf
} from "./chunk-Q4CHHY4T.js";
import "./chunk-P4Z2SUOO.js";

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
  const made = makesInitrd(loaded.scenario);
  const { on: listener } = new BuildTerminal(error);
  const builds = storeBuilds({ store: new Store(defaultRoot(), { listener }), listener });
  const explained = await explainRun(loaded, builds, options.probe ?? "initrd.cpio");
  if (made && options.probe !== void 0) await writeInitrd(options.probe, loaded.scenario);
  if (options.json === true) {
    const { plan, lines } = explained;
    const fds = Object.fromEntries([...plan.fds].map(([fd, channel]) => [channel, fd]));
    const fifos = Object.fromEntries(plan.fifos);
    const argv = [plan.command, ...plan.args];
    out.json({ argv, fds, fifos, compatibility: lines });
    return EXIT.passed;
  }
  out.lines(commentsOf(explained).map((line) => `# ${line}`));
  if (made && options.probe === void 0) {
    out.line("# The initrd is made for each run: add --probe initrd.cpio to have it written.");
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
async function writeInitrd(file, scenario) {
  const { bytes } = await makeInitrd(scenario);
  try {
    writeFileSync(file, bytes, { flag: "wx" });
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
