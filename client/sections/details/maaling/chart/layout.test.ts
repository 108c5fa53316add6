import { describe, expect, test } from 'vitest';
import type { Maaling } from '../../../../../shared/sheet/schema/entities.ts';
import { type ChartLayout, isFree, labelBeside, layoutChart } from './layout.ts';

const SIZE = { width: 800, letter: 14 };
const TODAY = '2026-11-28';
type Drawn = Pick<Maaling, 'start' | 'target' | 'series'>;

const none = { value: null, date: null };
const from = { value: 32.8, date: '2023-12-31' };
const to = { value: 60, date: '2027-12-31' };
const drawn = (maaling: Drawn, size = SIZE): ChartLayout => {
  const layout = layoutChart(maaling, TODAY, size, String);
  if (layout === undefined) throw new Error('Nothing is drawn.');
  return layout;
};

describe('a graph', () => {
  test('goes from nullpunkt to ønsket verdi, with today between', () => {
    const { start, target, hasWay, plot, today, measured } = drawn({
      start: from,
      target: to,
      series: [],
    });
    expect(hasWay).toBe(true);
    expect(start?.x).toBe(plot.left);
    expect(target?.x).toBe(plot.right);
    expect(start?.y).toBeGreaterThan(target?.y ?? 0);
    expect(today).toBeGreaterThan(plot.left);
    expect(today).toBeLessThan(plot.right);
    expect(measured).toEqual([]);
  });

  test('has no way where a day is missing or time runs back; the values are there all the same', () => {
    const dateless = drawn({ start: { value: 3, date: null }, target: to, series: [] });
    expect(dateless.hasWay).toBe(false);
    expect(dateless.start).toBeUndefined();
    expect(dateless.startLevel).toBe(dateless.y(3));
    const back = drawn({ start: { ...from, date: '2028-01-01' }, target: to, series: [] });
    expect(back.hasWay).toBe(false);
    expect(back.target).toBeDefined();
  });

  test('is not drawn without a value', () => {
    expect(
      layoutChart({ start: none, target: none, series: [] }, TODAY, SIZE, String),
    ).toBeUndefined();
  });

  test.each([320, 390, 1280])('keeps everything inside its frame at %d pixels', (width) => {
    const series = [
      { date: '2022-01-01', value: -7e15, comment: '' },
      { date: '2029-01-01', value: 9e15, comment: '' },
    ];
    const { plot, measured, height } = drawn(
      { start: from, target: to, series },
      { width, letter: 14 },
    );
    for (const { x, y } of measured) {
      expect(x).toBeGreaterThanOrEqual(plot.left);
      expect(x).toBeLessThanOrEqual(plot.right);
      expect(y).toBeGreaterThanOrEqual(0);
      expect(y).toBeLessThanOrEqual(height);
    }
  });
});

describe('words in it', () => {
  const layout = drawn({ start: from, target: to, series: [] });

  test('stand over a mark or under it, and inside the frame', () => {
    const { plot } = layout;
    const above = labelBeside('60 %', { x: 400, y: 100 }, true, layout, 14);
    expect(above).toMatchObject({ x: 400, anchor: 'middle' });
    expect(above.y).toBeLessThan(100);
    expect(labelBeside('60 %', { x: 400, y: 100 }, false, layout, 14).y).toBeGreaterThan(100);
    expect(labelBeside('60 %', { x: plot.right, y: 100 }, true, layout, 14).anchor).toBe('end');
    expect(labelBeside('60 %', { x: plot.left, y: 100 }, true, layout, 14).anchor).toBe('start');
    expect(labelBeside('60 %', { x: 400, y: plot.bottom - 3 }, false, layout, 14).y).toBeLessThan(
      plot.bottom,
    );
  });

  test('are free where they cover no mark and no other words', () => {
    const label = labelBeside('60 %', { x: 400, y: 100 }, true, layout, 14);
    expect(isFree(label, [{ x: 400, y: 100 }], 14)).toBe(true);
    expect(isFree(label, [{ x: 400, y: label.y - 4 }], 14)).toBe(false);
    expect(isFree(label, [{ ...label, x: 410 }], 14)).toBe(false);
  });
});
