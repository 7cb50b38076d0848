//! What was asked of the sandbox.

use std::{
    collections::BTreeMap,
    sync::{Mutex, MutexGuard, PoisonError},
};

/// The requests since the start, or since the counts were last set to zero.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize)]
pub struct Counts {
    /// All requests by HTTP, those of the sandbox's own controls left out.
    pub total: u64,
    /// By kind: `metadata`, `smart-configuration`, `token`, `batch`, `read Patient`, `search Observation`, `other`; and
    /// `batch search Observation`, `batch read Patient` for the parts of a batch, which are no requests of their own.
    pub by_kind: BTreeMap<String, u64>,
    /// The most requests that were under way at the same time.
    pub most_at_once: u64,
}

impl Counts {
    /// How many there were of a kind.
    #[must_use]
    pub fn of(&self, kind: &str) -> u64 {
        self.by_kind.get(kind).copied().unwrap_or(0)
    }
}

#[derive(Default)]
pub(super) struct Counter {
    inner: Mutex<Inner>,
}

#[derive(Default)]
struct Inner {
    counts: Counts,
    under_way: u64,
}

/// One request; it is over when this is dropped.
pub(super) struct UnderWay<'a>(&'a Counter);

impl Counter {
    pub(super) fn begin(&self) -> UnderWay<'_> {
        let mut inner = self.lock();
        inner.counts.total += 1;
        inner.under_way += 1;
        inner.counts.most_at_once = inner.counts.most_at_once.max(inner.under_way);
        UnderWay(self)
    }

    pub(super) fn note(&self, kind: String) {
        *self.lock().counts.by_kind.entry(kind).or_default() += 1;
    }

    pub(super) fn read(&self) -> Counts {
        self.lock().counts.clone()
    }

    pub(super) fn reset(&self) {
        self.lock().counts = Counts::default();
    }

    fn lock(&self) -> MutexGuard<'_, Inner> {
        self.inner.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for UnderWay<'_> {
    fn drop(&mut self) {
        self.0.lock().under_way -= 1;
    }
}
