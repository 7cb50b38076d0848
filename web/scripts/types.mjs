// Generates src/generated/api.ts from openapi.json, and src/generated/textIds.ts from the English texts. `--check` only compares.
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { FluentResource } from "@fluent/bundle";
import openapiTS, { astToString } from "openapi-typescript";

const root = new URL("..", import.meta.url);
const read = (path) => readFileSync(new URL(path, root), "utf8");

async function apiTypes() {
  const ast = await openapiTS(new URL("openapi.json", root), { alphabetize: false, immutable: true });
  return `// Generated from openapi.json by \`npm run types\`. Do not edit.\n${astToString(ast)}`;
}

function textIds() {
  const files = readdirSync(new URL("src/i18n/", root)).filter((name) => /^en(\.\w+)?\.ftl$/.test(name));
  const ids = files
    .flatMap((name) => new FluentResource(read(`src/i18n/${name}`)).body)
    .map((message) => message.id)
    .filter((id) => !id.startsWith("-"));
  const lines = ids.sort().map((id) => `  | "${id}"`);
  return `// Generated from the English texts by \`npm run types\`. Do not edit.\nexport type TextId =\n${lines.join("\n")};\n`;
}

const outputs = {
  "src/generated/textIds.ts": textIds(),
  ...(existsSync(new URL("openapi.json", root)) ? { "src/generated/api.ts": await apiTypes() } : {}),
};
const stale = Object.entries(outputs).filter(([path, text]) => {
  try {
    return read(path) !== text;
  } catch {
    return true;
  }
});

if (process.argv.includes("--check")) {
  for (const [path] of stale) console.error(`${path} is stale: run \`npm run types\` in web/ and commit it.`);
  if (stale.length > 0) process.exit(1);
} else {
  for (const [path, text] of stale) writeFileSync(new URL(path, root), text);
}
