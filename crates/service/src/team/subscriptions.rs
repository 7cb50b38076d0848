//! Who hears of which list, and what they may have missed.

use super::ask::Connection;
use crate::live::message::{Closed, Me, Reopen, ServerMessage};
use crate::live::{Ending, Presence};
use bytes::Bytes;
use domain::team::state::Team;
use domain::{ListId, UserId};
use jiff::{SignedDuration, Timestamp};
use std::collections::{HashMap, VecDeque};
use std::sync::Arc;

/// Changes of a list that are kept for those who come back.
const KEPT: usize = 2_000;
/// Bytes of them.
const KEPT_BYTES: usize = 2 * 1024 * 1024;
/// How long a list that nobody has open goes on keeping them.
const KEPT_UNHEARD: SignedDuration = SignedDuration::from_mins(15);

/// Who is connected, and the lists that somebody hears of, or did a moment ago.
#[derive(Default)]
pub(crate) struct Subscriptions {
    connections: HashMap<u64, Connection>,
    channels: HashMap<ListId, Channel>,
}

/// One list's readers.
pub(crate) struct Channel {
    subscribers: Vec<Subscriber>,
    pub(crate) presence: Presence,
    /// Serialized changes, oldest first, the last being that of `version`.
    kept: VecDeque<Bytes>,
    kept_bytes: usize,
    version: u64,
    heard: Timestamp,
}

struct Subscriber {
    connection: Connection,
    /// The last version that was queued for it.
    version: u64,
}

/// A subscription that ended.
pub(crate) struct Ended {
    pub(crate) session: Arc<str>,
    pub(crate) list: ListId,
    pub(crate) version: u64,
}

impl Subscriptions {
    /// Whether changes of a list are worth serializing.
    pub(crate) fn hears(&self, list: ListId) -> bool {
        self.channels.contains_key(&list)
    }

    /// Lists that somebody has open.
    pub(crate) fn open_lists(&self) -> impl Iterator<Item = ListId> {
        let open = self
            .channels
            .iter()
            .filter(|(_, c)| !c.subscribers.is_empty());
        open.map(|(list, _)| *list)
    }

    /// Tells the readers of a list what they may miss.
    pub(crate) fn hint(&self, list: ListId, text: &Bytes) {
        if let Some(channel) = self.channels.get(&list) {
            let subscribers = channel.subscribers.iter();
            subscribers.for_each(|s| s.connection.outbox.send_hint(text.clone()));
        }
    }

    /// A list's readers, where it is heard of.
    pub(crate) fn channel(&mut self, list: ListId) -> Option<&mut Channel> {
        self.channels.get_mut(&list)
    }

    /// Begins to hear of a list that stands at a version.
    pub(crate) fn begin(&mut self, list: ListId, version: u64, at: Timestamp) -> &mut Channel {
        self.channels.entry(list).or_insert_with(|| Channel {
            subscribers: Vec::new(),
            presence: Presence::default(),
            kept: VecDeque::new(),
            kept_bytes: 0,
            version,
            heard: at,
        })
    }

    /// A connection begins.
    pub(crate) fn connect(&mut self, connection: Connection) {
        self.connections.insert(connection.id, connection);
    }

    /// A connection is gone, or closes one list.
    pub(crate) fn end(&mut self, connection: u64, list: Option<ListId>) -> Vec<Ended> {
        if list.is_none() {
            self.connections.remove(&connection);
        }
        let lists = self
            .channels
            .iter_mut()
            .filter(|(id, _)| list.is_none_or(|only| only == **id));
        lists
            .flat_map(|(id, channel)| channel.end_where(*id, |s| s.connection.id == connection))
            .collect()
    }

    /// Ends what readers may no longer see, and tells them.
    pub(crate) fn revoke(&mut self, team: &Team) -> Vec<Ended> {
        let mut ended = Vec::new();
        for (list, channel) in &mut self.channels {
            let may_see = |user: UserId| team.find_visible_list(user, *list).is_some();
            let closed = ServerMessage::Closed(Closed {
                list: *list,
                code: "revoked",
            });
            for subscriber in channel
                .subscribers
                .iter()
                .filter(|s| !may_see(s.connection.caller.user))
            {
                // Where it is not queued, opening the list again tells the same.
                let _is_queued = subscriber.connection.tell_of(*list, &closed);
            }
            ended.extend(channel.end_where(*list, |s| !may_see(s.connection.caller.user)));
        }
        let strangers = self
            .connections
            .values()
            .filter(|c| team.find_role(c.caller.user).is_none());
        strangers.for_each(|connection| connection.outbox.hang_up(Ending::Unwelcome));
        ended
    }

    /// Ends what a session has open of a list, and tells it to open the list anew.
    pub(crate) fn expire(&mut self, session: &str, list: ListId) {
        let Some(channel) = self.channels.get_mut(&list) else {
            return;
        };
        let is_theirs = |s: &Subscriber| *s.connection.caller.session == *session;
        for subscriber in channel.subscribers.iter().filter(|s| is_theirs(s)) {
            let reopen = ServerMessage::Reopen(Reopen { list });
            let _is_queued = subscriber.connection.tell_of(list, &reopen);
        }
        channel.end_where(list, is_theirs);
    }

