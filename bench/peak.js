/** Loaded with --import into a measured process: says on standard error, at its exit, how much memory it had at most, and its CPU time. */

import { readFileSync, writeSync } from 'node:fs';

process.on('exit', () => {
  // Not resourceUsage().maxRSS: that survives exec and may be the parent's.
  const status = readFileSync('/proc/self/status', 'utf8');
  const { user, system } = process.cpuUsage();
  const cpu = Math.round((user + system) / 1000);
  writeSync(2, `peak ${/^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1]} kB, CPU ${cpu} ms\n`);
});
