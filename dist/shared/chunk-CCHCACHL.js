import {
  chooseVmm,
  notice,
  provideFirmware,
  provideProgram,
  silenceToExpect,
  storeBuilds,
  withAccelerator
} from "./chunk-XAM7Z75C.js";
import {
  bootTimeOf,
  requireSound
} from "./chunk-ZB4LHV3A.js";
import {
  heldMemory,
  slotLimit,
  slotsDirectory,
  takeSlot
} from "./chunk-G22QTBE3.js";
import {
  availableMemory,
  mib,
  requireTdxHost,
  tdCapacity,
  thisHost
} from "./chunk-LEVOI2RB.js";
import {
  judgeAgain
} from "./chunk-J6DCDTQO.js";
import {
  decodedVerdict
} from "./chunk-4QN54IE2.js";
import {
  INTERRUPT_ENTRIES,
  Judge,
  framesOf,
  memberOf,
  quoted,
  spoil,
  wordsOf
} from "./chunk-FQ3DCRTG.js";
import {
  isRecording,
  loadRecorded
} from "./chunk-CT3CYKUU.js";
import {
  makeAcpiFiles,
  startServer,
  startVmm
} from "./chunk-PCHR2CJV.js";
import {
  agentSetup,
  copyCommand,
  launchSpec,
  madeFiles,
  makeInitrd,
  planRun
} from "./chunk-SDZZXB32.js";
import {
  demandOf,
  readDiskProgram
} from "./chunk-TYXNQKKF.js";
import {
  AgentPort,
  askVersion,
  backendFor,
  findVirtiofsd
} from "./chunk-772ZWCBN.js";
import {
  kernelInfoOf
} from "./chunk-ELG3TUYH.js";
import {
  makesInitrd,
  toBoot
} from "./chunk-X5GGVPWF.js";
import {
  rtmrRows
} from "./chunk-VJTVHMNG.js";
import {
  isPredicted,
  stubMeasures
} from "./chunk-BGTM5X7Z.js";
import {
  EVENT_PROFILES,
  deriveAcpiFiles
} from "./chunk-MOGLVO6R.js";
import {
  session
} from "./chunk-ICTCGJU4.js";
import {
  removeWorkDir
} from "./chunk-ZRLOYJTX.js";
import {
  ask,
  describeEnd,
  findCommand
} from "./chunk-2DNHFQUT.js";
import {
  environmentFor
} from "./chunk-POHZVVS5.js";
import {
  LAUNCH_METHOD,
  MRTD_VARIANTS,
  computeMrtd,
  hashedBytes,
  launchOrder
} from "./chunk-M3NQKO3U.js";
import {
  DataError
} from "./chunk-LZS5NMGH.js";
import {
  killGroup,
  noteGroup
} from "./chunk-PAW3MIGX.js";
import {
  readBounded
} from "./chunk-C24KWKK2.js";
import {
  parseMetadata
} from "./chunk-7GO3TDGG.js";
import {
  RESULT_FILE,
  writeWhole
} from "./chunk-O2SLEJNV.js";
import {
  makeDirectories
} from "./chunk-2H22IQHJ.js";
import {
  RESULT_VERSION,
  makeResult,
  resultSchema
} from "./chunk-322MFWUB.js";
import {
  given
} from "./chunk-UWL53G6B.js";
import {
  ScenarioError
} from "./chunk-KHPEMR2K.js";
import {
  _enum,
  array,
  boolean,
  literal,
  number,
  strictObject,
  string
} from "./chunk-WHSYAQ2C.js";
import {
  lineReader
} from "./chunk-HXMGEBNU.js";
import {
  isGuestStream,
  isTrustDomain
} from "./chunk-FZIILW4F.js";
import {
  HostError,
  UsageError,
  asHostError,
  codeOf,
  messageOf
} from "./chunk-SBPB5IBB.js";

