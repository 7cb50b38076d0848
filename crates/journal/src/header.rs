//! Who did what, when, from where and with which outcome: the part of an entry that audit reads.

use domain::{CommandId, ListId, PatientId, UserId, audit::Operation};
use jiff::Timestamp;
use std::net::IpAddr;

/// The header of an entry: what is needed to find it, and nothing that a team entered.
///
/// It is part of a persisted format: whatever is changed here needs a new format of records, beside the ones there are.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Header {
    /// When the server decided it.
    pub at: Timestamp,
    /// Who did it.
    pub actor: Actor,
    /// From where.
    pub client: Client,
    /// A hash of the session, which ties together what was done in it.
    pub session: Option<String>,
    /// The command that caused it, if one did.
    pub command: Option<CommandRef>,
    /// What was done.
    pub operation: Operation,
    /// The list it concerns.
    pub list: Option<ListId>,
    /// The patient it concerns: at most one an entry.
    pub patient: Option<PatientId>,
    /// How it ended.
    pub outcome: Outcome,
}

/// Who did something.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Actor {
    /// A person who is signed in.
    User(UserId),
    /// The product itself: what follows from time or from a start, not from a person.
    System,
    /// Somebody who is not signed in, such as at a failed sign-in.
    Anonymous,
    /// The hospital's directory, by SCIM. The session names the token that it came with.
    Directory,
}

/// The client that a request came from.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Client {
    /// Its network address, unless there was no network between.
    pub address: Option<IpAddr>,
    /// What kind of client it is.
    pub kind: ClientKind,
}

/// What kind of client a request came from.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
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
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct CommandRef {
    /// The id that the client made.
    pub id: CommandId,
    /// The keyed hash of the command, which cannot be guessed back into its content.
    pub hash: [u8; 32],
}

/// How an operation ended.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Outcome {
    /// It was done.
    Done,
    /// It was refused.
    Refused {
        /// The stable code of the refusal.
        code: String,
    },
}
