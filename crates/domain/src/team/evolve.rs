//! What a fact changes. Evolving never refuses: a fact whose subject is gone (purged) changes nothing but the sequence.

use super::event::{Event, FieldValue};
use super::state::{
    Absorbed, Cell, HighlightMark, Import, Left, List, ListRow, Member, Merged, Mode, Note,
    Patient, Previous, Team, Trace,
};
use crate::ehr::{EhrConnection, EhrLink};
use crate::field::Value;
use crate::{FieldId, ImportId, ListId, PatientId, UserId};
use jiff::{SignedDuration, Timestamp};
use std::collections::{BTreeMap, BTreeSet};

/// When and by whom an event happened, and its sequence in the team's changes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Stamp {
    /// The sequence, one above the last.
    pub sequence: u64,
    /// When.
    pub at: Timestamp,
    /// Who.
    pub actor: UserId,
}

impl From<Stamp> for Trace {
    fn from(stamp: Stamp) -> Trace {
        Trace {
            sequence: stamp.sequence,
            by: stamp.actor,
            at: stamp.at,
        }
    }
}

/// How long a list remembers who left it.
const LEFT_DAYS: i64 = 7;

/// Applies an event and returns the lists whose readers see it, each of which is one version further.
pub fn evolve(team: &mut Team, stamp: Stamp, event: &Event) -> Vec<ListId> {
    team.sequence = stamp.sequence;
    let mut touched = touched_lists(team, event);
    apply(team, stamp, event);
    for list in touched_lists(team, event) {
        if !touched.contains(&list) {
            touched.push(list);
        }
    }
    touched.retain(|id| team.lists.contains_key(id));
    for id in &touched {
        if let Some(list) = team.lists.get_mut(id) {
            list.version += 1;
        }
    }
    touched
}

/// A purged event: only the sequence moves.
pub fn evolve_purged(team: &mut Team, sequence: u64) {
    team.sequence = sequence;
}

/// The lists whose readers see an event, in the state before or after it.
fn touched_lists(team: &Team, event: &Event) -> Vec<ListId> {
    let subject = event.subject();
    match event {
        // Shown on every list: who may be named in a member field, and what the columns are.
        Event::MemberAdded(_)
        | Event::MemberRemoved(_)
        | Event::MemberRoleSet(_)
        | Event::DefaultListSet(_)
        | Event::EhrConnectionSet(_)
        | Event::EhrConnectionRemoved(_)
        | Event::News2Set(_)
        | Event::FieldAdded(_)
        | Event::FieldRenamed(_)
        | Event::FieldMoved(_)
        | Event::FieldArchived(_)
        | Event::FieldRestored(_)
        | Event::FieldOptionsSet(_)
        | Event::FieldLocked(_) => team.lists.keys().copied().collect(),
        // Other lists of the patient do not see where else she is.
        Event::PatientAddedToList(_)
        | Event::PatientRemovedFromList(_)
        | Event::PatientReordered(_) => subject.list.into_iter().collect(),
        Event::PatientMoved(moved) => vec![moved.from, moved.to],
        // The notes of a merged record are shown with the one that is kept.
        Event::NoteAdded(_)
        | Event::NoteEdited(_)
        | Event::NoteDeleted(_)
        | Event::NoteRestored(_) => lists_of(team, subject.patient.map(|id| team.standing(id))),
        _ => match subject.patient {
            Some(patient) => lists_of(team, Some(patient)),
            None => subject.list.into_iter().collect(),
        },
    }
}

fn lists_of(team: &Team, patient: Option<PatientId>) -> Vec<ListId> {
    let patient = patient.and_then(|id| team.patients.get(&id));
    patient
        .map(|p| p.lists.iter().copied().collect())
        .unwrap_or_default()
}

