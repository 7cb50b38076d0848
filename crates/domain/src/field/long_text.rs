//! Text of several paragraphs, the only type whose concurrent edits are merged.

use super::{Value, wrong_type};
use crate::rejection::Rejection;
use crate::{limits, text};

/// Reads a JSON string of any number of lines.
pub fn parse(json: &serde_json::Value) -> Result<Option<Value>, Rejection> {
    let typed = json.as_str().ok_or_else(|| wrong_type("string"))?;
    let lines = text::lines("value", typed, limits::TEXT_CHARS)?;
    Ok(Some(lines).filter(|l| !l.is_empty()).map(Value::Text))
}

/// Merges two edits of one text where they touched different paragraphs; `None` where they touched the same, or the merged text
/// would be too long. A paragraph is a line.
pub fn merge(base: &str, theirs: &str, mine: &str) -> Option<String> {
    // The library compares lines with their ends: without one, adding a paragraph would count as a change of the last.
    let ended = |text: &str| format!("{text}\n");
    let merged = diffy::merge(&ended(base), &ended(theirs), &ended(mine)).ok()?;
    let merged = merged.trim();
    (merged.chars().count() <= limits::TEXT_CHARS).then(|| merged.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn edits_of_different_paragraphs_are_merged() {
        let base = "Stable.\nDaughter calls.\nWaits for physio.";
        let theirs = "Stable, walks.\nDaughter calls.\nWaits for physio.";
        let mine = "Stable.\nDaughter calls.\nWaits for physio.\nDiet tomorrow.";
        assert_eq!(
            merge(base, theirs, mine).as_deref(),
            Some("Stable, walks.\nDaughter calls.\nWaits for physio.\nDiet tomorrow.")
        );
    }

    #[test]
    fn edits_of_one_paragraph_are_for_a_person_to_decide() {
        assert_eq!(merge("Stable.", "Stable, walks.", "Unstable."), None);
        assert_eq!(merge("a\nb", "a\nb1", "a\nb2"), None);
        for (base, theirs, mine) in [
            ("a\nb", "b", "a"),
            ("a\nm\nb", "b", "a"),
            ("a\n \nb", "b", "a"),
        ] {
            assert_eq!(merge(base, theirs, mine), None, "{base:?}");
        }
    }
}
