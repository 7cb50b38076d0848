//! The log: on standard error, as much as `PATIENTS_LOG` asks for.

use tracing::{Level, Metadata};
use tracing_subscriber::filter::{FilterExt, filter_fn};
use tracing_subscriber::layer::SubscriberExt;
use tracing_subscriber::{EnvFilter, Layer};

/// Our own crates. What they log holds nothing of a patient and no secret; others log bodies and messages as they come, where they are let.
const OURS: [&str; 9] = [
    "domain",
    "ehr",
    "ehr_sandbox",
    "http_api",
    "identity",
    "journal",
    "journal_sqlite",
    "patients",
    "service",
];

/// Begins to log. What goes through the crate `log` is not heard: it names no crate that could be told apart in time.
pub(crate) fn begin() {
    let asked = EnvFilter::try_from_env("PATIENTS_LOG").unwrap_or_else(|_| EnvFilter::new("info"));
    let lines = tracing_subscriber::fmt::layer()
        .with_writer(std::io::stderr)
        .with_target(false)
        .with_filter(asked.and(filter_fn(is_fit)));
    let subscriber = tracing_subscriber::registry().with(lines);
    // Only a second call fails, and there is none.
    let _is_set = tracing::subscriber::set_global_default(subscriber).is_ok();
}

/// Whether something may be logged at all, whatever is asked for.
fn is_fit(metadata: &Metadata<'_>) -> bool {
    let target = metadata.target();
    let name = target.split("::").next().unwrap_or(target);
    OURS.contains(&name) || *metadata.level() <= Level::WARN
}
