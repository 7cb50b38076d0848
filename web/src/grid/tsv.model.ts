/** Writes rows of cells as tab-separated text, as spreadsheets do: a cell with a tab, line break or quote is quoted. */
export function toTsv(rows: readonly (readonly string[])[]): string {
  const cell = (text: string) => (/[\t\n\r"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return rows.map((row) => row.map(cell).join("\t")).join("\n");
}

/** Reads tab-separated text as spreadsheets write it; a line break at the end is no row. */
export function fromTsv(text: string): string[][] {
  const unified = text.replaceAll("\r\n", "\n").replaceAll("\r", "\n").replace(/\n$/, "");
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at <= unified.length) {
    const quoted = unified[at] === '"' ? /^"((?:[^"]|"")*)"(?=[\t\n]|$)/.exec(unified.slice(at)) : null;
    let cell: string;
    if (quoted) {
      cell = (quoted[1] ?? "").replaceAll('""', '"');
      at += quoted[0].length;
    } else {
      const end = unified.slice(at).search(/[\t\n]/);
      cell = end === -1 ? unified.slice(at) : unified.slice(at, at + end);
      at += cell.length;
    }
    row.push(cell);
    if (unified[at] !== "\t") {
      rows.push(row);
      row = [];
    }
    at += 1;
  }
  return rows;
}
