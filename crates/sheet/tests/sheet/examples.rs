//! The three sheets of `examples-data`, made up after those of hospitals, read whole with the guesses alone.

use sheet::{Assembled, IssueKind, ReadHints, Sheet, SkipReason, read};

use crate::ward::{assemble, assert_every_row_is_accounted_for, shown};

fn open(name: &str) -> (Sheet, Assembled) {
    let path = format!("{}/examples-data/{name}", env!("CARGO_MANIFEST_DIR"));
    let bytes = std::fs::read(path).unwrap();
    let hints = ReadHints {
        file_name: Some(name),
        ..ReadHints::default()
    };
    let sheet = read(&bytes, &hints).unwrap().sheets.remove(0);
    let assembled = assemble(&sheet);
    assert_every_row_is_accounted_for(&sheet, &assembled);
    (sheet, assembled)
}

/// Row, place, name, sex, birth date, numbers, and the values with their headers.
fn lines(sheet: &Sheet, assembled: &Assembled) -> Vec<String> {
    assembled
        .patients
        .iter()
        .map(|patient| {
            let part = |part: &Option<String>| part.clone().unwrap_or_else(|| "-".to_owned());
            let identity = [
                patient.row.to_string(),
                part(&patient.place),
                format!(
                    "{}, {} ({})",
                    part(&patient.family),
                    part(&patient.given),
                    part(&patient.prefix)
                ),
                patient.sex.map_or("-".to_owned(), |sex| format!("{sex:?}")),
                patient
                    .birth_date
                    .map_or("-".to_owned(), |date| date.to_string()),
            ];
            let numbers = patient
                .identifiers
                .iter()
                .map(|identifier| format!("{:?} {}", identifier.kind, identifier.value));
            let values = patient.values.iter().map(|(column, value)| {
                format!("{}: {}", sheet.columns[*column].header, shown(value))
            });
            identity
                .into_iter()
                .chain(numbers)
                .chain(values)
                .collect::<Vec<_>>()
                .join(" | ")
                .replace('\n', " ⏎ ")
        })
        .collect()
}

fn issues(assembled: &Assembled) -> Vec<(u32, Option<usize>, IssueKind)> {
    assembled
        .issues
        .iter()
        .map(|issue| (issue.row, issue.column, issue.kind.clone()))
        .collect()
}

fn skipped(assembled: &Assembled) -> Vec<(u32, u32, SkipReason)> {
    assembled
        .skipped
        .iter()
        .map(|skipped| (skipped.first_row, skipped.last_row, skipped.reason))
        .collect()
}

#[test]
fn the_french_ward_is_read() {
    let (sheet, assembled) = open("transmissions-medecine.csv");
    assert_eq!(
        lines(&sheet, &assembled),
        [
            "5 | 301 | DUPONT, Jean (M.) | Male | 1945-07-14 | Mrn 01204517 | Motif d'entrée: Pneumopathie | T°: 38.2 | Sortie prévue: 2026-11-28 | Transmissions: Oxygène 2 L, à sevrer ⏎ Kiné respiratoire 2 fois par jour ⏎ Fille vient jeudi",
            "6 | 302 | MARTIN, Claire (Mme) | Female | 1938-02-03 | Mrn 01198802 | Motif d'entrée: Chute à domicile | T°: 36.8 | Transmissions: Lever au fauteuil ; bilan radio fait, attendre avis ortho",
            "7 | 302 | LE GOFF, Anne-Marie (-) | Female | 1950-11-21 | Mrn 01204533 | Motif d'entrée: Décompensation cardiaque | T°: 37 | Sortie prévue: 2026-12-02 | Transmissions: Peser chaque matin",
            "8 | 303 | D'ANGELO, Rita (-) | Female | 1941-09-01 | Mrn 01187640 | Motif d'entrée: Pyélonéphrite | T°: 37.9 | Sortie prévue: 2026-11-27 | Isolement: true | Transmissions: Isolement contact, \"BMR\" jusqu'à nouvel ordre",
            "13 | 305 | NGUYEN, Minh (-) | Male | 1952-06-30 | Mrn 01204601 | Motif d'entrée: AVC ischémique | T°: 36.5 | Sortie prévue: 2026-12-15 | Transmissions: Attente place en SSR, dossier envoyé",
            "14 | 306 | DE LA TOUR, Hélène (-) | Female | 1933-07-17 | Mrn 01166021 | Motif d'entrée: Altération de l'état général | T°: 36.9 | Transmissions: Œdèmes des chevilles ⏎ Mange peu, compléments prescrits",
            "15 | 306 | ROUX, Éloïse (-) | Female | - | Mrn 01204615 | Motif d'entrée: Anémie | T°: 37.1 | Sortie prévue: 2026-11-26 | Transmissions: Transfusion ce jour",
            "17 | 308 | BÉRANGER, Luc (-) | Male | 1947-10-09 | Mrn 01204498 | Motif d'entrée: Embolie pulmonaire | T°: 37.3 | Sortie prévue: 2026-11-30 | Transmissions: INR demain 8 h",
        ]
    );
    assert_eq!(
        issues(&assembled),
        [
            (7, Some(0), IssueKind::PlaceFromAbove),
            (15, Some(0), IssueKind::PlaceFromAbove),
            (15, Some(3), IssueKind::ImpossibleDate),
            (16, None, IssueKind::NoName)
        ]
    );
    assert_eq!(
        skipped(&assembled),
        [
            (1, 1, SkipReason::Title),
            (2, 2, SkipReason::Title),
            (3, 3, SkipReason::Empty),
            (9, 9, SkipReason::EmptyPlace),
            (10, 10, SkipReason::Empty),
            (11, 11, SkipReason::Remark),
            (12, 12, SkipReason::RepeatedHeader),
            (18, 18, SkipReason::Empty),
            (19, 19, SkipReason::Total),
            (20, 20, SkipReason::Remark)
        ]
    );
}

