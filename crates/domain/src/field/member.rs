//! A member of the team: who is responsible, who is asked.

use super::{Value, wrong_type};
use crate::UserId;
use crate::rejection::{Rejection, Thing};

/// Reads a JSON string that is a user's id. Somebody who left may stay where they are named, but not be named anew.
pub fn parse(
    json: &serde_json::Value,
    current: Option<&Value>,
    is_member: &dyn Fn(UserId) -> bool,
) -> Result<Option<Value>, Rejection> {
    let text = json.as_str().ok_or_else(|| wrong_type("user id"))?;
    if text.is_empty() {
        return Ok(None);
    }
    let user: UserId = text.parse().map_err(|_| wrong_type("user id"))?;
    let value = Value::Member(user);
    if is_member(user) || current == Some(&value) {
        Ok(Some(value))
    } else {
        Err(Rejection::NotFound {
            what: Thing::Member,
        })
    }
}
