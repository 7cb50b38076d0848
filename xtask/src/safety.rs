//! docs/safety.md names, for every rule of a safe patient list, a test that is there or the word "later".

use crate::repository::Repository;
use anyhow::{Context, Result};
use std::path::Path;

/// What is wrong with the page, one sentence each.
pub(crate) fn violations(repository: &Repository) -> Result<Vec<String>> {
    let page = repository.root().join("docs/safety.md");
    let text = std::fs::read_to_string(&page).context("docs/safety.md cannot be read")?;
    Ok(of_page(&text, &|path| {
        std::fs::read_to_string(repository.root().join(Path::new(path))).ok()
    }))
}

fn of_page(text: &str, read: &dyn Fn(&str) -> Option<String>) -> Vec<String> {
    let rows = text.lines().enumerate().filter_map(|(number, line)| {
        let cells: Vec<&str> = line.strip_prefix('|')?.split('|').map(str::trim).collect();
        match cells.as_slice() {
            [rule, _, shown, ""] if *rule != "rule" && !rule.starts_with("---") => {
                Some((number + 1, *shown))
            }
            _ => None,
        }
    });
    rows.flat_map(|(number, shown)| of_row(number, shown, read))
        .collect()
}

fn of_row(number: usize, shown: &str, read: &dyn Fn(&str) -> Option<String>) -> Vec<String> {
    if shown == "later" {
        return Vec::new();
    }
    let tests: Vec<&str> = shown
        .split('`')
        .filter(|span| span.contains(" :: "))
        .collect();
    if tests.is_empty() {
        return vec![format!(
            "docs/safety.md:{number}: name a test as `path :: title`, or say later"
        )];
    }
    let is_missing = |test: &&str| {
        test.split_once(" :: ")
            .is_none_or(|(path, title)| read(path).is_none_or(|source| !source.contains(title)))
    };
    tests
        .into_iter()
        .filter(is_missing)
        .map(|test| format!("docs/safety.md:{number}: there is no test `{test}`"))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(row: &str) -> Vec<String> {
        let page = format!("| rule | source | shown by |\n|---|---|---|\n{row}\n");
        of_page(&page, &|path| {
            (path == "a.test.ts").then(|| "test(\"beds come in order\"".to_owned())
        })
    }

    #[test]
    fn a_rule_has_a_test_that_is_there_or_says_later() {
        assert!(found("| Beds | PAL | `a.test.ts :: beds come in order` |").is_empty());
        assert!(found("| Beds | PAL | later |").is_empty());
    }

    #[test]
    fn a_rule_without_a_test_and_a_test_that_is_gone_are_refused() {
        assert_eq!(found("| Beds | PAL | |").len(), 1);
        assert_eq!(found("| Beds | PAL | `a.test.ts :: beds fly` |").len(), 1);
        assert_eq!(
            found("| Beds | PAL | `b.test.ts :: beds come in order` |").len(),
            1
        );
    }
}
