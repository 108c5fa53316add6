/**
 * Leaves out of Designsystemet's style sheets the selectors that ask with `:has()` for what stands
 * nearly everywhere: with them the browser judges every field, cell and icon of a sheet anew each time
 * the focus moves or a tooltip comes, which was most of what a press of Tab costs.
 * `client/ui/Field.css` says the same of fields by class and attribute; bordered tables, tables with a
 * foot and icons in links, of which the others speak, are not used here.
 */
import type { CSSOptions } from 'vite';

const FAR_REACHING = /:has\((?:[>+] ?)?(?:input|label|\.ds-input|thead|tfoot|span)/;

export const localSelectors: CSSOptions = {
  postcss: {
    plugins: [
      {
        postcssPlugin: 'local-selectors',
        Rule(rule) {
          const near = rule.selectors.filter((selector) => !FAR_REACHING.test(selector));
          if (near.length === 0) rule.remove();
          else if (near.length < rule.selectors.length) rule.selectors = near;
        },
      },
    ],
  },
};
