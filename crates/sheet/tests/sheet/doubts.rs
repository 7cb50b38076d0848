//! What is doubtful about a patient is left out and reported, with its row and reason; nothing is guessed and nothing lost.

use sheet::{
    Assembled, ColumnUse, Effect, Encoding, Guess, HeaderAt, IssueKind, Mapping, ReadHints,
    RowKind, Sheet, SkipReason, Skipped, assemble, read,
};

use crate::ward::{TODAY, assert_every_row_is_accounted_for, shown};

fn open(text: &str) -> (Sheet, Assembled) {
    let sheet = read(text.as_bytes(), &ReadHints::default())
        .unwrap()
        .sheets
        .remove(0);
    let assembled = crate::ward::assemble(&sheet);
    assert_every_row_is_accounted_for(&sheet, &assembled);
    (sheet, assembled)
}

fn issues(assembled: &Assembled) -> Vec<(u32, Option<usize>, IssueKind)> {
    assembled
        .issues
        .iter()
        .map(|issue| (issue.row, issue.column, issue.kind.clone()))
        .collect()
}

fn births(assembled: &Assembled) -> Vec<String> {
    assembled
        .patients
        .iter()
        .map(|patient| {
            patient
                .birth_date
                .map(|date| date.to_string())
                .unwrap_or_default()
        })
        .collect()
}

fn families(assembled: &Assembled) -> Vec<&str> {
    assembled
        .patients
        .iter()
        .map(|patient| patient.family.as_deref().unwrap_or_default())
        .collect()
}

#[test]
fn each_birth_date_that_cannot_be_right_is_reported_and_the_patient_kept() {
    let (_, assembled) = open(
        "Name;DOB\nA, B;14/07/1945\nC, D;31/02/1950\nE, F;yesterday\nG, H;25/11/2026\nI, J;01/01/1850\nK, L;14.7.20\nM, N;unknown\nO, P;1950\n",
    );
    assert_eq!(
        births(&assembled),
        ["1945-07-14", "", "", "", "", "", "", "1950"]
    );
    assert_eq!(
        issues(&assembled),
        [
            (3, Some(1), IssueKind::ImpossibleDate),
            (4, Some(1), IssueKind::UnreadableDate),
            (5, Some(1), IssueKind::BirthDateInFuture),
            (6, Some(1), IssueKind::BirthDateTooLongAgo),
            (7, Some(1), IssueKind::CenturyUnclear),
        ]
    );
}

#[test]
fn a_column_with_both_orders_leaves_the_doubtful_ones_unread_until_a_person_decides() {
    let (sheet, assembled) = open("Name;DOB\nA, B;14/07/1945\nC, D;07/14/1945\nE, F;03/04/1950\n");
    assert_eq!(births(&assembled), ["1945-07-14", "1945-07-14", ""]);
    assert_eq!(
        issues(&assembled),
        [(4, Some(1), IssueKind::DateOrderUnclear)]
    );
    let mut mapping = Mapping::from_guesses(&sheet);
    mapping.columns.insert(
        1,
        ColumnUse::BirthDate {
            order: Some(sheet::DateOrder::MonthFirst),
        },
    );
    assert_eq!(
        births(&assemble(&sheet, &mapping, TODAY)),
        ["1945-07-14", "1945-07-14", "1950-03-04"]
    );
}

#[test]
fn an_age_beside_or_a_ward_of_children_settles_the_century() {
    let (_, assembled) =
        open("Name;DOB;Age\nA, B;14.7.20;106\nC, D;14.7.20;6 ans\nE, F;14.7.20;\n");
    assert_eq!(births(&assembled), ["1920-07-14", "2020-07-14", ""]);
    let (_, assembled) = open("Name;DOB\nA, B;14.7.20\nC, D;03/02/2019\n");
    assert_eq!(births(&assembled), ["2020-07-14", "2019-02-03"]);
}

