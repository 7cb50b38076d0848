//! What a folder's sources were when something was last built from them.
//!
//! The server embeds the web build, so a web build that only touches its files makes cargo link the server anew. Its
//! sources are therefore compared by content.

use anyhow::{Context, Result};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

/// A hash over the paths and contents of files, in the order of their paths. Good for one machine and one version of
/// this program, which is all that a stamp in the target folder needs.
pub(crate) fn of_files(root: &Path, files: &[PathBuf]) -> Result<String> {
    let mut sorted: Vec<&PathBuf> = files.iter().collect();
    sorted.sort();
    let mut hasher = DefaultHasher::new();
    for path in sorted {
        path.hash(&mut hasher);
        std::fs::read(root.join(path))
            .with_context(|| format!("cannot read {}", path.display()))?
            .hash(&mut hasher);
    }
    Ok(format!("{:016x}", hasher.finish()))
}

#[cfg(test)]
mod tests {
    #![allow(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::panic,
        reason = "tests"
    )]
    use super::*;

    #[test]
    fn content_and_name_count_and_order_does_not() {
        let root = std::env::temp_dir().join(format!("xtask-fingerprint-{}", std::process::id()));
        std::fs::create_dir_all(&root).unwrap();
        std::fs::write(root.join("a"), "1").unwrap();
        std::fs::write(root.join("b"), "2").unwrap();
        let (a, b) = (PathBuf::from("a"), PathBuf::from("b"));
        let before = of_files(&root, &[a.clone(), b.clone()]).unwrap();
        assert_eq!(before, of_files(&root, &[b.clone(), a.clone()]).unwrap());
        assert_ne!(before, of_files(&root, std::slice::from_ref(&a)).unwrap());
        std::fs::write(root.join("b"), "3").unwrap();
        assert_ne!(before, of_files(&root, &[a, b]).unwrap());
        std::fs::remove_dir_all(&root).unwrap();
    }
}
