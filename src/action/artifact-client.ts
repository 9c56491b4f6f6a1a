/**
 * A separate program that uploads a directory as an artifact of the run, with GitHub's client. It is loaded only where an
 * upload is wanted, and can be killed.
 *
 *     node artifact-client.js NAME DIRECTORY
 *
 * The last line of its output is a JSON object with the artifact's number.
 */

import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { DefaultArtifactClient } from '@actions/artifact';

const [, , name = '', directory = ''] = process.argv;
const files = readdirSync(directory, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name));
const { id } = await new DefaultArtifactClient().uploadArtifact(name, files, directory);
console.log(`\n${JSON.stringify({ id })}`);
// Requests that hang would keep Node alive.
process.exit(0);
