//! Two-step sign-in: a code of an authenticator app, a recovery code or a passkey besides the password.

use crate::accounts::{Accounts, busy};
use crate::ceremony::SecondStep;
use crate::passwords::ConfirmError;
use crate::recovery;
use crate::secret::Token;
use crate::sessions::Session;
use crate::totp::{self, SECRET_BYTES, Secret};
use domain::UserId;
use domain::organization::access_event::{
    Access, RecoveryCodesRenewed, SecondFactor, SignInMethod, SignedIn, TwoStepDisabled,
    TwoStepEnabled,
};
use jiff::{SignedDuration, Timestamp};
use journal::{Client, RecordChange, Table};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use service::{Caller, Unavailable};
use std::fmt;
use zeroize::Zeroizing;

/// What an authenticator app calls the product.
const ISSUER: &str = "Patients";
/// Wrong answers after which the password is asked for again.
const WRONG_AT_MOST: u8 = 5;

/// A sign-in whose password was right, and which awaits its second factor for five minutes.
pub struct Challenge {
    /// What is to be sent with the second factor.
    pub token: Token,
    /// A passkey does as well as a code.
    pub passkey: bool,
}

/// Shows no token.
impl fmt::Debug for Challenge {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Challenge").finish_non_exhaustive()
    }
}

/// What is proved besides a password.
pub enum SecondProof {
    /// A code of the authenticator app.
    Code(Zeroizing<String>),
    /// A recovery code.
    RecoveryCode(Zeroizing<String>),
    /// A passkey's answer, as the browser gives it as JSON.
    Passkey(Value),
}