#[expect(
    clippy::too_many_lines,
    reason = "one arm a fact: the table is the point"
)]
fn apply(team: &mut Team, stamp: Stamp, event: &Event) {
    match event {
        Event::TeamFounded(e) => {
            team.time_zone.clone_from(&e.time_zone);
            team.members.insert(
                e.owner,
                Member {
                    role: super::state::Role::Owner,
                    since: stamp.at,
                    by_group: None,
                },
            );
        }
        Event::AppInstalled(e) => team.mode = Some(e.mode),
        Event::SchemaCreated(e) => {
            team.fields.clone_from(&e.fields);
            team.place = Some(e.place);
        }
        Event::MemberAdded(e) => {
            team.members.insert(
                e.user,
                Member {
                    role: e.role,
                    since: stamp.at,
                    by_group: e.by_group.then_some(e.role),
                },
            );
        }
        Event::MemberRemoved(e) => {
            team.members.remove(&e.user);
            team.former_members.insert(e.user);
            // Coming back to the team does not bring back limited lists.
            for members in team
                .lists
                .values_mut()
                .filter_map(|list| list.members.as_mut())
            {
                members.remove(&e.user);
            }
        }
        Event::MemberRoleSet(e) => {
            if let Some(member) = team.members.get_mut(&e.user) {
                member.role = e.role;
                if e.by_group {
                    member.by_group = Some(e.role);
                }
            }
        }
        Event::ListCreated(e) => {
            team.lists.insert(
                e.list,
                List {
                    name: e.name.clone(),
                    columns: e.columns.clone(),
                    order: super::state::ListOrder::default(),
                    members: e.members.clone(),
                    deleted: None,
                    version: 0,
                    rows: Vec::new(),
                    left: Vec::new(),
                },
            );
        }
        Event::ListRenamed(e) => with_list(team, e.list, |list| list.name.clone_from(&e.name)),
        Event::ListDeleted(e) => with_list(team, e.list, |list| list.deleted = Some(stamp.into())),
        Event::ListRestored(e) => with_list(team, e.list, |list| list.deleted = None),
        Event::DefaultListSet(e) => team.default_list = Some(e.list),
        Event::ListMembersSet(e) => {
            with_list(team, e.list, |list| list.members.clone_from(&e.members))
        }
        Event::ListColumnsSet(e) => {
            with_list(team, e.list, |list| list.columns.clone_from(&e.columns))
        }
        Event::ListOrderSet(e) => with_list(team, e.list, |list| list.order = e.order),
        Event::FieldAdded(e) => {
            team.fields.push(e.field.clone());
            with_import(team, e.import, |import| import.fields.push(e.field.id));
        }
        Event::FieldRenamed(e) => with_field(team, e.field, |field| field.name.clone_from(&e.name)),
        Event::FieldMoved(e) => move_field(team, e.field, e.after),
        Event::FieldArchived(e) => with_field(team, e.field, |field| field.archived = true),
        Event::FieldRestored(e) => with_field(team, e.field, |field| field.archived = false),
        Event::FieldOptionsSet(e) => with_field(team, e.field, |field| {
            use crate::field::FieldType::{Choice, Choices};
            if let Choice { options } | Choices { options } = &mut field.kind {
                options.clone_from(&e.options);
            }
        }),
        Event::FieldLocked(e) => with_field(team, e.field, |field| field.locked = e.locked),
        Event::PatientAdded(e) => {
            team.patients.insert(
                e.patient,
                Patient {
                    identity: e.identity.clone(),
                    identity_changed: stamp.into(),
                    status: e.status,
                    status_changed: stamp.into(),
                    values: first_values(&e.values, stamp),
                    notes: Vec::new(),
                    highlights: Vec::new(),
                    lists: BTreeSet::new(),
                    removed: None,
                    merged: None,
                    absorbed: Vec::new(),
                    ehr: None,
                    scale_2: None,
                },
            );
            put_on_list(team, e.patient, e.list, stamp);
            with_import(team, e.import, |import| import.added.push(e.patient));
        }
        Event::PatientEdited(e) => with_patient(team, e.patient, |patient| {
            patient.identity = e.identity.clone();
            patient.identity_changed = stamp.into();
        }),
        Event::PatientAddedToList(e) => {
            put_on_list(team, e.patient, e.list, stamp);
            with_import(team, e.import, |import| import.listed.push(e.patient));
        }
        Event::PatientMoved(e) => {
            take_off_list(team, e.patient, e.from, stamp);
            put_on_list(team, e.patient, e.to, stamp);
        }
        Event::PatientRemovedFromList(e) => take_off_list(team, e.patient, e.list, stamp),
        Event::PatientReordered(e) => {
            with_list(team, e.list, |list| reorder(list, e.patient, e.after))
        }
        Event::PatientStatusSet(e) => with_patient(team, e.patient, |patient| {
            patient.status = e.status;
            patient.status_changed = stamp.into();
        }),
        Event::PatientMerged(e) => merge(team, e.patient, e.into, stamp),
        Event::PatientAbsorbed(e) => {
            for list in &e.lists {
                put_on_list(team, e.patient, *list, stamp);
            }
            with_patient(team, e.patient, |patient| {
                for filled in &e.values {
                    set_value(patient, filled.field, Some(&filled.value), false, stamp);
                }
                patient.absorbed.push(Absorbed {
                    duplicate: e.duplicate,
                    lists: e.lists.clone(),
                    fields: e.values.iter().map(|v| v.field).collect(),
                    sequence: stamp.sequence,
                });
            });
        }
        Event::PatientUnmerged(e) => {
            let lists = team
                .patients
                .get_mut(&e.patient)
                .and_then(|p| p.merged.take())
                .map(|m| m.lists);
            for list in lists.into_iter().flatten() {
                put_on_list(team, e.patient, list, stamp);
            }
        }
        Event::PatientReleased(e) => {
            for list in &e.lists {
                take_off_list(team, e.patient, *list, stamp);
            }
            with_patient(team, e.patient, |patient| {
                for field in &e.fields {
                    set_value(patient, *field, None, false, stamp);
                }
                patient.absorbed.retain(|a| a.duplicate != e.duplicate);
            });
        }
        Event::ValueSet(e) => {
            with_patient(team, e.patient, |patient| {
                set_value(patient, e.field, e.value.as_ref(), e.merged, stamp)
            });
            with_import(team, e.import, |import| {
                import.values.push((e.patient, e.field, stamp.sequence))
            });
        }
        Event::Highlighted(e) => with_patient(team, e.patient, |patient| {
            patient.highlights.retain(|h| h.field != e.field);
            patient.highlights.push(HighlightMark {
                field: e.field,
                reason: e.reason.clone(),
                set: stamp.into(),
            });
        }),
        Event::HighlightRemoved(e) => with_patient(team, e.patient, |patient| {
            patient.highlights.retain(|h| h.field != e.field)
        }),
        Event::NoteAdded(e) => with_patient(team, e.patient, |patient| {
            patient.notes.push(Note {
                id: e.note,
                text: e.text.clone(),
                written: stamp.into(),
                changed: stamp.into(),
                versions: 1,
                merged: false,
                deleted: false,
                previous: None,
            });
        }),
        Event::NoteEdited(e) => with_note(team, e.patient, e.note, |note| {
            let before = std::mem::replace(&mut note.text, e.text.clone());
            note.previous = Some((before, note.changed.sequence));
            note.changed = stamp.into();
            note.versions += 1;
            note.merged = e.merged;
        }),
        Event::NoteDeleted(e) => with_note(team, e.patient, e.note, |note| note.deleted = true),
        Event::NoteRestored(e) => with_note(team, e.patient, e.note, |note| note.deleted = false),
        Event::PatientsImported(e) => {
            team.imports.insert(
                e.import,
                Import {
                    list: e.list,
                    done: stamp.into(),
                    undone: false,
                    fields: Vec::new(),
                    added: Vec::new(),
                    listed: Vec::new(),
                    values: Vec::new(),
                },
            );
        }
        Event::ImportUndone(e) => {
            if let Some(import) = team.imports.get_mut(&e.import) {
                import.undone = true;
            }
        }
        Event::EhrConnectionSet(e) => {
            team.mode = Some(Mode::Ehr);
            team.ehr = Some(EhrConnection {
                id: e.connection,
                name: e.name.clone(),
                url: e.url.clone(),
                auth: e.auth.clone(),
                secret: e.secret,
                fhir_version: e.fhir_version.clone(),
                set: stamp.into(),
            });
        }
        Event::EhrConnectionRemoved(_) => team.ehr = None,
        Event::News2Set(e) => team.news2.clone_from(&e.settings),
        Event::Spo2ScaleSet(e) => with_patient(team, e.patient, |patient| {
            patient.scale_2 = e.scale_2.then(|| stamp.into());
        }),
        Event::PatientLinked(e) => with_patient(team, e.patient, |patient| {
            patient.ehr = Some(EhrLink {
                connection: e.connection,
                ehr_id: e.ehr_id.clone(),
                identity: e.identity.clone(),
                linked: stamp.into(),
                proposed: None,
            });
        }),
        Event::PatientUnlinked(e) => with_patient(team, e.patient, |patient| patient.ehr = None),
        Event::EhrIdentityProposed(e) => with_link(team, e.patient, |link| {
            link.proposed.clone_from(&e.proposed);
        }),
        Event::EhrIdentityAnswered(e) => with_link(team, e.patient, |link| {
            link.proposed = None;
            link.identity = e.proposed.identity.clone();
            if let (true, Some(ehr_id)) = (e.taken, &e.proposed.ehr_id) {
                link.ehr_id.clone_from(ehr_id);
            }
        }),
    }
}

