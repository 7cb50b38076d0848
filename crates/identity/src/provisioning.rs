//! Provisioning tokens: with one, the hospital's directory makes, changes and closes accounts and groups. Shown once, kept as a hash.

use crate::accounts::{Accounts, busy};
use crate::lock::NotSignedIn;
use crate::secret::{Token, hash_of};
use crate::throttle::Of;
use crate::tries::Keys;
use domain::UserId;
use domain::organization::access_event::{
    Access, ProvisioningTokenIssued, ProvisioningTokenRevoked, Refused,
};
use jiff::{SignedDuration, Timestamp};
use journal::{Client, RecordChange, Table};
use serde::{Deserialize, Serialize};
use service::{Caller, Provisioner, Unavailable};

/// Tokens at once: a hospital has one directory, and two tokens while it changes them.
pub const PROVISIONING_TOKENS: usize = 10;
/// How old the kept time of last use may be: not every request is worth a write.
const SEEN_EVERY: SignedDuration = SignedDuration::from_mins(5);

/// A provisioning token, without the token.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct ProvisioningToken {
    /// Names it in lists and in the journal: a part of its hash, of no use as a token.
    pub id: String,
    /// What it is for, as its maker called it.
    pub name: String,
    /// When it was made.
    pub since: Timestamp,
    /// Who made it.
    pub by: UserId,
    /// When it was last used, to five minutes.
    pub seen: Option<Timestamp>,
}

/// Why no token was made.
#[derive(Debug, thiserror::Error)]
pub enum ProvisioningError {
    /// There are too many already.
    #[error("there are {PROVISIONING_TOKENS} tokens already")]
    TooMany,
    /// The storage refuses.
    #[error(transparent)]
    Unavailable(#[from] Unavailable),
}

/// Why a request is no directory's.
#[derive(Debug, thiserror::Error)]
pub enum DirectoryError {
    /// The token is none.
    #[error("the token is not good")]
    NotGood,
    /// Too many wrong tokens from this address: to be tried again later.
    #[error("to be tried again in {} s", retry_after.as_secs())]
    Throttled {
        /// How long to wait.
        retry_after: SignedDuration,
    },
    /// The storage refuses.
    #[error(transparent)]
    Unavailable(#[from] Unavailable),
}

impl Accounts {
    /// The provisioning tokens, the oldest first.
    ///
    /// # Errors
    /// The storage cannot be read.
    pub async fn provisioning_tokens(&self) -> Result<Vec<ProvisioningToken>, Unavailable> {
        let table = Table::ProvisioningToken;
        let records = self.journal().scan_records(table, "").await?;
        let read = |(_, bytes): (String, Vec<u8>)| serde_json::from_slice(&bytes).ok();
        let mut tokens: Vec<ProvisioningToken> = records.into_iter().filter_map(read).collect();
        tokens.sort_by_key(|token| token.since);
        Ok(tokens)
    }

    /// Makes a provisioning token. Journalled before it is told.
    ///
    /// # Errors
    /// See [`ProvisioningError`].
    pub async fn issue_provisioning_token(
        &self,
        caller: &Caller,
        name: String,
    ) -> Result<(Token, ProvisioningToken), ProvisioningError> {
        if self.provisioning_tokens().await?.len() >= PROVISIONING_TOKENS {
            return Err(ProvisioningError::TooMany);
        }
        let token = Token::fresh().map_err(busy)?;
        let hash = hash_of(token.text());
        let kept = ProvisioningToken {
            id: hash.get(..16).unwrap_or_default().to_owned(),
            name,
            since: Timestamp::now(),
            by: caller.user,
            seen: None,
        };
        let issued = Access::ProvisioningTokenIssued(ProvisioningTokenIssued {
            token: kept.id.clone(),
            name: kept.name.clone(),
        });
        self.service().record_access(caller, &issued).await?;
        self.keep_token(hash, &kept).await?;
        Ok((token, kept))
    }

    /// Revokes a provisioning token: from now on it is none. Of one that is none already there is nothing to do.
    ///
    /// # Errors
    /// The storage refuses.
    pub async fn revoke_provisioning_token(
        &self,
        caller: &Caller,
        id: &str,
    ) -> Result<(), Unavailable> {
        let table = Table::ProvisioningToken;
        // An id is the beginning of a key, and nothing shorter finds one.
        let records = self.journal().scan_records(table, id).await?;
        let is_it = |bytes: &[u8]| {
            serde_json::from_slice::<ProvisioningToken>(bytes).is_ok_and(|token| token.id == id)
        };
        let Some((key, _)) = records.into_iter().find(|(_, bytes)| is_it(bytes)) else {
            return Ok(());
        };
        let remove = RecordChange {
            table,
            key,
            value: None,
        };
        self.journal().put_records(vec![remove]).await?;
        let revoked = Access::ProvisioningTokenRevoked(ProvisioningTokenRevoked {
            token: id.to_owned(),
        });
        self.service().record_access(caller, &revoked).await
    }

    /// The directory that a token stands for. A wrong token is journalled, and slows its address down.
    ///
    /// # Errors
    /// See [`DirectoryError`].
    pub async fn authenticate_directory(
        &self,
        token: &str,
        client: Client,
    ) -> Result<Provisioner, DirectoryError> {
        let (keys, now) = (keys_of(client), Timestamp::now());
        let hash = hash_of(token);
        let table = Table::ProvisioningToken;
        let record = self.journal().get_record(table, &hash).await;
        let record = record.map_err(Unavailable::from)?;
        let kept: Option<ProvisioningToken> =
            record.and_then(|bytes| serde_json::from_slice(&bytes).ok());
        let Some(mut kept) = kept else {
            // Somebody's session is no guess, and no directory.
            match self.hold(token, client).await {
                Ok(_) => return Err(DirectoryError::NotGood),
                Err(NotSignedIn::Unavailable(unavailable)) => return Err(unavailable.into()),
                Err(NotSignedIn::NoSession | NotSignedIn::Locked) => {}
            }
            if let Some(retry_after) = self.wait(&keys, now).await? {
                return Err(DirectoryError::Throttled { retry_after });
            }
            self.note_failure(&keys, now).await?;
            let refused = Access::Refused(Refused {
                action: "scim".to_owned(),
                code: "wrong_token".to_owned(),
            });
            let service = self.service();
            service.record_anonymous_access(client, &refused).await?;
            return Err(DirectoryError::NotGood);
        };
        let provisioner = Provisioner {
            token: kept.id.as_str().into(),
            client,
        };
        let is_old = |seen: Timestamp| now.duration_since(seen) >= SEEN_EVERY;
        if kept.seen.is_none_or(is_old) {
            kept.seen = Some(now);
            // Without room on the disk it goes on by its earlier time.
            let _is_kept = self.keep_token(hash, &kept).await.is_ok();
        }
        Ok(provisioner)
    }

    async fn keep_token(&self, hash: String, kept: &ProvisioningToken) -> Result<(), Unavailable> {
        let value = serde_json::to_vec(kept).map_err(busy)?;
        let change = RecordChange {
            table: Table::ProvisioningToken,
            key: hash,
            value: Some(value),
        };
        Ok(self.journal().put_records(vec![change]).await?)
    }
}

/// An address is slowed down by its own wrong tokens. Who has a right one is not: others cannot keep the directory out.
fn keys_of(client: Client) -> Keys {
    let address = client.address.map(|address| address.to_string());
    let hash = hash_of(&address.unwrap_or_default());
    vec![(Of::Address, format!("scim:{hash}"))]
}
