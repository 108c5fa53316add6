/**
 * The two A3 templates of the method (DOMAIN.md, «The A3 sheet»): which sections a sheet shows, in
 * which column, with which number. Section keys are fixed; labels and guiding questions are the
 * interface's texts, and a sheet may override them under `labels`.
 */
import type { SectionKey, SheetKind } from '../schema/vocabulary.ts';

export interface SectionTemplate {
  readonly key: SectionKey;
  readonly column: 'left' | 'right';
  /** As printed before the label, or null where the template has no number. */
  readonly number: string | null;
}

const SECTIONS: readonly SectionTemplate[] = [
  { key: 'begrunnelse', column: 'left', number: '1' },
  { key: 'naasituasjon', column: 'left', number: '2' },
  { key: 'rotaarsaker', column: 'left', number: null },
  { key: 'onsket', column: 'right', number: '3' },
  { key: 'tiltak', column: 'right', number: '4' },
  { key: 'maaling', column: 'right', number: '5' },
];

/**
 * The sections of a kind of sheet in reading order: the left column, then the right one. The
 * virksomhets-A3 has its causes in nåsituasjonen, and shows the box of rotårsaker only when it
 * holds some all the same: nothing that was written is hidden.
 */
export function templateFor(
  kind: SheetKind,
  { hasRotaarsaker }: { readonly hasRotaarsaker: boolean },
): readonly SectionTemplate[] {
  if (kind === 'dypdykk' || hasRotaarsaker) return SECTIONS;
  return SECTIONS.filter((section) => section.key !== 'rotaarsaker');
}
