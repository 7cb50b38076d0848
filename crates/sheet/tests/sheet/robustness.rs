//! No bytes make it panic, and no row is lost.

use jiff::civil::{Date, date};
use proptest::prelude::*;
use sheet::{
    ColumnUse, DateOrder, DatePurpose, DateRules, IdentifierKind, Mapping, NameOrder, ReadHints,
    assemble, find_date_order, parse_checkbox, parse_date, parse_identifier, parse_name,
    parse_number, parse_sex, read,
};

use crate::ward::{TODAY, assert_every_row_is_accounted_for};

const USES: [ColumnUse; 18] = [
    ColumnUse::Place,
    ColumnUse::FullName {
        order: NameOrder::FamilyFirst,
    },
    ColumnUse::FullName {
        order: NameOrder::GivenFirst,
    },
    ColumnUse::Family,
    ColumnUse::BirthFamily,
    ColumnUse::Given,
    ColumnUse::Prefix,
    ColumnUse::Sex,
    ColumnUse::BirthDate { order: None },
    ColumnUse::Identifier {
        kind: IdentifierKind::Nhs,
    },
    ColumnUse::Identifier {
        kind: IdentifierKind::Ins,
    },
    ColumnUse::Age,
    ColumnUse::Text,
    ColumnUse::LongText,
    ColumnUse::Number,
    ColumnUse::Checkbox,
    ColumnUse::Date {
        order: Some(DateOrder::MonthFirst),
    },
    ColumnUse::DateTime { order: None },
];

/// Reads and, if that goes, assembles with the guesses and with another mapping; every row must be accounted for.
fn read_and_assemble(bytes: &[u8], uses: &[usize]) {
    let Ok(workbook) = read(bytes, &ReadHints::default()) else {
        return;
    };
    for sheet in &workbook.sheets {
        let guessed = Mapping::from_guesses(sheet);
        let other = Mapping {
            columns: uses
                .iter()
                .enumerate()
                .map(|(column, at)| (column, USES[at % USES.len()]))
                .collect(),
            fill_places: uses.len().is_multiple_of(2),
            split_lines: true,
            decimal_mark: None,
        };
        for mapping in [guessed, other] {
            let assembled = assemble(sheet, &mapping, TODAY);
            assert_every_row_is_accounted_for(sheet, &assembled);
        }
    }
}

/// Cells of handover sheets, and hostile ones.
fn cell() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => prop::sample::select(vec![
            "", "", "Lit", "Nom", "DDN", "Name", "Notes", "12", "A2", "DUPONT Jean", "SMITH, Ben (Mr)", "Mme MARTIN née DURAND Claire", "née",
            "14/07/1945", "07/14/1945", "14.7.20", "F", "H", "x", "oui", "37,5", "1,234", "LIBRE", "TOTAL", "Total : 12", "-", "?", "Page 2/3",
            "a\nb", "DUPONT Jean\nMARTIN Luc", "14/07/1945\n03/02/1938", "\n", "943 476 5919", "2,5E+14", "#REF!", "=1+1", "\"", "\u{202e}txt", "\0",
        ]).prop_map(str::to_owned),
        1 => any::<String>(),
        1 => "[0-9/.: hA-Za-zéà\\n-]{0,16}",
    ]
}

fn csv(rows: &[Vec<String>], delimiter: &str) -> String {
    let line = |row: &Vec<String>| {
        row.iter()
            .map(|cell| format!("\"{}\"", cell.replace('"', "\"\"")))
            .collect::<Vec<_>>()
            .join(delimiter)
    };
    rows.iter().map(line).collect::<Vec<_>>().join("\n")
}

fn example(name: &str) -> Vec<u8> {
    std::fs::read(format!(
        "{}/examples-data/{name}",
        env!("CARGO_MANIFEST_DIR")
    ))
    .unwrap()
}

proptest! {
    #[test]
    fn any_bytes(bytes in prop::collection::vec(any::<u8>(), 0..2000)) {
        read_and_assemble(&bytes, &[0, 1, 8, 12]);
    }

    #[test]
    fn any_text(text: String, uses in prop::collection::vec(0_usize..100, 0..6)) {
        read_and_assemble(text.as_bytes(), &uses);
    }

    #[test]
    fn any_cells(
        rows in prop::collection::vec(prop::collection::vec(cell(), 0..7), 0..12),
        uses in prop::collection::vec(0_usize..100, 0..8),
        delimiter in prop::sample::select(vec![";", ",", "\t"]),
    ) {
        read_and_assemble(csv(&rows, delimiter).as_bytes(), &uses);
    }

    #[test]
    fn any_damage_to_a_workbook(damages in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..20), cut in any::<prop::sample::Index>()) {
        let mut bytes = example("ward-7-handover.xlsx");
        for (at, byte) in damages {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        read_and_assemble(&bytes, &[0, 1, 2]);
        bytes.truncate(cut.index(bytes.len()));
        read_and_assemble(&bytes, &[0, 1, 2]);
    }

    #[test]
    fn any_xml_in_a_workbook(rows in "(<row( r=\"[0-9]{1,9}\")?>|</row>|<c( r=\"[A-Z]{1,3}[0-9]{1,3}\")?( t=\"(s|b|e|str|d|inlineStr)\")?( s=\"[0-9]\")?>|</c>|<v>|</v>|<is>|</is>|<t>|</t>|[0-9.E-]{1,9}|&amp;|<mergeCell ref=\"[A-C][0-9]{1,2}:[A-C][0-9]{1,4}\"/>){0,40}") {
        let bytes = crate::xlsx_cells::package(&[
            ("_rels/.rels", r#"<Relationships><Relationship Id="r" Type="/officeDocument" Target="b.xml"/></Relationships>"#),
            ("b.xml", r#"<workbook><sheet name="a" id="s"/></workbook>"#),
            ("_rels/b.xml.rels", r#"<Relationships><Relationship Id="s" Type="/worksheet" Target="s.xml"/></Relationships>"#),
            ("s.xml", &rows),
        ]);
        read_and_assemble(&bytes, &[1, 0, 8]);
    }

    #[test]
    fn any_value(text in cell()) {
        let _ = parse_sex(&text);
        let _ = parse_checkbox(&text);
        let _ = parse_number(&text, None);
        for kind in [IdentifierKind::Mrn, IdentifierKind::Nhs, IdentifierKind::Ins] {
            let _ = parse_identifier(&text, kind);
        }
        for order in [NameOrder::FamilyFirst, NameOrder::GivenFirst] {
            let _ = parse_name(&text, order);
        }
        for purpose in [DatePurpose::Birth, DatePurpose::Other] {
            let mut rules = DateRules::new(TODAY, purpose);
            rules.order = find_date_order([text.as_str()]);
            let _ = parse_date(&text, &rules);
        }
    }

    #[test]
    fn every_day_is_read_back_from_its_usual_forms(year in 1897_i16..2026, month in 1_i8..=12, day in 1_i8..=28) {
        let born: Date = date(year, month, day);
        let rules = DateRules::new(TODAY, DatePurpose::Birth);
        for form in ["%d/%m/%Y", "%d-%m-%Y", "%-d.%-m.%Y", "%Y-%m-%d", "%d-%b-%Y", "%-d %B %Y", "%Y%m%d", "%d%m%Y", "%A %-d %B %Y", "%B %-d, %Y"] {
            let text = born.strftime(form).to_string();
            prop_assert_eq!(parse_date(&text, &rules).ok().and_then(|parsed| parsed.date.whole()), Some(born), "{}", text);
        }
    }
}
