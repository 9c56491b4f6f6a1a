/**
 * Follows a grub.cfg to the kernel that GRUB boots by itself: the commands that such files use, exactly as GRUB 2.12 runs them.
 * Whatever depends on the machine, or is not in the table of commands, ends with the file and line that is not known.
 */

import type { GrubEntry } from '../tdx/predict-shim.ts';
import type { Unpredictable } from '../tdx/prediction.ts';
import { blsEntries, readBlsFiles } from './grub-bls.ts';
import { ALWAYS_SUCCEED, DECIDING, FEATURES, HARMLESS, OF_THE_MACHINE } from './grub-commands.ts';
import { type GrubFiles, isKnown, UNKNOWN } from './grub-files.ts';
import { loadedKernel, readEnvironment } from './grub-loader.ts';
import { chooseEntry, chooseRedHatEntry, type Entry, readEntry, splitSubmenu } from './grub-menu.ts';
import { type Command, NotKnown, parseScript, type Statement } from './grub-script.ts';
import { isTrue } from './grub-test.ts';
import { GrubVariables } from './grub-variables.ts';
import { bounded, expand } from './grub-words.ts';

type Files = Pick<GrubFiles, 'read' | 'size' | 'isDirectory' | 'list' | 'search' | 'shown'>;

/** Where GRUB looks for its files. */
export interface GrubStart {
  /** The partition that GRUB was started from, as GrubFiles names it. */
  readonly device: string;
  /** A directory of that partition. */
  readonly prefix: string;
  /** The directory of GRUB itself, in Red Hat's GRUB, which looks there first; absent: another GRUB. */
  readonly redHat?: string | undefined;
}

/** What GRUB boots when nobody presses a key. */
export function grubEntry(files: Files, start: GrubStart): GrubEntry | Unpredictable {
  const run = new GrubRun(files, start);
  try {
    return run.boot();
  } catch (error) {
    if (!(error instanceof NotKnown)) throw error;
    const at = error.line === 0 ? run.file : `${run.file}:${error.line}`;
    return { reason: `${at}: ${error.message}` };
  }
}

/** Variables and menu of a file. */
interface Context {
  readonly variables: GrubVariables;
  readonly entries: Entry[];
  /** Whether entries may follow that depend on the machine. */
  open: boolean;
}

/** More than any grub.cfg needs, so that a hostile disk costs little: commands, and the bytes that they keep. */
const MOST_CALLS = 2_000;
const MOST_NESTED = 32;
/** Bytes of all files of commands together, each as often as it runs: parsing them takes the time and the memory. */
const MOST_SCRIPT = 256 * 1024;

/** What a command leaves in `$?`: 0 is success. */
type Status = '0' | '1' | typeof UNKNOWN;

class Booted extends Error {}

class GrubRun {
  readonly #files: Files;
  readonly #start: GrubStart;
  readonly #redHat: boolean;
  readonly #functions = new Map<string, readonly Statement[]>();
  #context: Context = { variables: new GrubVariables(), entries: [], open: false };
  #parameters: readonly string[] = [];
  /** Whether a condition that depends on the machine decides if this runs. */
  #maybe = false;
  #kernel: Omit<GrubEntry, 'initrds'> | undefined;
  #initrds: Buffer[] = [];
  #calls = 0;
  #scriptBytes = 0;
  #nested = 0;
  /** The file that runs, as it may be shown. */
  file = 'grub.cfg';

  constructor(files: Files, start: GrubStart) {
    this.#files = files;
    this.#start = start;
    this.#redHat = start.redHat !== undefined;
  }

