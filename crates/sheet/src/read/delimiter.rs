//! Which character separates the cells of a text.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};

use super::delimited::Records;
use crate::layout::header::known_headers;
use crate::text::is_blank;

/// What separates cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Delimiter {
    /// `,` as in English.
    Comma,
    /// `;` as Excel writes it where the comma is the decimal mark.
    Semicolon,
    /// The tab.
    Tab,
    /// `|`
    Pipe,
}

impl Delimiter {
    /// The character.
    pub fn char(self) -> char {
        match self {
            Self::Comma => ',',
            Self::Semicolon => ';',
            Self::Tab => '\t',
            Self::Pipe => '|',
        }
    }
}

const ALL: [Delimiter; 4] = [
    Delimiter::Semicolon,
    Delimiter::Tab,
    Delimiter::Comma,
    Delimiter::Pipe,
];

/// Rows that are looked at. A ward's sheet has fewer.
const PROBE_ROWS: usize = 200;

/// A first line "sep=;", which Excel understands and never shows: the text behind it, and the delimiter it declares.
pub(super) fn declared(text: &str) -> (&str, Option<Delimiter>) {
    let (first, rest) = text.split_once('\n').unwrap_or((text, ""));
    let declared = first
        .trim_end_matches('\r')
        .trim_matches('"')
        .strip_prefix("sep=");
    let delimiter = declared.and_then(|mark| {
        ALL.into_iter()
            .find(|delimiter| mark.chars().eq([delimiter.char()]))
    });
    if delimiter.is_some() {
        (rest, delimiter)
    } else {
        (text, None)
    }
}

/// The delimiter under which most rows fall into the same number of cells, without stray quotes, and the header has known words.
pub(super) fn find(text: &str, file_name: Option<&str>) -> Delimiter {
    let named_tabs = file_name.is_some_and(|name| name.to_ascii_lowercase().ends_with(".tsv"));
    let mut best = (Delimiter::Comma, 0_usize);
    for delimiter in ALL {
        let mut points = score(text, delimiter.char());
        if named_tabs && delimiter == Delimiter::Tab && points > 0 {
            points = points.saturating_mul(2);
        }
        if points > best.1 {
            best = (delimiter, points);
        }
    }
    best.0
}

fn score(text: &str, delimiter: char) -> usize {
    let mut rows_of_width: HashMap<usize, usize> = HashMap::new();
    let mut stray_quotes = 0;
    let mut headers = 0;
    for record in Records::new(text, delimiter).take(PROBE_ROWS) {
        stray_quotes += record.stray_quotes + usize::from(record.quote_is_open);
        headers = headers.max(known_headers(&record.cells));
        // A comma in a sentence has a space behind, a delimiter has not.
        let glued = record
            .cells
            .iter()
            .filter(|cell| !cell.starts_with(' ') && !is_blank(cell))
            .count();
        if glued > 1 {
            *rows_of_width.entry(record.cells.len()).or_default() += 1;
        }
    }
    let agreement = rows_of_width
        .into_iter()
        .map(|(width, rows)| (width - 1) * rows)
        .max()
        .unwrap_or(0);
    let known = if headers > 1 { headers * PROBE_ROWS } else { 0 };
    (agreement + known).saturating_sub(stray_quotes * 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_delimiter_is_found() {
        assert_eq!(
            find(
                "Lit;Nom;T°\n12;DUPONT, Jean;37,5\n13;MARTIN, Luc;38,2\n",
                None
            ),
            Delimiter::Semicolon
        );
        assert_eq!(
            find("Bed,Name\n12,\"SMITH; Ben; x\"\n", None),
            Delimiter::Comma
        );
        assert_eq!(
            find("Bed\tName, first\tNote\n12\tSMITH, Ben\ta, b, c\n", None),
            Delimiter::Tab
        );
        assert_eq!(find("a|b|c\nd|e|f\n", None), Delimiter::Pipe);
        assert_eq!(find("alone\n", None), Delimiter::Comma);
    }

    #[test]
    fn titles_and_sentences_do_not_mislead() {
        let text = "Service de cardiologie, 3e étage, liste du 14/07/2026\n\nLit;Nom;Notes\n12;DUPONT Jean;dort, mange, marche, lit, écrit\n";
        assert_eq!(find(text, None), Delimiter::Semicolon);
    }

    #[test]
    fn excels_own_declaration_wins() {
        assert_eq!(
            declared("sep=;\r\na;b"),
            ("a;b", Some(Delimiter::Semicolon))
        );
        assert_eq!(declared("\"sep=\t\"\na"), ("a", Some(Delimiter::Tab)));
        assert_eq!(declared("separate"), ("separate", None));
    }
}
