//! Lists of users and groups: filtered, a page at a time, with the attributes that are asked for.

use super::error::ScimError;
use super::path::{Filter, Path};
use super::{group, user};
use domain::organization::state::{Group, Organization};
use domain::{GroupId, UserId};
use serde_json::{Value, json};

/// Resources of a page, where nothing is said.
const PAGE: usize = 100;
/// Resources of a page at most.
pub(crate) const PAGE_AT_MOST: usize = 1_000;

/// What a request for resources asks for.
#[derive(Default)]
pub struct Query {
    filter: Option<Filter>,
    start: usize,
    count: usize,
    attributes: Attributes,
}

/// Which attributes an answer has, by their names in lower case.
#[derive(Default)]
pub struct Attributes {
    only: Vec<String>,
    without: Vec<String>,
}

impl Query {
    /// Reads the parameters of a request's address. Numbers that are none, or out of bounds, are those nearest to them that are right (RFC 7644, 3.4.2.4).
    ///
    /// # Errors
    /// A filter that is not understood.
    pub fn read<'a>(
        parameters: impl IntoIterator<Item = (&'a str, &'a str)>,
    ) -> Result<Self, ScimError> {
        let mut query = Self {
            start: 1,
            count: PAGE,
            ..Self::default()
        };
        for (name, value) in parameters {
            let number = || value.trim().parse::<i64>().ok();
            match name.to_ascii_lowercase().as_str() {
                "filter" => query.filter = Some(Filter::read(value)?),
                "startindex" => {
                    query.start = usize::try_from(number().unwrap_or(1)).unwrap_or(1).max(1);
                }
                "count" => {
                    let wanted = usize::try_from(number().unwrap_or(100)).unwrap_or(0);
                    query.count = wanted.min(PAGE_AT_MOST);
                }
                "attributes" => query.attributes.only = names(value),
                "excludedattributes" => query.attributes.without = names(value),
                _ => {}
            }
        }
        Ok(query)
    }

    /// The users that are asked for.
    ///
    /// # Errors
    /// A filter by an attribute that users are not found by.
    pub fn users(&self, base: &str, organization: &Organization) -> Result<Value, ScimError> {
        let found = user::select(organization, self.filter.as_ref())?;
        Ok(self.page(&found, |(id, user)| user::render(base, *id, user)))
    }

    /// The groups that are asked for.
    ///
    /// # Errors
    /// A filter by an attribute that groups are not found by.
    pub fn groups(&self, base: &str, organization: &Organization) -> Result<Value, ScimError> {
        let found = group::select(organization, self.filter.as_ref())?;
        let render =
            |(id, group): &(GroupId, &Group)| group::render(base, organization, *id, group);
        Ok(self.page(&found, render))
    }

    /// One user.
    ///
    /// # Errors
    /// [`ScimError::NotFound`].
    pub fn user(
        &self,
        base: &str,
        organization: &Organization,
        id: UserId,
    ) -> Result<Value, ScimError> {
        let found = user::find(organization, id)?;
        Ok(self.attributes.of(user::render(base, id, found)))
    }

    /// One group.
    ///
    /// # Errors
    /// [`ScimError::NotFound`].
    pub fn group(
        &self,
        base: &str,
        organization: &Organization,
        id: GroupId,
    ) -> Result<Value, ScimError> {
        let found = group::find(organization, id)?;
        Ok(self
            .attributes
            .of(group::render(base, organization, id, found)))
    }

    fn page<T>(&self, found: &[T], render: impl Fn(&T) -> Value) -> Value {
        let page = found
            .iter()
            .skip(self.start.saturating_sub(1))
            .take(self.count);
        let page: Vec<Value> = page.map(|one| self.attributes.of(render(one))).collect();
        list(self.start, found.len(), page)
    }
}

/// A list's envelope.
pub(crate) fn list(start: usize, total: usize, page: Vec<Value>) -> Value {
    json!({
        "schemas": ["urn:ietf:params:scim:api:messages:2.0:ListResponse"],
        "totalResults": total,
        "startIndex": start,
        "itemsPerPage": page.len(),
        "Resources": page,
    })
}

impl Attributes {
    /// A resource with the attributes that are asked for. `schemas` and `id` are always there (RFC 7643, 3.1 and 7).
    fn of(&self, mut resource: Value) -> Value {
        if let Some(members) = resource.as_object_mut() {
            members.retain(|name, _| {
                let own = name.to_ascii_lowercase();
                let is_wanted = self.only.is_empty() || self.only.contains(&own);
                let is_fixed = own == "id" || own == "schemas";
                is_fixed || (is_wanted && !self.without.contains(&own))
            });
        }
        resource
    }
}

/// The attributes that a parameter names; of a part, the whole.
fn names(value: &str) -> Vec<String> {
    let paths = value.split(',').filter_map(|name| Path::read(name).ok());
    paths.map(|path| path.name).collect()
}
