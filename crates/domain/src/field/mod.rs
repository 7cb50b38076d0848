//! The field types: one file each, behind one closed enum. A new type is a file here, a variant in [`FieldType`] and [`Value`],
//! and the compiler names every other place (docs/how-to/field-type.md).

pub mod chart;
pub mod checkbox;
pub mod checklist;
pub mod choice;
pub mod choices;
pub mod date;
pub mod date_time;
pub mod long_text;
pub mod member;
pub mod number;
pub mod place;
pub mod short_text;

use crate::rejection::Rejection;
use crate::{FieldId, UserId, limits, text};
use chart::{ChartSource, ChartValue};
use checklist::ChecklistItem;
use choice::{ChoiceOption, OptionId};
use jiff::civil;
use number::Decimal;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// A field of a team's patient schema: what the team keeps about a patient, shown as a column where a list chooses it.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, utoipa::ToSchema)]
pub struct Field {
    /// Its id, for ever.
    pub id: FieldId,
    /// The name above the column.
    pub name: String,
    /// What it holds.
    #[serde(flatten)]
    pub kind: FieldType,
    /// Only owners change its values and the field itself.
    #[serde(default)]
    pub locked: bool,
    /// Hidden from lists and editing; its values stay.
    #[serde(default)]
    pub archived: bool,
}

/// What a field holds.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum FieldType {
    /// One line of text.
    ShortText,
    /// Text of several paragraphs.
    LongText,
    /// A decimal number, kept as written.
    Number {
        /// Unit shown beside the number, as "mmol/L" (UCUM where there is one).
        #[serde(default, skip_serializing_if = "Option::is_none")]
        unit: Option<String>,
    },
    /// One of the options.
    Choice {
        /// The options, in their order.
        options: Vec<ChoiceOption>,
    },
    /// Any of the options.
    Choices {
        /// The options, in their order.
        options: Vec<ChoiceOption>,
    },
    /// Yes, or not ticked.
    Checkbox,
    /// A day.
    Date,
    /// A day and a time of day in the team's time zone.
    DateTime,
    /// A member of the team.
    Member,
    /// Where the patient is: ward, room, bed.
    Place,
    /// Items to tick.
    Checklist,
    /// What the hospital's record says, read-only.
    Chart {
        /// What of the chart.
        source: ChartSource,
    },
}

/// A value of a field, as it is persisted: it says its own type, so that a journal can be read without the schema.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Value {
    /// Of a short or a long text.
    Text(String),
    /// Of a number.
    Number(Decimal),
    /// Of a choice.
    Choice(OptionId),
    /// Of several choices, in the order of the options.
    Choices(BTreeSet<OptionId>),
    /// Of a checkbox.
    Checkbox(bool),
    /// Of a date.
    Date(civil::Date),
    /// Of a date-time.
    DateTime(civil::DateTime),
    /// Of a member field.
    Member(UserId),
    /// Of a place.
    Place(String),
    /// Of a checklist.
    Checklist(Vec<ChecklistItem>),
    /// Of a column that is bound to the chart.
    Chart(Box<ChartValue>),
}

/// What a value must fit besides its own type: facts of the team at the moment.
pub struct Surroundings<'a> {
    /// Tells whether a user is a member of the team.
    pub is_member: &'a dyn Fn(UserId) -> bool,
    /// Gives fresh ids to checklist items that come without one.
    pub fresh_item_id: &'a mut dyn FnMut() -> crate::ItemId,
}

/// The name of a field type, as a command has it.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum FieldTypeName {
    /// One line of text.
    ShortText,
    /// Text of several paragraphs.
    LongText,
    /// A decimal number.
    Number,
    /// One of the options.
    Choice,
    /// Any of the options.
    Choices,
    /// Yes, or not ticked.
    Checkbox,
    /// A day.
    Date,
    /// A day and a time of day.
    DateTime,
    /// A member of the team.
    Member,
    /// Where the patient is.
    Place,
    /// Items to tick.
    Checklist,
    /// What the hospital's record says.
    Chart,
}

impl FieldType {
    /// Whether the record sets its values, and people do not.
    pub const fn is_from_record(&self) -> bool {
        matches!(self, FieldType::Chart { .. })
    }

