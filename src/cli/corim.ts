/** Predicted values as a CoRIM (draft-ietf-rats-corim) for verifiers such as Veraison: one CoMID with one reference triple. */

import { encode, Tagged } from 'cborg';
import type { Sha384 } from '../tdx/registers.ts';

/** draft-ietf-rats-corim, 4 and 5: tags of a CoRIM that is not signed, of a CoMID and of an object identifier. */
const TAG = { corim: 501, comid: 506, oid: 111 } as const;
const CORIM = { id: 0, tags: 1, profile: 3 } as const;
const COMID = { identity: 1, triples: 4 } as const;
const [TAG_ID, REFERENCE_TRIPLES, CLASS, MVAL] = [0, 0, 0, 1];
const CLASS_MAP = { vendor: 1, model: 2 } as const;
/** Measured values; `mrtee` is of Intel's profile: "the SGX enclave or TDX TD (e.g., MRENCLAVE, MRTD)". */
const MEASURED = { integrityRegisters: 14, mrtee: -83 } as const;
/** IANA's registry of named information hash algorithms. */
const SHA_384 = 7;
/** 2.16.840.1.113741.1.16.1: the profile of draft-cds-rats-intel-corim-profile, which Veraison has in profiles/tdx. */
const INTEL_PROFILE = Buffer.from('6086480186f84d011001', 'hex');

/**
 * MRTD is the TEE's measurement, and RTMRs are integrity registers under their names.
 * @param sha256 of the image, which becomes the identity of both documents
 * @param values one for each register that is known
 * @returns deterministic CBOR: equal values give equal bytes
 */
export function corim(sha256: string, { mrtd, ...rtmrs }: Readonly<Record<string, Sha384>>): Uint8Array {
  const registers = Object.entries(rtmrs).map(([name, value]) => [name, digests(value)] as const);
  const measured = new Map<number, unknown>([
    ...(registers.length === 0 ? [] : [[MEASURED.integrityRegisters, new Map(registers)] as const]),
    ...(mrtd === undefined ? [] : [[MEASURED.mrtee, digests(mrtd)] as const]),
  ]);
  const environment = new Map([
    [
      CLASS,
      new Map([
        [CLASS_MAP.vendor, 'Intel Corporation'],
        [CLASS_MAP.model, 'TDX'],
      ]),
    ],
  ]);
  const id = `tdx-boot:sha256:${sha256}`;
  const comid = new Map<number, unknown>([
    [COMID.identity, new Map([[TAG_ID, id]])],
    [COMID.triples, new Map([[REFERENCE_TRIPLES, [[environment, [new Map([[MVAL, measured]])]]]]])],
  ]);
  return encode(
    new Tagged(
      TAG.corim,
      new Map<number, unknown>([
        [CORIM.id, id],
        [CORIM.tags, [new Tagged(TAG.comid, encode(comid))]],
        [CORIM.profile, new Tagged(TAG.oid, INTEL_PROFILE)],
      ]),
    ),
  );
}

function digests(value: Sha384): readonly (readonly [number, Uint8Array])[] {
  return [[SHA_384, Buffer.from(value, 'hex')]];
}
