/** The machine of a guest in a scenario file, with final values. */

import { given } from '../../words/given.ts';
import { isTrustDomain } from '../../words/words.ts';
import {
  type Cpu,
  type MemoryBackend,
  type Network,
  SMBIOS_FIELDS,
  type Smbios,
  type TdSettings,
  type Topology,
  type Vsock,
} from '../machine.ts';
import type { ScenarioFile } from '../schema.ts';
import type { Reading } from './reading.ts';

type GuestKeys = NonNullable<ScenarioFile['guest']>;

const HIGHEST_PORT = 65_535;

/** What `guest` says of its machine; absent where it says nothing. */
export function readMachine(
  reading: Reading,
  guest: GuestKeys,
): {
  cpu?: Cpu;
  topology?: Topology;
  memoryBackend?: MemoryBackend;
  vsock?: Vsock;
  smbios?: Smbios;
  vfio?: readonly string[];
  td?: TdSettings;
} {
  return given({
    cpu: readCpu(guest),
    topology: readTopology(reading, guest),
    memoryBackend: readMemoryBackend(reading, guest),
    vsock: readVsock(reading, guest),
    smbios: readSmbios(guest),
    vfio: guest.vfio?.map((address) => (address.length === 7 ? `0000:${address}` : address)),
    td: readTd(reading, guest),
  });
}

/** How many CPUs the guest has: as it says, else as many as its topology has. */
export function cpusOf({ cpus, topology }: GuestKeys): number {
  if (cpus !== undefined || topology === undefined) return cpus ?? 1;
  const { sockets = 1, dies = 1, cores = 1, threads = 1 } = topology;
  return sockets * dies * cores * threads;
}

export function readNetwork(reading: Reading, { network = 'none' }: GuestKeys): Network {
  if (network === 'none') return network;
  if (network === 'user') return { type: 'user', forward: [] };
  const { type, mac } = network;
  const foreign = type === 'user' ? ('interface' as const) : ('forward' as const);
  if (network[foreign] !== undefined) {
    reading.complain(
      ['guest', 'network', foreign],
      `guest.network.${foreign}: a network of type ${type} has none`,
    );
  }
  if (type === 'tap') {
    if (network.interface === undefined) {
      const message =
        'guest.network.interface is missing: a network of type tap needs an interface of the host';
      reading.complain(['guest', 'network'], message);
    }
    return { type, interface: network.interface ?? '', ...given({ mac }) };
  }
  const forward = (network.forward ?? []).map((text, index) => {
    const [host = 0, guest = 0] = text.split(/[:/]/).map(Number);
    if (Math.min(host, guest) === 0 || Math.max(host, guest) > HIGHEST_PORT) {
      const message = `guest.network.forward[${index + 1}]: "${text}": a port is a number from 1 to ${HIGHEST_PORT}`;
      reading.complain(['guest', 'network', 'forward', index], message);
    }
    return { protocol: text.endsWith('/udp') ? ('udp' as const) : ('tcp' as const), host, guest };
  });
  return { type, forward, ...given({ mac }) };
}

function readCpu({ cpu }: GuestKeys): Cpu | undefined {
  if (cpu === undefined) return undefined;
  if (typeof cpu === 'string') return { model: cpu, flags: [] };
  return { flags: cpu.flags ?? [], ...given({ model: cpu.model }) };
}

function readTopology(reading: Reading, guest: GuestKeys): Topology | undefined {
  if (guest.topology === undefined) return undefined;
  const { sockets = 1, dies = 1, cores = 1, threads = 1 } = guest.topology;
  const product = sockets * dies * cores * threads;
  if (guest.cpus !== undefined && guest.cpus !== product) {
    const factors = `${sockets} sockets of ${dies} dies of ${cores} cores of ${threads} threads`;
    reading.complain(
      ['guest', 'topology'],
      `guest.topology: ${factors} are ${product} CPUs, and guest.cpus is ${guest.cpus}`,
    );
  }
  return { sockets, dies, cores, threads };
}

function readMemoryBackend(reading: Reading, guest: GuestKeys): MemoryBackend | undefined {
  // virtiofsd reads and writes the memory of the guest.
  const served = Object.values(guest.shares ?? {}).some(
    (share) => typeof share === 'object' && share.type === 'virtiofs',
  );
  const said = guest['memory-backend'] ?? (served ? {} : undefined);
  if (said === undefined) return undefined;
  const { path, hugepages, shared = served, prealloc = false } = said;
  const at = ['guest', 'memory-backend'];
  if (served && (said.shared === false || said.kind === 'ram')) {
    const wrong = said.shared === false ? 'shared: false' : 'kind: ram';
    reading.complain(at, `guest.memory-backend: a share of type virtiofs needs shared memory, not ${wrong}`);
  }
  const kind =
    said.kind ?? (path !== undefined ? 'file' : hugepages !== undefined || shared ? 'memfd' : 'ram');
  if ((path !== undefined) !== (kind === 'file')) {
    const message =
      path === undefined
        ? 'path is missing, which kind: file needs'
        : `path: memory of kind ${kind} is in no file`;
    reading.complain(path === undefined ? at : [...at, 'path'], `guest.memory-backend.${message}`);
  }
  if (hugepages !== undefined && kind !== 'memfd') {
    const advice =
      kind === 'file' ? 'the directory says which pages: name one of a hugetlbfs' : 'use kind: memfd';
    reading.complain(
      [...at, 'hugepages'],
      `guest.memory-backend.hugepages: kind ${kind} takes none; ${advice}`,
    );
  }
  return {
    kind,
    shared,
    prealloc,
    ...given({ path: path === undefined ? undefined : reading.resolve([...at, 'path'], path), hugepages }),
  };
}

function readVsock(reading: Reading, { vsock }: GuestKeys): Vsock | undefined {
  if (vsock === undefined) return undefined;
  if (typeof vsock === 'number') return { cid: vsock };
  const { cid, socket } = vsock;
  if (socket === undefined) return { cid };
  return { cid, socket: reading.resolve(['guest', 'vsock', 'socket'], socket) };
}

function readSmbios({ smbios }: GuestKeys): Smbios | undefined {
  if (smbios === undefined) return undefined;
  const system = given(Object.fromEntries(SMBIOS_FIELDS.map((field) => [field, smbios[field]])));
  return { system, oemStrings: smbios['oem-strings'] ?? [] };
}

function readTd(reading: Reading, { td }: GuestKeys): TdSettings | undefined {
  if (td === undefined) return undefined;
  if (!isTrustDomain(reading.platform)) {
    reading.complain(['guest', 'td'], `guest.td: a guest on platform ${reading.platform} is no Trust Domain`);
  }
  return {
    debug: td.debug ?? false,
    septVeDisable: td['sept-ve-disable'] ?? true,
    ...given({
      mrconfigid: td.mrconfigid?.toLowerCase(),
      mrowner: td.mrowner?.toLowerCase(),
      mrownerconfig: td.mrownerconfig?.toLowerCase(),
    }),
  };
}
