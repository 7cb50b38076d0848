//! What a start looks at before it trusts the file: everything in a small one, and in a large one what a start can afford.

use rusqlite::{Connection, OptionalExtension, Result};

/// A file up to this size is checked whole.
const SMALL_BYTES: i64 = 24 * 1024 * 1024;

/// How many places of a large journal are visited, which passes through most inner pages of its tree.
const PLACES: i64 = 300;

/// What is wrong with the pages of the file, if something is found. An error of SQLite itself may say the same.
pub(crate) fn find_fault(connection: &Connection) -> Result<Option<String>> {
    let pages: i64 = connection.pragma_query_value(None, "page_count", |row| row.get(0))?;
    let page_bytes: i64 = connection.pragma_query_value(None, "page_size", |row| row.get(0))?;
    if pages * page_bytes <= SMALL_BYTES {
        return quick_check(connection, "PRAGMA quick_check(1)");
    }
    for table in ["stream", "reach"] {
        let fault = quick_check(connection, &format!("PRAGMA quick_check({table})"))?;
        if fault.is_some() {
            return Ok(fault);
        }
    }
    visit_journal(connection)?;
    Ok(None)
}

fn quick_check(connection: &Connection, pragma: &str) -> Result<Option<String>> {
    let said: String = connection.query_row(pragma, [], |row| row.get(0))?;
    Ok((said != "ok").then_some(said))
}

fn visit_journal(connection: &Connection) -> Result<()> {
    let last: Option<i64> =
        connection.query_row("SELECT max(position) FROM journal", [], |row| row.get(0))?;
    let last = last.unwrap_or_default();
    let mut visit =
        connection.prepare("SELECT sequence FROM journal WHERE position >= ?1 LIMIT 1")?;
    for place in 0..PLACES {
        visit
            .query_row([last / PLACES * place], |row| row.get::<_, i64>(0))
            .optional()?;
    }
    Ok(())
}
