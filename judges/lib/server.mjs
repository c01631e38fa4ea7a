// A static host on loopback, as plain as they come: a folder under a sub-path, gzip, 404.html, and the headers
// that the site asks for in _headers.
import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { createGzip } from 'node:zlib';

const media = {
  '.html': 'text/html; charset=utf-8', '.css': 'text/css; charset=utf-8', '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml', '.png': 'image/png', '.ico': 'image/x-icon', '.json': 'application/json',
  '.jsonld': 'application/ld+json', '.xml': 'application/xml', '.csv': 'text/csv; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8', '.webmanifest': 'application/manifest+json', '.atom': 'application/atom+xml',
};
const compressed = /^text\/|json|xml|javascript/;

/** serve hosts the folder at the returned address, whose path is base. */
export async function serve(folder, base) {
  const rules = headers(folder);
  const server = createServer((request, response) => {
    const asked = decodeURIComponent(new URL(request.url, 'http://host').pathname);
    let path = asked.startsWith(base) ? normalize(asked.slice(base.length)) : '..';
    if (path === '.' || path.endsWith('/')) path = join(path, 'index.html');
    let status = 200;
    if (path.startsWith('..') || !existsSync(join(folder, path)) || statSync(join(folder, path)).isDirectory()) {
      [status, path] = [404, '404.html'];
    }
    const type = media[extname(path)] ?? 'application/octet-stream';
    const send = { 'content-type': type, 'cache-control': 'max-age=600', ...Object.assign({}, ...rules.filter((r) => r.covers(asked.slice(base.length - 1))).map((r) => r.headers)) };
    if (!existsSync(join(folder, path))) return response.writeHead(404).end();
    const zip = compressed.test(type) && /\bgzip\b/.test(request.headers['accept-encoding'] ?? '');
    response.writeHead(status, zip ? { ...send, 'content-encoding': 'gzip' } : send);
    const file = createReadStream(join(folder, path));
    (zip ? file.pipe(createGzip()) : file).pipe(response);
  });
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    address: `http://127.0.0.1:${server.address().port}${base}`,
    close: () => new Promise((closed) => { server.close(closed); server.closeAllConnections(); }),
  };
}

// headers reads _headers: a line with a path (a * at its end stands for anything), then indented "Name: value".
function headers(folder) {
  if (!existsSync(join(folder, '_headers'))) return [];
  const rules = [];
  for (const line of readFileSync(join(folder, '_headers'), 'utf8').split('\n')) {
    if (!line.trim() || line.trim().startsWith('#')) continue;
    const [, name, value] = /^\s+([^:]+):\s*(.*)$/.exec(line) ?? [];
    if (name) rules.at(-1).headers[name.toLowerCase()] = value.trim();
    else {
      const path = line.trim();
      rules.push({ headers: {}, covers: (p) => (path.endsWith('*') ? p.startsWith(path.slice(0, -1)) : p === path) });
    }
  }
  return rules;
}
