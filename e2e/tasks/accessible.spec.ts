import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Page } from "@playwright/test";
import { ROUTES, type RouteName } from "../../web/src/app/routes";
import { expectAccessible, expectAccessibleInEveryColour } from "../support/accessible";
import { DIALOGS } from "../support/dialogs";
import { type FullWard, makeFullWard } from "../support/full-ward";
import { expect, personOf, test } from "../support/test";
import { auditorOf } from "../support/ward";
import { type Language, type Words, wordsOf } from "../support/words";

const SOURCES = resolve(import.meta.dirname, "../../web/src");
const LANGUAGES: readonly Language[] = ["en", "fr"];

type PageView = {
  readonly as: "owner" | "member" | "guest" | "administrator" | "auditor" | "nobody";
  readonly at: (ward: FullWard) => string;
  /** What is there once the page has come. */
  readonly shows: (page: Page, words: Words, ward: FullWard) => ReturnType<Page["getByText"]>;
};

const heading = (id: string) => (page: Page, words: Words) => page.getByRole("heading", { name: words(id) }).first();

/** Every page of the interface: a route without an entry is no program. */
const PAGES: Readonly<Record<RouteName, readonly PageView[]>> = {
  teams: [
    { as: "member", at: () => "/", shows: heading("my-teams") },
    { as: "nobody", at: () => "/", shows: heading("sign-in") },
  ],
  team: [{ as: "member", at: ({ team }) => `/teams/${team}`, shows: (page) => page.getByRole("grid") }],
  lists: [{ as: "member", at: ({ team }) => `/teams/${team}/lists`, shows: (page) => page.getByText("Safe") }],
  list: [
    { as: "member", at: ({ path }) => path, shows: (page) => page.getByRole("grid") },
    { as: "guest", at: ({ path }) => path, shows: (page) => page.getByRole("grid") },
    {
      as: "member",
      at: ({ team, other }) => `/teams/${team}/lists/${other}`,
      shows: heading("no-patients"),
    },
  ],
  patient: [
    {
      as: "member",
      at: ({ path, patient }) => `${path}/patients/${patient}`,
      shows: (page) => page.getByRole("article").getByText("Pain 5/10"),
    },
    {
      as: "owner",
      at: (ward) => `${ward.path}/patients/${ward.protected}`,
      shows: heading("protected-why"),
    },
    {
      as: "member",
      at: (ward) => `${ward.path}/patients/${ward.protected}`,
      shows: (page) => page.getByRole("article").getByText("FITZROY"),
    },
    {
      as: "guest",
      at: (ward) => `${ward.path}/patients/${ward.protected}`,
      shows: heading("protected-title"),
    },
  ],
  unlisted: [
    {
      as: "guest",
      at: ({ team, merged }) => `/teams/${team}/patients/${merged}`,
      shows: (page) => page.getByRole("article"),
    },
  ],
  chart: [
    {
      as: "member",
      at: ({ path, patient }) => `${path}/patients/${patient}/chart`,
      shows: (page, words) => page.getByText(words("chart-not-linked")),
    },
    {
      as: "member",
      at: ({ path, linked }) => `${path}/patients/${linked}/chart`,
      shows: (page, words) => page.getByRole("heading", { name: words("chart-source-vital-signs") }),
    },
  ],
  unlistedChart: [
    {
      as: "guest",
      at: ({ team, merged }) => `/teams/${team}/patients/${merged}/chart`,
      shows: (page, words) => page.getByText(words("chart-not-linked")),
    },
  ],
  import: [{ as: "member", at: ({ path }) => `${path}/import`, shows: (page) => page.getByRole("heading").first() }],
  settings: ["members", "fields", "lists", "record", "time-zone", "imports", "emergency-access"].map((section) => ({
    as: "owner" as const,
    at: ({ team }: FullWard) => `/teams/${team}/settings/${section}`,
    shows: heading(section === "record" ? "record-connection" : section),
  })),
  administration: ["users", "teams", "provisioning"].map((section) => ({
    as: "administrator" as const,
    at: () => `/administration/${section}`,
    shows: heading(section),
  })),
  emergencyAccess: [{ as: "auditor", at: () => "/emergency-access", shows: heading("emergency-access") }],
  account: [{ as: "member", at: () => "/account", shows: heading("my-account") }],
  welcome: [{ as: "nobody", at: () => "/welcome#none", shows: (page) => page.getByRole("heading").first() }],
};

/** The files of the interface that draw a dialog. */
function filesWithDialogs(): string[] {
  const files = readdirSync(SOURCES, { recursive: true, encoding: "utf8" });
  return files
    .filter((file) => file.endsWith(".tsx") && !file.startsWith("ui/"))
    .filter((file) =>
      /<(ModalDialog|ConfirmDialog|NameDialog|SaveDialog)\b/.test(readFileSync(join(SOURCES, file), "utf8")),
    );
}

test("every page and dialog of the interface is looked at", () => {
  expect(Object.keys(PAGES).toSorted(), "add the page to PAGES in this file").toEqual(Object.keys(ROUTES).toSorted());
  expect(Object.keys(DIALOGS).toSorted(), "add the dialog to e2e/support/dialogs.ts").toEqual(
    filesWithDialogs().toSorted(),
  );
});

for (const language of LANGUAGES) {
  const words = wordsOf(language);

  test.describe(language, () => {
    test.describe.configure({ timeout: 600_000 });

    test(`every page can be used by everybody (${language})`, async ({ hospital, enter, browser }) => {
      const ward = await makeFullWard(hospital, language);
      const people = {
        ...ward,
        administrator: personOf(hospital, "admin"),
        auditor: await auditorOf(hospital),
      };
      const pages = new Map<PageView["as"], Page>();
      for (const view of Object.values(PAGES).flat()) {
        let page = pages.get(view.as);
        if (!page) {
          page = view.as === "nobody" ? await (await browser.newContext()).newPage() : await enter(people[view.as]);
          await page.addInitScript((chosen) => localStorage.setItem("patients.language", chosen), language);
          pages.set(view.as, page);
        }
        await test.step(`${view.at(ward)} as ${view.as}`, async () => {
          await page.goto(view.at(ward));
          await expect(view.shows(page, words, ward).first()).toBeVisible();
          await expectAccessibleInEveryColour(page);
        });
      }
    });

    test(`every dialog can be used by everybody (${language})`, async ({ hospital, enter }) => {
      const ward = await makeFullWard(hospital, language);
      const people = { ...ward, administrator: personOf(hospital, "admin") };
      const pages = new Map<string, Page>();
      for (const view of Object.values(DIALOGS).flat()) {
        const page = pages.get(view.as) ?? (await enter(people[view.as]));
        if (!pages.has(view.as)) {
          await page.addInitScript((chosen) => localStorage.setItem("patients.language", chosen), language);
          pages.set(view.as, page);
        }
        await test.step(view.name, async () => {
          await page.goto(view.at(ward));
          await view.open({ page, ward, words });
          await expect(page.getByRole("dialog")).toBeVisible();
          // The page behind it is looked at above. Colours are the same in every language: once is enough.
          const look = language === "en" ? expectAccessibleInEveryColour : expectAccessible;
          await look(page, { within: "dialog[open]" });
          await page.setViewportSize({ width: 1280, height: 800 });
        });
      }
    });
  });
}
