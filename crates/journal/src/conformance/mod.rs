//! The tests that every storage engine has to pass.
//!
//! An engine implements [`Engine`] for a type of its tests and calls [`conformance!`](crate::conformance!) once. It needs tokio for that.
#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "tests, whose names are the sentences of the rules"
)]

mod appending;
mod conflicts;
mod fixture;
mod reading;
mod values;

pub use appending::*;
pub use conflicts::*;
pub use reading::*;
pub use values::*;

use crate::Journal;
use std::sync::Arc;

/// A storage engine under test.
pub trait Engine: Sized + Send {
    /// Begins with an empty store of its own.
    fn begin() -> impl Future<Output = Self> + Send;
    /// The journal on that store.
    fn journal(&self) -> Arc<dyn Journal>;
    /// Closes the journal and opens the same store again. Nobody else holds the journal.
    fn reopen(self) -> impl Future<Output = Self> + Send;
}

/// Runs every test of the suite against an engine.
#[macro_export]
macro_rules! conformance {
    ($engine:ty) => {
        $crate::conformance! { $engine =>
            an_empty_store_has_nothing
            what_was_appended_is_read_back
            both_streams_are_appended_at_once
            an_append_of_nothing_answers_where_the_streams_end
            a_long_append_is_whole
            many_append_at_once_and_nothing_is_lost
            appends_are_applied_in_the_order_of_the_calls
            one_owner_cannot_be_taken_for_another
            owners_are_listed_once_and_in_order

            reading_goes_on_where_a_page_ended
            reading_past_the_end_finds_nothing
            the_chain_is_what_the_format_says
            positions_grow_within_a_stream
            a_stream_is_read_while_it_grows
            a_stream_survives_reopening
            a_stream_goes_on_after_reopening

            a_change_on_old_state_is_refused_with_what_was_missed
            a_refused_append_leaves_nothing
            looking_never_conflicts
            a_change_on_state_from_elsewhere_is_refused
            a_long_conflict_hands_back_its_beginning
            of_those_who_decide_at_once_one_wins

            a_snapshot_replaces_the_one_before
            snapshots_of_owners_are_apart
            records_are_put_replaced_and_removed
            records_of_tables_are_apart
            the_later_change_of_a_key_counts
            records_are_found_by_prefix_in_order
            values_survive_reopening
        }
    };
    ($engine:ty => $($test:ident)+) => {$(
        #[tokio::test(flavor = "multi_thread", worker_threads = 4)]
        async fn $test() {
            $crate::conformance::$test::<$engine>().await;
        }
    )+};
}
