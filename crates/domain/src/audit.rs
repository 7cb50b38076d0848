//! The audited operations: a closed set, whose names compliance tooling searches for.

use serde::{Deserialize, Serialize};

macro_rules! operations {
    ($($name:ident, $friendly:literal, $concerns:ident;)+) => {
        /// An audited operation. The names of the first paragraph are fixed by product.md; the others are of the same style.
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize, utoipa::ToSchema)]
        pub enum Operation {
            $(#[doc = $friendly] $name,)+
        }

        impl Operation {
            /// Every operation, in the order of the documentation.
            pub const ALL: &'static [Operation] = &[$(Operation::$name,)+];

            /// The stable name, as stored.
            pub const fn name(self) -> &'static str {
                match self { $(Operation::$name => stringify!($name),)+ }
            }

            /// The friendly English name, as product.md and docs/audit.md have it.
            pub const fn friendly_name(self) -> &'static str {
                match self { $(Operation::$name => $friendly,)+ }
            }

            /// Whether it changes something or only looks.
            pub const fn concern(self) -> Concern {
                match self { $(Operation::$name => Concern::$concerns,)+ }
            }

            /// Reads a stored name.
            pub fn find_by_name(name: &str) -> Option<Operation> {
                match name { $(stringify!($name) => Some(Operation::$name),)+ _ => None }
            }
        }
    };
}

/// The stream that an operation is journalled in.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Concern {
    /// It changes the state: its entry is the change.
    Change,
    /// It looks, or was refused: its entry is durable before the answer leaves.
    Access,
}

operations! {
    PatientListView, "Viewed patient list", Access;
    PatientListCreate, "Created patient list", Change;
    PatientListRename, "Renamed patient list", Change;
    PatientListDelete, "Deleted patient list", Change;
    PatientListSetDefault, "Set default patient list", Change;
    PatientListEditColumns, "Edited columns in patient list", Change;
    PatientListAddPatient, "Added patient to list", Change;
    PatientListRemovePatient, "Removed patient from list", Change;
    PatientListMovePatient, "Moved patient to a different list", Change;
    PatientSchemaCreate, "Created patient schema", Change;
    PatientSchemaUpdate, "Updated patient schema", Change;
    PatientView, "Viewed patient details", Access;
    PatientDetailsEdit, "Edited patient details", Change;
    PatientNoteAdd, "Added note for patient", Change;
    PatientSearch, "Searched patient (in the EHR)", Access;
    ExportInitiation, "User initiated an export", Access;
    EHRConnectionSet, "Set EHR connection", Change;

    PatientListViewEnd, "Closed patient list", Access;
    PatientListRestore, "Restored patient list", Change;
    PatientListReorder, "Reordered patients in list", Change;
    PatientListSetOrder, "Chose the order of a patient list", Change;
    PatientListSetMembers, "Limited patient list to named members", Change;
    PatientListCopy, "Copied rows of a patient list", Access;
    PatientSetStatus, "Changed patient status", Change;
    PatientHighlight, "Highlighted patient or value", Change;
    PatientMerge, "Merged patients", Change;
    PatientUnmerge, "Unmerged patients", Change;
    PatientImport, "Imported patients", Change;
    PatientImportUndo, "Undid an import of patients", Change;
    PatientNoteEdit, "Edited note for patient", Change;
    PatientNoteDelete, "Deleted note for patient", Change;
    PatientNoteRestore, "Restored note for patient", Change;
    PatientHistoryView, "Viewed patient history", Access;
    PatientDuplicateView, "Was shown patients who may be the same", Access;
    PatientChartRefresh, "Refreshed a column from the EHR", Change;
    PatientLink, "Linked patient to the EHR", Change;
    PatientUnlink, "Unlinked patient from the EHR", Change;
    PatientIdentityPropose, "EHR proposed another patient identity", Change;
    PatientIdentityAnswer, "Answered a patient identity that the EHR proposed", Change;
    PatientSetSpo2Scale, "Chose the SpO2 scale of a patient", Change;
    TeamSetNews2, "Chose how NEWS2 is scored in a team", Change;
    TeamSetTimeZone, "Chose the time zone of a team", Change;
    EHRConnectionRemove, "Removed EHR connection", Change;
    EHRConnectionProbe, "Looked at an EHR before connecting", Access;

    AppInstall, "Installed the app in a team", Change;
    MemberAdd, "Added member to team", Change;
    MemberRemove, "Removed member from team", Change;
    MemberSetRole, "Changed role of member", Change;
    TeamCreate, "Created team", Change;
    TeamRename, "Renamed team", Change;
    UserCreate, "Created user", Change;
    UserUpdate, "Changed user", Change;
    UserDisable, "Disabled user", Change;
    UserEnable, "Enabled user", Change;
    UserIdentityLink, "Linked user to an identity provider", Change;
    UserIdentityUnlink, "Unlinked user from an identity provider", Change;
    GroupCreate, "Created group", Change;
    GroupUpdate, "Changed group", Change;
    GroupDelete, "Deleted group", Change;
    GroupSetMembers, "Changed members of group", Change;
    PolicyCreate, "Created policy", Change;
    PolicyUpdate, "Changed policy", Change;
    PolicyDelete, "Deleted policy", Change;
    PolicyAssign, "Assigned policy", Change;
    TeamGroupLink, "Made a group's users members of a team", Change;
    TeamGroupUnlink, "Ended a group's membership of a team", Change;
    TeamOwnerAppoint, "Appointed owner of a team", Change;
    UserEnrolmentIssue, "Issued a one-time link to set a password", Change;
    UserEnrol, "Set own password by one-time link", Access;
    UserPasswordChange, "Changed own password", Access;
    SignIn, "Signed in", Access;
    SignInFail, "Failed to sign in", Access;
    SignOut, "Signed out", Access;
    SessionLock, "Locked session", Access;
    SessionUnlock, "Unlocked session", Access;
    SessionUnlockFail, "Failed to unlock session", Access;
    SessionEnd, "Ended another session of one's own", Access;
    UserSessionsEnd, "Ended all sessions of a user", Access;
    UserTwoStepEnable, "Turned on two-step sign-in", Access;
    UserTwoStepDisable, "Turned off two-step sign-in", Access;
    UserRecoveryCodesRenew, "Renewed recovery codes", Access;
    UserPasskeyAdd, "Added passkey", Access;
    UserPasskeyRemove, "Removed passkey", Access;
    UserPinSet, "Set own PIN", Access;
    UserPinRemove, "Removed own PIN", Access;
    UserFactorsRemove, "Removed the codes, passkeys and PIN of a user", Access;
    AccessRefuse, "Was refused", Access;
    ServerStart, "Started the server", Access;
}
