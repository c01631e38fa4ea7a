// RDF as n3 and jsonld read it, with nothing fetched.
import jsonld from 'jsonld';
import { Parser } from 'n3';

/** parse reads N-Quads or Turtle strictly. */
export function parse(text, format) {
  return new Parser({ format }).parse(text);
}

/**
 * quads of a JSON-LD document at an address. It fails where a term is in no context, since that would be lost without a word, and
 * where a context would have to be fetched.
 */
export async function quads(document, base) {
  const lines = await jsonld.toRDF(document, {
    format: 'application/n-quads',
    safe: true,
    base,
    documentLoader: (url) => Promise.reject(new Error(`the context ${url} is not in the document`)),
  });
  return parse(lines, 'N-Quads');
}

/** triple is what a quad says, whatever graph it stands in. */
export function triple(quad) {
  return `${term(quad.subject)} ${term(quad.predicate)} ${term(quad.object)}`;
}

function term(t) {
  return t.termType === 'Literal' ? `${JSON.stringify(t.value)}@${t.language}^${t.datatype.value}` : t.value;
}
