//! Using one-time links.

use crate::accounts::{Accounts, busy};
use crate::enrolment::{Enrolment, EnrolmentKind};
use crate::password::{PasswordRule, judge};
use crate::secret::{Token, hash_of};
use domain::UserId;
use domain::organization::access_event::{Access, Enrolled};
use domain::organization::command::{Command, CreateUser};
use domain::rejection::Rejection;
use domain::team::installation::Language;
use jiff::Timestamp;
use journal::{Client, RecordChange, Table};
use service::{Refusal, Unavailable};
use zeroize::Zeroizing;

/// Why a one-time link did not do.
#[derive(Debug, thiserror::Error)]
pub enum EnrolError {
    /// It was used, replaced, is too old, or never was.
    #[error("the link is no longer good")]
    NotGood,
    /// The new password is not accepted.
    #[error("the new password is not accepted: {0:?}")]
    Refused(PasswordRule),
    /// The name is not accepted.
    #[error("refused: {0:?}")]
    Rejected(Rejection),
    /// The storage refuses.
    #[error(transparent)]
    Unavailable(#[from] Unavailable),
}

impl Accounts {
    /// Makes a one-time link for somebody; earlier ones of theirs are no longer good.
    ///
    /// # Errors
    /// The storage refuses.
    pub async fn issue_enrolment(&self, kind: EnrolmentKind) -> Result<Token, Unavailable> {
        let token = Token::fresh().map_err(busy)?;
        let earlier = self.journal().scan_records(Table::Enrolment, "").await?;
        let is_replaced = |bytes: &[u8]| {
            serde_json::from_slice::<Enrolment>(bytes).is_ok_and(|enrolment| enrolment.kind == kind)
        };
        let mut changes: Vec<RecordChange> = earlier
            .into_iter()
            .filter(|(_, bytes)| is_replaced(bytes))
            .map(|(key, _)| RecordChange {
                table: Table::Enrolment,
                key,
                value: None,
            })
            .collect();
        let value = serde_json::to_vec(&Enrolment::new(kind, Timestamp::now())).map_err(busy)?;
        changes.push(RecordChange {
            table: Table::Enrolment,
            key: hash_of(token.text()),
            value: Some(value),
        });
        self.journal().put_records(changes).await?;
        Ok(token)
    }

    /// What a one-time link is for, where it is good.
    ///
    /// # Errors
    /// [`EnrolError::NotGood`], or the storage cannot be read.
    pub async fn inspect_enrolment(&self, token: &str) -> Result<EnrolmentKind, EnrolError> {
        let record = self
            .journal()
            .get_record(Table::Enrolment, &hash_of(token))
            .await
            .map_err(Unavailable::from)?;
        let enrolment = record.and_then(|bytes| serde_json::from_slice::<Enrolment>(&bytes).ok());
        let enrolment = enrolment
            .filter(|enrolment| enrolment.is_good(Timestamp::now()))
            .ok_or(EnrolError::NotGood)?;
        let organization = self.service.organization();
        let is_wanted = match enrolment.kind {
            EnrolmentKind::FirstAdministrator => organization.users.is_empty(),
            EnrolmentKind::User { user } => organization
                .users
                .get(&user)
                .is_some_and(|account| !account.disabled),
        };
        if is_wanted {
            Ok(enrolment.kind)
        } else {
            Err(EnrolError::NotGood)
        }
    }

    /// Makes the first administrator, by the link that an empty server printed.
    ///
    /// # Errors
    /// See [`EnrolError`].
    pub async fn enrol_first_administrator(
        &self,
        token: &str,
        user: &str,
        name: &str,
        language: Language,
        password: Zeroizing<String>,
        client: Client,
    ) -> Result<(), EnrolError> {
        if self.inspect_enrolment(token).await? != EnrolmentKind::FirstAdministrator {
            return Err(EnrolError::NotGood);
        }
        judge(&password, user).map_err(EnrolError::Refused)?;
        let create = CreateUser {
            user: user.to_owned(),
            name: name.to_owned(),
            language,
            administrator: true,
            password: None,
            ..CreateUser::default()
        };
        let made = self
            .service
            .command_organization_as_system(Command::CreateUser(create))
            .await;
        let answer = made.map_err(|refusal| match refusal {
            Refusal::Rejected(rejection) => EnrolError::Rejected(rejection),
            Refusal::Unavailable(unavailable) => EnrolError::Unavailable(unavailable),
            Refusal::Ehr(problem) => EnrolError::Unavailable(Unavailable::Busy {
                reason: problem.to_string(),
            }),
        })?;
        let made = answer.user.ok_or(EnrolError::NotGood)?;
        self.finish_enrolment(token, made, password, client).await
    }

    /// Sets a user's password by their one-time link; their sessions end.
    ///
    /// # Errors
    /// See [`EnrolError`].
    pub async fn enrol(
        &self,
        token: &str,
        password: Zeroizing<String>,
        client: Client,
    ) -> Result<(), EnrolError> {
        let EnrolmentKind::User { user } = self.inspect_enrolment(token).await? else {
            return Err(EnrolError::NotGood);
        };
        let name = self.sign_in_name(user);
        judge(&password, &name).map_err(EnrolError::Refused)?;
        self.end_sessions(user).await?;
        self.finish_enrolment(token, user, password, client).await
    }

    async fn finish_enrolment(
        &self,
        token: &str,
        user: UserId,
        password: Zeroizing<String>,
        client: Client,
    ) -> Result<(), EnrolError> {
        self.set_password(user, password).await?;
        let used = RecordChange {
            table: Table::Enrolment,
            key: hash_of(token),
            value: None,
        };
        self.journal()
            .put_records(vec![used])
            .await
            .map_err(Unavailable::from)?;
        Ok(self
            .service
            .record_anonymous_access(client, &Access::Enrolled(Enrolled { user }))
            .await?)
    }
}