  boot(): GrubEntry {
    const { device, prefix, redHat } = this.#start;
    const exported: readonly (readonly [string, string])[] = [
      ['root', device],
      ['prefix', `(${device})${prefix}`],
      ['cmdpath', UNKNOWN],
      ['grub_cpu', 'x86_64'],
      ['grub_platform', 'efi'],
      ...FEATURES,
    ];
    for (const [name, value] of exported) this.#context.variables.export(name, value);
    try {
      const own = `(${device})${redHat ?? prefix}/grub.cfg`;
      const isThere = this.#files.size(own, 0) !== undefined;
      this.#runFile(isThere ? own : `(${device})${prefix}/grub.cfg`, 0);
      this.#runMenu();
    } catch (error) {
      if (!(error instanceof Booted)) throw error;
      if (this.#kernel !== undefined) return { ...this.#kernel, initrds: this.#initrds };
    }
    throw new NotKnown(0, 'GRUB boots no kernel by itself');
  }

  #runFile(path: string, line: number): void {
    const content = this.#content(path, line);
    if (content === undefined) throw new NotKnown(line, 'a file of commands is not on the disk');
    this.#scriptBytes += content.length;
    if (this.#scriptBytes > MOST_SCRIPT) throw new NotKnown(line, 'the files of commands are too large');
    const { variables } = this.#context;
    const [before, directory] = [this.file, variables.get('config_directory')];
    this.file = this.#files.shown(path);
    const whole = this.#absolute(path);
    variables.export('config_directory', whole.slice(0, whole.lastIndexOf('/')));
    this.#run(parseScript(content.toString('utf8')));
    this.file = before;
    if (directory === undefined) variables.unset('config_directory');
    else variables.set('config_directory', directory);
  }

  #run(statements: readonly Statement[]): void {
    if (++this.#nested > MOST_NESTED) throw new NotKnown(0, 'the commands are nested too deep');
    for (const statement of statements) this.#statement(statement);
    this.#nested--;
  }

  #statement(statement: Statement): void {
    if (statement.kind === 'command') this.#command(statement);
    else if (statement.kind === 'if') this.#if(statement);
    else if (statement.kind === 'loop') throw new NotKnown(statement.line, 'a loop is not followed');
    else if (this.#maybe) throw new NotKnown(statement.line, 'whether this function is set is not known');
    else this.#functions.set(statement.name, statement.body);
  }

  #if({ clauses, otherwise }: Extract<Statement, { kind: 'if' }>): void {
    for (const [index, { condition, body }] of clauses.entries()) {
      this.#run(condition);
      const status = this.#get('?');
      if (status === '0') {
        this.#run(body);
        return;
      }
      if (isKnown(status)) continue;
      const maybe = this.#maybe;
      this.#maybe = true;
      for (const later of clauses.slice(index)) {
        if (later.condition !== condition) this.#run(later.condition);
        this.#run(later.body);
      }
      this.#run(otherwise);
      this.#maybe = maybe;
      this.#set('?', UNKNOWN);
      return;
    }
    this.#run(otherwise);
  }

