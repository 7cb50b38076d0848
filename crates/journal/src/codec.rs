//! The bytes of a header in format 1. Every byte of an entry goes to the disk twice, into the log and into the database, and the rate of
//! appends is bound by that: as JSON a header was more than twice as long, and with it each entry more than half as long again.
//!
//! In their order: time (seconds 8, nanoseconds 4), actor (tag, id 16), client kind (tag), address (0, 4 or 6, its bytes), session (optional
//! text), command (optional: id 16, hash 32), operation (text: its stable name), list and patient (optional: id 16), outcome (tag, text).
//! Numbers are big endian, a text is its length (1) and its UTF-8, and optional is 0, or 1 and what there is.

use crate::{Actor, Client, ClientKind, CommandRef, Header, Outcome};
use domain::{CommandId, ListId, PatientId, UserId, audit::Operation};
use jiff::Timestamp;
use std::net::IpAddr;
use uuid::Uuid;

/// A text of a header is longer than 255 bytes.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
#[error("a text of {bytes} bytes does not fit into a header")]
pub struct TooLong {
    /// Its length.
    pub bytes: usize,
}

pub(crate) fn write(header: &Header, to: &mut Vec<u8>) -> Result<(), TooLong> {
    to.extend_from_slice(&header.at.as_second().to_be_bytes());
    to.extend_from_slice(&header.at.subsec_nanosecond().to_be_bytes());
    match header.actor {
        Actor::System => to.push(0),
        Actor::Anonymous => to.push(1),
        Actor::User(user) => {
            to.push(2);
            write_id(user.uuid(), to);
        }
        Actor::Directory => to.push(3),
    }
    to.push(match header.client.kind {
        ClientKind::Browser => 0,
        ClientKind::Api => 1,
        ClientKind::Teams => 2,
        ClientKind::Cli => 3,
        ClientKind::System => 4,
    });
    match header.client.address {
        None => to.push(0),
        Some(IpAddr::V4(address)) => {
            to.push(4);
            to.extend_from_slice(&address.octets());
        }
        Some(IpAddr::V6(address)) => {
            to.push(6);
            to.extend_from_slice(&address.octets());
        }
    }
    match &header.session {
        None => to.push(0),
        Some(session) => {
            to.push(1);
            write_text(session, to)?;
        }
    }
    match &header.command {
        None => to.push(0),
        Some(command) => {
            to.push(1);
            write_id(command.id.uuid(), to);
            to.extend_from_slice(&command.hash);
        }
    }
    write_text(header.operation.name(), to)?;
    write_optional_id(header.list.map(ListId::uuid), to);
    write_optional_id(header.patient.map(PatientId::uuid), to);
    match &header.outcome {
        Outcome::Done => to.push(0),
        Outcome::Refused { code } => {
            to.push(1);
            write_text(code, to)?;
        }
    }
    Ok(())
}

fn write_id(id: Uuid, to: &mut Vec<u8>) {
    to.extend_from_slice(id.as_bytes());
}

fn write_optional_id(id: Option<Uuid>, to: &mut Vec<u8>) {
    match id {
        None => to.push(0),
        Some(id) => {
            to.push(1);
            write_id(id, to);
        }
    }
}

fn write_text(text: &str, to: &mut Vec<u8>) -> Result<(), TooLong> {
    let length = u8::try_from(text.len()).map_err(|_| TooLong { bytes: text.len() })?;
    to.push(length);
    to.extend_from_slice(text.as_bytes());
    Ok(())
}

/// Reads a header. None for bytes that this version does not write.
pub(crate) fn read(bytes: &[u8]) -> Option<Header> {
    let mut rest = Rest(bytes);
    let seconds = i64::from_be_bytes(rest.take()?);
    let nanoseconds = i32::from_be_bytes(rest.take()?);
    let header = Header {
        at: Timestamp::new(seconds, nanoseconds).ok()?,
        actor: match rest.tag()? {
            0 => Actor::System,
            1 => Actor::Anonymous,
            2 => Actor::User(UserId::new(rest.id()?)),
            3 => Actor::Directory,
            _ => return None,
        },
        client: Client {
            kind: match rest.tag()? {
                0 => ClientKind::Browser,
                1 => ClientKind::Api,
                2 => ClientKind::Teams,
                3 => ClientKind::Cli,
                4 => ClientKind::System,
                _ => return None,
            },
            address: match rest.tag()? {
                0 => None,
                4 => Some(IpAddr::from(rest.take::<4>()?)),
                6 => Some(IpAddr::from(rest.take::<16>()?)),
                _ => return None,
            },
        },
        session: rest.optional(|rest| rest.text().map(str::to_owned))?,
        command: rest.optional(|rest| {
            Some(CommandRef {
                id: CommandId::new(rest.id()?),
                hash: rest.take()?,
            })
        })?,
        operation: Operation::find_by_name(rest.text()?)?,
        list: rest.optional(|rest| rest.id().map(ListId::new))?,
        patient: rest.optional(|rest| rest.id().map(PatientId::new))?,
        outcome: match rest.tag()? {
            0 => Outcome::Done,
            1 => Outcome::Refused {
                code: rest.text()?.to_owned(),
            },
            _ => return None,
        },
    };
    rest.0.is_empty().then_some(header)
}

/// What is still to be read.
struct Rest<'a>(&'a [u8]);

impl<'a> Rest<'a> {
    fn take<const LENGTH: usize>(&mut self) -> Option<[u8; LENGTH]> {
        let (taken, rest) = self.0.split_first_chunk()?;
        self.0 = rest;
        Some(*taken)
    }

    fn tag(&mut self) -> Option<u8> {
        self.take().map(|[tag]| tag)
    }

    fn id(&mut self) -> Option<Uuid> {
        self.take().map(Uuid::from_bytes)
    }

    fn text(&mut self) -> Option<&'a str> {
        let length = self.tag()?;
        let (text, rest) = self.0.split_at_checked(usize::from(length))?;
        self.0 = rest;
        str::from_utf8(text).ok()
    }

    /// None when the bytes are wrong, Some(None) when they say that there is nothing.
    fn optional<T>(&mut self, read: impl FnOnce(&mut Self) -> Option<T>) -> Option<Option<T>> {
        match self.tag()? {
            0 => Some(None),
            1 => read(self).map(Some),
            _ => None,
        }
    }
}
