//! One of a field's options.

use super::{Value, checked_option, wrong_type};
use crate::rejection::Rejection;
use crate::{limits, text};
use serde::{Deserialize, Serialize};

/// An option of a choice field: a number that is unique in its field and never used again; 0 is not numbered yet.
#[derive(
    Default,
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
#[serde(transparent)]
pub struct OptionId(pub u32);

/// An option: a label, and a colour that is never alone.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ChoiceOption {
    /// Absent (0) in a command for a new option: the team gives the number.
    #[serde(default)]
    pub id: OptionId,
    /// What people read and choose.
    pub label: String,
    /// The background of the label.
    #[serde(default)]
    pub color: Color,
    /// No longer offered; values that have it keep it.
    #[serde(default)]
    pub archived: bool,
}

/// The palette, by name; the interface has an accessible pair of colours for each in every theme.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Color {
    /// No colour.
    #[default]
    Neutral,
    /// Red.
    Red,
    /// Orange.
    Orange,
    /// Yellow.
    Yellow,
    /// Green.
    Green,
    /// Blue.
    Blue,
    /// Purple.
    Purple,
    /// Grey.
    Grey,
}

/// Checks the options of a field: labels that differ, ids that are unique; new ones are numbered above all that were.
pub fn checked_options(options: Vec<ChoiceOption>) -> Result<Vec<ChoiceOption>, Rejection> {
    if options.len() > limits::OPTIONS {
        return Err(Rejection::TooMany {
            what: "options".into(),
            limit: limits::OPTIONS,
        });
    }
    let mut next = options.iter().map(|o| o.id.0).max().unwrap_or(0);
    let mut checked: Vec<ChoiceOption> = Vec::with_capacity(options.len());
    for option in options {
        let label = text::label("option.label", &option.label)?;
        if checked.iter().any(|other| other.label == label) {
            return Err(Rejection::NameTaken {
                what: "option.label".into(),
            });
        }
        let id = if option.id.0 == 0 {
            // The highest number of all was taken by the command itself.
            next = next.checked_add(1).ok_or(Rejection::UnknownOption {
                option: OptionId(next),
            })?;
            OptionId(next)
        } else if checked.iter().any(|other| other.id == option.id) {
            return Err(Rejection::UnknownOption { option: option.id });
        } else {
            option.id
        };
        checked.push(ChoiceOption {
            id,
            label,
            ..option
        });
    }
    Ok(checked)
}

/// Checks new options of a field that has some: an option that exists is never dropped (values refer to it), only archived, and
/// an id that the field never gave is refused.
pub fn changed_options(
    current: &[ChoiceOption],
    new: Vec<ChoiceOption>,
) -> Result<Vec<ChoiceOption>, Rejection> {
    if let Some(unknown) = new
        .iter()
        .find(|o| o.id.0 != 0 && !current.iter().any(|c| c.id == o.id))
    {
        return Err(Rejection::UnknownOption { option: unknown.id });
    }
    let dropped = current.iter().filter(|c| !new.iter().any(|o| o.id == c.id));
    let kept: Vec<ChoiceOption> = dropped
        .map(|o| ChoiceOption {
            archived: true,
            ..o.clone()
        })
        .collect();
    checked_options(new.into_iter().chain(kept).collect())
}

/// Reads a JSON integer that is an option's id.
pub fn parse(
    json: &serde_json::Value,
    options: &[ChoiceOption],
    current: Option<&Value>,
) -> Result<Option<Value>, Rejection> {
    let id = json
        .as_u64()
        .and_then(|id| u32::try_from(id).ok())
        .ok_or_else(|| wrong_type("option id"))?;
    let is_current = current == Some(&Value::Choice(OptionId(id)));
    checked_option(OptionId(id), options, is_current).map(|id| Some(Value::Choice(id)))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;

    fn option(id: u32, label: &str) -> ChoiceOption {
        ChoiceOption {
            id: OptionId(id),
            label: label.into(),
            color: Color::Neutral,
            archived: false,
        }
    }

    #[test]
    fn a_dropped_option_is_archived_and_its_number_not_used_again() {
        let current = checked_options(vec![option(0, "Red"), option(0, "Green")]).unwrap();
        let changed = changed_options(&current, vec![option(1, "Red"), option(0, "Blue")]).unwrap();
        let summary: Vec<_> = changed
            .iter()
            .map(|o| (o.id.0, o.label.as_str(), o.archived))
            .collect();
        assert_eq!(
            summary,
            [(1, "Red", false), (3, "Blue", false), (2, "Green", true)]
        );
    }

    #[test]
    fn an_archived_option_stays_where_it_is_and_cannot_be_chosen_anew() {
        let mut options = vec![option(1, "Red")];
        options[0].archived = true;
        let json = serde_json::json!(1);
        assert!(parse(&json, &options, None).is_err());
        assert!(parse(&json, &options, Some(&Value::Choice(OptionId(1)))).is_ok());
    }
}
