/** EFI variables in the files in which people keep them, and what is predicted with them. */

import { X509Certificate } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { parseMetadata } from '../../src/tdx/metadata.ts';
import { type BootInputs, possibleEvents } from '../../src/tdx/possible-values.ts';
import {
  type GivenVariables,
  joinVariables,
  readVariableFile,
  type VariableFile,
} from '../../src/tdx/variable-files.ts';
import { buildImage, SECURE, tdvf } from './image-builder.ts';
import { buildKernel } from './pe-builder.ts';
import { sha384 } from './sha384.ts';
import { CERTIFICATES, OWNER, signatureList, signatureOf } from './signature-builder.ts';
import { buildCfv, GLOBAL, IMAGE_SECURITY, type VariableSpec } from './variable-builder.ts';

const { ca, signer, other } = CERTIFICATES;
const LIST = signatureList('x509', ca);
const OWNERS_GUID = '11111111-1111-1111-1111-111111111111';
const GLOBAL_TEXT = '8be4df61-93ca-11d2-aa0d-00e098032b8c';
const SECURITY_TEXT = 'd719b2cb-3d3a-4596-a3bc-dad00e67656f';
const pem = Buffer.from(new X509Certificate(ca).toString());

/** EFI_VARIABLE_AUTHENTICATION_2: a time, a certificate of 40 bytes, then the content. */
function signedUpdate(content: Buffer): Buffer {
  const head = Buffer.alloc(16 + 40);
  head.writeUInt32LE(40, 16);
  head.writeUInt16LE(0x0200, 20);
  head.writeUInt16LE(0x0ef1, 22);
  head.set(Buffer.from('9dd2af4adf68ee498aa9347d375665a7', 'hex'), 24);
  return Buffer.concat([head, content]);
}

function read(file: string, bytes: Uint8Array, rest: Partial<VariableFile> = {}): GivenVariables {
  return readVariableFile({ file, bytes, ...rest });
}

/** Name, vendor, content as hex digits. */
function said({ variables }: GivenVariables): string[][] {
  return variables.map(({ name, guid, data }) => [name, guid, Buffer.from(data).toString('hex')]);
}

