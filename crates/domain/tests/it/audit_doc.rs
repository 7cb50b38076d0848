//! docs/audit.md, made of the code: the operations, and what their entries name.

use crate::{file, golden};
use domain::audit::{Concern, Operation};
use domain::team::event::Subject;
use domain::{organization, team};
use serde::de::DeserializeOwned;
use std::collections::BTreeSet;

/// When an operation's entry is written. The compiler asks for a line when there is another operation.
const fn when(operation: Operation) -> &'static str {
    use Operation as O;
    match operation {
        O::PatientListView => {
            "A list's rows leave the server: the list is opened, or read by an integration"
        }
        O::PatientListCreate => "A list is made, by a member or by installing the app",
        O::PatientListRename => "A list gets another name",
        O::PatientListDelete => "A list is hidden; it can be restored",
        O::PatientListSetDefault => "An owner chooses the list that opens first",
        O::PatientListEditColumns => {
            "A list's columns are chosen or ordered, by hand or because a field was made for it"
        }
        O::PatientListAddPatient => {
            "A patient comes to the team on a list, or from another list as well; by hand or by an import"
        }
        O::PatientListRemovePatient => {
            "A patient is taken off a list, by hand or because an import was undone"
        }
        O::PatientListMovePatient => "A patient goes from one list to another in one step",
        O::PatientSchemaCreate => "Installing the app makes the schema",
        O::PatientSchemaUpdate => {
            "A field is added, renamed, moved, archived, restored, locked or unlocked, or its options change"
        }
        O::PatientView => {
            "A patient's page leaves the server: identity, every value, every note; or the chart, with what of it"
        }
        O::PatientDetailsEdit => "A patient's identity or one value changes, undoing included",
        O::PatientNoteAdd => "A note is written",
        O::PatientSearch => {
            "The hospital's record is searched; criteria and the record's id of every hit stay in the body, which can be purged"
        }
        O::EHRConnectionSet => {
            "An owner connects the team to the hospital's record, or changes the connection; no entry holds a secret"
        }
        O::EHRConnectionRemove => "An owner ends the connection to the hospital's record",
        O::EHRConnectionProbe => {
            "An owner has the server look at a record, to see what it offers before connecting"
        }
        O::PatientDuplicateView => {
            "A warning shows the identities of patients whom the team has already; the body names them"
        }
        O::PatientChartRefresh => {
            "A column that is bound to the chart shows something else than before"
        }
        O::PatientSetSpo2Scale => {
            "A clinician chooses the scale by which a patient's SpO₂ is scored"
        }
        O::TeamSetNews2 => "An owner switches NEWS2 on or off, or changes how it is made",
        O::TeamSetTimeZone => "An owner chooses in which time zone the team's days and shifts are",
        O::PatientLink => "A patient of the team is said to be one of the hospital's record",
        O::PatientUnlink => "A patient's link to the hospital's record ends",
        O::PatientIdentityPropose => {
            "The hospital's record says another identity than before; nothing is taken over"
        }
        O::PatientIdentityAnswer => {
            "Somebody takes the identity over that the record proposed, or keeps the team's"
        }
        O::ExportInitiation => "A list leaves the product as a file",
        O::PatientListViewEnd => {
            "A list that was open closes: by its reader, by a lost connection, by lost access, after twelve hours, or because the server stops"
        }
        O::PatientListRestore => "A hidden list comes back",
        O::PatientListReorder => "A patient gets another place in a list's agreed order",
        O::PatientListSetOrder => "A list is shown by place or in its agreed order from now on",
        O::PatientListSetMembers => {
            "A list is limited to named members or opened to the team; an owner joins a limited list"
        }
        O::PatientListCopy => "More than one row of a list is copied to the clipboard",
        O::PatientSetStatus => {
            "A patient is expected, present, discharged, transferred or deceased from now on"
        }
        O::PatientHighlight => "A patient or a value is highlighted with a reason, or no longer",
        O::PatientMerge => "Two records of one person are merged: one entry for each",
        O::PatientUnmerge => "Merged records are parted again: one entry for each",
        O::PatientImport => {
            "A sheet is taken in; what it did to each patient are entries of their own"
        }
        O::PatientImportUndo => {
            "An import is taken back; what that did to each patient are entries of their own"
        }
        O::PatientNoteEdit => "A note's text changes; the earlier text stays in its own entry",
        O::PatientNoteDelete => "A note is hidden",
        O::PatientNoteRestore => "A hidden note comes back",
        O::PatientHistoryView => {
            "A patient's history leaves the server: every version of every value and note"
        }
        O::AppInstall => "A team installs the app",
        O::MemberAdd => "A user becomes a member of a team",
        O::MemberRemove => "A member leaves a team or is removed",
        O::MemberSetRole => "A member becomes owner, member or guest",
        O::TeamCreate => "A team is made: one entry of the organization, and the first of the team",
        O::TeamRename => "A team gets another name",
        O::UserCreate => "An account is made",
        O::UserUpdate => "An account's name, language or rights change",
        O::UserDisable => "An account is closed",
        O::UserEnable => "A closed account is opened",
        O::UserIdentityLink => {
            "An administrator, or a first sign-in by a provider, says whom a provider knows a user as"
        }
        O::UserIdentityUnlink => "An administrator takes that back",
        O::GroupCreate => "An administrator or the directory makes a group",
        O::GroupUpdate => "A group's name or its id in the directory is changed",
        O::GroupDelete => "A group is deleted; who was a member of a team by it is so no longer",
        O::GroupSetMembers => {
            "Users come into a group or leave it: by hand, by the directory, by a claim at sign-in"
        }
        O::PolicyCreate => "An administrator makes a policy",
        O::PolicyUpdate => "An administrator changes what a policy, or the default, says",
        O::PolicyDelete => "An administrator deletes a policy that nobody has",
        O::PolicyAssign => {
            "An administrator assigns a policy to a user or a group, or takes it back"
        }
        O::TeamGroupLink => "An administrator makes a group's users members of a team",
        O::TeamGroupUnlink => "An administrator ends that",
        O::TeamOwnerAppoint => "An administrator makes somebody an owner of a team",
        O::UserEnrolmentIssue => "A one-time link is made with which somebody sets a password",
        O::UserEnrol => "Somebody sets their password by a one-time link",
        O::UserPasswordChange => "Somebody changes their own password",
        O::SignIn => "Somebody signs in",
        O::SignInFail => {
            "A sign-in fails; a typed name that is nobody's is not kept, since people type passwords there"
        }
        O::SignOut => "Somebody signs out",
        O::SessionLock => {
            "Somebody locks their session, or nobody did anything in it for as long as the policy allows"
        }
        O::SessionUnlock => "A locked session is unlocked by its person's PIN or passkey",
        O::SessionUnlockFail => {
            "A PIN or passkey does not unlock a session; the fifth wrong PIN ends it"
        }
        O::SessionEnd => "Somebody ends another session of their own; the body names it",
        O::UserSessionsEnd => "An administrator ends all sessions of somebody",
        O::UserTwoStepEnable => {
            "Somebody confirms an authenticator app: from now on its code is asked for besides the password"
        }
        O::UserTwoStepDisable => "Somebody turns two-step sign-in off for themselves",
        O::UserRecoveryCodesRenew => "Somebody gets other recovery codes; the former ones end",
        O::UserPasskeyAdd => "Somebody adds a passkey to their account",
        O::UserPasskeyRemove => "Somebody removes one of their passkeys",
        O::UserPinSet => "Somebody chooses the PIN that unlocks their sessions",
        O::UserPinRemove => "Somebody removes their PIN",
        O::UserFactorsRemove => {
            "An administrator removes somebody's codes, passkeys and PIN, as when their telephone is lost; their sessions end"
        }
        O::AccessRefuse => {
            "Somebody is refused for who they are: a right or a visibility that they lack"
        }
        O::ServerStart => "The server starts; views that a crash left open ended before this",
    }
}

