// Does any page scroll sideways on the narrowest screen?
const width = 320;

export default {
  name: 'narrow',
  says: `no page scrolls sideways at ${width} px`,
  needs: 'browser',
  async run(site, browser) {
    const faults = [];
    const half = Math.ceil(site.judged.length / 2);
    await browser.each([site.judged.slice(0, half), site.judged.slice(half)], async (tab, pages) => {
      await tab.setViewport({ width, height: 800 });
      for (const page of pages) {
        await tab.goto(await browser.url(site, page.path));
        const wide = await tab.evaluate(overflow);
        if (wide) faults.push({ at: page.path, what: wide });
      }
    });
    return { faults, note: `${site.judged.length} pages` };
  },
};

// overflow runs in the page, and names the innermost element that sticks out.
function overflow() {
  const screen = document.documentElement;
  if (screen.scrollWidth <= screen.clientWidth) return '';
  const out = [...document.body.querySelectorAll('*')].filter((e) => e.getBoundingClientRect().right > screen.clientWidth + 1);
  const inner = out.filter((e) => ![...e.children].some((c) => out.includes(c)))[0];
  return `${screen.scrollWidth} px wide${inner ? `, because of <${inner.tagName.toLowerCase()} class="${inner.getAttribute('class') ?? ''}">` : ''}`;
}
