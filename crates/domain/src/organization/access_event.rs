//! Who came in, who tried to, and who was refused: the facts of the organization's accesses stream.

use crate::UserId;
use crate::audit::Operation;
use crate::tagged::tagged;
use serde::{Deserialize, Serialize};

tagged! {
    /// An access to the organization.
    pub enum Access {
        "signed_in" => SignedIn,
        "sign_in_failed" => SignInFailed,
        "signed_out" => SignedOut,
        "enrolled" => Enrolled,
        "password_changed" => PasswordChanged,
        "session_locked" => SessionLocked,
        "session_unlocked" => SessionUnlocked,
        "session_unlock_failed" => SessionUnlockFailed,
        "session_ended" => SessionEnded,
        "sessions_ended" => SessionsEnded,
        "two_step_enabled" => TwoStepEnabled,
        "two_step_disabled" => TwoStepDisabled,
        "recovery_codes_renewed" => RecoveryCodesRenewed,
        "passkey_added" => PasskeyAdded,
        "passkey_removed" => PasskeyRemoved,
        "pin_set" => PinSet,
        "pin_removed" => PinRemoved,
        "factors_removed" => FactorsRemoved,
        "refused" => Refused,
        "server_started" => ServerStarted,
    }
}

/// Somebody signed in.
#[derive(Clone, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SignedIn {
    /// Who.
    pub user: UserId,
    /// By what they proved who they are.
    #[serde(default)]
    pub method: SignInMethod,
    /// What they proved it by besides, where they did.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub second_factor: Option<SecondFactor>,
}

/// By what somebody proves who they are.
#[derive(Clone, Copy, Default, PartialEq, Eq, Debug, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum SignInMethod {
    /// The password of a local account. Entries from before there was anything else mean this.
    #[default]
    Password,
    /// A passkey of a local account.
    Passkey,
    /// The hospital's own sign-in, by OpenID Connect.
    Oidc,
    /// Microsoft Teams.
    Teams,
}

/// What somebody proves besides a right password.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum SecondFactor {
    /// A code of an authenticator app.
    Code,
    /// A recovery code, which is used up.
    RecoveryCode,
    /// A passkey.
    Passkey,
}

/// Somebody tried to sign in. The name that was typed is kept only where it is a user's: people type passwords there.
#[derive(Clone, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SignInFailed {
    /// Whose account.
    pub user: Option<UserId>,
    /// Why: `wrong_credentials`, `wrong_second_factor`, `throttled`, `disabled`.
    pub reason: String,
}

/// Somebody signed out.
#[derive(Clone, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SignedOut {
    /// Who.
    pub user: UserId,
}

/// Somebody set their password with a one-time link.
#[derive(Clone, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Enrolled {
    /// Who.
    pub user: UserId,
}

/// Somebody changed their password.
#[derive(Clone, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PasswordChanged {
    /// Who.
    pub user: UserId,
}

/// A session was locked: it does nothing until it is unlocked.
#[derive(Clone, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SessionLocked {
    /// Whose.
    pub user: UserId,
    /// Nobody did anything in it for as long as the policy allows; false where its person locked it.
    pub idle: bool,
}

/// A session was unlocked.
#[derive(Clone, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SessionUnlocked {
    /// Whose.
    pub user: UserId,
    /// By what its person proved to be there again.
    pub by: UnlockMethod,
}

/// By what a person proves to be back at their session.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum UnlockMethod {
    /// Their PIN.
    Pin,
    /// One of their passkeys.
    Passkey,
}

/// Somebody tried to unlock a session.
#[derive(Clone, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SessionUnlockFailed {
    /// Whose.
    pub user: UserId,
    /// It was tried too often: the session is over.
    pub ended: bool,
}

/// Somebody ended another session of their own.
#[derive(Clone, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SessionEnded {
    /// Whose.
    pub user: UserId,
    /// Which, as the entries of that session name it.
    pub session: String,
}

/// An administrator ended all sessions of somebody.
#[derive(Clone, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SessionsEnded {
    /// Whose.
    pub user: UserId,
}

/// Somebody will be asked for a code besides their password from now on.
#[derive(Clone, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct TwoStepEnabled {
    /// Who.
    pub user: UserId,
}

/// Somebody is no longer asked for a code besides their password.
#[derive(Clone, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct TwoStepDisabled {
    /// Who.
    pub user: UserId,
}

/// Somebody got other recovery codes: the former ones are no longer good.
#[derive(Clone, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RecoveryCodesRenewed {
    /// Who.
    pub user: UserId,
}

/// Somebody added a passkey.
#[derive(Clone, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PasskeyAdded {
    /// Who.
    pub user: UserId,
    /// What they call it.
    pub name: String,
}

/// Somebody removed one of their passkeys.
#[derive(Clone, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PasskeyRemoved {
    /// Who.
    pub user: UserId,
    /// What they called it.
    pub name: String,
}

/// Somebody chose the PIN that unlocks their sessions.
#[derive(Clone, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PinSet {
    /// Who.
    pub user: UserId,
}

/// Somebody has no PIN any more.
#[derive(Clone, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PinRemoved {
    /// Who.
    pub user: UserId,
}

/// An administrator removed somebody's codes, passkeys and PIN, as when their telephone is lost; their sessions ended.
#[derive(Clone, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct FactorsRemoved {
    /// Whose.
    pub user: UserId,
}

/// Somebody was refused.
#[derive(Clone, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Refused {
    /// What they wanted.
    pub action: String,
    /// The refusal's code.
    pub code: String,
}

/// The server started: views that it left open at a crash ended before this.
#[derive(Clone, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ServerStarted {
    /// The version of the product.
    pub version: String,
}

impl Access {
    /// The operation that the access is journalled under.
    pub const fn operation(&self) -> Operation {
        match self {
            Access::SignedIn(_) => Operation::SignIn,
            Access::SignInFailed(_) => Operation::SignInFail,
            Access::SignedOut(_) => Operation::SignOut,
            Access::Enrolled(_) => Operation::UserEnrol,
            Access::PasswordChanged(_) => Operation::UserPasswordChange,
            Access::SessionLocked(_) => Operation::SessionLock,
            Access::SessionUnlocked(_) => Operation::SessionUnlock,
            Access::SessionUnlockFailed(_) => Operation::SessionUnlockFail,
            Access::SessionEnded(_) => Operation::SessionEnd,
            Access::SessionsEnded(_) => Operation::UserSessionsEnd,
            Access::TwoStepEnabled(_) => Operation::UserTwoStepEnable,
            Access::TwoStepDisabled(_) => Operation::UserTwoStepDisable,
            Access::RecoveryCodesRenewed(_) => Operation::UserRecoveryCodesRenew,
            Access::PasskeyAdded(_) => Operation::UserPasskeyAdd,
            Access::PasskeyRemoved(_) => Operation::UserPasskeyRemove,
            Access::PinSet(_) => Operation::UserPinSet,
            Access::PinRemoved(_) => Operation::UserPinRemove,
            Access::FactorsRemoved(_) => Operation::UserFactorsRemove,
            Access::Refused(_) => Operation::AccessRefuse,
            Access::ServerStarted(_) => Operation::ServerStart,
        }
    }
}
