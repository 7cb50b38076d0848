//! What a handover sheet may weigh. Each bound stands far above any sheet of a ward and far below what hurts the server.

/// Bytes of a file. A ward's sheet has some 50 kB; this leaves room for one with pictures in it, and one upload stays small in memory.
pub const MAX_FILE_BYTES: usize = 20 * 1024 * 1024;

/// Rows of one sheet that have something in them. Twice the 5,000 patients that a team may have, for titles, totals and leavers.
pub const MAX_ROWS: usize = 10_000;

/// Columns of one sheet: as many as a team's schema may have fields.
pub const MAX_COLUMNS: usize = 200;

/// Characters that one cell may bring into a value: as many as a value may have.
pub const MAX_CELL_CHARS: usize = 10_000;

/// Sheets of one workbook. Wards keep one a day for a month, at most.
pub const MAX_SHEETS: usize = 64;

/// Bytes of text in all cells of a workbook. In XLSX a text is stored once and may stand in any number of cells,
/// so a small file could otherwise unfold to gigabytes.
pub const MAX_TEXT_BYTES: usize = 64 * 1024 * 1024;

/// Cells of a workbook, up to the last filled one of each row: those of one sheet that is full in both directions.
pub const MAX_CELLS: usize = MAX_ROWS * MAX_COLUMNS;

/// Bytes that the read parts of an XLSX file may unpack to, together. A full sheet has some 30 MB of XML; a zip bomb has gigabytes.
pub const MAX_UNPACKED_BYTES: u64 = 100 * 1024 * 1024;

/// Rows from the top among which the header is looked for. Titles above a header take a page at most.
pub const HEADER_SEARCH_ROWS: usize = 50;
