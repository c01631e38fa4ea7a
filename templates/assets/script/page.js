// What pages can do with a script and do without one: each part adds to what
// stands in the page, and puts nothing in its place.
import { search } from './search.js';
import { sortable } from './sort.js';
import { asOf } from './as-of.js';

search(document.querySelector('form[role=search]'));
document.querySelectorAll('table[data-sortable]').forEach(sortable);
document.querySelectorAll('nav[data-as-of]').forEach(asOf);
