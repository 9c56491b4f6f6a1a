
// src/process/together.ts
async function together(work) {
  const ended = await Promise.allSettled(work);
  for (const one of ended) if (one.status === "rejected") throw one.reason;
  return ended.map((one) => one.status === "fulfilled" ? one.value : void 0);
}

export {
  together
};
