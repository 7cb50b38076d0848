//! One line of text.

use super::{Value, wrong_type};
use crate::rejection::Rejection;
use crate::{limits, text};

/// Reads a JSON string of one line.
pub fn parse(json: &serde_json::Value) -> Result<Option<Value>, Rejection> {
    let typed = json.as_str().ok_or_else(|| wrong_type("string"))?;
    let line = text::line("value", typed, limits::TEXT_CHARS)?;
    Ok(Some(line).filter(|l| !l.is_empty()).map(Value::Text))
}
