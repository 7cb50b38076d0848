//! Several queries in one request: a Bundle of type `batch`, and its answer.

use crate::issues::Issues;
use crate::json::{self, Node, Object};
use crate::query::Query;
use crate::read::Unreadable;
use domain::chart::PartName;

/// The body of a POST to the base URL that asks several queries at once.
pub fn request(queries: &[Query]) -> Vec<u8> {
    let entries: Vec<_> = queries
        .iter()
        .map(|query| serde_json::json!({"request": {"method": "GET", "url": query.url}}))
        .collect();
    let bundle = serde_json::json!({"resourceType": "Bundle", "type": "batch", "entry": entries});
    bundle.to_string().into_bytes()
}

/// The answer to one query of a batch.
pub struct Answer<'a> {
    /// The HTTP status that the query would have had.
    pub status: u16,
    /// The resource, or the OperationOutcome that says why there is none.
    pub resource: Option<Node<'a>>,
}

/// Reads the answer to a batch of `count` queries: one answer a query, in their order. An answer with another number of entries cannot be
/// told which is which, and is refused whole.
pub fn read(body: &[u8], count: usize) -> Result<Vec<Answer<'_>>, Unreadable> {
    let unexpected = |said| Unreadable::Unexpected {
        wanted: "batch-response",
        said,
    };
    let Node::Object(members) = json::parse(body)? else {
        return Err(unexpected(None));
    };
    let mut entries = None;
    let mut is_bundle = false;
    for (name, node) in members {
        match (name.as_ref(), node) {
            ("resourceType", Node::Text(kind)) => is_bundle = kind == "Bundle",
            ("entry", Node::List(all)) => entries = Some(all),
            ("entry", single @ Node::Object(_)) => entries = Some(vec![single]),
            _ => (),
        }
    }
    if !is_bundle {
        return Err(unexpected(crate::said(body)));
    }
    let entries = entries.unwrap_or_default();
    if entries.len() != count {
        return Err(unexpected(None));
    }
    Ok(entries.into_iter().map(answer).collect())
}

fn answer(entry: Node<'_>) -> Answer<'_> {
    let mut answer = Answer {
        status: 0,
        resource: None,
    };
    let Node::Object(members) = entry else {
        return answer;
    };
    let mut outcome = None;
    for (name, node) in members {
        match name.as_ref() {
            "resource" => answer.resource = Some(node).filter(|node| !matches!(node, Node::Null)),
            "response" => {
                answer.status = status(&node).unwrap_or(answer.status);
                outcome = outcome_of(node);
            }
            _ => (),
        }
    }
    // A server that gives a resource and no status has answered.
    if answer.status == 0 && answer.resource.is_some() {
        answer.status = 200;
    }
    answer.resource = answer.resource.or(outcome);
    answer
}

/// `200`, `200 OK`, or a number.
fn status(response: &Node<'_>) -> Option<u16> {
    let issues = Issues::new(PartName::Patient);
    let response = Object::of(response, "Bundle.entry.response", &issues)?;
    let said = response.raw("status")?;
    said.get(..3)?.parse().ok()
}

fn outcome_of(response: Node<'_>) -> Option<Node<'_>> {
    let Node::Object(members) = response else {
        return None;
    };
    let mut outcomes = members.into_iter().filter(|(name, _)| name == "outcome");
    outcomes.next().map(|(_, node)| node)
}
