/** Asks a VMM over its API to end by itself. */

import { request } from 'node:http';

/**
 * Asks for the end over Cloud Hypervisor's API (vmm/src/api/openapi/cloud-hypervisor.yaml); settles only when nobody
 * listens or the connection breaks. The answer does not matter. A v47.0 that was built with a newer Rust dies when it
 * answers, because its seccomp filter does not allow the sendto(2) by which the library then writes to sockets.
 */
export function askToEnd(socketPath: string): Promise<false> {
  return new Promise((resolve) => {
    const asked = request({ socketPath, method: 'PUT', path: '/api/v1/vmm.shutdown', agent: false });
    asked.on('error', () => resolve(false));
    asked.on('response', (response) => response.on('error', () => resolve(false)).resume());
    asked.end();
  });
}
