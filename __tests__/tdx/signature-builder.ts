/** Certificates made for these tests, signatures that hold them, and lists of keys, with none of the code under test. */

/** Self-signed, and signed by the first one. Their keys are not kept. */
export const CERTIFICATES = {
  ca: Buffer.from(
    'MIIBjTCCATOgAwIBAgIUCs2hdgp8BAOh56Xbh2mzPdvoCKgwCgYIKoZIzj0EAwIwGzEZMBcGA1UEAwwQdGR4LWJvb3QgdGVzdCBDQTAgFw0yNjExMjYwNzI4NDJaGA8yMTI2MTEwMjA3Mjg0MlowGzEZMBcGA1UEAwwQdGR4LWJvb3QgdGVzdCBDQTBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABEInsy2z/H3ZEzbIfpMR41LzLm32vcNQ8CVpbVND0QvXBvxNDCnPmCkR3dX+ldef2egtHOrimes2b01h7ZYkBeijUzBRMB0GA1UdDgQWBBRZQt3rIKr1X8JdYGruAv0sV94NMDAfBgNVHSMEGDAWgBRZQt3rIKr1X8JdYGruAv0sV94NMDAPBgNVHRMBAf8EBTADAQH/MAoGCCqGSM49BAMCA0gAMEUCIDU5eGx56j+TVnuhJ7tezrsmGKGuhjHPGZh3dlBY/MgdAiEA8XdUTo7ATp6TXkggKNsjNOo/yPNRWS5GEfgfoxLZ2wM=',
    'base64',
  ),
  signer: Buffer.from(
    'MIIBNzCB3QIUK5Y8J1LogYVcjSqoBsamHxbYKxMwCgYIKoZIzj0EAwIwGzEZMBcGA1UEAwwQdGR4LWJvb3QgdGVzdCBDQTAgFw0yNjExMjYwNzI4NDJaGA8yMTI2MTEwMjA3Mjg0MlowHzEdMBsGA1UEAwwUdGR4LWJvb3QgdGVzdCBzaWduZXIwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAAQLBnJTpJV9WIDypQv6NuBVR1KvXEo5snWMYiqOMfHBOAlXo8VF3sE0XdGBhk3lwS/39izEvnTge7wipWriTH4WMAoGCCqGSM49BAMCA0kAMEYCIQC4ffY4bf/LHFpL4swLbXs1Pn7BGagXDqDc/drTHYvN2QIhAJNwCS+jRA7pfTkQBtClq5ZlF9PQv6+fTwkq9NeDswmf',
    'base64',
  ),
  other: Buffer.from(
    'MIIBkjCCATmgAwIBAgIUIS4MmHzxwGcgsQsRd4ZKyym7PzQwCgYIKoZIzj0EAwIwHjEcMBoGA1UEAwwTdGR4LWJvb3QgdGVzdCBvdGhlcjAgFw0yNjExMjYwNzI4NDJaGA8yMTI2MTEwMjA3Mjg0MlowHjEcMBoGA1UEAwwTdGR4LWJvb3QgdGVzdCBvdGhlcjBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABGosFRfctYVTCwAalHmkb6ykqjPoHIcvCVxDTDCWowg9lau5RGoMAX/U3zTR1FbY9y2dbGQ4jcPVEXFCmd0VM82jUzBRMB0GA1UdDgQWBBSHV0LuRlVz2mxKPE02Z7/21+uVhzAfBgNVHSMEGDAWgBSHV0LuRlVz2mxKPE02Z7/21+uVhzAPBgNVHRMBAf8EBTADAQH/MAoGCCqGSM49BAMCA0cAMEQCIAqC315qFzu7av8NyrK1RLWO+E1kPW1XtNW9SIp/JgXyAiBxuamKVndtJ5CVBLV2uyFRD87y7Ih/fFlYskxjUspZJg==',
    'base64',
  ),
} as const;

/** A WIN_CERTIFICATE with PKCS #7 data: these certificates, and the first one as the signer. The value of the signature is missing. */
export function signatureOf(...certificates: readonly Uint8Array[]): Buffer {
  const signedData = Buffer.from('06092a864886f70d010702', 'hex');
  const data = der(0x30, Buffer.from('06092a864886f70d010701', 'hex'));
  const version = Buffer.from('020101', 'hex');
  const [signer] = certificates;
  const signers = signer === undefined ? [] : [der(0x30, version, identityOf(Buffer.from(signer)))];
  const signed = der(0x30, version, der(0x31), data, der(0xa0, ...certificates), der(0x31, ...signers));
  const body = der(0x30, signedData, der(0xa0, signed));
  const head = Buffer.alloc(8);
  head.writeUInt32LE(8 + body.length, 0);
  head.writeUInt16LE(0x0200, 4);
  head.writeUInt16LE(0x0002, 6);
  const whole = Buffer.concat([head, body]);
  return Buffer.concat([whole, Buffer.alloc(-whole.length & 7)]);
}

/** IssuerAndSerialNumber; empty for what is no certificate. */
function identityOf(certificate: Buffer): Buffer {
  const [whole] = parts(certificate);
  const [signed] = parts(whole?.body);
  const [serial, , issuer] = parts(signed?.body).filter(({ tag }) => tag !== 0xa0);
  return der(0x30, issuer?.whole ?? Buffer.alloc(0), serial?.whole ?? Buffer.alloc(0));
}

function parts(bytes: Buffer = Buffer.alloc(0)): { tag: number; body: Buffer; whole: Buffer }[] {
  const found = [];
  for (let at = 0; at + 2 <= bytes.length; ) {
    const first = bytes.readUInt8(at + 1);
    const digits = first < 0x80 ? 0 : first & 0x7f;
    const length = digits === 0 ? first : bytes.readUIntBE(at + 2, digits);
    const start = at + 2 + digits;
    found.push({
      tag: bytes.readUInt8(at),
      body: bytes.subarray(start, start + length),
      whole: bytes.subarray(at, start + length),
    });
    at = start + length;
  }
  return found;
}

const TYPES = {
  x509: 'a159c0a5e494a74a87b5ab155c2bf072',
  sha256: '2616c4c14c509240aca941f936934328',
  sha384: '07533effd09fc94885f18ad56c701e01',
  x509Sha256: '92a4d23bc0967940b420fcf98ef103ed',
} as const;

/** An EFI_SIGNATURE_LIST of one entry, whose owner is of ones. */
export function signatureList(kind: keyof typeof TYPES, content: Uint8Array): Buffer {
  const head = Buffer.alloc(28);
  head.set(Buffer.from(TYPES[kind], 'hex'));
  head.writeUInt32LE(28 + 16 + content.length, 16);
  head.writeUInt32LE(16 + content.length, 24);
  return Buffer.concat([head, OWNER, content]);
}

export const OWNER = Buffer.alloc(16, 0x11);

function der(tag: number, ...parts: readonly Uint8Array[]): Buffer {
  const body = Buffer.concat(parts);
  const length = Buffer.from([0x82, body.length >> 8, body.length & 0xff]);
  return Buffer.concat([Buffer.from([tag]), length, body]);
}
