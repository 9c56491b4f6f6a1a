import {
  describeBooted,
  launchOf
} from "./chunk-674FTNQQ.js";
import {
  warn
} from "./chunk-USXYBKG6.js";
import {
  BuildTerminal
} from "./chunk-ORACNCOB.js";
import {
  EXIT
} from "./chunk-J27YLO4G.js";
import "./chunk-ALDQ2EZP.js";
import {
  OWN_INITRD,
  copyCommand,
  foreseeVmm,
  launchSpec,
  locateFirmware,
  makeInitrd,
  requestFor,
  storeBuilds
} from "./chunk-IHQ6SWXX.js";
import {
  demandOf,
  makesInitrd,
  requireSound
} from "./chunk-VZMHMD3L.js";
import "./chunk-PNP4AQXL.js";
import {
  backendFor,
  thisHost
} from "./chunk-BW7ZZE24.js";
import "./chunk-WCDTERYH.js";
import "./chunk-3DLQTEHF.js";
import "./chunk-JZXD2SMJ.js";
import {
  isRecording,
  openScenario
} from "./chunk-NI6CKDLU.js";
import {
  toBoot
} from "./chunk-OOFAIED3.js";
import "./chunk-5Q6SFNNR.js";
import "./chunk-ZRVEZHWY.js";
import "./chunk-HELCCKQW.js";
import "./chunk-2RGQK5KE.js";
import "./chunk-HNLTKXNJ.js";
import "./chunk-R25FUZDT.js";
import "./chunk-JCCCLOPX.js";
import "./chunk-PYREBFCJ.js";
import "./chunk-MLAK2CX2.js";
import "./chunk-PBFOL2O3.js";
import "./chunk-HNKRRHKP.js";
import "./chunk-O6WBYA6V.js";
import "./chunk-ONO73SMO.js";
import "./chunk-R634AZ2Y.js";
import "./chunk-GVDD7QND.js";
import "./chunk-RS4IB5E5.js";
import "./chunk-LUZTJW22.js";
import "./chunk-NGD2DTCI.js";
import "./chunk-J5VI26OM.js";
import "./chunk-PBTCGB6N.js";
import "./chunk-BXA7O5QQ.js";
import {
  forShell
} from "./chunk-ATIFMRE6.js";
import "./chunk-B4VF3AHC.js";
import "./chunk-FYURKBY3.js";
import "./chunk-36QO2VQE.js";
import "./chunk-ZUVNCCHD.js";
import "./chunk-WIPRSF3Y.js";
import "./chunk-JFONFIZM.js";
import "./chunk-Q3O3CHI5.js";
import "./chunk-SJHT7I5C.js";
import "./chunk-3L6VLD7O.js";
import "./chunk-HXMGEBNU.js";
import {
  Store,
  defaultRoot
} from "./chunk-NGXJFHFG.js";
import "./chunk-QQ45P5BQ.js";
import "./chunk-POHZVVS5.js";
import "./chunk-B3E2T4C2.js";
import "./chunk-5XTVBRU6.js";
import "./chunk-RBANNFPH.js";
import "./chunk-BORWYDAJ.js";
import "./chunk-MTKYCV2C.js";
import "./chunk-TZSH6ZHU.js";
import "./chunk-WOB6IITG.js";
import "./chunk-6L5R56ZO.js";
import "./chunk-RPJHQSHZ.js";
import "./chunk-DV54WIWJ.js";
import {
  UsageError,
  codeOf
} from "./chunk-BM2IJI2T.js";
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
  const launch = isRecording(file) ? launchOf(file) : void 0;
  if (launch !== void 0) {
    explainLaunch(launch, options, out);
    return EXIT.passed;
  }
  const loaded = toBoot(openScenario(file, options.uses));
  warn(requireSound(loaded), error);
  const made = makesInitrd(loaded.scenario);
  const { on: listener } = new BuildTerminal(error);
  const builds = storeBuilds({ store: new Store(defaultRoot(), { listener }), listener });
  const explained = await explainRun(loaded, builds, options.probe ?? OWN_INITRD);
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
function explainLaunch({ argv, booted }, { json }, out) {
  if (json === true) {
    out.json({ argv, booted });
    return;
  }
  const own = booted.files.some(({ path }) => path === OWN_INITRD);
  out.lines(describeBooted(booted).map((line) => `# ${line}`));
  if (own) out.line(`# "tdx-boot explain SCENARIO --probe ${OWN_INITRD}" writes the probe guest.`);
  for (const command of booted.command) out.lines(shellCommand(command));
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
