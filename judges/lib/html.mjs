// What the judges read off a page: its language, links, ids and the files it loads.
import { parse } from 'parse5';

/**
 * read parses a page as a browser without JavaScript does.
 * @returns {{language: string, links: {href: string, tag: string}[], ids: string[], loads: string[],
 *   meta: Map<string, string>, canonical: string, alternates: {language: string, href: string}[], refresh: string}}
 *   links are the ways that a reader can go (a, area, and a in drawings), loads the files that a browser fetches
 *   to show the page, refresh where it sends its reader by itself.
 */
export function read(html) {
  const page = { language: '', links: [], ids: [], loads: [], meta: new Map(), canonical: '', alternates: [], refresh: '' };
  const walk = (node) => {
    if (node.attrs) element(page, node.tagName, new Map(node.attrs.map((a) => [a.prefix ? `${a.prefix}:${a.name}` : a.name, a.value])));
    for (const child of node.childNodes ?? []) walk(child);
    if (node.content) walk(node.content);
  };
  walk(parse(html));
  return page;
}

// Kinds of link that make a browser fetch a file to show the page.
const fetched = new Set(['stylesheet', 'icon', 'preload', 'modulepreload', 'manifest', 'apple-touch-icon']);

function element(page, tag, attrs) {
  if (attrs.has('id')) page.ids.push(attrs.get('id'));
  if (tag === 'a' && attrs.has('name')) page.ids.push(attrs.get('name'));
  const href = attrs.get('href') ?? attrs.get('xlink:href');
  switch (tag) {
    case 'html':
      page.language = attrs.get('lang') ?? '';
      break;
    case 'a':
    case 'area':
      if (href !== undefined) page.links.push({ href, tag });
      break;
    case 'form':
      if (attrs.has('action')) page.links.push({ href: attrs.get('action'), tag });
      break;
    case 'link': {
      const rel = (attrs.get('rel') ?? '').toLowerCase().split(/\s+/);
      if (rel.includes('canonical')) page.canonical = href;
      else if (rel.includes('alternate') && attrs.has('hreflang')) page.alternates.push({ language: attrs.get('hreflang'), href });
      else if (rel.some((r) => fetched.has(r))) page.loads.push(href);
      else if (href !== undefined) page.links.push({ href, tag });
      break;
    }
    case 'meta':
      if (attrs.get('http-equiv')?.toLowerCase() === 'refresh') {
        page.refresh = /url\s*=\s*["']?([^"']*)/i.exec(attrs.get('content') ?? '')?.[1] ?? '';
      }
      for (const key of ['name', 'property', 'http-equiv']) {
        if (attrs.has(key)) page.meta.set(attrs.get(key).toLowerCase(), attrs.get('content') ?? '');
      }
      break;
    case 'use':
    case 'image':
      if (href !== undefined && !href.startsWith('#')) page.loads.push(href);
      break;
    case 'object':
      if (attrs.has('data')) page.loads.push(attrs.get('data'));
      break;
  }
  if (attrs.has('src')) page.loads.push(attrs.get('src'));
  if (attrs.has('poster')) page.loads.push(attrs.get('poster'));
  for (const candidate of (attrs.get('srcset') ?? '').split(',')) {
    if (candidate.trim()) page.loads.push(candidate.trim().split(/\s+/)[0]);
  }
}
