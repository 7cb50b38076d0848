//! What the targets share: a part of a chart out of any bytes, in every version.

use domain::chart::PartName;
use fhir::Version;
use fhir::chart::ChartReader;

/// Reads bytes as an answer for a part, in every version, to the end. The patient has the id of the examples.
pub fn read(part: PartName, bytes: &[u8]) {
    for version in Version::ALL {
        let mut reader = ChartReader::new(version, "https://ehr.example/r4", "p1");
        reader.page(part, bytes);
        for reference in reader.to_follow() {
            reader.followed(&reference, bytes);
        }
        let chart = reader.finish(jiff::Timestamp::UNIX_EPOCH);
        assert!(chart.patient.items.iter().all(|patient| patient.id == "p1"));
    }
}