    /// The options of a choice field.
    pub fn options(&self) -> Option<&[ChoiceOption]> {
        match self {
            FieldType::Choice { options } | FieldType::Choices { options } => Some(options),
            _ => None,
        }
    }

    /// Makes a type of its name and settings; a setting that the type does not have is refused.
    pub fn new(
        name: FieldTypeName,
        unit: Option<String>,
        options: Vec<ChoiceOption>,
        source: Option<ChartSource>,
    ) -> Result<FieldType, Rejection> {
        let unit = unit
            .map(|u| text::line("unit", &u, 40))
            .transpose()?
            .filter(|u| !u.is_empty());
        if unit.is_some() && name != FieldTypeName::Number {
            return Err(Rejection::Invalid {
                what: "unit".into(),
            });
        }
        if !options.is_empty() && !matches!(name, FieldTypeName::Choice | FieldTypeName::Choices) {
            return Err(Rejection::Invalid {
                what: "options".into(),
            });
        }
        if source.is_some() != (name == FieldTypeName::Chart) {
            return Err(match source {
                Some(_) => Rejection::Invalid {
                    what: "source".into(),
                },
                None => Rejection::Required {
                    what: "source".into(),
                },
            });
        }
        Ok(match name {
            FieldTypeName::ShortText => FieldType::ShortText,
            FieldTypeName::LongText => FieldType::LongText,
            FieldTypeName::Number => FieldType::Number { unit },
            FieldTypeName::Choice => FieldType::Choice {
                options: choice::checked_options(options)?,
            },
            FieldTypeName::Choices => FieldType::Choices {
                options: choice::checked_options(options)?,
            },
            FieldTypeName::Checkbox => FieldType::Checkbox,
            FieldTypeName::Date => FieldType::Date,
            FieldTypeName::DateTime => FieldType::DateTime,
            FieldTypeName::Member => FieldType::Member,
            FieldTypeName::Place => FieldType::Place,
            FieldTypeName::Checklist => FieldType::Checklist,
            FieldTypeName::Chart => FieldType::Chart {
                source: source.ok_or(Rejection::Required {
                    what: "source".into(),
                })?,
            },
        })
    }

    /// Reads a value from JSON as the wire has it; `null` and what is empty after trimming mean "no value".
    pub fn parse(
        &self,
        json: &serde_json::Value,
        current: Option<&Value>,
        around: &mut Surroundings<'_>,
    ) -> Result<Option<Value>, Rejection> {
        if json.is_null() {
            return Ok(None);
        }
        match self {
            FieldType::ShortText => short_text::parse(json),
            FieldType::LongText => long_text::parse(json),
            FieldType::Number { .. } => number::parse(json),
            FieldType::Choice { options } => choice::parse(json, options, current),
            FieldType::Choices { options } => choices::parse(json, options, current),
            FieldType::Checkbox => checkbox::parse(json),
            FieldType::Date => date::parse(json),
            FieldType::DateTime => date_time::parse(json),
            FieldType::Member => member::parse(json, current, around.is_member),
            FieldType::Place => place::parse(json),
            FieldType::Checklist => checklist::parse(json, around.fresh_item_id),
            FieldType::Chart { .. } => Err(wrong_type("value of the record")),
        }
    }
}

/// A value as the wire has it: plain JSON whose shape follows from the field's type.
pub struct Wire<'a>(pub Option<&'a Value>);

impl Serialize for Wire<'_> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            None => serializer.serialize_unit(),
            Some(Value::Text(text) | Value::Place(text)) => serializer.serialize_str(text),
            Some(Value::Number(number)) => number.serialize(serializer),
            Some(Value::Choice(option)) => option.serialize(serializer),
            Some(Value::Choices(options)) => options.serialize(serializer),
            Some(Value::Checkbox(is_ticked)) => serializer.serialize_bool(*is_ticked),
            Some(Value::Date(date)) => date.serialize(serializer),
            Some(Value::DateTime(at)) => serializer.collect_str(&at.strftime("%Y-%m-%dT%H:%M")),
            Some(Value::Member(user)) => user.serialize(serializer),
            Some(Value::Checklist(items)) => items.serialize(serializer),
            Some(Value::Chart(shown)) => shown.serialize(serializer),
        }
    }
}

