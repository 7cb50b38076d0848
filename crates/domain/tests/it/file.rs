//! Files that are made of the code: a test compares them, and `UPDATE=1` writes them.

use std::path::Path;

/// Compares a file of the repository with what it has to say.
pub fn assert_is(path: &str, wanted: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(&path, wanted).unwrap();
    }
    let found = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        found == wanted,
        "{} is stale: run `UPDATE=1 cargo test -p domain` and look at the difference. It has to say:\n{wanted}",
        path.display()
    );
}
