/**
 * The picture of the others' pointers: one canvas over the board. As elements of their own, twenty
 * that move have the browser put all the layers of a full board in order again for each frame.
 */
import type { Place } from './glide.ts';

/** How a pointer looks. */
export interface PointerLook {
  readonly clientId: number;
  readonly name: string;
  readonly color: string;
}

/** In CSS pixels: an arrow, and the name beside its foot. */
const ARROW = { path: 'M1.5 1.5 14 7l-5.5 1.6L6.4 14z', box: 16, size: 20, edge: 1.2 } as const;
const LABEL = { x: 14, y: 16, height: 22, padding: 7, corner: 4, font: 13 } as const;
/** Sharper than this nobody sees on something that moves. */
const MOST_SHARP = 2;

interface Sprite {
  readonly picture: HTMLCanvasElement;
  /** In the layer's own pixels. */
  readonly width: number;
  readonly height: number;
}

export class PointerLayer {
  readonly #canvas: HTMLCanvasElement;
  readonly #context: CanvasRenderingContext2D | null;
  readonly #looks: readonly PointerLook[];
  #sprites = new Map<number, Sprite>();
  #sharpness = 0;
  /** What is drawn now, to be taken away before the next. */
  #drawn: (readonly [x: number, y: number, width: number, height: number])[] = [];

  constructor(canvas: HTMLCanvasElement, looks: readonly PointerLook[]) {
    this.#canvas = canvas;
    this.#context = canvas.getContext('2d');
    this.#looks = looks;
  }

  /** To be called when the board has got another size, in CSS pixels. Draws nothing. */
  resize(width: number, height: number): void {
    const sharpness = Math.min(MOST_SHARP, globalThis.devicePixelRatio);
    this.#canvas.width = Math.round(width * sharpness);
    this.#canvas.height = Math.round(height * sharpness);
    this.#drawn = [];
    if (sharpness === this.#sharpness) return;
    this.#sharpness = sharpness;
    const font = getComputedStyle(this.#canvas).fontFamily;
    this.#sprites = new Map(
      this.#looks.map((look) => [look.clientId, spriteOf(look, font, sharpness)]),
    );
  }

  /** Draws these pointers and no others; places in CSS pixels. */
  draw(places: ReadonlyMap<number, Place>): void {
    const context = this.#context;
    if (context === null) return;
    for (const rectangle of this.#drawn) context.clearRect(...rectangle);
    this.#drawn = [];
    for (const [clientId, { x, y }] of places) {
      const sprite = this.#sprites.get(clientId);
      if (sprite === undefined) continue;
      const left = Math.round(x * this.#sharpness);
      const top = Math.round(y * this.#sharpness);
      context.drawImage(sprite.picture, left, top);
      this.#drawn.push([left, top, sprite.width, sprite.height]);
    }
  }
}

function spriteOf({ name, color }: PointerLook, fontFamily: string, sharpness: number): Sprite {
  const picture = document.createElement('canvas');
  const context = picture.getContext('2d');
  const font = `500 ${LABEL.font}px ${fontFamily}`;
  if (context !== null) context.font = font;
  const labelWidth = (context?.measureText(name).width ?? 0) + 2 * LABEL.padding;
  const width = Math.ceil((LABEL.x + labelWidth) * sharpness);
  const height = Math.ceil((LABEL.y + LABEL.height) * sharpness);
  picture.width = width;
  picture.height = height;
  if (context === null) return { picture, width, height };
  context.scale(sharpness, sharpness);
  context.fillStyle = color;
  context.beginPath();
  context.roundRect(LABEL.x, LABEL.y, labelWidth, LABEL.height, LABEL.corner);
  context.fill();
  // A canvas forgets its font when it gets a size.
  context.font = font;
  context.textBaseline = 'middle';
  context.fillStyle = '#fff';
  context.fillText(name, LABEL.x + LABEL.padding, LABEL.y + LABEL.height / 2);
  const scale = ARROW.size / ARROW.box;
  context.scale(scale, scale);
  const arrow = new Path2D(ARROW.path);
  context.fillStyle = color;
  context.fill(arrow);
  context.strokeStyle = '#fff';
  context.lineWidth = ARROW.edge;
  context.stroke(arrow);
  return { picture, width, height };
}
