//! Connections and their settings.

use rusqlite::{Connection, OpenFlags, Result, config::DbConfig};
use std::{path::Path, time::Duration};

/// Only a program outside of ours (a shell on the database) can make us wait.
pub(crate) const BUSY: Duration = Duration::from_secs(30);

/// Twice SQLite's own choice: the log is copied in two thirds of the time (benches/append), since SQLite reads and writes page by page. With
/// still larger pages, reading one team's entries, each in another page, would cost what that gains.
const PAGE_BYTES: u32 = 8192;

/// After the log was emptied its file is cut to this, so that one large import does not keep its room for ever.
const LOG_BYTES: u32 = 32 * 1024 * 1024;

/// Opens the connection of the writer, in WAL mode. Nothing was read yet but the first page.
pub(crate) fn open_writer(file: &Path) -> Result<Connection> {
    let connection = open_for_writing(file)?;
    connection.pragma_update(None, "page_size", PAGE_BYTES)?;
    let mode: String =
        connection.pragma_update_and_check(None, "journal_mode", "wal", |row| row.get(0))?;
    if mode != "wal" {
        return Err(rusqlite::Error::SqliteFailure(
            rusqlite::ffi::Error::new(rusqlite::ffi::SQLITE_CANTOPEN),
            Some(format!("the file system does not allow WAL mode ({mode})")),
        ));
    }
    Ok(connection)
}

/// Leaves the log where it is when the connection is closed.
pub(crate) fn leave_log(connection: &Connection) -> Result<()> {
    connection
        .set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)
        .map(drop)
}

fn open_for_writing(file: &Path) -> Result<Connection> {
    let connection = Connection::open_with_flags(
        file,
        OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX,
    )?;
    guard(&connection)?;
    connection.pragma_update(None, "synchronous", "FULL")?;
    connection.pragma_update(None, "secure_delete", "ON")?;
    connection.pragma_update(None, "temp_store", "MEMORY")?;
    connection.pragma_update(None, "journal_size_limit", LOG_BYTES)?;
    connection.pragma_update(None, "wal_autocheckpoint", 0)?;
    Ok(connection)
}

/// Opens a connection that can only read.
pub(crate) fn open_reader(file: &Path) -> Result<Connection> {
    let connection = Connection::open_with_flags(
        file,
        OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX,
    )?;
    guard(&connection)?;
    Ok(connection)
}

/// Opens a file on a medium that cannot be written, and that nobody else writes.
pub(crate) fn open_immutable(file: &Path) -> Result<Connection> {
    let uri = format!("file:{}?immutable=1", escaped(file));
    let connection = Connection::open_with_flags(
        uri,
        OpenFlags::SQLITE_OPEN_READ_ONLY
            | OpenFlags::SQLITE_OPEN_NO_MUTEX
            | OpenFlags::SQLITE_OPEN_URI,
    )?;
    guard(&connection)?;
    Ok(connection)
}

fn escaped(file: &Path) -> String {
    let mut text = String::new();
    for character in file.to_string_lossy().chars() {
        match character {
            '%' => text.push_str("%25"),
            '?' => text.push_str("%3f"),
            '#' => text.push_str("%23"),
            other => text.push(other),
        }
    }
    text
}

/// What every connection has: a database that was tampered with must not be able to run anything.
fn guard(connection: &Connection) -> Result<()> {
    connection.busy_timeout(BUSY)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    connection.pragma_update(None, "trusted_schema", "OFF")?;
    connection.pragma_update(None, "cell_size_check", "ON")?;
    connection.pragma_update(None, "mmap_size", 0)?;
    Ok(())
}
