//! Sessions: opaque tokens, hashed at rest, in memory for speed and in the store to survive a restart.

use crate::secret::{Token, hash_of};
use domain::UserId;
use domain::organization::access_event::SignInMethod;
use jiff::{SignedDuration, Timestamp};
use journal::{Client, ClientKind, Journal, ReadError, RecordChange, Table, WriteError};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Arc, PoisonError, RwLock};

/// A session ends this long after it began: a long shift and its handover, so that nobody is thrown out in the middle of one, and
/// what was left open yesterday is not.
pub const SESSION_ENDS_AFTER: SignedDuration = SignedDuration::from_hours(13);
/// A session ends when it was not used for this long: half a shift. Shared screens are covered much sooner, by the lock.
pub const SESSION_ENDS_UNUSED_AFTER: SignedDuration = SignedDuration::from_hours(4);
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
    /// When it was last used, to a few minutes.
    pub seen: Timestamp,
    /// By what its person proved who they are.
    #[serde(default)]
    pub method: SignInMethod,
    /// The address that it began from.
    #[serde(default)]
    pub address: Option<IpAddr>,
    /// The kind of client that it began from.
    #[serde(default = "browser", with = "Kind")]
    pub kind: ClientKind,
    /// When its person last did something in it.
    #[serde(default)]
    pub(crate) active: Timestamp,
    /// It does nothing until it is unlocked.
    #[serde(default)]
    pub(crate) locked: bool,
    /// Wrong PINs in a row.
    #[serde(default)]
    pub(crate) wrong_pins: u8,
}

/// What a client is called where a session is kept.
#[derive(Serialize, Deserialize)]
#[serde(remote = "ClientKind", rename_all = "snake_case")]
enum Kind {
    Browser,
    Api,
    Teams,
    Cli,
    System,
}

/// What sessions that say nothing of it were begun from.
const fn browser() -> ClientKind {
    ClientKind::Browser
}

impl Session {
    fn is_good(&self, now: Timestamp) -> bool {
        now.duration_since(self.began) < SESSION_ENDS_AFTER
            && now.duration_since(self.seen) < SESSION_ENDS_UNUSED_AFTER
    }

    /// Whether it has a screen that others may look at. A program has none.
    pub(crate) fn has_screen(&self) -> bool {
        !matches!(self.kind, ClientKind::Api)
    }
}

/// All sessions that were used since the start.
pub(crate) struct Sessions {
    journal: Arc<dyn Journal>,
    known: RwLock<HashMap<String, Session>>,
    /// Serializes changes of kept sessions, so that none is undone by another, and none comes back that has ended.
    changing: tokio::sync::Mutex<()>,
}

impl Sessions {
    pub(crate) fn new(journal: Arc<dyn Journal>) -> Self {
        Self {
            journal,
            known: RwLock::default(),
            changing: tokio::sync::Mutex::default(),
        }
    }

    /// Begins a session under a token. The reference is a part of the token's hash: it names the session, and does not open it.
    pub(crate) async fn begin(
        &self,
        token: &Token,
        user: UserId,
        method: SignInMethod,
        client: Client,
        now: Timestamp,
    ) -> Result<Session, WriteError> {
        let hash = hash_of(token.text());
        let reference = hash.get(..16).unwrap_or_default().into();
        let session = Session {
            user,
            reference,
            began: now,
            seen: now,
            method,
            address: client.address,
            kind: client.kind,
            active: now,
            locked: false,
            wrong_pins: 0,
        };
        self.keep(&hash, &session).await?;
        self.remember(hash, session.clone());
        Ok(session)
    }

