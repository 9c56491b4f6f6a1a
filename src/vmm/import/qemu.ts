/** A command of QEMU as a scenario, argument by argument. */

import { type Draft, type Fate, kept, key, leftOut, lost, type Outcome, own } from './draft.ts';
import { OptionList, OptionLists, type QemuOption } from './options.ts';
import { QemuDevices } from './qemu-devices.ts';
import { QemuMemory } from './qemu-memory.ts';
import { tdxGuest } from './qemu-td.ts';

/** Options without a value. */
const SWITCHES =
  /^-(nographic|nodefaults|no-user-config|no-reboot|no-shutdown|no-hpet|no-acpi|enable-kvm|daemonize|S|s|snapshot|usb|full-screen|singlestep|mem-prealloc|no-fd-bootchk|only-migratable|preconfig|enable-sync-profile|perfmap|jitdump)$/;
/** Properties of -machine that are defaults of QEMU, or matter to the host alone. */
const IDLE = /^(usb=off|acpi=on|(dump-guest-core|mem-merge)=(off|on))$/;
const TOPOLOGY = ['sockets', 'dies', 'cores', 'threads'];
/** Properties that only this machine has (hw/i386/microvm.c). */
const MICROVM = ['pcie', 'rtc', 'ioapic2', 'isa-serial', 'x-option-roms', 'auto-kernel-cmdline'];

/** Options that QEMU 9.0 no longer has, as properties of the machine (docs/about/removed-features.rst). */
const RENAMED: Readonly<Record<string, string>> = { '-no-hpet': 'hpet=off', '-no-acpi': 'acpi=off' };

interface OwnOption {
  readonly names: readonly string[];
  /** Absent: every value. */
  readonly values?: RegExp;
  readonly outcome: Outcome;
}

const NO_SCREEN = ['-nographic', '-display', '-vga', '-vnc', '-spice'];
const BY_ITSELF = own('QEMU does so by itself');

/** Options for what every run has, or cannot have. The first row that fits decides. */
const OWN: readonly OwnOption[] = [
  { names: NO_SCREEN, values: /^(none)?$/, outcome: own('no run has a screen') },
  { names: NO_SCREEN, outcome: leftOut('a run has no screen') },
  { names: ['-nodefaults', '-no-user-config', '-no-reboot'], outcome: own('in every run') },
  { names: ['-parallel'], values: /^none$/, outcome: own('in every run') },
  { names: ['-snapshot'], outcome: own('the guest never writes to the files of its disks') },
  {
    names: ['-audiodev', '-usbdevice', '-k', '-echr'],
    outcome: leftOut('a run has no screen, keyboard or sound'),
  },
  {
    names: ['-serial', '-monitor', '-qmp', '-mon'],
    outcome: own('the serial port and the control channel of QEMU are those of tdx-boot'),
  },
  {
    names: ['-daemonize', '-no-shutdown', '-pidfile', '-S', '-s', '-gdb'],
    outcome: leftOut('tdx-boot starts QEMU and ends it'),
  },
  { names: ['-D', '-d', '-msg'], outcome: leftOut('what QEMU prints is the stream vmm') },
  {
    names: ['-redir'],
    outcome: leftOut(
      'QEMU has not had it since 3.1; guest.network: { type: user, forward: ["HOST:GUEST"] } says it',
    ),
  },
  { names: ['-id'], outcome: leftOut('only the QEMU of Proxmox has it') },
  { names: ['-rtc'], values: /^base=utc$/, outcome: BY_ITSELF },
  { names: ['-overcommit'], values: /^mem-lock=off$/, outcome: BY_ITSELF },
  { names: ['-watchdog-action'], values: /^reset$/, outcome: BY_ITSELF },
  { names: ['-debugcon'], outcome: own('every run has a debug port') },
  { names: ['-global'], values: /^isa-debugcon\./, outcome: own('every run has a debug port') },
];

/** Puts each option into the draft. @returns what became of it */
export function importQemu(draft: Draft, argv: readonly string[]): Fate[] {
  const options = optionsOf(argv);
  const importer = new QemuImport(draft, options);
  const fates = options.map((option): Fate => {
    const outcome = importer.outcome(option);
    const { as, says, words = option.words } = outcome;
    if (as === 'kept') draft.vmmArgs.push(...words);
    return { argument: option.words.join(' '), as, says };
  });
  importer.finish();
  return fates;
}

