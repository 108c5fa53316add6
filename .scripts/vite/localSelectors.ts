/**
 * Leaves out of Designsystemet's style sheets the selectors that ask with `:has()` what a field
 * holds. With them the browser judges every field of a sheet anew each time the focus moves, which
 * was half of what a press of Tab costs. `client/ui/Field.css` says the same by class and attribute.
 */
import type { CSSOptions } from 'vite';

const FAR_REACHING = /:has\((?:input|label|\.ds-input)/;

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