    /// Ends the connections of somebody, of one session or of all.
    pub(crate) fn hang_up(&mut self, user: UserId, session: Option<&str>) -> Vec<Ended> {
        let is_theirs = |c: &Connection| {
            c.caller.user == user && session.is_none_or(|session| *c.caller.session == *session)
        };
        self.connections
            .values()
            .filter(|c| is_theirs(c))
            .for_each(|c| c.outbox.hang_up(Ending::Unwelcome));
        let channels = self.channels.iter_mut();
        channels
            .flat_map(|(list, channel)| channel.end_where(*list, |s| is_theirs(&s.connection)))
            .collect()
    }

    /// Tells somebody's connections that what they may do has changed.
    pub(crate) fn tell_of_oneself(&self, user: UserId) {
        let theirs = |c: &&Connection| c.caller.user == user;
        for connection in self.connections.values().filter(theirs) {
            if let Ok(text) = serde_json::to_vec(&ServerMessage::Me(Me {})) {
                connection.outbox.send_hint(text.into());
            }
        }
    }

    /// Ends all connections, since the server stops.
    pub(crate) fn go_away(&self) {
        for connection in self.connections.values() {
            connection.outbox.hang_up(Ending::GoingAway);
        }
    }

    /// Forgets lists that nobody has had open for a while, and tells the others who is there.
    pub(crate) fn sweep(&mut self, at: Timestamp) {
        self.channels.retain(|_, channel| {
            if !channel.subscribers.is_empty() {
                channel.heard = at;
            }
            at.duration_since(channel.heard) <= KEPT_UNHEARD
        });
        for (list, channel) in &mut self.channels {
            let Some(view) = channel.presence.take_change(*list) else {
                continue;
            };
            if let Ok(text) = serde_json::to_vec(&ServerMessage::Presence(view)).map(Bytes::from) {
                channel
                    .subscribers
                    .iter()
                    .for_each(|s| s.connection.outbox.send_hint(text.clone()));
            }
        }
    }

    /// Whether nobody is connected.
    pub(crate) fn is_quiet(&self) -> bool {
        self.connections.is_empty()
    }
}

impl Channel {
    /// The changes after a version, where all of them are still kept.
    pub(crate) fn since(&self, version: u64) -> Option<impl Iterator<Item = &Bytes>> {
        let missed = usize::try_from(self.version.checked_sub(version)?).ok()?;
        let skipped = self.kept.len().checked_sub(missed)?;
        Some(self.kept.iter().skip(skipped))
    }

    /// Whether somebody who holds a version can be brought to the list's, which may be staged ahead of what was published.
    pub(crate) fn can_resume(&self, held: u64, now: u64) -> bool {
        held <= now && self.version.saturating_sub(held) <= self.kept.len() as u64
    }

    pub(crate) fn subscribe(&mut self, connection: Connection) {
        self.subscribers
            .retain(|s| s.connection.id != connection.id);
        self.presence
            .set(connection.id, connection.caller.user, None);
        self.subscribers.push(Subscriber {
            connection,
            version: self.version,
        });
    }

    /// A connection has the list no longer open.
    pub(crate) fn unsubscribe(&mut self, connection: u64) {
        self.subscribers.retain(|s| s.connection.id != connection);
        self.presence.remove(connection);
    }

    /// Whether a connection has the list open: its person, then.
    pub(crate) fn reader(&self, connection: u64) -> Option<UserId> {
        self.subscribers
            .iter()
            .find(|s| s.connection.id == connection)
            .map(|s| s.connection.caller.user)
    }

    /// Tells everybody of changes, in one message. Whoever lags is told later to open the list again.
    pub(crate) fn publish(
        &mut self,
        list: ListId,
        changes: Vec<Bytes>,
        version: u64,
    ) -> Vec<Ended> {
        let message = message_of(changes.iter());
        self.version = version;
        for change in changes {
            self.kept_bytes += change.len();
            self.kept.push_back(change);
        }
        while self.kept.len() > KEPT || self.kept_bytes > KEPT_BYTES {
            let Some(dropped) = self.kept.pop_front() else {
                break;
            };
            self.kept_bytes -= dropped.len();
        }
        let mut lost = Vec::new();
        for subscriber in &mut self.subscribers {
            if subscriber.connection.outbox.send(list, message.clone()) {
                subscriber.version = version;
            } else {
                lost.push(subscriber.connection.id);
            }
        }
        self.end_where(list, |s| lost.contains(&s.connection.id))
    }

    fn end_where(&mut self, list: ListId, is_over: impl Fn(&Subscriber) -> bool) -> Vec<Ended> {
        let mut ended = Vec::new();
        self.subscribers.retain(|subscriber| {
            if !is_over(subscriber) {
                return true;
            }
            let session = subscriber.connection.caller.session.clone();
            ended.push((
                subscriber.connection.id,
                Ended {
                    session,
                    list,
                    version: subscriber.version,
                },
            ));
            false
        });
        for (connection, _) in &ended {
            self.presence.remove(*connection);
        }
        ended.into_iter().map(|(_, ended)| ended).collect()
    }
}

/// One message of changes that are serialized already.
pub(crate) fn message_of<'a>(changes: impl Iterator<Item = &'a Bytes>) -> Bytes {
    let mut text = Vec::with_capacity(512);
    text.extend_from_slice(b"{\"changes\":[");
    for (i, change) in changes.enumerate() {
        if i > 0 {
            text.push(b',');
        }
        text.extend_from_slice(change);
    }
    text.extend_from_slice(b"]}");
    text.into()
}
