//! Randomness and fresh ids: the only place of the crate where they come from.

use journal::Salt;
use uuid::Uuid;

/// Random bytes, fetched from the operating system a page at a time: an entry needs 32, and a call for each would cost more than
/// its hashes.
pub(crate) struct Salts {
    page: Box<[u8; 4096]>,
    used: usize,
}

impl Salts {
    pub(crate) fn new() -> Self {
        Self {
            page: Box::new([0; 4096]),
            used: 4096,
        }
    }

    /// A salt that was never handed out before.
    ///
    /// # Errors
    /// The operating system has no randomness to give.
    pub(crate) fn fresh(&mut self) -> Result<Salt, getrandom::Error> {
        if self.used == self.page.len() {
            getrandom::fill(&mut self.page[..])?;
            self.used = 0;
        }
        let (_, rest) = self.page.split_at_mut(self.used);
        let (salt, _) = rest.split_at_mut(16);
        let mut fresh = [0; 16];
        fresh.swap_with_slice(salt);
        self.used += 16;
        Ok(fresh)
    }
}

/// An id that nobody used yet. Version 7: ids of one time stay together on disk.
pub(crate) fn fresh_id() -> Uuid {
    Uuid::now_v7()
}
