// Fails when what a browser loads from the sign-in page to a list's grid is more than the budget, brotli-compressed.
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";

const BUDGET_BYTES = 200_000;
// The modules that are loaded on the way, and the larger of the two languages (a reader loads one).
const ON_THE_WAY = [
  "index.html",
  "src/pages/sign-in/SignIn.page.tsx",
  "src/pages/teams/Teams.page.tsx",
  "src/pages/team/Team.page.tsx",
  "src/list/List.page.tsx",
];
const LANGUAGES = ["src/i18n/en.ts", "src/i18n/fr.ts"];

const dist = new URL("../dist", import.meta.url).pathname;
const manifest = JSON.parse(readFileSync(join(dist, ".vite/manifest.json"), "utf8"));

function chunk(key) {
  const found = manifest[key];
  if (!found)
    throw new Error(
      `The build has no module "${key}": update scripts/budget.mjs. It has:\n${Object.keys(manifest).join("\n")}`,
    );
  return found;
}

function filesOf(key, files = new Set()) {
  const { file, css = [], imports = [] } = chunk(key);
  if (files.has(file)) return files;
  files.add(file);
  for (const sheet of css) files.add(sheet);
  for (const imported of imports) filesOf(imported, files);
  return files;
}

const size = (file) => statSync(join(dist, `${file}.br`)).size;
const total = (files) => [...files].reduce((sum, file) => sum + size(file), 0);

const files = new Set(["index.html"]);
for (const key of ON_THE_WAY) filesOf(key, files);
const language = LANGUAGES.map((key) => chunk(key).file).sort((a, b) => size(b) - size(a))[0];
files.add(language);

for (const file of [...files].sort((a, b) => size(b) - size(a)))
  console.log(`${String(size(file)).padStart(8)}  ${file}`);
const sum = total(files);
console.log(`${String(sum).padStart(8)}  of ${BUDGET_BYTES} bytes (brotli), sign-in to grid`);
if (sum > BUDGET_BYTES) {
  console.error(
    `Over budget by ${sum - BUDGET_BYTES} bytes. Load dialogs, settings and other pages with import() only when they open.`,
  );
  process.exit(1);
}
