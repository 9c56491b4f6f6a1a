/** What a scenario says of its machine reaches the guest: processor, ports, a read-only SCSI disk, SMBIOS. */

import fs from 'node:fs';
import { createServer } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { kernelRelease } from '../../src/guest/kernel-image.ts';
import { findModules, moduleOrder, readModule } from '../../src/guest/modules.ts';
import { KERNEL, Lab } from '../support/cli.ts';
import { Archive } from '../support/lab.ts';

const lab = new Lab();
const initrd = lab.path('initrd.cpio');
const MODULES = ['virtio_pci', 'virtio_net', 'virtio_scsi', 'sd_mod', 'virtio_blk', 'ext4'];

/** Shows what it finds, answers one request, and powers off. */
const SCRIPT = `#!/usr/bin/busybox sh
export PATH=/usr/bin:/bin
/usr/bin/busybox mkdir -p /bin && /usr/bin/busybox --install -s /bin
mount -t proc proc /proc; mount -t sysfs sysfs /sys; mount -t devtmpfs dev /dev
for module in /modules/*; do insmod $module; done
echo "machine: packages $(cat /sys/devices/system/cpu/cpu*/topology/physical_package_id | sort -u | wc -l)"
echo "machine: cpus $(grep -c ^processor /proc/cpuinfo) rdrand $(grep -cw rdrand /proc/cpuinfo)"
echo "machine: product $(cat /sys/class/dmi/id/product_name)"
until test -b /dev/sda; do sleep 0.1; done
echo "machine: disk $(head -c 5 /dev/sda) ro=$(cat /sys/block/sda/ro)"
mkdir /mnt; mount -o ro -t ext4 $(findfs LABEL=tdx-boot) /mnt && echo "machine: file $(cat '/mnt/opt/a file')"
ip link set eth0 up; ip addr add 10.0.2.15/24 dev eth0; ip route add default via 10.0.2.2
mkfifo /asked
httpd -p 80 -h /www
echo "machine: ready"
read -r line < /asked
echo "machine: $line"
poweroff -f
`;

/** What answers the request, and says so to the script above. */
const ANSWER = `#!/usr/bin/busybox sh
printf 'Content-Type: text/plain\\r\\n\\r\\nhello\\n'
echo asked > /asked
`;

beforeAll(async () => {
  const archive = new Archive();
  archive.program('busybox');
  archive.add('/www/cgi-bin/hello', Buffer.from(ANSWER), 0o755);
  archive.add('/init', Buffer.from(SCRIPT), 0o755);
  const directory = await findModules(KERNEL, kernelRelease(KERNEL));
  const order = directory === undefined ? [] : await moduleOrder(directory, MODULES);
  for (const [index, file] of order.entries()) {
    archive.add(`/modules/${String(index).padStart(2, '0')}.ko`, await readModule(file));
  }
  fs.writeFileSync(initrd, archive.bytes());
});
afterAll(() => lab.remove());

test('topology, a CPU flag, SMBIOS, a read-only SCSI disk, files on a disk and a forwarded port', async () => {
  const disk = lab.write('disk.img', Buffer.concat([Buffer.from('disk!'), Buffer.alloc(1024 * 1024)]));
  lab.write('a file', 'of the host');
  const port = await freePort();
  const scenario = lab.scenario('machine', {
    guest: {
      initrd,
      cmdline: 'console=ttyS0 panic=-1 quiet',
      topology: { sockets: 2, cores: 2 },
      cpu: { flags: ['-rdrand'] },
      'memory-backend': { kind: 'memfd', shared: true },
      network: { type: 'user', forward: [`${port}:80`] },
      disks: [{ path: disk, bus: 'scsi', 'read-only': true }],
      smbios: { product: 'Box, large' },
      files: { 'a file': '/opt/' },
      'files-as': 'disk',
    },
    steps: [
      { expect: 'machine: packages 2' },
      { expect: 'machine: cpus 4 rdrand 0' },
      { expect: 'machine: product Box, large' },
      { expect: 'machine: disk disk! ro=1' },
      { expect: 'machine: file of the host' },
      { expect: 'machine: ready' },
      { expect: 'machine: asked' },
    ],
    stop: 'on-exit',
  });
  const running = lab.start(['run', scenario, '--results', lab.results]);
  await running.shows('met: machine: ready');
  const answer = await fetch(`http://127.0.0.1:${port}/cgi-bin/hello`);
  expect(await answer.text()).toBe('hello\n');
  const { code, result } = await lab.finished(await running.done);
  expect([code, result.reason]).toEqual([0, 'every step was met']);
});

test('one scenario from standard input, with a kernel and memory that it does not name', async () => {
  const input = 'version: 1\nplatform: tdx\nguest: {memory: "${MEMORY}"}\n';
  const options = [
    '--platform',
    'emulated',
    '--kernel',
    KERNEL,
    '--var',
    'MEMORY=256M',
    '--set',
    'guest.cpus=3',
  ];
  const { code, stdout } = await lab.cli(['explain', '-', ...options], { input });
  expect(code).toBe(0);
  expect(stdout).toContain('  -smp 3 \\\n  -m 256M \\\n');
});

/** A port that nobody listens on now. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (typeof address !== 'object' || address === null) throw new Error('no port');
  return address.port;
}
