//! The domain asks no clock, rolls no dice and touches no file: what it needs comes in by `Context`.

use crate::repository::Repository;
use anyhow::Result;

/// Words for a clock, randomness, I/O, threads and logging.
const REFUSED: &[&str] = &[
    "Timestamp::now",
    "Zoned::now",
    "SystemTime",
    "Instant",
    "Uuid::new_v4",
    "Uuid::now_v7",
    "rand",
    "getrandom",
    "RandomState",
    "std::fs",
    "std::net",
    "std::env",
    "std::io",
    "std::process",
    "std::thread",
    "fs::",
    "net::",
    "env::",
    "tokio",
    "tracing",
];

/// Every place in the domain's own code, its tests apart, with a refused word.
pub(crate) fn violations(repository: &Repository) -> Result<Vec<String>> {
    let mut found = Vec::new();
    for path in repository.source_files()? {
        let of_domain = path.starts_with("crates/domain/src");
        let of_tests = path.ends_with("tests.rs") || path.iter().any(|part| part == "tests");
        if !of_domain || of_tests || path.extension().is_none_or(|end| end != "rs") {
            continue;
        }
        let text = std::fs::read_to_string(repository.root().join(&path))?;
        found.extend(words_in(&text).map(|(line, word)| {
            format!(
                "{}:{line}: `{word}` in the domain: let the service put it into Context",
                path.display()
            )
        }));
    }
    Ok(found)
}

/// Line numbers (from 1) and refused words of a Rust file, up to its test module, comments apart.
fn words_in(text: &str) -> impl Iterator<Item = (usize, &'static str)> {
    let end = text.find("#[cfg(test)]\nmod ").unwrap_or(text.len());
    text[..end].lines().enumerate().flat_map(|(index, line)| {
        let code = line.split("//").next().unwrap_or_default();
        REFUSED
            .iter()
            .filter(move |word| has_word(code, word))
            .map(move |word| (index + 1, *word))
    })
}

/// Whether `word` stands in `code` and is no part of a longer name.
fn has_word(code: &str, word: &str) -> bool {
    let is_name = |c: char| c.is_alphanumeric() || c == '_';
    code.match_indices(word).any(|(at, _)| {
        let before = code[..at].chars().next_back();
        let after = code[at + word.len()..].chars().next();
        !before.is_some_and(is_name) && (word.ends_with(':') || !after.is_some_and(is_name))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<(usize, &'static str)> {
        words_in(text).collect()
    }

    #[test]
    fn a_clock_dice_and_files_are_found_with_their_line() {
        assert_eq!(
            found("use jiff::Timestamp;\nlet now = Timestamp::now();"),
            [(2, "Timestamp::now")]
        );
        assert_eq!(found("let id = Uuid::now_v7();"), [(1, "Uuid::now_v7")]);
        assert_eq!(found("use std::{fs, io};\nfs::read(p)"), [(2, "fs::")]);
        assert_eq!(found("tracing::info!(\"x\")"), [(1, "tracing")]);
    }

    #[test]
    fn comments_longer_names_and_tests_pass() {
        assert!(found("// no tokio here").is_empty());
        assert!(found("/// brand, operand, Instantly").is_empty());
        assert!(found("let operand = backtracing;").is_empty());
        assert!(found("fn f() {}\n#[cfg(test)]\nmod tests { use std::fs; }").is_empty());
    }
}
