//! Faults on demand: what can go wrong, and what goes wrong now.

use serde::{Deserialize, Serialize};
use std::{
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicU64, Ordering},
    },
    time::{Duration, Instant},
};
use tokio::sync::watch;

/// What goes wrong. The names in JSON are those of the variants in kebab case, in the field `fault`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "fault", rename_all = "kebab-case")]
pub enum Trouble {
    /// The answer comes later.
    Slow {
        /// By how many milliseconds.
        ms: u64,
    },
    /// The answer never comes.
    Hang,
    /// Connections are refused, and those that are open break at the next request.
    Refuse,
    /// 429 with `Retry-After`.
    TooManyRequests {
        /// The seconds to wait; 1 unless said.
        #[serde(default = "one")]
        retry_after: u64,
    },
    /// An HTTP status with an OperationOutcome: 500 unless said; 403 is a resource that one may not see.
    Status {
        /// The status, from 400 to 599.
        #[serde(default = "server_error")]
        status: u16,
    },
    /// The connection breaks in the middle of the body.
    CutBody,
    /// The right body as `text/plain`.
    WrongContentType,
    /// A body that does not end for long; it is made while it is sent.
    HugeBody {
        /// Its size in millions of bytes; 100 unless said.
        #[serde(default = "hundred")]
        megabytes: u64,
    },
    /// A page of HTML with status 200, as a portal or a proxy sends it.
    HtmlPage,
    /// Errors as plain text and not as OperationOutcome.
    PlainTextErrors,
    /// All tokens end now: 401 until a new one is fetched. It is over once it is set.
    ExpiredToken,
    /// The capability statement tells of a FHIR version that does not exist.
    UnknownVersion,
    /// The capability statement does not tell where tokens are: it is found in `.well-known/smart-configuration` only.
    NoOauthExtension,
    /// Types left out of the capability statement and answered with 404: those named, or all but Patient.
    MissingResource,
    /// Search parameters are not looked at: everybody's resources are answered.
    IgnoredFilter,
    /// `_sort` is not looked at.
    IgnoredSort,
    /// Each page has a next one.
    EndlessNext,
    /// No page has a next one.
    NoNext,
    /// Bundles do not say how many there are.
    NoTotal,
    /// Entries have no `fullUrl`.
    NoFullUrl,
    /// The capability statement does not offer `_include`, which is not looked at.
    NoInclude,
    /// An OperationOutcome stands among the results.
    OutcomeEntry,
    /// `POST _search` is answered with 405.
    NoPostSearch,
}

fn one() -> u64 {
    1
}

fn hundred() -> u64 {
    100
}

fn server_error() -> u16 {
    500
}

/// A fault: what goes wrong, where, and for how long.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fault {
    /// What goes wrong.
    #[serde(flatten)]
    pub trouble: Trouble,
    /// Where: names of resource types, `metadata`, `smart-configuration`, `token`, `batch`, `other`; everywhere if empty.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub resources: Vec<String>,
    /// How often it strikes before it is over; until it is cleared if `None`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub times: Option<u64>,
    /// After how many seconds it is over; when it is cleared if `None`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seconds: Option<u64>,
}

impl Fault {
    /// A fault everywhere, until it is cleared.
    #[must_use]
    pub fn new(trouble: Trouble) -> Self {
        Self {
            trouble,
            resources: Vec::new(),
            times: None,
            seconds: None,
        }
    }

    /// Only for this resource type (or one of the other names of [`Fault::resources`]); may be said more than once.
    #[must_use]
    pub fn on(mut self, resource: &str) -> Self {
        self.resources.push(resource.to_owned());
        self
    }

    /// Only so often.
    #[must_use]
    pub fn times(mut self, times: u64) -> Self {
        self.times = Some(times);
        self
    }

    /// Only for so many seconds.
    #[must_use]
    pub fn seconds(mut self, seconds: u64) -> Self {
        self.seconds = Some(seconds);
        self
    }

    pub(super) fn touches(&self, topic: &str) -> bool {
        if self.trouble == Trouble::MissingResource && self.resources.is_empty() {
            return topic != "Patient";
        }
        self.resources.is_empty() || self.resources.iter().any(|name| name == topic)
    }
}

/// Where in the making of an answer a trouble strikes.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Stage {
    Connection,
    /// Once for an HTTP request, a whole batch included.
    Transport,
    /// In place of an answer: of a request, or of the part of a batch whose type is named.
    Status,
    Statement,
    /// On each query, those of a batch included.
    Query,
    Tokens,
}

impl Trouble {
    pub(super) fn stage(&self) -> Stage {
        match self {
            Self::Refuse => Stage::Connection,
            Self::Slow { .. }
            | Self::Hang
            | Self::CutBody
            | Self::WrongContentType
            | Self::HugeBody { .. }
            | Self::HtmlPage
            | Self::PlainTextErrors
            | Self::NoPostSearch => Stage::Transport,
            Self::TooManyRequests { .. } | Self::Status { .. } => Stage::Status,
            Self::UnknownVersion | Self::NoOauthExtension => Stage::Statement,
            Self::MissingResource
            | Self::IgnoredFilter
            | Self::IgnoredSort
            | Self::EndlessNext
            | Self::NoNext
            | Self::NoTotal
            | Self::NoFullUrl
            | Self::NoInclude
            | Self::OutcomeEntry => Stage::Query,
            Self::ExpiredToken => Stage::Tokens,
        }
    }
}