/** A listing of processes has no quotation marks, so words that follow -append belong to the kernel command line. */
function optionsOf(words: readonly string[]): QemuOption[] {
  const options: QemuOption[] = [];
  const argv = [...words];
  for (let at = 0; at < argv.length; at++) {
    // A script puts options that may be none right before the next one: ${NET}-smp 2.
    const [, variable, glued] = /^(\$\{\w+\})(-.+)$/s.exec(argv[at] ?? '') ?? [];
    if (variable !== undefined && glued !== undefined) argv.splice(at, 1, variable, glued);
    const word = argv[at] ?? '';
    const name = word.replace(/^--/, '-');
    if (!word.startsWith('-') || word === '-' || SWITCHES.test(name)) {
      options.push({ name: word.startsWith('-') ? name : '', value: '', words: [word] });
      continue;
    }
    const next = argv[at + 1];
    if (next === undefined || (name !== '-append' && /^--?[a-zA-Z]/.test(next))) {
      options.push({ name: '-', value: '', words: [word] });
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
  readonly #memory: QemuMemory;
  /** Properties of -machine that name objects. */
  readonly #machine: OptionList;
  readonly #oemStrings: string[] = [];

  constructor(draft: Draft, options: readonly QemuOption[]) {
    this.#draft = draft;
    this.#options = options;
    this.#machine = new OptionList(
      options.flatMap(({ name, value }) => (name === '-machine' || name === '-M' ? [value] : [])).join(','),
      ['type'],
    );
    const lists = new OptionLists(options);
    this.#devices = new QemuDevices(draft, lists, this.#machine);
    this.#memory = new QemuMemory(draft, lists, this.#machine);
  }

  outcome(option: QemuOption): Outcome {
    if (option.name === '-') return leftOut('it has no value: the command may be broken here');
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
        return this.#memory.size(new OptionList(value));
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
    if (name === '-numa') return this.#memory.node(new OptionList(value));
    const renamed = RENAMED[name];
    if (renamed !== undefined) {
      this.#draft.vmmArgs.push('-machine', renamed);
      return key(`vmm-args: -machine ${renamed}, as QEMU calls it since 8.0`);
    }
    return OWN.find(({ names, values }) => names.includes(name) && values?.test(value) !== false)?.outcome;
  }

  #machineOption(value: string): Outcome {
    const list = new OptionList(value, ['type']);
    const type = list.head;
    const said = list.get('accel');
    if (said !== undefined) this.#draft.accelerate(said.split(':', 1)[0] ?? '');
    const isTd = this.#options.some(
      ({ name, value: text }) => name === '-object' && text.includes('tdx-guest'),
    );
    // Another kind of confidential guest is left to QEMU, whose object is kept.
    const confidential = isTd ? ['confidential-guest-support', 'memory-encryption'] : [];
    // QEMU turns SMM off for a Trust Domain (target/i386/kvm/tdx.c tdx_kvm_init).
    if (isTd && list.get('smm') === 'off') confidential.push('smm');
    const known = ['accel', 'kernel_irqchip', 'kernel-irqchip', 'pflash0', 'pflash1', ...confidential];
    const foreign = type === 'microvm' ? MICROVM : [];
    const others = list.others([...known, 'memory-backend', 'kvm-type', 'pic', ...foreign]);
    const irqchip = list.get('kernel_irqchip') ?? list.get('kernel-irqchip');
    if (irqchip !== undefined && !isTd) others.push(`kernel-irqchip=${irqchip}`);
    const idle = others.filter((other) => IDLE.test(other));
    const words = others.filter((other) => !IDLE.test(other)).join(',');
    if (words !== '') this.#draft.vmmArgs.push('-machine', words);
    const rest = [
      ...(words === '' ? [] : [`; vmm-args: -machine ${words}`]),
      ...(idle.length === 0 ? [] : [`; ${idle.join(',')} changes nothing for the guest`]),
    ].join('');
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

  /** Of variables nothing can be computed: what is not said would be cores, as many as the CPUs need. */
  #variableSmp(list: OptionList, text: string | undefined): Outcome {
    const numberOrVariable = (value: string): string | number =>
      value.includes('${') ? value : Number(value);
    if (text !== undefined) {
      this.#draft.guest.cpus = numberOrVariable(text);
      return key('guest.cpus; how they are arranged is left out');
    }
    this.#draft.guest.topology = Object.fromEntries(
      Object.entries(list.some(TOPOLOGY)).map(([name, value]) => [name, numberOrVariable(value)]),
    );
    return key('guest.topology');
  }

  /** QEMU prefers cores over sockets, and sockets over threads, for what is not said (hw/core/machine-smp.c). */
  #smp(list: OptionList): Outcome {
    const text = list.head === '' ? list.get('cpus') : list.head;
    const values = [text, ...TOPOLOGY.map((name) => list.get(name))];
    if (values.some((value) => value?.includes('${'))) return this.#variableSmp(list, text);
    const said = (name: string): number | undefined => {
      const value = list.get(name);
      return value === undefined ? undefined : Number(value);
    };
    const [sockets, dies, threads] = [said('sockets') ?? 1, said('dies') ?? 1, said('threads') ?? 1];
    const most = said('maxcpus');
    const cpus = Number(text ?? sockets * dies * threads * (said('cores') ?? 1));
    const cores = said('cores') ?? Math.max(1, Math.floor(cpus / (sockets * dies * threads)));
    this.#draft.guest.cpus = cpus;
    const arranged = TOPOLOGY.some((name) => list.get(name) !== undefined);
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

  /** QEMU adds the texts of one `type=11` to those of another (hw/smbios/smbios.c, save_opt_list). */
  #smbios(list: OptionList): Outcome {
    const type = list.get('type');
    if (type === '11' && list.get('path') === undefined) {
      this.#oemStrings.push(...list.all('value'));
      this.#draft.add('smbios', { 'oem-strings': this.#oemStrings });
      return key(`guest.smbios.oem-strings${lost(list.others(['type', 'value']))}`);
    }
    if (type !== '1') return kept();
    const fields = ['manufacturer', 'product', 'version', 'serial', 'uuid', 'sku', 'family'];
    this.#draft.add('smbios', list.some(fields));
    return key(`guest.smbios${lost(list.others(['type', ...fields]))}`);
  }

  #object(list: OptionList): Outcome | undefined {
    if (list.head === 'tdx-guest') return tdxGuest(this.#draft, list);
    if (list.head === 'iommufd') return own('with guest.vfio');
    if (list.head === 'secret' && !this.#isNamed(list.get('id')))
      return leftOut('nothing of the command uses it');
    return list.head.startsWith('memory-backend-') ? this.#memory.backend(list) : undefined;
  }

  /** Whether another option names an object. */
  #isNamed(id: string | undefined): boolean {
    return this.#options.some(
      ({ name, value }) => name !== '-object' && id !== undefined && value.includes(id),
    );
  }
}
