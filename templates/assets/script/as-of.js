// Lets a reader name any year. The links of the list each stand for the years
// from data-first to data-last; the field leads to the one that has the year.
export function asOf(nav) {
  const { label, go, none, year } = nav.dataset;
  const links = [...nav.querySelectorAll('a')];
  const bounds = (a) => [Number(a.dataset.first), Number(a.dataset.last)];
  const years = links.flatMap(bounds);

  const form = document.createElement('form');
  const name = document.createElement('label');
  const field = document.createElement('input');
  const button = document.createElement('button');
  const said = document.createElement('span');
  name.textContent = label + ' ';
  field.type = 'number';
  field.min = Math.min(...years);
  field.max = Math.max(...years);
  field.value = year;
  button.textContent = go;
  said.role = 'status';
  name.append(field);
  form.append(name, button, said);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const asked = field.valueAsNumber;
    const link = links.find((a) => bounds(a)[0] <= asked && asked <= bounds(a)[1]);
    if (link) location.assign(link.href);
    else said.textContent = none.replace('{year}', field.value);
  });
  nav.prepend(form);
}
