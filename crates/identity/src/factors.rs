//! What somebody has to prove who they are, as they see it; and taking all of it away, when it is lost.

use crate::accounts::Accounts;
use crate::lock::change_of_pin;
use crate::passkeys::{PasskeyView, place};
use crate::two_step::removal_of_two_steps;
use domain::UserId;
use domain::organization::access_event::{Access, FactorsRemoved};
use journal::{RecordChange, Table};
use service::{Caller, Unavailable};

/// What somebody has to prove who they are.
pub struct Factors {
    /// They have a password.
    pub password: bool,
    /// They are asked for a code besides it.
    pub two_steps: bool,
    /// How many recovery codes they have left.
    pub recovery_codes: usize,
    /// They have a PIN that unlocks their sessions.
    pub pin: bool,
    /// Their passkeys, the oldest first.
    pub passkeys: Vec<PasskeyView>,
}

impl Accounts {
    /// What somebody has to prove who they are.
    ///
    /// # Errors
    /// The storage cannot be read.
    pub async fn factors(&self, user: UserId) -> Result<Factors, Unavailable> {
        Ok(Factors {
            password: self.password_hash(user).await?.is_some(),
            two_steps: self.has_two_steps(user).await?,
            recovery_codes: self.count_recovery_codes(user).await?,
            pin: self.has_pin(user).await?,
            passkeys: self.passkey_views(user).await?,
        })
    }

    /// Removes somebody's authenticator app, recovery codes, passkeys and PIN because an administrator says so, as when their telephone is
    /// lost. Their sessions end: whoever has the telephone may be in one. Journalled.
    ///
    /// # Errors
    /// The storage refuses.
    pub async fn remove_factors_by(
        &self,
        administrator: &Caller,
        user: UserId,
    ) -> Result<(), Unavailable> {
        let mut changes = removal_of_two_steps(user);
        changes.push(change_of_pin(user, None));
        for (id, _) in self.passkeys_of(user).await? {
            changes.push(RecordChange {
                table: Table::Passkey,
                key: place(user, &id),
                value: None,
            });
        }
        self.journal().put_records(changes).await?;
        self.end_sessions(user).await?;
        let removed = Access::FactorsRemoved(FactorsRemoved { user });
        self.service.record_access(administrator, &removed).await
    }
}
