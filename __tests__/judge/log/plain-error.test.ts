/** The error of a complaint names its cause where it has one meaning, however the program spells it. */

import { describe, expect, test } from '@jest/globals';
import { plainError } from '../../../src/judge/log/plain-error.ts';

describe('an error with one meaning, about the thing that the line names', () => {
  test.each([
    ['Unable to open /dev/flux: Permission denied', '/dev/flux may not be used by this user'],
    ["cannot open '/srv/td.img': No such file or directory", '/srv/td.img does not exist'],
    ['Error: connect ECONNREFUSED /run/flux.sock', 'Nobody listens on /run/flux.sock'],
    ['bash: /opt/flux: Datei oder Verzeichnis nicht gefunden', '/opt/flux does not exist'],
    ['mount: /mnt/flux: 只读文件系统', '/mnt/flux is on a read-only file system'],
    ["flux: '/srv/td.img': No queda espacio en el dispositivo", 'The disk of /srv/td.img is full'],
    [
      "Failed to create file '/srv/flux/a.fd': No such file or directory",
      'The directory in which /srv/flux/a.fd is to be made does not exist',
    ],
    ["cannot create container, open '/srv/td.img': No such file or directory", '/srv/td.img does not exist'],
    [
      'Put http://flux/actions: EOF',
      'The other side closed the connection: it ended, crashed, or refuses what it was told: Put http://flux/actions: EOF',
    ],
    [
      'Flux(Open("/srv/td.img"), Os { code: 2, kind: NotFound, message: "No such file" })',
      '/srv/td.img does not exist',
    ],
    [
      'flux: connect to /run/flux.sock failed: Connection refused (os error 111)',
      'Nobody listens on /run/flux.sock',
    ],
    ['bind(/run/flux.sock): Address already in use', '/run/flux.sock is in use'],
    ['mount: /media/share: cannot mount (errno = 30)', '/media/share is on a read-only file system'],
    [
      'flux: mmap failed: Cannot allocate memory',
      'There is not enough memory: mmap failed: Cannot allocate memory',
    ],
    [
      'Os { code: 24, kind: Uncategorized, message: "No file descriptors available" }',
      'The program has too many files open',
    ],
    [
      'flux: open failed with error -13',
      'The program lacks a permission that it needs: open failed with error -13',
    ],
    [
      "Could not run '/usr/bin/flux_setup'. exit status: 126",
      '/usr/bin/flux_setup may not be used by this user',
    ],
    [
      'Unable to make a flux: OsError(16)',
      'Something that the program needs is in use by another one: Unable to make a flux: OsError(16)',
    ],
    ["cp: cannot create regular file '/opt/flux': Text file busy", '/opt/flux is in use'],
    ['flux.sh: line 3: /host//opt/flux: No such file or directory', '/host//opt/flux does not exist'],
    [
      'failed to make a flux: File exists (os error 17)',
      'Something that the program is to make exists already: failed to make a flux: File exists (os error 17)',
    ],
    ['dial unix /run/flux.sock: i/o timeout', '/run/flux.sock did not answer in time'],
    [
      'agent pull image err. context deadline exceeded',
      'Something was not done in the time that it was given: agent pull image err. context deadline exceeded',
    ],
    [
      'error: timed out waiting for the condition on pods/flux',
      'Something was not done in the time that it was given: timed out waiting for the condition on pods/flux',
    ],
    [
      'ssh: connect to host flux port 22: Connection timed out',
      'Something was not done in the time that it was given: connect to host flux port 22: Connection timed out',
    ],
    // A place in the source of the program is not the file that it wanted.
    [
      'panicked at /src/flux/main.rs:12: Os { code: 111 }',
      'Nobody listens where the program connects to: the other side was not started, or has ended',
    ],
  ])('%s', (line, title) => {
    expect(plainError(line)?.title).toBe(title);
  });
});

test.each([
  ['why is open: a deadline tells what did not happen', 'flux: context deadline exceeded', 'unknown'],
  ['likely: nobody listens', 'flux: Connection refused', 'likely'],
])('%s', (_, line, certainty) => {
  expect(plainError(line)?.certainty).toBe(certainty);
});

test('/dev/kvm is the host’s to give', () => {
  expect(plainError('Unable to open /dev/kvm: No such file or directory')).toMatchObject({
    cause: 'error-missing',
    phase: 'host',
  });
});

test.each([
  ['an argument may be invalid for any reason', 'flux: ioctl failed: Invalid argument'],
  ['a device may be missing for any reason', 'flux: failed to initialize: No such device'],
  ['an I/O error of no file', 'End of file while reading data: Input/output error'],
  ['a number that is no error', 'flux version 13 failed'],
  ['no error', 'the flux is off'],
])('no cause from an error that has many: %s', (_, line) => {
  expect(plainError(line)).toBeUndefined();
});
