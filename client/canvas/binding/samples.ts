/** One record of every kind that tldraw has, with nothing as it is by default. For tests. */
import type { TLAsset, TLShape } from 'tldraw';
import type { BoardRecord } from './storedRecord.ts';
import { aBinding, aGeo, aShape, shapeId } from './testBoard.ts';

const RICH_TEXT = {
  type: 'doc',
  content: [
    {
      type: 'paragraph',
      content: [{ type: 'text', text: 'hei', marks: [{ type: 'bold' }] }],
    },
  ],
};
const POINT = { x: 1, y: 2, z: 0.5 };
const PEN = { color: 'red', size: 'l', segments: [{ type: 'free', points: [POINT, POINT] }] };
const STROKE = { ...PEN, isComplete: true, isPen: true, scale: 2 };
const TEXT = { color: 'blue', size: 's', font: 'mono', scale: 1.5, richText: RICH_TEXT };
const IMAGE = { w: 20, h: 30, playing: false, url: '', assetId: 'asset:a', altText: 'et bilde' };

/** By type; `props` of each as its schema wants them. */
const PROPS: Readonly<Record<string, object>> = {
  arrow: {
    kind: 'elbow',
    labelColor: 'red',
    color: 'blue',
    fill: 'solid',
    dash: 'dashed',
    size: 's',
    arrowheadStart: 'dot',
    arrowheadEnd: 'none',
    font: 'serif',
    start: { x: 1, y: 2 },
    end: { x: 30, y: 40 },
    bend: 5,
    text: 'fordi',
    labelPosition: 0.3,
    scale: 2,
    elbowMidPoint: 0.4,
  },
  bookmark: { w: 300, h: 100, assetId: 'asset:b', url: 'https://example.org' },
  draw: { ...STROKE, fill: 'semi', dash: 'dotted', isClosed: true },
  embed: { w: 300, h: 200, url: 'https://example.org/embed' },
  frame: { w: 400, h: 300, name: 'Før', color: 'green' },
  geo: {
    ...aGeo('a').props,
    geo: 'ellipse',
    growY: 3,
    verticalAlign: 'start',
    richText: RICH_TEXT,
  },
  group: {},
  highlight: STROKE,
  image: {
    ...IMAGE,
    crop: { topLeft: { x: 0, y: 0 }, bottomRight: { x: 0.5, y: 0.5 } },
    flipX: true,
    flipY: false,
  },
  line: {
    color: 'red',
    dash: 'solid',
    size: 'xl',
    spline: 'cubic',
    scale: 1,
    points: {
      a1: { id: 'a1', index: 'a1', x: 0, y: 0 },
      a2: { id: 'a2', index: 'a2', x: 50, y: 60 },
    },
  },
  note: {
    ...TEXT,
    labelColor: 'black',
    fontSizeAdjustment: 1,
    align: 'end',
    verticalAlign: 'end',
    growY: 10,
    url: '',
  },
  text: { ...TEXT, textAlign: 'middle', w: 80, autoSize: false },
  video: { ...IMAGE, time: 2, autoplay: false },
};

export function sampleShapes(): readonly TLShape[] {
  return Object.entries(PROPS).map(([type, props]) => ({
    ...aShape(type, type, props),
    x: 3,
    y: -4,
    rotation: 0.5,
    opacity: 0.5,
    isLocked: true,
    meta: { by: 'Kari' },
  }));
}

export function sampleRecords(): readonly BoardRecord[] {
  const assets = [
    {
      type: 'image',
      props: {
        w: 20,
        h: 30,
        name: 'bilde.png',
        isAnimated: false,
        mimeType: 'image/png',
        src: 'https://example.org/bilde.png',
        fileSize: 100,
      },
    },
    {
      type: 'video',
      props: {
        w: 20,
        h: 30,
        name: 'film.mp4',
        isAnimated: true,
        mimeType: 'video/mp4',
        src: 'https://example.org/film.mp4',
        fileSize: 100,
      },
    },
    {
      type: 'bookmark',
      props: {
        title: 'Side',
        description: '',
        image: '',
        favicon: '',
        src: 'https://example.org',
      },
    },
  ].map(({ type, props }) => ({ id: `asset:${type}`, typeName: 'asset', type, props, meta: {} }));
  return [
    ...sampleShapes(),
    aBinding('a', shapeId('arrow'), shapeId('geo'), 'end'),
    ...(assets as unknown as readonly TLAsset[]),
  ];
}
