#![no_main]

use domain::chart::PartName;
use fhir::chart::ChartReader;
use fhir::{Version, batch};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let _ = fhir::said(bytes);
    let Ok(answers) = batch::read(bytes, PartName::ALL.len()) else {
        return;
    };
    let mut reader = ChartReader::new(Version::R4, "https://ehr.example/r4", "p1");
    for (part, answer) in PartName::ALL.into_iter().zip(&answers) {
        reader.answer(part, answer);
    }
    reader.finish(jiff::Timestamp::UNIX_EPOCH);
});