describe('a file', () => {
  const db = ['db', SECURITY_TEXT, LIST.toString('hex')];
  const json = (variables: unknown): Buffer => Buffer.from(JSON.stringify({ version: 2, variables }));

  test.each<[string, string, Uint8Array, Partial<VariableFile>, string[]]>([
    ['of lists', 'db.esl', LIST, {}, db],
    ['of a signed update', 'db.auth', signedUpdate(LIST), {}, db],
    ['of a certificate as DER', 'db.der', ca, { owner: OWNERS_GUID }, db],
    ['of a certificate as PEM', 'db.crt', pem, { owner: OWNERS_GUID }, db],
    ['of another name', 'keys', LIST, { variable: 'db' }, db],
    ['of efivarfs', `db-${SECURITY_TEXT}`, Buffer.concat([Buffer.alloc(4), LIST]), {}, db],
    ['of a boot option', 'Boot000A.bin', Buffer.from('abc'), {}, ['Boot000A', GLOBAL_TEXT, '616263']],
    ['without content', 'dbx.esl', Buffer.alloc(0), {}, ['dbx', SECURITY_TEXT, '']],
    [
      'of JSON',
      'vars.json',
      json([{ name: 'db', guid: SECURITY_TEXT.toUpperCase(), attr: 7, data: LIST.toString('hex') }]),
      {},
      db,
    ],
  ])('%s', (_what, name, bytes, rest, expected) => {
    expect(said(read(name, bytes, rest))).toEqual([expected]);
  });

  test('of two certificates is two lists', () => {
    const both = Buffer.concat([pem, Buffer.from(new X509Certificate(other).toString())]);
    const lists = Buffer.concat([LIST, signatureList('x509', other)]).toString('hex');
    expect(said(read('KEK.pem', both, { owner: OWNERS_GUID }))).toEqual([['KEK', GLOBAL_TEXT, lists]]);
  });

  test('a store is its first volume, whatever stands behind', () => {
    const store = buildCfv([{ guid: GLOBAL, name: 'PK', data: LIST }], 0x1000);
    store.writeBigUInt64LE(0x1000n, 32);
    const { store: found, variables } = read('OVMF.fd', Buffer.concat([store, Buffer.alloc(64)]));
    expect([Buffer.from(found ?? []).equals(store), variables]).toEqual([true, []]);
  });

  test.each<[string, string, Uint8Array, Partial<VariableFile>, RegExp]>([
    ['a certificate without an owner', 'db.der', ca, {}, /the GUID of its owner, which is measured, too/],
    ['neither list nor certificate', 'db.esl', Buffer.from('text'), {}, /neither a list of keys/],
    ['a list that is cut', 'db.esl', LIST.subarray(0, 60), {}, /neither a list of keys/],
    ['a signed update that is cut', 'db.auth', signedUpdate(LIST).subarray(0, 50), {}, /neither a list/],
    ['a name that says nothing', 'keys.esl', LIST, {}, /it says no variable: "keys" is none/],
    ['efivarfs without attributes', `db-${SECURITY_TEXT}`, Buffer.alloc(3), {}, /attributes are missing/],
    ['qcow2', 'VARS.qcow2', Buffer.from('QFI\xfb', 'latin1'), {}, /a qcow2 image/],
    ['damaged JSON', 'vars.json', Buffer.from('{"variables": ['), {}, /its JSON is damaged/],
    ['JSON of something else', 'vars.json', Buffer.from('{}'), {}, /no list of variables/],
    [
      'JSON without data',
      'vars.json',
      json([{ name: 'db', guid: SECURITY_TEXT }]),
      {},
      /variable 0 .* lacks/,
    ],
    [
      'JSON with a GUID in another form, which names no vendor',
      'vars.json',
      json([{ name: 'PK', guid: `{${SECURITY_TEXT}}`, data: '00' }]),
      {},
      /variable 0 .* lacks a name, a GUID/,
    ],
    ['a volume without variables', 'a.fd', buildCfv([]).fill(0, 72, 88), {}, /claims 0x|no store/],
  ])('is refused: %s', (_what, name, bytes, rest, message) => {
    expect(() => read(name, bytes, rest)).toThrow(message);
  });
});

describe('several files', () => {
  test('lists of the same name stand one behind the other', () => {
    const joined = joinVariables([read('db.esl', LIST), read('db.auth', signedUpdate(LIST))]);
    expect(said(joined)).toEqual([['db', SECURITY_TEXT, Buffer.concat([LIST, LIST]).toString('hex')]]);
  });

  test.each<[string, GivenVariables[], RegExp]>([
    [
      'two boot options of one name',
      [read('Boot0000', ca), read('Boot0000.bin', ca)],
      /two of the files have/,
    ],
    [
      'two stores',
      [
        { store: ca, variables: [] },
        { store: ca, variables: [] },
      ],
      /two .* variable stores/,
    ],
  ])('%s are refused', (_what, files, message) => {
    expect(() => joinVariables(files)).toThrow(message);
  });
});

