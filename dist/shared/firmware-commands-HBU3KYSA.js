import {
  session
} from "./chunk-ICTCGJU4.js";
import {
  BuildTerminal
} from "./chunk-ORACNCOB.js";
import {
  findBuild,
  provideBuild,
  verifyBuild
} from "./chunk-XRCLQ5TY.js";
import "./chunk-36QO2VQE.js";
import "./chunk-BKFCS2O6.js";
import {
  Store,
  defaultRoot,
  mrtdOf
} from "./chunk-VM3YECVA.js";
import "./chunk-FYURKBY3.js";
import "./chunk-5UXIQAYR.js";
import "./chunk-ZUVNCCHD.js";
import "./chunk-ZRLOYJTX.js";
import {
  parseRequest
} from "./chunk-Q3O3CHI5.js";
import {
  readSize
} from "./chunk-SJHT7I5C.js";
import "./chunk-2DNHFQUT.js";
import "./chunk-POHZVVS5.js";
import "./chunk-M3NQKO3U.js";
import "./chunk-LZS5NMGH.js";
import "./chunk-PAW3MIGX.js";
import "./chunk-3UQVA5YR.js";
import "./chunk-GM4JGWXZ.js";
import {
  EXIT
} from "./chunk-J27YLO4G.js";
import "./chunk-7GO3TDGG.js";
import "./chunk-HXMGEBNU.js";
import "./chunk-FZIILW4F.js";
import "./chunk-TOLEDQXP.js";
import {
  UsageError
} from "./chunk-SBPB5IBB.js";
import "./chunk-P4Z2SUOO.js";

// src/cli/firmware-commands.ts
import { constants } from "node:os";
async function build(name, flags, streams) {
  return withStore(flags, streams, async (options) => {
    const { entry, from } = await provideBuild(request(name, flags), {
      ...options,
      installTools: flags.installTools === true,
      requireKnown: flags.requireKnown === true
    });
    print(streams, flags, { ...facts(entry), from }, [entry.image]);
    return EXIT.passed;
  });
}
async function path(name, flags, streams) {
  return withStore(flags, streams, async (options) => {
    const entry = await findBuild(request(name, flags), options);
    print(streams, flags, facts(entry), [entry.image]);
    return EXIT.passed;
  });
}
async function verify(name, flags, streams) {
  return withStore(flags, streams, async (options) => {
    const { entry, sha256, same } = await verifyBuild(request(name, flags), options);
    const text = same ? `${entry.image}: built again, identical (SHA-256 ${sha256})` : `${entry.image}: built again, DIFFERENT: SHA-256 ${entry.manifest.sha256} in the store, ${sha256} now`;
    print(streams, flags, { ...facts(entry), rebuilt: sha256, same }, [text]);
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
    print(streams, flags, json, lines.length === 0 ? [`${store.root}: no images`] : lines);
    return EXIT.passed;
  });
}
async function prune(flags, streams) {
  const limit = flags.limit === void 0 ? void 0 : readSize(flags.limit);
  if (flags.limit !== void 0 && limit === void 0) {
    throw new UsageError("bad-size", `"${flags.limit}" is not a size such as 64M`, {
      hint: "Write a whole number with K, M or G; or 0, which removes everything."
    });
  }
  return withStore(flags, streams, async ({ store }) => {
    await store.sweep();
    const removed = store.prune(limit === void 0 ? {} : { limit });
    if (limit === 0) store.forgetSources();
    const lines = removed.map(({ image }) => `removed ${image}`);
    print(streams, flags, removed.map(facts), lines.length === 0 ? ["nothing to remove"] : lines);
    return EXIT.passed;
  });
}
async function withStore(flags, { error }, body) {
  const progress = new BuildTerminal(error);
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
function print({ out }, { json }, value, lines) {
  if (json === true) out.json(value);
  else out.lines(lines);
}
export {
  build,
  list,
  path,
  prune,
  verify
};