  #command(command: Command): void {
    if (++this.#calls > MOST_CALLS) throw new NotKnown(command.line, 'the commands are too many');
    const read = bounded((variable) => this.#get(variable), command.line);
    const [name = '', ...values] = command.words.flatMap((word) => expand(word, command.line, read));
    if (name === '') return;
    const invert = name === '!';
    const status = this.#execute(invert ? (values.shift() ?? '') : name, values, command);
    const inverted = isKnown(status) ? (status === '0' ? '1' : '0') : UNKNOWN;
    this.#set('?', invert ? inverted : status);
  }

  #execute(name: string, values: string[], command: Command): Status {
    const { line } = command;
    if (!isKnown(name)) throw new NotKnown(line, 'the name of the command depends on the machine');
    if (name === 'menuentry' || name === 'submenu') return this.#add(name === 'submenu', values, command);
    if (command.block !== undefined) throw new NotKnown(line, 'a block of this command is not followed');
    if (ALWAYS_SUCCEED.has(name)) return '0';
    if (name === 'false') return '1';
    if (HARMLESS.has(name)) return UNKNOWN;
    if (name === '[' || name === 'test') return this.#test(name === '[' ? values.slice(0, -1) : values, line);
    if (name === 'set') return this.#assign(values[0] ?? '', line);
    if (name === 'unset' || name === 'export') return this.#names(name, values);
    if (name === 'fwsetup' && values[0] === '--is-supported') return UNKNOWN;
    if (/^search(\.|$)/.test(name)) return this.#search(name, values, line);
    const own = this.#functions.get(name);
    if (own !== undefined && !DECIDING.has(name)) return this.#call(own, values);
    if (/^[A-Za-z_]\w*=/.test(name)) return this.#assign(name, line);
    if (this.#maybe) throw new NotKnown(line, 'whether this command runs depends on the machine');
    return this.#act(name, values, line);
  }

  /** Commands that decide what is booted. */
  #act(name: string, values: readonly string[], line: number): Status {
    if (name === 'load_env') return this.#loadEnvironment(values, line);
    if (name === 'linux' || (name === 'linuxefi' && this.#redHat)) return this.#linux(values, line);
    if (name === 'initrd' || (name === 'initrdefi' && this.#redHat)) return this.#initrd(values, line);
    if (name === 'blscfg' && this.#redHat && values.length === 0) return this.#blscfg(line);
    if (name === 'boot' && this.#kernel !== undefined) throw new Booted();
    if (name === 'source' || name === '.') {
      this.#runFile(values[0] ?? '', line);
      return '0';
    }
    if (name === 'configfile') {
      this.#within(() => {
        this.#runFile(values[0] ?? '', line);
        this.#runMenu();
      });
      return '0';
    }
    const shown = /^[\w.-]{1,32}$/.test(name) ? name : 'this command';
    throw new NotKnown(line, `what ${shown} does is not known before the boot`);
  }

  #call(body: readonly Statement[], parameters: readonly string[]): Status {
    const before = this.#parameters;
    this.#parameters = parameters;
    this.#run(body);
    this.#parameters = before;
    const status = this.#get('?');
    return status === '0' || status === '1' ? status : UNKNOWN;
  }

  /** Runs `use` in a fresh context, as of a submenu, and goes back to the context before. */
  #within(use: () => void): void {
    const outer = this.#context;
    this.#context = { variables: outer.variables.below(this.#redHat), entries: [], open: false };
    use();
    this.#context = outer;
  }

  #add(submenu: boolean, values: readonly string[], { line, block }: Command): Status {
    if (this.#maybe) this.#context.open = true;
    if (this.#context.open) return UNKNOWN;
    if (block === undefined) throw new NotKnown(line, 'an entry without a block is not followed');
    this.#context.entries.push({ ...readEntry(values, line), file: this.file, line, submenu, block });
    return '0';
  }

  /** Adds the entries of the directory that `blsdir` names, or where that is missing, of /boot/loader/entries. */
  #blscfg(line: number): Status {
    if (this.#context.open) return UNKNOWN;
    const files = readBlsFiles(this.#files, this.#get('root'), this.#get('blsdir'), line);
    const variable = bounded((name) => this.#context.variables.get(name), line);
    for (const { id, title, restricted, script } of blsEntries(files, variable, line)) {
      const block = parseScript(script).map((statement) => ({ ...statement, line }));
      this.#context.entries.push({
        ...{ id, title, restricted, block, line, file: this.file, submenu: false, parameters: [title] },
      });
    }
    return '0';
  }

  /** Shows the menu and waits for its time to end (GRUB grub-core/normal/menu.c). */
  #runMenu(): void {
    const [first] = this.#context.entries;
    if (first === undefined && !this.#context.open) return;
    const timeout = this.#get('timeout');
    if (isKnown(timeout) && !/^\s*\d+\s*$/.test(timeout)) {
      throw new NotKnown(0, 'no timeout is set: GRUB waits for a key');
    }
    const chosen = this.#get('default');
    if (!isKnown(chosen)) throw new NotKnown(0, 'the default entry depends on the machine');
    const choose = this.#redHat ? chooseRedHatEntry : chooseEntry;
    const entry = choose(this.#context.entries, chosen) ?? (this.#context.open ? undefined : first);
    if (entry === undefined)
      throw new NotKnown(0, 'whether the default entry is there depends on the machine');
    this.#runEntry(entry, chosen);
  }

  #runEntry(entry: Entry, chosen: string): void {
    this.file = entry.file;
    const users = this.#get('superusers');
    if (entry.restricted && users !== '') throw new NotKnown(entry.line, 'the entry asks for a password');
    const run = (): void => {
      const { variables } = this.#context;
      variables.export('chosen', UNKNOWN);
      const [, rest = ''] = splitSubmenu(chosen);
      if (rest === '') variables.unset('default');
      else variables.set('default', rest);
      this.#parameters = entry.parameters;
      this.#run(entry.block);
      if (this.#kernel !== undefined) throw new Booted();
    };
    if (!entry.submenu) {
      run();
      throw new NotKnown(entry.line, 'the default entry boots no kernel');
    }
    this.#within(() => {
      this.#set('timeout', '0');
      run();
      this.#runMenu();
    });
  }

  #linux(values: readonly string[], line: number): Status {
    const [path] = values;
    if (path === undefined) throw new NotKnown(line, 'linux has no file');
    const kernel = this.#content(path, line);
    if (kernel === undefined) throw new NotKnown(line, 'the kernel is not on the disk');
    this.#kernel = loadedKernel(kernel, values, this.#redHat, line);
    this.#initrds = [];
    return '0';
  }

  #initrd(values: readonly string[], line: number): Status {
    if (this.#kernel === undefined) throw new NotKnown(line, 'initrd comes before linux');
    this.#initrds = values.map((path) => {
      const content = path.startsWith('newc:') ? undefined : this.#content(path, line);
      if (content === undefined) throw new NotKnown(line, 'an initrd is not on the disk');
      return content;
    });
    return '0';
  }

  #loadEnvironment(values: readonly string[], line: number): Status {
    const named = values[0] === '-f' || values[0] === '--file';
    const [path, ...only] = named ? values.slice(1) : [`${this.#get('prefix')}/grubenv`, ...values];
    if (only.some((name) => name.startsWith('-')))
      throw new NotKnown(line, 'an option of load_env is not known');
    const content = this.#content(path ?? '', line);
    const environment = content === undefined ? undefined : readEnvironment(content);
    if (environment === undefined) return '1';
    for (const [name, value] of environment) {
      if (only.length === 0 || only.includes(name)) this.#set(name, value);
    }
    return '0';
  }

  #search(name: string, values: readonly string[], line: number): Status {
    const found = this.#files.search(name, values, line);
    const known = found.device !== undefined && !this.#maybe;
    this.#set(found.variable, known ? (found.device ?? '') : UNKNOWN);
    return known ? '0' : UNKNOWN;
  }

  #test(values: readonly string[], line: number): Status {
    const answer = isTrue(values, {
      isDirectory: (path) => this.#files.isDirectory(this.#absolute(path), line),
      size: (path) => this.#files.size(this.#absolute(path), line),
    });
    return answer === undefined ? UNKNOWN : answer ? '0' : '1';
  }

  #assign(text: string, line: number): Status {
    const at = text.indexOf('=');
    if (at < 1 || !isKnown(text.slice(0, at))) throw new NotKnown(line, 'set has no name and value');
    this.#set(text.slice(0, at), this.#maybe ? UNKNOWN : text.slice(at + 1));
    return '0';
  }

  #names(name: 'unset' | 'export', values: readonly string[]): Status {
    for (const value of values) {
      if (name === 'export') this.#context.variables.export(value);
      else if (this.#maybe) this.#set(value, UNKNOWN);
      else this.#context.variables.unset(value);
    }
    return '0';
  }

  #content(path: string, line: number): Buffer | undefined {
    return this.#files.read(this.#absolute(path), line);
  }

  #absolute(path: string): string {
    return path.startsWith('/') ? `(${this.#get('root')})${path}` : path;
  }

  #set(name: string, value: string): void {
    this.#context.variables.set(name, value);
  }

  #get(name: string): string {
    const number = /^\d+$/.test(name) ? Number(name) : undefined;
    if (number !== undefined) return this.#parameters[number - 1] ?? '';
    if (name === '#') return String(this.#parameters.length);
    return this.#context.variables.get(name) ?? (OF_THE_MACHINE.test(name) ? UNKNOWN : '');
  }
}
