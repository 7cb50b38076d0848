// @vitest-environment jsdom
import { act } from "react";
import { createRoot, type Root } from "react-dom/client";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { makeTexts } from "../i18n/bundle";
import english from "../i18n/en";
import { TextsContext } from "../i18n/useText";
import { Grid } from "./Grid";
import type { GridBinding, GridColumn } from "./grid.types";

declare global {
  var IS_REACT_ACT_ENVIRONMENT: boolean;
}

type Row = Record<string, string>;

const COLUMNS: readonly GridColumn[] = ["bed", "name", "plan", "note"].map((id) => ({
  id,
  name: id,
  width: 100,
  isFrozen: id === "bed" || id === "name",
  isRowHeader: id === "name",
}));

/** A page with two editable columns, which keeps what is typed in a table of its own. */
class Page {
  readonly rows = new Map<string, Row>(
    ["r1", "r2", "r3"].map((id) => [
      id,
      { bed: `bed ${id}`, name: `name ${id}`, plan: `plan ${id}`, note: `note ${id}` },
    ]),
  );
  readonly opened: string[] = [];
  readonly copied: string[] = [];
  readonly pasted: string[] = [];
  readonly cleared: string[] = [];
  readonly binding: GridBinding<Row> = {
    subscribe: () => () => {},
    find: (row) => this.rows.get(row),
    show: (row, column) => row[column],
    canEdit: (_, column) => column === "plan" || column === "note",
    editor: (row, column, controls) => (
      <input
        aria-label="editor"
        ref={(input) => input?.focus()}
        defaultValue={controls.seed ?? row[column]}
        onKeyDown={(event) => {
          if (event.key === "Escape") controls.cancel();
          if (event.key !== "Enter" && event.key !== "Tab") return;
          event.preventDefault();
          row[column] = event.currentTarget.value;
          controls.done(event.key === "Enter" ? "down" : "right");
        }}
      />
    ),
    copy: (row, column) => row[column] ?? "",
    copyRows: (rows, text) => {
      this.copied.push(...rows, text);
    },
    paste: (cells, beyond) => {
      this.pasted.push(...cells.map(({ row, column, text }) => `${row} ${column} ${text}`), `${beyond} beyond`);
    },
    clear: (cells) => {
      this.cleared.push(...cells.map(({ row, column }) => `${row} ${column}`));
    },
    open: ({ row, column }) => {
      this.opened.push(`${row} ${column}`);
    },
    columnActions: () => [],
  };
}

let root: Root;
let page: Page;

function draw(rows: readonly string[] = ["r1", "r2", "r3"]) {
  act(() =>
    root.render(
      <TextsContext value={makeTexts("en", english)}>
        <Grid label="Ward" rows={rows} columns={COLUMNS} binding={page.binding} onWidth={() => {}} />
      </TextsContext>,
    ),
  );
}

beforeEach(() => {
  globalThis.IS_REACT_ACT_ENVIRONMENT = true;
  vi.stubGlobal(
    "ResizeObserver",
    class {
      observe() {}
      disconnect() {}
    },
  );
  Element.prototype.scrollIntoView = () => {};
  document.body.innerHTML = "<div id='root'></div>";
  root = createRoot(document.getElementById("root") as HTMLElement);
  page = new Page();
  draw();
});

afterEach(() => {
  act(() => root.unmount());
  vi.unstubAllGlobals();
});

const cell = (row: string, column: string) =>
  document.querySelector<HTMLElement>(`[data-row="${row}"] [data-column="${column}"]`) as HTMLElement;
const focused = () => document.activeElement as HTMLElement;
const where = () =>
  `${focused().closest<HTMLElement>("[data-row]")?.dataset.row} ${focused().closest<HTMLElement>("[data-column]")?.dataset.column}`;
const focus = (row: string, column: string) => act(() => cell(row, column).focus());
const press = (key: string, held: KeyboardEventInit = {}) =>
  act(() => {
    focused().dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...held }));
  });

function clipboard(type: "copy" | "paste", text = ""): { event: Event; written: string[] } {
  const written: string[] = [];
  const event = new Event(type, { bubbles: true, cancelable: true });
  Object.defineProperty(event, "clipboardData", {
    value: { getData: () => text, setData: (_: string, data: string) => written.push(data) },
  });
  act(() => {
    document.dispatchEvent(event);
  });
  return { event, written };
}

