//! The suite that every engine passes.

use journal::{Journal, conformance::Engine};
use journal_sqlite::{OpenOptions, SqliteJournal};
use std::sync::Arc;
use tempfile::TempDir;

struct Sqlite {
    journal: Arc<SqliteJournal>,
    dir: TempDir,
}

impl Sqlite {
    fn open(dir: TempDir) -> Self {
        let journal = SqliteJournal::open(dir.path(), OpenOptions::default()).unwrap();
        Self {
            journal: Arc::new(journal),
            dir,
        }
    }
}

impl Engine for Sqlite {
    async fn begin() -> Self {
        Self::open(TempDir::new().unwrap())
    }

    fn journal(&self) -> Arc<dyn Journal> {
        self.journal.clone()
    }

    async fn reopen(self) -> Self {
        self.journal.close();
        Self::open(self.dir)
    }
}

journal::conformance!(Sqlite);
