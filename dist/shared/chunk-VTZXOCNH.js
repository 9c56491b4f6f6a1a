import {
  UsageError
} from "./chunk-SBPB5IBB.js";

// src/suite/shard.ts
function parseShard(text) {
  const [, index, count] = /^([1-9]\d{0,3})\/([1-9]\d{0,3})$/.exec(text) ?? [];
  if (index === void 0 || Number(index) > Number(count)) {
    throw new UsageError("bad-shard", `shard ${JSON.stringify(text)} is none`, {
      hint: "Write i/n, for example 2/3: the second of three parts."
    });
  }
  return { index: Number(index), count: Number(count) };
}
function shardOf(entries, { index, count }) {
  return entries.filter((_, position) => position % count === index - 1);
}

export {
  parseShard,
  shardOf
};
