/**
 * The carets of others in a section, and this person's own for them: awareness field `caret`, as
 * two relative positions. A caret is a line in its person's colour, with the person's initials in
 * the margin at the end of the line, where they cover no words. Screen readers are not told: who is
 * where is said in the list of participants.
 */
import { Extension } from '@tiptap/core';
import { type EditorState, Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view';
import type { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { type Participant, participantsOf } from '../../../presence/participants.ts';
import { takeBrowserSelection } from './browserSelection.ts';
import { collabOf } from './collab/collab.ts';
import type { SharedProse } from './collab/sharedProse.ts';

export interface CaretsOptions {
  readonly awareness: Awareness;
}

/** Moving a caret over a text makes many messages; more often than this nobody sees. */
const PUBLISH_MS = 80;
/** A hall full of people moves carets all the time: they are drawn at most so often. */
const REDRAW_MS = 40;

/** The awareness field that this file reads and writes. */
const FIELD = 'caret';

interface Caret {
  readonly clientId: number;
  readonly person: Participant;
  readonly anchor: number;
  readonly head: number;
}

interface CaretsState {
  readonly carets: readonly Caret[];
  readonly decorations: DecorationSet;
}

const key = new PluginKey<CaretsState>('prose-carets');

export const CaretsExtension = Extension.create<CaretsOptions>({
  name: 'proseCarets',

  addProseMirrorPlugins() {
    const { awareness } = this.options;
    return [
      new Plugin<CaretsState>({
        key,
        state: {
          init: () => ({ carets: [], decorations: DecorationSet.empty }),
          apply: (tr, value) => {
            const carets: readonly Caret[] | undefined = tr.getMeta(key);
            if (carets !== undefined) {
              return { carets, decorations: DecorationSet.create(tr.doc, carets.flatMap(drawn)) };
            }
            return tr.docChanged
              ? { ...value, decorations: value.decorations.map(tr.mapping, tr.doc) }
              : value;
          },
        },
        props: { decorations: (state) => key.getState(state)?.decorations },
        view: (view) => new CaretsView(view, awareness),
      }),
    ];
  },
});

class CaretsView {
  readonly #view: EditorView;
  readonly #awareness: Awareness;
  #publishTimer: ReturnType<typeof setTimeout> | undefined;
  #redrawTimer: ReturnType<typeof setTimeout> | undefined;
  #isPublished = false;

  constructor(view: EditorView, awareness: Awareness) {
    this.#view = view;
    this.#awareness = awareness;
    awareness.on('change', this.#redrawSoon);
    view.dom.addEventListener('focus', this.#publishSoon);
    view.dom.addEventListener('blur', this.#publishSoon);
    this.#redrawSoon();
  }

  update(view: EditorView, before: EditorState): void {
    if (!view.state.selection.eq(before.selection)) this.#publishSoon();
    if (view.state.doc !== before.doc && hasCarets(this.#awareness)) this.#redrawSoon();
  }

  destroy(): void {
    clearTimeout(this.#publishTimer);
    clearTimeout(this.#redrawTimer);
    this.#awareness.off('change', this.#redrawSoon);
    this.#view.dom.removeEventListener('focus', this.#publishSoon);
    this.#view.dom.removeEventListener('blur', this.#publishSoon);
    if (this.#isPublished) this.#awareness.setLocalStateField(FIELD, null);
  }

  readonly #redrawSoon = (): void => {
    this.#redrawTimer ??= setTimeout(() => {
      this.#redrawTimer = undefined;
      this.#redraw();
    }, REDRAW_MS);
  };

  #redraw(): void {
    const view = this.#view;
    const shown = key.getState(view.state)?.carets ?? [];
    const carets = caretsIn(view.state, this.#awareness);
    // While an input method composes nothing is redrawn: the carets move along with the words.
    if (carets === undefined || view.composing) return;
    if (JSON.stringify(carets) === JSON.stringify(shown)) return;
    takeBrowserSelection(view);
    view.dispatch(view.state.tr.setMeta(key, carets).setMeta('addToHistory', false));
  }

  readonly #publishSoon = (): void => {
    this.#publishTimer ??= setTimeout(() => {
      this.#publishTimer = undefined;
      this.#publish();
    }, PUBLISH_MS);
  };

  #publish(): void {
    const view = this.#view;
    if (!view.hasFocus()) {
      // Only one's own: the caret may be in another section already.
      if (this.#isPublished) this.#awareness.setLocalStateField(FIELD, null);
      this.#isPublished = false;
      return;
    }
    const shared = collabOf(view.state)?.shared;
    if (shared === undefined) return;
    // Right of the caret there is always the same character while one types, so that others need
    // not be told of each key.
    const { anchor, head } = view.state.selection;
    const caret = {
      anchor: Y.relativePositionToJSON(shared.relative(anchor, 'after').relative),
      head: Y.relativePositionToJSON(shared.relative(head, 'after').relative),
    };
    const published: unknown = this.#awareness.getLocalState()?.[FIELD];
    this.#isPublished = true;
    if (JSON.stringify(published) === JSON.stringify(caret)) return;
    this.#awareness.setLocalStateField(FIELD, caret);
  }
}

function hasCarets(awareness: Awareness): boolean {
  for (const [clientId, theirs] of awareness.getStates()) {
    if (clientId !== awareness.clientID && isCaret(theirs[FIELD])) return true;
  }
  return false;
}

/** The carets of others in this section; undefined while the positions cannot be known. */
function caretsIn(state: EditorState, awareness: Awareness): Caret[] | undefined {
  const shared = collabOf(state)?.shared;
  if (shared === undefined) return undefined;
  const size = state.doc.content.size;
  const carets: Caret[] = [];
  for (const [clientId, theirs] of awareness.getStates()) {
    const caret: unknown = theirs[FIELD];
    if (clientId === awareness.clientID || !isCaret(caret)) continue;
    const anchor = positionOf(shared, caret.anchor);
    const head = positionOf(shared, caret.head);
    if (anchor === undefined || head === undefined) continue;
    const person = personOf(theirs);
    if (person === undefined) continue;
    carets.push({ clientId, person, anchor: Math.min(anchor, size), head: Math.min(head, size) });
  }
  return carets;
}

function positionOf(shared: SharedProse, json: object): number | undefined {
  try {
    return shared.absolute({ relative: Y.createRelativePositionFromJSON(json) });
  } catch {
    // Anybody may have sent it, and Yjs trusts what it is given.
    return undefined;
  }
}

/** Awareness states are new objects when they change, so each is read once. */
const people = new WeakMap<object, Participant>();

function personOf(state: object): Participant | undefined {
  const known = people.get(state);
  if (known !== undefined) return known;
  const [person] = participantsOf(new Map([[0, state]]), '');
  if (person !== undefined) people.set(state, person);
  return person;
}

function isCaret(value: unknown): value is { readonly anchor: object; readonly head: object } {
  return (
    typeof value === 'object' &&
    value !== null &&
    'anchor' in value &&
    'head' in value &&
    typeof value.anchor === 'object' &&
    typeof value.head === 'object' &&
    value.anchor !== null &&
    value.head !== null
  );
}

function drawn({ clientId, person, anchor, head }: Caret): Decoration[] {
  const style = `--caret-color: ${person.color}`;
  const caret = Decoration.widget(head, () => caretElement(person, style), {
    key: `caret-${clientId}-${person.name}-${person.color}`,
    side: 10,
    ignoreSelection: true,
  });
  if (anchor === head) return [caret];
  const range = { class: 'prose-selection', style };
  return [Decoration.inline(Math.min(anchor, head), Math.max(anchor, head), range), caret];
}

function caretElement(person: Participant, style: string): HTMLElement {
  const caret = document.createElement('span');
  caret.className = 'prose-caret';
  caret.setAttribute('style', style);
  caret.setAttribute('aria-hidden', 'true');
  caret.title = person.name;
  // Drawn by the style sheet, so that it is nobody's words: not found, not copied, not read out.
  caret.dataset['initials'] = person.initials;
  return caret;
}
