//! How long somebody looked at a list: an opened list stays an access until it is closed.

use crate::caller::Caller;
use domain::team::access_event::{Access, EndReason, ListViewEnded};
use domain::{ListId, ViewId};
use jiff::{SignedDuration, Timestamp};
use std::collections::HashMap;
use std::sync::Arc;

/// A gap of the same session that is resumed within this time is the same view.
const GAP: SignedDuration = SignedDuration::from_mins(5);
/// No view is longer: what stays open overnight is looked at anew.
const LONGEST: SignedDuration = SignedDuration::from_hours(12);

/// A session's view of a list.
type Key = (Arc<str>, ListId);

/// The views that are open now.
#[derive(Default)]
pub(crate) struct Views {
    views: HashMap<Key, View>,
    /// What was done since the last durable append, oldest first: it is taken back where the next one fails.
    steps: Vec<(Key, Step)>,
}

/// What was done to a view.
enum Step {
    /// It began.
    Began,
    /// A connection took it up, which was lost since then.
    TakenUp(Option<Timestamp>),
}

struct View {
    id: ViewId,
    caller: Caller,
    began: Timestamp,
    version: u64,
    connections: u32,
    lost: Option<Timestamp>,
}

/// The end of a view, to be journalled in the name of who looked.
pub(crate) struct Ended {
    pub(crate) caller: Caller,
    pub(crate) list: ListId,
    pub(crate) reason: EndReason,
    pub(crate) access: Access,
}

/// How a connection got its view.
pub(crate) enum Began {
    /// The view goes on.
    Resumed,
    /// It is a new one, to be journalled.
    New(ViewId),
}

impl Views {
    /// A session reads a list: the view it continues, or a fresh one that begins now.
    pub(crate) fn read(
        &mut self,
        caller: &Caller,
        list: ListId,
        version: u64,
        at: Timestamp,
        fresh: ViewId,
    ) -> ViewId {
        let key = (caller.session.clone(), list);
        let view = self.views.entry(key.clone()).or_insert_with(|| {
            self.steps.push((key, Step::Began));
            View {
                id: fresh,
                caller: caller.clone(),
                began: at,
                version,
                connections: 0,
                lost: None,
            }
        });
        view.version = version.max(view.version);
        if view.connections == 0 {
            view.lost = Some(at);
        }
        view.id
    }

    /// A connection opens a list, which it may have open already.
    pub(crate) fn open(
        &mut self,
        caller: &Caller,
        list: ListId,
        version: u64,
        at: Timestamp,
        fresh: ViewId,
        is_open: bool,
    ) -> Began {
        let id = self.read(caller, list, version, at, fresh);
        let key = (caller.session.clone(), list);
        if let Some(view) = self.views.get_mut(&key)
            && (!is_open || view.connections == 0)
        {
            self.steps.push((key, Step::TakenUp(view.lost)));
            view.connections += 1;
            view.lost = None;
        }
        if id == fresh {
            Began::New(id)
        } else {
            Began::Resumed
        }
    }

    /// What was done is journalled.
    pub(crate) fn keep(&mut self) {
        self.steps.clear();
    }

    /// What was done could not be journalled: nothing of it left the server, and a view that began then is none.
    pub(crate) fn take_back(&mut self) {
        while let Some((key, step)) = self.steps.pop() {
            match step {
                Step::Began => {
                    self.views.remove(&key);
                }
                Step::TakenUp(lost) => {
                    if let Some(view) = self.views.get_mut(&key) {
                        view.connections = view.connections.saturating_sub(1);
                        view.lost = lost;
                    }
                }
            }
        }
    }

    /// A connection closes a list, or is lost.
    pub(crate) fn close(
        &mut self,
        session: &Arc<str>,
        list: ListId,
        version: u64,
        at: Timestamp,
        reason: EndReason,
    ) -> Option<Ended> {
        let key = (session.clone(), list);
        let view = self.views.get_mut(&key)?;
        view.version = version.max(view.version);
        view.connections = view.connections.saturating_sub(1);
        if view.connections > 0 {
            return None;
        }
        if reason == EndReason::Lost {
            view.lost = Some(at);
            return None;
        }
        self.views.remove(&key).map(|view| view.ended(list, reason))
    }

    /// Whether some view goes on, so that the team must stay in memory.
    pub(crate) fn is_empty(&self) -> bool {
        self.views.is_empty()
    }

    /// Views that were lost and not resumed, and views that are too long.
    pub(crate) fn sweep(&mut self, at: Timestamp) -> Vec<Ended> {
        self.end_where(|view| {
            let since = |then: Timestamp| at.duration_since(then);
            if view.lost.is_some_and(|lost| since(lost) > GAP) {
                Some(EndReason::Lost)
            } else if since(view.began) > LONGEST {
                Some(EndReason::Expired)
            } else {
                None
            }
        })
    }

    /// The server stops.
    pub(crate) fn stop(&mut self) -> Vec<Ended> {
        self.end_where(|_| Some(EndReason::Stopped))
    }

    fn end_where(&mut self, reason: impl Fn(&View) -> Option<EndReason>) -> Vec<Ended> {
        let over: Vec<_> = self
            .views
            .iter()
            .filter_map(|(key, view)| reason(view).map(|r| (key.clone(), r)))
            .collect();
        over.into_iter()
            .filter_map(|(key, r)| self.views.remove(&key).map(|view| view.ended(key.1, r)))
            .collect()
    }
}

impl View {
    fn ended(self, list: ListId, reason: EndReason) -> Ended {
        let ended = ListViewEnded {
            list,
            view: self.id,
            version: self.version,
            reason,
        };
        Ended {
            caller: self.caller,
            list,
            reason,
            access: Access::ListViewEnded(ended),
        }
    }
}
