/** The paths of the selected node: a row each, of which one is lit in the picture; below them their sum. */
import type { RefObject } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { factorsOf } from "../../view/details/factors.ts";
import type { Factor, NodeDetails, NodeView, PathView, ViewModel } from "../../view/model.ts";
import type { Actions } from "../actions/actions.ts";
import { Words } from "../frame/words.tsx";
import { litPath, type Page } from "../state/page.ts";
import { Derivative, Numbers, Result, Sum, Symbols } from "./formula.tsx";

interface PathsProps {
  readonly page: Page;
  readonly model: ViewModel;
  readonly node: NodeView;
  readonly details: NodeDetails;
  readonly paths: readonly PathView[];
  /** What a line needs beside an explanation: numbers only, and the edge that is the reason. */
  readonly brief?: { readonly causeEdge: string | undefined } | undefined;
  readonly actions: Actions;
}

/** All that are listed, and what the others add up to. */
export function PathRows(props: PathsProps) {
  const { page, model, node, details, paths, brief, actions } = props;
  const lit = litPath(page, paths);
  const more = moreText(details.pathCount, paths.length);
  const products = paths.map((path) => factorsOf(model, path));
  const list = useSymbolsWhereTheyFit(widthKey(products));
  // Not the one that is pointed at: nothing moves under the pointer, or when it leaves.
  const chosen = litPath({ ...page, pointed: undefined }, paths);
  useLayoutEffect(() => {
    list.current?.querySelectorAll(".path")[chosen]?.scrollIntoView({ block: "nearest" });
  }, [node.id, chosen]);
  return (
    <div ref={list} class={brief === undefined ? "paths" : "paths brief short"} onKeyDown={walk}>
      {paths.map((path, index) => (
        <PathRow
          key={index}
          path={path}
          factors={products[index]!}
          index={index}
          isLit={index === lit}
          causeEdge={brief?.causeEdge}
          actions={actions}
        />
      ))}
      <Rest {...props} more={more} />
      <div class="sum">
        <span class="via">sum</span>
        <Derivative of={products[0]?.[0]?.of ?? model.resultName} by={node.name} />
        <span class="eq">=</span>
        {more === "" && paths.length <= MOST_TERMS ? (
          <Sum terms={paths.map((path) => path.product)} />
        ) : (
          <span class="eq">…</span>
        )}
        <span class="eq">=</span>
        <span class="prod total">{details.gradient != null && <Result value={details.gradient} />}</span>
      </div>
    </div>
  );
}

/** Milliseconds of rest until symbols that had to give way are tried again. */
const TRY_AFTER = 300;

/**
 * Symbols give way where they would push the numbers out of the panel. Rows that are wider than the list have another width than before, which is
 * told when the page is laid out anyway; whether there is room again is to be seen only by trying, which waits until the numbers rest.
 */
function useSymbolsWhereTheyFit(text: string): RefObject<HTMLDivElement | null> {
  const list = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (list.current?.classList.contains("short") !== true) return undefined;
    const timer = setTimeout(() => {
      fit(list.current);
    }, TRY_AFTER);
    return () => {
      clearTimeout(timer);
    };
  }, [text]);
  useLayoutEffect(() => {
    const { current } = list;
    let width = current!.clientWidth;
    fit(current);
    const observer = new ResizeObserver(() => {
      const isOther = current!.clientWidth !== width;
      width = current!.clientWidth;
      if (isOther || !current!.classList.contains("short")) fit(current);
    });
    observer.observe(current!);
    const row = current!.querySelector(".path");
    if (row !== null) observer.observe(row);
    return () => {
      observer.disconnect();
    };
  }, []);
  return list;
}

function fit(list: HTMLElement | null): void {
  if (list === null || list.classList.contains("brief")) return;
  list.classList.remove("short");
  if (list.scrollWidth > list.clientWidth || isOverprinted(list)) list.classList.add("short");
}

