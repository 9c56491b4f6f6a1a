/** A command of QEMU as a scenario, argument by argument. */

import { Draft, type Fate, type Import, kept, key, leftOut, type Outcome, own } from './draft.ts';
import { OptionList, type QemuOption, sizeOf } from './options.ts';
import { QemuDevices } from './qemu-devices.ts';

/** Options without a value. */
const SWITCHES =
  /^-(nographic|nodefaults|no-user-config|no-reboot|no-shutdown|no-hpet|no-acpi|enable-kvm|daemonize|S|s|snapshot|usb|full-screen|singlestep|mem-prealloc|no-fd-bootchk|only-migratable)$/;
const MIB = 2 ** 20;
/** Properties that only this machine has (hw/i386/microvm.c). */
const MICROVM = ['pcie', 'rtc', 'ioapic2', 'isa-serial', 'x-option-roms', 'auto-kernel-cmdline'];

export function importQemu(argv: readonly string[]): Import {
  const draft = new Draft();
  const options = optionsOf(argv);
  const importer = new QemuImport(draft, options);
  const fates = options.map((option): Fate => {
    const outcome = importer.outcome(option);
    if (outcome.as === 'kept') draft.vmmArgs.push(...option.words);
    return { argument: option.words.join(' '), ...outcome };
  });
  importer.finish();
  return { scenario: draft.whole('qemu'), fates };
}

/** A listing of processes has no quotation marks, so words that follow -append belong to the kernel command line. */
function optionsOf(argv: readonly string[]): QemuOption[] {
  const options: QemuOption[] = [];
  for (let at = 0; at < argv.length; at++) {
    const word = argv[at] ?? '';
    const name = word.replace(/^--/, '-');
    if (!word.startsWith('-') || word === '-' || SWITCHES.test(name)) {
      options.push({ name: word.startsWith('-') ? name : '', value: '', words: [word] });
      continue;
    }
    const values = [argv[++at] ?? ''];
    while (name === '-append' && at + 1 < argv.length && !(argv[at + 1] ?? '').startsWith('-')) {
      values.push(argv[++at] ?? '');
    }
    options.push({ name, value: values.join(' '), words: [word, values.join(' ')] });
  }
  return options;
}

class QemuImport {
  readonly #draft: Draft;
  readonly #options: readonly QemuOption[];
  readonly #devices: QemuDevices;
  /** Properties of -machine that name objects. */
  readonly #machine: OptionList;

