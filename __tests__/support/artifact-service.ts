/**
 * act's artifact service, with signatures in addresses encoded as GitHub's are. act leaves the `=` at their end as it is, and
 * Azure's client (@azure/core-client 1.11.2, urlHelpers.ts, simpleParseQueryParams) cuts it off there.
 */

import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface ArtifactService {
  /** For act, as ACTIONS_RUNTIME_URL: act tells its steps. */
  readonly url: string;
  close(): void;
}

/** @param port where act's service listens once act runs */
export async function artifactService(port: number): Promise<ArtifactService> {
  const server = createServer(async (request, response) => {
    const chunks: Uint8Array[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const { 'content-type': type = '', authorization = '' } = request.headers;
    const answer = await fetch(`http://127.0.0.1:${port}${request.url}`, {
      method: request.method ?? 'GET',
      // act closes a connection that was idle for 2 s, on a busy machine while the next request is on its way.
      headers: { 'content-type': type, authorization, connection: 'close' },
      body: Buffer.concat(chunks),
    });
    const text = (await answer.text())
      .replace(/(sig=[\w-]*)=&/g, '$1%3D&')
      .replace(/(sig=[\w-]*)=\\u0026/g, '$1%3D\\u0026');
    response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? '' }).end(text);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port: own } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${own}/`, close: () => server.close() };
}
