//! A journal between the service and the real one, whose disk is full at a word.

use journal::{
    Append, AppendError, Appended, Entry, Journal, KeyValue, Owner, Pending, ReadError,
    RecordChange, Snapshot, StreamId, Table, WriteError,
};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, OnceLock};

/// A journal that can be full.
#[derive(Default)]
pub struct Faulty {
    real: OnceLock<Arc<dyn Journal>>,
    refuses_all: AtomicBool,
    refuses_changes: AtomicBool,
    refuses_clearing: AtomicBool,
}

impl Faulty {
    pub fn stand_before(&self, real: Arc<dyn Journal>) {
        assert!(
            self.real.set(real).is_ok(),
            "it stands before a journal already"
        );
    }

    /// From now on nothing can be written, or everything again.
    pub fn fill_up(&self, is_full: bool) {
        self.refuses_all.store(is_full, Ordering::SeqCst);
    }

    /// From now on there is room for accesses only, or for everything again.
    pub fn refuse_changes(&self, is_full: bool) {
        self.refuses_changes.store(is_full, Ordering::SeqCst);
    }

    /// From now on nothing kept of a record can be removed, or again.
    pub fn refuse_clearing(&self, is_refused: bool) {
        self.refuses_clearing.store(is_refused, Ordering::SeqCst);
    }

    fn real(&self) -> &dyn Journal {
        &**self.real.get().unwrap()
    }
}

impl Journal for Faulty {
    fn append(&self, append: Append) -> Pending<'_, Result<Appended, AppendError>> {
        let is_refused = self.refuses_all.load(Ordering::SeqCst)
            || self.refuses_changes.load(Ordering::SeqCst) && !append.changes.is_empty();
        if is_refused {
            return Box::pin(async { Err(AppendError::NoSpace) });
        }
        self.real().append(append)
    }

    fn read(
        &self,
        stream: StreamId,
        after: u64,
        limit: usize,
    ) -> Pending<'_, Result<Vec<Entry>, ReadError>> {
        self.real().read(stream, after, limit)
    }

    fn head(&self, stream: StreamId) -> Pending<'_, Result<u64, ReadError>> {
        self.real().head(stream)
    }

    fn owners(&self) -> Pending<'_, Result<Vec<Owner>, ReadError>> {
        self.real().owners()
    }

    fn load_snapshot(&self, owner: Owner) -> Pending<'_, Result<Option<Snapshot>, ReadError>> {
        self.real().load_snapshot(owner)
    }

    fn save_snapshot(
        &self,
        owner: Owner,
        snapshot: Snapshot,
    ) -> Pending<'_, Result<(), WriteError>> {
        self.real().save_snapshot(owner, snapshot)
    }

    fn get_record(
        &self,
        table: Table,
        key: &str,
    ) -> Pending<'_, Result<Option<Vec<u8>>, ReadError>> {
        self.real().get_record(table, key)
    }

    fn put_records(&self, changes: Vec<RecordChange>) -> Pending<'_, Result<(), WriteError>> {
        let clears = changes.iter().any(|change| {
            change.value.is_none() && matches!(change.table, Table::ChartCache | Table::EhrSecret)
        });
        if self.refuses_all.load(Ordering::SeqCst)
            || self.refuses_clearing.load(Ordering::SeqCst) && clears
        {
            return Box::pin(async { Err(WriteError::NoSpace) });
        }
        self.real().put_records(changes)
    }

    fn scan_records(
        &self,
        table: Table,
        prefix: &str,
    ) -> Pending<'_, Result<Vec<KeyValue>, ReadError>> {
        self.real().scan_records(table, prefix)
    }
}
