//! Groups as the directory sees them, and what it wants of them as commands. It sees and changes those that it made, and no others.

use super::error::{ScimError, ScimType};
use super::patch::{self, Operation, Verb};
use super::path::{Comparison, Filter};
use super::user::{is_same, text};
use domain::organization::command::{
    ChangeGroupMembers, Command, CreateGroup, DeleteGroup, UpdateGroup,
};
use domain::organization::state::{Group, GroupSource, Organization};
use domain::{GroupId, UserId};
use serde_json::{Map, Value, json};
use std::collections::BTreeSet;

/// The schema of groups.
pub(crate) const SCHEMA: &str = "urn:ietf:params:scim:schemas:core:2.0:Group";

/// What the directory wants of a group, in its order: each step finds what the one before left.
pub struct GroupChange(Vec<Step>);

enum Step {
    Name(String),
    ExternalId(Option<String>),
    Add(BTreeSet<UserId>),
    Remove(BTreeSet<UserId>),
    Replace(BTreeSet<UserId>),
}

/// A group as the steps leave it.
struct Staged {
    name: String,
    external_id: Option<String>,
    members: BTreeSet<UserId>,
}

impl GroupChange {
    /// Reads a whole group, of a POST or PUT. What it does not say stays.
    ///
    /// # Errors
    /// A value that is not of its attribute's type.
    pub fn whole(body: &Map<String, Value>) -> Result<Self, ScimError> {
        Self::of(patch::whole(body))
    }

    /// Reads the operations of a PATCH.
    ///
    /// # Errors
    /// Operations that are not understood.
    pub fn patch(body: &Map<String, Value>) -> Result<Self, ScimError> {
        Self::of(patch::read(body)?)
    }

    fn of(operations: Vec<Operation>) -> Result<Self, ScimError> {
        let mut steps = Vec::with_capacity(operations.len());
        for operation in operations {
            steps.extend(step(&operation)?);
        }
        Ok(Self(steps))
    }

    /// The command that makes this group.
    ///
    /// # Errors
    /// It has no `displayName`.
    pub fn creation(&self) -> Result<CreateGroup, ScimError> {
        let mut staged = Staged {
            name: String::new(),
            external_id: None,
            members: BTreeSet::new(),
        };
        self.apply(&mut staged);
        if staged.name.is_empty() {
            return Err(ScimType::InvalidValue.because("`displayName` is missing."));
        }
        Ok(CreateGroup {
            name: staged.name,
            source: GroupSource::Scim,
            external_id: staged.external_id,
            members: staged.members.into_iter().collect(),
        })
    }

    /// The commands that make a group as this says.
    ///
    /// # Errors
    /// [`ScimError::NotFound`].
    pub fn commands(
        &self,
        organization: &Organization,
        id: GroupId,
    ) -> Result<Vec<Command>, ScimError> {
        let group = find(organization, id)?;
        let mut staged = Staged {
            name: group.name.clone(),
            external_id: group.external_id.clone(),
            members: group.members.clone(),
        };
        self.apply(&mut staged);
        let mut commands = Vec::new();
        if staged.name != group.name || staged.external_id != group.external_id {
            commands.push(Command::UpdateGroup(UpdateGroup {
                group: id,
                name: staged.name,
                external_id: staged.external_id,
            }));
        }
        if staged.members != group.members {
            commands.push(Command::ChangeGroupMembers(ChangeGroupMembers {
                group: id,
                add: staged.members.difference(&group.members).copied().collect(),
                remove: group.members.difference(&staged.members).copied().collect(),
            }));
        }
        Ok(commands)
    }

    fn apply(&self, staged: &mut Staged) {
        for step in &self.0 {
            match step {
                Step::Name(name) => staged.name.clone_from(name),
                Step::ExternalId(id) => staged.external_id.clone_from(id),
                Step::Add(members) => staged.members.extend(members),
                Step::Remove(members) => staged.members.retain(|member| !members.contains(member)),
                Step::Replace(members) => staged.members.clone_from(members),
            }
        }
    }
}

fn step(operation: &Operation) -> Result<Option<Step>, ScimError> {
    let Operation { verb, path, value } = operation;
    Ok(match (path.plain(), verb) {
        (("displayname", None), Verb::Remove) => {
            return Err(ScimType::Mutability.because("`displayName` cannot be removed."));
        }
        (("externalid", None), Verb::Remove) => Some(Step::ExternalId(None)),
        // "No value" says nothing of what it should be.
        (("displayname" | "externalid", None), _) if value.is_null() => None,
        (("displayname", None), _) => Some(Step::Name(text("displayName", value)?)),
        (("externalid", None), _) => Some(Step::ExternalId(Some(text("externalId", value)?))),
        (("members", None), Verb::Remove) => Some(match (&path.filter, value) {
            (Some(filter), _) => Step::Remove(chosen(filter)?),
            (None, Value::Null) => Step::Replace(BTreeSet::new()),
            // Whoever is no user here is no member either.
            (None, value) => Step::Remove(ids(value)?.into_iter().flatten().collect()),
        }),
        (("members", None), Verb::Add) => {
            let members = match (&path.filter, value) {
                (Some(filter), _) => chosen(filter)?,
                (None, Value::Null) => BTreeSet::new(),
                (None, value) => all(ids(value)?)?,
            };
            Some(Step::Add(members))
        }
        (("members", None), Verb::Replace) if path.filter.is_none() => {
            let members = match value {
                Value::Null => BTreeSet::new(),
                value => all(ids(value)?)?,
            };
            Some(Step::Replace(members))
        }
        (("members", _), _) => {
            let detail = "Members are added, removed or replaced as a whole.";
            return Err(ScimType::InvalidPath.because(detail));
        }
        _ => None,
    })
}

