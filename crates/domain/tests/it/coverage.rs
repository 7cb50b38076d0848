//! A ratchet: an example for every command and every refusal.

use domain::rejection::{Conflict, Content, Forbidden, Need, Rejection, Thing};
use domain::{FieldId, ListId, PatientId, organization, team};
use uuid::Uuid;

/// The examples, whose texts name commands and refusals as the wire has them.
const EXAMPLES: &[&str] = &[
    include_str!("conflicts.rs"),
    include_str!("duplicates.rs"),
    include_str!("ehr.rs"),
    include_str!("groups.rs"),
    include_str!("import.rs"),
    include_str!("lists.rs"),
    include_str!("members.rs"),
    include_str!("membership.rs"),
    include_str!("merge.rs"),
    include_str!("notes.rs"),
    include_str!("organization.rs"),
    include_str!("patients.rs"),
    include_str!("policies.rs"),
    include_str!("schema.rs"),
    include_str!("undo_import.rs"),
    include_str!("values.rs"),
    include_str!("visibility.rs"),
    include_str!("ward.rs"),
];

fn is_shown(word: &str) -> bool {
    EXAMPLES
        .iter()
        .any(|text| text.contains(&format!("\"{word}\"")))
}

#[test]
fn every_command_has_an_example() {
    let commands = team::Command::TYPE_NAMES
        .iter()
        .chain(organization::Command::TYPE_NAMES);
    let missing: Vec<_> = commands.filter(|name| !is_shown(name)).collect();
    assert!(
        missing.is_empty(),
        "write an example in crates/domain/tests/it for {missing:?}"
    );
}

/// One of each. The match makes the compiler name this place when there is another.
fn every_rejection() -> Vec<Rejection> {
    let id = Uuid::nil();
    let what = String::new;
    let all = vec![
        Rejection::NotFound { what: Thing::List },
        Rejection::NotPermitted { needs: Need::Owner },
        Rejection::PolicyForbids {
            what: Forbidden::Use,
        },
        Rejection::PolicyInUse,
        Rejection::RankTaken { rank: 1 },
        Rejection::IdentityTaken { what: what() },
        Rejection::Conflict(Box::new(Conflict {
            patient: PatientId::new(id),
            field: None,
            note: None,
            theirs: Content::Value(None),
            yours: Content::Note("secret".into()),
            by: domain::UserId::new(id),
            at: jiff::Timestamp::UNIX_EPOCH,
            revision: 1,
        })),
        Rejection::PossibleDuplicate {
            patients: vec![],
            hidden: true,
        },
        Rejection::WiderAudience { users: vec![] },
        Rejection::TextTooLong {
            what: what(),
            limit: 1,
            length: 2,
        },
        Rejection::ControlCharacter {
            what: what(),
            character: what(),
        },
        Rejection::Required { what: what() },
        Rejection::TooMany {
            what: what(),
            limit: 1,
        },
        Rejection::NameTaken { what: what() },
        Rejection::WrongValueType { expected: what() },
        Rejection::UnknownOption {
            option: Default::default(),
        },
        Rejection::FieldLocked {
            field: FieldId::new(id),
        },
        Rejection::NotInstalled,
        Rejection::AlreadyInstalled,
        Rejection::LastOwner,
        Rejection::MemberByGroup,
        Rejection::LastAdministrator,
        Rejection::DefaultList,
        Rejection::PlaceField,
        Rejection::AlreadyOnList {
            list: ListId::new(id),
        },
        Rejection::NothingToUndo,
        Rejection::Invalid { what: what() },
        Rejection::SearchTooWide,
        Rejection::ReasonRequired {
            searches: 30,
            minutes: 10,
        },
        Rejection::FromRecord {
            field: FieldId::new(id),
        },
        Rejection::NotConnected,
        Rejection::NotLinked,
        Rejection::ConfirmIdentity {
            ours: Box::default(),
            record: Box::default(),
        },
        Rejection::CommandTooOld { days: 7 },
        Rejection::CommandIdReused,
    ];
    for rejection in &all {
        match rejection {
            Rejection::NotFound { .. }
            | Rejection::NotPermitted { .. }
            | Rejection::PolicyForbids { .. }
            | Rejection::PolicyInUse
            | Rejection::RankTaken { .. }
            | Rejection::IdentityTaken { .. }
            | Rejection::Conflict(_)
            | Rejection::PossibleDuplicate { .. }
            | Rejection::WiderAudience { .. }
            | Rejection::TextTooLong { .. }
            | Rejection::ControlCharacter { .. }
            | Rejection::Required { .. }
            | Rejection::TooMany { .. }
            | Rejection::NameTaken { .. }
            | Rejection::WrongValueType { .. }
            | Rejection::UnknownOption { .. }
            | Rejection::FieldLocked { .. }
            | Rejection::NotInstalled
            | Rejection::AlreadyInstalled
            | Rejection::LastOwner
            | Rejection::MemberByGroup
            | Rejection::LastAdministrator
            | Rejection::DefaultList
            | Rejection::PlaceField
            | Rejection::AlreadyOnList { .. }
            | Rejection::NothingToUndo
            | Rejection::Invalid { .. }
            | Rejection::SearchTooWide
            | Rejection::ReasonRequired { .. }
            | Rejection::FromRecord { .. }
            | Rejection::NotConnected
            | Rejection::NotLinked
            | Rejection::ConfirmIdentity { .. }
            | Rejection::CommandTooOld { .. }
            | Rejection::CommandIdReused => {}
        }
    }
    all
}

#[test]
fn every_refusal_has_an_example() {
    // Command ids and searches are the service's: it keeps them, and shows these.
    let of_the_service = [
        "command_too_old",
        "command_id_reused",
        "reason_required",
        "search_too_wide",
    ];
    for rejection in every_rejection() {
        let code = rejection.code();
        assert!(
            of_the_service.contains(&code) || is_shown(code),
            "write an example in crates/domain/tests/it for `{code}`"
        );
    }
}

#[test]
fn a_refusals_code_on_the_wire_is_its_code_in_the_journal() {
    for rejection in every_rejection() {
        assert_eq!(crate::ward::wire(&rejection)["code"], rejection.code());
    }
}

#[test]
fn a_refusal_in_a_log_shows_nothing_of_a_patient() {
    for rejection in every_rejection() {
        let shown = format!("{rejection:?}");
        assert!(
            shown.starts_with(rejection.code()) && !shown.contains("secret"),
            "{shown}"
        );
    }
}
