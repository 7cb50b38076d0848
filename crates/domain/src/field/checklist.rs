//! Items to tick.

use super::{Value, wrong_type};
use crate::rejection::Rejection;
use crate::{ItemId, limits, text};
use serde::{Deserialize, Serialize};

/// An item of a checklist.
#[derive(Clone, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct ChecklistItem {
    /// Its id, so that a tick survives a renaming.
    pub id: ItemId,
    /// What is to do.
    pub text: String,
    /// Whether it is done.
    pub done: bool,
}

/// An item as a command has it: a new one has no id yet.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct TypedItem {
    #[serde(default)]
    id: Option<ItemId>,
    text: String,
    #[serde(default)]
    done: bool,
}

/// Reads a JSON array of `{id?, text, done}`; items without text are left out.
pub fn parse(
    json: &serde_json::Value,
    fresh_id: &mut dyn FnMut() -> ItemId,
) -> Result<Option<Value>, Rejection> {
    let expected = || wrong_type("array of {id?, text, done}");
    let typed: Vec<TypedItem> = serde_json::from_value(json.clone()).map_err(|_| expected())?;
    if typed.len() > limits::CHECKLIST_ITEMS {
        return Err(Rejection::TooMany {
            what: "items".into(),
            limit: limits::CHECKLIST_ITEMS,
        });
    }
    let length = typed.iter().map(|item| item.text.chars().count()).sum();
    if length > limits::TEXT_CHARS {
        return Err(Rejection::TextTooLong {
            what: "items".into(),
            limit: limits::TEXT_CHARS,
            length,
        });
    }
    let mut items: Vec<ChecklistItem> = Vec::with_capacity(typed.len());
    for item in typed {
        let text = text::line("item.text", &item.text, limits::TEXT_CHARS / 10)?;
        if text.is_empty() {
            continue;
        }
        let id = item.id.unwrap_or_else(&mut *fresh_id);
        if items.iter().any(|other| other.id == id) {
            return Err(expected());
        }
        items.push(ChecklistItem {
            id,
            text,
            done: item.done,
        });
    }
    Ok(Some(items).filter(|i| !i.is_empty()).map(Value::Checklist))
}
