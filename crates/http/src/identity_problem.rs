//! From what keeps somebody from proving who they are to problem details.

use crate::problem::Problem;
use crate::to_problem::throttled;
use axum::http::StatusCode;
use identity::{
    Challenge, ConfirmError, NotSignedIn, PASSKEY_NAME_CHARS_AT_MOST, PASSKEYS_AT_MOST,
    PIN_DIGITS_AT_LEAST, PIN_DIGITS_AT_MOST, PasskeyError, PinError, PinRule, SecondStepError,
    TwoStepError, UnlockError,
};
use serde_json::json;

/// The password was right, and more is asked for.
pub(crate) fn second_factor_required(challenge: &Challenge) -> Problem {
    let factors = if challenge.passkey {
        json!(["code", "recovery_code", "passkey"])
    } else {
        json!(["code", "recovery_code"])
    };
    let detail = "The password is right. Send the challenge and a second factor to `POST /api/session/second-factor`.";
    Problem::new(StatusCode::UNAUTHORIZED, "second_factor_required", detail)
        .with("challenge", challenge.token.text())
        .with("factors", factors)
}

impl From<NotSignedIn> for Problem {
    fn from(error: NotSignedIn) -> Self {
        match error {
            NotSignedIn::NoSession => Problem::not_signed_in(),
            NotSignedIn::Locked => Problem::session_locked(),
            NotSignedIn::Unavailable(unavailable) => unavailable.into(),
        }
    }
}

impl From<SecondStepError> for Problem {
    fn from(error: SecondStepError) -> Self {
        let unauthorized = |code, detail| Problem::new(StatusCode::UNAUTHORIZED, code, detail);
        match error {
            SecondStepError::NotBegun => unauthorized(
                "sign_in_not_begun",
                "This sign-in took too long or failed too often. Begin again.",
            ),
            SecondStepError::Wrong => unauthorized(
                "wrong_second_factor",
                "The code is wrong or was used already, or the passkey is not known here.",
            ),
            SecondStepError::Throttled { retry_after } => throttled(retry_after),
            SecondStepError::Unavailable(unavailable) => unavailable.into(),
        }
    }
}

impl From<ConfirmError> for Problem {
    fn from(error: ConfirmError) -> Self {
        match error {
            ConfirmError::WrongPassword => Problem::new(
                StatusCode::UNPROCESSABLE_ENTITY,
                "wrong_password",
                "The current password is wrong.",
            ),
            ConfirmError::NotFresh => Problem::new(
                StatusCode::FORBIDDEN,
                "sign_in_again",
                "Sign in again first: this is done within ten minutes of it.",
            ),
            ConfirmError::Throttled { retry_after } => throttled(retry_after),
            ConfirmError::Unavailable(unavailable) => unavailable.into(),
        }
    }
}

impl From<TwoStepError> for Problem {
    fn from(error: TwoStepError) -> Self {
        match error {
            TwoStepError::NotConfirmed(error) => error.into(),
            TwoStepError::WrongState => Problem::new(
                StatusCode::CONFLICT,
                "two_step_state",
                "Two-step sign-in is on already, is off, or was not begun. Look again.",
            ),
            TwoStepError::WrongCode => Problem::new(
                StatusCode::UNPROCESSABLE_ENTITY,
                "wrong_code",
                "The code is wrong. Is the clock of the device right?",
            ),
            TwoStepError::Unavailable(unavailable) => unavailable.into(),
        }
    }
}

impl From<PasskeyError> for Problem {
    fn from(error: PasskeyError) -> Self {
        let problem = Problem::new;
        match error {
            PasskeyError::NotConfirmed(error) => error.into(),
            PasskeyError::NotSetUp => problem(
                StatusCode::CONFLICT,
                "passkeys_not_set_up",
                "Whoever runs the server says with `--url` at which address browsers reach it.".to_owned(),
            ),
            PasskeyError::NotBegun => problem(
                StatusCode::UNPROCESSABLE_ENTITY,
                "passkey_not_begun",
                "This took too long. Begin again.".to_owned(),
            ),
            PasskeyError::NotAccepted => problem(
                StatusCode::UNPROCESSABLE_ENTITY,
                "passkey_not_accepted",
                "The browser's answer is not what it was asked for.".to_owned(),
            ),
            PasskeyError::BadName => problem(
                StatusCode::UNPROCESSABLE_ENTITY,
                "passkey_name",
                format!("A passkey has a name of 1 to {PASSKEY_NAME_CHARS_AT_MOST} characters on one line."),
            )
            .with("limit", PASSKEY_NAME_CHARS_AT_MOST),
            PasskeyError::TooMany => problem(
                StatusCode::CONFLICT,
                "too_many_passkeys",
                format!("There may be at most {PASSKEYS_AT_MOST} passkeys. Remove one first."),
            )
            .with("limit", PASSKEYS_AT_MOST),
            PasskeyError::NotFound => problem(
                StatusCode::NOT_FOUND,
                "not_found",
                "There is no such passkey.".to_owned(),
            ),
            PasskeyError::NoPasskey => problem(
                StatusCode::UNPROCESSABLE_ENTITY,
                "no_passkey",
                "There is no passkey that could answer.".to_owned(),
            ),
            PasskeyError::Unavailable(unavailable) => unavailable.into(),
        }
    }
}

impl From<UnlockError> for Problem {
    fn from(error: UnlockError) -> Self {
        match error {
            UnlockError::Wrong { left } => Problem::new(
                StatusCode::UNPROCESSABLE_ENTITY,
                "wrong_pin",
                format!("The PIN or the passkey is wrong. After {left} more wrong PINs the session ends."),
            )
            .with("left", left),
            UnlockError::Over => Problem::not_signed_in(),
            UnlockError::NoPin => Problem::new(
                StatusCode::UNPROCESSABLE_ENTITY,
                "no_pin",
                "There is no PIN: unlock by a passkey, or sign in again.",
            ),
            UnlockError::Unavailable(unavailable) => unavailable.into(),
        }
    }
}

impl From<PinError> for Problem {
    fn from(error: PinError) -> Self {
        match error {
            PinError::NotConfirmed(error) => error.into(),
            PinError::Refused(rule) => {
                let (rule, detail) = match rule {
                    PinRule::NotDigits => (
                        "not_digits",
                        format!(
                            "A PIN has {PIN_DIGITS_AT_LEAST} to {PIN_DIGITS_AT_MOST} digits and nothing else."
                        ),
                    ),
                    PinRule::TooSimple => (
                        "too_simple",
                        "A PIN is not one digit again and again, and not digits in a row."
                            .to_owned(),
                    ),
                };
                Problem::new(StatusCode::UNPROCESSABLE_ENTITY, "pin_refused", detail)
                    .with("rule", rule)
                    .with("at_least", PIN_DIGITS_AT_LEAST)
                    .with("at_most", PIN_DIGITS_AT_MOST)
            }
            PinError::Unavailable(unavailable) => unavailable.into(),
        }
    }
}
