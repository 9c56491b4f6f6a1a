/** Reads who has signed an EFI program: PKCS #7 data (RFC 2315) in its certificate table. Node verifies certificates, and does not read PKCS #7. */

import { X509Certificate } from 'node:crypto';
import { signatureDataOf } from './authenticode.ts';
import { DER, elementsOf } from './der.ts';
import { unlessDamaged } from './reader.ts';

/** A signature, as far as who has made it. Whether it holds is not checked. */
export interface Signature {
  /**
   * For each signer: the certificate, then the one that has signed that, and so on, as far as they come with the signature.
   * Certificates beside these, such as those of a time stamp, are left out.
   */
  readonly chains: readonly (readonly X509Certificate[])[];
}

/** More than any signature has. */
const MOST_CERTIFICATES = 16;
const MOST_SIGNERS = 2;
const LONGEST_CHAIN = 6;

/**
 * The signatures of a program in their order; damaged ones, and those without a signer, are left out.
 * @throws DataError code `bad-kernel` or `truncated` for a program that is damaged elsewhere
 */
export function signaturesOf(program: Uint8Array): Signature[] {
  return signatureDataOf(program).flatMap((data) =>
    unlessDamaged(
      () => readSignature(data) ?? [],
      () => [],
    ),
  );
}

/** Whether each signer has this certificate, or leads to it, as edk2 and shim want (CryptAuthenticode.c, AuthenticodeVerify). */
export function leadsTo({ chains }: Signature, der: Uint8Array): boolean {
  const [trusted] = certificateOf(der);
  if (trusted === undefined) return false;
  return chains.every((chain) =>
    chain.some((one) => one.raw.equals(trusted.raw) || isIssuedBy(one, trusted)),
  );
}

/** Nothing for bytes that are no certificate: firmware does not read them either. */
export function certificateOf(der: Uint8Array): X509Certificate[] {
  try {
    return [new X509Certificate(der)];
  } catch {
    return [];
  }
}

/** ContentInfo holds its type and, as [0], SignedData: [0] are its certificates, its last part the signers (RFC 2315, 7 and 9.1). */
function readSignature(data: Uint8Array): Signature | undefined {
  const [info] = elementsOf(data);
  const content = elementsOf(info?.body).find(({ tag }) => tag === DER.context0);
  const [signed] = elementsOf(content?.body);
  const parts = elementsOf(signed?.body);
  const certificates = elementsOf(parts.find(({ tag }) => tag === DER.context0)?.body)
    .slice(0, MOST_CERTIFICATES)
    .flatMap(({ whole }) => certificateOf(whole));
  const signers = elementsOf(parts.findLast(({ tag }) => tag === DER.set)?.body);
  if (signers.length > MOST_SIGNERS) return undefined;
  const chains = signers.map(({ body }) => {
    const [, identity] = elementsOf(body);
    const signer = certificates.find((one) => identity !== undefined && isNamed(one, identity.body));
    return signer === undefined ? [] : chainOf(signer, certificates);
  });
  return chains.length === 0 || chains.some(({ length }) => length === 0) ? undefined : { chains };
}

/** IssuerAndSerialNumber, whose parts are in the certificate in the other order (RFC 5280, 4.1). */
function isNamed({ raw }: X509Certificate, identity: Uint8Array): boolean {
  const [whole] = elementsOf(raw);
  const [signed] = elementsOf(whole?.body);
  const [serial, , issuer] = elementsOf(signed?.body).filter(({ tag }) => tag !== DER.context0);
  if (serial === undefined || issuer === undefined) return false;
  return Buffer.concat([issuer.whole, serial.whole]).equals(identity);
}

function chainOf(signer: X509Certificate, certificates: readonly X509Certificate[]): X509Certificate[] {
  const chain: X509Certificate[] = [];
  let next: X509Certificate | undefined = signer;
  while (next !== undefined && chain.length < LONGEST_CHAIN) {
    const last: X509Certificate = next;
    chain.push(last);
    next = certificates.find((one) => !chain.includes(one) && isIssuedBy(last, one));
  }
  return chain;
}

function isIssuedBy(certificate: X509Certificate, issuer: X509Certificate): boolean {
  return certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey);
}
