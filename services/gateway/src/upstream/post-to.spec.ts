import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { postTo } from './post-to.js';

let server: Server | undefined;
afterEach(async () => {
  server?.closeAllConnections();
  await new Promise((resolve) => server?.close(resolve) ?? resolve(undefined));
  server = undefined;
});

async function given(answer: RequestListener): Promise<string> {
  server = createServer(answer);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

const never = new AbortController().signal;
const post = (url: string, signal = never) =>
  postTo({ url, body: '{"é":1}', headers: { accept: 'text/plain' }, signal });

describe('a request to a service', () => {
  it('carries the very bytes of the body, and brings the answer back whole', async () => {
    const seen: Buffer[] = [];
    const url = await given((request, response) => {
      request.on('data', (chunk: Buffer) => seen.push(chunk));
      request.on('end', () => {
        const [begin, end] = [Buffer.from('é').subarray(0, 1), Buffer.from('é').subarray(1)];
        response.writeHead(409, { 'content-type': 'text/plain' }).write(begin, () => response.end(end));
      });
    });
    expect(await post(url)).toEqual({ status: 409, contentType: 'text/plain', text: 'é' });
    expect(Buffer.concat(seen).toString('utf8')).toBe('{"é":1}');
  });

  it('goes over the connection of the one before', async () => {
    const ports = new Set<number | undefined>();
    const url = await given((request, response) => {
      ports.add(request.socket.remotePort);
      request.resume().on('end', () => response.end('{}'));
    });
    await post(url);
    await post(url);
    expect(ports.size).toBe(1);
  });

  it('fails on a redirect, so that no service sends the gateway elsewhere', async () => {
    const url = await given((request, response) => {
      request.resume();
      response.writeHead(307, { location: '/elsewhere' }).end();
    });
    await expect(post(url)).rejects.toThrow('redirect');
  });

  it('fails on an answer out of all proportion, before the whole of it is there', async () => {
    const url = await given((request, response) => {
      request.resume();
      const more = () => {
        while (response.write(Buffer.alloc(1_000_000, 'x')));
        response.once('drain', more);
      };
      more();
    });
    await expect(post(url)).rejects.toThrow('out of all proportion');
  });

  it('is given up in the middle of an answer when its time is over', async () => {
    const deadline = new AbortController();
    const url = await given((request, response) => {
      request.resume();
      response.write('{"da', () => deadline.abort());
    });
    await expect(post(url, deadline.signal)).rejects.toThrow();
  });

  it('fails when nobody listens', async () => {
    await expect(post('http://127.0.0.1:9/')).rejects.toThrow('ECONNREFUSED');
  });
});