/// A kind of record: its type, its operation, whether it is of a team, and what its header names.
struct Kind {
    name: String,
    stream: &'static str,
    subject: Subject,
}

fn kinds<T: DeserializeOwned>(
    section: &str,
    stream: &'static str,
    subject: impl Fn(&T) -> Subject,
) -> Vec<Kind> {
    let kind = |record: serde_json::Value| Kind {
        name: record["type"].as_str().unwrap().to_owned(),
        stream,
        subject: subject(&serde_json::from_value(record).unwrap()),
    };
    golden::records(section).into_iter().map(kind).collect()
}

fn every_kind() -> Vec<Kind> {
    let of_organization = |operation| Subject {
        operation,
        list: None,
        patient: None,
    };
    let mut all = kinds("team_events", "team changes", team::Event::subject);
    all.extend(kinds(
        "team_accesses",
        "team accesses",
        team::access_event::Access::subject,
    ));
    all.extend(kinds(
        "organization_events",
        "organization changes",
        |e: &organization::Event| of_organization(e.operation()),
    ));
    all.extend(kinds(
        "organization_accesses",
        "organization accesses",
        |a: &organization::access_event::Access| of_organization(a.operation()),
    ));
    all
}

fn joined(parts: BTreeSet<String>) -> String {
    parts.into_iter().collect::<Vec<_>>().join(", ")
}

#[test]
fn docs_audit_lists_every_operation_as_the_code_has_it() {
    let kinds = every_kind();
    let mut text = String::from(HEAD);
    for operation in Operation::ALL {
        let of_it = || {
            kinds
                .iter()
                .filter(|kind| kind.subject.operation == *operation)
        };
        let streams = joined(of_it().map(|kind| kind.stream.to_owned()).collect());
        let records = joined(of_it().map(|kind| format!("`{}`", kind.name)).collect());
        let mut names = BTreeSet::new();
        if of_it().any(|kind| kind.subject.list.is_some()) {
            names.insert("list".to_owned());
        }
        if of_it().any(|kind| kind.subject.patient.is_some()) {
            names.insert("patient".to_owned());
        }
        let names = if names.is_empty() {
            "-".to_owned()
        } else {
            joined(names)
        };
        let (name, friendly, when) = (
            operation.name(),
            operation.friendly_name(),
            when(*operation),
        );
        text += &format!("| {name} | {friendly} | {streams} | {when} | {names} | {records} |\n");
    }
    text += TAIL;
    file::assert_is("../../docs/audit.md", &text);
}

