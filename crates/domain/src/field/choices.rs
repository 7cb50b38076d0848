//! Any of a field's options.

use super::{Value, checked_option, choice::ChoiceOption, choice::OptionId, wrong_type};
use crate::rejection::Rejection;
use std::collections::BTreeSet;

/// Reads a JSON array of option ids.
pub fn parse(
    json: &serde_json::Value,
    options: &[ChoiceOption],
    current: Option<&Value>,
) -> Result<Option<Value>, Rejection> {
    let ids = json
        .as_array()
        .ok_or_else(|| wrong_type("array of option ids"))?;
    let chosen_now = match current {
        Some(Value::Choices(chosen)) => Some(chosen),
        _ => None,
    };
    let mut chosen = BTreeSet::new();
    for id in ids {
        let id = id
            .as_u64()
            .and_then(|id| u32::try_from(id).ok())
            .ok_or_else(|| wrong_type("array of option ids"))?;
        let is_current = chosen_now.is_some_and(|now| now.contains(&OptionId(id)));
        chosen.insert(checked_option(OptionId(id), options, is_current)?);
    }
    Ok(Some(chosen).filter(|c| !c.is_empty()).map(Value::Choices))
}
