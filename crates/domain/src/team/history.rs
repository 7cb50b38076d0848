//! Who changed this, from what, when: a patient's changes as a reader may see them.

use super::event::{Event, FieldValue};
use super::evolve::Stamp;
use super::state::{PatientStatus, Trace};
use crate::audit::Operation;
use crate::ehr::ProposedIdentity;
use crate::field::Wire;
use crate::identity::Identity;
use crate::{FieldId, ListId, NoteId, PatientId, UserId};
use serde::Serialize;
use std::collections::BTreeSet;

/// One change of a patient.
#[derive(Serialize, utoipa::ToSchema)]
pub struct HistoryItem<'a> {
    /// Who, when, and at which sequence.
    #[serde(flatten)]
    pub cause: Trace,
    /// What was done.
    pub operation: Operation,
    /// The details.
    #[serde(flatten)]
    pub detail: Detail<'a>,
}

/// What changed.
#[derive(Serialize, utoipa::ToSchema)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Detail<'a> {
    /// A value.
    Value {
        /// Which field.
        field: FieldId,
        /// From then on.
        value: Wire<'a>,
        /// The text became of two edits.
        merged: bool,
        /// It took the change before back.
        undo: bool,
    },
    /// The identity.
    Identity {
        /// From then on.
        identity: &'a Identity,
    },
    /// The patient came to the team with these values.
    Added {
        /// The identity.
        identity: &'a Identity,
        /// The list, where the reader sees it.
        list: Option<ListId>,
        /// First values.
        values: Vec<(FieldId, Wire<'a>)>,
    },
    /// The lists. A list that the reader does not see is not named.
    Lists {
        /// Where the patient came to.
        to: Option<ListId>,
        /// Where the patient left.
        from: Option<ListId>,
    },
    /// The status.
    Status {
        /// From then on.
        status: PatientStatus,
    },
    /// A highlight.
    Highlight {
        /// Of which value; absent means the patient.
        field: Option<FieldId>,
        /// Why; null means it was taken away.
        reason: Option<&'a str>,
    },
    /// A note.
    Note {
        /// Which.
        note: NoteId,
        /// The text from then on; null where it was hidden or brought back.
        text: Option<&'a str>,
    },
    /// The link to the hospital's record.
    Link {
        /// The record's id of the patient from then on; null where the link ended.
        ehr_id: Option<&'a str>,
    },
    /// The scale by which SpO₂ is scored.
    Spo2Scale {
        /// Scale 2; else scale 1.
        scale_2: bool,
    },
    /// Whether the patient is protected.
    Sensitive {
        /// Protected?
        sensitive: bool,
        /// Why.
        reason: &'a str,
    },
    /// Who is responsible.
    Responsible {
        /// Everybody who is from then on.
        users: &'a BTreeSet<UserId>,
    },
    /// The record said another identity.
    Proposal {
        /// What it said; null where it took that back.
        proposed: Option<&'a ProposedIdentity>,
        /// Somebody took it over (true) or kept the team's (false); null while nobody had decided.
        taken: Option<bool>,
    },
    /// Records were merged or parted.
    Merge {
        /// The other record, where the reader sees it.
        other: Option<PatientId>,
        /// Values that this record got from the other one, or gave back.
        values: Vec<(FieldId, Wire<'a>)>,
    },
}

/// A change of a patient as a reader sees it who sees these lists and patients; none where it tells nothing that the reader may
/// know.
pub fn history_item<'a>(
    sees_list: &dyn Fn(ListId) -> bool,
    sees_patient: &dyn Fn(PatientId) -> bool,
    stamp: Stamp,
    event: &'a Event,
) -> Option<HistoryItem<'a>> {
    let visible = |list: ListId| sees_list(list).then_some(list);
    let merge = |other: PatientId, values| Detail::Merge {
        other: sees_patient(other).then_some(other),
        values,
    };
    let detail = match event {
        Event::ValueSet(e) => Detail::Value {
            field: e.field,
            value: Wire(e.value.as_ref()),
            merged: e.merged,
            undo: e.undo,
        },
        Event::PatientEdited(e) => Detail::Identity {
            identity: &e.identity,
        },
        Event::PatientAdded(e) => Detail::Added {
            identity: &e.identity,
            list: visible(e.list),
            values: wire(&e.values),
        },
        Event::PatientAddedToList(e) => Detail::Lists {
            to: Some(visible(e.list)?),
            from: None,
        },
        Event::PatientRemovedFromList(e) => Detail::Lists {
            to: None,
            from: Some(visible(e.list)?),
        },
        Event::PatientMoved(e) => match (visible(e.to), visible(e.from)) {
            (None, None) => return None,
            (to, from) => Detail::Lists { to, from },
        },
        Event::PatientStatusSet(e) => Detail::Status { status: e.status },
        Event::Highlighted(e) => Detail::Highlight {
            field: e.field,
            reason: Some(&e.reason),
        },
        Event::HighlightRemoved(e) => Detail::Highlight {
            field: e.field,
            reason: None,
        },
        Event::NoteAdded(e) => Detail::Note {
            note: e.note,
            text: Some(&e.text),
        },
        Event::NoteEdited(e) => Detail::Note {
            note: e.note,
            text: Some(&e.text),
        },
        Event::NoteDeleted(e) => Detail::Note {
            note: e.note,
            text: None,
        },
        Event::NoteRestored(e) => Detail::Note {
            note: e.note,
            text: None,
        },
        Event::Spo2ScaleSet(e) => Detail::Spo2Scale { scale_2: e.scale_2 },
        Event::PatientLinked(e) => Detail::Link {
            ehr_id: Some(&e.ehr_id),
        },
        Event::PatientUnlinked(_) => Detail::Link { ehr_id: None },
        Event::EhrIdentityProposed(e) => Detail::Proposal {
            proposed: e.proposed.as_ref(),
            taken: None,
        },
        Event::EhrIdentityAnswered(e) => Detail::Proposal {
            proposed: Some(&e.proposed),
            taken: Some(e.taken),
        },
        Event::PatientSensitiveSet(e) => Detail::Sensitive {
            sensitive: e.sensitive,
            reason: &e.reason,
        },
        Event::PatientResponsibleSet(e) => Detail::Responsible { users: &e.users },
        Event::PatientMerged(e) => merge(e.into, vec![]),
        Event::PatientAbsorbed(e) => merge(e.duplicate, wire(&e.values)),
        Event::PatientUnmerged(e) => merge(e.from, vec![]),
        Event::PatientReleased(e) => merge(
            e.duplicate,
            e.fields.iter().map(|field| (*field, Wire(None))).collect(),
        ),
        _ => return None,
    };
    Some(HistoryItem {
        cause: stamp.into(),
        operation: event.subject().operation,
        detail,
    })
}

fn wire(values: &[FieldValue]) -> Vec<(FieldId, Wire<'_>)> {
    values
        .iter()
        .map(|v| (v.field, Wire(Some(&v.value))))
        .collect()
}
