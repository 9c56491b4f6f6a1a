/** Predicted values in the forms of other tools: for policies, for attestations of a build, and as a bill of materials. */

import { basename } from 'node:path';
import type { Manifest } from '../build/store/manifest.ts';
import { REGISTERS } from '../tdx/names.ts';
import type { PossibleValue } from '../tdx/possible-values.ts';
import type { Sha384 } from '../tdx/registers.ts';
import { UsageError } from '../words/errors.ts';
import { given } from '../words/given.ts';
import { corim } from './corim.ts';
import type { Format } from './measure-options.ts';

/** A firmware with its values, and what is known of its build. */
export interface Formatted {
  readonly file: string;
  readonly sha256: string;
  readonly expected: readonly PossibleValue[];
  /** Absent where no manifest is beside the image. */
  readonly manifest: Manifest | undefined;
}

/**
 * @returns JSON, lines of text, or bytes where the form is binary
 * @throws UsageError code `many-values` where a register has more than one value, `no-value` where a register that the form needs has
 *   none, `no-manifest` where the form says how the image was built and nothing tells
 */
export function inFormat(format: Format, known: Formatted): object | readonly string[] | Uint8Array {
  switch (format) {
    case 'tdx-measure':
      return singleValues(known.expected);
    case 'dstack':
      return dstack(known.expected);
    case 'constellation':
      return constellation(singleValues(known.expected));
    case 'in-toto':
      return statement(known);
    case 'cyclonedx':
      return billOfMaterials(known);
    case 'corim':
      return corim(known.sha256, singleValues(known.expected));
  }
}

/** `{"mrtd": …, "rtmr0": …}`: registers that cannot be predicted are left out. */
function singleValues(expected: readonly PossibleValue[]): Readonly<Record<string, Sha384>> {
  return Object.fromEntries(
    REGISTERS.flatMap((register) => {
      const own = expected.filter((row) => row.register === register && row.value !== undefined);
      const [only, other] = own;
      if (only?.value === undefined) return [];
      if (other === undefined) return [[register, only.value]];
      const who = own.map(({ by }) => by[0]).join(', ');
      throw new UsageError('many-values', `${register} has ${own.length} values: as measured by ${who}`, {
        hint: 'Say which one is meant: --vmm, --order, --events, --setup-header.',
      });
    }),
  );
}

/** dstack's TdxMeasurements, where each field is needed (Dstack-TEE/dstack 312dc605 dstack-mr/src/lib.rs). */
function dstack(expected: readonly PossibleValue[]): Readonly<Record<string, Sha384>> {
  const values = singleValues(expected);
  return Object.fromEntries(
    (['mrtd', 'rtmr0', 'rtmr1', 'rtmr2'] as const).map((register) => {
      const value = values[register];
      if (value !== undefined) return [register, value];
      const why = expected.find((row) => row.register === register)?.reason ?? 'nothing is known of it';
      throw new UsageError('no-value', `dstack needs a value of ${register}: ${why}`, {
        hint: 'Give what is missing, or take --format tdx-measure, which leaves registers out.',
      });
    }),
  );
}

/**
 * The measurements in the configuration of Constellation, YAML with numbers as keys, which JSON cannot have: MRTD has 0, RTMR0 to RTMR3
 * have 1 to 4 (edgelesssys/constellation 7cb5b83b1 internal/attestation/tdx/validator.go, Validate; measurements.go, UnmarshalYAML).
 */
function constellation(values: Readonly<Record<string, Sha384>>): string[] {
  return REGISTERS.flatMap((register, index) => {
    const expected = values[register];
    return expected === undefined ? [] : [`${index}:`, `  expected: "${expected}"`, '  warnOnly: false'];
  });
}

/** An in-toto Statement v1 with a SCAI attribute report v0.3: one attribute for each value, source and tool. */
function statement({ file, sha256, expected, manifest }: Formatted): object {
  const values = expected.flatMap(({ register, value, by }) =>
    value === undefined
      ? []
      : [{ attribute: register.toUpperCase(), conditions: { sha384: value, measuredBy: by } }],
  );
  const { inputs, source } = manifest ?? {};
  const built =
    inputs === undefined ? [] : [{ attribute: 'BUILD', conditions: { ...inputs, from: source?.from } }];
  return {
    _type: 'https://in-toto.io/Statement/v1',
    subject: [{ name: basename(file), digest: { sha256 } }],
    predicateType: 'https://in-toto.io/attestation/scai/v0.3',
    predicate: { attributes: [...values, ...built] },
  };
}

/** CycloneDX 1.6: the firmware, the source and its submodules as components, the tools of the build. */
function billOfMaterials({ file, sha256, manifest }: Formatted): object {
  if (manifest === undefined) {
    throw new UsageError('no-manifest', 'no manifest beside the image says what it was built from', {
      where: file,
      hint: 'Give an image of the store: "tdx-boot firmware path tdvf" prints where it is.',
    });
  }
  const { inputs, source, builtAt, mrtd } = manifest;
  const component = (name: string, version: string | undefined, url?: string): object => ({
    type: 'library',
    'bom-ref': name,
    name,
    ...given({ version }),
    ...(url === undefined ? {} : { externalReferences: [{ type: 'vcs', url }] }),
  });
  const recipe = inputs.recipe;
  return {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: {
      timestamp: builtAt,
      component: {
        ...{ type: 'firmware', 'bom-ref': recipe, name: recipe, version: inputs.source },
        hashes: [{ alg: 'SHA-256', content: sha256 }],
        properties: [
          { name: 'tdx-boot:build', value: inputs.build },
          ...(mrtd === undefined ? [] : [{ name: 'tdx-boot:mrtd', value: mrtd }]),
          ...inputs.defines.map((value) => ({ name: 'tdx-boot:define', value })),
        ],
      },
      tools: {
        components: Object.entries(inputs.toolchain).map(([name, version]) => ({
          ...{ type: 'application', name, version },
        })),
      },
    },
    components: [
      component('source', source.commit, /^https?:/.test(source.from) ? source.from : undefined),
      ...source.submodules.map(({ path, commit }) => component(path, commit)),
    ],
    dependencies: [{ ref: recipe, dependsOn: ['source', ...source.submodules.map(({ path }) => path)] }],
  };
}
