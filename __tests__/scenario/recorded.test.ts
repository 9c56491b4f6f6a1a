/** A scenario as a recording keeps it: the same values, places and files, on any machine. */

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { loadRecordedScenario, loadScenario } from '../../src/scenario/load.ts';
import { parseOverride } from '../../src/scenario/overrides.ts';
import { recordScenario } from '../../src/scenario/recorded.ts';
import { scratchDirectory } from '../support/scratch.ts';

const dir = scratchDirectory('recorded-scenario');

writeFileSync(
  join(dir, 'base.yml'),
  'version: 1\nplatform: kvm\nguest:\n  kernel: bzImage\n  cpus: 2\ntimeout: 3m\n',
);
writeFileSync(
  join(dir, 'boot.yml'),
  'extends: base.yml\nvariables: {WHO: root}\nguest: {initrd: initrd}\nsteps:\n  - expect: "${WHO}@"\n  - send: "echo $${HOME}\\n"\n',
);
const live = loadScenario(join(dir, 'boot.yml'), {
  overrides: [parseOverride('guest.kernel=other', '--set', '/elsewhere')],
  variables: new Map([['WHO', 'admin']]),
});
const recorded = recordScenario(live.source);
const places: unknown = JSON.parse(JSON.stringify(recorded.places));

describe('what extends, overrides and uses variables', () => {
  test('is the same again: values, files and places', () => {
    const again = loadRecordedScenario({ name: 'boot', text: recorded.text, places });
    expect(JSON.parse(JSON.stringify(again.scenario))).toEqual(JSON.parse(JSON.stringify(live.scenario)));
    expect(again.scenario.guest).toMatchObject({ kernel: '/elsewhere/other', initrd: join(dir, 'initrd') });
    for (const path of [['guest', 'kernel'], ['guest', 'cpus'], ['steps', 1, 'send'], ['timeout']]) {
      expect(again.where(path)).toEqual(live.where(path));
    }
  });

  test('takes further overrides', () => {
    const overrides = [parseOverride('guest.cpus=8', '--set', '/')];
    const again = loadRecordedScenario({ name: 'boot', text: recorded.text, places }, { overrides });
    expect(again.scenario.guest?.cpus).toBe(8);
  });

  test('has no variables any more', () => {
    const variables = new Map([['WHO', 'x']]);
    const overrides = [parseOverride('variables.WHO=x', '--set', '/')];
    for (const uses of [{ variables }, { overrides }]) {
      expect(() => loadRecordedScenario({ name: 'boot', text: recorded.text, places }, uses)).toThrow(
        expect.objectContaining({ code: 'unused-variable' }),
      );
    }
  });
});

test.each([
  ['is cut', 'guest: {'],
  ['is nested too deep', '['.repeat(100_000)],
  ['has an alias without an anchor', 'version: *one'],
])('a text that %s: refused', (_, text) => {
  expect(() => loadRecordedScenario({ name: 'boot', text, places })).toThrow(
    expect.objectContaining({ code: 'bad-recording', message: expect.stringContaining('is no YAML') }),
  );
});

describe('places that are not those of the text', () => {
  const { files, bases, tree } = recorded.places;
  test.each<[string, unknown]>([
    ['none', undefined],
    ['another version', { version: 2, files, bases, tree }],
    ['no tree', { version: 1, files, bases }],
    ['a file that is not listed', { version: 1, files: [], bases, tree }],
    ['a base that is no text', { version: 1, files, bases: [7, 7], tree }],
    ['a key less', { version: 1, files, bases, tree: [tree[0], {}] }],
    ['a list for a mapping', { version: 1, files, bases, tree: [tree[0], []] }],
  ])('%s: refused', (_, wrong) => {
    expect(() => loadRecordedScenario({ name: 'boot', text: recorded.text, places: wrong })).toThrow(
      expect.objectContaining({ code: 'bad-recording' }),
    );
  });
});
