/** A step of one of the actions as the runner starts it: a program with inputs, state and files for its commands. */

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const DIST = resolve(import.meta.dirname, '../../dist');

export interface StepResult {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** By name; the values as other steps see them. */
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
  readonly state: Readonly<Record<string, string>>;
  /** Workflow commands of the step, such as `error`, with their data as the runner decodes it. */
  commands(name: string): string[];
}

/** A job's directory; steps run in its workspace. */
export class Job {
  readonly dir = mkdtempSync(join(tmpdir(), 'tdx-boot-step-'));
  readonly workspace = join(this.dir, 'workspace');
  readonly temp = join(this.dir, 'temp');

  constructor() {
    for (const made of [this.workspace, this.temp]) mkdirSync(made);
  }

  write(name: string, content: string): void {
    writeFileSync(join(this.workspace, name), content);
  }

  remove(): void {
    rmSync(this.dir, { recursive: true, force: true });
  }

  /** @param program directory of dist/ */
  async run(
    program: 'action' | 'firmware' | 'post',
    inputs: Readonly<Record<string, string>> = {},
    env: Readonly<Record<string, string>> = {},
  ): Promise<StepResult> {
    const names = ['GITHUB_OUTPUT', 'GITHUB_STATE', 'GITHUB_STEP_SUMMARY'];
    const files = names.map((name) => join(this.dir, name));
    for (const file of files) writeFileSync(file, '');
    const child = spawn(process.execPath, [join(DIST, program, 'index.js')], {
      cwd: this.workspace,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        PATH: process.env.PATH,
        HOME: this.dir,
        RUNNER_TEMP: this.temp,
        ...Object.fromEntries(names.map((name, index) => [name, files[index]])),
        ...Object.fromEntries(Object.entries(inputs).map(([name, value]) => [inputVariable(name), value])),
        ...env,
      },
    });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text) => {
      stdout += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text) => {
      stderr += text;
    });
    const [code] = await once(child, 'close');
    const [outputs = '', state = '', summary = ''] = files.map((file) => readFileSync(file, 'utf8'));
    return {
      code,
      stdout,
      stderr,
      outputs: values(outputs),
      state: values(state),
      summary,
      commands: (name) => commandsOf(stdout, name),
    };
  }
}

/** As actions/runner names it (src/Runner.Worker/Handlers/Handler.cs, AddInputsToEnvironment). */
function inputVariable(name: string): string {
  return `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`;
}

/** `name<<delimiter`, the value, the delimiter. */
function values(text: string): Record<string, string> {
  const found = text.matchAll(/^(.+?)<<(.+)\n([\s\S]*?)\n?\2$/gm);
  return Object.fromEntries([...found].map(([, name = '', , value = '']) => [name, value]));
}

function commandsOf(stdout: string, name: string): string[] {
  const lines = stdout.split('\n').filter((line) => new RegExp(`^::${name}( [^:]*)?::`).test(line));
  return lines.map((line) =>
    line
      .replace(/^::\w+( [^:]*)?::/, '')
      .replaceAll('%0A', '\n')
      .replaceAll('%0D', '\r')
      .replaceAll('%25', '%'),
  );
}