#[test]
fn a_line_without_a_name_is_left_out_and_reported() {
    let (_, assembled) = open(
        "Bed;Name;Notes\n1;SMITH, Ben;\n2;;who is this?\n3;;\n4;Empty;\n5;-;\n6;closed;water damage\n",
    );
    assert_eq!(families(&assembled), ["SMITH"]);
    assert_eq!(issues(&assembled), [(3, None, IssueKind::NoName)]);
    let empty = |row| Skipped {
        first_row: row,
        last_row: row,
        reason: SkipReason::EmptyPlace,
    };
    assert_eq!(assembled.skipped, [empty(4), empty(5), empty(6), empty(7)]);
}

#[test]
fn lines_that_cannot_be_shared_out_are_left_out_and_reported() {
    let (_, assembled) = open(
        "Room;Name;DOB;Consultant;Notes;Temp\n1;\"DUPONT Jean\nMARTIN Luc\";\"14/07/1945\n03/02/1938\";Dr Lee;\"a\nb\nc\";\"37,5\n38\"\n",
    );
    let lines: Vec<String> = assembled
        .patients
        .iter()
        .map(|patient| {
            format!(
                "{:?} {:?}",
                patient.place,
                patient
                    .values
                    .iter()
                    .map(|(_, value)| shown(value))
                    .collect::<Vec<_>>()
            )
        })
        .collect();
    assert_eq!(
        lines,
        [
            r#"Some("1") ["Dr Lee", "37.5"]"#,
            r#"Some("1") ["Dr Lee", "38"]"#
        ]
    );
    assert_eq!(
        issues(&assembled),
        [
            (2, Some(3), IssueKind::SharedByPatients),
            (2, Some(4), IssueKind::LinesUnclear)
        ]
    );
}

#[test]
fn one_birth_date_for_two_names_is_nobodys() {
    let (_, assembled) = open("Name;DOB;Sex\n\"DUPONT Jean\nMARTIN Luc\";14/07/1945;M\n");
    assert_eq!(families(&assembled), ["DUPONT", "MARTIN"]);
    assert_eq!(births(&assembled), ["", ""]);
    assert_eq!(
        issues(&assembled),
        [
            (2, Some(1), IssueKind::LinesUnclear),
            (2, Some(2), IssueKind::LinesUnclear)
        ]
    );
}

#[test]
fn the_lines_of_one_patient_are_not_split() {
    let (_, assembled) = open(
        "Name;DOB;Notes\n\"ROUX\nAnne\";01/05/1950;\"dort bien\nmange peu\"\n\"MARTIN Claire\nnée DURAND\n(81 ans)\";03/02/1945;x\n\"SMITH, Ben (Mr)\nNHS 943 476 5919\";14/07/1945;\n",
    );
    let people: Vec<String> = assembled
        .patients
        .iter()
        .map(|patient| {
            let numbers: Vec<&str> = patient
                .identifiers
                .iter()
                .map(|identifier| identifier.value.as_str())
                .collect();
            format!(
                "{:?} {:?} {:?} {numbers:?}",
                patient.family, patient.given, patient.birth_family
            )
        })
        .collect();
    assert_eq!(
        people,
        [
            r#"Some("ROUX") Some("Anne") None []"#,
            r#"Some("MARTIN") Some("Claire") Some("DURAND") []"#,
            r#"Some("SMITH") Some("Ben") None ["9434765919"]"#,
        ]
    );
    assert!(assembled.issues.is_empty());
}

#[test]
fn names_and_birth_dates_in_one_cell_are_told_apart() {
    let (_, assembled) = open(
        "Lit;Patient;Notes\n1;\"DUPONT Jean\n14/07/1945\nMARTIN Luc\n03/02/1938\";\n2;ROUX Anne né(e) le 01/05/1950;RAS\n",
    );
    assert_eq!(families(&assembled), ["DUPONT", "MARTIN", "ROUX"]);
    assert_eq!(
        births(&assembled),
        ["1945-07-14", "1938-02-03", "1950-05-01"]
    );
}