// src/tdx/register-prediction.ts
var MOST_HASHED = 0x28000000n;
var MOST_MEASURED = 0x1000000n;
function registerPredictor(known2) {
  let rows;
  return (register) => {
    if (register === "mrtd") return predictMrtd(known2);
    rows ??= rtmrRows(known2);
    return predictRtmr(register, rows);
  };
}
function predictRtmr(register, rows) {
  const values = /* @__PURE__ */ new Map();
  const own = rows.filter((row) => row.register === register);
  for (const { value, by, events } of own) {
    if (!isPredicted(value)) return own.some((row) => isPredicted(row.value)) ? only(by, value) : value;
    const same = values.get(value);
    if (same === void 0) values.set(value, { by: [by], events });
    else same.by.push(by);
  }
  return { values: [...values].map(([value, rest]) => ({ value, ...rest })), suspects: [] };
}
function only(by, { reason }) {
  return { reason: `for ${by}: ${reason}; say which edk2 it was built from (events)` };
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
async function predictMeasurements(scenario, firmware, vmm, release, makeAcpi) {
  const asserted = scenario.rules.measurements?.filter(({ holds }) => holds !== "replay") ?? [];
  if (asserted.length === 0) return {};
  const acpi = asserted.some(({ register }) => register === "rtmr0") ? acpiOf(scenario, vmm, makeAcpi).catch(reasonOf) : void 0;
  const known2 = await inputsOf(scenario, firmware, vmm, release, await acpi).catch(reasonOf);
  const predict = "reason" in known2 ? () => known2 : predictorOf(known2);
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
function predictorOf(known2) {
  const predict = registerPredictor(known2);
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
async function inputsOf(scenario, firmware, { name: vmm, version }, release, acpi) {
  if (firmware === void 0 || !("image" in firmware)) {
    throw new UsageError("no-firmware", "the scenario has no firmware image");
  }
  const { guest, measuring = {} } = scenario;
  const image = read(firmware.image, "the firmware");
  const metadata = parseMetadata(image);
  const { events = profileOf(release), smbios } = measuring;
  const order = orderOf(scenario, { name: vmm, version });
  const direct = await directBoot(scenario);
  return {
    ...{ image, metadata, vmm, order, acpi, direct, memory: BigInt(guest.memory) },
    disk: direct === void 0 ? bootDiskOf(guest.disks) : void 0,
    ...events === void 0 ? {} : { profile: events },
    ...smbios === void 0 ? {} : { smbios: read(smbios, "the SMBIOS table") },
    stub: guest.kernel === void 0 ? void 0 : stubMeasures(kernelInfoOf(guest.kernel).release)
  };
}
async function acpiOf({ measuring }, vmm, makeAcpi) {
  const { acpiTables } = measuring ?? {};
  if (acpiTables !== void 0) return deriveAcpiFiles(read(acpiTables, "the ACPI tables"));
  return vmm.name === "qemu" ? makeAcpi() : void 0;
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
var MOST_BYTES = 2048 * 1024 * 1024;
function read(file, what) {
  return readBounded(file, { what, most: MOST_BYTES });
}

// src/prepare/booted.ts
import { createHash } from "node:crypto";
import { createReadStream, readFileSync, statSync } from "node:fs";
import { basename } from "node:path";
var DIGEST_BYTES = 8 * 1024 * 1024 * 1024;
async function gatherBooted({
  scenario,
  spec,
  program,
  built,
  made,
  ...asked2
}) {
  const files = filesOf(spec).map(describeFile);
  const version = await asked2.version;
  const own = Object.values(made);
  const shownPath = (path) => own.includes(path) ? basename(path) : path;
  const shown = {
    ...spec,
    disks: spec.disks.map((disk) => ({ ...disk, path: shownPath(disk.path) })),
    ...given({ initrd: spec.initrd === void 0 ? void 0 : shownPath(spec.initrd) })
  };
  const { copies, command, args } = backendFor(program.name).plan(shown, "files", program);
  return {
    vmm: { name: program.name, version: version ?? null, path: program.path },
    cpus: spec.cpus,
    memory: spec.memory,
    files: files.map((file) => ({ ...file, path: shownPath(file.path) })),
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
function describeFile({ role, path }) {
  try {
    return { role, path, bytes: statSync(path).size, sha256: null };
  } catch (error) {
    const message = `cannot read the ${role} ${path}`;
    throw new HostError("unreadable", message, { hint: "Was it removed meanwhile?", cause: error });
  }
}
function digestsOf(spec, made) {
  const files = filesOf(spec).map(({ path }) => ({
    path,
    version: versionOf(path),
    bytes: statSync(path).size
  }));
  return async (signal) => {
    const digests = [];
    for (const file of files) {
      digests.push(file.path === made?.root ? null : await digestOf(file, signal).catch(() => null));
    }
    return digests;
  };
}
function versionOf(path) {
  const { dev, ino, size, mtimeNs, ctimeNs } = statSync(path, { bigint: true });
  return [dev, ino, size, mtimeNs, ctimeNs].join(" ");
}
var known = /* @__PURE__ */ new Map();
async function digestOf({ path, version, bytes }, signal) {
  if (bytes > DIGEST_BYTES || versionOf(path) !== version) return null;
  const found = known.get(version);
  if (found !== void 0) return found;
  const hash = createHash("sha256");
  for await (const piece of createReadStream(path, { highWaterMark: 1024 * 1024, signal }))
    hash.update(piece);
  if (versionOf(path) !== version) return null;
  const sha256 = hash.digest("hex");
  known.set(version, sha256);
  return sha256;
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
    const image = readFileSync(firmware.image);
    return computeMrtd(image, parseMetadata(image), { ...LAUNCH_METHOD, order });
  } catch (error) {
    if (error instanceof UsageError) return void 0;
    throw error;
  }
}

// src/prepare/slot.ts
var SLOT_WAIT_MS = 30 * 6e4;
var NO_SLOT = { fds: [], release: () => void 0 };
async function slotFor({ platform, guest }, { host, slots, notice: notice2, cancel }) {
  if (platform !== "tdx") return NO_SLOT;
  const capacity = tdCapacity(host, await host.kernelLog());
  const lock = await takeSlot({
    directory: slots(),
    limit: slotLimit(capacity?.tds, process.env.TDX_BOOT_SLOTS),
    memory: guest.memory,
    available: () => availableMemory(host),
    waitMs: SLOT_WAIT_MS,
    signal: cancel,
    onWait: (reason) => notice2(`waiting for a slot: ${reason}`)
  });
  return { fds: [lock.fd], release: () => lock.release() };
}

// src/prepare/prepare.ts
async function prepare(loaded, ports) {
  const { rules } = loaded.scenario;
  try {
    return await prepareRun(loaded, ports);
  } catch (error) {
    if (ports.cancel.aborted) {
      return { rules, refused: new HostError("cancelled", String(ports.cancel.reason), { cause: error }) };
    }
    const refused = asHostError(error);
    if (refused === void 0) throw error;
    return { rules, refused };
  }
}
async function prepareRun(loaded, ports) {
  const { scenario } = loaded;
  const { rules, outputLimit, collect: collect2, guest, platform } = scenario;
  if (platform === "tdx") await requireTdxHost(ports.host, guest.memory, await heldMemory());
  const demand = demandOf(scenario);
  const chosen = await chooseVmm(scenario, demand, ports.host);
  const { assessment } = chosen.choice;
  const doubt = noticeOf(scenario, assessment);
  if (doubt !== void 0) ports.notice(doubt);
  const program = await provideProgram(chosen, scenario, ports);
  const virtiofsd = await findVirtiofsd(guest.shares);
  const version = Promise.resolve(program.version ?? askVersion(program.path));
  const firmware = await provideFirmware(loaded, ports.builds);
  const release = demand.firmware === "none" ? void 0 : demand.firmware.release;
  const predictions = await predictMeasurements(
    scenario,
    firmware.files,
    program,
    release,
    () => makeAcpiFiles(launchSpec(scenario, firmware.files, madeFiles()), program, ports.workDir)
  );
  const runnable = await withAccelerator(scenario, program, ports);
  const { plan, spec, made } = await planRun(runnable, firmware.files, { program, virtiofsd }, ports);
  const booted = await gatherBooted({ scenario, spec, program, version, built: firmware.built, made });
  return {
    rules,
    outputLimit,
    collect: collect2,
    setup: agentSetup(scenario),
    backend: backendFor(program.name),
    plan,
    predictions,
    booted,
    digest: digestsOf(spec, made),
    silenceExpected: platform === "tdx" ? silenceToExpect(assessment) : void 0,
    bootTime: platform === "tdx" ? bootTimeFor(scenario, demand) : void 0,
    // The slot is last, so that no other Trust Domain waits while disks are copied here.
    slot: await slotFor(scenario, ports),
    workDir: ports.workDir
  };
}
function noticeOf({ platform }, assessment) {
  return platform === "tdx" ? notice(assessment) : void 0;
}
function bootTimeFor(scenario, demand) {
  const { most, text } = bootTimeOf(scenario, demand);
  return { most, text };
}

// src/boot/ask.ts
var WAITED = ["missing", "silence", "timeout", "command-late"];
var QUIET_MS = 3e3;
var isInterruptEntry = memberOf(INTERRUPT_ENTRIES);
var LINES = 8;
var NMI_TAKEN = /NMI received for unknown reason/;
var NO_TRACE = {
  text: "its kernel, asked by an NMI, prints no trace: sysrq_always_enabled or unknown_nmi_panic on its command line changes that"
};
async function asked(vm, verdict) {
  const { cause, diagnosis } = verdict;
  if (cause === void 0 || diagnosis === void 0 || !WAITED.includes(cause.kind)) return verdict;
  if (vm.quietMs < QUIET_MS) return verdict;
  const evidence = evidenceOf(await vm.ask());
  return { ...verdict, diagnosis: { ...diagnosis, evidence: [...diagnosis.evidence, ...evidence] } };
}
function isTrace(line) {
  return frameOf(line) !== void 0;
}
function frameOf(line) {
  const { text } = wordsOf(line);
  const [frame] = framesOf(text);
  return frame === void 0 || frame.doubtful ? void 0 : { text, func: frame.func };
}
function evidenceOf({ cpus, lines, interrupted = false }) {
  const frames = lines.map(frameOf).filter((frame) => frame !== void 0);
  const entry = frames.findIndex(({ func }) => isInterruptEntry(func));
  const below = frames.slice(Math.max(0, entry));
  const above = below.findIndex(({ func }) => !isInterruptEntry(func));
  const by = interrupted ? "an NMI" : "SysRq";
  return [
    ...cpus.slice(0, LINES).map((text) => ({ text: `asked before it was stopped: ${quoted(text)}` })),
    ...below.slice(above === -1 ? below.length : above).slice(0, LINES).map(({ text }) => ({ text: `its kernel, asked by ${by}: ${quoted(text.trim())}` })),
    ...interrupted && frames.length === 0 && lines.some((line) => NMI_TAKEN.test(line)) ? [NO_TRACE] : []
  ];
}

// src/boot/delivery.ts
var PATIENCE = { usual: 3e4, cancelled: 2500 };
var HIGH_WATER = 8 * 1024 * 1024;
var LOW_WATER = 1024 * 1024;
var EVENT_MEMORY = 256;
var Delivery = class {
  consumer;
  /** Why the consumer was given up. */
  lost;
  #options;
  #queue = [];
  #unread = 0;
  #full = false;
  #closed = false;
  #busy;
  #patience;
  /** Ends each wait that is going on. */
  #waits = /* @__PURE__ */ new Set();
  constructor(consumer, options) {
    this.consumer = consumer;
    this.#options = options;
    this.#patience = options.patience.usual;
  }
  push(event) {
    if (this.lost !== void 0) return;
    this.#queue.push(event);
    this.#unread += sizeOf(event);
    if (this.#busy === void 0) this.#deliver();
    if (this.#unread > HIGH_WATER) this.#setFull(true);
  }
  /** The run was cancelled: nobody has much time left. */
  hurry() {
    this.#patience = this.#options.patience.cancelled;
    for (const giveUp of this.#waits) setTimeout(giveUp, this.#patience);
  }
  /** Waits until the queue is empty, then has the consumer keep what it took; gives the consumer up if that fails. */
  async seal(time) {
    await this.#finish("did not take what was left", async () => this.consumer.seal?.(time));
  }
  /**
   * Gives the verdict and waits until the consumer has taken it. A recording that was given up is asked, too: the result
   * may still be written where the rest could not.
   */
  async conclude(time, verdict) {
    const event = { type: "verdict", time, verdict };
    if (this.lost === void 0) {
      this.push(event);
      await this.#finish("did not take the verdict", async () => void 0);
    } else if (this.consumer.essential === true) {
      this.#patience = this.#options.patience.cancelled;
      await this.#within("", async () => this.consumer.on(event)).catch(() => void 0);
    }
  }
  /** What was given up may never close: nobody waits for that. */
  async close() {
    if (this.#closed) return;
    this.#closed = true;
    const closed = this.#within("did not close", async () => this.consumer.close?.());
    if (this.lost === void 0) await closed.catch((error) => this.#lose(error));
    else closed.catch(() => void 0);
  }
  /** Gives events for as long as the consumer takes them at once, then goes on when its promise has settled. */
  #deliver() {
    for (let event = this.#queue.shift(); event !== void 0; event = this.#queue.shift()) {
      this.#unread -= sizeOf(event);
      if (this.#unread < LOW_WATER) this.#setFull(false);
      try {
        const taken = this.consumer.on(event);
        if (taken === void 0) continue;
        this.#busy = this.#within("took no event", () => taken).then(
          () => this.#goOn(),
          (error) => this.#lose(error)
        );
        return;
      } catch (error) {
        this.#lose(error);
        return;
      }
    }
  }
  #goOn() {
    this.#busy = void 0;
    this.#deliver();
  }
  async #finish(what, last) {
    if (this.lost !== void 0) return;
    try {
      await this.#within(what, async () => {
        while (this.#busy !== void 0) await this.#busy;
        if (this.lost === void 0) await last();
      });
    } catch (error) {
      this.#lose(error);
    }
  }
  /** @throws what `work` throws; HostError code `consumer-stuck` when that takes too long */
  async #within(what, work) {
    let giveUp = () => void 0;
    const late = new Promise((_, reject) => {
      giveUp = () => reject(stuck(this.consumer, what, this.#patience));
    });
    const timer = setTimeout(giveUp, this.#patience);
    this.#waits.add(giveUp);
    try {
      await Promise.race([work(), late]);
    } finally {
      clearTimeout(timer);
      this.#waits.delete(giveUp);
    }
  }
  #lose(error) {
    if (this.lost !== void 0) return;
    this.lost = asHostError2(this.consumer, error);
    this.#queue.length = 0;
    this.#unread = 0;
    this.#busy = void 0;
    this.#setFull(false);
    this.#options.onLost(this.consumer, this.lost);
  }
  #setFull(full) {
    if (full === this.#full) return;
    this.#full = full;
    this.#options.onFull(full);
  }
};
function sizeOf(event) {
  return EVENT_MEMORY + (event.type === "output" || event.type === "file-bytes" ? event.bytes.length : 0);
}
function stuck({ name }, what, ms) {
  return new HostError("consumer-stuck", `${name} ${what} for ${ms / 1e3} s and was given up`, {
    hint: "Look at its disk, or at the program that reads it."
  });
}
function asHostError2({ name }, error) {
  if (error instanceof HostError) return error;
  const code = codeOf(error);
  const detail = code === void 0 || messageOf(error).includes(code) ? "" : ` (${code})`;
  return new HostError("consumer-failed", `${name} failed: ${messageOf(error)}${detail}`, { cause: error });
}

// src/boot/audience.ts
var Audience = class {
  #deliveries;
  #options;
  #full = 0;
  /** The verdict is being told: it is the last event. */
  #over = false;
  /** The time of the latest event, in milliseconds. */
  #time = 0;
  constructor(consumers, options) {
    this.#options = options;
    this.#deliveries = consumers.map(
      (consumer) => new Delivery(consumer, {
        patience: options.patience,
        onFull: (full) => this.#onFull(full),
        onLost: (lost, error) => this.#onLost(lost, error)
      })
    );
  }
  tell(event) {
    this.#time = event.time;
    for (const delivery of this.#deliveries) delivery.push(event);
  }
  /** The run was cancelled: nobody is waited for as long as usual. */
  hurry() {
    for (const delivery of this.#deliveries) delivery.hurry();
  }
  /**
   * Gives the verdict to all, when they have kept everything before it. The recording is first: what the others say has
   * to be true.
   * @returns the verdict as it was told: a run that is not recorded has not passed
   */
  async conclude(judged) {
    const { time } = judged;
    await Promise.all(this.#deliveries.map((delivery) => delivery.seal(time)));
    const recorded = this.#afterLosses(judged);
    const essential = this.#deliveries.filter(({ consumer }) => consumer.essential === true);
    await Promise.all(essential.map((delivery) => delivery.conclude(time, recorded)));
    const told = recorded === judged ? this.#afterLosses(judged) : recorded;
    this.#over = true;
    const others = this.#deliveries.filter((delivery) => !essential.includes(delivery));
    await Promise.all(others.map((delivery) => delivery.conclude(time, told)));
    return told;
  }
  /** Closes all. @returns why each of those that were lost was */
  async close() {
    await Promise.all(this.#deliveries.map((delivery) => delivery.close()));
    return this.#deliveries.flatMap(({ lost }) => lost ?? []);
  }
  #afterLosses(verdict) {
    const lost = this.#deliveries.find(({ consumer, lost: error }) => consumer.essential && error)?.lost;
    if (lost === void 0 || verdict.cause?.title === lost.message) return verdict;
    return spoil(verdict, { kind: "recording", title: lost.message, hint: lost.hint ?? "" });
  }
  #onFull(full) {
    this.#full += full ? 1 : -1;
    if (this.#full === (full ? 1 : 0)) this.#options.onHold(full);
  }
  #onLost(consumer, error) {
    if (!this.#over) this.tell({ type: "notice", time: this.#time, message: error.message });
    if (consumer.essential === true) this.#options.onEssentialLost(error);
  }
};

// src/boot/clock.ts
var BEAT_MS = 250;
var STOPPED_MS = 1e3;
var Clock = class {
  #read;
  #beat;
  #started;
  #seen;
  /** @param read a monotonic clock in milliseconds */
  constructor(read2 = () => performance.now()) {
    this.#read = read2;
    this.#started = read2();
    this.#seen = this.#started;
    this.#beat = setInterval(() => this.now(), BEAT_MS);
  }
  /** The guest is started now. */
  restart() {
    this.#seen = this.#read();
    this.#started = this.#seen;
  }
  now() {
    const seen = this.#read();
    const gap = seen - this.#seen;
    this.#seen = seen;
    if (gap > STOPPED_MS) this.#started += gap - BEAT_MS;
    return seen - this.#started;
  }
  stop() {
    clearInterval(this.#beat);
  }
};

// src/boot/collect.ts
var READY_MS = 5e3;
var LOOK_MS = 50;
var MOST_LEFT_OUT = 100;
var GONE = "the guest was gone";
var CANCELLED = "the run was cancelled";
async function collectFiles(machine, request, ways) {
  const { tell, time, signal } = ways;
  const notice2 = (message) => tell({ type: "notice", time, message });
  const taker = new Taker(request, (event) => tell({ ...event, time }));
  const obstacle = await ask2(machine, request, taker, signal);
  if (obstacle !== void 0) {
    notice2(`no files were collected: ${obstacle}`);
    return;
  }
  const end = await firstOf(machine, taker.collected, request.withinMs, signal);
  taker.close(end);
  const { files, bytes, leftOut } = taker;
  const rest = leftOut === 0 ? "" : `; ${leftOut} left out or cut, see files.json`;
  const early = end === void 0 ? "" : `, then ${end}`;
  notice2(`collected ${files} ${files === 1 ? "file" : "files"}, ${bytes} bytes${rest}${early}`);
}
async function ask2(machine, request, taker, signal) {
  const never = new Promise(() => void 0);
  for (let waited = 0; waited <= READY_MS; waited += LOOK_MS) {
    if (machine.collect(request, taker)) return void 0;
    const end = await firstOf(machine, never, LOOK_MS, signal);
    if (end === GONE || end === CANCELLED) return end;
  }
  return "no agent answered in the guest";
}
async function firstOf(machine, done, ms, signal) {
  if (signal?.aborted === true) return CANCELLED;
  let timer;
  let onAbort = () => void 0;
  const late = new Promise((resolve2) => {
    timer = setTimeout(() => resolve2(`the time for it was over (${ms / 1e3} s)`), ms);
    onAbort = () => resolve2(CANCELLED);
    signal?.addEventListener("abort", onAbort);
  });
  try {
    return await Promise.race([done.then(() => void 0), machine.gone.then(() => GONE), late]);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener("abort", onAbort);
  }
}
var Taker = class {
  files = 0;
  bytes = 0;
  /** Files that were left out or cut. */
  leftOut = 0;
  collected;
  #onCollected = () => void 0;
  #limits;
  #tell;
  #open = false;
  #closed = false;
  constructor(limits, tell) {
    this.#limits = limits;
    this.#tell = tell;
    this.collected = new Promise((resolve2) => {
      this.#onCollected = resolve2;
    });
  }
  onFile(path) {
    this.onFileEnd("its end is missing");
    if (this.#closed) return;
    if (this.files === this.#limits.files) this.onLeftOut(path, "EMFILE");
    else {
      this.files++;
      this.#open = true;
      this.#tell({ type: "file", path });
    }
  }
  onData(bytes) {
    if (!this.#open) return;
    const taken = bytes.subarray(0, this.#limits.bytes - this.bytes);
    this.bytes += taken.length;
    this.#tell({ type: "file-bytes", bytes: taken });
    if (taken.length < bytes.length) this.onFileEnd("EFBIG");
  }
  onFileEnd(error) {
    if (!this.#open) return;
    this.#open = false;
    if (error === void 0) this.#tell({ type: "file-end" });
    else {
      this.leftOut++;
      this.#tell({ type: "file-end", cut: this.#why(error) });
    }
  }
  onLeftOut(path, error) {
    if (this.#closed) return;
    this.leftOut++;
    if (this.leftOut <= MOST_LEFT_OUT) this.#tell({ type: "file-left-out", path, why: this.#why(error) });
  }
  onCollected() {
    this.#onCollected();
  }
  /** Nothing that comes from now on is taken. @param early why it was not waited for more */
  close(early) {
    this.onFileEnd(early ?? "its end is missing");
    this.#closed = true;
  }
  #why(error) {
    const { bytes, files } = this.#limits;
    if (error === "EFBIG") return `more than ${bytes} bytes of all files together (collect.size)`;
    if (error === "EMFILE") return `more than ${files} files (collect.files)`;
    return error === "ENOENT" ? "no such file" : error;
  }
};

// src/boot/queue.ts
var LONGEST_WAIT = 2 ** 31 - 1;
var EventQueue = class {
  #items = [];
  #wake;
  get length() {
    return this.#items.length;
  }
  push(item) {
    this.#items.push(item);
    this.#wake?.();
  }
  /** Everything that is here now. */
  takeAll() {
    return this.#items.splice(0);
  }
  /** The next item, or undefined after `waitMs` milliseconds (undefined: however long it takes). */
  async next(waitMs) {
    if (this.#items.length === 0 && (waitMs === void 0 || waitMs > 0)) {
      let timer;
      await new Promise((resolve2) => {
        this.#wake = resolve2;
        if (waitMs !== void 0) timer = setTimeout(resolve2, Math.min(Math.ceil(waitMs), LONGEST_WAIT));
      });
      clearTimeout(timer);
      this.#wake = void 0;
    }
    return this.#items.shift();
  }
};

// src/boot/inbox.ts
var TICK_MS = 10;
var EVENT_BYTES = 48;
var Inbox = class {
  /**
   * The judge's next deadline. What is read before that deadline was judged gets a time before it: the bytes may have
   * waited in the kernel while this process was busy.
   */
  deadline;
  #clock;
  #limit;
  #queue = new EventQueue();
  #closed = false;
  #last = 0;
  /** Stream and time of the event that the next bytes may belong to, and the bytes that it counts for. */
  #open;
  #total = 0;
  /** @param limit bytes that all streams together may print */
  constructor(clock, limit) {
    this.#clock = clock;
    this.#limit = limit;
  }
  /** The time of an event that happens now. It never lies before that of an earlier event. */
  stamp() {
    const now = Math.floor(this.#clock.now() / TICK_MS) * TICK_MS;
    const before = this.deadline === void 0 ? now : Math.min(now, tickBefore(this.deadline));
    this.#last = Math.max(this.#last, before);
    return this.#last;
  }
  /** The judge has fired its deadlines up to this time. */
  judgedUntil(time) {
    this.#last = Math.max(this.#last, time);
  }
  push(event) {
    if (!this.#closed) this.#queue.push(event);
  }
  output(stream, bytes) {
    if (this.#closed) return;
    const time = this.stamp();
    this.push({ type: "output", time, stream, bytes });
    const before = this.#total;
    this.#charge(stream, time, bytes.length);
    if (before <= this.#limit && this.#total > this.#limit) {
      const limit = `${this.#limit / (1024 * 1024)} MiB`;
      this.abort("output-limit", `the guest printed more than ${limit}, the scenario's output-limit`);
    }
  }
  /** Ends the run for a reason of tdx-boot's own. */
  abort(cause, message, hint = void 0) {
    this.push({ type: "abort", time: this.stamp(), cause, message, ...hint === void 0 ? {} : { hint } });
  }
  /** The machine could not be started, or the run not be recorded. */
  fail(cause, { message, hint }) {
    this.abort(cause, message, hint);
  }
  /** The next event, or undefined after `waitMs` milliseconds. */
  async next(waitMs) {
    return this.#queue.next(waitMs);
  }
  /** Reads once more what waits in the kernel, and returns all events that are here. */
  async takeAll() {
    await new Promise((resolve2) => setImmediate(resolve2));
    return this.#queue.takeAll();
  }
  /** Nothing that comes from now on counts. */
  close() {
    this.#closed = true;
    this.#queue.takeAll();
  }
  #charge(stream, time, bytes) {
    if (this.#open?.stream !== stream || this.#open.time !== time) this.#open = { stream, time, bytes: 0 };
    const before = this.#open.bytes === 0 ? 0 : Math.max(this.#open.bytes, EVENT_BYTES);
    this.#open.bytes += bytes;
    this.#total += Math.max(this.#open.bytes, EVENT_BYTES) - before;
  }
};
function tickBefore(time) {
  return (Math.ceil(time / TICK_MS) - 1) * TICK_MS;
}

// src/boot/vm.ts
import { setTimeout as setTimeout2 } from "node:timers/promises";

// src/vmm/machine.ts
import { readdirSync as readdirSync2, readFileSync as readFileSync2 } from "node:fs";

// src/process/terminal.ts
import { spawn } from "node:child_process";
import { closeSync, constants, openSync } from "node:fs";
var OPEN_MS = 1e4;
var HOLD = "stty raw -echo && tty && read -r _ <&3";
var CLOSE_MS = 2e3;
var Terminal = class _Terminal {
  /** For the standard input of the program. Close it when the program is started. */
  fd;
  /** What is written here is typed. */
  writer;
  #end;
  constructor(fd, writer, end) {
    this.fd = fd;
    this.writer = writer;
    this.#end = end;
  }
  /** @throws HostError code `script-missing` or `no-terminal` */
  static async open() {
    const [script, setpriv] = ["script", "setpriv"].map((name) => findCommand(name));
    if (script === void 0 || setpriv === void 0) {
      const hint = "Install util-linux (Fedora: util-linux-script), or use vmm: qemu.";
      throw new HostError("script-missing", "script is not installed, and text is typed with it", {
        hint,
        lasting: true
      });
    }
    const options = ["--quiet", "--flush", "--command", HOLD, "/dev/null"];
    const child = spawn(setpriv, ["--pdeathsig", "KILL", "--", script, ...options], {
      stdio: ["pipe", "pipe", "pipe", "pipe"],
      detached: true,
      env: { ...environmentFor("tool"), SHELL: "/bin/sh" }
    });
    const { pid, stdin, stdout, stderr } = child;
    const closed = new Promise((resolve2) => {
      child.once("close", () => resolve2());
      child.once("error", () => resolve2());
    });
    stdin.on("error", () => void 0);
    const forget = pid === void 0 ? () => void 0 : noteGroup(pid);
    child.once("close", forget);
    const end = async () => {
      stdin.destroy();
      child.stdio[3]?.destroy();
      const timer = setTimeout(() => pid === void 0 || killGroup(pid), CLOSE_MS);
      await closed;
      clearTimeout(timer);
    };
    try {
      const failed = new Promise((_, reject) => child.once("error", reject));
      const path = await Promise.race([nameOf(stdout, stderr), failed]);
      stdout.resume();
      stderr.resume();
      return new _Terminal(openSync(path, constants.O_RDWR | constants.O_NOCTTY), stdin, end);
    } catch (cause) {
      await end();
      throw new HostError(
        "no-terminal",
        `${script} made no terminal to type with: ${messageOf(cause, script)}`,
        {
          cause
        }
      );
    }
  }
  /** To be called when the program is started, or was not started. */
  started() {
    closeSync(this.fd);
  }
  /** Ends the terminal, for a program that is gone. Nothing of the terminal is left when the promise settles. */
  close() {
    return this.#end();
  }
};
function nameOf(stdout, stderr) {
  return new Promise((resolve2, reject) => {
    let said = "";
    const timer = setTimeout(() => reject(new Error(`no answer within ${OPEN_MS / 1e3} s`)), OPEN_MS);
    const settle = (act) => {
      clearTimeout(timer);
      act();
    };
    const read2 = (chunk) => {
      said += chunk.toString("latin1");
      const [, path] = /(?:^|\n)(\/dev\/pts\/\d+)\r?\n/.exec(said) ?? [];
      if (path !== void 0) settle(() => resolve2(path));
    };
    stdout.on("data", read2);
    stderr.on("data", read2);
    stdout.once(
      "close",
      () => settle(() => reject(new Error(said.trim().slice(0, 200) || "it said nothing")))
    );
  });
}

// src/vmm/fifo.ts
import { closeSync as closeSync2, constants as constants2, openSync as openSync2 } from "node:fs";
import { Socket } from "node:net";
var MAKE_MS = 1e4;
async function makeFifos(paths) {
  if (paths.length === 0) return;
  const pipes = paths.flatMap((path) => [`${path}.in`, `${path}.out`]);
  const options = { kind: "tool", deadlineMs: MAKE_MS };
  const { code, stderr } = await ask(["mkfifo", "-m", "600", "--", ...pipes], options);
  if (code !== 0) throw new HostError("vmm-not-started", `no named pipes for the VMM: ${stderr.trim()}`);
}
var Fifo = class {
  /** What the VMM writes into `<path>.out`. */
  reader;
  /** What the VMM reads from `<path>.in`. */
  writer;
  #keeper;
  /** @param path one for which `makeFifos` has made the pipes; the VMM opens them by this path */
  constructor(path) {
    const out = openSync2(`${path}.out`, constants2.O_RDONLY | constants2.O_NONBLOCK);
    this.#keeper = openSync2(`${path}.out`, constants2.O_WRONLY);
    const input = openSync2(`${path}.in`, constants2.O_RDWR | constants2.O_NONBLOCK);
    this.reader = new Socket({ fd: out, readable: true, writable: false });
    this.writer = new Socket({ fd: input, readable: false, writable: true });
  }
  /** To be called when the VMM is gone: the reader ends after the last byte. */
  release() {
    if (this.#keeper !== void 0) closeSync2(this.#keeper);
    this.#keeper = void 0;
    this.writer.destroy();
  }
  /** To be called when no VMM was started. */
  discard() {
    this.release();
    this.reader.destroy();
  }
};

// src/vmm/servers.ts
import { existsSync, readdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
var READY_MS2 = 1e4;
var END_MS = 1e3;
var READY = "Waiting for vhost-user socket connection";
var MOST_SHOWN = 1e3;
var Servers = class _Servers {
  #servers = [];
  #ended = false;
  /**
   * Starts them, one after the other, each until it can be connected to.
   * @param onLost told of a server that ends by itself with an error: what it serves hangs in the guest from then on
   * @throws HostError code `server-not-started`
   */
  static async start(plans, workDir, onLost) {
    const servers = new _Servers();
    try {
      for (const plan of plans) {
        if (plan.leaves !== void 0) sweep(dirname(plan.leaves), workDir);
        const server = new Server(plan, workDir);
        servers.#servers.push(server);
        await server.ready();
        void server.gone.then(() => {
          if (!servers.#ended && server.failed) onLost(server.described);
        });
      }
    } catch (error) {
      servers.kill();
      throw error;
    }
    return servers;
  }
  /** When the VMM is gone: waits until all of them are, too. */
  async end() {
    this.#ended = true;
    await Promise.all(this.#servers.map((server) => server.end()));
  }
  kill() {
    this.#ended = true;
    for (const server of this.#servers) server.kill();
  }
};
function sweep(directory, workDir) {
  const parent = dirname(workDir);
  const ours = `${parent.replaceAll("/", ".")}.tdx-boot-`;
  for (const name of existsSync(directory) ? readdirSync(directory) : []) {
    if (!name.startsWith(ours)) continue;
    const [run2 = ""] = name.slice(parent.length + 1).split(".");
    if (!existsSync(join(parent, run2))) rmSync(join(directory, name), { force: true });
  }
}
var Server = class {
  gone;
  #plan;
  #child;
  #shown;
  #said = "";
  #error;
  constructor(plan, workDir) {
    this.#plan = plan;
    const child = startServer(plan.command, plan.args, workDir);
    this.#child = child;
    const forget = child.pid === void 0 ? void 0 : noteGroup(child.pid);
    this.#shown = new Promise((resolve2) => {
      child.stderr?.setEncoding("utf8").on("data", (text) => {
        this.#said = `${this.#said}${text}`.slice(-MOST_SHOWN);
        if (this.#said.includes(READY)) resolve2();
      });
    });
    this.gone = new Promise((resolve2) => {
      child.once("error", (error) => {
        this.#error = messageOf(error);
        resolve2();
      });
      child.once("close", () => {
        forget?.();
        if (plan.leaves !== void 0) rmSync(plan.leaves, { force: true });
        resolve2();
      });
    });
  }
  get failed() {
    return this.#error !== void 0 || this.#child.exitCode !== 0;
  }
  get described() {
    const { exitCode, signalCode } = this.#child;
    const end = this.#error ?? describeEnd(exitCode ?? signalCode ?? "SIGKILL");
    return `${this.#plan.command}, which serves ${this.#plan.serves}, ended: ${[end, this.#said.trim()].filter(Boolean).join(": ")}`;
  }
  async ready() {
    const ended = this.gone.then(() => this.described);
    const { command, serves } = this.#plan;
    const late = `${command}, which serves ${serves}, was not ready within ${READY_MS2 / 1e3} s`;
    const why = await within(READY_MS2, Promise.race([this.#shown, ended]), late);
    if (why === void 0) return;
    throw new HostError("server-not-started", why, {
      hint: "Check that this user may read the directory, or share it by 9p (type: 9p)."
    });
  }
  /** The VMM has closed its connection, and a server ends then. One that does not is killed. */
  async end() {
    const late = await within(END_MS, this.gone, "late");
    if (late !== void 0) this.kill();
    await this.gone;
  }
  kill() {
    const { pid, exitCode, signalCode } = this.#child;
    if (pid !== void 0 && exitCode === null && signalCode === null) killGroup(pid);
  }
};
async function within(ms, awaited, late) {
  let timer;
  const deadline = new Promise((resolve2) => {
    timer = setTimeout(() => resolve2(late), ms);
  });
  try {
    return await Promise.race([awaited, deadline]);
  } finally {
    clearTimeout(timer);
  }
}

// src/vmm/machine.ts
var SHUTDOWN_DEADLINE_MS = 2e3;
var KILL_DEADLINE_MS = 1e4;
var Machine = class _Machine {
  pid;
  #child;
  #writers;
  #readables;
  /** Resolves when the process is gone and every stream has been read to its end. */
  gone;
  #apiSocket;
  #agent;
  #control;
  #ended = false;
  /**
   * Starts the VMM in a new process group, without a terminal and without our output streams.
   * @throws HostError code `vmm-missing`, `setpriv-missing`, `vmm-not-started`, those of {@link Servers.start}, and those of {@link Terminal.open}
   */
  static async start(backend, plan, callbacks, { workDir, held = [], setup }) {
    const path = findCommand(plan.command);
    if (path === void 0) {
      throw new HostError("vmm-missing", `${plan.command} is not installed`, {
        hint: backend.installHint,
        lasting: true
      });
    }
    await makeFifos([...plan.fifos.values()]);
    const fifos = new Map([...plan.fifos].map(([channel, prefix]) => [channel, new Fifo(prefix)]));
    const closeFifos = () => {
      for (const fifo of fifos.values()) fifo.discard();
    };
    const terminal = await openTerminal(plan).catch((error) => {
      closeFifos();
      throw error;
    });
    let servers;
    const discard = () => {
      closeFifos();
      servers?.kill();
      void terminal?.close();
    };
    const lost = (detail) => callbacks.onState("broken", detail);
    servers = await Servers.start(plan.servers ?? [], workDir, lost).catch((error) => {
      discard();
      throw error;
    });
    const child = startOr(
      discard,
      () => startVmm(path, plan.args, { workDir, stdin: terminal?.fd, channels: plan.fds.keys(), held })
    );
    terminal?.started();
    const failure = new Promise((_, reject) => {
      child.once("error", (cause) => {
        discard();
        const hint = "Check that the command can be run by this user.";
        reject(
          new HostError("vmm-not-started", `${path} could not be started: ${messageOf(cause, path)}`, {
            hint,
            cause
          })
        );
      });
    });
    const started = new Promise((resolve2) => {
      child.once("spawn", () => resolve2(child.pid ?? 0));
    });
    const pid = await Promise.race([started, failure]);
    return new _Machine(child, pid, backend, plan, { fifos, terminal, servers }, callbacks, setup);
  }
  constructor(child, pid, backend, plan, { fifos, terminal, servers }, callbacks, setup) {
    this.pid = pid;
    this.#child = child;
    this.#apiSocket = plan.apiSocket;
    const stdio = child.stdio;
    const pipe = (fd) => {
      const stream = stdio[fd];
      if (stream === void 0) throw new HostError("vmm-not-started", `descriptor ${fd} was not opened`);
      return stream;
    };
    const channels = new Map(fifos);
    for (const [fd, channel] of plan.fds) channels.set(channel, { reader: pipe(fd), writer: pipe(fd) });
    const streams = [
      ["vmm", pipe(2)],
      [plan.stdout, pipe(1)]
    ];
    for (const [channel, { reader, writer }] of channels) {
      for (const stream of [reader, writer]) stream.on("error", () => void 0);
      if (channel !== "control" && channel !== "agent") streams.push([channel, reader]);
    }
    for (const [name, stream] of streams)
      stream.on("data", (bytes) => callbacks.onOutput(name, bytes));
    const control = channels.get("control");
    if (control !== void 0) {
      const onState = (state, detail) => {
        callbacks.onState(state, detail);
        if (state === "reset" && backend.reboots) killGroup(pid);
      };
      const reader = backend.control((bytes) => control.writer.write(bytes), onState);
      control.reader.on("data", (bytes) => reader.push(bytes));
      this.#control = reader;
    }
    const agent = channels.get("agent");
    if (agent !== void 0 && callbacks.agent !== void 0) {
      const { onOutput } = callbacks;
      const port = new AgentPort(
        (bytes) => agent.writer.write(bytes),
        { ...callbacks.agent, onOutput },
        setup
      );
      agent.reader.on("data", (bytes) => port.push(bytes));
      this.#agent = port;
    }
    const { typed } = plan;
    this.#writers = typed === void 0 ? new Map([...channels].map(([channel, { writer }]) => [channel, writer])) : new Map(terminal === void 0 || typed === "none" ? [] : [[typed, terminal.writer]]);
    this.#readables = [
      ...streams.map(([, stream]) => stream),
      ...[control, agent].flatMap((channel) => channel?.reader ?? [])
    ];
    child.once("exit", () => {
      this.#ended = true;
      for (const fifo of fifos.values()) fifo.release();
    });
    const drained = [...fifos.values()].map(
      ({ reader }) => new Promise((resolve2) => reader.once("close", resolve2))
    );
    const forget = noteGroup(pid);
    this.gone = new Promise((resolve2) => {
      child.once("close", async (code, signal) => {
        await Promise.all([...drained, terminal?.close(), servers.end()]);
        forget();
        resolve2();
        const end = code === null ? void 0 : plan.ends?.get(code);
        if (end !== void 0) callbacks.onState(end.state, end.detail);
        callbacks.onExit(code, signal);
      });
    });
  }
  /** Whether the VMM's process has not ended. */
  get running() {
    return this.#child.exitCode === null && this.#child.signalCode === null;
  }
  /**
   * Types into the guest.
   * @returns false where nothing can be typed on this stream
   */
  write(stream, bytes) {
    const writer = this.#writers.get(stream);
    writer?.write(bytes);
    return writer !== void 0;
  }
  /**
   * Asks the VMM where the CPUs are, and the guest's kernel for the traces of all CPUs: a break and `l` on the serial port
   * are SysRq-L (Linux Documentation/admin-guide/sysrq.rst). What the kernel prints comes as output.
   * @param waitMs how long the answer may take
   * @returns a line for each CPU; none where nobody answers
   */
  async ask(waitMs) {
    if (this.#control?.ask === void 0 || this.#child.exitCode !== null) return [];
    const control = this.#control;
    return new Promise((resolve2) => {
      const timer = setTimeout(() => resolve2([]), waitMs);
      control.ask?.((cpus) => {
        clearTimeout(timer);
        this.write("serial", Buffer.from("l"));
        resolve2(cpus);
      });
    });
  }
  /** Has the agent run a command. It was said to be ready. */
  run(stream, command) {
    this.#agent?.run(stream, command);
  }
  /**
   * Asks the agent for files.
   * @returns false when no agent is ready
   */
  collect(request, callbacks) {
    if (this.#ended || this.#agent?.ready !== true) return false;
    this.#agent.collect(request, callbacks);
    return true;
  }
  /**
   * Sends the guest a non-maskable interrupt, which reaches a kernel that has interrupts off. Linux goes on with two lines
   * on its console, or panics with a trace where its command line has `unknown_nmi_panic`.
   * @returns false where the VMM cannot
   */
  interrupt() {
    if (this.#control?.interrupt === void 0 || !this.running) return false;
    this.#control.interrupt();
    return true;
  }
  /** Stops reading: the VMM fills its sockets and then waits, so our memory does not grow. */
  pause() {
    for (const stream of this.#readables) stream.pause();
  }
  resume() {
    for (const stream of this.#readables) stream.resume();
  }
  /**
   * CPU time that the VMM has asked for so far, in milliseconds: used, or waited for on a loaded host. Undefined when the
   * VMM is gone, or the host's kernel does not count this time (CONFIG_SCHED_INFO).
   */
  cpuDemand() {
    try {
      const tasks = readdirSync2(`/proc/${this.pid}/task`).map(
        (task) => readFileSync2(`/proc/${this.pid}/task/${task}/schedstat`, "utf8").split(" ").map(Number)
      );
      return tasks.reduce((sum, [ran = 0, waited = 0]) => sum + ran + waited, 0) / 1e6;
    } catch {
      return void 0;
    }
  }
  /**
   * Asks the VMM to end where it has a socket for that, then kills the process group, and waits until the group is gone.
   * The guest's disks are overlays or copies, so nothing is lost.
   * @throws HostError code `vmm-lingers` when the VMM does not die
   */
  async stop() {
    if (await this.#endsWhenAsked()) return;
    killGroup(this.pid);
    this.resume();
    if (await this.#goneWithin(KILL_DEADLINE_MS)) return;
    const waited = `${KILL_DEADLINE_MS / 1e3} s after SIGKILL`;
    throw new HostError(
      "vmm-lingers",
      `process ${this.pid} (${this.#child.spawnfile}) is still there ${waited}`
    );
  }
  /**
   * A VMM that does not answer gets no SIGTERM, because the same loop would read it. A VMM that ends by itself still prints
   * what its standard output holds.
   */
  async #endsWhenAsked() {
    if (this.#apiSocket === void 0 || !this.running) return false;
    this.resume();
    return Promise.race([this.#goneWithin(SHUTDOWN_DEADLINE_MS), refusal(this.#apiSocket)]);
  }
  async #goneWithin(ms) {
    let timer;
    const late = new Promise((resolve2) => {
      timer = setTimeout(() => resolve2(false), ms);
    });
    try {
      return await Promise.race([this.gone.then(() => true), late]);
    } finally {
      clearTimeout(timer);
    }
  }
};
async function refusal(socketPath) {
  const { request } = await import("node:http");
  return new Promise((resolve2) => {
    const asked2 = request({ socketPath, method: "PUT", path: "/api/v1/vmm.shutdown", agent: false });
    asked2.on("error", () => resolve2(false));
    asked2.on("response", (response) => response.on("error", () => resolve2(false)).resume());
    asked2.end();
  });
}
function openTerminal({ typed }) {
  return typed === void 0 || typed === "none" ? Promise.resolve(void 0) : Terminal.open();
}
function startOr(discard, start) {
  try {
    return start();
  } catch (error) {
    discard();
    throw error;
  }
}

// src/boot/vm.ts
var SAMPLE_MS = 1e3;
var ANSWER_MS = 1e3;
var TRACE_MS = 700;
var NMI_MS = 2e3;
var Vm = class {
  #inbox;
  #hand;
  /** When the guest printed last, as performance.now(). */
  #spokeAt = performance.now();
  /** Reads what the guest prints while it is asked. */
  #heard;
  #machine;
  /** Nobody can look into the guest. */
  #hidden = false;
  #slot;
  /** Since when the guest has to wait for us, as performance.now(). */
  #heldSince;
  /** The reading before, both in milliseconds. */
  #sampled;
  /** @param slot given back when the machine is gone, or was never started */
  constructor(inbox, slot, hand) {
    this.#inbox = inbox;
    this.#hand = hand;
    this.#slot = slot;
  }
  /**
   * Starts the machine.
   * @throws HostError when this host cannot
   */
  async start({
    backend,
    plan,
    workDir,
    slot,
    setup,
    silenceExpected,
    bootTime,
    predictions,
    booted,
    rules: { platform }
  }) {
    const inbox = this.#inbox;
    this.#hidden = platform === "tdx";
    this.#machine = await Machine.start(
      backend,
      plan,
      {
        onOutput: (stream, bytes) => {
          if (isGuestStream(stream)) this.#spokeAt = performance.now();
          this.#heard?.push(bytes);
          this.#hand?.show(stream, bytes);
          inbox.output(stream, bytes);
        },
        onState: (state, detail) => inbox.push({ type: "vm", time: inbox.stamp(), state, detail }),
        agent: {
          onReady: (detail) => inbox.push({ type: "agent", time: inbox.stamp(), state: "ready", detail }),
          onBroken: (detail) => inbox.push({ type: "agent", time: inbox.stamp(), state: "broken", detail }),
          onEnd: (stream, how, value) => inbox.push({ type: "command", time: inbox.stamp(), stream, how, value })
        },
        onExit: (code, signal) => inbox.push({ type: "exit", time: inbox.stamp(), code, signal })
      },
      { workDir, held: slot?.fds ?? [], setup }
    );
    this.#hand?.attach((stream, bytes) => inbox.push(this.#type(stream, bytes)));
    const { pid } = this.#machine;
    return {
      ...{ type: "launch", time: 0, argv: [plan.command, ...plan.args], pid },
      ...platform === void 0 ? {} : { platform },
      ...booted === void 0 ? {} : { booted },
      ...silenceExpected === void 0 ? {} : { silenceExpected },
      ...bootTime === void 0 ? {} : { bootTime },
      ...predictions === void 0 || Object.keys(predictions).length === 0 ? {} : { predictions }
    };
  }
  /**
   * Types what a step sends. Text that nobody can get ends the run, because it must not be lost without a word.
   * @returns what is to be told of it
   */
  send({ stream, text }) {
    const bytes = Buffer.from(text);
    if (this.#machine?.write(stream, bytes) !== false) return [this.#typed(stream, bytes)];
    const detail = `nothing can be typed on ${stream}: Cloud Hypervisor takes input on one stream, and was started for the other; name the stream in each send step (stream: ${stream})`;
    this.#inbox.push({ type: "vm", time: this.#inbox.stamp(), state: "broken", detail });
    return [];
  }
  /** Whether there is a guest that can be kept. */
  get running() {
    return this.#machine?.running === true;
  }
  /** Resolves when the VMM's process is gone; at once where none was started. */
  async gone() {
    await this.#machine?.gone;
  }
  #type(stream, bytes) {
    this.#machine?.write(stream, bytes);
    return this.#typed(stream, bytes);
  }
  #typed(stream, bytes) {
    return { type: "input", time: this.#inbox.stamp(), stream, bytes };
  }
  run({ stream, command }) {
    this.#machine?.run(stream, command);
  }
  /** The machine that was started and is not stopped yet. */
  get machine() {
    return this.#machine;
  }
  /** For how many milliseconds the guest has printed nothing. */
  get quietMs() {
    return performance.now() - this.#spokeAt;
  }
  /**
   * What a machine that hangs says of itself. A Trust Domain of TDX hardware is not asked: its registers are hidden, and QEMU
   * sends it no NMI, because its APIC looks to QEMU as after a reset, with LINT1 masked (target/i386/kvm/tdx.c
   * tdx_kvm_init, hw/i386/kvm/apic.c do_inject_external_nmi).
   */
  async ask() {
    const lines = [];
    const machine = this.#machine;
    if (machine === void 0 || this.#hidden) return { cpus: [], lines };
    let begins = () => void 0;
    const begun = new Promise((resolve2) => {
      begins = resolve2;
    });
    this.#heard = lineReader((text) => {
      lines.push(text);
      if (isTrace(text)) begins();
    });
    const trace = (longestMs) => Promise.race([begun.then(() => setTimeout2(TRACE_MS)), setTimeout2(longestMs), machine.gone]);
    const cpus = await machine.ask(ANSWER_MS);
    if (cpus.length > 0) await trace(TRACE_MS);
    const interrupted = cpus.length > 0 && !lines.some(isTrace) && machine.interrupt();
    if (interrupted) await trace(NMI_MS);
    this.#heard = void 0;
    return { cpus, lines, interrupted };
  }
  /** Reads no more of the machine, so that the VMM waits for us; or goes on. */
  hold(hold) {
    if (hold) {
      this.#heldSince = performance.now();
      this.#machine?.pause();
    } else {
      this.countHold();
      this.#heldSince = void 0;
      this.#machine?.resume();
    }
  }
  /** Tells the judge how long the guest has waited by now. */
  countHold() {
    if (this.#heldSince === void 0) return;
    const now = performance.now();
    this.#inbox.push({ type: "held", time: this.#inbox.stamp(), ms: Math.round(now - this.#heldSince) });
    this.#heldSince = now;
  }
  /** Nothing has happened: is the VMM busy? Undefined too soon after the last reading, and for the first in a silence. */
  sample() {
    const time = this.#inbox.stamp();
    const before = this.#sampled;
    if (before !== void 0 && time - before.time < SAMPLE_MS) return void 0;
    const cpu = this.#machine?.cpuDemand();
    if (cpu === void 0) return void 0;
    this.#sampled = { time, cpu };
    if (before === void 0 || time - before.time > 2 * SAMPLE_MS || cpu < before.cpu) return void 0;
    return { type: "cpu", time, busy: Math.round(100 * (cpu - before.cpu) / (time - before.time)) / 100 };
  }
  /**
   * Stops the machine and gives back its slot. While the VMM is not gone, the slot stays taken.
   * @throws HostError code `vmm-lingers`
   */
  async stop() {
    const machine = this.#machine;
    this.#machine = void 0;
    await machine?.stop();
    this.#slot?.release();
    this.#slot = void 0;
  }
};

// src/boot/boot.ts
async function boot(run2, options) {
  const { signal, consumers, hand, patience = PATIENCE } = options;
  const clock = new Clock();
  const inbox = new Inbox(clock, "refused" in run2 ? 0 : run2.outputLimit);
  const vm = new Vm(inbox, "refused" in run2 ? void 0 : run2.slot, hand);
  const audience = new Audience(consumers, {
    patience,
    onHold: (hold) => vm.hold(hold),
    onEssentialLost: (error) => inbox.fail("not-recorded", error)
  });
  let refused;
  const refuse = (error) => {
    refused = error;
    inbox.fail("not-started", error);
  };
  const cancel = () => {
    audience.hurry();
    inbox.abort("cancelled", String(signal?.reason ?? "cancelled"));
  };
  signal?.addEventListener("abort", cancel);
  if (signal?.aborted === true) cancel();
  const over = new AbortController();
  const ended = signal === void 0 ? over.signal : AbortSignal.any([signal, over.signal]);
  try {
    const parts = { ...options, clock, inbox, vm, audience, refuse, ended };
    const { judged, digests } = await judgeRun(run2, parts);
    inbox.close();
    await collect(run2, judged, { vm, audience }, signal);
    await kept(vm, judged, { hand, signal });
    const told = await stopped(vm, await asked(vm, judged));
    if (digests !== void 0) audience.tell({ type: "digests", time: told.time, sha256: await digests });
    const verdict = await audience.conclude(await decodedVerdict(told, options.vmlinux));
    const lost = await audience.close();
    return refused === void 0 ? { verdict, lost } : { verdict, lost, refused };
  } finally {
    signal?.removeEventListener("abort", cancel);
    over.abort();
    await vm.stop();
    await audience.close();
    clock.stop();
  }
}
async function judgeRun(run2, parts) {
  const { clock, inbox, vm, audience, ended } = parts;
  const launched = await launch(run2, parts);
  const digests = "refused" in run2 || launched.length === 0 ? void 0 : run2.digest?.(ended);
  const judge = new Judge(run2.rules);
  const tell = (news) => {
    for (const event of news) {
      if (event.type !== "verdict") audience.tell(event);
      if (event.type === "send") tell(vm.send(event));
      if (event.type === "run") vm.run(event);
    }
  };
  const take = (events) => {
    for (const event of events) if (judge.verdict === void 0) tell([event, ...judge.push(event)]);
  };
  tell([...launched, ...judge.start()]);
  for (const event of launched) tell(judge.push(event));
  while (judge.verdict === void 0) {
    const deadline = judge.nextDeadline() ?? Number.POSITIVE_INFINITY;
    inbox.deadline = deadline;
    const wait = deadline - clock.now();
    if (wait > 0) {
      const event = await inbox.next(Math.min(wait, SAMPLE_MS)) ?? vm.sample();
      if (event !== void 0) take([event]);
      continue;
    }
    vm.countHold();
    take(await inbox.takeAll());
    if (judge.verdict !== void 0) break;
    const now = clock.now();
    inbox.judgedUntil(now);
    tell(judge.advance(now));
  }
  return { judged: judge.verdict, digests };
}
async function collect(run2, { time }, { vm, audience }, signal) {
  const { machine } = vm;
  if ("refused" in run2 || run2.collect === void 0 || machine === void 0) return;
  await collectFiles(machine, run2.collect, { tell: (event) => audience.tell(event), time, signal });
}
async function launch(run2, { vm, clock, signal, refuse }) {
  if (signal?.aborted === true) return [];
  try {
    if ("refused" in run2) throw run2.refused;
    clock.restart();
    return [await vm.start(run2)];
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
    refuse(error);
    return [];
  }
}
async function kept(vm, verdict, { hand, signal }) {
  if (signal?.aborted === true || !vm.running) return;
  let cancelled = () => void 0;
  const cancel = new Promise((resolve2) => {
    cancelled = resolve2;
  });
  signal?.addEventListener("abort", cancelled);
  try {
    const wanted = hand?.keep(verdict);
    if (wanted !== void 0) await Promise.race([wanted, vm.gone(), cancel]);
  } finally {
    signal?.removeEventListener("abort", cancelled);
  }
}
async function stopped(vm, verdict) {
  try {
    await vm.stop();
    return verdict;
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
    return spoil(verdict, { kind: "vmm", title: error.message, hint: error.hint ?? "" });
  }
}

// src/boot/run.ts
async function run(loaded, entry, host = thisHost) {
  const bootable = toBoot(loaded);
  for (const message of requireSound(bootable)) entry.warn(message);
  return session((during) => runIn(during, bootable, entry.begin(bootable, during), host));
}
async function runIn({ signal: cancel, workDir }, loaded, listener, host = thisHost) {
  const prepared = await listener.build((options) => {
    const notice2 = (text) => options.listener({ type: "notice", text });
    const builds = storeBuilds(options);
    return prepare(loaded, {
      host,
      builds,
      slots: slotsDirectory,
      notice: notice2,
      cancel,
      workDir,
      gdb: listener.gdb,
      typed: listener.hand?.stream
    });
  });
  const { consumers, hand } = listener;
  const { vmlinux } = loaded.scenario.guest;
  return boot(prepared, { signal: cancel, consumers, vmlinux, ...hand === void 0 ? {} : { hand } });
}

// src/suite/suite.ts
import { join as join2 } from "node:path";

// src/suite/schedule.ts
async function schedule(tasks, room, stopped2 = () => false) {
  const results = new Array(tasks.length).fill(void 0);
  const waiting = new Map(tasks.map((task, index) => [index, task]));
  const running = /* @__PURE__ */ new Map();
  const told = /* @__PURE__ */ new Map();
  const failures = [];
  for (; ; ) {
    for (const [index, task] of waiting) {
      if (stopped2() || failures.length > 0) {
        waiting.clear();
        break;
      }
      const reason = whyWait(
        task,
        [...running.values()].map(({ task: other }) => other),
        room
      );
      if (reason === void 0) {
        waiting.delete(index);
        const ended = task.run().then(
          (result) => {
            results[index] = result;
          },
          (error) => {
            failures.push(error);
          }
        );
        running.set(index, { task, ended: ended.finally(() => running.delete(index)) });
      } else if (told.get(index) !== reason) {
        told.set(index, reason);
        task.onWait?.(reason);
      }
    }
    if (running.size === 0) break;
    await Promise.race([...running.values()].map(({ ended }) => ended));
  }
  if (failures.length > 0) throw failures[0];
  return results;
}
function whyWait(wanted, running, room) {
  if (running.length === 0) return void 0;
  if (running.length >= room.jobs) return `${running.length} of ${room.jobs} guests at a time are running`;
  const cpus = running.reduce((sum, each) => sum + each.cpus, 0);
  if (cpus + wanted.cpus > room.cpus) {
    return `${cpus} of the host's ${room.cpus} CPUs have a guest, and ${wanted.cpus} are needed`;
  }
  const memory = running.reduce((sum, each) => sum + each.memory, 0);
  if (memory + wanted.memory > room.memory) {
    return `${mib(memory)} of the host's free ${mib(room.memory)} are promised to guests, and ${mib(wanted.memory)} are needed`;
  }
  return void 0;
}

// src/suite/suite.ts
async function runSuite(entries, options, listener, session2, boot2 = runIn) {
  const stop = new AbortController();
  const signal = AbortSignal.any([session2.signal, stop.signal]);
  const tasks = entries.map((entry, index) => ({
    cpus: entry.loaded.scenario.guest.cpus,
    memory: entry.loaded.scenario.guest.memory,
    onWait: (reason) => listener.waits(entry, reason),
    run: async () => {
      const workDir = join2(session2.workDir, String(index + 1));
      const { retry } = options;
      const result = await runEntry(entry, { retry, listener, boot: boot2 }, { signal, workDir });
      await listener.ended(result);
      if (options.failFast && result.verdict !== "passed") {
        stop.abort(`the suite was ended by "${entry.name}", which is not passed (fail-fast)`);
      }
      return result;
    }
  }));
  const results = await schedule(tasks, options.room, () => signal.aborted);
  return entries.map(
    ({ name, file }, index) => results[index] ?? { name, file, verdict: "not-run", flaky: false, attempts: [] }
  );
}
async function runEntry(entry, { retry, listener, boot: boot2 }, session2) {
  const { name, file } = entry;
  const attempts = [];
  for (; ; ) {
    const workDir = join2(session2.workDir, String(attempts.length + 1));
    const attempt = await tryOnce(entry, attempts.length + 1, listener, boot2, { ...session2, workDir });
    attempts.push(attempt);
    const { verdict, lasting } = attempt;
    const bad = verdict === "errored" ? !lasting : verdict === "failed" && retry.after === "failed";
    if (bad && attempts.length <= retry.times && !session2.signal.aborted) continue;
    return { name, file, verdict, flaky: verdict === "passed" && attempts.length > 1, attempts };
  }
}
async function tryOnce(entry, number2, listener, boot2, session2) {
  let directory;
  try {
    makeDirectories(session2.workDir, 448);
    const run2 = listener.begin(entry, number2, session2);
    directory = run2.directory;
    const outcome = await boot2(session2, entry.loaded, run2);
    const lasting = outcome.refused?.lasting === true;
    return { ...standing(outcome), time: outcome.verdict.time, directory, lasting };
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
    return { verdict: "errored", reason: error.message, time: 0, directory, lasting: error.lasting };
  } finally {
    removeWorkDir(session2.workDir);
  }
}
function standing({ verdict, lost }) {
  const [first] = lost;
  if (verdict.verdict === "passed" && first !== void 0)
    return { verdict: "errored", reason: first.message };
  return { verdict: verdict.verdict, reason: verdict.reason };
}
function verdictOf(results, strict = false) {
  if (results.some(({ verdict, flaky }) => verdict === "failed" || strict && flaky)) return "failed";
  return results.length > 0 && results.every(({ verdict }) => verdict === "passed") ? "passed" : "errored";
}

// src/report/suite-result.ts
import { relative, resolve } from "node:path";
var SUITE_FILE = "suite.json";
var VERDICTS = ["passed", "failed", "errored"];
var suiteResultSchema = strictObject({
  version: literal(1),
  suite: string(),
  verdict: _enum(VERDICTS).describe(
    "failed beats errored, errored beats passed; what was not run is no pass, and with --strict no flaky one"
  ),
  complete: boolean().describe("false: the suite goes on, or was killed"),
  scenarios: array(
    strictObject({
      name: string(),
      file: string(),
      verdict: _enum([...VERDICTS, "not-run"]).describe("Of the last attempt"),
      flaky: boolean().describe("Passed after an attempt that did not"),
      attempts: array(
        strictObject({
          verdict: _enum(VERDICTS),
          reason: string(),
          time: number().describe("Milliseconds from the start of the VMM to the verdict"),
          results: string().nullable().describe("Directory of its recording, relative to this file; null: none could be made")
        })
      )
    })
  )
}).describe("The result of one tdx-boot suite");
function makeSuiteResult(suite, results, {
  directory,
  complete,
  strict = false
}) {
  return {
    version: 1,
    suite,
    verdict: verdictOf(results, strict),
    complete,
    scenarios: results.map((result) => scenarioOf(directory, result))
  };
}
function scenarioOf(directory, { name, file, verdict, flaky, attempts }) {
  return {
    name,
    file,
    verdict,
    flaky,
    attempts: attempts.map((attempt) => ({
      verdict: attempt.verdict,
      reason: attempt.reason,
      time: attempt.time,
      results: attempt.directory === void 0 ? null : relative(directory, attempt.directory)
    }))
  };
}
var SuiteRecord = class {
  directory;
  #suite;
  #strict;
  #results;
  /** Writes one after the other. */
  #written = Promise.resolve();
  #failure;
  /** @param strict a flaky entry fails the suite */
  constructor(directory, suite, entries, strict = false) {
    this.directory = directory;
    this.#suite = suite;
    this.#strict = strict;
    this.#results = entries.map(({ name, file }) => ({
      name,
      file,
      verdict: "not-run",
      flaky: false,
      attempts: []
    }));
  }
  /** What is known now, in the order of the suite. */
  get results() {
    return this.#results;
  }
  /** Writes that nothing has ended yet. */
  start() {
    return this.#write(false);
  }
  /** Resolves when that is tried; {@link close} says whether the last try was in vain. */
  ended(result) {
    const index = this.#results.findIndex(({ name }) => name === result.name);
    this.#results[index] = result;
    return this.#write(false);
  }
  /** The last state, and why the file lacks some of it; undefined: it is whole. A suite whose file is not whole has not passed. */
  async close() {
    await this.#write(true);
    const unwritten = this.#failure === void 0 ? void 0 : `${resolve(this.directory, SUITE_FILE)} is not up to date: ${messageOf(this.#failure)}`;
    const whole = this.#made(true);
    const lost = unwritten !== void 0 && whole.verdict === "passed";
    return { whole: lost ? { ...whole, verdict: "errored" } : whole, unwritten };
  }
  #made(complete) {
    const { directory } = this;
    return makeSuiteResult(this.#suite, this.#results, { directory, complete, strict: this.#strict });
  }
  #write(complete) {
    const text = `${JSON.stringify(this.#made(complete), null, 2)}
`;
    this.#written = this.#written.then(() => writeWhole(resolve(this.directory, SUITE_FILE), text)).then(
      () => {
        this.#failure = void 0;
      },
      (error) => {
        this.#failure = error;
      }
    );
    return this.#written;
  }
};

// src/report/results.ts
import { existsSync as existsSync2, readdirSync as readdirSync3, readFileSync as readFileSync3, statSync as statSync2 } from "node:fs";
import { join as join3, relative as relative2 } from "node:path";
var DEPTH = 3;
async function readRuns(paths) {
  return [...(await readAll(paths)).runs];
}
async function readAll(paths) {
  const runs = [];
  const unrecorded = [];
  for (const path of paths) {
    const suite = readSuite(path);
    if (suite === void 0) {
      for (const directory of findRecordings([path])) runs.push(await readResult(directory));
    }
    for (const scenario of suite?.scenarios ?? []) {
      const run2 = await readEntry(path, scenario);
      if ("result" in run2) runs.push(run2);
      else unrecorded.push(run2);
    }
  }
  return { runs, unrecorded };
}
async function readEntry(path, { name, verdict, attempts }) {
  const recorded = [];
  for (const { results } of attempts) {
    recorded.push(results === null ? void 0 : await readResult(requireBelow(path, results)));
  }
  const reason = attempts.at(-1)?.reason ?? "";
  const last = recorded.at(-1);
  if (last === void 0 || verdict === "not-run") {
    return { name, verdict: verdict === "passed" ? "errored" : verdict, reason };
  }
  const earlier = recorded.slice(0, -1).flatMap((run2) => run2 === void 0 ? [] : [run2.result]);
  const result = last.result.verdict === verdict ? last.result : { ...last.result, verdict, reason };
  return { ...last, result, earlier };
}
function readSuite(directory) {
  const file = join3(directory, SUITE_FILE);
  if (!existsSync2(file)) return void 0;
  try {
    return suiteResultSchema.parse(JSON.parse(readFileSync3(file, "utf8")));
  } catch (cause) {
    throw new UsageError("bad-result", `${file} is no result of a suite: ${messageOf(cause, file)}`, {
      cause
    });
  }
}
function requireBelow(directory, name) {
  const path = join3(directory, name);
  if (!relative2(directory, path).startsWith("..")) return path;
  throw new UsageError("bad-result", `${join3(directory, SUITE_FILE)} names a recording elsewhere: ${name}`);
}
function findRecordings(paths) {
  return paths.flatMap((path) => {
    const found = recordingsBelow(path, DEPTH);
    if (found.length > 0) return found;
    throw new UsageError("no-recording", `${path} is no recording of a run, and has none below it`, {
      hint: 'Name a directory that "tdx-boot run" has made.'
    });
  });
}
function recordingsBelow(path, depth) {
  if (isRecording(path)) return [path];
  if (depth === 0 || statSync2(path, { throwIfNoEntry: false })?.isDirectory() !== true) return [];
  const names = readdirSync3(path, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return names.map(({ name }) => name).sort((a, b) => a.localeCompare(b, "en", { numeric: true })).flatMap((name) => recordingsBelow(join3(path, name), depth - 1));
}
async function readResult(directory) {
  const file = join3(directory, RESULT_FILE);
  const written = existsSync2(file) ? parseResult(file) : void 0;
  if (written !== void 0) return { directory, result: written };
  const { loaded } = loadRecorded(directory);
  return { directory, result: await judgeAgain(directory, loaded.scenario) };
}
async function resultOf(directory, scenario, verdict) {
  if (existsSync2(join3(directory, RESULT_FILE))) return readResult(directory);
  return { directory, result: makeResult(scenario, verdict, {}) };
}
function parseResult(file) {
  try {
    const value = JSON.parse(readFileSync3(file, "utf8"));
    const version = typeof value === "object" && value !== null && "version" in value ? value.version : void 0;
    if (typeof version === "number" && version < RESULT_VERSION) return void 0;
    if (version !== RESULT_VERSION)
      throw new Error(`it is of version ${version}, and this tdx-boot reads ${RESULT_VERSION}`);
    return resultSchema.parse(value);
  } catch (cause) {
    throw new UsageError("bad-result", `${file} is no result of a run: ${messageOf(cause, file)}`, {
      hint: 'Judge the recording again with "tdx-boot check", or use the tdx-boot that wrote it.',
      cause
    });
  }
}

export {
  bootDiskOf,
  TICK_MS,
  run,
  runSuite,
  SUITE_FILE,
  scenarioOf,
  SuiteRecord,
  readRuns,
  readAll,
  readEntry,
  readResult,
  resultOf,
  parseResult
};
