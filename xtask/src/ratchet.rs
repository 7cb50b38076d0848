//! What may not creep in: files that everybody must touch, and things left for later.

use crate::repository::Repository;
use anyhow::Result;
use std::path::Path;

/// The longest file in lines (style.md: "a file is one idea").
const LONGEST: usize = 600;

/// What is refused in a language. The words are joined here, so that this file passes its own check.
struct Refused {
    word: &'static str,
    /// Directives of a tool stand in comments; anything else there is prose.
    in_comments: bool,
}

const RUST: &[Refused] = &[
    code(concat!("todo", "!")),
    code(concat!("unimplemented", "!")),
    code(concat!("#[", "ignore")),
];

const TYPESCRIPT: &[Refused] = &[
    code(concat!(".on", "ly(")),
    code(concat!("test", ".skip")),
    code(concat!("test", ".fixme")),
    code(concat!("it", ".skip")),
    code(concat!("describe", ".skip")),
    code(concat!("as ", "any")),
    directive(concat!("@ts-", "ignore")),
    directive(concat!("@ts-", "nocheck")),
];

const fn code(word: &'static str) -> Refused {
    Refused {
        word,
        in_comments: false,
    }
}

const fn directive(word: &'static str) -> Refused {
    Refused {
        word,
        in_comments: true,
    }
}

/// Everything refused in the sources of this clone, one sentence each.
pub(crate) fn violations(repository: &Repository) -> Result<Vec<String>> {
    let mut found = Vec::new();
    for path in repository.source_files()? {
        let Some(refused) = language_of(&path) else {
            continue;
        };
        let text = std::fs::read_to_string(repository.root().join(&path))?;
        found.extend(of_file(&path, &text, refused));
    }
    Ok(found)
}

fn language_of(path: &Path) -> Option<&'static [Refused]> {
    match path.extension()?.to_str()? {
        "rs" => Some(RUST),
        "ts" | "tsx" => Some(TYPESCRIPT),
        _ => None,
    }
}

fn of_file(path: &Path, text: &str, refused: &[Refused]) -> Vec<String> {
    if is_generated(path) {
        return Vec::new();
    }
    let mut found = Vec::new();
    let lines = text.lines().count();
    if lines > LONGEST && !is_test(path) {
        found.push(format!(
            "{}: {lines} lines, more than {LONGEST}: a file is one idea",
            path.display()
        ));
    }
    for (index, line) in text.lines().enumerate() {
        let code = without_comments(&without_texts(line));
        for rule in refused {
            let where_it_counts = match rule.in_comments {
                true => line,
                false => &code,
            };
            if has_word(where_it_counts, rule.word) {
                found.push(format!(
                    "{}:{}: `{}` is refused",
                    path.display(),
                    index + 1,
                    rule.word
                ));
            }
        }
    }
    found
}

/// The line without what stands between double quotes or backticks, which is prose: names of tests, texts.
fn without_texts(line: &str) -> String {
    let mut code = String::new();
    let mut rest = line;
    while let Some(begin) = rest.find(['"', '`']) {
        let quote = &rest[begin..=begin];
        let Some(length) = rest[begin + 1..].find(quote) else {
            break;
        };
        code.push_str(&rest[..begin]);
        rest = &rest[begin + 1 + length + 1..];
    }
    code + rest
}

fn without_comments(line: &str) -> String {
    if line.trim_start().starts_with(['*']) {
        return String::new();
    }
    let mut code = String::new();
    let mut rest = line;
    while let Some(begin) = rest.find("/*") {
        code.push_str(&rest[..begin]);
        let comment = &rest[begin..];
        rest = comment.split_once("*/").map_or("", |(_, after)| after);
    }
    code.push_str(rest);
    code.split("//").next().unwrap_or_default().to_owned()
}

/// Whether `word` stands in `code` and is no part of a longer name; a word that begins or ends with a sign ends there.
fn has_word(code: &str, word: &str) -> bool {
    let is_name = |c: &char| c.is_alphanumeric() || *c == '_';
    code.match_indices(word).any(|(at, _)| {
        let before = code[..at].chars().next_back();
        let after = code[at + word.len()..].chars().next();
        let joined_before = before.as_ref().is_some_and(is_name)
            && word.chars().next().as_ref().is_some_and(is_name);
        let joined_after = after.as_ref().is_some_and(is_name)
            && word.chars().last().as_ref().is_some_and(is_name);
        !joined_before && !joined_after
    })
}

/// Tests may be longer.
fn is_test(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    name == "tests.rs"
        || name.ends_with(".test.ts")
        || name.ends_with(".test.tsx")
        || path.iter().any(|part| part == "tests" || part == "e2e")
}

fn is_generated(path: &Path) -> bool {
    path.with_extension("")
        .iter()
        .any(|part| part == "generated")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(path: &str, text: &str) -> usize {
        let path = Path::new(path);
        language_of(path).map_or(0, |refused| of_file(path, text, refused).len())
    }

    #[test]
    fn long_files_are_refused_where_tests_and_generated_code_pass() {
        let long = "x\n".repeat(LONGEST + 1);
        assert_eq!(found("crates/a/src/b.rs", &long), 1);
        assert_eq!(found("crates/a/src/b.rs", &"x\n".repeat(LONGEST)), 0);
        assert_eq!(found("web/src/a.tsx", &long), 1);
        assert_eq!(found("crates/a/tests/b.rs", &long), 0);
        assert_eq!(found("web/src/a.test.ts", &long), 0);
        assert_eq!(found("web/src/generated/api.ts", &long), 0);
        assert_eq!(found("docs/a.md", &long), 0);
    }

    #[test]
    fn things_left_for_later_are_refused_in_tests_too() {
        for rule in RUST {
            assert_eq!(found("crates/a/tests/b.rs", rule.word), 1, "{}", rule.word);
        }
        for rule in TYPESCRIPT {
            assert_eq!(found("e2e/a.spec.ts", rule.word), 1, "{}", rule.word);
        }
    }

    #[test]
    fn prose_and_longer_names_pass() {
        assert_eq!(
            found("web/src/a.ts", &format!("// {} other", TYPESCRIPT[5].word)),
            0
        );
        let word = TYPESCRIPT[5].word;
        assert_eq!(found("web/src/a.ts", &format!("/** {word} other. */")), 0);
        assert_eq!(found("web/src/a.ts", &format!("/* why */ x {word}")), 1);
        assert_eq!(
            found("web/src/a.ts", &format!("x {}thing", TYPESCRIPT[5].word)),
            0
        );
        let name = format!(
            "test(\"a place {}\", () => {{ f(\"http://x\"); }});",
            TYPESCRIPT[5].word
        );
        assert_eq!(found("web/src/a.test.ts", &name), 0);
        let cast = format!("g(\"http://x\", y {})", TYPESCRIPT[5].word);
        assert_eq!(found("web/src/a.test.ts", &cast), 1);
        assert_eq!(found("crates/a/src/b.rs", "rows.iter().skip(1)"), 0);
        assert_eq!(
            found("crates/a/src/b.rs", &format!("// {}", RUST[0].word)),
            0
        );
    }
}
