/** Dragging in a picture: where the pointer is, as parts of the width and the height of what the picture shows. */
import { useRef } from "preact/hooks";

/** What an element needs to be dragged in. */
export interface DragHandlers {
  readonly onPointerDown: (event: PointerEvent) => void;
  readonly onPointerMove: (event: PointerEvent) => void;
  readonly onPointerUp: () => void;
}

/**
 * Return the handlers. `move` gets the parts, 0 to 1 from the left and from the top, and what the picture showed when the
 * dragging began: what it shows may change while one drags, and must not run away from the pointer.
 */
export function useDrag<T>(shown: T, move: (shown: T, right: number, down: number) => void): DragHandlers {
  const started = useRef<T | undefined>(undefined);
  const at = (event: PointerEvent): void => {
    if (started.current === undefined || event.buttons !== 1) return;
    const box = (event.currentTarget as Element).getBoundingClientRect();
    const part = (place: number, length: number): number => Math.min(1, Math.max(0, place / length));
    move(started.current, part(event.clientX - box.left, box.width), part(event.clientY - box.top, box.height));
  };
  return {
    onPointerDown: (event) => {
      (event.currentTarget as Element).setPointerCapture(event.pointerId);
      started.current = shown;
      at(event);
    },
    onPointerMove: at,
    onPointerUp: () => {
      started.current = undefined;
    },
  };
}
