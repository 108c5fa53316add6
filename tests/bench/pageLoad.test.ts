/** When a page counts as interactive. */
import { expect, test } from 'vitest';
import { interactiveAt, taskMsUntilFirstCell } from './pageLoad.ts';

test('a page is interactive with its first cell when nothing long runs then or soon after', () => {
  expect(interactiveAt(800, [])).toBe(800);
  expect(interactiveAt(800, [{ start: 100, end: 700 }])).toBe(800);
  expect(interactiveAt(800, [{ start: 1300, end: 1400 }])).toBe(800);
});

test('it is interactive only after the long tasks that run then or begin within half a second', () => {
  expect(interactiveAt(800, [{ start: 700, end: 900 }])).toBe(900);
  const tasks = [
    { start: 1500, end: 1600 },
    { start: 1200, end: 1300 },
    { start: 2200, end: 2300 },
  ];
  expect(interactiveAt(800, tasks)).toBe(1600);
});

test('tasks count from the page that has the cell, on its own thread, until the cell', () => {
  const task = { name: 'ThreadControllerImpl::RunTask', pid: 1, tid: 1, tdur: 5000 };
  const mark = { pid: 1, tid: 1 };
  const traceEvents = [
    { ...mark, name: 'bench:begin', ts: 10 },
    { ...task, ts: 20 },
    { ...mark, name: 'bench:begin', ts: 100 },
    { ...task, ts: 110 },
    { ...task, ts: 120, tid: 2 },
    { ...task, ts: 130, tdur: 2500 },
    { ...mark, name: 'bench:first-cell', ts: 200 },
    { ...task, ts: 210 },
  ];
  expect(taskMsUntilFirstCell(JSON.stringify({ traceEvents }))).toBe(7.5);
});
