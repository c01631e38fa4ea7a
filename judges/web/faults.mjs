// Faults of pages, each with the judges that are meant to see it.

/** webFaults are the faults to plant in a site: plant changes a copy, on is the page to look at, like the page it was. */
export function webFaults(site) {
  const home = site.page.get('index.html');
  const entity = site.chosen.find((p) => site.isEntity(p) && p.language === home.language);
  const style = site.files.find((f) => f.endsWith('.css'));
  const asOf = site.files.find((f) => f.startsWith('timeline/as-of/'));
  const script = site.files.find((f) => f.endsWith('.js'));
  const top = '../'.repeat(entity.path.split('/').length - 1);
  const fault = (what, red, plant, on = entity.path) => ({ what, red, on, like: site.page.has(on) ? on : entity.path, plant });
  const inPage = (what, red, html) => fault(what, red, (copy) => copy.edit(entity.path, (text) => text.replace('</main>', `${html}</main>`)));
  const inHead = (what, red, from, to) => fault(what, red, (copy) => copy.edit(entity.path, (text) => text.replace(from, to)));
  const inStyle = (what, red, css) => fault(what, red, (copy) => copy.edit(style, (text) => `${text}\n${css}\n`));
  const inScript = (what, from, to) => fault(what, ['visit'], (copy) => copy.edit(script, (text) => text.replace(from, to)), home.path);
  const orphan = entity.path.replace(/[^/]+\/index\.html$/, 'nobody-links-here/index.html');

  return [
    inPage('a link that leads to nothing', ['links'], `<p><a href="${top}nowhere/index.html">Nowhere</a></p>`),
    inPage('a link to a fragment that is not there', ['links'], '<p><a href="#nowhere">Nowhere</a></p>'),
    inPage('a link that works at the root of a host only', ['links'], `<p><a href="${site.base}index.html">Home</a></p>`),
    inHead('a card that is not there', ['links'], /(property="?og:image"? content="?[^">]*)\.png/, '$1-gone.png'),
    fault('a page that no page links to', ['reach'], (copy) => copy.write(orphan, copy.read(entity.path)), orphan),
    fault('a download that no page links to', ['reach'], (copy) => copy.write('data/unlinked.csv', 'id\n')),
    inPage('40 kB of text that does not compress', ['sizes'], `<p>${noise(40_000)}</p>`),
    inHead('a fifth request', ['sizes'], '</head>', `${[1, 2, 3, 4].map((n) => `<link rel="stylesheet" href="${top}${style}?${n}">`).join('')}</head>`),
    inHead('a property that schema.org does not have', ['schema-org'], /(<script type="?application\/ld\+json"?>\{)/, '$1"nmae":"A name",'),
    inHead('a type that schema.org does not have', ['schema-org'], /"@type":"WebPage"/, '"@type":"Webpage"'),
    inPage('a paragraph that is never closed', ['html-validate'], '<p>Never closed'),
    inPage('a tag closed in the wrong order', ['html-validate', 'vnu'], '<p><b><i>Crossed</b></i></p>'),
    inPage('a time that is no time', ['vnu'], '<p><time datetime="soon">soon</time></p>'),
    inStyle('a property that CSS does not have', ['vnu'], 'main { colour: inherit }'),
    inPage('a style in the page', ['html-validate', 'visit', 'vnu'], '<p style="margin: 0">Styled</p>'),
    inPage('a picture of another host', ['sizes', 'visit', 'vnu'], '<p><img src="https://elsewhere.example/picture.png" alt="A picture" width="1" height="1"></p>'),
    inHead('a page without a policy', ['visit'], /<meta http-equiv="?content-security-policy"?[^>]*>/i, ''),
    fault('a year that leads elsewhere', ['script'], (copy) => copy.edit(asOf, (text) => text.replace(/data-first="?\d+"?/, 'data-first="-9999"')), asOf),
    fault('a script that sorts the wrong way', ['script'], (copy) => copy.edit(script, (text) => text.replace('-1:1', '1:-1')), 'quality/index.html'),
    inHead('footnotes that do not lead back', ['visit'], /(class="?back"? href="?)#[^" >]*/g, '$1#notes'),
    fault('a search with nothing in it', ['visit'], (copy) => copy.write(`search/${home.language}/keys.json`, '[]'), home.path),
    inScript('a search that forgives no slip', /\.length<4\)return 9/, '.length<99)return 9'),
    inScript('a search that says nothing', /textContent=(\w+\?\w+\.length>1)/, 'title=$1'),
    inScript('a search without arrow keys', /"ArrowDown"\|\|/, '"F13"||'),
    fault('a link to a language that leads to the other', ['visit'], (copy) => copy.edit(entity.path, (text) => text.replace(/(<a href="[^"]*" lang=")es(" hreflang=")es"/, '$1fr$2fr"'))),
    inStyle('styles wider than the narrowest screen', ['narrow'], 'main { min-width: 60rem }'),
    inPage('a picture without words', ['axe', 'html-validate', 'vnu'], `<p><img src="${top}${style}"></p>`),
    inStyle('grey on grey in the dark scheme alone', ['axe'], '@media (prefers-color-scheme: dark) { main, main * { color: #555; background: #444 } }'),
    inStyle('grey on grey in forced colours alone', ['axe'], '@media (forced-colors: active) { main, main * { forced-color-adjust: none; color: #777; background: #888 } }'),
    inHead('a page without a description', ['lighthouse'], /<meta name="?description"?[^>]*>/i, ''),
  ];
}

// noise is text that gzip cannot shorten by much, the same in each run.
function noise(length) {
  let [state, text] = [1, ''];
  while (text.length < length) {
    state = (state * 48271) % 2147483647;
    text += `${state.toString(36)} `;
  }
  return text;
}
