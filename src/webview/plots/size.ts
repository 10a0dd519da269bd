/** How large a picture is on the page, so that it can be drawn in pixels: its letters keep their size, and a pointer is where it seems to be. */
import type { RefObject } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";

/** Width and height in pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Return what the element is to be given, and its size: `least` until that is known, and never less. */
export function useSize<T extends Element>(least: Size): readonly [RefObject<T | null>, Size] {
  const element = useRef<T>(null);
  const [size, setSize] = useState(least);
  useLayoutEffect(() => {
    const { current } = element;
    const measure = (): void => {
      const { clientWidth, clientHeight } = current!;
      const width = Math.max(least.width, clientWidth);
      const height = Math.max(least.height, clientHeight);
      setSize((before) => (before.width === width && before.height === height ? before : { width, height }));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(current!);
    return () => {
      observer.disconnect();
    };
  }, []);
  return [element, size];
}