#[test]
fn the_english_workbook_is_read() {
    let (sheet, assembled) = open("ward-7-handover.xlsx");
    assert_eq!(
        lines(&sheet, &assembled),
        [
            "6 | Bay A 1 | SMITH, Ben (Mr) | Male | 1945-07-14 | Nhs 9990000018 | NEWS2: 3 | EDD: 2026-11-27 | Notes: IV antibiotics until Friday, then oral",
            "7 | Bay A 2 | JONES, Margaret (Mrs) | Female | 1938-02-03 | Nhs 9990000387 | NEWS2: 1 | DNACPR: true | Notes: Waiting for package of care ⏎ Daughter collects Thursday",
            "8 | Bay A 3 | PATEL, Anil (Mr) | Male | 1961-11-30 | Nhs 9990000751 | NEWS2: 0 | EDD: 2026-11-25 | Notes: Home today if bloods are fine",
            "9 | Bay B 1 | NOWAK, Ewa (Ms) | Female | 1972-05-19 | Nhs 9990001138 | NEWS2: 2 | EDD: 2026-12-01",
            "11 | Bay B 3 | MacDONALD, Fiona (Miss) | Female | 1990-01-08 | Nhs 9990001502 | NEWS2: 5 | EDD: 2026-11-30 | Notes: Hourly observations; escalate at 7",
            "12 | Side room 1 | O'CONNOR, Patrick (Mr) | Male | 1929-09-21 | Nhs 9990001871 | NEWS2: 4 | DNACPR: true | Notes: C. difficile: gloves, apron, soap and water",
        ]
    );
    assert!(assembled.issues.is_empty());
    assert_eq!(
        skipped(&assembled),
        [
            (1, 1, SkipReason::Title),
            (2, 2, SkipReason::Title),
            (3, 3, SkipReason::Empty),
            (4, 4, SkipReason::Title),
            (10, 10, SkipReason::EmptyPlace),
            (13, 13, SkipReason::Empty),
            (14, 14, SkipReason::Total),
            (15, 15, SkipReason::Remark)
        ]
    );
}

#[test]
fn two_patients_in_a_cell_are_read() {
    let (sheet, assembled) = open("rehabilitation-rooms.csv");
    assert_eq!(
        lines(&sheet, &assembled),
        [
            "2 | R1 | WALKER, Ada (Mrs) | Female | 1944-07-22 | Mrn H204417 | Diet: Soft | Mobility: Frame | Handover: Physio twice a day, stairs on Thursday",
            "2 | R1 | OSEI, Grace (Ms) | Female | 1961-11-03 | Mrn H204418 | Diet: Normal | Mobility: Frame | Handover: Home oxygen to be ordered",
            "3 | R2 | SMITH, Ben (Mr) | Male | 1938-12-30 | Mrn H204377 | Diet: Diabetic | Mobility: Bed | Handover: Pressure area care 2-hourly ⏎ Daughter collects Thursday ⏎ Bloods at 6",
            "4 | R3 | O'BRIEN, Pat (Mr) | Male | 1950-01-09 | Mrn H204390 | Diet: Normal | Mobility: Stick",
            "4 | R3 | VAN DER BERG, Jan (Mr) | Male | - | Mrn H204402 | Diet: Normal | Mobility: Independent | Handover: Waiting for social worker",
            "5 | R4 | KOWALSKA, Zofia (Miss) | Female | 1987-05-05 | Mrn H204431 | Diet: Normal | Mobility: Independent",
        ]
    );
    assert_eq!(
        issues(&assembled),
        [(2, Some(6), IssueKind::SharedByPatients)]
    );
    assert!(assembled.skipped.is_empty());
}