  constructor(draft: Draft, options: readonly QemuOption[]) {
    this.#draft = draft;
    this.#options = options;
    this.#devices = new QemuDevices(draft, options);
    this.#machine = new OptionList(
      options.flatMap(({ name, value }) => (name === '-machine' || name === '-M' ? [value] : [])).join(','),
      ['type'],
    );
  }

  outcome(option: QemuOption): Outcome {
    return this.#simple(option) ?? this.#own(option) ?? this.#devices.outcome(option) ?? kept();
  }

  finish(): void {
    this.#devices.finish();
  }

  #simple({ name, value }: QemuOption): Outcome | undefined {
    const { guest, scenario } = this.#draft;
    switch (name) {
      case '-accel':
      case '-enable-kvm':
        this.#draft.accelerate(name === '-accel' ? new OptionList(value).head : 'kvm');
        return key('platform');
      case '-machine':
      case '-M':
        return this.#machineOption(value);
      case '-cpu':
        return this.#cpu(new OptionList(value));
      case '-smp':
        return this.#smp(new OptionList(value));
      case '-m':
        return this.#memory(new OptionList(value));
      case '-kernel':
      case '-initrd':
        guest[name.slice(1)] = value;
        return key(`guest.${name.slice(1)}`);
      case '-append':
        guest.cmdline = value;
        return key('guest.cmdline');
      case '-bios':
        scenario.firmware = value;
        return key('firmware');
      case '-name': {
        const list = new OptionList(value);
        scenario.name = list.get('guest') ?? (list.head === '' ? list.get('process') : list.head);
        return key('name');
      }
      case '-uuid':
        this.#draft.add('smbios', { uuid: value });
        return key('guest.smbios.uuid');
      case '-smbios':
        return this.#smbios(new OptionList(value));
      case '-object':
        return this.#object(new OptionList(value, ['qom-type']));
      default:
        return undefined;
    }
  }

  /** What every run of tdx-boot has by itself, or cannot have. */
  #own({ name, value }: QemuOption): Outcome | undefined {
    switch (name) {
      case '-nographic':
      case '-display':
      case '-vga':
      case '-vnc':
      case '-spice':
        return value === '' || value === 'none' ? own('no run has a screen') : leftOut('a run has no screen');
      case '-nodefaults':
      case '-no-user-config':
      case '-no-reboot':
        return own('in every run');
      case '-serial':
      case '-monitor':
      case '-qmp':
      case '-mon':
        return own('the serial port and the control channel of QEMU are those of tdx-boot');
      case '-daemonize':
      case '-no-shutdown':
      case '-pidfile':
      case '-S':
      case '-s':
      case '-gdb':
        return leftOut('tdx-boot starts QEMU and ends it');
      case '-D':
      case '-d':
        return leftOut('what QEMU prints is the stream vmm');
      case '-id':
        return leftOut('only the QEMU of Proxmox has it');
      case '-debugcon':
        return own('every run has a debug port');
      case '-global':
        return value.startsWith('isa-debugcon.') ? own('every run has a debug port') : undefined;
      case '-no-hpet':
        this.#draft.vmmArgs.push('-machine', 'hpet=off');
        return key('vmm-args: -machine hpet=off, as QEMU calls it since 8.0');
      default:
        return undefined;
    }
  }

  #machineOption(value: string): Outcome {
    const list = new OptionList(value, ['type']);
    const type = list.head;
    const said = list.get('accel');
    if (said !== undefined) this.#draft.accelerate(said.split(':', 1)[0] ?? '');
    const known = [
      'accel',
      'kernel_irqchip',
      'kernel-irqchip',
      'confidential-guest-support',
      'memory-encryption',
    ];
    const foreign = type === 'microvm' ? MICROVM : [];
    const others = list.others([...known, 'memory-backend', 'kvm-type', 'pic', ...foreign]);
    const irqchip = list.get('kernel_irqchip') ?? list.get('kernel-irqchip');
    const isTd = this.#options.some(
      ({ name, value: text }) => name === '-object' && text.includes('tdx-guest'),
    );
    if (irqchip !== undefined && !isTd) others.push(`kernel-irqchip=${irqchip}`);
    if (others.length > 0) this.#draft.vmmArgs.push('-machine', others.join(','));
    const rest = others.length === 0 ? '' : `; vmm-args: -machine ${others.join(',')}`;
    if (type !== '' && !/^(pc-)?q35/.test(type)) return leftOut(`every run has a q35, not ${type}${rest}`);
    return key(`platform${rest}`);
  }

  #cpu(list: OptionList): Outcome {
    const flags = list.others([]).map((flag) => (/^[+-]|=/.test(flag) ? flag : `${flag}=on`));
    const usual = ['host', 'max', ''].includes(list.head);
    const cpu = { ...(usual ? {} : { model: list.head }), ...(flags.length === 0 ? {} : { flags }) };
    if (Object.keys(cpu).length === 0) return own(`the processor is ${list.head} on this platform`);
    this.#draft.guest.cpu = flags.length === 0 ? list.head : cpu;
    return key('guest.cpu');
  }

  /** QEMU prefers cores over sockets, and sockets over threads, for what is not said (hw/core/machine-smp.c). */
  #smp(list: OptionList): Outcome {
    const text = list.head === '' ? list.get('cpus') : list.head;
    if (text?.startsWith('${')) {
      this.#draft.guest.cpus = text;
      return key('guest.cpus; how they are arranged is left out');
    }
    const said = (name: string): number | undefined => {
      const value = list.get(name);
      return value === undefined ? undefined : Number(value);
    };
    const [sockets, dies, threads] = [said('sockets') ?? 1, said('dies') ?? 1, said('threads') ?? 1];
    const most = said('maxcpus');
    const cpus = Number(text ?? sockets * dies * threads * (said('cores') ?? 1));
    const cores = said('cores') ?? Math.max(1, Math.floor(cpus / (sockets * dies * threads)));
    this.#draft.guest.cpus = cpus;
    const arranged = ['sockets', 'dies', 'cores', 'threads'].some((name) => list.get(name) !== undefined);
    const later = most !== undefined && most !== cpus ? '; no CPU comes later, so maxcpus is left out' : '';
    if (!arranged) return key(`guest.cpus${later}`);
    if (sockets * dies * cores * threads !== cpus) {
      return key(
        `guest.cpus; ${sockets} sockets of ${cores} cores are not ${cpus} CPUs, so they are left out${later}`,
      );
    }
    this.#draft.guest.topology = { sockets, ...(dies === 1 ? {} : { dies }), cores, threads };
    return key(`guest.cpus, guest.topology${later}`);
  }

  #memory(list: OptionList): Outcome {
    const text = list.head === '' ? (list.get('size') ?? '') : list.head;
    const size = sizeOf(text, MIB);
    if (size === undefined) return leftOut(`${text} is no whole number of MiB`);
    this.#draft.guest.memory = size;
    const later =
      list.get('maxmem') === undefined ? '' : '; no memory comes later, so slots and maxmem are left out';
    return key(`guest.memory${later}`);
  }

  #smbios(list: OptionList): Outcome {
    const type = list.get('type');
    if (type === '11' && list.get('path') === undefined) {
      this.#draft.add('smbios', { 'oem-strings': list.all('value') });
      return key('guest.smbios.oem-strings');
    }
    if (type !== '1') return kept();
    const fields = ['manufacturer', 'product', 'version', 'serial', 'uuid', 'sku', 'family'];
    const said = fields.flatMap((field) => {
      const value = list.get(field);
      return value === undefined ? [] : [[field, value]];
    });
    this.#draft.add('smbios', Object.fromEntries(said));
    return key('guest.smbios');
  }

  #object(list: OptionList): Outcome | undefined {
    if (list.head === 'tdx-guest') return this.#tdxGuest(list);
    if (list.head === 'iommufd') return own('with guest.vfio');
    if (!list.head.startsWith('memory-backend-')) return undefined;
    const id = list.get('id');
    const isRam =
      id === this.#machine.get('memory-backend') ||
      this.#options.some(({ name, value }) => name === '-numa' && new OptionList(value).get('memdev') === id);
    return isRam ? this.#memoryBackend(list) : undefined;
  }

  #memoryBackend(list: OptionList): Outcome {
    const kind = list.head.slice('memory-backend-'.length);
    if (kind === 'memfd-private' || list.isOn('private')) {
      return own("private memory is QEMU's own choice since 10.1");
    }
    if (!['ram', 'memfd', 'file'].includes(kind)) return kept();
    const path = list.get('mem-path');
    const pages = list.get('hugetlbsize');
    const backend = {
      ...(kind === 'memfd' ? { kind } : {}),
      ...(path === undefined ? {} : { path }),
      ...(list.isOn('hugetlb') ? { hugepages: pages ?? '2M' } : {}),
      ...(list.isOn('share') ? { shared: true } : {}),
      ...(list.isOn('prealloc') ? { prealloc: true } : {}),
    };
    const others = list
      .others(['id', 'size', 'mem-path', 'hugetlb', 'hugetlbsize', 'share', 'prealloc', ''])
      .map((other) => other.split('=', 1)[0]);
    const rest = others.length === 0 ? '' : `; ${others.join(', ')} left out`;
    if (Object.keys(backend).length === 0) return own(`memory as QEMU has it by itself${rest}`);
    this.#draft.guest['memory-backend'] = backend;
    return key(`guest.memory-backend${rest}`);
  }

  #tdxGuest(list: OptionList): Outcome {
    this.#draft.makeTd();
    const named = list.get('sept-ve-disable');
    const td = {
      ...(list.isOn('debug') || (Number(list.get('attributes') ?? 0) & 1) === 1 ? { debug: true } : {}),
      ...(named === undefined || list.isOn('sept-ve-disable') ? {} : { 'sept-ve-disable': false }),
      ...Object.fromEntries(
        ['mrconfigid', 'mrowner', 'mrownerconfig'].flatMap((register) => {
          const base64 = list.get(register);
          return base64 === undefined ? [] : [[register, Buffer.from(base64, 'base64').toString('hex')]];
        }),
      ),
    };
    if (Object.keys(td).length > 0) this.#draft.guest.td = td;
    const socket = quoteSocket(list);
    if (socket !== undefined) this.#draft.guest['quote-socket'] = socket;
    const keys = [
      'platform',
      ...(Object.keys(td).length > 0 ? ['guest.td'] : []),
      ...(socket === undefined ? [] : ['guest.quote-socket']),
    ];
    return key(keys.join(', '));
  }
}

/** The property of QEMU 10.1 and later, or of Intel's trees before. */
function quoteSocket(list: OptionList): string | undefined {
  const type = list.get('quote-generation-socket.type');
  if (type === 'unix') return `unix:${list.get('quote-generation-socket.path') ?? ''}`;
  const [cid, port] = ['cid', 'port'].map((name) => list.get(`quote-generation-socket.${name}`));
  return type === 'vsock' ? `vsock:${cid}:${port}` : list.get('quote-generation-service');
}
