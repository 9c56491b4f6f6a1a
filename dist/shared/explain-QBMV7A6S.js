import {
  describeBooted,
  launchOf
} from "./chunk-X7QGWS2B.js";
import {
  acceleratorLines,
  foreseeVmm,
  locateFirmware,
  requestFor,
  storeBuilds
} from "./chunk-XAM7Z75C.js";
import {
  warn
} from "./chunk-QYXTLK5A.js";
import {
  requireSound
} from "./chunk-ZB4LHV3A.js";
import {
  thisHost
} from "./chunk-LEVOI2RB.js";
import "./chunk-EABUHY5D.js";
import "./chunk-FQ3DCRTG.js";
import {
  isRecording,
  openScenario
} from "./chunk-CT3CYKUU.js";
import "./chunk-HELCCKQW.js";
import {
  copyCommand,
  launchSpec,
  madeFiles,
  makeInitrd
} from "./chunk-SDZZXB32.js";
import {
  demandOf
} from "./chunk-TYXNQKKF.js";
import "./chunk-D3F3PKKQ.js";
import {
  backendFor
} from "./chunk-772ZWCBN.js";
import "./chunk-H6KDKXV5.js";
import "./chunk-ELG3TUYH.js";
import {
  hasFilesDisk,
  hasRootDisk,
  makesInitrd,
  toBoot
} from "./chunk-X5GGVPWF.js";
import "./chunk-GNP3RLOP.js";
import "./chunk-3UKY4PQK.js";
import "./chunk-7EZL7CAO.js";
import "./chunk-BGTM5X7Z.js";
import "./chunk-MOGLVO6R.js";
import "./chunk-YQ6TYZ6A.js";
import "./chunk-J5VI26OM.js";
import "./chunk-Z5EMF6HS.js";
import {
  BuildTerminal
} from "./chunk-ORACNCOB.js";
import "./chunk-XRCLQ5TY.js";
import "./chunk-36QO2VQE.js";
import "./chunk-BKFCS2O6.js";
import {
  Store,
  defaultRoot
} from "./chunk-VM3YECVA.js";
import "./chunk-FYURKBY3.js";
import "./chunk-5UXIQAYR.js";
import "./chunk-ZUVNCCHD.js";
import "./chunk-ZRLOYJTX.js";
import "./chunk-Q3O3CHI5.js";
import "./chunk-SJHT7I5C.js";
import "./chunk-2DNHFQUT.js";
import "./chunk-POHZVVS5.js";
import "./chunk-M3NQKO3U.js";
import "./chunk-LZS5NMGH.js";
import "./chunk-PAW3MIGX.js";
import "./chunk-3UQVA5YR.js";
import "./chunk-7SKRB5VY.js";
import "./chunk-GM4JGWXZ.js";
import {
  EXIT
} from "./chunk-J27YLO4G.js";
import "./chunk-7GO3TDGG.js";
import "./chunk-322MFWUB.js";
import "./chunk-PSFT4LPN.js";
import "./chunk-KOEPRBXI.js";
import "./chunk-2RGQK5KE.js";
import "./chunk-SXQGVEJP.js";
import {
  given
} from "./chunk-UWL53G6B.js";
import "./chunk-LVISHQM2.js";
import "./chunk-A2HKPFWR.js";
import "./chunk-KHPEMR2K.js";
import "./chunk-JCCCLOPX.js";
import "./chunk-WHSYAQ2C.js";
import "./chunk-DTP6JIFW.js";
import "./chunk-NGD2DTCI.js";
import {
  forShell
} from "./chunk-ATIFMRE6.js";
import "./chunk-HXMGEBNU.js";
import "./chunk-FZIILW4F.js";
import "./chunk-TOLEDQXP.js";
import {
  UsageError,
  codeOf
} from "./chunk-SBPB5IBB.js";
import "./chunk-P4Z2SUOO.js";

// src/cli/explain.ts
import { writeFileSync } from "node:fs";

// src/prepare/explain.ts
async function explainRun(loaded, builds, initrd, host = thisHost) {
  const { scenario } = loaded;
  const { chosen, lines } = await foreseeVmm(scenario, demandOf(scenario), host);
  const backend = backendFor(chosen.choice.combination.vmm.name);
  const vmm = await locateProgram(chosen, builds, loaded);
  const firmware = await locateFirmware(loaded, builds);
  const spec = launchSpec(scenario, firmware.files, { ...madeFiles(), ...given({ initrd }) });
  return {
    lines: [...lines, ...acceleratorLines(scenario)],
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
var OWN = madeFiles();
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
  const explained = await explainRun(loaded, builds, options.probe);
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
  if (hasFilesDisk(loaded.scenario.guest)) out.line(`# ${OWN.files} is made for each run, of guest.files.`);
  if (hasRootDisk(loaded.scenario.guest)) out.line(`# ${OWN.root} is made for each run, of guest.root.`);
  const { paste } = explained;
  for (const [from, to] of paste.copies) out.lines(shellCommand(copyCommand(from, to)));
  for (const { command, args } of paste.servers ?? []) out.lines(`${shellCommand([command, ...args])} &`);
  out.lines(shellCommand([paste.command, ...paste.args]));
  return EXIT.passed;
}
function explainLaunch({ argv, booted }, { json }, out) {
  if (json === true) {
    out.json({ argv, booted });
    return;
  }
  const own = booted.files.some(({ path }) => path === OWN.initrd);
  out.lines(describeBooted(booted).map((line) => `# ${line}`));
  if (own) out.line(`# "tdx-boot explain SCENARIO --probe ${OWN.initrd}" writes the probe guest.`);
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