    /// The session of a token, where it is still good.
    pub(crate) async fn find(
        &self,
        token: &str,
        now: Timestamp,
    ) -> Result<Option<Session>, ReadError> {
        let hash = hash_of(token);
        let known = match self.find_known(&hash) {
            Some(session) => Some(session),
            None => {
                let _one_at_a_time = self.changing.lock().await;
                self.load(&hash).await?
            }
        };
        let Some(session) = known else {
            return Ok(None);
        };
        if !session.is_good(now) {
            // Expired already: a failure to forget it is tried again at its next use.
            let _is_forgotten = self.end_kept(&hash).await.is_ok();
            return Ok(None);
        }
        if now.duration_since(session.seen) >= SEEN_EVERY {
            // Without room on the disk the session goes on by its earlier time.
            let seen = self.change(token, |session| session.seen = now).await;
            let _is_kept = seen.is_ok();
        }
        Ok(Some(session))
    }

    /// Changes a session, and returns what `change` returns; none where it has ended. What is changed holds in memory even where the store
    /// refuses it: a lock must not wait for room on the disk.
    pub(crate) async fn change<T>(
        &self,
        token: &str,
        change: impl FnOnce(&mut Session) -> T,
    ) -> Result<Option<T>, SessionsError> {
        let hash = hash_of(token);
        let _one_at_a_time = self.changing.lock().await;
        let Some(mut session) = self.load(&hash).await? else {
            return Ok(None);
        };
        let answer = change(&mut session);
        self.remember(hash.clone(), session.clone());
        self.keep(&hash, &session).await?;
        Ok(Some(answer))
    }

    /// The sessions of somebody that are still good, by their keys in the store.
    pub(crate) async fn find_all(
        &self,
        user: UserId,
        now: Timestamp,
    ) -> Result<Vec<(String, Session)>, ReadError> {
        let records = self.journal.scan_records(Table::Session, "").await?;
        let known = self.known.read().unwrap_or_else(PoisonError::into_inner);
        Ok(records
            .into_iter()
            .filter_map(|(hash, bytes)| {
                let kept = || serde_json::from_slice::<Session>(&bytes).ok();
                let session = known.get(&hash).cloned().or_else(kept)?;
                (session.user == user && session.is_good(now)).then_some((hash, session))
            })
            .collect())
    }

    /// Ends the session of a token.
    pub(crate) async fn end(&self, token: &str) -> Result<(), WriteError> {
        self.end_kept(&hash_of(token)).await
    }

    /// Ends a session by its key in the store.
    pub(crate) async fn end_kept(&self, hash: &str) -> Result<(), WriteError> {
        let _one_at_a_time = self.changing.lock().await;
        self.forget(hash).await
    }

    /// Ends all sessions of somebody but one, and returns the references of those that ended.
    pub(crate) async fn end_all(
        &self,
        user: UserId,
        except: Option<&str>,
    ) -> Result<Vec<Arc<str>>, SessionsError> {
        let kept = except.map(hash_of);
        let _one_at_a_time = self.changing.lock().await;
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

    fn find_known(&self, hash: &str) -> Option<Session> {
        let known = self.known.read().unwrap_or_else(PoisonError::into_inner);
        known.get(hash).cloned()
    }

    /// Only while nothing is changed: what was read before a session ended must not bring it back.
    async fn load(&self, hash: &str) -> Result<Option<Session>, ReadError> {
        let known = self.find_known(hash);
        if known.is_some() {
            return Ok(known);
        }
        let record = self.journal.get_record(Table::Session, hash).await?;
        let session = record.and_then(|bytes| serde_json::from_slice::<Session>(&bytes).ok());
        if let Some(session) = &session {
            self.remember(hash.to_owned(), session.clone());
        }
        Ok(session)
    }

    fn remember(&self, hash: String, session: Session) {
        self.known
            .write()
            .unwrap_or_else(PoisonError::into_inner)
            .insert(hash, session);
    }

    async fn keep(&self, hash: &str, session: &Session) -> Result<(), WriteError> {
        // A session's JSON cannot fail: it has no maps and no floats.
        let value = serde_json::to_vec(session).unwrap_or_default();
        let change = RecordChange {
            table: Table::Session,
            key: hash.to_owned(),
            value: Some(value),
        };
        self.journal.put_records(vec![change]).await
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
