/**
 * A field that several people can type in at once: a cell of a table, a title, an answer. It grows
 * with its text and wraps long words; with `multiline` left out, Enter makes no new line and calls
 * `onEnter` instead. What it shows is the shared text, always: it has no value of its own.
 */
import { type FocusEvent, useEffectEvent, useLayoutEffect, useRef } from 'react';
import type * as Y from 'yjs';
import type { Origin } from '../../../shared/document/commands/command.ts';
import { bindText } from './bindText.ts';
import './TextCell.css';

/** How a screen reader names the field: in its own words, or by the elements that show its name. */
type Name =
  | { readonly label: string; readonly labelledBy?: undefined }
  | { readonly labelledBy: string; readonly label?: undefined };

export type TextCellProps = Name & {
  readonly ytext: Y.Text;
  /** An undoable local origin; the same object may serve many cells. */
  readonly origin: Origin;
  readonly id?: string | undefined;
  readonly describedBy?: string | undefined;
  readonly multiline?: boolean | undefined;
  readonly placeholder?: string | undefined;
  readonly readOnly?: boolean | undefined;
  /** Stops typing at so many UTF-16 units; what others wrote may make the text longer. */
  readonly maxLength?: number | undefined;
  /** The language of the text, for hyphenation and spelling; else that of the page. */
  readonly lang?: string | undefined;
  readonly className?: string | undefined;
  readonly onUndo?: (() => void) | undefined;
  readonly onRedo?: (() => void) | undefined;
  readonly onEnter?: (() => void) | undefined;
  readonly onFocus?: ((event: FocusEvent<HTMLTextAreaElement>) => void) | undefined;
  readonly onBlur?: ((event: FocusEvent<HTMLTextAreaElement>) => void) | undefined;
};

export function TextCell(props: TextCellProps) {
  const { ytext, origin, multiline = false } = props;
  const frame = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const undo = useEffectEvent(() => props.onUndo?.());
  const redo = useEffectEvent(() => props.onRedo?.());
  const enter = useEffectEvent(() => props.onEnter?.());

  // Before the browser paints, so that nobody sees an empty field.
  useLayoutEffect(() => {
    if (field.current === null) return undefined;
    return bindText(field.current, ytext, {
      origin,
      singleLine: !multiline,
      onUndo: () => undo(),
      onRedo: () => redo(),
      onEnter: () => enter(),
      // For browsers whose fields do not grow by themselves: see the style sheet.
      onShown: (shown) => frame.current?.setAttribute('data-shown', shown),
    });
  }, [ytext, origin, multiline]);

  const className = ['text-cell', props.className].filter(Boolean).join(' ');
  return (
    <div ref={frame} className={className}>
      <textarea
        ref={field}
        id={props.id}
        className="text-cell__field"
        rows={1}
        aria-label={props.label}
        aria-labelledby={props.labelledBy}
        aria-describedby={props.describedBy}
        placeholder={props.placeholder}
        readOnly={props.readOnly}
        maxLength={props.maxLength}
        lang={props.lang}
        spellCheck
        autoComplete="off"
        enterKeyHint={multiline ? undefined : 'done'}
        onFocus={props.onFocus}
        onBlur={props.onBlur}
      />
    </div>
  );
}
