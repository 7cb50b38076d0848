//! Issue "real input": a sheet with each defect alone, and with any of them together, gives the same patients as the clean one.

use proptest::prelude::*;
use sheet::{Effect, ReadHints, read};

use crate::render::{DEFECTS, Defects, Storage, render, value_headers};
use crate::ward::{assemble, assert_every_row_is_accounted_for, said, understood, ward};

const STORAGES: [Storage; 8] = [
    Storage::Text {
        delimiter: ';',
        encoding: "windows-1252",
    },
    Storage::Text {
        delimiter: ',',
        encoding: "utf-8",
    },
    Storage::Text {
        delimiter: '\t',
        encoding: "utf-16le",
    },
    Storage::Text {
        delimiter: ';',
        encoding: "utf-8-bom",
    },
    Storage::Text {
        delimiter: ',',
        encoding: "windows-1252",
    },
    Storage::Text {
        delimiter: '\t',
        encoding: "utf-8",
    },
    Storage::Text {
        delimiter: ';',
        encoding: "utf-16be",
    },
    Storage::Xlsx,
];

fn assert_reads_as_it_is(defects: Defects, storage: Storage, french: bool, seed: u64) {
    let ward = ward(seed);
    let bytes = render(&ward, defects, storage, french, seed);
    let workbook = read(&bytes, &ReadHints::default()).unwrap();
    let sheet = &workbook.sheets[0];
    let assembled = assemble(sheet);
    let context = format!(
        "{defects:?} {storage:?} french: {french} seed: {seed}\n{:?}",
        sheet.columns
    );
    let with_title = |at: usize| !defects.whole_name || !(at + 1).is_multiple_of(3);
    let truth: Vec<String> = ward
        .iter()
        .flatten()
        .enumerate()
        .map(|(at, truth)| said(truth, with_title(at)))
        .collect();
    let found = understood(sheet, &assembled, value_headers(french));
    for (truth, found) in truth.iter().zip(&found) {
        assert_eq!(truth, found, "{context}");
    }
    assert_eq!(truth.len(), found.len(), "{context}");
    let lost: Vec<_> = assembled
        .issues
        .iter()
        .filter(|issue| issue.kind.effect() != Effect::Noted)
        .collect();
    assert!(lost.is_empty(), "{lost:?}\n{context}");
    assert_every_row_is_accounted_for(sheet, &assembled);
}

#[test]
fn a_clean_sheet_reads_as_it_is_in_every_storage() {
    for storage in STORAGES {
        for french in [true, false] {
            assert_reads_as_it_is(Defects::default(), storage, french, 1);
        }
    }
}

#[test]
fn each_defect_alone_changes_nothing() {
    for defect in 0..DEFECTS {
        for storage in STORAGES {
            for (french, seed) in [(true, 2), (false, 3)] {
                assert_reads_as_it_is(Defects::from_bits(1 << defect), storage, french, seed);
            }
        }
    }
}

#[test]
fn all_defects_together_change_nothing() {
    for storage in STORAGES {
        for seed in 0..20 {
            let us_dates = if seed % 2 == 0 { 1 << 6 } else { 1 << 7 };
            let all = (1 << DEFECTS) - 1;
            let bits = all & !(1 << 6) & !(1 << 7) | us_dates;
            assert_reads_as_it_is(Defects::from_bits(bits), storage, seed % 3 == 0, seed);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn any_defects_together_change_nothing(bits in 0_u32..1 << DEFECTS, storage in 0..STORAGES.len(), french: bool, seed: u64) {
        assert_reads_as_it_is(Defects::from_bits(bits), STORAGES[storage], french, seed);
    }
}
