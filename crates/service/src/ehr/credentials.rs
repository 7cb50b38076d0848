//! What proves to a record who we are: sealed secrets, and the keys that assertions are signed with.

use super::Ehr;
use super::port::{Credential, EhrProblem, RecordAccess};
use crate::error::{Refusal, Unavailable};
use crate::registry::Service;
use crate::sealing::Unsealable;
use domain::ehr::{EhrAuth, EhrConnection, SigningAlgorithm};
use domain::{SecretId, TeamId};
use journal::{Journal, RecordChange, Table};
use serde::Serialize;
use zeroize::Zeroizing;

/// The public halves of the keys that our assertions are signed with: a JSON Web Key Set (RFC 7517, section 5).
#[derive(Serialize, utoipa::ToSchema)]
pub struct PublicKeys {
    /// The keys.
    #[schema(value_type = Vec<Object>)]
    pub keys: Vec<serde_json::Value>,
}

impl Ehr {
    /// Seals a secret of a team, to be kept under an id of its own.
    pub(super) fn sealed_secret(
        &self,
        team: TeamId,
        id: SecretId,
        secret: &Zeroizing<String>,
    ) -> Result<RecordChange, Refusal> {
        let key = secret_key(team, id);
        let value = self.sealer.seal(&key, secret.as_bytes()).map_err(busy)?;
        Ok(RecordChange {
            table: Table::EhrSecret,
            key,
            value: Some(value),
        })
    }

    /// The way into a team's record.
    pub(crate) async fn access_to(
        &self,
        journal: &dyn Journal,
        team: TeamId,
        connection: &EhrConnection,
    ) -> Result<RecordAccess, Refusal> {
        let auth = &connection.auth;
        Ok(RecordAccess {
            connection: connection.id,
            revision: connection.set.sequence,
            url: connection.url.clone(),
            auth: auth.clone(),
            credential: self
                .credential(journal, team, auth, connection.secret)
                .await?,
        })
    }

    /// What proves who we are; `secret` is where it is sealed.
    pub(super) async fn credential(
        &self,
        journal: &dyn Journal,
        team: TeamId,
        auth: &EhrAuth,
        secret: Option<SecretId>,
    ) -> Result<Credential, Refusal> {
        match (auth, secret) {
            (EhrAuth::PrivateKeyJwt { algorithm, .. }, _) => Ok(Credential::Key(
                self.signing_key(journal, *algorithm).await?,
            )),
            (EhrAuth::ClientCredentials { .. }, Some(id)) => {
                let key = secret_key(team, id);
                let sealed = journal.get_record(Table::EhrSecret, &key).await?;
                let opened = self.open(&key, sealed.as_deref().unwrap_or_default())?;
                let text = std::str::from_utf8(&opened).map_err(|_| EhrProblem::Sealed)?;
                Ok(Credential::Secret(Zeroizing::new(text.to_owned())))
            }
            (EhrAuth::ClientCredentials { .. } | EhrAuth::None, _) => Ok(Credential::None),
        }
    }

    /// The key pair of this store for assertions; made when it is first needed.
    async fn signing_key(
        &self,
        journal: &dyn Journal,
        algorithm: SigningAlgorithm,
    ) -> Result<Zeroizing<Vec<u8>>, Refusal> {
        let key = key_name(algorithm);
        let _one_at_a_time = self.making_keys.lock().await;
        if let Some(sealed) = journal.get_record(Table::EhrKey, key).await? {
            return self.open(key, &sealed);
        }
        let record = self.record.clone();
        // An RSA key takes a second of a processor.
        let made = tokio::task::spawn_blocking(move || record.new_key(algorithm)).await;
        let pair = made.map_err(|error| Unavailable::Busy {
            reason: error.to_string(),
        })??;
        let change = RecordChange {
            table: Table::EhrKey,
            key: key.to_owned(),
            value: Some(self.sealer.seal(key, &pair).map_err(busy)?),
        };
        journal.put_records(vec![change]).await?;
        Ok(pair)
    }

    fn open(&self, place: &str, sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, Refusal> {
        let opened = self.sealer.open(place, sealed);
        Ok(opened.map_err(|Unsealable| EhrProblem::Sealed)?)
    }
}

impl Service {
    /// The public keys that a record checks our assertions with.
    ///
    /// # Errors
    /// A key can neither be read nor made.
    pub async fn ehr_public_keys(&self) -> Result<PublicKeys, Refusal> {
        let mut keys = Vec::new();
        for algorithm in [SigningAlgorithm::ES384, SigningAlgorithm::RS384] {
            let pair = self.ehr().signing_key(&**self.journal(), algorithm).await?;
            keys.push(self.ehr().record.public_key(&pair)?);
        }
        Ok(PublicKeys { keys })
    }
}

/// The record that forgets a secret which no connection uses.
pub(super) fn forgotten_secret(team: TeamId, id: SecretId) -> RecordChange {
    RecordChange {
        table: Table::EhrSecret,
        key: secret_key(team, id),
        value: None,
    }
}

fn secret_key(team: TeamId, id: SecretId) -> String {
    format!("{team}/{id}")
}

fn key_name(algorithm: SigningAlgorithm) -> &'static str {
    match algorithm {
        SigningAlgorithm::ES384 => "ES384",
        SigningAlgorithm::RS384 => "RS384",
    }
}

pub(super) fn busy(Unsealable: Unsealable) -> Refusal {
    Refusal::Unavailable(Unavailable::Busy {
        reason: "the operating system gives no randomness".into(),
    })
}
