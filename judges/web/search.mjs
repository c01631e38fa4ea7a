// Does the search find a name as people type it, say so, and obey the keyboard?
import { setTimeout } from 'node:timers/promises';

/** search types a name without its accents into the form of the page; on a home page it does all that a reader may do. */
export async function search(tab, site, page, say) {
  const field = await tab.$('form[role=search] input[type=search]');
  const wanted = nameToFind(site, page.language);
  if (!field) return say('there is no form to search with');
  if (!wanted) return;
  const bare = wanted.name.normalize('NFD').replace(/\p{M}/gu, '');
  await found(tab, field, bare, wanted, say);
  if (page.kind !== 'home') return;
  await found(tab, field, slip(bare), wanted, say);
  await type(tab, field, 'xqzwvk');
  const [none, said] = await tab.$eval('form[role=search]', (form) => [form.dataset.none, form.querySelector('[role=status]').textContent]);
  if (!none || said !== none) say(`of what is not there, the search says "${said}"`);
  await keys(tab, field, bare, say);
}

// found demands that what is typed leads to the name, and that the live region says that something was found.
async function found(tab, field, typed, { name, path }, say) {
  await type(tab, field, typed);
  const { hrefs, said } = await tab.$eval('form[role=search]', (form) => ({
    hrefs: [...form.querySelectorAll('li a')].map((a) => a.href),
    said: form.querySelector('[role=status]').textContent,
  }));
  if (!hrefs.some((href) => new URL(href).pathname.endsWith(`/${path}`))) say(`"${typed}" does not find ${name}`);
  else if (!said) say(`"${typed}" finds ${name}, and the live region says nothing`);
}

// keys goes to the first result and back to the field, to the result again, and there with Enter.
async function keys(tab, field, typed, say) {
  await type(tab, field, typed);
  const at = () => tab.evaluate(() => document.activeElement.href ?? document.activeElement.name);
  await tab.keyboard.press('ArrowDown');
  const first = await at();
  await tab.keyboard.press('ArrowUp');
  if ((await at()) !== 'q') say('the arrow up does not lead back to the field');
  await tab.keyboard.press('ArrowDown');
  if (!URL.canParse(first)) return say('the arrow down does not lead to the first result');
  await Promise.all([tab.waitForNavigation({ waitUntil: 'load' }), tab.keyboard.press('Enter')]);
  if (tab.url() !== first) say(`Enter leads to ${tab.url()}, not to ${first}`);
  await Promise.all([tab.waitForNavigation({ waitUntil: 'load' }), tab.goBack()]);
}

async function type(tab, field, text) {
  await field.evaluate((f) => f.select());
  await field.type(text);
  await tab.waitForNetworkIdle({ idleTime: 100 });
  await setTimeout(500); // the live region waits for the end of the typing
  await tab.evaluate(() => new Promise(requestAnimationFrame));
}

// nameToFind is an entity of the language whose name has an accent, so that its lack can be forgiven.
function nameToFind(site, language) {
  for (const page of site.pages) {
    if (page.language !== language || !site.isEntity(page) || page.refresh) continue;
    const name = /<h1[^>]*>([^<&]+)<\/h1>/.exec(page.html)?.[1];
    if (name && /\p{M}/u.test(name.normalize('NFD')) && longest(name).length > 5) return { name, path: page.path };
  }
  return undefined;
}

const longest = (text) => text.split(/[^\p{L}\p{M}]+/u).reduce((a, b) => (b.length > a.length ? b : a));

// slip exchanges two letters in the midst of the longest word.
function slip(text) {
  const word = longest(text);
  return text.replace(word, `${word.slice(0, 2)}${word[3]}${word[2]}${word.slice(4)}`);
}
