//! Users as the directory sees them, and what it wants of them as commands.

use super::error::{ScimError, ScimType};
use super::patch::{self, Operation, Verb, truth};
use super::path::{Comparison, Filter, Path};
use domain::UserId;
use domain::organization::command::{
    Command, CreateUser, DisableUser, EnableUser, SetExternalId, SetSignInName, UpdateUser,
};
use domain::organization::state::{Organization, User};
use domain::team::installation::Language;
use serde_json::{Map, Value, json};

/// The schema of users.
pub(crate) const SCHEMA: &str = "urn:ietf:params:scim:schemas:core:2.0:User";

/// What the directory says of a user. Attributes that are not kept here are not read (RFC 7644, 3.3): the answer shows what is.
#[derive(Clone, Default)]
pub struct UserChange {
    user_name: Option<String>,
    display_name: Option<String>,
    formatted: Option<String>,
    given: Option<String>,
    family: Option<String>,
    external_id: Option<Option<String>>,
    active: Option<bool>,
    language: Option<Language>,
}

impl UserChange {
    /// Reads a whole user, of a POST or PUT.
    ///
    /// # Errors
    /// A value that is not of its attribute's type.
    pub fn whole(body: &Map<String, Value>) -> Result<Self, ScimError> {
        Self::of(&patch::whole(body))
    }

    /// Reads the operations of a PATCH.
    ///
    /// # Errors
    /// Operations that are not understood.
    pub fn patch(body: &Map<String, Value>) -> Result<Self, ScimError> {
        Self::of(&patch::read(body)?)
    }

    fn of(operations: &[Operation]) -> Result<Self, ScimError> {
        let mut change = Self::default();
        for operation in operations {
            match operation.verb {
                Verb::Add | Verb::Replace => change.set(&operation.path, &operation.value)?,
                Verb::Remove => change.remove(&operation.path)?,
            }
        }
        Ok(change)
    }

    fn set(&mut self, path: &Path, value: &Value) -> Result<(), ScimError> {
        // "No value" says nothing of what it should be.
        if value.is_null() || path.filter.is_some() {
            return Ok(());
        }
        match path.plain() {
            ("username", None) => self.user_name = Some(text("userName", value)?),
            ("displayname", None) => self.display_name = Some(text("displayName", value)?),
            ("externalid", None) => self.external_id = Some(Some(text("externalId", value)?)),
            ("active", None) => {
                let detail = "`active` must be true or false.";
                let active = truth(value).ok_or_else(|| ScimType::InvalidValue.because(detail))?;
                self.active = Some(active);
            }
            ("name", None) => {
                let Some(parts) = value.as_object() else {
                    return Err(ScimType::InvalidValue.because("`name` must be an object."));
                };
                for (part, value) in parts {
                    let part = Path {
                        sub: Some(part.to_ascii_lowercase()),
                        ..path.clone()
                    };
                    self.set(&part, value)?;
                }
            }
            ("name", Some("formatted")) => self.formatted = Some(text("name.formatted", value)?),
            ("name", Some("givenname")) => self.given = Some(text("name.givenName", value)?),
            ("name", Some("familyname")) => self.family = Some(text("name.familyName", value)?),
            ("preferredlanguage" | "locale", None) => {
                self.language = language(&text("preferredLanguage", value)?).or(self.language);
            }
            _ => {}
        }
        Ok(())
    }

    fn remove(&mut self, path: &Path) -> Result<(), ScimError> {
        match path.plain() {
            ("externalid", None) => self.external_id = Some(None),
            ("username", None) => {
                return Err(ScimType::Mutability.because("`userName` cannot be removed."));
            }
            _ => {}
        }
        Ok(())
    }

    /// The name that others see. Parts of a name make one only together: this is no place where one of them is kept to be joined later.
    fn name(&self) -> Option<String> {
        let joined = || match (&self.given, &self.family) {
            (Some(given), Some(family)) => Some(format!("{given} {family}")),
            _ => None,
        };
        let chosen = self.display_name.clone().or_else(|| self.formatted.clone());
        chosen
            .or_else(joined)
            .filter(|name| !name.trim().is_empty())
    }

    /// The commands that make this user: the one that makes the account, and what follows once it has an id.
    ///
    /// # Errors
    /// It has no `userName`.
    pub fn creation(&self) -> Result<CreateUser, ScimError> {
        let Some(user) = self.user_name.clone() else {
            return Err(ScimType::InvalidValue.because("`userName` is missing."));
        };
        let part = || self.family.clone().or_else(|| self.given.clone());
        let name = self
            .name()
            .or_else(part)
            .filter(|name| !name.trim().is_empty());
        Ok(CreateUser {
            name: name.unwrap_or_else(|| user.clone()),
            user,
            language: self.language.unwrap_or_default(),
            external_id: self.external_id.clone().flatten(),
            ..CreateUser::default()
        })
    }

    /// Whether an account that is made by this is closed from the start.
    pub fn is_closed(&self) -> bool {
        self.active == Some(false)
    }

