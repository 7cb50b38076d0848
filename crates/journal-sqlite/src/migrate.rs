//! The schema of the database and its versions.

use crate::fault::is_damage;
use rusqlite::Connection;

mod embedded {
    refinery::embed_migrations!("migrations");
}

/// Why the schema cannot be brought to this version.
#[derive(Debug, thiserror::Error)]
pub(crate) enum MigrateError {
    /// A newer version of the product has changed it.
    #[error("{0}")]
    Newer(String),
    /// What it says of itself makes no sense.
    #[error("{0}")]
    Damaged(String),
    /// It could not be done now.
    #[error("{0}")]
    Failed(String),
}

/// Brings the schema to this version. Does nothing when it is there.
pub(crate) fn migrate(connection: &mut Connection) -> Result<(), MigrateError> {
    check_history(connection)?;
    match embedded::migrations::runner().run(connection) {
        Ok(_) => Ok(()),
        Err(error) => Err(match error.kind() {
            refinery::error::Kind::MissingVersion(_) => MigrateError::Newer(error.to_string()),
            refinery::error::Kind::DivergentVersion(..)
            | refinery::error::Kind::RepeatedVersion(_) => MigrateError::Damaged(error.to_string()),
            _ => MigrateError::Failed(error.to_string()),
        }),
    }
}

/// Refinery panics on a history that it did not write, so a damaged one has to be found before.
fn check_history(connection: &Connection) -> Result<(), MigrateError> {
    let read = || -> rusqlite::Result<bool> {
        if !connection.table_exists(None, "refinery_schema_history")? {
            return Ok(true);
        }
        let mut statement = connection
            .prepare("SELECT version, name, applied_on, checksum FROM refinery_schema_history")?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let sound = row.get::<_, i32>(0).is_ok()
                && row.get::<_, String>(1).is_ok()
                && row
                    .get::<_, String>(2)
                    .is_ok_and(|at| at.parse::<jiff::Timestamp>().is_ok())
                && row
                    .get::<_, String>(3)
                    .is_ok_and(|checksum| checksum.parse::<u64>().is_ok());
            if !sound {
                return Ok(false);
            }
        }
        Ok(true)
    };
    match read() {
        Ok(true) => Ok(()),
        Ok(false) => Err(MigrateError::Damaged(
            "the history of the schema is malformed".to_owned(),
        )),
        Err(error) if is_damage(&error) => Err(MigrateError::Damaged(error.to_string())),
        Err(error) => Err(MigrateError::Failed(error.to_string())),
    }
}