impl utoipa::PartialSchema for Wire<'_> {
    fn schema() -> utoipa::openapi::RefOr<utoipa::openapi::schema::Schema> {
        use utoipa::openapi::schema::{ArrayBuilder, ObjectBuilder, OneOfBuilder, Ref, Type};
        OneOfBuilder::new()
            .item(ObjectBuilder::new().schema_type(Type::Null))
            .item(ObjectBuilder::new().schema_type(Type::String))
            .item(ObjectBuilder::new().schema_type(Type::Boolean))
            .item(ObjectBuilder::new().schema_type(Type::Integer))
            .item(ArrayBuilder::new().items(ObjectBuilder::new().schema_type(Type::Integer)))
            .item(ArrayBuilder::new().items(Ref::from_schema_name("ChecklistItem")))
            .item(Ref::from_schema_name("ChartValue"))
            .description(Some(
                "A value, shaped by its field's type: text, place, number (as written), date, date_time and member are strings, a choice is the option's id, \
                 choices are ids, a checkbox a boolean, a checklist its items, a chart what the record says; null is no value.",
            ))
            .into()
    }
}

impl utoipa::ToSchema for Wire<'_> {
    fn name() -> std::borrow::Cow<'static, str> {
        "Value".into()
    }
    fn schemas(
        schemas: &mut Vec<(
            String,
            utoipa::openapi::RefOr<utoipa::openapi::schema::Schema>,
        )>,
    ) {
        schemas.push((
            "ChecklistItem".into(),
            <ChecklistItem as utoipa::PartialSchema>::schema(),
        ));
        <ChecklistItem as utoipa::ToSchema>::schemas(schemas);
        schemas.push((
            "ChartValue".into(),
            <ChartValue as utoipa::PartialSchema>::schema(),
        ));
        <ChartValue as utoipa::ToSchema>::schemas(schemas);
    }
}

/// The refusal of JSON of the wrong shape for a field's type.
fn wrong_type(expected: &'static str) -> Rejection {
    Rejection::WrongValueType {
        expected: expected.into(),
    }
}

/// Checks a set of chosen options: each must exist, and one that was retired may stay where it is but not be chosen anew.
fn checked_option(
    id: OptionId,
    options: &[ChoiceOption],
    is_current: bool,
) -> Result<OptionId, Rejection> {
    match options.iter().find(|option| option.id == id) {
        Some(option) if !option.archived || is_current => Ok(id),
        _ => Err(Rejection::UnknownOption { option: id }),
    }
}

/// Whether a number of fields, one more included, stays within the schema's limit.
pub(crate) fn check_field_count(count: usize) -> Result<(), Rejection> {
    if count > limits::FIELDS {
        return Err(Rejection::TooMany {
            what: "fields".into(),
            limit: limits::FIELDS,
        });
    }
    Ok(())
}

impl Value {
    /// The value in words, as an export and a printed list have it: options by their labels, members by their names, dates in
    /// ISO form, checklist items one a line; what the record says by `chart_text`, which knows the reader's language and time zone.
    pub fn text(
        &self,
        kind: &FieldType,
        name_of: &dyn Fn(UserId) -> String,
        chart_text: &dyn Fn(&ChartValue) -> String,
    ) -> String {
        let label = |id: &OptionId| {
            let options = kind.options().unwrap_or_default();
            options
                .iter()
                .find(|option| option.id == *id)
                .map(|option| option.label.clone())
                .unwrap_or_default()
        };
        match self {
            Value::Text(text) | Value::Place(text) => text.clone(),
            Value::Number(number) => number.as_str().to_owned(),
            Value::Choice(option) => label(option),
            Value::Choices(options) => options.iter().map(label).collect::<Vec<_>>().join(", "),
            Value::Checkbox(is_ticked) => if *is_ticked { "✓" } else { "✗" }.to_owned(),
            Value::Date(date) => date.to_string(),
            Value::DateTime(at) => at.strftime("%Y-%m-%d %H:%M").to_string(),
            Value::Member(user) => name_of(*user),
            Value::Chart(shown) => chart_text(shown),
            Value::Checklist(items) => {
                let line = |item: &ChecklistItem| {
                    format!("{} {}", if item.done { "[x]" } else { "[ ]" }, item.text)
                };
                items.iter().map(line).collect::<Vec<_>>().join("\n")
            }
        }
    }
}