    /// The commands that make a user as this says.
    ///
    /// # Errors
    /// [`ScimError::NotFound`].
    pub fn commands(
        &self,
        organization: &Organization,
        id: UserId,
    ) -> Result<Vec<Command>, ScimError> {
        let user = find(organization, id)?;
        let mut commands = Vec::new();
        if let Some(name) = self.user_name.clone() {
            let set = SetSignInName { user: id, name };
            commands.push(Command::SetSignInName(set));
        }
        let name = self.name().unwrap_or_else(|| user.name.clone());
        let language = self.language.unwrap_or(user.language);
        if name != user.name || language != user.language {
            commands.push(Command::UpdateUser(UpdateUser {
                user: id,
                name,
                language,
                administrator: user.administrator,
                auditor: user.auditor,
                discovery: user.discovery,
            }));
        }
        if let Some(external_id) = self.external_id.clone() {
            let set = SetExternalId {
                user: id,
                external_id,
            };
            commands.push(Command::SetExternalId(set));
        }
        match self.active {
            Some(true) => commands.push(Command::EnableUser(EnableUser { user: id })),
            Some(false) => commands.push(Command::DisableUser(DisableUser { user: id })),
            None => {}
        }
        Ok(commands)
    }
}

/// The commands that a DELETE stands for: the account is closed, and the directory no longer knows it. What its person did stays in the journal.
///
/// # Errors
/// [`ScimError::NotFound`].
pub fn deletion(organization: &Organization, id: UserId) -> Result<Vec<Command>, ScimError> {
    find(organization, id)?;
    Ok(vec![
        Command::DisableUser(DisableUser { user: id }),
        Command::SetExternalId(SetExternalId {
            user: id,
            external_id: None,
        }),
    ])
}

/// A user whom the directory sees: everybody with an open account, and those closed ones that it knows by an id of its own.
///
/// # Errors
/// [`ScimError::NotFound`].
pub(crate) fn find(organization: &Organization, id: UserId) -> Result<&User, ScimError> {
    let user = organization.users.get(&id).filter(|user| is_seen(user));
    user.ok_or(ScimError::NotFound)
}

fn is_seen(user: &User) -> bool {
    !user.disabled || user.external_id.is_some()
}

/// The users that a filter finds, in the order in which they were made.
pub(crate) fn select<'a>(
    organization: &'a Organization,
    filter: Option<&Filter>,
) -> Result<Vec<(UserId, &'a User)>, ScimError> {
    let mut found = Vec::new();
    for (id, user) in organization.users.iter().filter(|(_, user)| is_seen(user)) {
        let comparisons = filter.map(|filter| filter.0.as_slice()).unwrap_or_default();
        let mut is_found = true;
        for comparison in comparisons {
            is_found &= matches(*id, user, comparison)?;
        }
        if is_found {
            found.push((*id, user));
        }
    }
    Ok(found)
}

fn matches(id: UserId, user: &User, comparison: &Comparison) -> Result<bool, ScimError> {
    let wanted = comparison.value.as_str();
    Ok(match comparison.path.plain() {
        // caseExact is false for userName and displayName (RFC 7643, 4.1).
        ("username", None) => wanted.is_some_and(|name| is_same(name, &user.user)),
        ("displayname", None) => wanted.is_some_and(|name| is_same(name, &user.name)),
        ("externalid", None) => wanted.is_some() && wanted == user.external_id.as_deref(),
        ("id", None) => wanted == Some(id.to_string().as_str()),
        ("active", None) => truth(&comparison.value) == Some(!user.disabled),
        // Not kept: nobody has one.
        ("emails" | "phonenumbers" | "name", _) => false,
        (name, _) if name.contains(':') => false,
        _ => {
            let detail = "Users are found by userName, externalId, displayName, id and active.";
            return Err(ScimType::InvalidFilter.because(detail));
        }
    })
}

pub(crate) fn is_same(one: &str, other: &str) -> bool {
    one.trim().to_lowercase() == other.to_lowercase()
}

/// A user as the directory sees them.
pub fn render(base: &str, id: UserId, user: &User) -> Value {
    let language = match user.language {
        Language::En => "en",
        Language::Fr => "fr",
    };
    let mut rendered = json!({
        "schemas": [SCHEMA],
        "id": id,
        "userName": user.user,
        "displayName": user.name,
        "active": !user.disabled,
        "preferredLanguage": language,
        "meta": {
            "resourceType": "User",
            "created": user.since,
            "location": format!("{base}/Users/{id}"),
        },
    });
    if let (Some(external_id), Some(members)) = (&user.external_id, rendered.as_object_mut()) {
        members.insert("externalId".to_owned(), external_id.clone().into());
    }
    rendered
}

fn language(tag: &str) -> Option<Language> {
    let primary = tag.split(['-', '_', ',', ';']).next()?.trim();
    match primary.to_ascii_lowercase().as_str() {
        "fr" => Some(Language::Fr),
        "en" => Some(Language::En),
        _ => None,
    }
}

pub(crate) fn text(attribute: &str, value: &Value) -> Result<String, ScimError> {
    let detail = || format!("`{attribute}` must be a text.");
    let text = value.as_str().map(str::to_owned);
    text.ok_or_else(|| ScimType::InvalidValue.because(detail()))
}
