//! Sessions: opaque tokens, hashed at rest, in memory for speed and in the store to survive a restart.

use crate::secret::{Token, hash_of};
use domain::UserId;
use jiff::{SignedDuration, Timestamp};
use journal::{Journal, ReadError, RecordChange, Table, WriteError};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use std::sync::{Arc, PoisonError, RwLock};

/// A session ends this long after it began: a long shift.
const LONGEST: SignedDuration = SignedDuration::from_hours(13);
/// A session ends when it was not used for this long.
const IDLE: SignedDuration = SignedDuration::from_hours(4);
/// How old the kept time of last use may be: not every request is worth a write.
const SEEN_EVERY: SignedDuration = SignedDuration::from_mins(5);

/// Somebody's session.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Session {
    /// Whose.
    pub user: UserId,
    /// Ties together what was done in it, in the journal.
    pub reference: Arc<str>,
    /// When it began.
    pub began: Timestamp,
    seen: Timestamp,
}

impl Session {
    fn is_good(&self, now: Timestamp) -> bool {
        now.duration_since(self.began) < LONGEST && now.duration_since(self.seen) < IDLE
    }
}

/// All sessions that were used since the start.
pub(crate) struct Sessions {
    journal: Arc<dyn Journal>,
    known: RwLock<HashMap<String, Session>>,
}

impl Sessions {
    pub(crate) fn new(journal: Arc<dyn Journal>) -> Self {
        Self {
            journal,
            known: RwLock::default(),
        }
    }

    /// Begins a session under a token. The reference is a part of the token's hash: it names the session, and does not open it.
    pub(crate) async fn begin(
        &self,
        token: &Token,
        user: UserId,
        now: Timestamp,
    ) -> Result<Session, WriteError> {
        let hash = hash_of(token.text());
        let reference = hash.get(..16).unwrap_or_default().into();
        let session = Session {
            user,
            reference,
            began: now,
            seen: now,
        };
        self.keep(&hash, &session).await?;
        Ok(session)
    }

    /// The session of a token, where it is still good.
    pub(crate) async fn find(
        &self,
        token: &str,
        now: Timestamp,
    ) -> Result<Option<Session>, ReadError> {
        let hash = hash_of(token);
        let known = self
            .known
            .read()
            .unwrap_or_else(PoisonError::into_inner)
            .get(&hash)
            .cloned();
        let session = match known {
            Some(session) => session,
            None => {
                let record = self.journal.get_record(Table::Session, &hash).await?;
                let Some(session) =
                    record.and_then(|bytes| serde_json::from_slice::<Session>(&bytes).ok())
                else {
                    return Ok(None);
                };
                self.known
                    .write()
                    .unwrap_or_else(PoisonError::into_inner)
                    .insert(hash.clone(), session.clone());
                session
            }
        };
        if !session.is_good(now) {
            // Expired already: a failure to forget it is tried again at its next use.
            let _is_forgotten = self.forget(&hash).await.is_ok();
            return Ok(None);
        }
        if now.duration_since(session.seen) >= SEEN_EVERY {
            let seen = Session {
                seen: now,
                ..session.clone()
            };
            // Without room on the disk the session goes on by its earlier time.
            let _is_kept = self.keep(&hash, &seen).await.is_ok();
        }
        Ok(Some(session))
    }

    /// Ends the session of a token.
    pub(crate) async fn end(&self, token: &str) -> Result<(), WriteError> {
        self.forget(&hash_of(token)).await
    }

    /// Ends all sessions of somebody but one, and returns the references of those that ended.
    pub(crate) async fn end_all(
        &self,
        user: UserId,
        except: Option<&str>,
    ) -> Result<Vec<Arc<str>>, SessionsError> {
        let kept = except.map(hash_of);
        let records = self.journal.scan_records(Table::Session, "").await?;
        let (changes, ended) = records
            .into_iter()
            .filter(|(hash, _)| Some(hash) != kept.as_ref())
            .filter_map(|(hash, bytes)| {
                let session: Session = serde_json::from_slice(&bytes).ok()?;
                let remove = RecordChange {
                    table: Table::Session,
                    key: hash,
                    value: None,
                };
                (session.user == user).then_some((remove, session.reference))
            })
            .unzip();
        self.journal.put_records(changes).await?;
        let mut known = self.known.write().unwrap_or_else(PoisonError::into_inner);
        known.retain(|hash, session| session.user != user || Some(hash) == kept.as_ref());
        Ok(ended)
    }

    async fn keep(&self, hash: &str, session: &Session) -> Result<(), WriteError> {
        // A session's JSON cannot fail: it has no maps and no floats.
        let value = serde_json::to_vec(session).unwrap_or_default();
        let change = RecordChange {
            table: Table::Session,
            key: hash.to_owned(),
            value: Some(value),
        };
        self.journal.put_records(vec![change]).await?;
        self.known
            .write()
            .unwrap_or_else(PoisonError::into_inner)
            .insert(hash.to_owned(), session.clone());
        Ok(())
    }

    async fn forget(&self, hash: &str) -> Result<(), WriteError> {
        self.known
            .write()
            .unwrap_or_else(PoisonError::into_inner)
            .remove(hash);
        let change = RecordChange {
            table: Table::Session,
            key: hash.to_owned(),
            value: None,
        };
        self.journal.put_records(vec![change]).await
    }
}

/// Sessions could not be read or written.
#[derive(Debug, thiserror::Error)]
pub(crate) enum SessionsError {
    #[error(transparent)]
    Read(#[from] ReadError),
    #[error(transparent)]
    Write(#[from] WriteError),
}
