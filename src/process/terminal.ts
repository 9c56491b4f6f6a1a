/**
 * A terminal as the standard input of a program that reads input only from one. What is written to it is typed: each byte
 * arrives, as it is, in order. Node can open no pseudo-terminal, and script(1) of util-linux can.
 */

import { spawn } from 'node:child_process';
import { closeSync, constants, openSync } from 'node:fs';
import type { Readable, Writable } from 'node:stream';
import { HostError, messageOf } from '../words/errors.ts';
import { environmentFor } from './environment.ts';
import { findCommand } from './find.ts';
import { killGroup, noteGroup } from './kill.ts';

/** Longest time until the terminal is there, in milliseconds. */
const OPEN_MS = 10_000;
/**
 * Raw: no echo, no Ctrl-C, no bytes that are translated. The shell keeps the terminal open, reads nothing from it, and ends when
 * we close descriptor 3 or are gone; script ends with it.
 */
const HOLD = 'stty raw -echo && tty && read -r _ <&3';
/** Longest time until it has ended, in milliseconds. */
const CLOSE_MS = 2000;

export class Terminal {
  /** For the standard input of the program. */
  readonly fd: number;
  /** What is written here is typed. */
  readonly writer: Writable;
  readonly #end: () => Promise<void>;
  #isOpen = true;

  private constructor(fd: number, writer: Writable, end: () => Promise<void>) {
    this.fd = fd;
    this.writer = writer;
    this.#end = end;
  }

  /** @throws HostError code `script-missing` or `no-terminal` */
  static async open(): Promise<Terminal> {
    const [script, setpriv] = ['script', 'setpriv'].map((name) => findCommand(name));
    if (script === undefined || setpriv === undefined) {
      const hint = 'Install util-linux (Fedora: util-linux-script), or use vmm: qemu.';
      throw new HostError('script-missing', 'script is not installed, and text is typed with it', {
        hint,
        lasting: true,
      });
    }
    const options = ['--quiet', '--flush', '--command', HOLD, '/dev/null'];
    const child = spawn(setpriv, ['--pdeathsig', 'KILL', '--', script, ...options], {
      stdio: ['pipe', 'pipe', 'pipe', 'pipe'],
      detached: true,
      env: { ...environmentFor('tool'), SHELL: '/bin/sh' },
    });
    const { pid, stdin, stdout, stderr } = child;
    const closed = new Promise<void>((resolve) => {
      child.once('close', () => resolve());
      child.once('error', () => resolve());
    });
    // What cannot be typed any more is lost with the program that should read it.
    stdin.on('error', () => undefined);
    const forget = pid === undefined ? () => undefined : noteGroup(pid);
    child.once('close', forget);
    const end = async (): Promise<void> => {
      stdin.destroy();
      child.stdio[3]?.destroy();
      const timer = setTimeout(() => pid === undefined || killGroup(pid), CLOSE_MS);
      await closed;
      clearTimeout(timer);
    };
    try {
      const failed = new Promise<never>((_, reject) => child.once('error', reject));
      const path = await Promise.race([nameOf(stdout, stderr), failed]);
      stdout.resume();
      stderr.resume();
      return new Terminal(openSync(path, constants.O_RDWR | constants.O_NOCTTY), stdin, end);
    } catch (cause) {
      await end();
      throw new HostError(
        'no-terminal',
        `${script} made no terminal to type with: ${messageOf(cause, script)}`,
        { hint: 'Use vmm: qemu, which takes input without a terminal.', cause },
      );
    }
  }

  /** To be called when the program is started: it has the terminal open itself. */
  started(): void {
    if (this.#isOpen) closeSync(this.fd);
    this.#isOpen = false;
  }

  /** Ends the terminal, for a program that is gone or was not started. Nothing of the terminal is left when the promise settles. */
  close(): Promise<void> {
    this.started();
    return this.#end();
  }
}

/** Reads the path of the terminal, as tty(1) prints it. */
function nameOf(stdout: Readable, stderr: Readable): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const timer = setTimeout(() => reject(new Error(`no answer within ${OPEN_MS / 1000} s`)), OPEN_MS);
    const settle = (act: () => void): void => {
      clearTimeout(timer);
      act();
    };
    const read = (chunk: Buffer): void => {
      said += chunk.toString('latin1');
      const [, path] = /(?:^|\n)(\/dev\/pts\/\d+)\r?\n/.exec(said) ?? [];
      if (path !== undefined) settle(() => resolve(path));
    };
    stdout.on('data', read);
    stderr.on('data', read);
    stdout.once('close', () =>
      settle(() => reject(new Error(said.trim().slice(0, 200) || 'it said nothing'))),
    );
  });
}