#[test]
fn every_operation_happens_and_in_the_stream_of_its_concern() {
    let kinds = every_kind();
    for operation in Operation::ALL {
        let wanted = match operation.concern() {
            Concern::Change => "changes",
            Concern::Access => "accesses",
        };
        let mut streams = kinds
            .iter()
            .filter(|kind| kind.subject.operation == *operation)
            .map(|kind| kind.stream)
            .peekable();
        assert!(
            streams.peek().is_some(),
            "nothing is journalled under {}",
            operation.name()
        );
        assert!(
            streams.all(|stream| stream.ends_with(wanted)),
            "{}",
            operation.name()
        );
    }
}

#[test]
fn an_operation_is_found_by_its_name() {
    for operation in Operation::ALL {
        assert_eq!(Operation::find_by_name(operation.name()), Some(*operation));
        assert_eq!(serde_json::to_value(operation).unwrap(), operation.name());
    }
    assert_eq!(Operation::find_by_name("PatientDance"), None);
}

#[test]
fn the_names_that_compliance_tooling_searches_for_are_those_of_the_product() {
    for (name, friendly) in [
        ("PatientListView", "Viewed patient list"),
        ("PatientListCreate", "Created patient list"),
        ("PatientListRename", "Renamed patient list"),
        ("PatientListDelete", "Deleted patient list"),
        ("PatientListSetDefault", "Set default patient list"),
        ("PatientListEditColumns", "Edited columns in patient list"),
        ("PatientListAddPatient", "Added patient to list"),
        ("PatientListRemovePatient", "Removed patient from list"),
        (
            "PatientListMovePatient",
            "Moved patient to a different list",
        ),
        ("PatientSchemaCreate", "Created patient schema"),
        ("PatientSchemaUpdate", "Updated patient schema"),
        ("PatientView", "Viewed patient details"),
        ("PatientDetailsEdit", "Edited patient details"),
        ("PatientNoteAdd", "Added note for patient"),
        ("ExportInitiation", "User initiated an export"),
    ] {
        assert_eq!(
            Operation::find_by_name(name).map(Operation::friendly_name),
            Some(friendly)
        );
    }
}

const HEAD: &str = "# The audit log

<!-- Made by crates/domain/tests/it/audit_doc.rs; `UPDATE=1 cargo test -p domain` writes it again. -->

Everything that a user does is an entry of the journal: what changes something is the change itself, and what only looks is written, durably,
before the data leaves the server. An entry says when, who, from which address and kind of client, in which session, by which command, with
which outcome, and under which operation. Its header names the list and the patient that it concerns, never more than one patient; its body
says what exactly.

A team and the organization have two streams each. The *changes* make the state: their sequence numbers are the revisions of values. The
*accesses* have no effect on it: looking, taking out, signing in, being refused.

## The operations

The names are stable: search for them. The first fifteen are fixed by the product and its predecessor, and two more, `PatientSearch` and
`EHRConnectionSet`, come with the EHR mode.

| operation | friendly name | stream | when | names | records |
|---|---|---|---|---|---|
";

const TAIL: &str = "
## What a view of a list covers

`PatientListView` says that the rows of a list left the server for one person. It names the list, the list's version, the team's sequence and
the number of patients; with the sequence, the rows can be told from the changes for ever, even when the list looks different today. It
covers

- **every patient who was on the list at that version**: place, identity, status, highlights, the number of notes, and the values of the
  columns that the list showed. Notes are not covered: they are read on the patient's page (`PatientView`), except one that was written or
  edited while the list was open, which reaches those who have it open;
- **where the view is live, every change to that list until it ends**: who came onto the list in between was seen from then on, and who left
  was seen until then. The end is `PatientListViewEnd`, with the same view id, the last version that was sent, and the reason (`closed`,
  `lost`, `revoked`, `expired` after twelve hours, `stopped`). A connection that comes back within five minutes goes on with the same view.
  A view that a crash left without an end ended at the latest at the next `ServerStart`.

So \"who looked at this patient\" has two answers to join: the entries that name the patient (`PatientView`, `PatientHistoryView`), and the
views of lists that overlap with the patient's time on that list, which `PatientListAddPatient`, `PatientListMovePatient` and
`PatientListRemovePatient` begin and end.

What the view of a list does not say is which rows were on the screen: whoever has a list open has all of it.

## What else an entry does not say

- Scrolling, sorting, filtering, column widths and marking as seen are personal and change nothing for others: they are not journalled.
- A refusal for what somebody wrote (a text too long, a conflict, an unanswered question about duplicates) is no access and no change: it is
  not journalled. A refusal for who somebody is, `AccessRefuse`, says what they wanted and what they named.
- Copying a single row is not told from copying a value, and not journalled; copying several rows is.
";