describe('a prediction', () => {
  const kernel = buildKernel({ certificates: signatureOf(signer) });
  const spec = (name: string, data: Buffer): VariableSpec => ({
    ...{ name, data, guid: /^(?:PK|KEK|Boot)/.test(name) ? GLOBAL : IMAGE_SECURITY },
  });
  const keys = [spec('PK', LIST), spec('db', LIST)];
  const withKeys = buildImage(tdvf(SECURE, keys));
  const bare = buildImage(tdvf(SECURE));
  const store = buildCfv(keys, 0x84000);

  /** The events of RTMR0 as text and digest or reason. */
  function events(image: Uint8Array, known: Partial<BootInputs> = {}): string[][] {
    const direct = { kernel, initrd: new Uint8Array(), cmdline: '' };
    const all = {
      image,
      metadata: parseMetadata(image),
      memory: 1n << 30n,
      direct,
      profile: 'edk2-stable202411',
    };
    const [found] = possibleEvents({ ...all, ...known });
    return (found?.events ?? [])
      .filter(({ register }) => register === 'rtmr0')
      .map(({ text, digest }) => [text, typeof digest === 'string' ? digest : digest.reason]);
  }
  const given = joinVariables([read('PK.esl', LIST), read('db.esl', LIST)]);

  test('with a store is that of the image with the store in it', () => {
    expect(events(bare, { variables: { store, variables: [] } })).toEqual(events(withKeys));
    expect(events(bare)).not.toEqual(events(withKeys));
  });

  test('with keys has their events, and says that the CFV is not known', () => {
    const expected = events(withKeys).map(([text = '', digest = '']) => [
      text,
      text === 'CFV' ? expect.stringMatching(/not those in the image/) : digest,
    ]);
    expect(events(bare, { variables: given })).toEqual(expected);
  });

  test('with the keys that the image has, too, knows the CFV', () => {
    expect(events(withKeys, { variables: given })).toEqual(events(withKeys));
  });

  test('with a store of another size is refused', () => {
    const variables = { store: buildCfv(keys), variables: [] };
    expect(() => events(bare, { variables })).toThrow(/the variable store has 0x10000 bytes, and the CFV/);
  });

  const options = joinVariables([
    read('BootOrder', Buffer.from('0a000100', 'hex')),
    read('Boot0001', Buffer.from('one')),
    read('Boot000A', Buffer.from('ten')),
  ]);
  const bootEvents = (known: Partial<BootInputs>, image = bare): string[][] =>
    events(image, known).filter(([text = '']) => /^Boot|boot options/.test(text));

  test('with boot options has them in their order', () => {
    const expected = [
      ['BootOrder', sha384(Buffer.from('0a000100', 'hex'))],
      ['Boot000A', sha384(Buffer.from('ten'))],
      ['Boot0001', sha384(Buffer.from('one'))],
    ];
    expect(bootEvents({ variables: options })).toEqual(expected);
    const disk = { gpt: Buffer.alloc(8), program: kernel };
    expect(bootEvents({ variables: options, direct: undefined, disk })).toEqual(expected);
  });

  test.each<[string, Partial<BootInputs>, VariableSpec[], RegExp]>([
    ['without BootOrder', { variables: read('Boot0001', ca) }, [], /BootOrder is not among/],
    [
      'without an option of BootOrder',
      { variables: read('BootOrder', Buffer.from('0200', 'hex')) },
      [],
      /BootOrder names Boot0002, which is not among/,
    ],
    ['of an image with options', {}, [spec('Boot0000', ca)], /the image brings boot options with it/],
    ['of an image with BootNext', {}, [spec('BootNext', ca)], /the image brings boot options with it/],
  ])('%s has no value', (_what, known, stored, reason) => {
    const image = buildImage(tdvf(SECURE, stored));
    expect(bootEvents(known, image)).toEqual([['boot options', expect.stringMatching(reason)]]);
  });

  test('the file bootorder of a disk is measured where it has content, and has no value where it is not given', () => {
    const order = (bootOrder?: Uint8Array): (string | undefined)[] =>
      events(bare, { bootOrder, direct: undefined, profile: 'edk2-stable202508' })
        .filter(([text]) => text === 'fw_cfg file bootorder')
        .map(([, digest]) => digest);
    expect([order(Buffer.from('/pci\0')), order(Buffer.alloc(0)), order()]).toEqual([
      [sha384(Buffer.from('/pci\0'))],
      [],
      [expect.stringMatching(/names the devices that have a bootindex/)],
    ]);
  });

  test('dbt is measured behind dbx where it is set', () => {
    const image = buildImage(tdvf(SECURE, [...keys, spec('dbt', LIST)]));
    const texts = events(image).map(([text]) => text);
    expect(texts.slice(texts.indexOf('dbx'), texts.indexOf('separator') + 1)).toEqual([
      'dbx',
      'dbt',
      'separator',
    ]);
  });
});

test('the owner of the tests is the one of their lists', () => {
  expect(OWNER.toString('hex')).toBe(OWNERS_GUID.replaceAll('-', ''));
});

test('JSON that is far larger than any store is refused before it is parsed', () => {
  const bytes = Buffer.from(`{"variables": [${'{},'.repeat(3 * 1024 * 1024)}{}]}`);
  expect(() => readVariableFile({ file: 'vars.json', bytes })).toThrow(
    /its JSON has \d+ characters, at most 8388608/,
  );
});
