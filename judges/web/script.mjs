// Does the script do what it is for? Tables sort, and any year can be asked for.
const units = { bytes: 1, kB: 1e3, MB: 1e6, GB: 1e9 };

export default {
  name: 'script',
  says: 'each sortable table sorts by each column, both ways and back; a year leads to its page',
  needs: 'browser',
  async run(site, browser) {
    const faults = [];
    const pages = site.judged.filter((p) => /<table[^>]* data-sortable|<nav[^>]* data-as-of/.test(p.html));
    let [columns, years] = [0, 0];
    await browser.each(pages, async (tab, page) => {
      const say = (what) => faults.push({ at: page.path, what });
      await tab.goto(await browser.url(site, page.path), { waitUntil: 'load' });
      for (const table of await tab.$$('table[data-sortable]')) columns += await sorted(table, page.language, say);
      if (await tab.$('nav[data-as-of] form')) years += await asOf(tab, say);
    });
    return { faults, note: `${columns} columns sorted, ${years} years asked for, ${pages.length} pages` };
  },
};

// sorted presses the button of each column three times and answers how many columns there are.
async function sorted(table, language, say) {
  const buttons = await table.$$('thead button');
  const cells = (column) => table.evaluate((t, c) => [...[...t.tBodies].at(-1).rows].map((r) => r.cells[c].textContent.trim()), column);
  for (const button of buttons) {
    const column = await button.evaluate((b) => b.closest('th').cellIndex);
    const name = await button.evaluate((b) => b.closest('th').textContent.trim());
    const written = await cells(column);
    const order = compare(written, language);
    for (const [turn, sign] of [['ascending', 1], ['descending', -1]]) {
      await button.evaluate((b) => b.click());
      const got = await cells(column);
      const filled = got.filter((text) => text !== '');
      if (got.slice(filled.length).some((text) => text !== '')) say(`${turn} by “${name}”: what is empty is not last`);
      if (filled.some((text, i) => i > 0 && sign * order(filled[i - 1], text) > 0)) say(`${turn} by “${name}”: ${filled.join(', ')}`);
      const states = await table.$$eval('th[aria-sort]', (heads) => heads.map((h) => h.ariaSort).filter((s) => s !== 'none'));
      if (states.join() !== turn) say(`${turn} by “${name}”: aria-sort says ${states.join() || 'nothing'}`);
    }
    await button.evaluate((b) => b.click());
    if ((await cells(column)).join('\n') !== written.join('\n')) say(`the third press on “${name}” does not bring back the first order`);
  }
  return buttons.length;
}

// compare orders what a reader sees: numbers, shares and sizes by how much they are, the rest as words.
function compare(texts, language) {
  const amount = (text) => {
    const [, number, unit] = /^([\d.,  ]+?)\s*(bytes|kB|MB|GB|%)?$/.exec(text) ?? [];
    const point = language === 'es' ? ',' : '.';
    return number && Number([...number].filter((c) => /\d/.test(c) || c === point).join('').replace(point, '.')) * (units[unit] ?? 1);
  };
  const collator = new Intl.Collator(language, { numeric: true });
  return texts.every((text) => text === '' || amount(text) !== undefined) ? (a, b) => amount(a) - amount(b) : collator.compare;
}

// asOf asks for the last year of the last link, and for a year that no link has.
async function asOf(tab, say) {
  const links = await tab.$$eval('nav[data-as-of] a', (all) => all.map((a) => ({ href: a.href, last: Number(a.dataset.last) })));
  const ask = async (year) => {
    await tab.$eval('nav[data-as-of] input', (field, y) => { field.value = y; }, year);
    await tab.$eval('nav[data-as-of] form', (form) => form.requestSubmit());
  };
  await tab.$eval('nav[data-as-of] input', (field) => field.removeAttribute('max'));
  await ask(9999);
  if (!(await tab.$eval('nav[data-as-of] [role=status]', (s) => s.textContent)).includes('9999')) say('nothing is said of a year of which nothing is known');
  const { href, last } = links.at(-1);
  await Promise.all([tab.waitForNavigation(), ask(last)]);
  if (tab.url() !== href) say(`the year ${last} leads to ${tab.url()}`);
  return 2;
}
