import {
  parseScenario
} from "./chunk-X5GGVPWF.js";
import "./chunk-GNP3RLOP.js";
import "./chunk-3UKY4PQK.js";
import "./chunk-MOGLVO6R.js";
import "./chunk-Q3O3CHI5.js";
import "./chunk-SJHT7I5C.js";
import "./chunk-LZS5NMGH.js";
import {
  EXIT
} from "./chunk-J27YLO4G.js";
import {
  makeDirectories
} from "./chunk-2H22IQHJ.js";
import {
  schemaId
} from "./chunk-UWL53G6B.js";
import "./chunk-LVISHQM2.js";
import "./chunk-KHPEMR2K.js";
import "./chunk-JCCCLOPX.js";
import "./chunk-WHSYAQ2C.js";
import "./chunk-DTP6JIFW.js";
import {
  require_dist
} from "./chunk-NGD2DTCI.js";
import {
  forShell
} from "./chunk-ATIFMRE6.js";
import {
  PLATFORMS,
  TD_PLATFORMS
} from "./chunk-FZIILW4F.js";
import "./chunk-TOLEDQXP.js";
import {
  UsageError
} from "./chunk-SBPB5IBB.js";
import {
  __toESM
} from "./chunk-P4Z2SUOO.js";

// src/cli/init.ts
var import_yaml = __toESM(require_dist(), 1);
import { existsSync, writeFileSync } from "node:fs";
import { dirname, relative, resolve } from "node:path";
import { createInterface } from "node:readline/promises";
var WORKFLOW = ".github/workflows/boot.yml";
async function init(file, options, { out }) {
  refuseExisting([file, ...workflowOf(options.workflow)]);
  const asks = process.stdin.isTTY === true && out.isTerminal;
  const choices = asks ? await ask(options, out) : chosen(options);
  const workflow = workflowOf(choices.workflow);
  refuseExisting([file, ...workflow]);
  const scenario = scenarioText(file, choices);
  parseScenario(file, scenario, dirname(resolve(file)));
  write(file, scenario);
  for (const path of workflow) write(path, workflowText(file, choices));
  out.lines([file, ...workflow].map((name) => `written: ${name}`));
  out.line(`next: tdx-boot validate ${forShell(file)}, then tdx-boot run ${forShell(file)}`);
  return EXIT.passed;
}
function workflowOf(workflow) {
  if (workflow === void 0) return [];
  return [workflow === true ? WORKFLOW : workflow];
}
function chosen({ workflow, ...options }) {
  if (options.kernel === void 0 && options.disk === void 0) {
    throw new UsageError("no-guest", "there is no terminal to ask at, and no option says what to boot", {
      hint: "Give --kernel FILE or --disk FILE; see tdx-boot init --help."
    });
  }
  const [path] = workflowOf(workflow);
  return { ...options, platform: options.platform ?? "emulated", workflow: path };
}
async function ask(options, out) {
  const terminal = createInterface({ input: process.stdin });
  const left = new AbortController();
  terminal.once("close", () => left.abort());
  const question = async (text, usual) => {
    out.passing(usual === "" ? `${text}: ` : `${text} [${usual}]: `);
    const answer = await terminal.question("", { signal: left.signal });
    return answer.trim() || usual;
  };
  try {
    return await asked(options, question);
  } catch (error) {
    if (!left.signal.aborted) throw error;
    throw new UsageError("no-answer", "the questions were left, and nothing was written");
  } finally {
    terminal.close();
  }
}
async function asked(options, question) {
  let { kernel, disk, platform } = options;
  if (disk === void 0) kernel ??= await question("kernel (bzImage); none for a disk image", "");
  if (kernel === "") kernel = void 0;
  while (kernel === void 0 && (disk ?? "") === "") disk = await question("disk image", "");
  while (platform === void 0) {
    const answer = await question(`platform: ${PLATFORMS.join(", ")}`, "emulated");
    platform = PLATFORMS.find((name) => name === answer);
  }
  const probe = disk === void 0 && options.initrd === void 0;
  const expect = options.expect ?? (probe ? "" : await question("text that shows that it is up", "login:"));
  const workflow = workflowOf(options.workflow)[0] ?? await question("workflow file, or no", "no");
  return {
    ...options,
    kernel,
    disk,
    platform,
    ...expect === "" ? {} : { expect },
    workflow: workflow === "no" ? void 0 : workflow
  };
}
function scenarioText(file, { kernel, initrd, disk, platform, firmware, expect }) {
  const td = TD_PLATFORMS.includes(platform);
  const image = firmware ?? (td ? "tdvf" : void 0);
  const probe = disk === void 0 && initrd === void 0;
  const here = (path) => path === void 0 ? void 0 : relative(dirname(resolve(file)), resolve(path));
  const head = {
    version: 1,
    platform,
    ...image === "tdvf" ? { pins: "current", firmware: "tdvf" } : { firmware: here(image) },
    guest: {
      kernel: here(kernel),
      initrd: here(initrd),
      disks: disk === void 0 ? void 0 : [here(disk)]
    }
  };
  const steps = probe && expect === void 0 ? "# Without initrd and disks, the probe guest boots, reports what it sees and powers off. It has steps of its own.\n" : `# What the console must show, in this order; /\u2026/ is a regular expression.
${(0, import_yaml.stringify)({ steps: [{ expect: expect ?? "login:" }] })}`;
  return [
    `# yaml-language-server: $schema=${schemaId("scenario")}
`,
    (0, import_yaml.stringify)(head),
    steps,
    (0, import_yaml.stringify)({ timeout: "3m", silence: "60s" })
  ].join("");
}
function workflowText(file, { platform, firmware = "tdvf" }) {
  const runner = platform === "tdx" ? "[self-hosted, tdx]" : "ubuntu-24.04";
  const kvm = platform === "kvm" ? `      # Hosted runners have /dev/kvm; this rule lets the job open it.
      - run: |
          echo 'KERNEL=="kvm", MODE="0666"' | sudo tee /etc/udev/rules.d/99-kvm.rules
          sudo udevadm control --reload-rules
          sudo udevadm trigger --name-match=kvm --settle
` : "";
  const qemu = platform === "tdx" ? "" : "      - run: sudo apt-get install --yes --no-install-recommends qemu-system-x86\n";
  const builds = platform === "tdx-emulated" && firmware === "tdvf";
  const tools = builds ? "          install-tools: true\n" : "";
  return `name: boot
on: pull_request
permissions:
  contents: read
jobs:
  boot:
    runs-on: ${runner}
    timeout-minutes: 30
    steps:
      - uses: actions/checkout@de0fac2e4500dabe0009e67214ff5f5447ce83dd # v6.0.2
        with:
          persist-credentials: false
${kvm}${qemu}      # Build here what the scenario boots.
      - uses: org/tdx-boot@v1
        with:
          scenario: ${(0, import_yaml.stringify)(relative(".", resolve(file))).trim()}
          upload: on-failure
${tools}`;
}
function refuseExisting(files) {
  const [first] = files.filter((file) => existsSync(file));
  if (first === void 0) return;
  throw new UsageError("file-exists", `${first} exists, and init overwrites nothing`, {
    hint: "Remove it first, or name another file."
  });
}
function write(file, text) {
  makeDirectories(dirname(resolve(file)));
  writeFileSync(file, text, { flag: "wx" });
}
export {
  init,
  scenarioText,
  workflowText
};