/// The member that a filter in square brackets chooses: `members[value eq "…"]`.
fn chosen(filter: &Filter) -> Result<BTreeSet<UserId>, ScimError> {
    let wrong =
        || ScimType::InvalidPath.because("A member is chosen by `members[value eq \"id\"]`.");
    let [comparison] = filter.0.as_slice() else {
        return Err(wrong());
    };
    if comparison.path.plain() != ("value", None) {
        return Err(wrong());
    }
    let id = comparison.value.as_str().ok_or_else(wrong)?;
    // Whoever is no user here is no member either.
    Ok(id.parse().into_iter().collect())
}

/// The ids of members: a list of objects with `value`, one such object, or the ids themselves. None for what is no id of ours.
fn ids(value: &Value) -> Result<Vec<Option<UserId>>, ScimError> {
    let one = |member: &Value| {
        let id = match member {
            Value::String(id) => Some(id.as_str()),
            Value::Object(member) => {
                let kind = patch::find(member, "type").and_then(Value::as_str);
                if kind.is_some_and(|kind| !kind.eq_ignore_ascii_case("user")) {
                    let detail = "Members are users: groups do not hold groups here.";
                    return Err(ScimType::InvalidValue.because(detail));
                }
                patch::find(member, "value").and_then(Value::as_str)
            }
            _ => None,
        };
        let detail = "A member must be an object with the user's id as `value`.";
        let id = id.ok_or_else(|| ScimType::InvalidValue.because(detail))?;
        Ok(id.parse().ok())
    };
    match value {
        Value::Array(members) => members.iter().map(one).collect(),
        member => one(member).map(|id| vec![id]),
    }
}

fn all(ids: Vec<Option<UserId>>) -> Result<BTreeSet<UserId>, ScimError> {
    let detail = "A member is no user here: make the user first.";
    let all: Option<BTreeSet<UserId>> = ids.into_iter().collect();
    all.ok_or_else(|| ScimType::InvalidValue.because(detail))
}

/// The commands that a DELETE stands for.
///
/// # Errors
/// [`ScimError::NotFound`].
pub fn deletion(organization: &Organization, id: GroupId) -> Result<Vec<Command>, ScimError> {
    find(organization, id)?;
    Ok(vec![Command::DeleteGroup(DeleteGroup { group: id })])
}

/// A group of the directory.
///
/// # Errors
/// [`ScimError::NotFound`].
pub(crate) fn find(organization: &Organization, id: GroupId) -> Result<&Group, ScimError> {
    let group = organization.groups.get(&id).filter(|group| is_seen(group));
    group.ok_or(ScimError::NotFound)
}

fn is_seen(group: &Group) -> bool {
    group.source == GroupSource::Scim
}

/// The groups that a filter finds, in the order in which they were made.
pub(crate) fn select<'a>(
    organization: &'a Organization,
    filter: Option<&Filter>,
) -> Result<Vec<(GroupId, &'a Group)>, ScimError> {
    let mut found = Vec::new();
    for (id, group) in organization
        .groups
        .iter()
        .filter(|(_, group)| is_seen(group))
    {
        let comparisons = filter.map(|filter| filter.0.as_slice()).unwrap_or_default();
        let mut is_found = true;
        for comparison in comparisons {
            is_found &= matches(*id, group, comparison)?;
        }
        if is_found {
            found.push((*id, group));
        }
    }
    Ok(found)
}

fn matches(id: GroupId, group: &Group, comparison: &Comparison) -> Result<bool, ScimError> {
    let wanted = comparison.value.as_str();
    Ok(match comparison.path.plain() {
        ("displayname", None) => wanted.is_some_and(|name| is_same(name, &group.name)),
        ("externalid", None) => wanted.is_some() && wanted == group.external_id.as_deref(),
        ("id", None) => wanted == Some(id.to_string().as_str()),
        ("members", None | Some("value")) => {
            let user = wanted.and_then(|id| id.parse().ok());
            user.is_some_and(|user| group.members.contains(&user))
        }
        _ => {
            let detail = "Groups are found by displayName, externalId, id and members.";
            return Err(ScimType::InvalidFilter.because(detail));
        }
    })
}

/// A group as the directory sees it.
pub(crate) fn render(base: &str, organization: &Organization, id: GroupId, group: &Group) -> Value {
    let members = group.members.iter();
    let members: Vec<Value> = members
        .map(|member| {
            json!({
                "value": member,
                "display": organization.name_of(*member),
                "type": "User",
                "$ref": format!("{base}/Users/{member}"),
            })
        })
        .collect();
    let mut rendered = json!({
        "schemas": [SCHEMA],
        "id": id,
        "displayName": group.name,
        "members": members,
        "meta": {
            "resourceType": "Group",
            "created": group.since,
            "location": format!("{base}/Groups/{id}"),
        },
    });
    if let (Some(external_id), Some(members)) = (&group.external_id, rendered.as_object_mut()) {
        members.insert("externalId".to_owned(), external_id.clone().into());
    }
    rendered
}
