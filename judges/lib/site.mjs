// A built site: its files, its pages, and the kinds that the pages are of.
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { read } from './html.mjs';

/**
 * Site is a folder that `publish build` wrote.
 *
 * `judged` are the pages that a judge of single pages looks at, `chosen` those that stand for their kind where a
 * look is dear: the largest of each kind in the main language, and in the others with all types of entity as one
 * kind; with `whole`, the largest and the smallest of each kind in each language. Planted faults narrow both to the
 * pages with the fault.
 */
export class Site {
  /** A copy is read fast when the site that it is like is given: a file that is the same file is not read again. */
  constructor(folder, { only, like, whole } = {}) {
    this.folder = folder;
    this.whole = Boolean(whole);
    this.files = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((f) => !f.isDirectory())
      .map((f) => join(f.parentPath, f.name).slice(join(folder, '/').length).replaceAll('\\', '/'))
      .sort();
    this.has = new Set(this.files);
    this.pages = this.files.filter((f) => f.endsWith('.html')).map((path) => {
      const file = statSync(join(folder, path)).ino;
      const known = like?.page.get(path);
      if (known?.file === file) return known;
      const html = readFileSync(join(folder, path), 'utf8');
      return { path, file, html, ...read(html) };
    });
    const languages = new Set(this.pages.map((p) => p.language));
    // Of the folders of downloads, these two are no type's: the newest version and all of them.
    const shelves = ['latest', 'v'];
    this.types = new Set(this.files.map((f) => /^data\/([^/]+)\/.+\.json$/.exec(f)?.[1]).filter((t) => t && !shelves.includes(t)));
    for (const p of this.pages) p.kind = this.#kind(p, languages);
    this.page = new Map(this.pages.map((p) => [p.path, p]));
    const home = this.page.get('index.html');
    if (!home) throw new Error(`${folder} has no index.html: build the site first`);
    this.address = home.canonical || 'https://example.org/';
    this.base = new URL(this.address).pathname;
    this.judged = only ? only.map((path) => this.page.get(path)) : this.pages;
    this.chosen = only ? this.judged : this.#representatives();
  }

  bytes(path) {
    return readFileSync(join(this.folder, path));
  }

  /** one page of each kind, the largest there is in any language; the entities of all types are one kind. */
  get oneEach() {
    const largest = new Map();
    for (const p of this.chosen) {
      const kind = this.isEntity(p) ? 'entity' : p.kind;
      if (!(largest.get(kind)?.html.length >= p.html.length)) largest.set(kind, p);
    }
    return [...largest.values()];
  }

  // The kind is told by the address: "home", "list" (of a type), "person/*" (an entity), "timeline", "timeline/*"
  // and so on, whatever comes. A type is a folder that has downloads of its own.
  #kind(page, languages) {
    const at = page.path.split('/');
    if (at.length > 1 && languages.has(at[0])) at.shift();
    if (at.at(-1) === 'index.html') at.pop();
    if (page.refresh) return 'moved';
    if (at.length === 0) return 'home';
    if (at.length === 1) return this.types.has(at[0]) ? 'list' : at[0].replace(/\.html$/, '');
    return [...at.slice(0, -1), '*'].join('/');
  }

  #representatives() {
    const { language } = this.page.get('index.html');
    const kind = (p) => (this.whole || p.language === language || !this.isEntity(p) ? p.kind : 'entity');
    const groups = Map.groupBy(this.pages, (p) => `${kind(p)} ${p.language}`);
    return [...groups.values()].flatMap((group) => {
      group.sort((a, b) => b.html.length - a.html.length);
      return this.whole && group.length > 1 ? [group[0], group.at(-1)] : [group[0]];
    });
  }

  /**
   * closely tells the pages that are worth every look: those of oneEach or, with `whole`, the largest of each kind in
   * the main language.
   */
  get closely() {
    if (!this.whole) return new Set(this.oneEach);
    const { language } = this.page.get('index.html');
    const seen = new Set();
    return new Set(this.chosen.filter((p) => p.language === language && !seen.has(p.kind) && seen.add(p.kind)));
  }

  /** sparingly are the pages for a judge that needs many seconds a page: with `whole`, those of oneEach. */
  get sparingly() {
    if (this.whole) return this.oneEach;
    const large = this.oneEach.toSorted((a, b) => b.html.length - a.html.length);
    return large.filter((p, i) => i < 2 || p.kind === 'home' || this.isEntity(p));
  }

  /** isEntity tells the pages of entities from all others. */
  isEntity(page) {
    return page.kind.endsWith('/*') && this.types.has(page.kind.slice(0, -2));
  }

  /**
   * resolve follows a reference from a page to a file of the site, as a plain file server and as file:// do.
   * @returns {{path?: string, fragment?: string, outside?: URL, fault?: string}}
   */
  resolve(page, href) {
    // Any origin does: an address below the site's own is recognized by its full form.
    const root = new URL(this.address);
    let url;
    try {
      url = new URL(href, new URL(page.path, root));
    } catch {
      return { fault: `${href} is no address` };
    }
    if (url.origin !== root.origin || !url.pathname.startsWith(root.pathname)) {
      if (url.origin === root.origin && !/^[a-z]+:/i.test(href)) return { fault: `${href} leads out of the site` };
      return { outside: url };
    }
    let path;
    try {
      path = decodeURIComponent(url.pathname.slice(root.pathname.length));
    } catch {
      return { fault: `${href} is not encoded as addresses are` };
    }
    if (path === '' || path.endsWith('/')) path += 'index.html';
    return { path, fragment: url.hash.slice(1), full: /^[a-z]+:/i.test(href), folder: url.pathname.endsWith('/'), rooted: href.startsWith('/') };
  }
}
