//! Ticks, as sheets write them.

use crate::text::fold;

/// Reads a tick or its absence; None where the text is neither. An empty cell says nothing, so it is None and not `false`.
pub fn parse_checkbox(text: &str) -> Option<bool> {
    match fold(text).trim() {
        "x" | "✓" | "✔" | "☑" | "☒" | "✅" | "oui" | "o" | "yes" | "y" | "1" | "vrai" | "true"
        | "ok" | "fait" | "done" => Some(true),
        "non" | "n" | "no" | "0" | "faux" | "false" | "☐" | "✗" | "✘" | "❌" | "pas fait"
        | "not done" => Some(false),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticks_are_read_in_both_languages() {
        for text in ["x", "X", "✓", "Oui", "YES", "1", "vrai", "TRUE"] {
            assert_eq!(parse_checkbox(text), Some(true), "{text}");
        }
        for text in ["non", "No", "0", "FAUX", "☐"] {
            assert_eq!(parse_checkbox(text), Some(false), "{text}");
        }
        for text in ["", " ", "maybe"] {
            assert_eq!(parse_checkbox(text), None, "{text}");
        }
    }
}
