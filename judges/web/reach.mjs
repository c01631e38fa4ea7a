// Can a reader without JavaScript come to everything by following links?
const far = 3;

export default {
  name: 'reach',
  says: `without JavaScript every entity, source and download is within ${far} links of home, and no page is an orphan`,
  run(site) {
    const faults = [];
    const distance = new Map();
    for (const home of site.pages.filter((p) => p.kind === 'home')) {
      const found = from(site, home);
      for (const page of site.pages) {
        if (page.language !== home.language || unlisted(page)) continue;
        const steps = found.get(page.path);
        if (steps === undefined) faults.push({ at: page.path, what: `no way leads here from ${home.path}` });
        else if (steps > far && (site.isEntity(page) || page.kind.startsWith('source'))) {
          faults.push({ at: page.path, what: `${steps} links from ${home.path}` });
        }
      }
      for (const [path, steps] of found) distance.set(path, Math.min(steps, distance.get(path) ?? Infinity));
    }
    const downloads = site.files.filter((f) => f.startsWith('data/') && !f.endsWith('.html'));
    for (const file of downloads) {
      const steps = distance.get(file);
      if (steps === undefined) faults.push({ at: file, what: 'no way leads to this download' });
      else if (steps > far) faults.push({ at: file, what: `${steps} links from home` });
    }
    return { faults, note: `${site.pages.length} pages, ${downloads.length} downloads` };
  },
};

// from counts the links from the home page to each file.
function from(site, home) {
  const found = new Map([[home.path, 0]]);
  // The map grows while it is walked, in the order of the distance.
  for (const [path, steps] of found) {
    for (const { href, tag } of site.page.get(path)?.links ?? []) {
      if (tag === 'link' || tag === 'form') continue;
      const to = site.resolve(site.page.get(path), href).path;
      if (to !== undefined && site.has.has(to) && !found.has(to)) found.set(to, steps + 1);
    }
  }
  return found;
}

// unlisted pages are shown for what is missing or has moved; nothing needs to lead there.
function unlisted(page) {
  return /noindex/.test(page.meta.get('robots') ?? '') || page.refresh || page.path.endsWith('404.html');
}
