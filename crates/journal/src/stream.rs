//! Which stream an entry is in.

use domain::TeamId;
use sha2::{Digest, Sha256};
use std::{fmt, str::FromStr};

/// Whose journal it is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Owner {
    /// The organization: users, teams, policies.
    Organization,
    /// One team and everything in it.
    Team(TeamId),
}

/// The two streams of an owner.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum StreamKind {
    /// What changed the state. Only the sequence numbers of this stream are revisions.
    Changes,
    /// Looking, searching, exporting, being refused: no effect on the state.
    Accesses,
}

/// One stream.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct StreamId {
    /// Whose stream it is.
    pub owner: Owner,
    /// Which of the owner's two.
    pub kind: StreamKind,
}

impl StreamId {
    /// The stream of the owner's changes.
    pub const fn changes(owner: Owner) -> Self {
        Self {
            owner,
            kind: StreamKind::Changes,
        }
    }

    /// The stream of the owner's accesses.
    pub const fn accesses(owner: Owner) -> Self {
        Self {
            owner,
            kind: StreamKind::Accesses,
        }
    }

    /// The hash that the chain begins with. It binds the chain to its stream, so that two whole streams cannot be exchanged.
    pub fn genesis(self) -> crate::Hash {
        Sha256::digest(format!("patients journal stream {self}")).into()
    }
}

impl fmt::Display for Owner {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Owner::Organization => f.write_str("organization"),
            Owner::Team(team) => write!(f, "team:{team}"),
        }
    }
}

/// The stable name, as stored and hashed: `organization/changes`, `team:UUID/accesses`.
impl fmt::Display for StreamId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let kind = match self.kind {
            StreamKind::Changes => "changes",
            StreamKind::Accesses => "accesses",
        };
        write!(f, "{}/{kind}", self.owner)
    }
}

/// A text is not the name of an owner or a stream.
#[derive(Debug, thiserror::Error)]
#[error("{0:?} does not name a stream, such as \"organization/changes\" or \"team:UUID/accesses\"")]
pub struct StreamIdError(String);

impl FromStr for Owner {
    type Err = StreamIdError;

    fn from_str(text: &str) -> Result<Self, StreamIdError> {
        if text == "organization" {
            return Ok(Owner::Organization);
        }
        text.strip_prefix("team:")
            .and_then(|team| team.parse().ok())
            .map(Owner::Team)
            .ok_or_else(|| StreamIdError(text.to_owned()))
    }
}

impl FromStr for StreamId {
    type Err = StreamIdError;

    fn from_str(text: &str) -> Result<Self, StreamIdError> {
        let error = || StreamIdError(text.to_owned());
        let (owner, kind) = text.rsplit_once('/').ok_or_else(error)?;
        let kind = match kind {
            "changes" => StreamKind::Changes,
            "accesses" => StreamKind::Accesses,
            _ => return Err(error()),
        };
        Ok(Self {
            owner: owner.parse().map_err(|_| error())?,
            kind,
        })
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;

    #[test]
    fn a_stream_is_read_back_from_its_name() {
        let team = "0193fb5e-7a52-7cc0-8d2e-6f5f3a1b2c3d".parse().unwrap();
        for owner in [Owner::Organization, Owner::Team(team)] {
            for stream in [StreamId::changes(owner), StreamId::accesses(owner)] {
                assert_eq!(stream.to_string().parse::<StreamId>().unwrap(), stream);
            }
            assert_eq!(owner.to_string().parse::<Owner>().unwrap(), owner);
        }
        for wrong in [
            "",
            "organization",
            "team:/changes",
            "organization/x",
            "a/changes",
        ] {
            assert!(wrong.parse::<StreamId>().is_err(), "{wrong}");
        }
    }

    #[test]
    fn every_stream_begins_with_another_hash() {
        let owner = Owner::Organization;
        assert_ne!(
            StreamId::changes(owner).genesis(),
            StreamId::accesses(owner).genesis()
        );
    }
}