fn with_link(team: &mut Team, patient: PatientId, change: impl FnOnce(&mut EhrLink)) {
    with_patient(team, patient, |patient| {
        if let Some(link) = &mut patient.ehr {
            change(link);
        }
    });
}

fn first_values(values: &[FieldValue], stamp: Stamp) -> BTreeMap<FieldId, Cell> {
    let cell = |value: &Value| Cell {
        value: Some(value.clone()),
        changed: stamp.into(),
        merged: false,
        previous: None,
    };
    values.iter().map(|v| (v.field, cell(&v.value))).collect()
}

fn set_value(
    patient: &mut Patient,
    field: FieldId,
    value: Option<&Value>,
    merged: bool,
    stamp: Stamp,
) {
    let before = patient.values.remove(&field);
    let previous = match before {
        Some(cell) => Previous {
            value: cell.value,
            revision: cell.changed.sequence,
        },
        None => Previous {
            value: None,
            revision: 0,
        },
    };
    patient.values.insert(
        field,
        Cell {
            value: value.cloned(),
            changed: stamp.into(),
            merged,
            previous: Some(Box::new(previous)),
        },
    );
}

fn put_on_list(team: &mut Team, patient: PatientId, list: ListId, stamp: Stamp) {
    let (Some(patient_state), Some(list_state)) =
        (team.patients.get_mut(&patient), team.lists.get_mut(&list))
    else {
        return;
    };
    if patient_state.lists.insert(list) {
        list_state.left.retain(|left| left.patient != patient);
        list_state.rows.push(ListRow {
            patient,
            added: stamp.into(),
        });
    }
}

