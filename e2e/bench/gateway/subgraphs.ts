/* The shop's four subgraphs in one process, one path each; says its port once it listens. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { answererOf, SUBGRAPHS } from './shop.ts';

const answerers = new Map(SUBGRAPHS.map((one) => [`/${one.name}`, answererOf(one)]));
const server = createServer({ keepAliveTimeout: 600_000 }, (request, response) => {
  const answerer = answerers.get(request.url ?? '');
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    if (!answerer) return response.writeHead(404).end();
    return answerer(Buffer.concat(chunks).toString('utf8')).then(
      (answer) =>
        response.writeHead(200, { 'content-type': 'application/json', 'content-length': answer.length }).end(answer),
      () => response.writeHead(500).end(),
    );
  });
});
server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }));
process.once('disconnect', () => process.exit(0));