test("exactly one cell can be reached by Tab: the active one", () => {
  const stops = () => [...document.querySelectorAll("[role=grid] [tabindex='0']")].map((stop) => stop.textContent);
  expect(stops()).toEqual(["bed r1"]);
  focus("r2", "plan");
  press("ArrowDown");
  expect(stops()).toEqual(["plan r3"]);
});

test("the tree counts rows and columns with the header, and the name is the row's header", () => {
  const grid = document.querySelector("[role=grid]");
  expect([grid?.getAttribute("aria-rowcount"), grid?.getAttribute("aria-colcount")]).toEqual(["4", "4"]);
  expect(cell("r2", "plan").closest("[role=row]")?.getAttribute("aria-rowindex")).toBe("3");
  expect(cell("r2", "plan").getAttribute("aria-colindex")).toBe("3");
  expect(cell("r2", "name").getAttribute("role")).toBe("rowheader");
});

test("arrows move the focus, up into the header as well", () => {
  focus("r1", "name");
  press("ArrowRight");
  expect(where()).toBe("r1 plan");
  press("ArrowUp");
  expect(where()).toBe("header plan");
  expect(focused().tagName).toBe("BUTTON");
  press("ArrowDown");
  expect(where()).toBe("r1 plan");
});

test("a character begins the edit with itself, Enter keeps it and goes down", () => {
  focus("r1", "plan");
  press("x");
  expect((focused() as HTMLInputElement).value).toBe("x");
  press("Enter");
  expect(where()).toBe("r2 plan");
  expect(page.rows.get("r1")?.plan).toBe("x");
});

test("Enter begins the edit with what is there, Escape restores it and stays", () => {
  focus("r1", "plan");
  press("Enter");
  expect((focused() as HTMLInputElement).value).toBe("plan r1");
  (focused() as HTMLInputElement).value = "typed";
  press("Escape");
  expect(where()).toBe("r1 plan");
  expect(page.rows.get("r1")?.plan).toBe("plan r1");
});

test("Tab in an editor keeps and goes right; arrows in it do not leave the cell", () => {
  focus("r1", "plan");
  press("Enter");
  press("ArrowDown");
  expect(focused().getAttribute("aria-label")).toBe("editor");
  press("Tab");
  expect(where()).toBe("r1 note");
});

test("what cannot be edited opens by Enter, and typing there does nothing", () => {
  focus("r1", "name");
  press("x");
  expect(where()).toBe("r1 name");
  press("Enter");
  expect(page.opened).toEqual(["r1 name"]);
});

test("Shift and arrows select a range, which is emptied and copied as one", () => {
  focus("r1", "plan");
  press("ArrowRight", { shiftKey: true });
  expect(clipboard("copy").written).toEqual(["plan r1\tnote r1"]);
  expect(page.copied).toEqual([]);
  press("ArrowDown", { shiftKey: true });
  expect(document.querySelectorAll("[aria-selected=true]").length).toBe(4);
  press("Delete");
  expect(page.cleared).toEqual(["r1 plan", "r1 note", "r2 plan", "r2 note"]);
});

test("more than one row goes to the clipboard only through the page, which asks first", () => {
  focus("r1", "plan");
  press("ArrowDown", { shiftKey: true });
  expect(clipboard("copy").written).toEqual([]);
  expect(page.copied).toEqual(["r1", "r2", "plan r1\nplan r2"]);
});

test("pasting falls on the cells from the active one on, and says what falls beyond", () => {
  focus("r2", "note");
  clipboard("paste", "a\tb\nc\td\n");
  expect(page.pasted).toEqual(["r2 note a", "r3 note c", "2 beyond"]);
});

test("when the row with the focus leaves, the row in its place has it", () => {
  focus("r2", "plan");
  press("ArrowRight");
  draw(["r1", "r3"]);
  expect(where()).toBe("r3 note");
});

test("a row that changes its place keeps the focus", () => {
  focus("r2", "plan");
  press("ArrowRight");
  draw(["r3", "r2", "r1"]);
  expect(where()).toBe("r2 note");
});

test("a click makes a cell active, a second one edits it", () => {
  const click = (target: HTMLElement) =>
    act(() => {
      target.dispatchEvent(new MouseEvent("pointerdown", { bubbles: true }));
      target.focus();
      target.dispatchEvent(new MouseEvent("click", { bubbles: true }));
    });
  click(cell("r2", "plan"));
  expect(where()).toBe("r2 plan");
  expect(document.querySelector("input")).toBeNull();
  click(cell("r2", "plan"));
  expect(focused().getAttribute("aria-label")).toBe("editor");
});
