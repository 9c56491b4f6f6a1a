/** The class of an error by its predicate: asked last, and the words of the line follow. */

import { describe, expect, test } from '@jest/globals';
import { ERROR_CLASSES } from '../../../src/judge/catalog/error-classes.ts';
import { errorClass } from '../../../src/judge/log/plain-error.ts';
import { LogReader, type LogReport } from '../../../src/judge/log.ts';

function read(...lines: readonly string[]): LogReport {
  const reader = new LogReader('mixed');
  reader.push(Buffer.from(`${lines.join('\n')}\n`));
  return reader.end();
}

const LINES: readonly (readonly [id: string, line: string])[] = [
  ['error-version', 'flux version v1.12 is too old, need at least v1.13'],
  ['error-version', 'Protocol Version Mismatch: expected 2'],
  ['error-rights', 'rpc error: code = PermissionDenied desc = flux'],
  ['error-rights', 'the principal is not authorized to perform flux:Create'],
  ['error-limit', 'Current Limit: 350, Current Usage: 350'],
  ['error-limit', 'the request exceeds the quota'],
  ['error-request', 'googleapi: Error 400: flux'],
  ['error-request', 'The request is invalid: flux'],
  ['error-integrity', 'the digest of the flux does not match'],
  ['error-integrity', 'flux: bad signature'],
  ['error-other-found', 'expected product name FLUX_ONE, got FLUX_TWO'],
  ['error-other-found', 'unexpected magic 0x7'],
  ['error-not-connected', 'Failed to connect to socket /run/flux/flux.socket'],
  ['error-not-connected', 'could not connect to https://flux.example:8081'],
  ['error-unsupported', 'Fluxes do not support initrds'],
  ['error-unsupported', 'flux is not yet supported'],
  ['error-setting-missing', 'the flux must be set'],
  ['error-setting-missing', 'flux: missing required field'],
  ['error-setting', 'invalid flux value: 12'],
  ['error-range', 'the flux property must be 1 bytes or less'],
  ['error-range', 'invalid flux 7 for the slot'],
  ['error-range', '--flux conflicts with --restore'],
  ['error-in-use', 'Failed to get "write" lock'],
  ['error-in-use', 'the flux is already running'],
  ['error-absent', 'cannot find the flux of this pod'],
  ['error-absent', 'no such network: flux'],
  ['error-command', 'Failed to run: flux --all: exit status 1'],
  ['error-command', "Command '['flux', '-S']' returned non-zero exit status 2."],
];

describe('a predicate names the class', () => {
  test.each(LINES)('%s: %s', (id, line) => {
    expect(errorClass(line)?.cause).toBe(id);
  });

  test('of every row, and each has advice', () => {
    const asked = new Set(LINES.map(([id]) => id));
    expect(ERROR_CLASSES.map(({ id }) => id).filter((id) => !asked.has(id))).toEqual([]);
    expect(ERROR_CLASSES.filter(({ hint }) => !/^.{15,}\.$/.test(hint))).toEqual([]);
  });

  test.each([
    'bad address',
    'Invalid argument',
    'invalid argument',
    'the flux failed',
    'no such device',
    'the flux is supported from 2 on',
    'connected to /run/flux.socket',
    'the limit of the flux is 12',
    'mismatch of nothing',
    'the flux needs at least 12 bytes',
    'the request requires at least one argument',
    'the password is too old',
    'the hash table of fluxes: a value is wrong',
    'the flux is required by nobody',
  ])('and of an error that may mean anything there is none: %s', (line) => {
    expect(errorClass(line)).toBeUndefined();
  });
});

describe('the class of a complaint', () => {
  test('is said with the words of the line', () => {
    expect(read('Error: the flux of libvirt does not support initrds').diagnosis).toMatchObject({
      cause: 'error-unsupported',
      title: 'Something is not supported: the flux of libvirt does not support initrds',
      certainty: 'likely',
    });
  });

  test.each([
    ['of its class', 'Error: the flux method does not support initrds', 'error-unsupported'],
    ['of the system', 'Error: flux: Operation not permitted (EPERM)', 'error-denied'],
  ])('is not sure where nothing shows who speaks, nor where a boot stands: %s', (_, line, cause) => {
    expect(read(line).diagnosis).toMatchObject({ phase: 'host', cause, certainty: 'unknown' });
  });

  test.each([
    'sshd[812]: error: Unsupported KEX algorithm "flux"',
    'sshd[933]: error: PAM: Authentication failed for root from 10.0.2.2',
    'systemd[1]: error: start request repeated too quickly, limit exceeded',
    'cloud-init[500]: ERROR: Datasource Flux is not supported',
  ])('does not make likely that the boot ended of what a program of a guest logs: %s', (line) => {
    const { diagnosis } = read(line);
    expect(diagnosis?.cause).toMatch(/^error-/);
    expect(diagnosis?.certainty).toBe('unknown');
  });

  test.each(['the flux is not available; using jiffies', 'Error: flux not found in cache, falling back'])(
    'is not asked of words without a level, nor of who goes on: %s',
    (line) => {
      expect(read(line).diagnosis?.cause).toBe('unknown');
    },
  );

  test('yields to an error of the system', () => {
    expect(read('Error: cannot find the flux: /srv/flux: Permission denied').diagnosis?.cause).toBe(
      'error-denied',
    );
  });

  test('is not asked of a kernel or a firmware, whose words mean other things', () => {
    expect(read('[    1.000000] tdx: the flux is not supported').diagnosis?.cause).not.toMatch(/^error-/);
    expect(read('FluxDxe: Unsupported').diagnosis?.cause).not.toBe('error-unsupported');
  });
});
