//! What a sample ward holds.

use domain::identity::Sex;
use domain::team::state::PatientStatus;

/// A ward with its own columns and patients.
pub(super) struct Ward {
    pub(super) team: &'static str,
    pub(super) time_zone: &'static str,
    /// The title of the list that everybody sees first.
    pub(super) list: &'static str,
    /// A second list, of some of the patients.
    pub(super) second_list: &'static str,
    /// A list limited to its owner and the physician.
    pub(super) limited_list: &'static str,
    /// The ward's own columns beside those of every installation.
    pub(super) diet: (&'static str, &'static [&'static str]),
    pub(super) weight: &'static str,
    pub(super) mobility: &'static str,
    /// What the round must not miss of the sixth patient.
    pub(super) highlight: &'static str,
    /// The kind of number that stands beside the medical record number.
    pub(super) national_number: &'static str,
    pub(super) patients: &'static [Sample],
    /// What it takes from the hospital's record, where it is connected to it.
    pub(super) record: Option<FromRecord>,
}

/// A ward's connection to the sandbox, and a list of what that says.
pub(super) struct FromRecord {
    pub(super) connection: &'static str,
    pub(super) list: &'static str,
    pub(super) place: &'static str,
    pub(super) vital_signs: &'static str,
    pub(super) news2: &'static str,
    pub(super) allergies: &'static str,
    pub(super) patients: &'static [SampleOfRecord],
}

/// A patient of the sandbox, with what the team says of them.
pub(super) struct SampleOfRecord {
    pub(super) ehr_id: &'static str,
    pub(super) place: &'static str,
    pub(super) matters: &'static str,
}

/// A made-up patient.
pub(super) struct Sample {
    pub(super) place: &'static str,
    pub(super) family: &'static str,
    pub(super) given: &'static str,
    pub(super) prefix: &'static str,
    pub(super) sex: Sex,
    pub(super) born: &'static str,
    pub(super) number: &'static str,
    pub(super) diagnosis: &'static str,
    /// Which option of the path to discharge, from 1; 0 for none.
    pub(super) path: u32,
    /// The expected discharge in days from today.
    pub(super) leaves_in: i64,
    pub(super) to_do: &'static [&'static str],
    pub(super) matters: &'static str,
    pub(super) note: &'static str,
    pub(super) status: PatientStatus,
}

/// A patient who is present.
#[expect(
    clippy::too_many_arguments,
    reason = "one line a patient reads like the ward's own sheet"
)]
pub(super) const fn present(
    place: &'static str,
    family: &'static str,
    given: &'static str,
    prefix: &'static str,
    sex: Sex,
    born: &'static str,
    number: &'static str,
    diagnosis: &'static str,
    path: u32,
    leaves_in: i64,
    to_do: &'static [&'static str],
    matters: &'static str,
    note: &'static str,
) -> Sample {
    Sample {
        place,
        family,
        given,
        prefix,
        sex,
        born,
        number,
        diagnosis,
        path,
        leaves_in,
        to_do,
        matters,
        note,
        status: PatientStatus::Present,
    }
}
