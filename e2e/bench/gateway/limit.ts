/* What no gateway can surpass: a bare server that reads each request and sends the same bytes to each. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expectedAnswer } from './shop.ts';

const answer = Buffer.from(JSON.stringify(expectedAnswer(process.env['BENCH_QUERY'] ?? '')));
const server = createServer({ keepAliveTimeout: 600_000 }, (request, response) => {
  request.resume();
  request.on('end', () =>
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': answer.length }).end(answer),
  );
});
server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }));
process.once('disconnect', () => process.exit(0));
