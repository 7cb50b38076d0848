//! Who did what, when, from where and with which outcome: the part of an entry that audit reads.

use domain::{CommandId, ListId, PatientId, UserId, audit::Operation};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use std::net::IpAddr;

/// The header of an entry: what is needed to find it, and nothing that a team entered.
///
/// It is part of a persisted format: a field may be added when it is optional, and never be renamed, removed or given another meaning.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Header {
    /// When the server decided it.
    pub at: Timestamp,
    /// Who did it.
    pub actor: Actor,
    /// From where.
    pub client: Client,
    /// A hash of the session, which ties together what was done in it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub session: Option<String>,
    /// The command that caused it, if one did.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub command: Option<CommandRef>,
    /// What was done.
    pub operation: Operation,
    /// The list it concerns.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub list: Option<ListId>,
    /// The patient it concerns: at most one an entry.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub patient: Option<PatientId>,
    /// How it ended.
    pub outcome: Outcome,
}

/// Who did something.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Actor {
    /// A person who is signed in.
    User(UserId),
    /// The product itself: what follows from time or from a start, not from a person.
    System,
    /// Somebody who is not signed in, such as at a failed sign-in.
    Anonymous,
}

/// The client that a request came from.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Client {
    /// Its network address, unless there was no network between.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<IpAddr>,
    /// What kind of client it is.
    pub kind: ClientKind,
}

/// What kind of client a request came from.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ClientKind {
    /// The web interface in a browser.
    Browser,
    /// A program with a bearer token.
    Api,
    /// The web interface as a tab in Microsoft Teams.
    Teams,
    /// A subcommand run on the server.
    Cli,
    /// The server itself.
    System,
}

/// The command that caused an entry. The same id with another hash is another command under a used id.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct CommandRef {
    /// The id that the client made.
    pub id: CommandId,
    /// The keyed hash of the command, which cannot be guessed back into its content.
    #[serde(with = "hexadecimal")]
    pub hash: [u8; 32],
}

/// How an operation ended.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// It was done.
    Done,
    /// It was refused.
    Refused {
        /// The stable code of the refusal.
        code: String,
    },
}

mod hexadecimal {
    use serde::{Deserializer, Serializer, de, ser};
    use std::fmt;

    const DIGITS: &[u8; 16] = b"0123456789abcdef";

    pub(super) fn serialize<S: Serializer>(hash: &[u8; 32], to: S) -> Result<S::Ok, S::Error> {
        let mut digits = [0; 64];
        for (two, byte) in digits.chunks_exact_mut(2).zip(hash) {
            two[0] = DIGITS[usize::from(byte >> 4)];
            two[1] = DIGITS[usize::from(byte & 15)];
        }
        to.serialize_str(str::from_utf8(&digits).map_err(ser::Error::custom)?)
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<[u8; 32], D::Error> {
        struct Text;
        impl de::Visitor<'_> for Text {
            type Value = [u8; 32];

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("64 hexadecimal digits")
            }

            fn visit_str<E: de::Error>(self, text: &str) -> Result<[u8; 32], E> {
                read(text).ok_or_else(|| E::invalid_value(de::Unexpected::Str(text), &self))
            }
        }
        from.deserialize_str(Text)
    }

    fn read(text: &str) -> Option<[u8; 32]> {
        if text.len() != 64 || !text.bytes().all(|digit| digit.is_ascii_hexdigit()) {
            return None;
        }
        let mut hash = [0; 32];
        for (at, byte) in hash.iter_mut().enumerate() {
            *byte = u8::from_str_radix(text.get(2 * at..2 * at + 2)?, 16).ok()?;
        }
        Some(hash)
    }
}
