//! Identifiers are types, so that a list can never be taken for a patient.

use serde::{Deserialize, Serialize};
use std::fmt;
use uuid::Uuid;

macro_rules! ids {
    ($($(#[doc = $doc:literal])+ $name:ident;)+) => {$(
        $(#[doc = $doc])+
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize, utoipa::ToSchema)]
        #[serde(transparent)]
        #[schema(value_type = String, format = Uuid)]
        pub struct $name(Uuid);

        impl $name {
            /// Wraps a UUID that was made elsewhere: the domain makes none.
            pub const fn new(id: Uuid) -> Self { Self(id) }
            /// The UUID inside.
            pub const fn uuid(self) -> Uuid { self.0 }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result { self.0.fmt(f) }
        }

        impl std::str::FromStr for $name {
            type Err = uuid::Error;
            fn from_str(text: &str) -> Result<Self, Self::Err> { text.parse().map(Self) }
        }
    )+};
}

ids! {
    /// A team: its installation, lists, patients and journal belong together.
    TeamId;
    /// A person with an account of the organization.
    UserId;
    /// A group of users.
    GroupId;
    /// A policy of the organization.
    PolicyId;
    /// A list of patients in a team.
    ListId;
    /// A patient as one team knows them; the same person in two teams is two of these.
    PatientId;
    /// A field of a team's patient schema.
    FieldId;
    /// A note on a patient.
    NoteId;
    /// One import of a sheet.
    ImportId;
    /// An item of a checklist value.
    ItemId;
    /// A command, made by the client as a UUID version 7.
    CommandId;
    /// A team's connection to a hospital's record: another id as soon as the record may be another.
    EhrConnectionId;
    /// Where a secret is sealed.
    SecretId;
    /// One time that somebody had a list open, from opening to closing.
    ViewId;
}
