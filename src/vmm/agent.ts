/** Speaks with the agent in the guest (guest/agent.c) over its port: frames in, commands out. */

import { constants } from 'node:os';
import { type CpioEntry, modeOf } from '../guest/newc.ts';
import type { CommandEnd } from '../judge/events.ts';
import type { Collect, Command, Share } from '../scenario/scenario.ts';
import type { RunStream } from '../words/words.ts';

/** The name of the virtio-serial port, by which the agent finds it. */
export const AGENT_PORT = 'org.tdx-boot.agent';
const PROTOCOL = '1';
/** Kind, number, length: three 32-bit numbers, little-endian. */
const HEADER = 12;
/** Longest frame of the agent, in bytes after the header. */
const MOST_BYTES = 65_536 + 4;

const REQUEST = {
  ...{ run: 1, collect: 2, mount: 3 },
  ...{ directory: 4, link: 5, file: 6, data: 7, fileEnd: 8 },
} as const;
const KIND = {
  ...{ ready: 16, started: 17, output: 18, ended: 19 },
  ...{ file: 20, data: 21, fileEnd: 22, leftOut: 23, collected: 24, done: 25 },
} as const;
/** How often an agent may begin in one guest: a kernel that is started by kexec starts an agent, too. */
const MOST_STARTS = 8;
/** Bytes of a file in one request. */
const PIECE = 512 * 1024;
const EMPTY = new Uint8Array();
const NOTHING: AgentSetup = { shares: [], files: [] };
const ENDS: readonly CommandEnd[] = ['exit', 'signal', 'not-started', 'no-directory'];

export interface AgentCallbacks {
  onReady(version: string): void;
  /** What came is no frame of this protocol; nothing that follows is read. */
  onBroken(detail: string): void;
  onOutput(stream: RunStream, bytes: Uint8Array): void;
  onEnd(stream: RunStream, how: CommandEnd, value: string): void;
}

/** What the agent does before it is said to be ready. */
export interface AgentSetup {
  readonly shares: readonly Share[];
  /** Directories before what is in them. */
  readonly files: readonly CpioEntry[];
}

/** What comes of a request for files. All of it is the guest's word. */
export interface FileCallbacks {
  onFile(path: string): void;
  onData(bytes: Uint8Array): void;
  /** @param error of reading it, such as `EIO`; absent where all of the file has come */
  onFileEnd(error?: string): void;
  onLeftOut(path: string, error: string): void;
  /** Nothing more will come. */
  onCollected(): void;
}

export class AgentPort {
  readonly #send: (bytes: Uint8Array) => void;
  readonly #callbacks: AgentCallbacks;
  readonly #setup: AgentSetup;
  /** What was asked for and is not answered yet. */
  #asked: string[] = [];
  #starts = 0;
  /** Commands by their numbers: all that were asked for, and those whose end has not come. */
  readonly #commands = new Set<number>();
  readonly #running = new Set<number>();
  #buffer = Buffer.alloc(0);
  #ready = false;
  #files: FileCallbacks | undefined;
  #broken = false;

  constructor(send: (bytes: Uint8Array) => void, callbacks: AgentCallbacks, setup: AgentSetup = NOTHING) {
    this.#send = send;
    this.#setup = setup;
    this.#callbacks = callbacks;
  }

  /** Has the guest run a command, whose output and end are those of the stream. The agent has to be ready. */
  run(stream: RunStream, { argv, env, directory = '' }: Command): void {
    const variables = Object.entries(env).map(([name, value]) => `${name}=${value}`);
    const number = Number(stream.slice(4));
    this.#commands.add(number);
    this.#running.add(number);
    this.#request(REQUEST.run, number, [directory, ...variables, '', ...argv]);
  }

  get ready(): boolean {
    return this.#ready && !this.#broken;
  }

  /** Asks for files. The agent has to be ready; it answers when a command that it starts has started. */
  collect({ paths, bytes, files }: Collect, callbacks: FileCallbacks): void {
    this.#files = callbacks;
    const limits = Buffer.alloc(16);
    limits.writeBigUInt64LE(BigInt(bytes), 0);
    limits.writeBigUInt64LE(BigInt(files), 8);
    this.#request(REQUEST.collect, 0, paths, limits);
  }

