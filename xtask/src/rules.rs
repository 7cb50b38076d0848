//! Pages of rules: each row names a test that is there, or says why there is none.

use crate::repository::Repository;
use anyhow::{Context, Result};
use std::path::Path;

/// A page with tables whose first column is headed "rule": the rule, something about it, and what shows that it is kept. Other tables are none of ours.
struct Page {
    path: &'static str,
    /// What a row may say instead of a test.
    instead: &'static str,
    is_instead: fn(&str) -> bool,
}

const PAGES: [Page; 2] = [
    Page {
        path: "docs/safety.md",
        instead: "say later",
        is_instead: |shown| shown == "later",
    },
    Page {
        path: "docs/security.md",
        instead: "say `later (#N)` with the issue's number, or `does not apply: ` and why",
        is_instead: |shown| is_later(shown) || has_reason(shown),
    },
];

fn is_later(shown: &str) -> bool {
    let number = shown
        .strip_prefix("later (#")
        .and_then(|rest| rest.strip_suffix(')'));
    number.is_some_and(|number| number.parse::<u32>().is_ok())
}

fn has_reason(shown: &str) -> bool {
    let reason = shown.strip_prefix("does not apply: ");
    reason.is_some_and(|reason| reason.trim().len() > 3)
}

/// What is wrong with the pages, one sentence each.
pub(crate) fn violations(repository: &Repository) -> Result<Vec<String>> {
    let mut found = Vec::new();
    for page in &PAGES {
        let text = std::fs::read_to_string(repository.root().join(page.path))
            .with_context(|| format!("{} cannot be read", page.path))?;
        found.extend(of_page(page, &text, &|path| {
            std::fs::read_to_string(repository.root().join(Path::new(path))).ok()
        }));
    }
    Ok(found)
}

fn of_page(page: &Page, text: &str, read: &dyn Fn(&str) -> Option<String>) -> Vec<String> {
    let (mut rows, mut prose) = (Vec::new(), String::new());
    let mut is_of_rules = false;
    for (index, line) in text.lines().enumerate() {
        let cells: Option<Vec<&str>> = line
            .strip_prefix('|')
            .map(|row| row.split('|').map(str::trim).collect());
        match cells.as_deref() {
            Some(["rule", ..]) => is_of_rules = true,
            Some(cells) if is_of_rules => rows.push((index + 1, cells.to_vec())),
            _ => {
                is_of_rules = false;
                prose.push_str(line);
                prose.push('\n');
            }
        }
    }
    // A row that names a part of this page is not shown by itself.
    let read = |path: &str| match path == page.path {
        true => Some(prose.clone()),
        false => read(path),
    };
    rows.iter()
        .flat_map(|(number, cells)| match cells.as_slice() {
            [line, ..] if line.starts_with("---") => Vec::new(),
            [_, _, shown, ""] => of_row(page, *number, shown, &read),
            _ => vec![format!(
                "{}:{number}: a row of rules has three columns",
                page.path
            )],
        })
        .collect()
}

fn of_row(
    page: &Page,
    number: usize,
    shown: &str,
    read: &dyn Fn(&str) -> Option<String>,
) -> Vec<String> {
    if (page.is_instead)(shown) {
        return Vec::new();
    }
    let place = format!("{}:{number}", page.path);
    let tests: Vec<&str> = shown
        .split('`')
        .filter(|span| span.contains(" :: "))
        .collect();
    if tests.is_empty() {
        return vec![format!(
            "{place}: name a test as `path :: title`, or {}",
            page.instead
        )];
    }
    let is_missing = |test: &&str| {
        test.split_once(" :: ")
            .is_none_or(|(path, title)| read(path).is_none_or(|source| !source.contains(title)))
    };
    tests
        .into_iter()
        .filter(is_missing)
        .map(|test| format!("{place}: there is no test `{test}`"))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(page: &Page, row: &str) -> Vec<String> {
        let text = format!("| rule | source | shown by |\n|---|---|---|\n{row}\n");
        of_page(page, &text, &|path| {
            (path == "a.test.ts").then(|| "test(\"beds come in order\"".to_owned())
        })
    }

    #[test]
    fn a_rule_has_a_test_that_is_there() {
        for page in &PAGES {
            assert!(found(page, "| Beds | PAL | `a.test.ts :: beds come in order` |").is_empty());
            assert_eq!(found(page, "| Beds | PAL | |").len(), 1);
            assert_eq!(
                found(page, "| Beds | PAL | `a.test.ts :: beds fly` |").len(),
                1
            );
            assert_eq!(
                found(page, "| Beds | PAL | `b.test.ts :: beds come in order` |").len(),
                1
            );
            assert_eq!(found(page, "| Beds | PAL |").len(), 1);
            let own = format!("| Beds | PAL | `{} :: ## Beds` |", page.path);
            assert_eq!(found(page, &own).len(), 1);
            assert!(found(page, &format!("{own}\n\n## Beds")).is_empty());
            // Other tables are no rules.
            assert!(
                found(
                    page,
                    "\n| what | how | where |\n|---|---|---|\n| a | b | c |"
                )
                .is_empty()
            );
        }
    }

    #[test]
    fn or_it_says_why_it_has_none() {
        let [safety, security] = &PAGES;
        assert!(found(safety, "| Beds | PAL | later |").is_empty());
        assert!(found(security, "| 1.2.3 | L1 | later (#5) |").is_empty());
        assert!(found(security, "| 1.2.3 | L1 | does not apply: no LDAP |").is_empty());
        for empty in [
            "later",
            "later (#)",
            "later (#x)",
            "does not apply: ",
            "does not apply",
        ] {
            assert_eq!(
                found(security, &format!("| 1.2.3 | L1 | {empty} |")).len(),
                1,
                "{empty}"
            );
        }
    }
}
