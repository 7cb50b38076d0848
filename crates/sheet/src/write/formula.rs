//! Formulas in CSV (OWASP, "CSV Injection"): a spreadsheet program runs a text that begins like a formula.

/// First characters that begin a formula, also after the conversions that Excel does to full-width forms, or that open a way around.
fn begins_formula(c: char) -> bool {
    matches!(
        c,
        '=' | '+' | '-' | '@' | '\t' | '\r' | '\n' | '\0' | '＝' | '＋' | '－' | '＠'
    )
}

/// Whether a text would be neutralized, or looks as if it had been.
fn is_critical(text: &str) -> bool {
    text.trim_start_matches('\'').starts_with(begins_formula)
}

/// The apostrophe that keeps a text from being a formula, if it needs one. A text that has one already gets another, so that
/// [`restore_text`] gives back every text as it was.
pub(super) fn guard(text: &str) -> &'static str {
    if is_critical(text) { "'" } else { "" }
}

/// A text without the apostrophe that [`guard`] gave it.
pub(crate) fn restore_text(text: &str) -> &str {
    match text.strip_prefix('\'') {
        Some(rest) if is_critical(rest) => rest,
        _ => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_begins_like_a_formula_gets_an_apostrophe() {
        for text in [
            "=1+1", "+33 6", "-5", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "\0=1", "＝1", "＋1", "－1",
            "＠a", "'=1", "''=1",
        ] {
            assert_eq!(guard(text), "'", "{text:?}");
            assert_eq!(restore_text(&format!("'{text}")), text);
        }
        for text in ["", "1", "a=b", "'", "'a", " "] {
            assert_eq!(guard(text), "", "{text:?}");
            assert_eq!(restore_text(text), text);
        }
    }
}