  push(bytes: Uint8Array): void {
    if (this.#broken) return;
    let rest = Buffer.concat([this.#buffer, bytes]);
    while (!this.#broken && rest.length >= HEADER) {
      const [kind, number, length] = [rest.readUInt32LE(0), rest.readUInt32LE(4), rest.readUInt32LE(8)];
      if (length > MOST_BYTES) {
        this.#break(`its port sent a frame of ${length} bytes`);
        return;
      }
      if (rest.length < HEADER + length) break;
      this.#take(kind, number, rest.subarray(HEADER, HEADER + length));
      rest = rest.subarray(HEADER + length);
    }
    this.#buffer = rest;
  }

  #take(kind: number, number: number, bytes: Buffer): void {
    if (kind === KIND.ready) this.#takeReady(textOf(bytes));
    else if (kind === KIND.done && bytes.length === 4) this.#takeAnswer(bytes.readUInt32LE(0));
    else if (!this.#ready) this.#break('its port sent something before the agent was ready');
    else if (kind === KIND.output) this.#takeOutput(number, bytes);
    else if (kind === KIND.ended && bytes.length === 8) this.#takeEnd(number, bytes);
    else if (kind > KIND.ended && this.#files !== undefined) this.#takeFile(kind, bytes, this.#files);
    else if (kind !== KIND.started) this.#break(`its port sent a frame of the unknown kind ${kind}`);
  }

  /** A process that a command left in the background may print after the command's end. */
  #takeOutput(number: number, bytes: Buffer): void {
    if (this.#commands.has(number)) this.#callbacks.onOutput(`run-${number}`, bytes);
    else this.#break(`its port sent output of command ${number}, which was not started`);
  }

  #takeEnd(number: number, bytes: Buffer): void {
    const how = ENDS[bytes.readUInt32LE(0)];
    if (how === undefined) this.#break('a command ended in a way that is not known');
    else if (!this.#running.delete(number)) {
      this.#break(`its port sent the end of command ${number}, which does not run`);
    } else this.#callbacks.onEnd(`run-${number}`, how, endValue(how, bytes.readUInt32LE(4)));
  }

  #takeFile(kind: number, bytes: Buffer, files: FileCallbacks): void {
    if (kind === KIND.data) files.onData(bytes);
    else if (kind === KIND.file) files.onFile(textOf(bytes));
    else if (kind === KIND.collected) files.onCollected();
    else if (bytes.length < 4) this.#break(`its port sent a frame of kind ${kind} that is cut`);
    else if (kind === KIND.fileEnd && bytes.readUInt32LE(0) === 0) files.onFileEnd();
    else if (kind === KIND.fileEnd) files.onFileEnd(nameOf(constants.errno, bytes.readUInt32LE(0)));
    else if (kind === KIND.leftOut) {
      files.onLeftOut(textOf(bytes.subarray(4)), nameOf(constants.errno, bytes.readUInt32LE(0)));
    } else this.#break(`its port sent a frame of the unknown kind ${kind}`);
  }

  #takeReady(version: string): void {
    if (version !== PROTOCOL) {
      this.#break(`it speaks protocol ${JSON.stringify(version)}, and this tdx-boot speaks ${PROTOCOL}`);
      return;
    }
    const unended = this.#ready ? [...this.#running].map((number) => `say how command ${number} ended`) : [];
    const [lost] = [...this.#asked, ...unended];
    if (lost !== undefined || ++this.#starts > MOST_STARTS) {
      this.#break(lost === undefined ? 'it began too often' : `it began anew before it could ${lost}`);
      return;
    }
    for (const { tag, target, write, type } of this.#setup.shares) {
      if (target === undefined) continue;
      this.#ask(`mount the share at ${target}`, REQUEST.mount, [write ? 'rw' : 'ro', tag, target, type]);
    }
    for (const entry of this.#setup.files) this.#put(entry);
    this.#readyWhenAnswered();
  }

  #put(entry: CpioEntry): void {
    const what = `put ${JSON.stringify(entry.path)} into the guest`;
    const mode = Buffer.alloc(4);
    mode.writeUInt32LE(modeOf(entry));
    if (entry.type === 'directory') this.#ask(what, REQUEST.directory, [entry.path], mode);
    else if (entry.type === 'link') this.#ask(what, REQUEST.link, [entry.path, entry.target], mode);
    else if (entry.type === 'file') {
      this.#request(REQUEST.file, 0, [entry.path], mode);
      for (let at = 0; at < entry.data.length; at += PIECE) {
        this.#request(REQUEST.data, 0, [], entry.data.subarray(at, at + PIECE));
      }
      this.#ask(what, REQUEST.fileEnd, []);
    }
  }

  #ask(what: string, kind: number, texts: readonly string[], first?: Uint8Array): void {
    this.#asked.push(what);
    this.#request(kind, 0, texts, first);
  }

  #takeAnswer(error: number): void {
    const what = this.#asked.shift();
    if (what === undefined) this.#break('its port sent an answer that nobody asked for');
    else if (error !== 0) this.#break(`it could not ${what}: ${nameOf(constants.errno, error)}`);
    else this.#readyWhenAnswered();
  }

  #readyWhenAnswered(): void {
    if (this.#asked.length > 0 || this.#ready) return;
    this.#ready = true;
    this.#callbacks.onReady(PROTOCOL);
  }

  #break(detail: string): void {
    this.#broken = true;
    this.#callbacks.onBroken(detail);
  }

  #request(kind: number, number: number, texts: readonly string[], first: Uint8Array = EMPTY): void {
    const body = Buffer.concat([first, Buffer.from(texts.map((text) => `${text}\0`).join(''))]);
    const header = Buffer.alloc(HEADER);
    [kind, number, body.length].forEach((value, index) => {
      header.writeUInt32LE(value, 4 * index);
    });
    this.#send(Buffer.concat([header, body]));
  }
}

/** An exit code as a number, a signal and an error by their names: Linux has the same numbers in the guest. */
function endValue(how: CommandEnd, value: number): string {
  if (how === 'exit') return String(value);
  return nameOf(how === 'signal' ? constants.signals : constants.errno, value);
}

function nameOf(names: Readonly<Record<string, number>>, value: number): string {
  return Object.entries(names).find(([, number]) => number === value)?.[0] ?? `number ${value}`;
}

function textOf(bytes: Buffer): string {
  return bytes.toString().replace(/\0.*$/s, '');
}
