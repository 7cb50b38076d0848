//! What an EHR says of a patient, in our words. Read by `fhir` from any version of the standard; shown beside the team's own columns, and
//! never mixed with them. Shapes of the wire (ADR 5).
//!
//! Nothing here has a `Debug`: it is what a record says of a person.

use crate::clinical::date::PartialDate;
use crate::field::number::Decimal;
use crate::identity::Identity;
use jiff::{Timestamp, civil};
use serde::{Deserialize, Serialize};

/// A patient's chart: each part with what became of reading it, and all that had to be left out.
#[derive(Clone, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Chart {
    /// When it was read from the record.
    #[schema(value_type = String, format = DateTime)]
    pub as_of: Timestamp,
    /// Who the record says the patient is: one item.
    pub patient: Part<ChartPatient>,
    /// Where the patient is, by the newest encounter: at most one item.
    pub place: Part<Encounter>,
    /// Vital signs, newest first.
    pub vital_signs: Part<Observation>,
    /// Problems, newest first.
    pub conditions: Part<Condition>,
    /// Allergies and intolerances, newest first.
    pub allergies: Part<Allergy>,
    /// Medications ordered, newest first.
    pub medications: Part<Medication>,
    /// Insurance.
    pub coverage: Part<Coverage>,
    /// What was left out, and why. Never silently.
    pub issues: Vec<Issue>,
}

/// A part of the chart.
#[derive(Clone, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Part<T> {
    /// What became of reading it.
    pub status: PartStatus,
    /// What it says.
    pub items: Vec<T>,
}

impl<T> Part<T> {
    /// A part that was read: `ok`, or `none` where nothing stands in it.
    pub fn read(items: Vec<T>) -> Self {
        let status = match items.is_empty() {
            true => PartStatus::None,
            false => PartStatus::Ok,
        };
        Self { status, items }
    }

    /// A part without items, and why.
    pub fn without(status: PartStatus) -> Self {
        Self {
            status,
            items: Vec::new(),
        }
    }
}

/// What became of reading a part. Four things that look different to the reader (ward-safety, The list).
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum PartStatus {
    /// It was read and says something. "No known allergies" is something: an item that says so.
    Ok,
    /// It was read, and nothing is recorded.
    None,
    /// The record does not offer it.
    NotSupported,
    /// The record does not let us read it.
    NotPermitted,
    /// It could not be read.
    Failed,
}

/// The name of a part.
#[derive(
    Clone,
    Copy,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Debug,
    Serialize,
    Deserialize,
    utoipa::ToSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum PartName {
    /// [`Chart::patient`].
    Patient,
    /// [`Chart::place`].
    Place,
    /// [`Chart::vital_signs`].
    VitalSigns,
    /// [`Chart::conditions`].
    Conditions,
    /// [`Chart::allergies`].
    Allergies,
    /// [`Chart::medications`].
    Medications,
    /// [`Chart::coverage`].
    Coverage,
}

impl PartName {
    /// Every part, in the order of the chart.
    pub const ALL: [PartName; 7] = [
        PartName::Patient,
        PartName::Place,
        PartName::VitalSigns,
        PartName::Conditions,
        PartName::Allergies,
        PartName::Medications,
        PartName::Coverage,
    ];
}

/// Something of the record that is not shown, or shown in part.
#[derive(Clone, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Issue {
    /// Where.
    pub part: PartName,
    /// What.
    pub kind: IssueKind,
    /// The element in FHIR's own path notation, as `Observation.effectiveDateTime`; never a value of the patient's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub element: Option<String>,
    /// How often.
    pub count: u32,
    /// What the server itself said (an OperationOutcome's text, an HTTP status), plain text of at most 200 characters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub said: Option<String>,
}

/// Why something of the record is not shown.
#[derive(
    Clone,
    Copy,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Debug,
    Serialize,
    Deserialize,
    utoipa::ToSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum IssueKind {
    /// A resource of another patient was in the answer: the server ignored what was asked.
    OtherPatient,
    /// A resource that says no patient, or one that cannot be compared.
    UnknownPatient,
    /// A resource that could not be read as what it says it is.
    UnreadableResource,
    /// An element that could not be read; the rest of its resource is shown.
    UnreadableElement,
    /// A resource marked `entered-in-error`: never shown as fact.
    EnteredInError,
    /// A type of resource that was not asked for.
    UnexpectedResource,
    /// More is in the record than was read.
    Truncated,
    /// The server reported a warning or an error of its own.
    ServerSaid,
    /// The server did not answer, or not in FHIR.
    NoAnswer,
}

/// A time as the record wrote it: as exact as it was, never completed by guessing. On the wire a string: `2018`, `2018-09`, `2018-09-17`,
/// `2018-09-17T13:00:00` (without a zone) or `2018-09-17T18:00:00Z`.
#[derive(Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum ChartTime {
    /// A year, a month or a day.
    Date(PartialDate),
    /// A time of day of which the record did not say the zone.
    Local(civil::DateTime),
    /// A moment.
    Moment(Timestamp),
}

