/** Work that takes longer than a blink: a thin line, and after two seconds the way to end it. */
import { useEffect, useState } from "preact/hooks";
import type { Actions } from "../actions/actions.ts";

/** Milliseconds until the work can be stopped; most is done before. */
const STOP_AFTER = 2_000;

/** The line on top of the panel while something is computed; the picture under it stays as it is. */
export function Busy({ actions }: { readonly actions: Actions }) {
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => {
      setLong(true);
    }, STOP_AFTER);
    return () => {
      clearTimeout(timer);
    };
  }, []);
  return (
    <>
      <div class="busy" role="progressbar" aria-label="Computing" />
      {isLong && (
        <button type="button" class="secondary stop" onClick={actions.stop}>
          Stop
        </button>
      )}
    </>
  );
}
