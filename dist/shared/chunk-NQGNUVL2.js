
// src/judge/doubt.ts
var COMMAND_LINE_OF = ["Kernel command line: ", "Command line: ", "# kernel.cmdline: "];
var LEAST_ECHO = 3;
function doubtOf(text, { start, end }, sent) {
  for (const prefix of COMMAND_LINE_OF) {
    const at = text.indexOf(prefix);
    if (at >= 0 && start >= at + prefix.length) return "the kernel's command line";
  }
  const seen = text.slice(0, end);
  const echoed = sent.some((line) => {
    const least = Math.max(end - start, LEAST_ECHO);
    for (let length = least; length <= line.length; length++) {
      if (seen.endsWith(line.slice(0, length))) return true;
    }
    return false;
  });
  return echoed ? "the echo of what was sent" : void 0;
}

export {
  COMMAND_LINE_OF,
  doubtOf
};
