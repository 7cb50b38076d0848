//! What this server's SCIM can do, and the attributes that it keeps (RFC 7643, 5 to 7).

use super::listing::{PAGE_AT_MOST, list};
use super::{group, user};
use serde_json::{Value, json};

/// What is supported.
pub fn service_provider_config(base: &str) -> Value {
    let no = json!({"supported": false});
    json!({
        "schemas": ["urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig"],
        "patch": {"supported": true},
        "bulk": {"supported": false, "maxOperations": 0, "maxPayloadSize": 0},
        "filter": {"supported": true, "maxResults": PAGE_AT_MOST},
        "changePassword": no,
        "sort": no,
        "etag": no,
        "authenticationSchemes": [{
            "type": "oauthbearertoken",
            "name": "Bearer token",
            "description": "A provisioning token that an administrator made, as `Authorization: Bearer`.",
            "primary": true,
        }],
        "meta": {
            "resourceType": "ServiceProviderConfig",
            "location": format!("{base}/ServiceProviderConfig"),
        },
    })
}

/// Every resource type.
pub fn resource_types(base: &str) -> Value {
    let all = ["User", "Group"]
        .iter()
        .filter_map(|name| resource_type(base, name));
    let all: Vec<Value> = all.collect();
    list(1, all.len(), all)
}

/// One resource type, by its name.
pub fn resource_type(base: &str, name: &str) -> Option<Value> {
    let (endpoint, description, schema) = match name {
        "User" => ("/Users", "A person with an account", user::SCHEMA),
        "Group" => (
            "/Groups",
            "A group of users, who may be members of teams by it",
            group::SCHEMA,
        ),
        _ => return None,
    };
    Some(json!({
        "schemas": ["urn:ietf:params:scim:schemas:core:2.0:ResourceType"],
        "id": name,
        "name": name,
        "endpoint": endpoint,
        "description": description,
        "schema": schema,
        "meta": {"resourceType": "ResourceType", "location": format!("{base}/ResourceTypes/{name}")},
    }))
}

/// Every schema.
pub fn schemas(base: &str) -> Value {
    let all = [user::SCHEMA, group::SCHEMA]
        .iter()
        .filter_map(|id| schema(base, id));
    let all: Vec<Value> = all.collect();
    list(1, all.len(), all)
}

/// One schema, by its URN: the attributes that are kept here, and no others.
pub fn schema(base: &str, id: &str) -> Option<Value> {
    let (name, description, attributes) = match id {
        user::SCHEMA => (
            "User",
            "User Account",
            vec![
                text(
                    "userName",
                    "The name to sign in with.",
                    true,
                    false,
                    "server",
                ),
                text(
                    "displayName",
                    "The name that others see.",
                    false,
                    false,
                    "none",
                ),
                text(
                    "externalId",
                    "The id that the directory knows them by.",
                    false,
                    true,
                    "server",
                ),
                text(
                    "preferredLanguage",
                    "The language they are addressed in: en or fr.",
                    false,
                    false,
                    "none",
                ),
                json!({
                    "name": "active", "type": "boolean", "multiValued": false, "required": false,
                    "description": "Whether they may sign in. Without it all their sessions end.",
                    "mutability": "readWrite", "returned": "default",
                }),
            ],
        ),
        group::SCHEMA => (
            "Group",
            "Group",
            vec![
                text("displayName", "Its name.", true, false, "server"),
                text(
                    "externalId",
                    "The id that the directory knows it by.",
                    false,
                    true,
                    "server",
                ),
                json!({
                    "name": "members", "type": "complex", "multiValued": true, "required": false,
                    "description": "Who is in it.",
                    "mutability": "readWrite", "returned": "default",
                    "subAttributes": [
                        sub("value", "string", "The user's id.", "immutable"),
                        sub("display", "string", "The user's name.", "readOnly"),
                        sub("type", "string", "User.", "immutable"),
                        sub("$ref", "reference", "Where the user is.", "readOnly"),
                    ],
                }),
            ],
        ),
        _ => return None,
    };
    Some(json!({
        "schemas": ["urn:ietf:params:scim:schemas:core:2.0:Schema"],
        "id": id,
        "name": name,
        "description": description,
        "attributes": attributes,
        "meta": {"resourceType": "Schema", "location": format!("{base}/Schemas/{id}")},
    }))
}

fn text(
    name: &str,
    description: &str,
    required: bool,
    case_exact: bool,
    uniqueness: &str,
) -> Value {
    json!({
        "name": name, "type": "string", "multiValued": false, "required": required,
        "description": description, "caseExact": case_exact, "mutability": "readWrite",
        "returned": "default", "uniqueness": uniqueness,
    })
}

fn sub(name: &str, kind: &str, description: &str, mutability: &str) -> Value {
    json!({
        "name": name, "type": kind, "multiValued": false, "required": false, "caseExact": true,
        "description": description, "mutability": mutability, "returned": "default", "uniqueness": "none",
    })
}
