/** Asks a VMM over its API to end by itself. */

/**
 * Asks for the end over Cloud Hypervisor's API (vmm/src/api/openapi/cloud-hypervisor.yaml); settles only when nobody
 * listens or the connection breaks. The answer does not matter. A v47.0 that was built with a newer Rust dies when it
 * answers, because its seccomp filter does not allow the sendto(2) by which the library then writes to sockets.
 */
export async function askToEnd(socketPath: string): Promise<false> {
  // Loaded here because loading node:http takes 25 ms, and a run under QEMU does not need it.
  const { request } = await import('node:http');
  return new Promise((resolve) => {
    const asked = request({ socketPath, method: 'PUT', path: '/api/v1/vmm.shutdown', agent: false });
    asked.on('error', () => resolve(false));
    asked.on('response', (response) => response.on('error', () => resolve(false)).resume());
    asked.end();
  });
}
