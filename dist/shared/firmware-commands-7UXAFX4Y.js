import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  FirmwareTerminal,
  findFirmware,
  provideFirmware,
  session,
  verifyFirmware
} from "./chunk-JIORIUGJ.js";
import "./chunk-SL2OUSAE.js";
import {
  parseRequest
} from "./chunk-AQPDE2PH.js";
import "./chunk-NTUOOXB6.js";
import {
  Store,
  defaultRoot,
  mrtdOf
} from "./chunk-NOYFYVKQ.js";
import "./chunk-TESD7I65.js";
import {
  EXIT
} from "./chunk-KCM7UXZ2.js";
import {
  parseSize
} from "./chunk-HEMVHKF3.js";
import "./chunk-3S7ANKJB.js";
import "./chunk-36SI6CTG.js";
import {
  UsageError
} from "./chunk-OG6ZZA4V.js";
import "./chunk-P4Z2SUOO.js";

// src/cli/firmware-commands.ts
import { constants } from "node:os";
async function build(name, flags, streams) {
  return withStore(flags, streams, async (options) => {
    const { entry, from } = await provideFirmware(request(name, flags), {
      ...options,
      installTools: flags.installTools === true
    });
    print(streams, flags, { ...facts(entry), from }, entry.image);
    return EXIT.passed;
  });
}
async function path(name, flags, streams) {
  return withStore(flags, streams, async (options) => {
    const entry = await findFirmware(request(name, flags), options);
    print(streams, flags, facts(entry), entry.image);
    return EXIT.passed;
  });
}
async function verify(name, flags, streams) {
  return withStore(flags, streams, async (options) => {
    const { entry, sha256, same } = await verifyFirmware(request(name, flags), options);
    const text = same ? `${entry.image}: built again, identical (SHA-256 ${sha256})` : `${entry.image}: built again, DIFFERENT: SHA-256 ${entry.manifest.sha256} in the store, ${sha256} now`;
    print(streams, flags, { ...facts(entry), rebuilt: sha256, same }, text);
    return same ? EXIT.passed : EXIT.failed;
  });
}
async function list(flags, streams) {
  return withStore(flags, streams, async ({ store }) => {
    const all = store.list();
    const lines = all.map(({ entry, used }) => {
      const { inputs, sha256 } = entry.manifest;
      const source = entry.manifest.source.commit ?? entry.manifest.source.from;
      return [inputs.recipe, inputs.build, source, sha256, used.toISOString(), entry.image].join("  ");
    });
    const json = all.map(({ entry, used }) => ({ ...facts(entry), used: used.toISOString() }));
    print(streams, flags, json, lines.length === 0 ? `${store.root}: no images` : lines.join("\n"));
    return EXIT.passed;
  });
}
async function prune(flags, streams) {
  if (!/^\d+[KMG]$/.test(flags.limit)) {
    throw new UsageError("bad-size", `"${flags.limit}" is not a size such as 64M`);
  }
  return withStore(flags, streams, async ({ store }) => {
    const limit = flags.limit.startsWith("0") ? 0 : parseSize(flags.limit);
    await store.sweep();
    const removed = store.prune({ limit });
    if (limit === 0) store.forgetSources();
    const text = removed.map(({ image }) => `removed ${image}`).join("\n");
    print(streams, flags, removed.map(facts), text === "" ? "nothing to remove" : text);
    return EXIT.passed;
  });
}
async function withStore(flags, { error }, body) {
  const progress = new FirmwareTerminal(error);
  const { on: listener } = progress;
  const store = new Store(flags.store ?? defaultRoot(), { listener });
  const ended = await session(async ({ signal }) => {
    try {
      return await body({ store, listener, signal });
    } finally {
      progress.close();
    }
  });
  return ended.signal === void 0 ? ended.value : 128 + constants.signals[ended.signal];
}
function request(name, { build: build2, pins, ref, repository, define }) {
  const checked = parseRequest({ name, build: build2, pins, ref, repository, defines: define }, process.cwd());
  const [problem] = checked.problems;
  if (problem !== void 0)
    throw new UsageError("bad-firmware", `firmware ${problem.key}: ${problem.message}`);
  return checked.request;
}
function facts(entry) {
  const { image, manifestFile, manifest } = entry;
  const { key, sha256, size, source, inputs } = manifest;
  return {
    path: image,
    manifest: manifestFile,
    key,
    sha256,
    mrtd: mrtdOf(entry) ?? null,
    size,
    commit: source.commit ?? null,
    build: inputs.build
  };
}
function print({ out }, { json }, value, text) {
  out.write(json === true ? `${JSON.stringify(value, null, 2)}
` : `${text}
`);
}
export {
  build,
  list,
  path,
  prune,
  verify
};
