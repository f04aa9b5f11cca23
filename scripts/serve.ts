import { readFileSync, existsSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import compression from 'compression';
import sirv from 'sirv';
import { headersFor } from '../src/site/publishing/headers.ts';

/** A running server of static files. */
export interface Site {
  /** `http://localhost:<port>` with the base, without a slash at the end. */
  readonly url: string;
  /** Ends the server and every connection to it. */
  close(): Promise<void>;
}

const COMPRESSED = compression({ threshold: 512 });

function serverOf(folder: string, base: string): Server {
  const notFound = join(folder, '404.html');
  const files = sirv(folder, {
    etag: true,
    setHeaders: (response, path) => {
      for (const [name, value] of Object.entries(headersFor(path))) response.setHeader(name, value);
    },
    onNoMatch: (_request, response) => {
      response.statusCode = 404;
      response.setHeader('Content-Type', 'text/html; charset=utf-8');
      response.end(existsSync(notFound) ? readFileSync(notFound) : 'Not found');
    },
  });
  return createServer((request, response) => {
    // The types of `compression` speak of Express; it runs on Node's own objects as well.
    const pass = COMPRESSED as unknown as (a: typeof request, b: typeof response, next: () => void) => void;
    pass(request, response, () => {
      const { url = '/' } = request;
      // Beside the sub-path there is nothing of ours.
      if (!url.startsWith(`${base}/`)) return void response.writeHead(404).end();
      request.url = url.slice(base.length);
      files(request, response);
    });
  });
}

function listening(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, () => {
      server.off('error', reject);
      const address = server.address();
      resolve(address !== null && typeof address === 'object' ? address.port : port);
    });
  });
}

function isPortTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
}

/** Serves `folder` as a static host does, compressed, at `port`, or the next free one above it; port 0: any free one. `base`: below this path, which begins with a slash and ends without one. */
export async function serve(folder: string, port: number, base = ''): Promise<Site> {
  for (let tried = port; tried < port + 100; tried += 1) {
    const server = serverOf(folder, base);
    try {
      const bound = await listening(server, tried);
      return {
        url: `http://localhost:${bound}${base}`,
        close: () =>
          new Promise((resolve) => {
            server.close(() => {
              resolve();
            });
            server.closeAllConnections();
          }),
      };
    } catch (error) {
      if (!isPortTaken(error)) throw error;
    }
  }
  throw new Error(`No free port from ${port} to ${port + 99}. Set PORT to another one.`);
}
