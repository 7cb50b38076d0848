//! What an error of SQLite means for us.

use rusqlite::{Error, ErrorCode, ffi};

/// Why a group was not written.
#[derive(Debug)]
pub(crate) enum Fault {
    /// The disk is full: nothing was written, and it may be tried again.
    NoSpace,
    /// Anything else: what is durable is not known any more.
    Fatal(Error),
}

impl Fault {
    /// Takes the error of a file beside the database for one of the disk.
    pub(crate) fn of_file(error: &std::io::Error) -> Self {
        let failure = ffi::Error::new(ffi::SQLITE_IOERR);
        Fault::Fatal(Error::SqliteFailure(failure, Some(error.to_string())))
    }

    /// Reads the error of a statement before the commit.
    pub(crate) fn of_statement(error: Error) -> Self {
        // The shared memory file cannot grow: also for want of room, and before anything was written.
        let no_room_for_index = matches!(
            &error,
            Error::SqliteFailure(failure, _) if failure.extended_code == ffi::SQLITE_IOERR_SHMSIZE
        );
        if no_room_for_index || is_full(&error) {
            Fault::NoSpace
        } else {
            Fault::Fatal(error)
        }
    }

    /// Reads the error of a commit. A full disk is found while the log is written, which is before its fsync.
    pub(crate) fn of_commit(error: Error) -> Self {
        if is_full(&error) {
            Fault::NoSpace
        } else {
            Fault::Fatal(error)
        }
    }
}

pub(crate) fn is_full(error: &Error) -> bool {
    error.sqlite_error_code() == Some(ErrorCode::DiskFull)
}

/// Whether the file itself is damaged, or is no database. The tables are strict, so that a value of another type is damage too.
pub(crate) fn is_damage(error: &Error) -> bool {
    matches!(
        error.sqlite_error_code(),
        Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase)
    ) || matches!(
        error,
        Error::FromSqlConversionFailure(..)
            | Error::IntegralValueOutOfRange(..)
            | Error::InvalidColumnType(..)
            | Error::Utf8Error(..)
    )
}
