//! A day and a time of day, in the team's time zone, to the minute.

use super::{Value, wrong_type};
use crate::rejection::Rejection;
use jiff::civil::DateTime;

const FORM: &str = "%Y-%m-%dT%H:%M";

/// Reads a JSON string `YYYY-MM-DDTHH:mm`.
pub fn parse(json: &serde_json::Value) -> Result<Option<Value>, Rejection> {
    let text = json
        .as_str()
        .ok_or_else(|| wrong_type("date-time YYYY-MM-DDTHH:mm"))?
        .trim();
    if text.is_empty() {
        return Ok(None);
    }
    let at = DateTime::strptime(FORM, text).ok();
    at.filter(|a| a.year() > 0 && a.strftime(FORM).to_string() == text)
        .map(|a| Some(Value::DateTime(a)))
        .ok_or_else(|| wrong_type("date-time YYYY-MM-DDTHH:mm"))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;

    #[test]
    fn only_the_form_of_the_wire_is_read_and_written() {
        let json = serde_json::json!("2026-11-24T14:30");
        let value = parse(&json).unwrap().unwrap();
        assert_eq!(
            serde_json::to_value(super::super::Wire(Some(&value))).unwrap(),
            json
        );
        for wrong in [
            "2026-11-24",
            "2026-11-24T25:00",
            "2026-11-24 14:30",
            "24/11/2026 14:30",
        ] {
            assert!(parse(&serde_json::json!(wrong)).is_err(), "{wrong}");
        }
    }
}
