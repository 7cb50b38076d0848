//! Counting failed tries in the store, and how long the next one waits.

use crate::accounts::{Accounts, busy};
use crate::secret::hash_of;
use crate::throttle::{Failures, Of};
use domain::UserId;
use jiff::{SignedDuration, Timestamp};
use journal::{Client, RecordChange, Table};
use service::Unavailable;

/// Whose failures a try counts among, and their keys in the store.
pub(crate) type Keys = Vec<(Of, String)>;

/// Of a password: the account's from this address, and the address's own.
pub(crate) fn keys_of_password(name: &str, client: Client) -> Keys {
    let address = client
        .address
        .map(|address| address.to_string())
        .unwrap_or_default();
    let name = name.trim().to_lowercase();
    vec![
        (
            Of::Account,
            format!("account:{}", hash_of(&format!("{name}\n{address}"))),
        ),
        (Of::Address, format!("address:{}", hash_of(&address))),
    ]
}

/// Of a second factor: the account's from anywhere besides, since only who knows the password gets that far and six digits are few.
pub(crate) fn keys_of_second_factor(user: UserId, of_password: &Keys) -> Keys {
    let mut keys = of_password.clone();
    keys.push((
        Of::Account,
        format!("factor:{}", hash_of(&user.to_string())),
    ));
    keys
}

impl Accounts {
    /// How long the next try has to wait; none where it may be made now.
    pub(crate) async fn wait(
        &self,
        keys: &Keys,
        now: Timestamp,
    ) -> Result<Option<SignedDuration>, Unavailable> {
        let mut longest = None;
        for (of, key) in keys {
            longest = longest.max(self.failures(key).await?.wait(*of, now));
        }
        Ok(longest)
    }

    async fn failures(&self, key: &str) -> Result<Failures, Unavailable> {
        let record = self.journal().get_record(Table::Throttle, key).await?;
        Ok(record
            .and_then(|bytes| serde_json::from_slice(&bytes).ok())
            .unwrap_or_default())
    }

    pub(crate) async fn note_failure(
        &self,
        keys: &Keys,
        now: Timestamp,
    ) -> Result<(), Unavailable> {
        let mut changes = Vec::with_capacity(keys.len());
        for (_, key) in keys {
            let failures = self.failures(key).await?.failed(now);
            let value = serde_json::to_vec(&failures).map_err(busy)?;
            changes.push(RecordChange {
                table: Table::Throttle,
                key: key.clone(),
                value: Some(value),
            });
        }
        Ok(self.journal().put_records(changes).await?)
    }

    /// Who came in is no guesser: their own failures no longer count. Those of the address go on, since others share it.
    pub(crate) async fn forget_failures(&self, keys: &Keys) -> Result<(), Unavailable> {
        for (of, key) in keys {
            if *of == Of::Account && self.failures(key).await? != Failures::default() {
                let change = RecordChange {
                    table: Table::Throttle,
                    key: key.clone(),
                    value: None,
                };
                self.journal().put_records(vec![change]).await?;
            }
        }
        Ok(())
    }
}
