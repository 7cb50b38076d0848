//! Rows that are no patients: titles, the header again, totals, remarks.

use crate::read::grid::GridRow;
use crate::sheet::RowKind;
use crate::text::{beginning, is_blank, words};

/// The kind of each row.
pub(super) fn kinds(rows: &[GridRow], header: Option<usize>) -> Vec<RowKind> {
    let first_data = match header {
        Some(at) => at,
        // Without a header, rows of one cell above the first wider row are titles.
        None => rows
            .iter()
            .position(|row| filled(row).len() > 1)
            .unwrap_or(0),
    };
    let titles: Vec<String> = rows[..first_data].iter().map(without_digits).collect();
    let header_texts: Vec<String> = header.map(|at| folded(&rows[at])).unwrap_or_default();
    rows.iter()
        .enumerate()
        .map(|(at, row)| {
            if at < first_data {
                RowKind::Title
            } else if Some(at) == header {
                RowKind::Header
            } else if repeats(&header_texts, row) {
                RowKind::RepeatedHeader
            } else if titles.contains(&without_digits(row)) {
                RowKind::Title
            } else if is_total(row) {
                RowKind::Total
            } else if is_remark(row) {
                RowKind::Remark
            } else {
                RowKind::Data
            }
        })
        .collect()
}

/// Characters by which a title, a header or a total is known.
const COMPARED_CHARS: usize = 200;

fn filled(row: &GridRow) -> Vec<&str> {
    row.cells
        .iter()
        .map(|cell| beginning(cell.trim(), COMPARED_CHARS))
        .filter(|cell| !is_blank(cell))
        .collect()
}

fn folded(row: &GridRow) -> Vec<String> {
    row.cells
        .iter()
        .map(|cell| words(beginning(cell, COMPARED_CHARS)))
        .collect()
}

/// A title again may have another page or date.
fn without_digits(row: &GridRow) -> String {
    folded(row)
        .join(" ")
        .chars()
        .filter(|c| !c.is_ascii_digit())
        .collect()
}

/// Whether a row has the header's texts in the header's columns, all but one at most.
fn repeats(header: &[String], row: &GridRow) -> bool {
    let cells = folded(row);
    let same = header
        .iter()
        .zip(&cells)
        .filter(|(header, cell)| !header.is_empty() && header == cell)
        .count();
    let other = cells
        .iter()
        .enumerate()
        .filter(|(at, cell)| !cell.is_empty() && header.get(*at) != Some(cell))
        .count();
    same >= 1
        && other == 0
        && (same >= 2 || header.iter().filter(|text| !text.is_empty()).count() == 1)
        || (same >= 3 && other <= 1)
}

/// Whether the row counts or averages. A patient named Total has a given name or a birth date beside.
fn is_total(row: &GridRow) -> bool {
    let cells = filled(row);
    let says_total = cells.iter().take(2).any(|cell| is_total_text(cell));
    let others = cells
        .iter()
        .filter(|cell| !is_total_text(cell) && !is_count(cell))
        .count();
    says_total && others == 0
}

/// A number, alone or of something: "12", "12/14", "37,5", "85 %", "12 patients", "3 H / 2 F".
fn is_count(cell: &str) -> bool {
    let words = words(cell);
    cell.chars()
        .next()
        .is_some_and(|c| c.is_ascii_digit() || matches!(c, '-' | '+' | '=' | '#' | '('))
        && words.split(' ').all(|word| {
            word.len() <= 2 || word.bytes().all(|b| b.is_ascii_digit()) || COUNTED.contains(&word)
        })
}

const COUNTED: &[&str] = &[
    "patient",
    "patients",
    "lit",
    "lits",
    "bed",
    "beds",
    "malade",
    "malades",
    "resident",
    "residents",
    "entree",
    "entrees",
    "sortie",
    "sorties",
    "homme",
    "hommes",
    "femme",
    "femmes",
    "occupes",
    "occupied",
    "libres",
    "free",
    "admissions",
    "discharges",
];

/// "Total", "TOTAL : 12", "Sous-total", "Nombre de patients", "12 patients", "Moyenne". Words that are also family names (Mean, Sum,
/// Page) count only alone or with a number.
fn is_total_text(cell: &str) -> bool {
    let words = words(cell);
    let starts = |phrase: &str| {
        words == phrase
            || words
                .strip_prefix(phrase)
                .is_some_and(|rest| rest.starts_with(' '))
    };
    if [
        "total general",
        "total patients",
        "total des",
        "total de",
        "total du",
        "total of",
        "total lits",
        "total beds",
        "totaux",
        "sous total",
        "sub total",
        "subtotal",
        "grand total",
        "nombre de",
        "nombre total",
        "nb de",
        "nb patients",
        "number of",
        "no of patients",
        "lits occupes",
        "lits libres",
        "beds occupied",
        "free beds",
        "occupied beds",
        "taux d occupation",
        "occupancy",
        "effectif total",
    ]
    .iter()
    .any(|phrase| starts(phrase))
    {
        return true;
    }
    let mut parts = words.split(' ');
    let first = parts.next().unwrap_or_default();
    let counted = |word: &str| word.bytes().all(|b| b.is_ascii_digit()) || COUNTED.contains(&word);
    match first {
        "total" | "totals" | "somme" | "sum" | "effectif" | "count" | "moyenne" | "average"
        | "mean" => {
            let rest: Vec<&str> = parts.collect();
            rest.iter().all(|word| counted(word))
        }
        number if !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit()) => {
            let rest: Vec<&str> = parts.collect();
            !rest.is_empty()
                && rest.iter().all(|word| COUNTED.contains(word))
                && !matches!(rest[0], "lit" | "bed")
        }
        _ => false,
    }
}

