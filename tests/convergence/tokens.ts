/**
 * Words that can be told apart whatever happens to them: each token is one to three characters
 * that no other token has, many of them outside the basic plane, so that they share halves of
 * surrogate pairs. A token that is cut, doubled or spoiled is seen at once.
 */
const BASIC = { from: 0x4e00, to: 0x9fff };
const ASTRAL = { from: 0x20000, to: 0x2a6df };

export class Tokens {
  #basic = BASIC.from;
  #astral = ASTRAL.from;
  #count = 0;
  readonly #byFirst = new Map<string, string>();

  /** A token that has not been seen before. */
  next(): string {
    this.#count += 1;
    let token = '';
    for (let length = 1 + (this.#count % 3); length > 0; length -= 1) {
      token += this.#count % 2 === 0 ? this.#nextBasic() : this.#nextAstral();
    }
    this.#byFirst.set(firstOf(token), token);
    return token;
  }

  some(count: number): string[] {
    return Array.from({ length: count }, () => this.next());
  }

  /** The tokens of a text in order. Throws when the text is not made of whole tokens. */
  read(text: string): string[] {
    const tokens: string[] = [];
    for (let at = 0; at < text.length; ) {
      const token = this.#byFirst.get(firstOf(text.slice(at, at + 2)));
      if (token === undefined || !text.startsWith(token, at)) {
        throw new RangeError(`No whole token at ${at} of ${JSON.stringify(text)}`);
      }
      tokens.push(token);
      at += token.length;
    }
    return tokens;
  }

  #nextBasic(): string {
    if (this.#basic > BASIC.to) throw new RangeError('Out of characters');
    this.#basic += 1;
    return String.fromCodePoint(this.#basic - 1);
  }

  #nextAstral(): string {
    if (this.#astral > ASTRAL.to) throw new RangeError('Out of characters');
    this.#astral += 1;
    return String.fromCodePoint(this.#astral - 1);
  }
}

function firstOf(text: string): string {
  return String.fromCodePoint(text.codePointAt(0) ?? 0);
}
