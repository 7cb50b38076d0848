//! How one proves who one is: two-step sign-in, passkeys and PIN of one's own account.

use crate::app::App;
use crate::authorization::{Authorized, needs};
use crate::body::Json;
use crate::problem::{Problem, ProblemDetails};
use axum::extract::State;
use axum::http::StatusCode;
use jiff::Timestamp;
use qrcodegen::{QrCode, QrCodeEcc};
use serde::{Deserialize, Serialize};
use std::fmt::Write;
use zeroize::Zeroizing;

/// How one proves who one is.
#[derive(Serialize, utoipa::ToSchema)]
pub(crate) struct MyFactors {
    /// There is a password.
    password: bool,
    /// A code is asked for besides it.
    two_steps: bool,
    /// How many recovery codes are left.
    recovery_codes: usize,
    /// There is a PIN that unlocks sessions.
    pin: bool,
    /// Passkeys, the oldest first.
    passkeys: Vec<MyPasskey>,
    /// The origin that passkeys are for; null where the operator has not set them up.
    passkey_origin: Option<String>,
}

/// A passkey of one's own.
#[derive(Serialize, utoipa::ToSchema)]
pub(crate) struct MyPasskey {
    id: String,
    /// What its person calls it.
    name: String,
    /// When it was added.
    #[schema(value_type = String, format = DateTime)]
    added: Timestamp,
    /// When it was last used; null for never.
    #[schema(value_type = Option<String>, format = DateTime)]
    used: Option<Timestamp>,
}

/// Proves that its person is there who changes how they sign in.
#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Confirmation {
    /// The password; may be left out where there is none and one signed in within the last ten minutes.
    #[serde(default)]
    password: String,
}

impl Confirmation {
    pub(crate) fn password(self) -> Zeroizing<String> {
        Zeroizing::new(self.password)
    }
}

/// What an authenticator app has to be told. It is shown only once.
#[derive(Serialize, utoipa::ToSchema)]
pub(crate) struct AuthenticatorSecret {
    /// The secret, to be typed.
    secret: String,
    /// The same with all that belongs to it.
    uri: String,
    /// The same as a QR code.
    qr: Qr,
}

/// A QR code, to be drawn with a white margin of four.
#[derive(Serialize, utoipa::ToSchema)]
pub(crate) struct Qr {
    /// Modules of a side.
    size: i32,
    /// The dark modules, as the `d` of an SVG path whose unit is a module.
    path: String,
}

/// A code of an authenticator app.
#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Code {
    code: String,
}

/// Recovery codes. They are shown only once.
#[derive(Serialize, utoipa::ToSchema)]
pub(crate) struct RecoveryCodes {
    recovery_codes: Vec<String>,
}

impl RecoveryCodes {
    fn of(codes: &[Zeroizing<String>]) -> axum::Json<Self> {
        axum::Json(Self {
            recovery_codes: codes.iter().map(|code| code.to_string()).collect(),
        })
    }
}

/// A PIN.
#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NewPin {
    /// At least six digits.
    pin: String,
    /// The password; may be left out where there is none and one signed in within the last ten minutes.
    #[serde(default)]
    password: String,
}

/// Says how one proves who one is.
#[utoipa::path(get, operation_id = "read_my_factors", path = "/api/me/factors", tag = "session", responses(
    (status = 200, description = "How", body = MyFactors),
))]
pub(crate) async fn read(
    State(app): State<App>,
    signed_in: Authorized<needs::Oneself>,
) -> Result<axum::Json<MyFactors>, Problem> {
    let factors = app.accounts.factors(signed_in.caller.user).await?;
    let passkeys = factors.passkeys.into_iter().map(|passkey| MyPasskey {
        id: passkey.id,
        name: passkey.name,
        added: passkey.added,
        used: passkey.used,
    });
    Ok(axum::Json(MyFactors {
        password: factors.password,
        two_steps: factors.two_steps,
        recovery_codes: factors.recovery_codes,
        pin: factors.pin,
        passkeys: passkeys.collect(),
        passkey_origin: app.accounts.passkey_origin().map(str::to_owned),
    }))
}

/// Begins with two-step sign-in: what to tell an authenticator app.
#[utoipa::path(post, operation_id = "begin_two_steps", path = "/api/me/two-steps", tag = "session", request_body = Confirmation, responses(
    (status = 200, description = "What to tell the app, shown only once", body = AuthenticatorSecret),
    (status = 409, description = "It is on already", body = ProblemDetails),
    (status = 422, description = "The password is wrong", body = ProblemDetails),
))]
pub(crate) async fn begin_two_steps(
    State(app): State<App>,
    signed_in: Authorized<needs::Oneself>,
    Json(confirmation): Json<Confirmation>,
) -> Result<axum::Json<AuthenticatorSecret>, Problem> {
    let (caller, token) = (&signed_in.caller, &signed_in.token);
    let begun = app
        .accounts
        .begin_two_steps(caller, token, confirmation.password())
        .await?;
    Ok(axum::Json(AuthenticatorSecret {
        qr: draw(&begun.uri)?,
        secret: begun.text.to_string(),
        uri: begun.uri.to_string(),
    }))
}

