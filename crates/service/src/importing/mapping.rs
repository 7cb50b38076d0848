//! What each column of a sheet becomes: proposed by the server, corrected by a person, and sent back.

use domain::FieldId;
use domain::team::command::NewField;
use serde::{Deserialize, Serialize};
use sheet::{DateOrder, IdentifierKind, NameOrder};

/// What each column becomes, and how rows are taken apart.
#[derive(Clone, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ImportMapping {
    /// By the column's index; a column beyond the end is ignored.
    pub columns: Vec<Target>,
    /// The field that a name at birth goes to, of which an identity has no part. Absent means that it is left out and reported.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub birth_name: Option<FieldTarget>,
    /// Whether a patient without a place has that of the row above.
    #[serde(default = "yes")]
    pub fill_places: bool,
    /// Whether a cell with several names on its lines is several patients.
    #[serde(default = "yes")]
    pub split_lines: bool,
}

fn yes() -> bool {
    true
}

/// What a column becomes.
#[derive(Clone, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(tag = "to", rename_all = "snake_case", deny_unknown_fields)]
#[schema(as = ImportTarget)]
pub enum Target {
    /// Nothing.
    Ignored,
    /// The place; several such columns are joined in their order.
    Place,
    /// The whole name.
    FullName {
        /// Which part comes first where neither capitals nor a comma tell.
        order: NameOrder,
    },
    /// Family name.
    Family,
    /// Family name at birth.
    BirthFamily,
    /// Given names.
    Given,
    /// Title.
    Prefix,
    /// Administrative sex.
    Sex,
    /// Birth date.
    BirthDate {
        /// The order of day and month, where a person decided it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        order: Option<DateOrder>,
    },
    /// A number that identifies.
    Identifier {
        /// Which number.
        kind: IdentifierKind,
    },
    /// The age: it settles the century of a two-digit year of birth, and is not kept.
    Age,
    /// Where the patient stands: expected, present, discharged, transferred or deceased.
    Status,
    /// Values of a field.
    Field {
        /// Which.
        field: FieldTarget,
        /// The order of day and month, where a person decided it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        order: Option<DateOrder>,
    },
}

/// A field that values go to.
#[derive(Clone, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum FieldTarget {
    /// One of the team's fields.
    Id(FieldId),
    /// A field that the import makes.
    New(NewField),
}

impl ImportMapping {
    /// Every field that values would go to.
    pub(super) fn fields(&self) -> impl Iterator<Item = &FieldTarget> {
        let of_columns = self.columns.iter().filter_map(|target| match target {
            Target::Field { field, .. } => Some(field),
            _ => None,
        });
        of_columns.chain(&self.birth_name)
    }
}

/// Why a mapping cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum MappingFault {
    /// The sheet has no such column.
    NoSuchColumn,
    /// The team has no such field, or has archived it.
    NoSuchField,
    /// Another column goes to this field already.
    FieldTwice,
    /// Another column is this part of the identity already.
    PartTwice,
    /// A field in use, or another new one, has this name already.
    NameTaken,
}
