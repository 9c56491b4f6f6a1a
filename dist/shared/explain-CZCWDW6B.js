import {
  describeBooted,
  launchOf
} from "./chunk-BKN6DRQW.js";
import {
  warn
} from "./chunk-FBRHABPC.js";
import {
  copyCommand,
  foreseeVmm,
  launchSpec,
  locateFirmware,
  madeFiles,
  makeInitrd,
  requestFor,
  storeBuilds
} from "./chunk-QLGLKML5.js";
import {
  demandOf,
  requireSound
} from "./chunk-JYDRG4Q7.js";
import "./chunk-ZO5GVAZY.js";
import {
  backendFor,
  thisHost
} from "./chunk-EZKUDLQW.js";
import "./chunk-WCDTERYH.js";
import "./chunk-LSHX7TM5.js";
import "./chunk-6RP2JO6J.js";
import {
  isRecording,
  openScenario
} from "./chunk-HWCT7VXV.js";
import {
  hasRootDisk,
  makesInitrd,
  toBoot
} from "./chunk-LGQZNYKV.js";
import "./chunk-5Q6SFNNR.js";
import "./chunk-K6477OUF.js";
import "./chunk-HELCCKQW.js";
import "./chunk-JZQ4IJ4T.js";
import "./chunk-PBFOL2O3.js";
import "./chunk-HNKRRHKP.js";
import "./chunk-7QVLELSU.js";
import "./chunk-BSQQYDY2.js";
import "./chunk-GVDD7QND.js";
import "./chunk-ZIPYE4VO.js";
import "./chunk-J5VI26OM.js";
import "./chunk-YLGYUHZM.js";
import {
  BuildTerminal
} from "./chunk-ORACNCOB.js";
import "./chunk-BF4PNEGJ.js";
import "./chunk-FYURKBY3.js";
import "./chunk-36QO2VQE.js";
import "./chunk-ZUVNCCHD.js";
import "./chunk-WIPRSF3Y.js";
import "./chunk-YVU5L7BE.js";
import "./chunk-Q3O3CHI5.js";
import "./chunk-SJHT7I5C.js";
import "./chunk-3L6VLD7O.js";
import {
  Store,
  defaultRoot
} from "./chunk-T6SRI57T.js";
import "./chunk-QQ45P5BQ.js";
import "./chunk-POHZVVS5.js";
import "./chunk-ZJDXO6NN.js";
import "./chunk-ER4JHYTJ.js";
import "./chunk-RBANNFPH.js";
import "./chunk-BORWYDAJ.js";
import "./chunk-OFMX2KKT.js";
import "./chunk-GM4JGWXZ.js";
import {
  EXIT
} from "./chunk-J27YLO4G.js";
import "./chunk-WTWDRYRV.js";
import "./chunk-IRZMTVJD.js";
import "./chunk-X6BXOTOR.js";
import "./chunk-C5WI4WD4.js";
import {
  given
} from "./chunk-YCQBZFS4.js";
import "./chunk-S2CQOASI.js";
import "./chunk-2RGQK5KE.js";
import "./chunk-HNLTKXNJ.js";
import "./chunk-R25FUZDT.js";
import "./chunk-JCCCLOPX.js";
import "./chunk-RS4IB5E5.js";
import "./chunk-NGD2DTCI.js";
import "./chunk-BXA7O5QQ.js";
import {
  forShell
} from "./chunk-ATIFMRE6.js";
import "./chunk-HXMGEBNU.js";
import "./chunk-WOB6IITG.js";
import "./chunk-TOLEDQXP.js";
import {
  UsageError,
  codeOf
} from "./chunk-BM2IJI2T.js";
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
