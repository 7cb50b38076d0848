import type { Page } from "@playwright/test";
import type { FullWard } from "./full-ward";
import { beginEdit, cellOf, openCellMenu } from "./grid";
import type { Words } from "./words";

/** What the opening of a dialog may need. */
export type Opening = { readonly page: Page; readonly ward: FullWard; readonly words: Words };

/** How somebody comes to a dialog: who they are, where it is, and what they do there. */
export type DialogView = {
  readonly name: string;
  readonly as: "owner" | "member" | "administrator";
  readonly at: (ward: FullWard) => string;
  readonly open: (opening: Opening) => Promise<void>;
};

const PHONE = { width: 390, height: 844 };

const list = ({ path }: FullWard) => path;
const patient = (ward: FullWard) => `${ward.path}/patients/${ward.patient}`;
const settings = (section: string) => (ward: FullWard) => `/teams/${ward.team}/settings/${section}`;

const press = (page: Page, name: string | RegExp) =>
  page.getByRole("main").getByRole("button", { name, exact: true }).first().click();
const pressIn = (page: Page, name: string) =>
  page.getByRole("dialog").getByRole("button", { name, exact: true }).click();
const choose = (page: Page, name: string) => page.getByRole("menuitem", { name, exact: true }).click();
const startsWith = (text: string) => new RegExp(`^${text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}`);

/** What is chosen from the menu behind "Change…" of one thing. */
const change = (of: (opening: Opening) => string, action: string) => async (opening: Opening) => {
  const { page, words } = opening;
  await press(page, `${words("change")} ${of(opening)}`);
  await choose(page, words(action));
};

/** Searches the record for the patient whom the ward has of it. */
const findLinked = async ({ page, words }: Opening) => {
  await press(page, words("add-patient"));
  await page.getByRole("textbox", { name: words("record-id") }).fill("p020");
  await pressIn(page, words("find-in-record-do"));
};

const diagnosis = ({ page, ward }: Opening) => cellOf(page, "4417 203", ward.names.diagnosis);

const ofPatient =
  (action: string) =>
  async ({ page, words }: Opening) => {
    await press(page, words("patient-actions"));
    await choose(page, words(action));
  };

const onPatient = (name: string, open: DialogView["open"]): DialogView => ({ name, as: "member", at: patient, open });
const onLinked = (name: string, open: DialogView["open"]): DialogView => ({
  ...onPatient(name, open),
  at: (ward) => `${ward.path}/patients/${ward.linked}`,
});
const onList = (name: string, open: DialogView["open"]): DialogView => ({ name, as: "member", at: list, open });
const onSettings = (name: string, section: string, open: DialogView["open"]): DialogView => ({
  name,
  as: "owner",
  at: settings(section),
  open,
});
const onAdministration = (name: string, section: string, open: DialogView["open"]): DialogView => ({
  name,
  as: "administrator",
  at: () => `/administration/${section}`,
  open,
});

