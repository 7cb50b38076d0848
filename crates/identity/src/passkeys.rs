//! Passkeys (WebAuthn): adding them, removing them, and what they answer.

use crate::accounts::{Accounts, busy};
use crate::ceremony::Ceremony;
use crate::passwords::ConfirmError;
use crate::secret::{Token, hash_of};
use crate::sessions::Session;
use crate::tries::keys_of_password;
use crate::two_step::SecondStepError;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use domain::UserId;
use domain::organization::access_event::{
    Access, PasskeyAdded, PasskeyRemoved, SignInMethod, SignedIn,
};
use jiff::Timestamp;
use journal::{Client, RecordChange, Table};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use service::{Caller, Unavailable};
use url::Url;
use webauthn_rs::prelude::{
    AuthenticationResult, Passkey, PasskeyAuthentication, PublicKeyCredential,
    RegisterPublicKeyCredential, Webauthn, WebauthnBuilder, WebauthnError,
};
use zeroize::Zeroizing;

/// Characters of a passkey's name at most.
pub const PASSKEY_NAME_CHARS_AT_MOST: usize = 60;
/// Passkeys of a person at most: more than they have devices.
pub const PASSKEYS_AT_MOST: usize = 20;

/// Whom browsers make passkeys for: this installation, at its own address.
pub(crate) struct Relying {
    webauthn: Webauthn,
    origin: String,
}

/// No passkeys can be made for an address.
#[derive(Debug, thiserror::Error)]
#[error("passkeys need an address with a host name, as https://patients.example.org, and not {0}")]
pub struct NoHostName(String);

/// A passkey as its person sees it.
pub struct PasskeyView {
    /// Names it among the person's own.
    pub id: String,
    /// What its person calls it.
    pub name: String,
    /// When it was added.
    pub added: Timestamp,
    /// When it was last used.
    pub used: Option<Timestamp>,
}

/// A passkey as it is kept.
#[derive(Serialize, Deserialize)]
pub(crate) struct KeptPasskey {
    name: String,
    added: Timestamp,
    used: Option<Timestamp>,
    passkey: Passkey,
}

/// What a browser is to be asked, and the token under which its answer is awaited.
pub struct PasskeyRequest {
    /// To be sent with the answer.
    pub token: Token,
    /// What the browser's own functions take (`PublicKeyCredentialCreationOptionsJSON` or `…RequestOptionsJSON`).
    pub options: Value,
}

