/**
 * Frames with some room between them. Others tell of what they do twenty times a second, each at a
 * moment of their own; shown all at once they cost what one of them costs, and every frame between
 * is left to the person's own hand.
 */
const GAP_MS = 40;

/** Calls back before the next frame that comes so long after the last one; answers how to cancel. */
export type OnFrame = (callback: () => void) => () => void;

export function pacedFrames(gapMs = GAP_MS): OnFrame {
  let lastAt = Number.NEGATIVE_INFINITY;
  return (callback) => {
    let frame: number;
    const look = (now: number) => {
      if (now - lastAt < gapMs) frame = requestAnimationFrame(look);
      else {
        lastAt = now;
        callback();
      }
    };
    frame = requestAnimationFrame(look);
    return () => cancelAnimationFrame(frame);
  };
}
