// What does html-validate say of each page?
import { HtmlValidate } from 'html-validate';
import metadata from 'html-validate/package.json' with { type: 'json' };

const config = {
  root: true,
  extends: ['html-validate:recommended', 'html-validate:document'],
  rules: {
    // A hash guards what comes from another host. Ours come from none, and from file:// a hash refuses them.
    'require-sri': ['error', { target: 'crossorigin' }],
    // How the source is written is no reader's concern: html/template and a minifier write it.
    'no-trailing-whitespace': 'off',
    'attr-quotes': 'off',
    'void-style': 'off',
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    'doctype-style': 'off',
    // A page's title is the name of what it shows, however long that is.
    'long-title': 'off',
  },
};

export default {
  name: 'html-validate',
  says: `html-validate ${metadata.version}: the recommended rules and those of whole documents`,
  async run(site) {
    const faults = [];
    const validator = new HtmlValidate(config);
    for (const page of site.judged) {
      const report = await validator.validateString(page.html, page.path);
      for (const m of report.results.flatMap((r) => r.messages)) {
        faults.push({ at: `${page.path}:${m.line}:${m.column}`, what: `${m.ruleId}: ${m.message}` });
      }
    }
    return { faults, note: `${site.judged.length} pages` };
  },
};
