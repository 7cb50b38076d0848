//! Comparing texts as people write them: without case, accents and punctuation.

/// Lower case, without accents, with plain spaces and apostrophes. For comparing only, never for keeping.
pub(crate) fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.chars().flat_map(char::to_lowercase) {
        match c {
            'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' => folded.push('a'),
            'ç' => folded.push('c'),
            'è' | 'é' | 'ê' | 'ë' => folded.push('e'),
            'ì' | 'í' | 'î' | 'ï' => folded.push('i'),
            'ñ' => folded.push('n'),
            'ò' | 'ó' | 'ô' | 'õ' | 'ö' => folded.push('o'),
            'ù' | 'ú' | 'û' | 'ü' => folded.push('u'),
            'ý' | 'ÿ' => folded.push('y'),
            'œ' => folded.push_str("oe"),
            'æ' => folded.push_str("ae"),
            '’' | '‘' | 'ʼ' | '´' => folded.push('\''),
            '‐' | '‑' | '–' | '—' | '−' => folded.push('-'),
            // Accents that stand as characters of their own (macOS writes them so), and marks without a width.
            '\u{300}'..='\u{36f}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' => {}
            c if c.is_whitespace() => folded.push(' '),
            c => folded.push(c),
        }
    }
    folded
}

/// The words of a text, folded, without punctuation: "N° de dossier (IPP)" gives "n de dossier ipp".
pub(crate) fn words(text: &str) -> String {
    let folded = fold(text);
    let mut words = String::with_capacity(folded.len());
    for word in folded
        .split(|c: char| !c.is_alphanumeric() || matches!(c, 'º' | 'ª'))
        .filter(|word| !word.is_empty())
    {
        if !words.is_empty() {
            words.push(' ');
        }
        words.push_str(word);
    }
    words
}

/// Whether `words` holds `phrase` at word boundaries. Both as [`words`] gives them.
pub(crate) fn has_phrase(words: &str, phrase: &str) -> bool {
    words.match_indices(phrase).any(|(start, found)| {
        let before = words[..start].chars().next_back();
        let after = words[start + found.len()..].chars().next();
        before.is_none_or(|c| c == ' ') && after.is_none_or(|c| c == ' ')
    })
}

/// One line of text with single spaces.
pub(crate) fn squeeze(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// At most so many characters from the start: enough of a text to know what it is, however long it is.
pub(crate) fn beginning(text: &str, chars: usize) -> &str {
    text.char_indices()
        .nth(chars)
        .map_or(text, |(end, _)| &text[..end])
}

/// Whether a text has more characters than this.
pub(crate) fn is_longer_than(text: &str, chars: usize) -> bool {
    beginning(text, chars).len() < text.len()
}

/// Whether a cell says nothing: no visible character.
pub(crate) fn is_blank(text: &str) -> bool {
    text.chars().all(|c| {
        c.is_whitespace() || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')
    })
}

/// Characters of the longest way to say "not known": a line of dashes.
const MAX_UNKNOWN_CHARS: usize = 40;

/// Whether a cell says "not known" in one of the usual ways: a dash, a question mark, "N/A", "inconnu".
pub(crate) fn says_unknown(text: &str) -> bool {
    let text = text.trim();
    if is_longer_than(text, MAX_UNKNOWN_CHARS) {
        return false;
    }
    let folded = fold(text);
    if folded
        .chars()
        .all(|c| c.is_whitespace() || matches!(c, '-' | '/' | '?' | '.' | '_'))
    {
        return true;
    }
    matches!(
        words(&folded).as_str(),
        "n a"
            | "na"
            | "nc"
            | "nr"
            | "nk"
            | "ns"
            | "unknown"
            | "not known"
            | "not recorded"
            | "inconnu"
            | "inconnue"
            | "non renseigne"
            | "non renseignee"
            | "non communique"
            | "non connu"
            | "non connue"
    )
}

/// The lines of a cell that say something, trimmed.
pub(crate) fn filled_lines(text: &str) -> impl Iterator<Item = &str> {
    text.split('\n')
        .map(str::trim)
        .filter(|line| !is_blank(line))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_ignore_case_accents_and_punctuation() {
        assert_eq!(words("N° de DOSSIER (I.P.P.)"), "n de dossier i p p");
        assert_eq!(words("  Né(e)\u{a0}le :"), "ne e le");
        assert_eq!(words("Pre\u{301}nom"), "prenom");
    }

    #[test]
    fn a_phrase_is_found_at_word_boundaries_only() {
        assert!(has_phrase("date de naissance", "naissance"));
        assert!(!has_phrase("renaissance", "naissance"));
    }

    #[test]
    fn a_dash_or_not_known_says_unknown() {
        for text in ["", "-", "—", "?", "N/A", "Inconnu", "??/??"] {
            assert!(says_unknown(text), "{text}");
        }
        assert!(!says_unknown("Nadia"));
    }
}
