//! A day.

use super::{Value, wrong_type};
use crate::rejection::Rejection;
use jiff::civil::Date;

/// Reads a JSON string `YYYY-MM-DD`.
pub fn parse(json: &serde_json::Value) -> Result<Option<Value>, Rejection> {
    let text = json
        .as_str()
        .ok_or_else(|| wrong_type("date YYYY-MM-DD"))?
        .trim();
    if text.is_empty() {
        return Ok(None);
    }
    // The library reads more forms than the wire has ("20260101", a date-time): one form only.
    let date = text.parse::<Date>().ok();
    date.filter(|d| d.year() > 0 && d.to_string() == text)
        .map(|d| Some(Value::Date(d)))
        .ok_or_else(|| wrong_type("date YYYY-MM-DD"))
}