#[test]
fn values_of_the_wrong_type_are_reported_one_by_one() {
    let (sheet, _) = open(
        "Name;a;b;c;d;e\nA, B;1;x;1/12/2026;1/12/2026 8h;N/A\nC, D;many;maybe;soon;1/12/2026;#REF!\nE, F;1,234;-;;;\n",
    );
    let mut mapping = Mapping::from_guesses(&sheet);
    let uses = [
        ColumnUse::Number,
        ColumnUse::Checkbox,
        ColumnUse::Date { order: None },
        ColumnUse::DateTime { order: None },
        ColumnUse::Text,
    ];
    mapping.columns.extend((1..).zip(uses));
    let assembled = assemble(&sheet, &mapping, TODAY);
    assert_eq!(
        issues(&assembled),
        [
            (3, Some(1), IssueKind::UnreadableNumber),
            (3, Some(2), IssueKind::UnreadableCheckbox),
            (3, Some(3), IssueKind::UnreadableDate),
            (3, Some(4), IssueKind::NoTime),
            (3, Some(5), IssueKind::FormulaError),
            (4, Some(1), IssueKind::NumberUnclear),
        ]
    );
    assert!(
        assembled
            .issues
            .iter()
            .all(|issue| issue.kind.effect() == Effect::ValueLeftOut)
    );
    // "N/A" as a text stays what somebody wrote.
    assert!(
        assembled.patients[0]
            .values
            .iter()
            .any(|(column, value)| *column == 5 && shown(value) == "N/A")
    );
}

#[test]
fn wrong_sexes_and_damaged_numbers_are_reported() {
    let (_, assembled) =
        open("Name;Sex;MRN;NHS No\nA, B;F;0012;943 476 5919\nC, D;Z;2,45E+14;943 476 5918\n");
    assert_eq!(
        issues(&assembled),
        [
            (3, Some(1), IssueKind::UnreadableSex),
            (3, Some(2), IssueKind::IdentifierDamaged),
            (3, Some(3), IssueKind::IdentifierCheckFailed),
        ]
    );
    assert_eq!(
        assembled.patients[0]
            .identifiers
            .iter()
            .map(|number| number.value.as_str())
            .collect::<Vec<_>>(),
        ["0012", "9434765919"]
    );
}

#[test]
fn the_same_patient_twice_is_noted_and_kept() {
    let (_, assembled) = open(
        "Name;DOB;MRN\nDUPONT Jean;14/07/1945;1234567\nDupont, Jéan;14.7.45;7654321\nMARTIN Luc;01/01/1950;1234567\n",
    );
    assert_eq!(assembled.patients.len(), 3);
    assert_eq!(
        issues(&assembled),
        [
            (3, None, IssueKind::SamePatient { first_row: 2 }),
            (4, Some(2), IssueKind::SameIdentifier { first_row: 2 })
        ]
    );
}

#[test]
fn a_place_from_above_is_noted_and_can_be_refused() {
    let (sheet, assembled) =
        open("Chambre;Lit;Nom\n12;P;DUPONT Jean\n;F;MARTIN Luc\n;;ROUX Anne\n");
    let places = |assembled: &Assembled| -> Vec<String> {
        assembled
            .patients
            .iter()
            .map(|patient| patient.place.clone().unwrap_or_default())
            .collect()
    };
    assert_eq!(places(&assembled), ["12 P", "12 F", "12 F"]);
    assert_eq!(
        issues(&assembled),
        [
            (3, Some(0), IssueKind::PlaceFromAbove),
            (4, Some(0), IssueKind::PlaceFromAbove),
            (4, Some(1), IssueKind::PlaceFromAbove)
        ]
    );
    let mapping = Mapping {
        fill_places: false,
        ..Mapping::from_guesses(&sheet)
    };
    let assembled = assemble(&sheet, &mapping, TODAY);
    assert_eq!(places(&assembled), ["12 P", "F", ""]);
    assert!(assembled.issues.is_empty());
}

