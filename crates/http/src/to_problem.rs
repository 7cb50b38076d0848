//! From refusals to problem details.

use crate::identity_problem::second_factor_required;
use crate::problem::Problem;
use axum::http::StatusCode;
use domain::rejection::{Forbidden, Need, Rejection, Thing};
use identity::{
    EnrolError, PASSWORD_CHARS_AT_LEAST, PASSWORD_CHARS_AT_MOST, PasswordError, PasswordRule,
    SignInError,
};
use jiff::SignedDuration;
use serde_json::Value;
use service::{Refusal, Unavailable};

impl From<Refusal> for Problem {
    fn from(refusal: Refusal) -> Self {
        match refusal {
            Refusal::Rejected(rejection) => rejection.into(),
            Refusal::Unavailable(unavailable) => unavailable.into(),
            Refusal::Ehr(problem) => problem.into(),
        }
    }
}

impl From<Rejection> for Problem {
    fn from(rejection: Rejection) -> Self {
        let mut problem = Problem::new(status(&rejection), rejection.code(), detail(&rejection));
        if let Ok(Value::Object(mut parameters)) = serde_json::to_value(&rejection) {
            parameters.remove("code");
            problem.parameters = parameters;
        }
        problem
    }
}

fn status(rejection: &Rejection) -> StatusCode {
    match rejection {
        Rejection::NotFound { .. } => StatusCode::NOT_FOUND,
        Rejection::NotPermitted { .. }
        | Rejection::PolicyForbids { .. }
        | Rejection::FieldLocked { .. } => StatusCode::FORBIDDEN,
        Rejection::Conflict(_)
        | Rejection::PossibleDuplicate { .. }
        | Rejection::WiderAudience { .. }
        | Rejection::NameTaken { .. }
        | Rejection::NotInstalled
        | Rejection::AlreadyInstalled
        | Rejection::LastOwner
        | Rejection::MemberByGroup
        | Rejection::PolicyInUse
        | Rejection::RankTaken { .. }
        | Rejection::IdentityTaken { .. }
        | Rejection::LastAdministrator
        | Rejection::DefaultList
        | Rejection::PlaceField
        | Rejection::AlreadyOnList { .. }
        | Rejection::NothingToUndo
        | Rejection::NotConnected
        | Rejection::NotLinked
        | Rejection::ConfirmIdentity { .. }
        | Rejection::CommandTooOld { .. } => StatusCode::CONFLICT,
        Rejection::TextTooLong { .. }
        | Rejection::ControlCharacter { .. }
        | Rejection::Required { .. }
        | Rejection::TooMany { .. }
        | Rejection::WrongValueType { .. }
        | Rejection::UnknownOption { .. }
        | Rejection::Invalid { .. }
        | Rejection::SearchTooWide
        | Rejection::ReasonRequired { .. }
        | Rejection::FromRecord { .. }
        | Rejection::CommandIdReused => StatusCode::UNPROCESSABLE_ENTITY,
    }
}