/// Whether a row of one or two cells is a remark about the sheet.
fn is_remark(row: &GridRow) -> bool {
    let cells = filled(row);
    let (Some(first), 1..=2) = (cells.first(), cells.len()) else {
        return false;
    };
    if first.starts_with('*') && first.chars().count() > 2 {
        return true;
    }
    let words = words(first);
    let begins = |phrase: &str| {
        words
            .strip_prefix(phrase)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
    };
    [
        "imprime le",
        "imprime par",
        "imprimee le",
        "edite le",
        "edite par",
        "edition du",
        "genere le",
        "genere par",
        "extrait le",
        "mis a jour",
        "mise a jour",
        "derniere mise a jour",
        "document confidentiel",
        "legende",
        "fin de la liste",
        "fin du document",
        "fin de liste",
        "printed on",
        "printed by",
        "printed at",
        "printed",
        "generated on",
        "generated by",
        "generated at",
        "exported on",
        "exported by",
        "exporte le",
        "last updated",
        "updated on",
        "end of list",
        "end of report",
        "confidential",
        "confidentiel",
        "legend",
    ]
    .iter()
    .any(|phrase| begins(phrase))
        || is_page_number(&words)
        || (cells.len() == 1 && is_section(&words))
        || (begins("key") && first.contains([':', '=']))
}

/// "Secteur B", "Service de cardiologie", "Ward 7", "Aile nord": a part of the sheet, alone in its row. Ward is a family name, too.
fn is_section(words: &str) -> bool {
    let mut parts = words.split(' ');
    let first = parts.next().unwrap_or_default();
    let rest: Vec<&str> = parts.collect();
    let is_mark = |word: &&str| {
        word.chars().count() <= 2
            || word.bytes().all(|b| b.is_ascii_digit())
            || [
                "nord", "sud", "est", "ouest", "north", "south", "east", "west",
            ]
            .contains(word)
    };
    match first {
        "secteur" | "service" | "unite" | "aile" | "ward" | "unit" | "zone" | "pavillon"
        | "team" | "equipe" => {
            !rest.is_empty()
                && (rest.iter().all(|word| is_mark(word))
                    || (first == "service" && matches!(rest[0], "de" | "d")))
        }
        _ => false,
    }
}

fn is_page_number(words: &str) -> bool {
    words.strip_prefix("page ").is_some_and(|rest| {
        rest.split(' ').all(|word| {
            matches!(word, "sur" | "of" | "de") || word.bytes().all(|b| b.is_ascii_digit())
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(cells: &[&str]) -> GridRow {
        GridRow {
            number: 1,
            cells: cells.iter().map(|cell| (*cell).to_owned()).collect(),
            joined: Vec::new(),
        }
    }

    #[test]
    fn totals_are_told_from_patients() {
        for cells in [
            &["Total", "", "12"][..],
            &["", "TOTAL : 12 patients"],
            &["Total patients", "12", "", "3 H / 2 F"],
            &["Nombre de patients", "12"],
            &["12 patients"],
            &["Sous-total", "5"],
            &["Moyenne", "", "", "81,5"],
            &["Beds occupied", "12/14"],
        ] {
            assert!(is_total(&row(cells)), "{cells:?}");
        }
        for cells in [
            &["12", "TOTAL Marie", "01/02/1950"][..],
            &["12", "TOTAL", "Marie"],
            &["", "MEAN Julia"],
            &["12", "DUPONT Jean", "14/07/1945"],
            &["12 lit", "DUPONT"],
            &["12"],
        ] {
            assert!(!is_total(&row(cells)), "{cells:?}");
        }
    }

    #[test]
    fn remarks_are_told_from_patients() {
        for text in [
            "Imprimé le 14/07/2026 à 07:00",
            "Page 2/3",
            "* à jeun",
            "Printed by A. Nurse",
            "Légende : R = rouge",
        ] {
            assert!(is_remark(&row(&[text])), "{text}");
        }
        for text in ["PAGE Elaine", "WARD Ann", "KEY Alice", "DUPONT Jean", "*"] {
            assert!(!is_remark(&row(&[text])), "{text}");
        }
    }

    #[test]
    fn the_header_again_is_known() {
        let header = ["lit", "nom", "ddn", ""].map(str::to_owned);
        assert!(repeats(&header, &row(&["Lit", "NOM", "DDN"])));
        assert!(!repeats(&header, &row(&["Lit", "DUPONT", "14/07/1945"])));
        assert!(!repeats(&header, &row(&["", "NOM"])));
    }
}
