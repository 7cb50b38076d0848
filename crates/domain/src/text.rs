//! Text that people typed: what is let in, and what it looks like when compared.

use crate::limits;
use crate::rejection::Rejection;
use unicode_normalization::UnicodeNormalization;

/// Checks a text of several lines (a long text, a note, a reason) and returns it without surrounding white space.
/// `what` names the value in the refusal.
pub fn lines(what: &'static str, text: &str, limit: usize) -> Result<String, Rejection> {
    checked(what, text, limit, |c| c == '\n' || c == '\t')
}

/// Checks a text of one line and returns it without surrounding white space; it may be empty.
pub fn line(what: &'static str, text: &str, limit: usize) -> Result<String, Rejection> {
    checked(what, text, limit, |c| c == '\t')
}

/// Checks a name or label: one line, not empty.
pub fn label(what: &'static str, text: &str) -> Result<String, Rejection> {
    let label = line(what, text, limits::LABEL_CHARS)?;
    if label.is_empty() {
        return Err(Rejection::Required { what: what.into() });
    }
    Ok(label)
}

fn checked(
    what: &'static str,
    text: &str,
    limit: usize,
    is_allowed_control: impl Fn(char) -> bool,
) -> Result<String, Rejection> {
    // Windows line ends are the same text as Unix ones: a value must not change by travelling through a sheet.
    let unified = text.replace("\r\n", "\n");
    let trimmed = match unified.trim() {
        // A name that nobody can see is none.
        invisible if invisible.chars().all(is_invisible) => "",
        visible => visible,
    };
    let length = trimmed.chars().count();
    if length > limit {
        return Err(Rejection::TextTooLong {
            what: what.into(),
            limit,
            length,
        });
    }
    if let Some(control) = trimmed
        .chars()
        .find(|c| c.is_control() && !is_allowed_control(*c))
    {
        return Err(Rejection::ControlCharacter {
            what: what.into(),
            character: format!("U+{:04X}", u32::from(control)),
        });
    }
    Ok(trimmed.to_owned())
}

/// Characters that take no room or show nothing: zero-width and direction marks, fillers, blanks.
fn is_invisible(c: char) -> bool {
    c.is_whitespace()
        || matches!(c,
            '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}'
            | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{2800}' | '\u{3164}'
            | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}' | '\u{e0000}'..='\u{e0fff}')
}

/// A text as it is compared for "the same name": without case, accents, hyphens, apostrophes and white space.
pub fn folded(text: &str) -> String {
    folded_chars(text).collect()
}

/// Whether two texts are the same when [folded].
pub fn is_same_folded(one: &str, other: &str) -> bool {
    folded_chars(one).eq(folded_chars(other))
}

fn folded_chars(text: &str) -> impl Iterator<Item = char> {
    text.nfkd()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;

    #[test]
    fn names_are_the_same_without_accents_case_and_hyphens() {
        assert_eq!(folded("Lefèvre-Durand "), folded("LEFEVRE DURAND"));
        assert_ne!(folded("Lefevre"), folded("Lefebvre"));
    }

    #[test]
    fn a_nul_is_refused_by_its_name_and_a_new_line_only_in_a_line() {
        let refusal = line("name", "a\0b", 10).unwrap_err();
        assert_eq!(
            refusal,
            Rejection::ControlCharacter {
                what: "name".into(),
                character: "U+0000".into()
            }
        );
        assert!(line("name", "a\nb", 10).is_err());
        assert_eq!(lines("text", " a\r\nb ", 10).unwrap(), "a\nb");
    }

    #[test]
    fn a_text_over_the_limit_is_refused_with_both_lengths() {
        assert_eq!(
            line("name", "abcd", 3).unwrap_err(),
            Rejection::TextTooLong {
                what: "name".into(),
                limit: 3,
                length: 4
            }
        );
    }
}
