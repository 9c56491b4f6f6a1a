/** Ends a script of this repository that an older Node was started with: only Node 24 runs TypeScript as it is. */

const [major = 0] = process.versions.node.split('.').map(Number);
if (major < 24) {
  console.error(
    `This needs Node.js 24, and ${process.execPath} is ${process.version}: run script/setup, and put .tools/node24/bin first in PATH`,
  );
  process.exit(1);
}
