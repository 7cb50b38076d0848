//! Where a patient is: ward, room, bed, as the ward writes it. Never an identifier.

use super::{Value, wrong_type};
use crate::rejection::Rejection;
use crate::{limits, text};

/// Reads a JSON string.
pub fn parse(json: &serde_json::Value) -> Result<Option<Value>, Rejection> {
    let typed = json.as_str().ok_or_else(|| wrong_type("string"))?;
    let place = text::line("value", typed, limits::PLACE_CHARS)?;
    Ok(Some(place).filter(|p| !p.is_empty()).map(Value::Place))
}
