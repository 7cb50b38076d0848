//! What the places and medications are called that charts only refer to. A ward's patients lie in the same beds day after day: without this, each
//! refresh of a chart would cost a second round trip for the name of a bed.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

/// How long a name is relied upon.
const GOOD_FOR: Duration = Duration::from_secs(600);
/// Names of one connection.
const NAMES: usize = 2_000;
/// Bytes of a resource that is kept.
const BYTES: usize = 16 * 1024;

/// Resources by the reference to them, as `Location/ID`.
#[derive(Default)]
pub(crate) struct Names {
    kept: Mutex<HashMap<String, Kept>>,
}

struct Kept {
    read_at: Instant,
    body: Arc<[u8]>,
}

impl Kept {
    fn is_good(&self, now: Instant) -> bool {
        now.saturating_duration_since(self.read_at) < GOOD_FOR
    }
}

impl Names {
    /// The resource, where it was read not long ago.
    pub(crate) fn find(&self, reference: &str, now: Instant) -> Option<Arc<[u8]>> {
        let kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        let one = kept.get(reference).filter(|one| one.is_good(now))?;
        Some(Arc::clone(&one.body))
    }

    /// Keeps a resource that was read.
    pub(crate) fn keep(&self, reference: &str, body: &[u8], now: Instant) {
        if body.len() > BYTES {
            return;
        }
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        if kept.len() >= NAMES {
            kept.retain(|_, one| one.is_good(now));
        }
        if kept.len() < NAMES {
            let one = Kept {
                read_at: now,
                body: body.into(),
            };
            kept.insert(reference.to_owned(), one);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_kept_for_a_while_and_their_number_is_bounded() {
        let names = Names::default();
        let start = Instant::now();
        for index in 0..=NAMES {
            names.keep(&format!("Location/{index}"), b"bed", start);
        }
        assert!(
            names
                .find("Location/0", start)
                .is_some_and(|body| *body == *b"bed")
        );
        assert!(names.find(&format!("Location/{NAMES}"), start).is_none());
        let later = start + GOOD_FOR;
        assert!(names.find("Location/0", later).is_none());
        names.keep("Location/new", b"bed", later);
        assert!(names.find("Location/new", later).is_some());
        names.keep("Location/large", &vec![0; BYTES + 1], later);
        assert!(names.find("Location/large", later).is_none());
    }
}