/// How a search is answered otherwise than FHIR says.
#[derive(Default)]
pub(super) struct Quirks {
    pub(super) ignores_filters: bool,
    pub(super) ignores_sort: bool,
    pub(super) has_endless_next: bool,
    pub(super) omits_next: bool,
    pub(super) omits_total: bool,
    pub(super) omits_full_url: bool,
    pub(super) omits_includes: bool,
    pub(super) adds_outcome: bool,
}

impl Quirks {
    pub(super) fn of(troubles: &[Trouble]) -> Self {
        Self {
            ignores_filters: troubles.contains(&Trouble::IgnoredFilter),
            ignores_sort: troubles.contains(&Trouble::IgnoredSort),
            has_endless_next: troubles.contains(&Trouble::EndlessNext),
            omits_next: troubles.contains(&Trouble::NoNext),
            omits_total: troubles.contains(&Trouble::NoTotal),
            omits_full_url: troubles.contains(&Trouble::NoFullUrl),
            omits_includes: troubles.contains(&Trouble::NoInclude),
            adds_outcome: troubles.contains(&Trouble::OutcomeEntry),
        }
    }
}

/// The faults of a sandbox, to be set and cleared while it runs.
#[derive(Clone)]
pub struct Faults(Arc<Shared>);

struct Shared {
    standing: Mutex<Vec<Standing>>,
    changed: watch::Sender<()>,
    token_generation: AtomicU64,
}

struct Standing {
    fault: Fault,
    remaining: Option<u64>,
    until: Option<Instant>,
}

impl Faults {
    pub(super) fn none() -> Self {
        Self(Arc::new(Shared {
            standing: Mutex::default(),
            changed: watch::Sender::new(()),
            token_generation: AtomicU64::new(0),
        }))
    }

    /// Sets a fault beside those that are set. Of the same trouble there is one at a time for the same resources.
    pub fn set(&self, fault: Fault) {
        if fault.trouble == Trouble::ExpiredToken {
            self.0.token_generation.fetch_add(1, Ordering::SeqCst);
            return;
        }
        let mut standing = self.lock();
        standing.retain(|known| {
            std::mem::discriminant(&known.fault.trouble) != std::mem::discriminant(&fault.trouble)
                || known.fault.resources != fault.resources
        });
        standing.push(Standing {
            remaining: fault.times,
            until: fault
                .seconds
                .and_then(|seconds| Instant::now().checked_add(Duration::from_secs(seconds))),
            fault,
        });
        drop(standing);
        self.0.changed.send_replace(());
    }

    /// Clears all faults.
    pub fn clear(&self) {
        self.lock().clear();
        self.0.changed.send_replace(());
    }

    /// The faults that are set and not over.
    #[must_use]
    pub fn standing(&self) -> Vec<Fault> {
        self.lock()
            .iter()
            .map(|standing| Fault {
                times: standing.remaining,
                ..standing.fault.clone()
            })
            .collect()
    }

    /// Those of a stage that strike now, each counted.
    pub(super) fn strike(&self, stage: Stage, is_struck: impl Fn(&Fault) -> bool) -> Vec<Trouble> {
        let mut struck = Vec::new();
        self.lock().retain_mut(|standing| {
            if standing.fault.trouble.stage() != stage || !is_struck(&standing.fault) {
                return true;
            }
            struck.push(standing.fault.trouble.clone());
            match &mut standing.remaining {
                Some(remaining) => {
                    *remaining = remaining.saturating_sub(1);
                    *remaining > 0
                }
                None => true,
            }
        });
        struck
    }

    /// Whether a type is left out, which is looked at without counting.
    pub(super) fn is_missing(&self, topic: &str) -> bool {
        self.stands(&Trouble::MissingResource, topic)
    }

    /// Whether a trouble stands that touches a topic, which is looked at without counting.
    pub(super) fn stands(&self, trouble: &Trouble, topic: &str) -> bool {
        self.lock()
            .iter()
            .any(|standing| standing.fault.trouble == *trouble && standing.fault.touches(topic))
    }

    pub(super) fn refuses(&self) -> bool {
        self.lock()
            .iter()
            .any(|standing| standing.fault.trouble == Trouble::Refuse)
    }

    pub(super) fn watch(&self) -> watch::Receiver<()> {
        self.0.changed.subscribe()
    }

    /// A token of an earlier generation has ended.
    pub(super) fn token_generation(&self) -> u64 {
        self.0.token_generation.load(Ordering::SeqCst)
    }

    fn lock(&self) -> MutexGuard<'_, Vec<Standing>> {
        let mut standing = self
            .0
            .standing
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        let now = Instant::now();
        standing.retain(|known| {
            known.until.is_none_or(|until| now < until) && known.remaining != Some(0)
        });
        standing
    }
}