/// Why nothing was done with a passkey.
#[derive(Debug, thiserror::Error)]
pub enum PasskeyError {
    /// They did not prove that they are there.
    #[error(transparent)]
    NotConfirmed(#[from] ConfirmError),
    /// The operator has not said at which address browsers reach this installation, so that passkeys cannot be made for it.
    #[error("passkeys are not set up")]
    NotSetUp,
    /// It was not begun, or took too long.
    #[error("to be begun again")]
    NotBegun,
    /// The browser's answer is not what was asked for.
    #[error("the passkey's answer is not accepted")]
    NotAccepted,
    /// The name is empty, too long, or holds a control character.
    #[error("the name is not accepted")]
    BadName,
    /// There are as many as there may be.
    #[error("there are too many passkeys")]
    TooMany,
    /// There is no such passkey.
    #[error("there is no such passkey")]
    NotFound,
    /// They have none.
    #[error("there is no passkey")]
    NoPasskey,
    /// The storage refuses.
    #[error(transparent)]
    Unavailable(#[from] Unavailable),
}

impl Accounts {
    /// The same, with passkeys for the address at which browsers reach this installation.
    ///
    /// # Errors
    /// The address has no host name: browsers make no passkeys for a number.
    pub fn with_passkeys_at(mut self, address: &Url) -> Result<Self, NoHostName> {
        let refused = || NoHostName(address.to_string());
        let host = address.domain().ok_or_else(refused)?;
        let webauthn = WebauthnBuilder::new(host, address)
            .and_then(|builder| builder.rp_name("Patients").build())
            .map_err(|_| refused())?;
        self.relying = Some(Relying {
            webauthn,
            origin: address.origin().ascii_serialization(),
        });
        Ok(self)
    }

    /// The origin that passkeys are for; none where the operator named no address.
    pub fn passkey_origin(&self) -> Option<&str> {
        self.relying.as_ref().map(|relying| &*relying.origin)
    }

    /// Begins to add a passkey.
    ///
    /// # Errors
    /// See [`PasskeyError`].
    pub async fn begin_passkey(
        &self,
        caller: &Caller,
        token: &str,
        password: Zeroizing<String>,
    ) -> Result<PasskeyRequest, PasskeyError> {
        let relying = self.relying.as_ref().ok_or(PasskeyError::NotSetUp)?;
        self.confirm(caller, token, password).await?;
        let kept = self.passkeys_of(caller.user).await?;
        if kept.len() >= PASSKEYS_AT_MOST {
            return Err(PasskeyError::TooMany);
        }
        let organization = self.service.organization();
        let account = organization.users.get(&caller.user);
        let account = account.ok_or(PasskeyError::NotFound)?;
        let known = kept.iter().map(|(_, kept)| kept.passkey.cred_id().clone());
        let begun = relying.webauthn.start_passkey_registration(
            caller.user.uuid(),
            &account.user,
            &account.name,
            Some(known.collect()),
        );
        let (options, state) = begun.map_err(busy)?;
        let mut options = options_of(&options)?;
        // Where the device can keep it so, the passkey says itself whose it is: nobody has to type a name then.
        if let Some(selection) = options.get_mut("authenticatorSelection") {
            selection["residentKey"] = "preferred".into();
        }
        let user = caller.user;
        let begun = Ceremony::Registration { user, state };
        let token = self.ceremonies.begin(begun, Timestamp::now());
        Ok(PasskeyRequest {
            token: token.map_err(busy)?,
            options,
        })
    }

    /// Adds the passkey that a browser made.
    ///
    /// # Errors
    /// See [`PasskeyError`].
    pub async fn add_passkey(
        &self,
        caller: &Caller,
        challenge: &str,
        name: &str,
        answer: Value,
    ) -> Result<(), PasskeyError> {
        let name = name.trim();
        let length = name.chars().count();
        if length == 0 || length > PASSKEY_NAME_CHARS_AT_MOST || name.chars().any(char::is_control)
        {
            return Err(PasskeyError::BadName);
        }
        let relying = self.relying.as_ref().ok_or(PasskeyError::NotSetUp)?;
        let now = Timestamp::now();
        let begun = self.ceremonies.take(challenge, now);
        let Some(Ceremony::Registration { user, state }) = begun else {
            return Err(PasskeyError::NotBegun);
        };
        if user != caller.user {
            return Err(PasskeyError::NotBegun);
        }
        let answer: RegisterPublicKeyCredential =
            serde_json::from_value(answer).map_err(|_| PasskeyError::NotAccepted)?;
        let passkey = relying
            .webauthn
            .finish_passkey_registration(&answer, &state)
            .map_err(|_| PasskeyError::NotAccepted)?;
        let id = id_of(passkey.cred_id());
        let kept = KeptPasskey {
            name: name.to_owned(),
            added: now,
            used: None,
            passkey,
        };
        self.keep_passkey(user, &id, &kept).await?;
        let name = kept.name;
        let added = Access::PasskeyAdded(PasskeyAdded { user, name });
        Ok(self.service.record_access(caller, &added).await?)
    }

    /// Removes one of the caller's passkeys.
    ///
    /// # Errors
    /// See [`PasskeyError`].
    pub async fn remove_passkey(&self, caller: &Caller, id: &str) -> Result<(), PasskeyError> {
        let user = caller.user;
        let kept = self.passkeys_of(user).await?;
        let found = kept.into_iter().find(|(known, _)| known == id);
        let (id, kept) = found.ok_or(PasskeyError::NotFound)?;
        let removal = RecordChange {
            table: Table::Passkey,
            key: place(user, &id),
            value: None,
        };
        self.journal()
            .put_records(vec![removal])
            .await
            .map_err(Unavailable::from)?;
        let name = kept.name;
        let removed = Access::PasskeyRemoved(PasskeyRemoved { user, name });
        Ok(self.service.record_access(caller, &removed).await?)
    }

    /// Begins to sign somebody in by a passkey, whoever they are.
    ///
    /// # Errors
    /// See [`PasskeyError`].
    pub fn begin_passkey_sign_in(&self) -> Result<PasskeyRequest, PasskeyError> {
        let relying = self.relying.as_ref().ok_or(PasskeyError::NotSetUp)?;
        let begun = relying.webauthn.start_discoverable_authentication();
        let (options, state) = begun.map_err(busy)?;
        let token = self
            .ceremonies
            .begin(Ceremony::SignIn(state), Timestamp::now());
        Ok(PasskeyRequest {
            token: token.map_err(busy)?,
            options: options_of(&options)?,
        })
    }

    /// Lets somebody in by what their passkey answered. Success and failure are journalled before the answer.
    ///
    /// # Errors
    /// See [`SecondStepError`].
    pub async fn sign_in_by_passkey(
        &self,
        challenge: &str,
        answer: Value,
        client: Client,
    ) -> Result<(Token, Session), SecondStepError> {
        // Nobody's name was typed: only the address is throttled.
        let mut keys = keys_of_password("", client);
        keys.retain(|(of, _)| *of == crate::throttle::Of::Address);
        let now = Timestamp::now();
        if let Some(retry_after) = self.wait(&keys, now).await? {
            self.sign_in_failed(None, client, "throttled").await?;
            return Err(SecondStepError::Throttled { retry_after });
        }
        let Some(Ceremony::SignIn(state)) = self.ceremonies.take(challenge, now) else {
            return Err(SecondStepError::NotBegun);
        };
        let answer = serde_json::from_value::<PublicKeyCredential>(answer).ok();
        let claimed = answer.as_ref().and_then(|answer| self.owner_of(answer));
        let mut proved = None;
        if let (Some(answer), Some(user), Some(relying)) = (&answer, claimed, &self.relying)
            && self.is_open(user)
        {
            let id = id_of(answer.get_credential_id());
            let kept = self.passkeys_of(user).await?;
            if let Some((id, kept)) = kept.into_iter().find(|(known, _)| *known == id) {
                let result = relying.webauthn.finish_discoverable_authentication_v2(
                    answer,
                    state,
                    &kept.passkey,
                );
                if self.use_passkey(user, &id, kept, result).await? {
                    proved = Some(user);
                }
            }
        }
        let Some(user) = proved else {
            self.note_failure(&keys, now).await?;
            self.sign_in_failed(claimed, client, "wrong_credentials")
                .await?;
            return Err(SecondStepError::Wrong);
        };
        let signed_in = SignedIn {
            user,
            method: SignInMethod::Passkey,
            second_factor: None,
        };
        Ok(self.begin_session(signed_in, client).await?)
    }

    /// What the browser is to be asked as the second factor of a sign-in.
    ///
    /// # Errors
    /// See [`PasskeyError`].
    pub async fn begin_second_step_by_passkey(
        &self,
        challenge: &str,
    ) -> Result<Value, PasskeyError> {
        let step = self
            .ceremonies
            .find_second_step(challenge, Timestamp::now())
            .ok_or(PasskeyError::NotBegun)?;
        let (options, state) = self.ask_passkeys_of(step.user).await?;
        self.ceremonies
            .change_second_step(challenge, |step| step.passkey = Some(state));
        Ok(options)
    }

    /// What a browser is to be asked so that one of somebody's passkeys answers.
    pub(crate) async fn ask_passkeys_of(
        &self,
        user: UserId,
    ) -> Result<(Value, PasskeyAuthentication), PasskeyError> {
        let relying = self.relying.as_ref().ok_or(PasskeyError::NotSetUp)?;
        let kept = self.passkeys_of(user).await?;
        if kept.is_empty() {
            return Err(PasskeyError::NoPasskey);
        }
        let passkeys: Vec<Passkey> = kept.into_iter().map(|(_, kept)| kept.passkey).collect();
        let begun = relying.webauthn.start_passkey_authentication(&passkeys);
        let (options, state) = begun.map_err(busy)?;
        Ok((options_of(&options)?, state))
    }

    /// Whether an answer is that of one of somebody's passkeys to what was asked.
    pub(crate) async fn is_passkey_of(
        &self,
        user: UserId,
        answer: Value,
        state: &PasskeyAuthentication,
    ) -> Result<bool, Unavailable> {
        let answer = serde_json::from_value::<PublicKeyCredential>(answer).ok();
        let (Some(answer), Some(relying)) = (answer, &self.relying) else {
            return Ok(false);
        };
        let id = id_of(answer.get_credential_id());
        let kept = self.passkeys_of(user).await?;
        // One that was removed meanwhile does not do, though it was asked for.
        let Some((id, kept)) = kept.into_iter().find(|(known, _)| *known == id) else {
            return Ok(false);
        };
        let result = relying
            .webauthn
            .finish_passkey_authentication(&answer, state);
        self.use_passkey(user, &id, kept, result).await
    }

    /// Keeps what an answer says of its passkey; false where it was no good answer.
    async fn use_passkey(
        &self,
        user: UserId,
        id: &str,
        mut kept: KeptPasskey,
        result: Result<AuthenticationResult, WebauthnError>,
    ) -> Result<bool, Unavailable> {
        let Ok(result) = result else {
            return Ok(false);
        };
        let _is_changed = kept.passkey.update_credential(&result);
        kept.used = Some(Timestamp::now());
        self.keep_passkey(user, id, &kept).await?;
        Ok(true)
    }

    fn owner_of(&self, answer: &PublicKeyCredential) -> Option<UserId> {
        let relying = self.relying.as_ref()?;
        let identified = relying
            .webauthn
            .identify_discoverable_authentication(answer);
        let (user, _) = identified.ok()?;
        let user = UserId::new(user);
        let organization = self.service.organization();
        organization.users.contains_key(&user).then_some(user)
    }

    /// Somebody's passkeys as they see them.
    pub(crate) async fn passkey_views(
        &self,
        user: UserId,
    ) -> Result<Vec<PasskeyView>, Unavailable> {
        let mut views: Vec<PasskeyView> = self
            .passkeys_of(user)
            .await?
            .into_iter()
            .map(|(id, kept)| PasskeyView {
                id,
                name: kept.name,
                added: kept.added,
                used: kept.used,
            })
            .collect();
        views.sort_by_key(|view| view.added);
        Ok(views)
    }

    /// Somebody's passkeys by their ids.
    pub(crate) async fn passkeys_of(
        &self,
        user: UserId,
    ) -> Result<Vec<(String, KeptPasskey)>, Unavailable> {
        let prefix = place(user, "");
        let records = self.journal().scan_records(Table::Passkey, &prefix).await?;
        let read = records.into_iter().filter_map(|(key, bytes)| {
            let id = key.strip_prefix(&prefix)?.to_owned();
            Some((id, serde_json::from_slice(&bytes).ok()?))
        });
        Ok(read.collect())
    }

    async fn keep_passkey(
        &self,
        user: UserId,
        id: &str,
        kept: &KeptPasskey,
    ) -> Result<(), Unavailable> {
        let change = RecordChange {
            table: Table::Passkey,
            key: place(user, id),
            value: Some(serde_json::to_vec(kept).map_err(busy)?),
        };
        Ok(self.journal().put_records(vec![change]).await?)
    }
}

/// Where a passkey is kept; with an empty id, what all of somebody's begin with.
pub(crate) fn place(user: UserId, id: &str) -> String {
    format!("{user}/{id}")
}

/// Names a passkey among its person's own: credential ids may be a thousand bytes long.
fn id_of(credential: &[u8]) -> String {
    let mut hash = hash_of(&URL_SAFE_NO_PAD.encode(credential));
    hash.truncate(32);
    hash
}

/// What the browser's own functions take: the library wraps it as older ones wanted it.
fn options_of(wrapped: &impl Serialize) -> Result<Value, Unavailable> {
    let mut wrapped = serde_json::to_value(wrapped).map_err(busy)?;
    wrapped
        .get_mut("publicKey")
        .map(Value::take)
        .ok_or_else(|| busy("no options for a passkey"))
}
