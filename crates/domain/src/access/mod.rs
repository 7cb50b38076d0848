//! Who may do what: one table. Nothing else in the code decides on a role; what a member may see of it, locked fields and the last
//! owner are judged on top.

mod permission;

pub use permission::{Permission, Person};

use crate::organization::policy::PolicyRules;
use crate::rejection::{Forbidden, Need, Rejection};
use crate::team::command::Command;
use crate::team::state::Role;

/// What a member wants to do in a team.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Action {
    /// Read lists, patients and their history, that one may see.
    Read,
    /// Write on patients that one may see: values, notes, highlights, status, places on lists.
    EditPatients,
    /// Make lists, name them, choose their columns.
    EditLists,
    /// Change the schema.
    EditSchema,
    /// Search the hospital's record, and say whom of it a patient is.
    SearchEhr,
    /// Take data out of the product: export, copy.
    Export,
    /// Decide on members, locks, and limits that one does not share.
    Govern,
}

/// The role that an action takes at least.
pub const fn least_role(action: Action) -> Role {
    match action {
        Action::Read => Role::Guest,
        Action::EditPatients
        | Action::EditLists
        | Action::EditSchema
        | Action::SearchEhr
        | Action::Export => Role::Member,
        Action::Govern => Role::Owner,
    }
}

/// Allows or refuses an action to a role, within what the organization's policy allows the user.
pub fn permit(role: Role, policy: &PolicyRules, action: Action) -> Result<(), Rejection> {
    let forbids = |what| Err(Rejection::PolicyForbids { what });
    if !policy.may_use {
        return forbids(Forbidden::Use);
    }
    let least = least_role(action);
    if role >= least {
        return match action {
            Action::Export if !policy.may_export => forbids(Forbidden::Export),
            _ => Ok(()),
        };
    }
    Err(Rejection::NotPermitted {
        needs: match least {
            Role::Owner => Need::Owner,
            Role::Member | Role::Guest => Need::Member,
        },
    })
}

/// The action that a command is. Leaving a team oneself, and changes of locked fields, are judged by their own rules on top.
pub const fn action(command: &Command) -> Action {
    match command {
        Command::AddMember(_)
        | Command::SetMemberRole(_)
        | Command::SetDefaultList(_)
        | Command::JoinList(_)
        | Command::LockField(_)
        | Command::SetEhrConnection(_)
        | Command::RemoveEhrConnection(_)
        | Command::SetNews2(_) => Action::Govern,
        Command::AddEhrPatient(_)
        | Command::LinkPatient(_)
        | Command::UnlinkPatient(_)
        | Command::AnswerEhrIdentity(_) => Action::SearchEhr,
        Command::InstallApp(_)
        | Command::CreateList(_)
        | Command::RenameList(_)
        | Command::DeleteList(_)
        | Command::RestoreList(_)
        | Command::SetListMembers(_)
        | Command::SetListColumns(_)
        | Command::SetListOrder(_) => Action::EditLists,
        Command::AddField(_)
        | Command::RenameField(_)
        | Command::MoveField(_)
        | Command::ArchiveField(_)
        | Command::RestoreField(_)
        | Command::SetFieldOptions(_) => Action::EditSchema,
        Command::AddPatient(_)
        | Command::EditPatient(_)
        | Command::AddPatientToList(_)
        | Command::MovePatient(_)
        | Command::RemovePatientFromList(_)
        | Command::ReorderPatient(_)
        | Command::SetPatientStatus(_)
        | Command::MergePatients(_)
        | Command::UnmergePatients(_)
        | Command::SetValue(_)
        | Command::UndoValue(_)
        | Command::Highlight(_)
        | Command::RemoveHighlight(_)
        | Command::AddNote(_)
        | Command::EditNote(_)
        | Command::DeleteNote(_)
        | Command::RestoreNote(_)
        | Command::ImportPatients(_)
        | Command::UndoImport(_)
        | Command::SetSpo2Scale(_) => Action::EditPatients,
        // A guest may leave, too.
        Command::RemoveMember(_) => Action::Read,
    }
}