/** Every dialog of the interface, by the file of web/src that draws it. */
export const DIALOGS: Readonly<Record<string, readonly DialogView[]>> = {
  "list/FilterDialog.tsx": [
    onList("filter", async ({ page, ward, words }) => {
      await page.getByRole("columnheader", { name: ward.names.diagnosis }).getByRole("button").click();
      await choose(page, words("filter-by-column"));
    }),
  ],
  "list/AddPatientDialog.tsx": [
    onList("add a patient", async ({ page, words }) => {
      await press(page, words("add-patient"));
      await pressIn(page, words("type-in-yourself"));
    }),
    onList("add a patient whom the team may have", async ({ page, words }) => {
      await press(page, words("add-patient"));
      await pressIn(page, words("type-in-yourself"));
      await page.getByRole("textbox", { name: words("family-name") }).fill("Hartley");
      await page.getByRole("textbox", { name: words("given-name") }).fill("Margaret");
      await page.getByRole("textbox", { name: words("birth-date") }).fill("1938-03-02");
      await pressIn(page, words("add-patient-do"));
      await page.getByRole("dialog").getByText(words("duplicate-question")).waitFor();
    }),
  ],
  "list/AddFromRecord.tsx": [
    onList("search the record", async ({ page, words }) => {
      await press(page, words("add-patient"));
      await pressIn(page, words("find-in-record-do"));
    }),
    onList("a patient of the record who is on the list", async (opening) => {
      await findLinked(opening);
      await opening.page.getByRole("dialog").getByText(opening.words("found-is-here")).waitFor();
    }),
    {
      ...onList("a patient of the record whom the team has", async (opening) => {
        await findLinked(opening);
        const dialog = opening.page.getByRole("dialog");
        await dialog.getByRole("button", { name: startsWith(opening.words("add-found")) }).click();
        await dialog.getByText(opening.words("duplicate-question")).waitFor();
      }),
      at: ({ team, other }) => `/teams/${team}/lists/${other}`,
    },
  ],
  "list/DecisionDialog.tsx": [
    onList("decide on a conflict", async (opening) => {
      const { page, ward, words } = opening;
      const control = await beginEdit(await diagnosis(opening));
      await control.fill("Mine");
      await ward.set(ward.patient, ward.names.diagnosis, `Theirs ${Date.now()}`);
      await control.press("Enter");
      await press(page, words("decide"));
    }),
  ],
  "list/HighlightDialog.tsx": [
    onList("highlight", async ({ page, ward, words }) => {
      await openCellMenu(await cellOf(page, "4417 203", ward.names.matters));
      await choose(page, words("highlight"));
    }),
  ],
  "list/EditSheet.tsx": [
    onList("edit on a phone", async ({ page, ward }) => {
      await page.setViewportSize(PHONE);
      await page
        .getByRole("button", { name: startsWith(ward.names.matters) })
        .first()
        .click();
    }),
    onPatient("edit on the patient's page", async ({ page, ward, words }) =>
      press(page, `${words("edit")} ${ward.names.path}`),
    ),
  ],
  "pages/patient/IdentityDialog.tsx": [onPatient("identity", ofPatient("edit-identity"))],
  "pages/patient/HistoryDialogs.tsx": [
    onPatient("history", ofPatient("patient-history")),
    onPatient("versions of a note", async ({ page, words }) => press(page, words("versions"))),
  ],
  "pages/patient/MergeDialog.tsx": [
    onPatient("merge", async (opening) => {
      await ofPatient("merge-with")(opening);
      await opening.page.getByRole("dialog").getByRole("button", { name: "HARTLEY, Margaret" }).first().click();
    }),
  ],
  "pages/patient/PlaceDialog.tsx": [
    onPatient("add to a list", async ({ page, words }) => press(page, words("add-to-list"))),
    onPatient("move to a list", async ({ page, words }) => press(page, startsWith(words("move-to-list")))),
  ],
  "pages/patient/EditNoteDialog.tsx": [onPatient("edit a note", async ({ page, words }) => press(page, words("edit")))],
  "pages/patient/UnmergeDialog.tsx": [
    {
      ...onPatient("part two records", async ({ page, words }) => press(page, words("unmerge"))),
      at: (ward) => `${ward.path}/patients/${ward.merged}`,
    },
  ],
  "pages/patient/LinkSearch.tsx": [onPatient("search whom to link", ofPatient("link-to-record"))],
  "pages/patient/LinkDialog.tsx": [
    onPatient("link to the record", async (opening) => {
      const { page, words } = opening;
      await ofPatient("link-to-record")(opening);
      const dialog = page.getByRole("dialog");
      await dialog.getByRole("textbox", { name: words("number-mr") }).fill("");
      await dialog.getByRole("textbox", { name: words("record-id") }).fill("p021");
      await pressIn(page, words("find-in-record-do"));
      await dialog
        .getByRole("button", { name: startsWith(words("link-compare")) })
        .first()
        .click();
      await dialog.getByRole("button", { name: words("link-confirm") }).waitFor();
    }),
  ],
  "pages/patient/ProposalDialog.tsx": [
    onLinked("another identity", async ({ page, words }) => press(page, words("proposal-compare"))),
  ],
  "pages/patient/RecordDialogs.tsx": [
    onLinked("end the link", ofPatient("unlink")),
    {
      ...onLinked("the scale of oxygen", async ({ page, words }) => press(page, words("spo2-use-scale-2"))),
      at: (ward) => `${ward.path}/patients/${ward.linked}/chart`,
    },
  ],
  "pages/settings/RecordSection.tsx": [
    onSettings("remove the record", "record", async ({ page, words }) => press(page, words("record-remove"))),
  ],
  "pages/settings/ConnectionDialog.tsx": [
    onSettings("look at a record", "record", async ({ page, words }) => {
      await press(page, words("record-change"));
      await pressIn(page, words("record-look"));
      await page.getByRole("heading", { name: words("record-found") }).waitFor();
    }),
    onSettings("a record with a private key", "record", async ({ page, words }) => {
      await press(page, words("record-change"));
      const auth = page.getByRole("combobox", { name: words("record-auth"), exact: true });
      await auth.selectOption({ label: words("record-auth-private-key-jwt") });
      await pressIn(page, words("record-look"));
      await page.getByRole("dialog").getByText(words("fill-this-in")).waitFor();
    }),
  ],
  "pages/settings/News2Section.tsx": [
    onSettings("switch NEWS2 off", "record", async ({ page, words }) => press(page, words("news2-off"))),
  ],
  "pages/settings/News2Dialog.tsx": [
    onSettings("how NEWS2 is calculated", "record", async ({ page, words }) =>
      page
        .getByRole("region", { name: words("news2"), exact: true })
        .getByRole("button", { name: words("news2-change") })
        .click(),
    ),
  ],
  "pages/settings/MembersSection.tsx": [
    onSettings("leave the team", "members", async ({ page, words }) => press(page, startsWith(words("leave-team")))),
  ],
  "pages/settings/FieldsSection.tsx": [
    onSettings(
      "rename a field",
      "fields",
      change(({ ward }) => ward.names.diagnosis, "rename"),
    ),
  ],
  "pages/settings/NewFieldDialog.tsx": [
    onSettings("a new field", "fields", async ({ page, words }) => {
      await press(page, words("add-field"));
      await page.getByRole("combobox", { name: words("field-type") }).selectOption({ label: words("type-choices") });
    }),
  ],
  "pages/settings/FieldOptions.tsx": [
    onSettings(
      "options of a field",
      "fields",
      change(({ ward }) => ward.names.path, "change-options"),
    ),
  ],
  "pages/settings/ListDialogs.tsx": [
    onSettings("a new list", "lists", async ({ page, words }) => press(page, words("add-list"))),
    onSettings(
      "delete a list",
      "lists",
      change(() => "Safe", "delete-list"),
    ),
  ],
  "list/ColumnsDialog.tsx": [
    onList("columns of the list that is looked at", async ({ page, ward, words }) => {
      await page.getByRole("columnheader", { name: ward.names.diagnosis }).getByRole("button").click();
      await choose(page, words("choose-columns"));
    }),
    onSettings(
      "columns",
      "lists",
      change(() => "Safe", "choose-columns"),
    ),
  ],
  "pages/settings/LimitDialog.tsx": [
    onSettings(
      "limit a list",
      "lists",
      change(() => "Safe", "limit-to-members"),
    ),
  ],
  "pages/settings/HiddenLists.tsx": [
    onSettings("join a hidden list", "lists", async ({ page, words }) => press(page, startsWith(words("join-list")))),
  ],
  "pages/settings/ImportsSection.tsx": [
    onSettings("take an import back", "imports", async ({ page, words }) =>
      press(page, startsWith(words("undo-import"))),
    ),
  ],
  "pages/administration/UserFormDialog.tsx": [
    onAdministration("a new user", "users", async ({ page, words }) => press(page, words("add-user"))),
  ],
  "pages/administration/UserDialogs.tsx": [
    onAdministration(
      "close an account",
      "users",
      change(({ ward }) => ward.guest.name, "close-account"),
    ),
    onAdministration(
      "end all sessions",
      "users",
      change(({ ward }) => ward.guest.name, "end-sessions"),
    ),
    onAdministration(
      "remove second factors",
      "users",
      change(({ ward }) => ward.guest.name, "remove-factors"),
    ),
  ],
  "pages/administration/LinkDialog.tsx": [
    onAdministration("a one-time link", "users", async (opening) => {
      await change(({ ward }) => ward.guest.name, "new-link")(opening);
      await pressIn(opening.page, opening.words("new-link-do"));
      await opening.page.getByRole("dialog").getByText(opening.words("link-what")).waitFor();
    }),
  ],
  "pages/administration/TeamsSection.tsx": [
    onAdministration("rename a team", "teams", async ({ page, ward, words }) =>
      press(page, `${words("rename")} ${ward.name}`),
    ),
  ],
  "pages/administration/NewTeamDialog.tsx": [
    onAdministration("a new team", "teams", async ({ page, words }) => press(page, words("add-team"))),
  ],
};