fn detail(rejection: &Rejection) -> String {
    match rejection {
        Rejection::NotFound { what } => format!("There is no such {}, or it is not for you.", thing(*what)),
        Rejection::NotPermitted { needs } => format!("Only {} may do this.", need(*needs)),
        Rejection::PolicyForbids { what } => format!("Your policy does not allow {}.", forbidden(*what)),
        Rejection::PolicyInUse => "The policy is assigned to somebody. Assign them another first.".into(),
        Rejection::RankTaken { rank } => format!("Another group has the rank {rank} already. Choose another."),
        Rejection::IdentityTaken { what } => format!("Somebody else has this `{what}` already."),
        Rejection::MemberByGroup => {
            "They belong to the team by a group of the organization. An administrator takes them out of the group.".into()
        }
        Rejection::Conflict(_) => {
            "Somebody else changed this since your edit began. Both are here: decide, and send with `revision` as `based_on`.".into()
        }
        Rejection::PossibleDuplicate { .. } => {
            "The team may have this patient already. Use that patient, or say `distinct`.".into()
        }
        Rejection::WiderAudience { .. } => {
            "People would see this patient who do not now. Confirm with `confirm_audience`.".into()
        }
        Rejection::TextTooLong { what, limit, length } => {
            format!("`{what}` has {length} characters; at most {limit} are allowed.")
        }
        Rejection::ControlCharacter { what, character } => {
            format!("`{what}` has the control character {character}, which cannot be shown. Remove it.")
        }
        Rejection::Required { what } => format!("`{what}` must not be missing or empty."),
        Rejection::TooMany { what, limit } => format!("There may be at most {limit} {what}."),
        Rejection::NameTaken { what } => format!("This `{what}` is used already. Choose another."),
        Rejection::WrongValueType { expected } => format!("The value must be a {expected}."),
        Rejection::UnknownOption { option } => format!("The field offers no option {}.", option.0),
        Rejection::FieldLocked { .. } => "The field is locked: only owners change it.".into(),
        Rejection::NotInstalled => "The team has not installed the app yet: `install_app` comes first.".into(),
        Rejection::AlreadyInstalled => "The team has installed the app already.".into(),
        Rejection::LastOwner => "A team keeps at least one owner. Make somebody else an owner first.".into(),
        Rejection::LastAdministrator => "The organization keeps at least one administrator.".into(),
        Rejection::DefaultList => "This is the default list. Make another list the default first.".into(),
        Rejection::PlaceField => "The place is always in view and cannot be archived.".into(),
        Rejection::AlreadyOnList { .. } => "The patient is on that list already.".into(),
        Rejection::NothingToUndo => "There is no last change of your own to take back here.".into(),
        Rejection::Invalid { what } => format!("`{what}` is not valid here."),
        Rejection::SearchTooWide => {
            "Search by at least three of family name, given name, birth date and sex, with the whole birth date; or by `mrn`; or by `id`.".into()
        }
        Rejection::ReasonRequired { searches, minutes } => {
            format!("That is more than {searches} searches in {minutes} minutes. Say why, as `reason`.")
        }
        Rejection::FromRecord { .. } => "The column shows what the record says. It cannot be typed into.".into(),
        Rejection::NotConnected => "The team is not connected to a record. An owner sets the connection first.".into(),
        Rejection::NotLinked => "The patient is not linked to the record.".into(),
        Rejection::ConfirmIdentity { .. } => {
            "Are the team's patient and the record's one person? Confirm with `confirm_identity`.".into()
        }
        Rejection::CommandTooOld { days } => {
            format!("The command id was made more than {days} days ago. Look at what is there, and send a new one.")
        }
        Rejection::CommandIdReused => "The command id was used for another command. Every command has its own.".into(),
    }
}

fn thing(what: Thing) -> &'static str {
    match what {
        Thing::Team => "team",
        Thing::List => "list",
        Thing::Patient => "patient",
        Thing::Field => "field",
        Thing::Note => "note",
        Thing::Member => "member",
        Thing::User => "user",
        Thing::Group => "group",
        Thing::Policy => "policy",
        Thing::Import => "import",
    }
}

fn need(needs: Need) -> &'static str {
    match needs {
        Need::Member => "members (not guests)",
        Need::Owner => "owners of the team",
        Need::Administrator => "administrators",
        Need::Auditor => "auditors",
    }
}

fn forbidden(what: Forbidden) -> &'static str {
    match what {
        Forbidden::Use => "you to use the app",
        Forbidden::Install => "you to install the app in a team that you do not own",
        Forbidden::ManualMode => "a team without a record",
        Forbidden::EhrMode => "a team with the hospital's record",
        Forbidden::Export => "you to take data out: no export, print or copy",
    }
}

