import {
  copyCommand,
  foreseeVmm,
  launchSpec,
  locateFirmware,
  makeProbe,
  requestFor,
  storeBuilds
} from "./chunk-BXYI56LY.js";
import "./chunk-3H2NT6IO.js";
import {
  backendFor,
  thisHost
} from "./chunk-LSVYBPVG.js";
import {
  warn
} from "./chunk-GTCBAZO3.js";
import {
  demandOf,
  requireSound
} from "./chunk-MVROXVMO.js";
import "./chunk-WCDTERYH.js";
import "./chunk-DJPDL7TQ.js";
import {
  loadScenario,
  toBoot
} from "./chunk-J6VHNFJZ.js";
import "./chunk-CMMH52FK.js";
import "./chunk-D3DU3W2X.js";
import "./chunk-IFZNQD3J.js";
import "./chunk-IJPYMELX.js";
import "./chunk-JF6LLKXI.js";
import "./chunk-XFQCAMV5.js";
import "./chunk-7IGLDAEP.js";
import "./chunk-JCCCLOPX.js";
import {
  forShell
} from "./chunk-FUCMNW7W.js";
import {
  BuildTerminal
} from "./chunk-27SI244U.js";
import "./chunk-36QO2VQE.js";
import "./chunk-ENXTLS5B.js";
import "./chunk-CJK44M2I.js";
import "./chunk-NPYUUIVX.js";
import "./chunk-ZUVNCCHD.js";
import "./chunk-Q3O3CHI5.js";
import "./chunk-SJHT7I5C.js";
import "./chunk-DCHVKCUR.js";
import "./chunk-2ETKTJT6.js";
import "./chunk-L23G7NYG.js";
import "./chunk-IYKMFH6H.js";
import "./chunk-BXA7O5QQ.js";
import {
  Store,
  defaultRoot
} from "./chunk-3TMRABTC.js";
import "./chunk-FT545GEO.js";
import "./chunk-B2QDC65I.js";
import "./chunk-N5FIBSVN.js";
import "./chunk-ELBESNTV.js";
import "./chunk-6L5R56ZO.js";
import "./chunk-HSYB7NEV.js";
import {
  EXIT
} from "./chunk-J27YLO4G.js";
import "./chunk-B3M2OGVS.js";
import "./chunk-2BBUKTQW.js";
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
