import { expect, test } from 'vitest';
import { createStore } from 'zustand/vanilla';
import type { ConnectionState } from './connectionState.ts';
import { followReadModel } from './followReadModel.ts';

function followed() {
  const state = createStore<Pick<ConnectionState, 'readModelVersion' | 'link'>>(() => ({
    readModelVersion: 0,
    link: 'connecting',
  }));
  const asked: (number | undefined)[] = [];
  let isVisible = true;
  let look: (() => void) | undefined;
  const stop = followReadModel(state, (version) => asked.push(version), {
    isVisible: () => isVisible,
    onVisible: (listener) => {
      look = listener;
      return () => {
        look = undefined;
      };
    },
  });
  return {
    ...{ state, asked, stop },
    leaves: () => {
      isVisible = false;
    },
    returns: () => {
      isVisible = true;
      look?.();
    },
  };
}

test('asks when the server says that something is newer, and when the connection is back', () => {
  const { state, asked, stop } = followed();
  state.setState({ link: 'online' });
  state.setState({ readModelVersion: 4 });
  state.setState({ link: 'offline' });
  state.setState({ link: 'online' });
  stop();
  state.setState({ readModelVersion: 5 });
  expect(asked).toEqual([undefined, 4, undefined]);
});

test('a page that nobody looks at asks once, when somebody does', () => {
  const { state, asked, leaves, returns, stop } = followed();
  leaves();
  state.setState({ readModelVersion: 4 });
  state.setState({ readModelVersion: 5 });
  expect(asked).toEqual([]);
  returns();
  expect(asked).toEqual([undefined]);
  stop();
  returns();
  expect(asked).toEqual([undefined]);
});