impl ChartTime {
    /// What it is sorted by: its earliest meaning, in UTC where it has a zone.
    pub fn sort_key(self) -> civil::DateTime {
        match self {
            ChartTime::Date(date) => date
                .earliest()
                .map_or(civil::DateTime::MIN, |day| day.at(0, 0, 0, 0)),
            ChartTime::Local(local) => local,
            ChartTime::Moment(moment) => {
                let utc = jiff::tz::Offset::UTC;
                utc.to_datetime(moment)
            }
        }
    }
}

/// The text is no time of a chart.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
#[error("a time is written YYYY[-MM[-DD]], or a day with a time and, where known, its offset")]
pub struct NotATime;

impl std::str::FromStr for ChartTime {
    type Err = NotATime;

    fn from_str(text: &str) -> Result<Self, NotATime> {
        if let Ok(date) = text.parse::<PartialDate>() {
            return Ok(ChartTime::Date(date));
        }
        // A civil time would also be read from a bare day, which is a date. The day is checked as such, since no record is about a time
        // before 1800: some systems write an unknown time as one in the year 1.
        let day = text.split_once('T').map(|(day, _)| day);
        if !day.is_some_and(|day| {
            day.parse::<PartialDate>()
                .is_ok_and(|day| day.whole().is_some())
        }) {
            return Err(NotATime);
        }
        if let Ok(moment) = text.parse::<Timestamp>() {
            return Ok(ChartTime::Moment(moment));
        }
        text.parse().map(ChartTime::Local).map_err(|_| NotATime)
    }
}

impl TryFrom<String> for ChartTime {
    type Error = NotATime;
    fn try_from(text: String) -> Result<Self, NotATime> {
        text.parse()
    }
}

impl From<ChartTime> for String {
    fn from(time: ChartTime) -> String {
        match time {
            ChartTime::Date(date) => date.to_string(),
            ChartTime::Local(local) => local.to_string(),
            ChartTime::Moment(moment) => moment.to_string(),
        }
    }
}

/// A code of a terminology.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Coding {
    /// The terminology's URI, as `http://loinc.org`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub system: Option<String>,
    /// The code.
    pub code: String,
}

/// What a thing is called and coded as.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Concept {
    /// Its name, for a person to read: its text or a code's display (which first, says ehr-interface.md by resource), else a code.
    pub text: String,
    /// Its codes, in the record's order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub codings: Vec<Coding>,
}

/// A measured amount, with the precision that was written.
#[derive(Clone, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Quantity {
    /// The number as written.
    #[schema(value_type = String)]
    pub value: Decimal,
    /// `<`, `<=`, `>=` or `>`, where the number is a bound.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub comparator: Option<String>,
    /// The unit for a person to read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// The unit's UCUM code, where given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
}

/// Who the record says the patient is.
#[derive(Clone, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ChartPatient {
    /// The record's own id of the patient (FHIR's logical id).
    pub id: String,
    /// The identity: the official name; numbers, the medical record number first.
    pub identity: Identity,
    /// Names of general practitioners.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub general_practitioners: Vec<String>,
    /// Telephone numbers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub phones: Vec<String>,
    /// Addresses, each in one line.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub addresses: Vec<String>,
    /// Whether the patient has died, where the record says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deceased: Option<Deceased>,
    /// The ids of the records that this one was merged into (`link` of type `replaced-by`).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub replaced_by: Vec<String>,
    /// A photo, where the record itself holds one that can be shown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub photo: Option<Photo>,
}

/// A photo of the patient: a PNG or JPEG of at most 150 kB, by its first bytes and not by what the record calls it.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Photo {
    /// `image/png` or `image/jpeg`.
    pub media_type: String,
    /// The image, in base64.
    pub data: String,
}

/// Whether the patient has died.
#[derive(Clone, Copy, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Deceased {
    /// Has died.
    pub is: bool,
    /// When, where known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>)]
    pub at: Option<ChartTime>,
}

/// The newest encounter: where the patient is, or was last.
#[derive(Clone, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Encounter {
    /// Ward, room, bed as the record names it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// FHIR's code: `in-progress`, `finished`, ….
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<String>,
    /// What kind of encounter.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
    /// Since when.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>)]
    pub start: Option<ChartTime>,
}

/// An observation of vital signs.
#[derive(Clone, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Observation {
    /// The record's id of it, where it has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// What was observed.
    pub what: Concept,
    /// FHIR's status: `final`, `amended`, `preliminary`, `cancelled`, …; absent where the record gave none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<String>,
    /// When it was true.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>)]
    pub effective: Option<ChartTime>,
    /// The value, where it has one of its own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<Measured>,
    /// Its components: a blood pressure is one observation with two.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub components: Vec<Component>,
}