/** Whether numbers reach into their product or sum behind them, which they can without reaching out of the list. */
function isOverprinted(list: HTMLElement): boolean {
  return [...list.querySelectorAll(":is(.path, .sum) > .nums")].some((written) => {
    const numbers = written.getBoundingClientRect();
    const product = written.parentElement!.querySelector(".prod")!.getBoundingClientRect();
    return numbers.right > product.left && numbers.bottom > product.top && numbers.top < product.bottom;
  });
}

/** What decides how wide products are: their symbols, and how many characters their numbers have. */
function widthKey(products: readonly (readonly Factor[])[]): string {
  return products
    .flat()
    .map(({ of, by, value }) => `${of} ${by} ${value.short.length}`)
    .join();
}

/** Longer sums are not written out. */
const MOST_TERMS = 6;

/** What is not listed: a button that lists it, and when as much as possible is listed, one row for the others. */
function Rest({ page, details, more, actions }: PathsProps & { readonly more: string }) {
  const list = page.tools.replies.paths;
  const isOpen = page.tools.openPaths === details.node;
  if (!isOpen && more === "") return null;
  const isListed = isOpen && list?.node === details.node;
  return (
    <div class="rest">
      <button
        type="button"
        class="link"
        aria-expanded={isOpen}
        onClick={() => {
          actions.togglePaths(details.node);
        }}
      >
        {isOpen ? "Show the Largest Only" : more}
      </button>
      {isListed && list.hidden !== "0" && (
        <span class="dim">
          {list.hidden} more {list.hidden === "1" ? "path" : "paths"}, together{" "}
          <b class="num g" title={list.rest.full}>
            {list.rest.short}
          </b>
        </span>
      )}
    </div>
  );
}

interface PathRowProps {
  readonly path: PathView;
  readonly factors: readonly Factor[];
  readonly index: number;
  readonly isLit: boolean;
  readonly causeEdge: string | undefined;
  readonly actions: Actions;
}

function PathRow({ path, factors, index, isLit, causeEdge, actions }: PathRowProps) {
  const point = (): void => {
    actions.point({ kind: "path", path: index });
  };
  const leave = (): void => {
    actions.point(undefined);
  };
  return (
    <button
      type="button"
      class={isLit ? "path on" : "path"}
      aria-pressed={isLit}
      onClick={() => {
        actions.choosePath(index);
      }}
      onPointerEnter={point}
      onPointerLeave={leave}
      onFocus={(event) => {
        if (event.currentTarget.matches(":focus-visible")) point();
      }}
      onBlur={leave}
    >
      <span class="via" title={path.via === "" ? undefined : `via ${path.via}`}>
        {path.via === "" ? "direct" : <Words text={`via \`${path.via}\``} />}
      </span>
      <Symbols factors={factors} />
      <span class="eq">=</span>
      <Numbers factors={factors} causeEdge={causeEdge} />
      <span class="eq">=</span>
      <span class="prod">
        <Result value={path.product} />
      </span>
      {path.percent != null && (
        <>
          <span class="share" aria-hidden="true">
            <i style={{ width: `${Math.max(0, Math.min(100, path.percent))}%` }} />
          </span>
          <span class="pc num">{path.percent} %</span>
        </>
      )}
    </button>
  );
}

/** Arrow keys go from row to row. */
function walk(event: KeyboardEvent): void {
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (by === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
  const rows = [...(event.currentTarget as HTMLElement).querySelectorAll<HTMLElement>("button")];
  const next = rows[rows.findIndex((row) => row === document.activeElement) + by];
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
}

/** The paths that are not listed: `12 more`, exactly also where there are more than a number can count. */
function moreText(pathCount: string, listed: number): string {
  if (pathCount === "" || pathCount === String(listed)) return "";
  return `${(BigInt(pathCount) - BigInt(listed)).toLocaleString("en")} more`;
}
