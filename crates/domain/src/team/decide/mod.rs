//! Judges commands: which events follow, or why none. Deciding changes nothing and looks at nothing but its arguments.

mod ehr;
mod fields;
mod import;
mod lists;
mod members;
mod merge;
mod notes;
mod patients;
mod scores;
mod undo_import;
mod values;

use super::command::Command;
use super::event::Event;
use super::installation::{self, Language};
use super::state::{List, Patient, Role, Team};
use crate::access;
use crate::organization::policy::PolicyRules;
use crate::rejection::{Need, Rejection, Thing};
use crate::{ListId, PatientId, UserId};
use jiff::Timestamp;
use uuid::Uuid;

/// What a decision may know of the world: who asks, when, in which language, and ids that nobody used yet.
pub struct Context<'a> {
    /// Who asks.
    pub actor: UserId,
    /// When.
    pub at: Timestamp,
    /// The language of what an installation makes.
    pub language: Language,
    /// Fresh ids.
    pub fresh_id: &'a mut dyn FnMut() -> Uuid,
    /// What the organization's policy allows the one who asks.
    pub policy: &'a PolicyRules,
    /// Whether a user of the organization exists and may be taken into a team.
    pub is_user: &'a dyn Fn(UserId) -> bool,
}

/// Judges a command. The events follow each other in order and are recorded together or not at all; none means that the state is
/// as the command wants it already.
pub fn decide(
    team: &Team,
    context: &mut Context<'_>,
    command: Command,
) -> Result<Vec<Event>, Rejection> {
    let role = team
        .find_role(context.actor)
        .ok_or(Rejection::NotFound { what: Thing::Team })?;
    access::permit(role, context.policy, access::action(&command))?;
    let asker = Asker {
        team,
        user: context.actor,
        role,
    };
    match command {
        Command::InstallApp(_) if team.mode.is_some() => Err(Rejection::AlreadyInstalled),
        Command::InstallApp(c) => {
            context.policy.permit_install(c.mode, role)?;
            Ok(installation::install(
                c.mode,
                context.language,
                context.fresh_id,
            ))
        }
        Command::AddMember(c) => members::add(&asker, context, &c),
        Command::RemoveMember(c) => members::remove(&asker, &c),
        Command::SetMemberRole(c) => members::set_role(&asker, &c),
        _ if team.mode.is_none() => Err(Rejection::NotInstalled),
        Command::CreateList(c) => lists::create(&asker, context, c),
        Command::RenameList(c) => lists::rename(&asker, &c),
        Command::DeleteList(c) => lists::delete(&asker, &c),
        Command::RestoreList(c) => lists::restore(&asker, &c),
        Command::SetDefaultList(c) => lists::set_default(&asker, &c),
        Command::SetListMembers(c) => lists::set_members(&asker, c),
        Command::JoinList(c) => lists::join(&asker, &c),
        Command::SetListColumns(c) => lists::set_columns(&asker, c),
        Command::SetListOrder(c) => lists::set_order(&asker, &c),
        Command::AddField(c) => fields::add(&asker, context, c),
        Command::RenameField(c) => fields::rename(&asker, &c),
        Command::MoveField(c) => fields::move_after(&asker, &c),
        Command::ArchiveField(c) => fields::archive(&asker, &c),
        Command::RestoreField(c) => fields::restore(&asker, &c),
        Command::SetFieldOptions(c) => fields::set_options(&asker, c),
        Command::LockField(c) => fields::lock(&asker, &c),
        Command::AddPatient(c) => patients::add(&asker, context, c),
        Command::EditPatient(c) => patients::edit(&asker, c),
        Command::AddPatientToList(c) => patients::add_to_list(&asker, &c),
        Command::MovePatient(c) => patients::move_to(&asker, &c),
        Command::RemovePatientFromList(c) => patients::remove_from_list(&asker, &c),
        Command::ReorderPatient(c) => patients::reorder(&asker, &c),
        Command::SetPatientStatus(c) => patients::set_status(&asker, &c),
        Command::MergePatients(c) => merge::merge(&asker, &c),
        Command::UnmergePatients(c) => merge::unmerge(&asker, &c),
        Command::SetValue(c) => values::set(&asker, context, &c),
        Command::UndoValue(c) => values::undo(&asker, &c),
        Command::Highlight(c) => values::highlight(&asker, &c),
        Command::RemoveHighlight(c) => values::remove_highlight(&asker, &c),
        Command::AddNote(c) => notes::add(&asker, context, &c),
        Command::EditNote(c) => notes::edit(&asker, &c),
        Command::DeleteNote(c) => notes::delete(&asker, &c),
        Command::RestoreNote(c) => notes::restore(&asker, &c),
        Command::ImportPatients(c) => import::import(&asker, context, c),
        Command::UndoImport(c) => undo_import::undo(&asker, &c),
        Command::SetEhrConnection(c) => ehr::set_connection(&asker, context, c),
        Command::RemoveEhrConnection(c) => ehr::remove_connection(&asker, &c),
        Command::AddEhrPatient(c) => ehr::add(&asker, context, c),
        Command::LinkPatient(c) => ehr::link(&asker, c),
        Command::UnlinkPatient(c) => ehr::unlink(&asker, &c),
        Command::SetNews2(c) => scores::set(&asker, c),
        Command::SetSpo2Scale(c) => scores::set_spo2_scale(&asker, &c),
        Command::AnswerEhrIdentity(c) => ehr::answer_identity(&asker, &c),
    }
}

pub use ehr::checked_url as checked_ehr_url;

/// A member who asks, and the team as they see it.
struct Asker<'a> {
    team: &'a Team,
    user: UserId,
    role: Role,
}

impl<'a> Asker<'a> {
    /// A list that the asker sees.
    fn list(&self, id: ListId) -> Result<&'a List, Rejection> {
        self.team
            .find_visible_list(self.user, id)
            .ok_or(Rejection::NotFound { what: Thing::List })
    }

    /// A patient whom the asker sees and who is not merged into another.
    fn patient(&self, id: PatientId) -> Result<&'a Patient, Rejection> {
        self.team
            .find_visible_patient(self.user, id)
            .filter(|patient| patient.merged.is_none())
            .ok_or(Rejection::NotFound {
                what: Thing::Patient,
            })
    }

    /// A patient whom the asker sees, or a record merged into one: its notes are shown with that one's.
    fn record(&self, id: PatientId) -> Result<&'a Patient, Rejection> {
        self.team
            .find_visible_patient(self.user, id)
            .ok_or(Rejection::NotFound {
                what: Thing::Patient,
            })
    }

    /// Refuses an edit that says it began from a state that is yet to come: it would pass every check for a conflict.
    fn check_base(&self, based_on: u64) -> Result<(), Rejection> {
        if based_on > self.team.sequence {
            return Err(Rejection::Invalid {
                what: "based_on".into(),
            });
        }
        Ok(())
    }

    fn require_owner(&self) -> Result<(), Rejection> {
        if self.role == Role::Owner {
            Ok(())
        } else {
            Err(Rejection::NotPermitted { needs: Need::Owner })
        }
    }
}
