import {
  REGISTERS
} from "./chunk-BXA7O5QQ.js";
import {
  UsageError
} from "./chunk-BM2IJI2T.js";

// src/cli/measure-formats.ts
import { basename } from "node:path";
var FORMATS = ["tdx-measure", "dstack", "in-toto", "cyclonedx"];
function inFormat(format, known) {
  switch (format) {
    case "tdx-measure":
    case "dstack":
      return singleValues(known.expected);
    case "in-toto":
      return statement(known);
    case "cyclonedx":
      return billOfMaterials(known);
  }
}
function singleValues(expected) {
  return Object.fromEntries(
    REGISTERS.flatMap((register) => {
      const own = expected.filter((row) => row.register === register && row.value !== void 0);
      const [only, other] = own;
      if (only?.value === void 0) return [];
      if (other === void 0) return [[register, only.value]];
      const who = own.map(({ by }) => by[0]).join(", ");
      throw new UsageError("many-values", `${register} has ${own.length} values: as measured by ${who}`, {
        hint: "Say which one is meant: --vmm, --order, --events."
      });
    })
  );
}
function statement({ file, sha256, expected, manifest }) {
  const values = expected.flatMap(
    ({ register, value, by }) => value === void 0 ? [] : [{ attribute: register.toUpperCase(), conditions: { sha384: value, measuredBy: by } }]
  );
  const { inputs, source } = manifest ?? {};
  const built = inputs === void 0 ? [] : [{ attribute: "BUILD", conditions: { ...inputs, from: source?.from } }];
  return {
    _type: "https://in-toto.io/Statement/v1",
    subject: [{ name: basename(file), digest: { sha256 } }],
    predicateType: "https://in-toto.io/attestation/scai/v0.3",
    predicate: { attributes: [...values, ...built] }
  };
}
function billOfMaterials({ file, sha256, manifest }) {
  if (manifest === void 0) {
    throw new UsageError("no-manifest", "no manifest beside the image says what it was built from", {
      where: file,
      hint: 'Give an image of the store: "tdx-boot firmware path tdvf" prints where it is.'
    });
  }
  const { inputs, source, builtAt, mrtd } = manifest;
  const component = (name, version, url) => ({
    type: "library",
    "bom-ref": name,
    name,
    ...version === void 0 ? {} : { version },
    ...url === void 0 ? {} : { externalReferences: [{ type: "vcs", url }] }
  });
  const recipe = inputs.recipe;
  return {
    bomFormat: "CycloneDX",
    specVersion: "1.6",
    version: 1,
    metadata: {
      timestamp: builtAt,
      component: {
        ...{ type: "firmware", "bom-ref": recipe, name: recipe, version: inputs.source },
        hashes: [{ alg: "SHA-256", content: sha256 }],
        properties: [
          { name: "tdx-boot:build", value: inputs.build },
          ...mrtd === void 0 ? [] : [{ name: "tdx-boot:mrtd", value: mrtd }],
          ...inputs.defines.map((value) => ({ name: "tdx-boot:define", value }))
        ]
      },
      tools: {
        components: Object.entries(inputs.toolchain).map(([name, version]) => ({
          ...{ type: "application", name, version }
        }))
      }
    },
    components: [
      component("source", source.commit, /^https?:/.test(source.from) ? source.from : void 0),
      ...source.submodules.map(({ path, commit }) => component(path, commit))
    ],
    dependencies: [{ ref: recipe, dependsOn: ["source", ...source.submodules.map(({ path }) => path)] }]
  };
}

export {
  FORMATS,
  inFormat
};
