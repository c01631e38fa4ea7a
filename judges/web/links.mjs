// Does every link, every fragment and every file that a page loads exist, on any host and from file://?
export default {
  name: 'links',
  says: 'every internal link and fragment resolves, under a sub-path and from file://',
  run(site) {
    const faults = [];
    let links = 0;
    for (const page of site.judged) {
      const say = (what) => faults.push({ at: page.path, what });
      const seen = new Set();
      for (const id of page.ids) {
        if (seen.has(id)) say(`the id ${id} stands twice`);
        seen.add(id);
      }
      const references = [...page.links.map((l) => l.href), ...page.loads, page.refresh, page.canonical, page.meta.get('og:image'), ...page.alternates.map((a) => a.href)];
      for (const href of references.filter(Boolean)) {
        links++;
        const fault = follow(site, page, href);
        if (fault) say(fault);
      }
    }
    return { faults, note: `${links} links on ${site.judged.length} pages` };
  },
};

function follow(site, page, href) {
  const to = site.resolve(page, href);
  if (to.fault) return to.fault;
  if (to.outside) return /^(https?|mailto):$/.test(to.outside.protocol) ? '' : `${href} is no address for a reader`;
  if (!site.has.has(to.path)) return `${href} leads to nothing`;
  // A full address is for machines, and what a host shows for a missing page stands at any depth.
  if (!to.full && page.kind !== '404') {
    if (to.rooted) return `${href} begins at the host's root, so it breaks under a sub-path and from file://`;
    if (to.folder) return `${href} names a folder, so it breaks from file://`;
  }
  if (to.fragment && to.path.endsWith('.html')) {
    const ids = site.page.get(to.path).ids;
    if (!ids.includes(to.fragment) && !ids.includes(decodeURIComponent(to.fragment))) return `${href} names a fragment that is not there`;
  }
  return '';
}
