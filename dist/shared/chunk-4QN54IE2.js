import {
  ask,
  describeEnd
} from "./chunk-2DNHFQUT.js";
import {
  requireFile
} from "./chunk-A2HKPFWR.js";
import {
  HostError,
  TdxBootError,
  UsageError,
  messageOf
} from "./chunk-SBPB5IBB.js";

// src/guest/symbols.ts
import { resolve } from "node:path";
var ANSWER_MS = 12e4;
var MAX_BYTES = 128 * 1024 * 1024;
var FRAME = /([A-Za-z_][\w.$]*)\+0x([0-9a-f]+)\/0x([0-9a-f]+)(?! *\[\w)/g;
var INSTRUCTION = /\b[RE]?IP:|\bNIP\b|\be?pc :|(?:PC|EIP) is at/;
var IN_INIT_MAIN = "start_kernel";
async function decodeTrace(lines, vmlinux, asked = ask) {
  if (lines.length === 0) return [];
  requireVmlinux(vmlinux);
  const file = resolve(vmlinux);
  const symbols = parseSymbols(await answer(asked, ["nm", "--print-size", "--defined-only", file]));
  if (symbols.size === 0) throw bad(file, "it has no symbols");
  const addresses = new Set(lines.flatMap((line) => framesOf(line, symbols).map(({ address }) => address)));
  if (addresses.size === 0) return [...lines];
  const places = await placesOf(asked, file, [...addresses], symbols.get(IN_INIT_MAIN)?.[0]);
  return lines.map((line) => {
    const frames = framesOf(line, symbols);
    return frames.reduce((text, { words, address }) => {
      const found = places.get(address) ?? [];
      return found.length === 0 ? text : text.replace(words, `${words} (${found.join(" ")})`);
    }, line);
  });
}
function requireVmlinux(path) {
  try {
    requireFile(path);
  } catch (cause) {
    throw bad(path, messageOf(cause));
  }
}
function framesOf(line, symbols) {
  const back = INSTRUCTION.test(line) ? 0n : 1n;
  return [...line.matchAll(FRAME)].flatMap(([words, name = "", offset, size]) => {
    const symbol = symbols.get(name)?.find((one) => one.size === BigInt(`0x${size}`));
    if (symbol === void 0) return [];
    return [{ words, address: `0x${(symbol.address + BigInt(`0x${offset}`) - back).toString(16)}` }];
  });
}
function parseSymbols(text) {
  const symbols = /* @__PURE__ */ new Map();
  for (const [, address, size, name = ""] of text.matchAll(/^([0-9a-f]+) ([0-9a-f]+) [tTwW] (\S+)$/gm)) {
    const symbol = { address: BigInt(`0x${address}`), size: BigInt(`0x${size}`) };
    symbols.set(name, [...symbols.get(name) ?? [], symbol]);
  }
  return symbols;
}
async function placesOf(asked, file, addresses, inInitMain) {
  const known = inInitMain === void 0 ? [] : [`0x${inInitMain.address.toString(16)}`];
  const argv = ["--inlines", "--addresses", "--exe", file, ...addresses, ...known];
  const text = await answer(asked, ["addr2line", ...argv]);
  const places = /* @__PURE__ */ new Map();
  let current = [];
  for (const line of text.split("\n")) {
    if (/^0x[0-9a-f]+$/.test(line)) {
      current = [];
      places.set(`0x${BigInt(line).toString(16)}`, current);
    } else if (/:\d/.test(line) && !line.startsWith("??")) {
      current.push(line.replace(/ \(discriminator \d+\)$/, ""));
    }
  }
  const all = [...places.values()].flat();
  if (all.length === 0) throw bad(file, "it has no debug information");
  const main = all.find((place) => place.includes("/init/main.c:"));
  const base = main?.slice(0, main.lastIndexOf("init/main.c:")) ?? "";
  const short = (place) => place.startsWith(base) ? place.slice(base.length) : place;
  return new Map([...places].map(([address, list]) => [address, list.map(short)]));
}
async function answer(asked, argv) {
  const { code, stdout, stderr } = await asked(argv, {
    kind: "tool",
    deadlineMs: ANSWER_MS,
    maxBytes: MAX_BYTES
  }).catch((cause) => {
    if (!(cause instanceof HostError) || cause.code !== "program-missing") throw cause;
    throw new HostError("program-missing", cause.message, {
      hint: "guest.vmlinux needs nm and addr2line: install binutils.",
      cause
    });
  });
  if (code === 0) return String(stdout);
  throw bad(argv.at(-1) ?? "", `${argv[0]} ended with ${describeEnd(code)}: ${stderr.trim().slice(0, 200)}`);
}
function bad(file, why) {
  return new UsageError("bad-vmlinux", `${file} cannot decode traces: ${why}`, {
    hint: "Give the vmlinux of the guest\u2019s kernel, an ELF file that was built with CONFIG_DEBUG_INFO_DWARF5=y or the like."
  });
}

// src/boot/decode.ts
async function decoded(diagnosis, vmlinux) {
  const { trace = [], evidence } = diagnosis;
  if (vmlinux === void 0 || trace.length === 0) return diagnosis;
  try {
    return { ...diagnosis, trace: await decodeTrace(trace, vmlinux) };
  } catch (error) {
    if (!(error instanceof TdxBootError)) throw error;
    return { ...diagnosis, evidence: [...evidence, { text: error.message }] };
  }
}
async function decodedVerdict(verdict, vmlinux) {
  const { diagnosis } = verdict;
  return diagnosis === void 0 ? verdict : { ...verdict, diagnosis: await decoded(diagnosis, vmlinux) };
}

export {
  requireVmlinux,
  decoded,
  decodedVerdict
};
