//! Ticked, not ticked, or never touched: "no" is not "not recorded".

use super::{Value, wrong_type};
use crate::rejection::Rejection;

/// Reads a JSON boolean.
pub fn parse(json: &serde_json::Value) -> Result<Option<Value>, Rejection> {
    json.as_bool()
        .map(|b| Some(Value::Checkbox(b)))
        .ok_or_else(|| wrong_type("boolean"))
}
