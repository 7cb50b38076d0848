//! The bounds of what a team may hold, each with its reason.

/// Characters of a text value or a note: a discharge summary is about 6,000; above this nobody reads it on a ward round.
pub const TEXT_CHARS: usize = 10_000;
/// Characters of a name or label (list, field, option, title of a person): it must be readable above a column.
pub const LABEL_CHARS: usize = 200;
/// Characters of a part of a patient's identity: the longest registered names have about 200.
pub const IDENTITY_CHARS: usize = 300;
/// Characters of a place: "Ward 7 West, bay 3, bed 12 (window)" has 35.
pub const PLACE_CHARS: usize = 100;
/// Fields of a schema, archived ones included: a grid beyond it cannot be used, and a row stays below 2 MB.
pub const FIELDS: usize = 200;
/// Patients of a team that are not merged into another: a team's state stays below about 200 MB of memory.
pub const PATIENTS: usize = 5_000;
/// Lists of a team, deleted ones included.
pub const LISTS: usize = 200;
/// Options of a choice field: more than this is a catalogue, not a choice.
pub const OPTIONS: usize = 200;
/// Items of a checklist value, whose texts have [`TEXT_CHARS`] together.
pub const CHECKLIST_ITEMS: usize = 100;
/// Members of a team.
pub const MEMBERS: usize = 1_000;
/// Notes of one patient.
pub const NOTES: usize = 2_000;
/// Identifiers of one patient.
pub const IDENTIFIERS: usize = 20;
/// Digits of a number value, before and after the point together.
pub const NUMBER_DIGITS: usize = 30;
/// Characters of a URL or an OAuth scope: what browsers and proxies pass on.
pub const URL_CHARS: usize = 2_000;
/// Items of one column that is bound to the chart; the patient's page shows all.
pub const CHART_ITEMS: usize = 50;
/// Searches of the record by one user that ask for no reason, within [`SEARCH_MINUTES`].
pub const SEARCHES: usize = 30;
/// Minutes in which [`SEARCHES`] are counted.
pub const SEARCH_MINUTES: i64 = 10;
/// Groups of an organization: a directory hands over those that are used here, not every mailing list.
pub const GROUPS: usize = 5_000;
/// Policies of an organization: they are read and compared by people.
pub const POLICIES: usize = 200;
/// Minutes after which a screen may be locked at most: a shift.
pub const IDLE_LOCK_MINUTES: u16 = 480;
/// Days that a command id is remembered; an older one is refused.
pub const COMMAND_ID_DAYS: i64 = 7;