#[test]
fn a_person_can_overrule_header_encoding_and_delimiter() {
    let text = "Nom;Né le\nDUPONT, Jean;14/07/1945\n";
    let hints = ReadHints {
        header: Some(HeaderAt::Nowhere),
        ..ReadHints::default()
    };
    let sheet = read(text.as_bytes(), &hints).unwrap().sheets.remove(0);
    assert_eq!(
        (sheet.header_row, sheet.rows[0].kind),
        (None, RowKind::Data)
    );
    let hints = ReadHints {
        encoding: Some(Encoding::Windows1252),
        ..ReadHints::default()
    };
    assert_eq!(
        read(text.as_bytes(), &hints).unwrap().sheets[0].rows[0].cells[1],
        "NÃ© le"
    );
    let hints = ReadHints {
        delimiter: Some(sheet::Delimiter::Comma),
        ..ReadHints::default()
    };
    assert_eq!(
        read(text.as_bytes(), &hints).unwrap().sheets[0].rows[1].cells,
        ["DUPONT", " Jean;14/07/1945"]
    );
}

#[test]
fn a_sheet_without_any_header_is_understood_by_its_contents() {
    let (sheet, assembled) = open(
        "12;DUPONT Jean;H;14/07/1945;RAS\n13;MARTIN Claire;F;03/02/1938;\n14;ROUX Anne;F;21/11/1950;à jeun\n",
    );
    let guesses: Vec<&Guess> = sheet.columns.iter().map(|column| &column.guess).collect();
    assert!(
        matches!(
            guesses[..4],
            [
                Guess::Place,
                Guess::FullName { .. },
                Guess::Sex,
                Guess::BirthDate
            ]
        ),
        "{guesses:?}"
    );
    assert_eq!(families(&assembled), ["DUPONT", "MARTIN", "ROUX"]);
}

#[test]
fn headers_in_another_language_do_not_hide_the_patients() {
    let (_, assembled) = open(
        "Kamer;Bewoner;Geboren op;Opmerking\n12;JANSEN Piet;14/07/1945;ok\n13;DE VRIES Anna;03/02/1938;\n14;BAKKER Jan;21/11/1950;x\n",
    );
    assert_eq!(families(&assembled), ["JANSEN", "DE VRIES", "BAKKER"]);
    assert_eq!(
        births(&assembled),
        ["1945-07-14", "1938-02-03", "1950-11-21"]
    );
}

#[test]
fn names_with_digits_under_a_name_header_are_names() {
    let (_, assembled) = open("Lit;Nom;Notes\n1;PATIENT Test1;x\n2;PATIENT Test2;\n");
    assert_eq!(families(&assembled), ["PATIENT", "PATIENT"]);
    assert_eq!(assembled.patients[1].given.as_deref(), Some("Test2"));
}

#[test]
fn choices_of_a_long_sheet_are_all_found() {
    let rows: String = (0..1000)
        .map(|at| format!("SMITH, Ben;{}\n", if at == 999 { "rare" } else { "often" }))
        .collect();
    let (sheet, _) = open(&format!("Name;Status\n{rows}"));
    assert_eq!(
        sheet.columns[1].guess,
        Guess::Choice {
            options: vec!["often".to_owned(), "rare".to_owned()]
        }
    );
}

#[test]
fn mapping_and_issues_have_a_stable_wire_form() {
    let (sheet, assembled) = open("Bed;Name;DOB\n1;A, B;x\n");
    let mapping = Mapping::from_guesses(&sheet);
    let json = serde_json::to_string(&mapping).unwrap();
    assert_eq!(
        json,
        r#"{"columns":{"0":{"use":"place"},"1":{"use":"full_name","order":"given_first"},"2":{"use":"birth_date","order":null}},"fill_places":true,"split_lines":true}"#
    );
    assert_eq!(serde_json::from_str::<Mapping>(&json).unwrap(), mapping);
    assert_eq!(
        serde_json::to_string(&assembled.issues).unwrap(),
        r#"[{"row":2,"column":2,"kind":"unreadable_date"}]"#
    );
}