/// A component of an observation.
#[derive(Clone, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Component {
    /// What was observed.
    pub what: Concept,
    /// The value.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<Measured>,
}

/// The value of an observation.
#[derive(Clone, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Measured {
    /// An amount.
    Quantity(Quantity),
    /// A coded finding.
    Concept(Concept),
    /// Words.
    Text {
        /// The words.
        text: String,
    },
}

/// A problem of the patient's.
#[derive(Clone, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Condition {
    /// What it is.
    pub what: Concept,
    /// When it was recorded.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>)]
    pub recorded: Option<ChartTime>,
    /// When it began: many records say only this.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>)]
    pub onset: Option<ChartTime>,
    /// When it ended. Some records leave the status of such a problem at `active`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>)]
    pub abated: Option<ChartTime>,
    /// How severe.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub severity: Option<String>,
    /// FHIR's clinical status: `active`, `resolved`, ….
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub clinical_status: Option<String>,
    /// FHIR's verification status: `confirmed`, `refuted`, ….
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub verification_status: Option<String>,
}

/// An allergy or intolerance, or the statement that there is none.
#[derive(Clone, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Allergy {
    /// The substance.
    pub what: Concept,
    /// It says that no such allergy is known (SNOMED CT 716186003 and its kind): a statement, not a missing record.
    #[serde(default)]
    pub none_known: bool,
    /// FHIR's clinical status: `active`, `inactive`, `resolved`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub clinical_status: Option<String>,
    /// FHIR's verification status: `confirmed`, `unconfirmed`, `refuted`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub verification_status: Option<String>,
    /// When it was recorded.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>)]
    pub recorded: Option<ChartTime>,
    /// `high`, `low` or `unable-to-assess`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub criticality: Option<String>,
    /// Notes, as plain text.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<String>,
    /// What happened.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub reactions: Vec<Reaction>,
}

/// A reaction to a substance.
#[derive(Clone, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Reaction {
    /// The exact substance, where it was narrower.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub substance: Option<String>,
    /// What was seen.
    pub manifestations: Vec<String>,
    /// `mild`, `moderate` or `severe`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub severity: Option<String>,
}

/// A medication that was ordered; in a record that has no orders, one that is stated to be taken.
#[derive(Clone, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Medication {
    /// What.
    pub what: Concept,
    /// FHIR's status: `active`, `completed`, `stopped`, …; `not-taken` where a statement says that it is not taken.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<String>,
    /// FHIR's intent, where it is no order: `proposal`, `plan`, `option`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub intent: Option<String>,
    /// When it was written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>)]
    pub written: Option<ChartTime>,
    /// When it ends.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>)]
    pub end: Option<ChartTime>,
    /// Who prescribed it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub prescriber: Option<String>,
    /// How it is taken, as plain text.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub dosage: Vec<String>,
}

/// Insurance.
#[derive(Clone, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Coverage {
    /// FHIR's status: `active`, `cancelled`, `draft`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<String>,
    /// Who pays.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub payers: Vec<String>,
    /// Plan, group and classes, as the record names them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub plans: Vec<String>,
    /// The number of the insured.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub subscriber: Option<String>,
    /// From when.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>)]
    pub start: Option<ChartTime>,
    /// Until when.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>)]
    pub end: Option<ChartTime>,
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;

    #[test]
    fn a_time_is_as_exact_as_it_was_written() {
        for (written, kept) in [
            ("2018", "2018"),
            ("2018-09", "2018-09"),
            ("2018-09-17", "2018-09-17"),
            ("2018-09-17T13:00:00", "2018-09-17T13:00:00"),
            ("2018-09-17T13:00:00-05:00", "2018-09-17T18:00:00Z"),
            ("2018-09-17T13:00:00.250Z", "2018-09-17T13:00:00.25Z"),
        ] {
            let time: ChartTime = written.parse().unwrap();
            assert_eq!(String::from(time), kept, "{written}");
        }
        for written in [
            "",
            "18",
            "2018-13",
            "09/17/2018",
            "yesterday",
            "2018-09-17T25:00:00",
            "2018-09T13:00:00Z",
            "0001-01-01T00:00:00",
            "0001-01-01T00:00:00Z",
        ] {
            assert!(written.parse::<ChartTime>().is_err(), "{written}");
        }
    }

    #[test]
    fn times_sort_whatever_their_exactness() {
        let mut times: Vec<ChartTime> = [
            "2018-09-17T18:00:00Z",
            "2018",
            "2018-09-17T13:30:00",
            "2018-09-17",
        ]
        .iter()
        .map(|t| t.parse().unwrap())
        .collect();
        times.sort_by_key(|time| time.sort_key());
        let sorted: Vec<String> = times.into_iter().map(String::from).collect();
        assert_eq!(
            sorted,
            [
                "2018",
                "2018-09-17",
                "2018-09-17T13:30:00",
                "2018-09-17T18:00:00Z"
            ]
        );
    }
}
