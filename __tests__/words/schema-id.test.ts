/** Where editors load our schemas from. */

import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { schemaId } from '../../src/words/schema-id.ts';

test('the address of a schema is at the tag that a release of this version moves', () => {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
  const major = version.split('.')[0];
  expect(schemaId('scenario')).toContain(`/tdx-boot/v${major}/schema/scenario.schema.json`);
});
