/**
 * The types of translated text. `nb.ts` and `late/nb.ts` are the source of truth: their keys are the
 * keys there are, and what stands between `{{` and `}}` in its text is what a caller must give. A missing key, a
 * misspelt one or a forgotten value is a type error.
 */
import type { ErrorCode } from '../../shared/errors/catalogue.ts';
import type { lateNb } from './late/nb.ts';
import type { nb } from './nb.ts';

/** The languages a person can choose, by the tags that go into `<html lang>`. */
export const LANGUAGES = ['nb', 'nn', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** A language's own name, which is the same in all of them. */
export const LANGUAGE_NAMES = {
  nb: 'Bokmål',
  nn: 'Nynorsk',
  en: 'English',
} as const satisfies Record<Language, string>;

type Bokmaal = typeof nb & typeof lateNb;
type OwnKey = keyof Bokmaal;
export type ErrorKey = `errors.${ErrorCode}`;

/** `x_one` and `x_other` are asked for as `x`, with `count`. */
type PluralBase<K> = K extends `${infer Base}_one` ? Base : never;
type PluralForm<K> = K extends `${string}_one` | `${string}_other` ? K : never;

export type PluralKey = PluralBase<OwnKey>;
export type TextKey = Exclude<OwnKey, PluralForm<OwnKey>> | PluralKey | ErrorKey;

/** A language's table of what is there at once: every key of `nb.ts`, and every error of the catalogue. */
export type Texts = Readonly<Record<keyof typeof nb | ErrorKey, string>>;

/** A language's table of what is fetched later: every key of `late/nb.ts`. */
export type LateTexts = Readonly<Record<keyof typeof lateNb, string>>;

type Names<Text extends string> = Text extends `${string}{{${infer Name}}}${infer Rest}`
  ? Name | Names<Rest>
  : never;

type TextOf<K extends TextKey> = K extends PluralKey
  ? Bokmaal[Extract<OwnKey, `${K}_other`>]
  : K extends OwnKey
    ? Bokmaal[K]
    : '';

/** The values that a key's text asks for; `count` is a number, the rest are shown as they are. */
export type Values<K extends TextKey> = {
  readonly [Name in
    | Names<TextOf<K>>
    | (K extends PluralKey ? 'count' : never)]: Name extends 'count' ? number : string | number;
};

/** Optional where the text asks for nothing. */
export type ValuesArgument<K extends TextKey> = keyof Values<K> extends never
  ? []
  : [values: Values<K>];
