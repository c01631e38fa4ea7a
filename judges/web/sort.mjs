// Do the tables that can be sorted sort, and say so?

/** sort presses the first button of each table twice: once for each direction. */
export async function sort(tab, say) {
  for (const table of await tab.$$('table:has(th button)')) {
    const orders = [];
    for (const press of [1, 2]) {
      await table.$eval('th button', (button) => button.click());
      const { direction, cells } = await table.evaluate((t) => {
        const head = t.querySelector('th:has(button)');
        const rows = [...[...t.tBodies].at(-1).rows];
        return { direction: head.getAttribute('aria-sort'), cells: rows.map((r) => r.cells[head.cellIndex].textContent.trim()) };
      });
      if (direction !== 'ascending' && direction !== 'descending') say(`the table says "${direction}" of its order after ${press} of two presses`);
      orders.push({ direction, cells });
    }
    const [one, other] = orders;
    if (one.direction === other.direction) say('a second press does not turn the order round');
    if (new Set(one.cells).size > 1 && one.cells.join() === other.cells.join()) say('the rows do not move');
  }
}