impl From<Unavailable> for Problem {
    fn from(unavailable: Unavailable) -> Self {
        match unavailable {
            Unavailable::NoSpace => Problem::new(
                StatusCode::INSUFFICIENT_STORAGE,
                "no_space",
                "The server's disk is full: nothing was changed. Reading goes on. Tell whoever runs the server.",
            ),
            Unavailable::Stopped => Problem::new(
                StatusCode::SERVICE_UNAVAILABLE,
                "stopped",
                "The server's disk failed: whether this was done is not known. The server must be restarted.",
            ),
            Unavailable::Damaged { place } => Problem::new(
                StatusCode::SERVICE_UNAVAILABLE,
                "damaged",
                format!("Stored data is damaged and is not served: {place}. Whoever runs the server runs `patients verify`."),
            )
            .with("place", place),
            Unavailable::Busy { reason } => {
                tracing::error!(%reason, "not available");
                let detail = "The server cannot answer this now. Try again.";
                Problem { retry_after_s: Some(1), ..Problem::new(StatusCode::SERVICE_UNAVAILABLE, "unavailable", detail) }
            }
        }
    }
}

pub(crate) fn throttled(retry_after: SignedDuration) -> Problem {
    let seconds = retry_after.as_secs().max(1);
    let detail = format!("Too many failed tries. Try again in {seconds} seconds.");
    let problem =
        Problem::new(StatusCode::TOO_MANY_REQUESTS, "throttled", detail).with("seconds", seconds);
    Problem {
        retry_after_s: Some(seconds),
        ..problem
    }
}

fn password_refused(rule: PasswordRule) -> Problem {
    let (rule, detail) = match rule {
        PasswordRule::TooShort => (
            "too_short",
            format!("A password has at least {PASSWORD_CHARS_AT_LEAST} characters."),
        ),
        PasswordRule::TooLong => (
            "too_long",
            format!("A password has at most {PASSWORD_CHARS_AT_MOST} characters."),
        ),
        PasswordRule::LikeName => (
            "like_name",
            "A password is not the name that one signs in with.".to_owned(),
        ),
        PasswordRule::TooCommon => (
            "too_common",
            "This password is one of those that are guessed first.".to_owned(),
        ),
    };
    Problem::new(StatusCode::UNPROCESSABLE_ENTITY, "password_refused", detail)
        .with("rule", rule)
        .with("at_least", PASSWORD_CHARS_AT_LEAST)
        .with("at_most", PASSWORD_CHARS_AT_MOST)
}

impl From<PasswordRule> for Problem {
    fn from(rule: PasswordRule) -> Self {
        password_refused(rule)
    }
}

impl From<SignInError> for Problem {
    fn from(error: SignInError) -> Self {
        match error {
            SignInError::WrongCredentials => Problem::new(
                StatusCode::UNAUTHORIZED,
                "wrong_credentials",
                "The name or the password is wrong.",
            ),
            SignInError::SecondFactorRequired(challenge) => second_factor_required(&challenge),
            SignInError::Throttled { retry_after } => throttled(retry_after),
            SignInError::Unavailable(unavailable) => unavailable.into(),
        }
    }
}

impl From<PasswordError> for Problem {
    fn from(error: PasswordError) -> Self {
        match error {
            PasswordError::WrongPassword => Problem::new(
                StatusCode::UNPROCESSABLE_ENTITY,
                "wrong_password",
                "The current password is wrong.",
            ),
            PasswordError::Refused(rule) => password_refused(rule),
            PasswordError::Throttled { retry_after } => throttled(retry_after),
            PasswordError::Unavailable(unavailable) => unavailable.into(),
        }
    }
}

impl From<EnrolError> for Problem {
    fn from(error: EnrolError) -> Self {
        match error {
            EnrolError::NotGood => Problem::new(
                StatusCode::NOT_FOUND,
                "link_not_good",
                "This link was used, replaced or is too old. Ask an administrator for a new one.",
            ),
            EnrolError::Refused(rule) => password_refused(rule),
            EnrolError::Rejected(rejection) => rejection.into(),
            EnrolError::Unavailable(unavailable) => unavailable.into(),
        }
    }
}
