//! What is kept without being journalled.

use std::fmt;

/// The kinds of records that are not journalled: a closed set, each with its rule for backup, move and erasure.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Table {
    /// A user's password hash (argon2id), by user id.
    ///
    /// Backup: yes, in the encrypted backup only. Move of a team: stays, since it belongs to the organization.
    /// Erasure: when the password is replaced and when the user is erased.
    PasswordHash,
    /// A one-time link with which somebody sets a password, by the hash of its token.
    ///
    /// Backup: yes; a restored link is still bound by its expiry. Move: stays. Erasure: when used, replaced or expired.
    Enrolment,
    /// A session, by the hash of its token.
    ///
    /// Backup: no need; everybody signs in again. Move: stays. Erasure: at sign-out, expiry, and when the user is disabled or erased.
    Session,
    /// A user's authenticator app, by user id: its secret, sealed with a key that is not in the store, and the last step that was used.
    ///
    /// Backup: yes, of no use without that key. Move: stays. Erasure: when two-step sign-in is turned off and when the user is erased.
    Authenticator,
    /// A user's recovery codes that are not used yet, by user id, as hashes.
    ///
    /// Backup: yes; a code that was used since is good again until they are renewed. Move: stays. Erasure: with the authenticator app.
    RecoveryCodes,
    /// A user's passkey, by user id and credential id: the public key and what its user calls it.
    ///
    /// Backup: yes. Move: stays. Erasure: when it is removed and when the user is erased.
    Passkey,
    /// The PIN that unlocks a user's sessions (argon2id, sealed), by user id.
    ///
    /// Backup: yes, of no use without the key that seals it. Move: stays. Erasure: when it is removed and when the user is erased.
    Pin,
    /// Failed sign-ins of an account or an address, by its hash.
    ///
    /// Backup: no need. Move: stays. Erasure: when it has run out.
    Throttle,
    /// The teams that a user is a member of, by user id: derived from the journals, kept so that none need be loaded to answer "my teams".
    ///
    /// Backup: yes, and can be rebuilt. Move: follows the team's membership. Erasure: with the membership or the user.
    TeamOfUser,
    /// What a user has seen of a list, by user and list: the marks of what changed since.
    ///
    /// Backup: yes. Move: with the team. Erasure: with the membership, the list or the user.
    Seen,
    /// The width that a user gave a column of a list, by user, list and field.
    ///
    /// Backup: yes. Move: with the team. Erasure: with the membership, the list or the user.
    ColumnWidth,
    /// A random key of this store, by its purpose: it hashes commands, so that a hash in a header cannot be guessed back.
    ///
    /// Backup: yes. Move: stays. Erasure: never.
    StoreKey,
    /// A team's secret for its record, by team and secret id: sealed with a key that is not in the store.
    ///
    /// Backup: yes, of no use without that key. Move: with the team, sealed anew. Erasure: when the connection is changed or removed.
    EhrSecret,
    /// A key pair that assertions to records are signed with, by its algorithm: sealed.
    ///
    /// Backup: yes, of no use without that key. Move: stays; the other store has its own. Erasure: when it is replaced.
    EhrKey,
    /// The last chart that was read of a patient, by team and patient: sealed, for 24 hours.
    ///
    /// Backup: no need; it is read again. Move: stays behind and is erased. Erasure: after 24 hours, with the link, the connection or the patient.
    ChartCache,
}

impl Table {
    /// Every table.
    pub const ALL: [Table; 15] = [
        Table::PasswordHash,
        Table::Enrolment,
        Table::Session,
        Table::Authenticator,
        Table::RecoveryCodes,
        Table::Passkey,
        Table::Pin,
        Table::Throttle,
        Table::TeamOfUser,
        Table::Seen,
        Table::ColumnWidth,
        Table::StoreKey,
        Table::EhrSecret,
        Table::EhrKey,
        Table::ChartCache,
    ];

    /// The stable name, as stored.
    pub const fn name(self) -> &'static str {
        match self {
            Table::PasswordHash => "password_hash",
            Table::Enrolment => "enrolment",
            Table::Session => "session",
            Table::Authenticator => "authenticator",
            Table::RecoveryCodes => "recovery_codes",
            Table::Passkey => "passkey",
            Table::Pin => "pin",
            Table::Throttle => "throttle",
            Table::TeamOfUser => "team_of_user",
            Table::Seen => "seen",
            Table::ColumnWidth => "column_width",
            Table::StoreKey => "store_key",
            Table::EhrSecret => "ehr_secret",
            Table::EhrKey => "ehr_key",
            Table::ChartCache => "chart_cache",
        }
    }
}

/// The key and the value of a record.
pub type KeyValue = (String, Vec<u8>);

/// A change to one record.
#[derive(Clone)]
pub struct RecordChange {
    /// The table.
    pub table: Table,
    /// The key in the table.
    pub key: String,
    /// The new value; None removes the record.
    pub value: Option<Vec<u8>>,
}

/// Shows no value, which may be a secret.
impl fmt::Debug for RecordChange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RecordChange")
            .field("table", &self.table)
            .field("removes", &self.value.is_none())
            .finish_non_exhaustive()
    }
}
