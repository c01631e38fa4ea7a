// Finds names while they are typed, and forgives accents and one slip of the
// hand. Without it the form leads to the index of names.
export function search(form) {
  const field = form.elements.q;
  const list = form.querySelector('ul');
  const status = form.querySelector('[role=status]');
  const { root, folder, none, one, some } = form.dataset;
  const files = new Map();

  const words = (s) => s.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const hex = (s) => Array.from(new TextEncoder().encode(s), (b) => b.toString(16).padStart(2, '0')).join('');
  const key = (letters, mark = '') => mark + (/^[a-z0-9]+$/.test(letters) ? letters : 'x-' + hex(letters));

  const get = (name) => {
    if (!files.has(name)) {
      const answer = fetch(folder + name + '.json').then((r) => (r.ok ? r.json() : [])).catch(() => []);
      files.set(name, answer);
    }
    return files.get(name);
  };

  // Does the word begin like the one that is typed, with at most one letter
  // wrong, missing, too many, or two of them exchanged?
  const near = (typed, word) => {
    if (word.startsWith(typed)) return 0;
    if (typed.length < 4) return 9;
    let i = 0;
    while (i < typed.length && typed[i] === word[i]) i++;
    const rest = (a, b) => word.slice(b).startsWith(typed.slice(a));
    const exchanged = typed[i] === word[i + 1] && typed[i + 1] === word[i] && rest(i + 2, i + 2);
    return exchanged || rest(i + 1, i + 1) || rest(i, i + 1) || rest(i + 1, i) ? 1 : 9;
  };

  const find = async (typed) => {
    const there = new Set(await get('keys'));
    const load = async (names) => (await Promise.all([...new Set(names)].filter((n) => there.has(n)).map(get))).flat();
    const longest = typed.reduce((a, b) => (b.length > a.length ? b : a));
    const among = (rows) => {
      const found = new Map();
      for (const row of rows) {
        const own = words(row[0]);
        const far = typed.reduce((sum, t) => sum + Math.min(...own.map((w) => near(t, w))), 0);
        if (far < 2) found.set(row.join(), { row, far: 9 * far + (own[0].startsWith(typed[0]) ? 0 : 1) });
      }
      return [...found.values()].sort((a, b) => a.far - b.far).map((f) => f.row);
    };
    const w = [...longest];
    const at = (from) => key(w.slice(from, from + 2).join(''), '-');
    const found = among(await load([key(w.slice(0, 2).join(''))]));
    if (found.length || w.length < 4) return found;
    return among(await load([key(w[0] + w[2]), at(2), at(1), at(3)]));
  };

  const show = (rows) => {
    list.replaceChildren(...rows.slice(0, 12).map(([name, path, what]) => {
      const item = document.createElement('li');
      const link = document.createElement('a');
      link.href = root + path + 'index.html';
      link.textContent = name;
      const about = document.createElement('span');
      about.textContent = ' ' + what;
      item.append(link, about);
      return item;
    }));
  };

  let last = 0;
  let pause;
  const look = async () => {
    const turn = ++last;
    const typed = words(field.value);
    const ready = typed.join('').length > 1;
    const rows = ready ? await find(typed) : [];
    if (turn !== last) return;
    show(rows);
    // A screen reader says it once the typing pauses, not at each letter.
    clearTimeout(pause);
    pause = setTimeout(() => {
      status.textContent = !ready ? '' : rows.length > 1 ? some.replace('{n}', rows.length) : rows.length ? one : none;
    }, 400);
  };

  const step = (by) => {
    const stops = [field, ...list.querySelectorAll('a')];
    stops[stops.indexOf(document.activeElement) + by]?.focus();
  };

  // A browser does not let a page that is a file ask for files.
  if (location.protocol !== 'file:') {
    field.addEventListener('input', look);
    // What was found lies over the page, and must not stay there.
    form.addEventListener('focusout', (event) => {
      if (event.relatedTarget && !form.contains(event.relatedTarget)) show([]);
    });
    field.addEventListener('focus', look);
    form.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') {
        field.value = '';
        field.focus();
        look();
      } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
        event.preventDefault();
        step(event.key === 'ArrowDown' ? 1 : -1);
      }
    });
    const asked = new URLSearchParams(location.search).get('q');
    if (asked) {
      field.value = asked;
      look();
    }
  }
}
