//! What number formats make of a number: a date, a time, leading zeros, a percentage.

use std::collections::HashMap;

use super::package::{Package, attribute};
use crate::read::ReadError;

/// What a cell's format makes of its number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Format {
    /// The number as it is.
    Plain,
    /// A day.
    Date,
    /// A day and a time.
    DateTime,
    /// A time of day.
    Time,
    /// Hundredths.
    Percent,
    /// Digits at fixed places with leading zeros and what stands between, as `000 000 0000`.
    Digits(String),
    /// At least this many decimals, zeros included.
    Decimals(usize),
}

/// Formats that a workbook may define. Excel itself allows 64,000 cell styles.
const MAX_STYLES: usize = 65_536;

/// Decimals that a format adds: a number has no more digits than 15 (Excel's limit).
const MAX_DECIMALS: usize = 15;

/// The format of each cell style in its order.
pub(super) fn read(package: &mut Package<'_>, path: &str) -> Result<Vec<Format>, ReadError> {
    let mut own: HashMap<String, Format> = HashMap::new();
    let mut styles: Vec<String> = Vec::new();
    let mut in_cell_styles = false;
    package.for_each_element(path, |element| {
        match element.local_name().as_ref() {
            "numFmt" => {
                if let (Some(id), Some(code)) = (
                    attribute(element, "numFmtId")?,
                    attribute(element, "formatCode")?,
                ) && own.len() < MAX_STYLES
                {
                    own.insert(id, from_code(&code));
                }
            }
            // The same `xf` elements stand under `cellStyleXfs` too, to which cells do not refer.
            "cellXfs" => in_cell_styles = true,
            "cellStyles" | "dxfs" | "cellStyleXfs" => in_cell_styles = false,
            "xf" if in_cell_styles && styles.len() < MAX_STYLES => {
                styles.push(attribute(element, "numFmtId")?.unwrap_or_default())
            }
            _ => {}
        }
        Ok(())
    })?;
    Ok(styles
        .into_iter()
        .map(|id| own.get(&id).cloned().unwrap_or_else(|| built_in(&id)))
        .collect())
}

/// ECMA-376 part 1, 18.8.30: the formats that have a number and no code. 27 to 36 and 50 to 58 are dates in East Asian versions.
fn built_in(id: &str) -> Format {
    match id.parse::<u16>() {
        Ok(14..=17 | 27..=31 | 34..=36 | 50..=58) => Format::Date,
        Ok(22) => Format::DateTime,
        Ok(18..=21 | 32 | 33 | 45..=47) => Format::Time,
        Ok(9 | 10) => Format::Percent,
        Ok(2 | 4) => Format::Decimals(2),
        _ => Format::Plain,
    }
}

/// The meaning of a format's code, of which only the part for positive numbers matters.
pub(super) fn from_code(code: &str) -> Format {
    let code = code.split(';').next().unwrap_or_default();
    let bare = without_literals(code).to_lowercase();
    if bare.trim() == "general" || bare.trim() == "standard" {
        return Format::Plain;
    }
    let has = |letters: &[char]| bare.contains(letters);
    let is_date =
        has(&['d', 'y', 'j']) || (has(&['a']) && has(&['m'])) || (has(&['m']) && !has(&['h', 's']));
    let is_time = has(&['h', 's']);
    match (
        is_date && !bare.contains("am/pm") || has(&['d', 'y', 'j']),
        is_time,
    ) {
        (true, true) => Format::DateTime,
        (true, false) => Format::Date,
        (false, true) => Format::Time,
        (false, false) if bare.contains('%') => Format::Percent,
        (false, false) => match (digits(code), decimals(&bare)) {
            (Some(pattern), _) => Format::Digits(pattern),
            (None, Some(least)) => Format::Decimals(least),
            (None, None) => Format::Plain,
        },
    }
}

/// A code without quoted and escaped texts and without what stands in brackets (colours, languages), but with elapsed hours.
fn without_literals(code: &str) -> String {
    let mut bare = String::new();
    let mut chars = code.chars();
    while let Some(c) = chars.next() {
        match c {
            '"' => {
                chars.by_ref().find(|c| *c == '"');
            }
            '\\' | '_' | '*' => {
                chars.next();
            }
            '[' => {
                let inside: String = chars.by_ref().take_while(|c| *c != ']').collect();
                if matches!(inside.to_lowercase().as_str(), "h" | "hh" | "s" | "ss") {
                    bare.push('h');
                }
            }
            c => bare.push(c),
        }
    }
    bare
}

/// The pattern of a code that is only zeros with spaces, dashes and points between: at least two zeros before any point.
fn digits(code: &str) -> Option<String> {
    let pattern: String = code.chars().filter(|c| !matches!(c, '\\' | '"')).collect();
    let zeros = pattern.matches('0').count();
    let is_pattern = pattern
        .chars()
        .all(|c| matches!(c, '0' | ' ' | '-' | '\u{a0}' | '/'));
    (is_pattern && (2..=20).contains(&zeros)).then_some(pattern)
}

/// The decimals of a code that always shows some, as `0.00` and `# ##0.0` do.
fn decimals(bare: &str) -> Option<usize> {
    let (whole, fraction) = bare.trim().split_once('.')?;
    let is_whole = whole
        .chars()
        .all(|c| matches!(c, '0' | '#' | ',' | ' ' | '\u{a0}'));
    let zeros = fraction.trim_end();
    let is_fraction = !zeros.is_empty() && zeros.bytes().all(|b| b == b'0');
    (is_whole && is_fraction && zeros.len() <= MAX_DECIMALS).then_some(zeros.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_say_what_a_number_is() {
        for (code, format) in [
            ("General", Format::Plain),
            ("0.00", Format::Decimals(2)),
            ("#,##0.0", Format::Decimals(1)),
            ("0.00E+00", Format::Plain),
            ("0.##", Format::Plain),
            ("0.00\\ \"kg\"", Format::Decimals(2)),
            ("#,##0", Format::Plain),
            ("dd/mm/yyyy", Format::Date),
            ("jj/mm/aaaa", Format::Date),
            ("[$-40C]d mmmm yyyy;@", Format::Date),
            ("mmm-yy", Format::Date),
            ("dd/mm/yyyy\\ hh:mm", Format::DateTime),
            ("h:mm AM/PM", Format::Time),
            ("[h]:mm", Format::Time),
            ("0%", Format::Percent),
            ("00000000", Format::Digits("00000000".into())),
            ("000\\ 000\\ 0000", Format::Digits("000 000 0000".into())),
            ("0", Format::Plain),
            ("0\" days\"", Format::Plain),
            ("[Red]0.0", Format::Decimals(1)),
        ] {
            assert_eq!(from_code(code), format, "{code}");
        }
    }
}