fn take_off_list(team: &mut Team, patient: PatientId, list: ListId, stamp: Stamp) {
    if let Some(state) = team.patients.get_mut(&patient) {
        state.lists.remove(&list);
        state.removed = Some(stamp.into());
    }
    if let Some(state) = team.lists.get_mut(&list) {
        let length = state.rows.len();
        state.rows.retain(|row| row.patient != patient);
        let oldest = stamp
            .at
            .checked_sub(SignedDuration::from_hours(24 * LEFT_DAYS))
            .unwrap_or(Timestamp::MIN);
        state
            .left
            .retain(|left| left.removed.at >= oldest && left.patient != patient);
        if state.rows.len() < length {
            state.left.push(Left {
                patient,
                removed: stamp.into(),
            });
        }
    }
}

fn merge(team: &mut Team, duplicate: PatientId, into: PatientId, stamp: Stamp) {
    let Some(lists) = team.patients.get(&duplicate).map(|p| p.lists.clone()) else {
        return;
    };
    for list in &lists {
        take_off_list(team, duplicate, *list, stamp);
    }
    with_patient(team, duplicate, |patient| {
        patient.merged = Some(Merged { into, lists })
    });
}

fn reorder(list: &mut List, patient: PatientId, after: Option<PatientId>) {
    let Some(from) = list.position(patient) else {
        return;
    };
    let row = list.rows.remove(from);
    let to = after
        .and_then(|before| list.position(before))
        .map_or(0, |position| position + 1);
    list.rows.insert(to, row);
}

fn move_field(team: &mut Team, field: FieldId, after: Option<FieldId>) {
    let Some(from) = team.fields.iter().position(|f| f.id == field) else {
        return;
    };
    let moved = team.fields.remove(from);
    let to = after
        .and_then(|before| team.fields.iter().position(|f| f.id == before))
        .map_or(0, |p| p + 1);
    team.fields.insert(to, moved);
}

fn with_list(team: &mut Team, id: ListId, change: impl FnOnce(&mut List)) {
    if let Some(list) = team.lists.get_mut(&id) {
        change(list);
    }
}

fn with_field(team: &mut Team, id: FieldId, change: impl FnOnce(&mut crate::field::Field)) {
    if let Some(field) = team.fields.iter_mut().find(|field| field.id == id) {
        change(field);
    }
}

fn with_patient(team: &mut Team, id: PatientId, change: impl FnOnce(&mut Patient)) {
    if let Some(patient) = team.patients.get_mut(&id) {
        change(patient);
    }
}

fn with_note(
    team: &mut Team,
    patient: PatientId,
    id: crate::NoteId,
    change: impl FnOnce(&mut Note),
) {
    with_patient(team, patient, |patient| {
        if let Some(note) = patient.notes.iter_mut().find(|note| note.id == id) {
            change(note);
        }
    });
}

fn with_import(team: &mut Team, id: Option<ImportId>, change: impl FnOnce(&mut Import)) {
    if let Some(import) = id.and_then(|id| team.imports.get_mut(&id)) {
        change(import);
    }
}
