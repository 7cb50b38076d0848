//! The operations of a PATCH (RFC 7644, 3.5.2), in every dialect that directories speak.

use super::error::{ScimError, ScimType};
use super::path::Path;
use serde_json::{Map, Value};

/// Operations of one request. Directories put many members into one operation, and some one into each.
const OPERATIONS: usize = 10_000;

/// What is to be done with an attribute.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Verb {
    Add,
    Replace,
    Remove,
}

/// One change of one attribute.
#[derive(Clone, PartialEq, Debug)]
pub(crate) struct Operation {
    pub(crate) verb: Verb,
    pub(crate) path: Path,
    pub(crate) value: Value,
}

/// Reads the operations of a body, in their order. One without a path is one for each member of its value, whose names are paths: with dots, and
/// with schemas.
pub(crate) fn read(body: &Map<String, Value>) -> Result<Vec<Operation>, ScimError> {
    let wrong = |detail: &str| ScimType::InvalidSyntax.because(detail);
    let Some(Value::Array(written)) = find(body, "operations") else {
        return Err(wrong("`Operations` must be a list."));
    };
    if written.len() > OPERATIONS {
        return Err(wrong("There are too many operations."));
    }
    let mut operations = Vec::with_capacity(written.len());
    for operation in written {
        let operation = operation
            .as_object()
            .ok_or_else(|| wrong("An operation must be an object."))?;
        let verb = find(operation, "op").and_then(Value::as_str).unwrap_or("");
        let verb = match verb.to_ascii_lowercase().as_str() {
            "add" => Verb::Add,
            "replace" => Verb::Replace,
            "remove" => Verb::Remove,
            _ => return Err(wrong("`op` must be add, replace or remove.")),
        };
        let value = find(operation, "value").cloned().unwrap_or_default();
        match (find(operation, "path"), value) {
            (Some(Value::String(path)), value) if !path.trim().is_empty() => {
                operations.push(Operation {
                    verb,
                    path: Path::read(path)?,
                    value,
                });
            }
            (Some(Value::String(_) | Value::Null) | None, Value::Object(members))
                if verb != Verb::Remove =>
            {
                for (name, value) in members {
                    operations.push(Operation {
                        verb,
                        path: Path::read(&name)?,
                        value,
                    });
                }
            }
            (Some(Value::String(_) | Value::Null) | None, _) if verb == Verb::Remove => {
                return Err(ScimType::NoTarget.because("`remove` needs a path."));
            }
            (Some(Value::String(_) | Value::Null) | None, _) => {
                return Err(
                    ScimType::InvalidValue.because("Without a path, `value` must be an object.")
                );
            }
            _ => return Err(ScimType::InvalidPath.because("`path` must be a text.")),
        }
    }
    Ok(operations)
}

/// A member by its name, in whatever case.
pub(crate) fn find<'a>(members: &'a Map<String, Value>, name: &str) -> Option<&'a Value> {
    members
        .iter()
        .find(|(own, _)| own.eq_ignore_ascii_case(name))
        .map(|(_, value)| value)
}

/// The members of a body as changes, each in place of what was there: how a whole resource is read. Those without a value say nothing.
pub(crate) fn whole(body: &Map<String, Value>) -> Vec<Operation> {
    let named = body
        .iter()
        .filter(|(_, value)| !value.is_null())
        .filter_map(|(name, value)| {
            Some(Operation {
                verb: Verb::Replace,
                // What cannot even be named is none of ours.
                path: Path::read(name).ok()?,
                value: value.clone(),
            })
        });
    named.collect()
}

/// A truth value, also as directories write it in texts and numbers. Anything else is refused: what closes an account must not be guessed.
pub(crate) fn truth(value: &Value) -> Option<bool> {
    let text = match value {
        Value::Bool(truth) => return Some(*truth),
        Value::String(text) => text.trim().to_ascii_lowercase(),
        Value::Number(number) => number.to_string(),
        _ => return None,
    };
    match text.as_str() {
        "true" | "1" => Some(true),
        "false" | "0" => Some(false),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;
    use serde_json::json;

    fn operations(body: &Value) -> Result<Vec<Operation>, ScimError> {
        read(body.as_object().unwrap())
    }

    #[test]
    fn operations_are_read_in_any_case_and_without_a_path_by_their_members() {
        let read = operations(&json!({"operations": [
            {"OP": "Replace", "Path": "active", "Value": "False"},
            {"op": "add", "value": {"displayName": "A", "name.givenName": "B"}},
            {"op": "REMOVE", "path": "members"},
        ]}));
        let read = read.unwrap();
        let said: Vec<_> = read
            .iter()
            .map(|one| (one.verb, one.path.plain(), one.value.clone()))
            .collect();
        assert_eq!(
            said,
            [
                (Verb::Replace, ("active", None), json!("False")),
                (Verb::Add, ("displayname", None), json!("A")),
                (Verb::Add, ("name", Some("givenname")), json!("B")),
                (Verb::Remove, ("members", None), Value::Null),
            ]
        );
    }

    #[test]
    fn operations_that_say_too_little_or_nonsense_are_refused() {
        for body in [
            json!({}),
            json!({"Operations": {}}),
            json!({"Operations": ["add"]}),
            json!({"Operations": [{"op": "move", "path": "a"}]}),
            json!({"Operations": [{"path": "a", "value": 1}]}),
            json!({"Operations": [{"op": "remove"}]}),
            json!({"Operations": [{"op": "remove", "value": {"active": true}}]}),
            json!({"Operations": [{"op": "replace", "value": 1}]}),
            json!({"Operations": [{"op": "replace", "path": 1, "value": 1}]}),
            json!({"Operations": [{"op": "replace", "path": "a b", "value": 1}]}),
        ] {
            assert!(operations(&body).is_err(), "{body}");
        }
    }

    #[test]
    fn closing_is_read_from_every_way_that_it_is_written_and_never_guessed() {
        for no in [
            json!(false),
            json!("False"),
            json!("false"),
            json!(" FALSE "),
            json!("0"),
            json!(0),
        ] {
            assert_eq!(truth(&no), Some(false), "{no}");
        }
        for yes in [
            json!(true),
            json!("True"),
            json!("true"),
            json!("1"),
            json!(1),
        ] {
            assert_eq!(truth(&yes), Some(true), "{yes}");
        }
        for other in [
            json!("no"),
            json!(""),
            json!(2),
            json!(0.5),
            json!([]),
            json!({}),
            json!(null),
        ] {
            assert_eq!(truth(&other), None, "{other}");
        }
    }
}