/// Turns two-step sign-in on, by a code that proves that the app was told.
#[utoipa::path(post, operation_id = "confirm_two_steps", path = "/api/me/two-steps/confirmation", tag = "session", request_body = Code, responses(
    (status = 200, description = "It is on; the recovery codes, shown only once", body = RecoveryCodes),
    (status = 409, description = "It was not begun, or is on already", body = ProblemDetails),
    (status = 422, description = "The code is wrong", body = ProblemDetails),
))]
pub(crate) async fn confirm_two_steps(
    State(app): State<App>,
    signed_in: Authorized<needs::Oneself>,
    Json(code): Json<Code>,
) -> Result<axum::Json<RecoveryCodes>, Problem> {
    let code = Zeroizing::new(code.code);
    let codes = app
        .accounts
        .confirm_two_steps(&signed_in.caller, &code)
        .await?;
    Ok(RecoveryCodes::of(&codes))
}

/// Turns two-step sign-in off.
#[utoipa::path(post, operation_id = "end_two_steps", path = "/api/me/two-steps/end", tag = "session", request_body = Confirmation, responses(
    (status = 204, description = "It is off"),
    (status = 409, description = "It is off already", body = ProblemDetails),
    (status = 422, description = "The password is wrong", body = ProblemDetails),
))]
pub(crate) async fn end_two_steps(
    State(app): State<App>,
    signed_in: Authorized<needs::Oneself>,
    Json(confirmation): Json<Confirmation>,
) -> Result<StatusCode, Problem> {
    let (caller, token) = (&signed_in.caller, &signed_in.token);
    app.accounts
        .end_two_steps(caller, token, confirmation.password())
        .await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Makes other recovery codes; the former ones end.
#[utoipa::path(post, operation_id = "renew_recovery_codes", path = "/api/me/two-steps/recovery-codes", tag = "session", request_body = Confirmation, responses(
    (status = 200, description = "The recovery codes, shown only once", body = RecoveryCodes),
    (status = 409, description = "Two-step sign-in is off", body = ProblemDetails),
    (status = 422, description = "The password is wrong", body = ProblemDetails),
))]
pub(crate) async fn renew_recovery_codes(
    State(app): State<App>,
    signed_in: Authorized<needs::Oneself>,
    Json(confirmation): Json<Confirmation>,
) -> Result<axum::Json<RecoveryCodes>, Problem> {
    let (caller, token) = (&signed_in.caller, &signed_in.token);
    let codes = app
        .accounts
        .renew_recovery_codes(caller, token, confirmation.password())
        .await?;
    Ok(RecoveryCodes::of(&codes))
}

/// Sets the PIN that unlocks one's sessions.
#[utoipa::path(put, operation_id = "set_pin", path = "/api/me/pin", tag = "session", request_body = NewPin, responses(
    (status = 204, description = "Set"),
    (status = 422, description = "The password is wrong, or the PIN is not accepted", body = ProblemDetails),
))]
pub(crate) async fn set_pin(
    State(app): State<App>,
    signed_in: Authorized<needs::Oneself>,
    Json(new): Json<NewPin>,
) -> Result<StatusCode, Problem> {
    let (password, pin) = (Zeroizing::new(new.password), Zeroizing::new(new.pin));
    app.accounts
        .set_pin(&signed_in.caller, &signed_in.token, password, pin)
        .await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Removes one's PIN.
#[utoipa::path(delete, operation_id = "remove_pin", path = "/api/me/pin", tag = "session", responses(
    (status = 204, description = "Removed"),
))]
pub(crate) async fn remove_pin(
    State(app): State<App>,
    signed_in: Authorized<needs::Oneself>,
) -> Result<StatusCode, Problem> {
    app.accounts.remove_pin(&signed_in.caller).await?;
    Ok(StatusCode::NO_CONTENT)
}

fn draw(text: &str) -> Result<Qr, Problem> {
    let code = QrCode::encode_text(text, QrCodeEcc::Medium).map_err(|_| {
        Problem::new(
            StatusCode::UNPROCESSABLE_ENTITY,
            "malformed",
            "The name that one signs in with is too long for a QR code.",
        )
    })?;
    let mut path = String::new();
    for y in 0..code.size() {
        for x in (0..code.size()).filter(|x| code.get_module(*x, y)) {
            // Writing to a string does not fail.
            let _is_written = write!(path, "M{x} {y}h1v1h-1z").is_ok();
        }
    }
    Ok(Qr {
        size: code.size(),
        path,
    })
}
