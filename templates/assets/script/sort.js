// Lets a table be sorted by each of its columns: rising, falling, and as it was
// written. A cell is sorted by its data-key or, without one, by its text; what
// is empty goes last. aria-sort says it to those who cannot see it.
const turns = { none: 'ascending', ascending: 'descending', descending: 'none' };

export function sortable(table) {
  const body = [...table.tBodies].at(-1); // totals stand in one before it
  const written = [...body.rows];
  const compare = new Intl.Collator(document.documentElement.lang, { numeric: true }).compare;
  const heads = [...table.tHead.rows].at(-1).cells;

  const sort = (column, turn) => {
    const rows = written.map((row) => {
      const cell = row.cells[column];
      return { row, key: cell.dataset.key ?? cell.textContent.trim() };
    });
    // Not as words: in those a minus sign does not count, and a point ends a number.
    const numbers = rows.every(({ key }) => key === '' || isFinite(key));
    const order = numbers ? (a, b) => a - b : compare;
    const sign = turn === 'descending' ? -1 : 1;
    if (turn !== 'none') {
      rows.sort(({ key: a }, { key: b }) => (a === '') - (b === '') || sign * order(a, b));
    }
    body.append(...rows.map(({ row }) => row));
  };

  [...heads].forEach((head, column) => {
    if (head.scope !== 'col') return;
    const button = document.createElement('button');
    button.type = 'button';
    if (head.querySelector('a')) {
      button.ariaLabel = head.textContent;
      head.append(button);
    } else {
      button.append(...head.childNodes);
      head.append(button);
    }
    head.ariaSort = 'none';
    button.addEventListener('click', () => {
      const turn = turns[head.ariaSort];
      for (const other of heads) if (other.ariaSort) other.ariaSort = 'none';
      head.ariaSort = turn;
      sort(column, turn);
    });
  });
}