/// Why the second step did not succeed.
#[derive(Debug, thiserror::Error)]
pub enum SecondStepError {
    /// It was not begun, took too long or failed too often: the password is asked for again.
    #[error("the sign-in is to be begun again")]
    NotBegun,
    /// The code or the passkey is wrong.
    #[error("the second factor is wrong")]
    Wrong,
    /// Too many failures: to be tried again later.
    #[error("to be tried again in {} s", retry_after.as_secs())]
    Throttled {
        /// How long to wait.
        retry_after: SignedDuration,
    },
    /// The storage refuses.
    #[error(transparent)]
    Unavailable(#[from] Unavailable),
}

/// What an authenticator app has to be told, once.
pub struct AppSecret {
    /// The secret, as it is typed.
    pub text: Zeroizing<String>,
    /// The secret and what belongs to it, as a QR code says it.
    pub uri: Zeroizing<String>,
}

/// Why two-step sign-in was not turned on, off or renewed.
#[derive(Debug, thiserror::Error)]
pub enum TwoStepError {
    /// They did not prove that they are there.
    #[error(transparent)]
    NotConfirmed(#[from] ConfirmError),
    /// It is on already; or it was not begun, or is not on.
    #[error("two-step sign-in is not in the state for this")]
    WrongState,
    /// The code is wrong.
    #[error("the code is wrong")]
    WrongCode,
    /// The storage refuses.
    #[error(transparent)]
    Unavailable(#[from] Unavailable),
}

/// An authenticator app, as it is kept: sealed.
#[derive(Serialize, Deserialize)]
struct KeptApp {
    secret: [u8; SECRET_BYTES],
    /// The last step whose code was used; 0 for none.
    step: i64,
}

impl Accounts {
    /// Whether somebody is asked for more than their password.
    pub(crate) async fn has_two_steps(&self, user: UserId) -> Result<bool, Unavailable> {
        let record = self
            .journal()
            .get_record(Table::Authenticator, &place(user));
        Ok(record.await?.is_some())
    }

    /// How many recovery codes somebody has left.
    pub(crate) async fn count_recovery_codes(&self, user: UserId) -> Result<usize, Unavailable> {
        Ok(self.recovery_hashes(user).await?.len())
    }

    /// Finishes a sign-in whose password was right. Success and failure are journalled before the answer.
    ///
    /// # Errors
    /// See [`SecondStepError`].
    pub async fn finish_sign_in(
        &self,
        challenge: &str,
        proof: SecondProof,
        client: Client,
    ) -> Result<(Token, Session), SecondStepError> {
        let begun = |now| {
            self.ceremonies
                .find_second_step(challenge, now)
                .ok_or(SecondStepError::NotBegun)
        };
        let user = begun(Timestamp::now())?.user;
        let _turn = self.turns.wait(&format!("factor {user}")).await;
        let now = Timestamp::now();
        let step = begun(now)?;
        if let Some(retry_after) = self.wait(&step.keys, now).await? {
            self.sign_in_failed(Some(user), client, "throttled").await?;
            return Err(SecondStepError::Throttled { retry_after });
        }
        let proved = self.prove(&step, proof, now).await?;
        let Some(factor) = proved.filter(|_| self.is_open(user)) else {
            self.note_failure(&step.keys, now).await?;
            if step.wrong + 1 >= WRONG_AT_MOST {
                drop(self.ceremonies.take(challenge, now));
            } else {
                self.ceremonies.change_second_step(challenge, |step| {
                    step.wrong += 1;
                    step.passkey = None;
                });
            }
            self.sign_in_failed(Some(user), client, "wrong_second_factor")
                .await?;
            return Err(SecondStepError::Wrong);
        };
        drop(self.ceremonies.take(challenge, now));
        self.forget_failures(&step.keys).await?;
        let signed_in = SignedIn {
            user,
            method: SignInMethod::Password,
            second_factor: Some(factor),
        };
        Ok(self.begin_session(signed_in, client).await?)
    }

    /// What is proved, where it is: used up in the same step.
    async fn prove(
        &self,
        step: &SecondStep,
        proof: SecondProof,
        now: Timestamp,
    ) -> Result<Option<SecondFactor>, Unavailable> {
        let (is_right, factor) = match proof {
            SecondProof::Code(code) => (
                self.use_code(step.user, &code, now).await?,
                SecondFactor::Code,
            ),
            SecondProof::RecoveryCode(code) => (
                self.use_recovery_code(step.user, &code).await?,
                SecondFactor::RecoveryCode,
            ),
            SecondProof::Passkey(answer) => {
                let is_right = match &step.passkey {
                    Some(state) => self.is_passkey_of(step.user, answer, state).await?,
                    None => false,
                };
                (is_right, SecondFactor::Passkey)
            }
        };
        Ok(is_right.then_some(factor))
    }

    /// Begins with an authenticator app: its secret is shown once, and does nothing until a code confirms it.
    ///
    /// # Errors
    /// See [`TwoStepError`].
    pub async fn begin_two_steps(
        &self,
        caller: &Caller,
        token: &str,
        password: Zeroizing<String>,
    ) -> Result<AppSecret, TwoStepError> {
        self.confirm(caller, token, password).await?;
        if self.has_two_steps(caller.user).await? {
            return Err(TwoStepError::WrongState);
        }
        let secret = Secret::fresh().map_err(busy)?;
        let app = KeptApp {
            secret: *secret.0,
            step: 0,
        };
        self.keep_app(&place_of_new(caller.user), &app).await?;
        Ok(AppSecret {
            text: secret.text(),
            uri: totp::uri(&secret, ISSUER, &self.sign_in_name(caller.user)),
        })
    }

    /// Confirms the authenticator app by a code of it: from now on it is asked for. Returns the recovery codes, to be shown once.
    ///
    /// # Errors
    /// See [`TwoStepError`].
    pub async fn confirm_two_steps(
        &self,
        caller: &Caller,
        code: &str,
    ) -> Result<Vec<Zeroizing<String>>, TwoStepError> {
        let user = caller.user;
        let _turn = self.turns.wait(&format!("factor {user}")).await;
        let new = place_of_new(user);
        if self.has_two_steps(user).await? {
            return Err(TwoStepError::WrongState);
        }
        let app = self.app(&new).await?.ok_or(TwoStepError::WrongState)?;
        let step = Secret(Zeroizing::new(app.secret))
            .find_step(code, Timestamp::now(), app.step)
            .ok_or(TwoStepError::WrongCode)?;
        let (codes, kept) = fresh_codes()?;
        let sealed = self.sealed_app(&place(user), &KeptApp { step, ..app })?;
        let changes = vec![
            put(Table::Authenticator, place(user), Some(sealed)),
            put(Table::RecoveryCodes, place(user), Some(kept)),
            put(Table::Authenticator, new, None),
        ];
        self.journal()
            .put_records(changes)
            .await
            .map_err(Unavailable::from)?;
        let enabled = Access::TwoStepEnabled(TwoStepEnabled { user });
        self.service.record_access(caller, &enabled).await?;
        Ok(codes)
    }

    /// Turns two-step sign-in off.
    ///
    /// # Errors
    /// See [`TwoStepError`].
    pub async fn end_two_steps(
        &self,
        caller: &Caller,
        token: &str,
        password: Zeroizing<String>,
    ) -> Result<(), TwoStepError> {
        self.confirm(caller, token, password).await?;
        if !self.has_two_steps(caller.user).await? {
            return Err(TwoStepError::WrongState);
        }
        let removal = removal_of_two_steps(caller.user);
        self.journal()
            .put_records(removal)
            .await
            .map_err(Unavailable::from)?;
        let disabled = Access::TwoStepDisabled(TwoStepDisabled { user: caller.user });
        Ok(self.service.record_access(caller, &disabled).await?)
    }

    /// Other recovery codes; the former ones are no longer good.
    ///
    /// # Errors
    /// See [`TwoStepError`].
    pub async fn renew_recovery_codes(
        &self,
        caller: &Caller,
        token: &str,
        password: Zeroizing<String>,
    ) -> Result<Vec<Zeroizing<String>>, TwoStepError> {
        self.confirm(caller, token, password).await?;
        if !self.has_two_steps(caller.user).await? {
            return Err(TwoStepError::WrongState);
        }
        let (codes, kept) = fresh_codes()?;
        let change = put(Table::RecoveryCodes, place(caller.user), Some(kept));
        self.journal()
            .put_records(vec![change])
            .await
            .map_err(Unavailable::from)?;
        let renewed = Access::RecoveryCodesRenewed(RecoveryCodesRenewed { user: caller.user });
        self.service.record_access(caller, &renewed).await?;
        Ok(codes)
    }

    /// Whether a code is right and was not used: it is used up before this returns.
    async fn use_code(
        &self,
        user: UserId,
        code: &str,
        now: Timestamp,
    ) -> Result<bool, Unavailable> {
        let Some(app) = self.app(&place(user)).await? else {
            return Ok(false);
        };
        let secret = Secret(Zeroizing::new(app.secret));
        let Some(step) = secret.find_step(code, now, app.step) else {
            return Ok(false);
        };
        self.keep_app(&place(user), &KeptApp { step, ..app })
            .await?;
        Ok(true)
    }

    async fn use_recovery_code(&self, user: UserId, code: &str) -> Result<bool, Unavailable> {
        let mut hashes = self.recovery_hashes(user).await?;
        let typed = recovery::hash(code);
        let before = hashes.len();
        hashes.retain(|hash| *hash != typed);
        if hashes.len() == before {
            return Ok(false);
        }
        let kept = serde_json::to_vec(&hashes).map_err(busy)?;
        let change = put(Table::RecoveryCodes, place(user), Some(kept));
        self.journal().put_records(vec![change]).await?;
        Ok(true)
    }

    async fn recovery_hashes(&self, user: UserId) -> Result<Vec<String>, Unavailable> {
        let record = self
            .journal()
            .get_record(Table::RecoveryCodes, &place(user));
        Ok(record
            .await?
            .and_then(|bytes| serde_json::from_slice(&bytes).ok())
            .unwrap_or_default())
    }

    async fn app(&self, place: &str) -> Result<Option<KeptApp>, Unavailable> {
        let record = self
            .journal()
            .get_record(Table::Authenticator, place)
            .await?;
        let Some(sealed) = record else {
            return Ok(None);
        };
        let plain = self.service.sealer().open(&sealed_as(place), &sealed);
        let plain = plain.map_err(busy)?;
        serde_json::from_slice(&plain).map(Some).map_err(busy)
    }

    async fn keep_app(&self, place: &str, app: &KeptApp) -> Result<(), Unavailable> {
        let sealed = self.sealed_app(place, app)?;
        let change = put(Table::Authenticator, place.to_owned(), Some(sealed));
        Ok(self.journal().put_records(vec![change]).await?)
    }

    fn sealed_app(&self, place: &str, app: &KeptApp) -> Result<Vec<u8>, Unavailable> {
        let plain = Zeroizing::new(serde_json::to_vec(app).map_err(busy)?);
        let sealed = self.service.sealer().seal(&sealed_as(place), &plain);
        sealed.map_err(busy)
    }
}

/// What removes somebody's authenticator app and recovery codes.
pub(crate) fn removal_of_two_steps(user: UserId) -> Vec<RecordChange> {
    vec![
        put(Table::Authenticator, place(user), None),
        put(Table::Authenticator, place_of_new(user), None),
        put(Table::RecoveryCodes, place(user), None),
    ]
}

/// Fresh recovery codes, and what is kept of them.
fn fresh_codes() -> Result<(Vec<Zeroizing<String>>, Vec<u8>), Unavailable> {
    let codes = recovery::fresh().map_err(busy)?;
    let hashes: Vec<String> = codes.iter().map(|code| recovery::hash(code)).collect();
    let kept = serde_json::to_vec(&hashes).map_err(busy)?;
    Ok((codes, kept))
}

fn place(user: UserId) -> String {
    user.to_string()
}

/// Where an app is kept that no code has confirmed yet.
fn place_of_new(user: UserId) -> String {
    format!("{user}/new")
}

fn sealed_as(place: &str) -> String {
    format!("authenticator/{place}")
}

fn put(table: Table, key: String, value: Option<Vec<u8>>) -> RecordChange {
    RecordChange { table, key, value }
}
