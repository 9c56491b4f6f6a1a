/** The PCCS of a host: what stops it at its start, and the certificates that it could not serve. */

import type { Signature } from '../signature.ts';
import { attesting } from './anywhere.ts';
import { REGISTER_HINT } from './dcap-codes.ts';

/** Source: confidential-computing.tee.dcap.pccs d9e5cad. */
export const PCCS: readonly Signature[] = attesting([
  {
    id: 'attest-pccs-database',
    phase: 'host',
    severity: 'fatal',
    // service/dao/models/index.js, service/migrations/*.js; Sequelize 6 lib/errors/validation-error.js
    pattern:
      /Failed to connect DB with error|Migration [\w.-]+ failed with error|\[error\]: Validation error|SQLITE_(?:CANTOPEN|READONLY|CORRUPT|NOTADB)\b/,
    title: 'The PCCS cannot open its database, or bring it to its own version',
    hint: 'Stop it, move pckcache.db (or the MySQL database) away, and start it: it makes a new one, and platforms send their data again (PCKIDRetrievalTool). The directory must belong to the user pccs.',
  },
  {
    id: 'attest-pccs-config',
    phase: 'host',
    severity: 'fatal',
    // service/pccs_server.js, service/utils/*.js; Node fs.readFileSync() of a path that is not set
    pattern:
      /Service not properly configured\. Please run install script|Unknown caching mode\. Please check|Invalid \w+ in configuration\. Expected [0-9]+ hex|private key or certificate for HTTPS server is missing|uncaughtException: The "path" argument must be of type string/,
    title: 'The PCCS is not configured whole, so it does not start',
    hint: 'Compare config/default.json with the one of its release: paths, hosts and port, ApiKey, CachingFillMode, UserTokenHash and AdminTokenHash (128 hexadecimal digits); its key and certificate belong into ssl_key/. The install script asks for all.',
  },
  {
    id: 'attest-pccs-crash',
    phase: 'host',
    severity: 'fatal',
    pattern: /\[error\]: (?:uncaughtException|unhandledRejection): (?<why>\S.*\w)/,
    title: 'The PCCS crashed: $<why>',
    hint: 'Its configuration, its database or its Node does not fit its release: read the lines around, and install it anew with the Node that its README names.',
  },
  {
    id: 'attest-pccs',
    phase: 'host',
    // confidential-computing.tee.dcap.pccs d9e5cad service/{constants/pccs_status_code,services,pccs_server,pcs_client}; before: pcsClient.js
    pattern:
      /(?<why>No cache data for this platform|platform was not found in the cache|Certificates are not available for certain TCBs|No valid PCK certificates in the response|Unable to retrieve the collateral from the Intel SGX PCS|Intel PCS API version 3 reached planned EOL)|Encrypted ppid is all zeros|Missing encrypted ppid or platform manifest|Intel PCS server returns error(?:\(|\. Error code : )(?<status>[0-9]{3})|getaddrinfo [A-Z_]+ [a-z.]*trustedservices\.intel\.com|\[Error-Code=[A-Za-z]+\]/,
    title: 'The PCCS could not serve a certificate',
    hint: 'Read the lines of the PCCS around this one: API key, proxy, caching mode (LAZY, REQ or OFFLINE) and the registration of the platform.',
    causes: [
      {
        id: 'key',
        when: { status: ['401', '403'] },
        title: 'Intel’s service refuses the PCCS: its API key is missing or wrong',
        hint: 'Set ApiKey in the default.json of the PCCS to the subscription key of Intel’s portal, and restart it.',
      },
      {
        id: 'request',
        when: { status: '400' },
        title: 'Intel’s service does not accept what the PCCS sent of this platform (HTTP 400)',
        hint: 'Pre-production hardware is known to the sandbox only (sbx.api.trustedservices.intel.com as uri of the PCCS, with a key of it). Else the manifest is not whole or of an earlier registration: SGX Factory Reset and SGX Auto MP Registration in the BIOS, then register again.',
      },
      {
        id: 'unregistered',
        when: {
          why: [
            'No cache data for this platform',
            'platform was not found in the cache',
            'Certificates are not available for certain TCBs',
            'No valid PCK certificates in the response',
          ],
        },
        title: 'The PCCS has no PCK certificate for this platform',
        hint: REGISTER_HINT,
      },
      {
        id: 'pcs',
        when: { why: 'Unable to retrieve the collateral from the Intel SGX PCS' },
        title: 'The PCCS got no answer of use from Intel’s service',
        hint: 'The PCCS must reach api.trustedservices.intel.com: check network, proxy in its default.json, DNS and the time of the machine.',
      },
      {
        id: 'old',
        when: { why: 'Intel PCS API version 3 reached planned EOL' },
        title: 'The PCCS asks for version 3 of Intel’s service, which is no longer there',
        hint: 'Set uri to …/sgx/certification/v4/ in the default.json of the PCCS, and the same in pccs_url of its clients.',
      },
      {
        id: 'unknown',
        when: { status: '404' },
        title: 'Intel’s service has no PCK certificate for this platform',
        hint: REGISTER_HINT,
      },
    ],
  },
]);
