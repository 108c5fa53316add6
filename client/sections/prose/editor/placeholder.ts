/** Shows what to write where nothing is written, as the static view does. */
import { Extension } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';

export const PlaceholderExtension = Extension.create<{ readonly text: () => string }>({
  name: 'prosePlaceholder',

  addProseMirrorPlugins() {
    const { text } = this.options;
    return [
      new Plugin({
        props: {
          decorations: ({ doc }) => {
            const only = doc.childCount === 1 ? doc.firstChild : null;
            if (only?.type.name !== 'paragraph' || only.content.size > 0) return null;
            const shown = { class: 'prose__placeholder', 'data-placeholder': text() };
            return DecorationSet.create(doc, [Decoration.node(0, only.nodeSize, shown)]);
          },
        },
      }),
    ];
  },
});
