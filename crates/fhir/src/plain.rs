//! Text of a record as plain, bounded text: without control characters, and without those that turn the direction of what follows.

/// A text, and whether it had to be cut.
pub(crate) struct Plain {
    pub(crate) text: String,
    pub(crate) is_cut: bool,
}

/// A text in one line: white space of any kind becomes one space.
pub(crate) fn line(text: &str, limit: usize) -> Plain {
    bounded(text, limit, false)
}

/// A text that may have several lines.
pub(crate) fn lines(text: &str, limit: usize) -> Plain {
    bounded(text, limit, true)
}

fn bounded(text: &str, limit: usize, keeps_lines: bool) -> Plain {
    let trimmed = text.trim();
    // Most texts are short and ASCII; they are kept as they are.
    if trimmed.len() <= limit && is_plain(trimmed) {
        return Plain {
            text: trimmed.to_owned(),
            is_cut: false,
        };
    }
    let mut kept = String::with_capacity(trimmed.len().min(limit));
    let mut count = 0;
    for c in trimmed.chars() {
        let c = match c {
            '\n' if keeps_lines => '\n',
            '\r' if keeps_lines => continue,
            c if c.is_whitespace() => ' ',
            c if c.is_control() || turns_direction(c) => continue,
            c => c,
        };
        if c == ' ' && kept.ends_with([' ', '\n']) {
            continue;
        }
        if count == limit {
            return Plain {
                text: kept.trim_end().to_owned(),
                is_cut: true,
            };
        }
        kept.push(c);
        count += 1;
    }
    Plain {
        text: kept.trim().to_owned(),
        is_cut: false,
    }
}

fn is_plain(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.iter().all(|b| matches!(b, b' '..=b'~')) && !text.contains("  ")
}

/// Overrides of direction, marks of byte order, and separators of lines: they change how the text around them is shown.
fn turns_direction(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn control_characters_are_taken_out_and_white_space_is_one_space() {
        assert_eq!(line(" a\0b \r\n c\u{202e}d\u{a0}e ", 99).text, "ab cd e");
        assert_eq!(lines("one\r\n two\u{7}", 99).text, "one\ntwo");
    }

    #[test]
    fn a_text_over_the_limit_is_cut_between_characters_and_says_so() {
        let cut = line("éééé", 3);
        assert!(cut.is_cut && cut.text == "ééé");
        let whole = line("ééé", 3);
        assert!(!whole.is_cut && whole.text == "ééé");
    }
}
