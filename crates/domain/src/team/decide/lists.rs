//! Lists: their names, columns, order and limits.

use super::{Asker, Context};
use crate::rejection::{Rejection, Thing};
use crate::team::command::{
    CreateList, DeleteList, JoinList, RenameList, RestoreList, SetDefaultList, SetListColumns,
    SetListMembers, SetListOrder,
};
use crate::team::event::{
    DefaultListSet, Event, ListColumnsSet, ListCreated, ListDeleted, ListMembersSet, ListOrderSet,
    ListRenamed, ListRestored,
};
use crate::{FieldId, ListId, UserId, limits, text};
use std::collections::BTreeSet;

pub(super) fn create(
    asker: &Asker<'_>,
    context: &mut Context<'_>,
    command: CreateList,
) -> Result<Vec<Event>, Rejection> {
    let name = free_name(asker, &command.name, None)?;
    if asker.team.lists.len() >= limits::LISTS {
        return Err(Rejection::TooMany {
            what: "lists".into(),
            limit: limits::LISTS,
        });
    }
    let columns = match command.columns {
        Some(columns) => checked_columns(asker, columns)?,
        None => {
            let shown = asker
                .team
                .default_list
                .and_then(|id| asker.team.find_visible_list(asker.user, id));
            shown.map(|list| list.columns.clone()).unwrap_or_default()
        }
    };
    let members = command
        .members
        .map(|members| limited_to(asker, members))
        .transpose()?;
    let list = ListId::new((context.fresh_id)());
    Ok(vec![Event::ListCreated(ListCreated {
        list,
        name,
        columns,
        members,
    })])
}

pub(super) fn rename(asker: &Asker<'_>, command: &RenameList) -> Result<Vec<Event>, Rejection> {
    let list = asker.list(command.list)?;
    let name = free_name(asker, &command.name, Some(command.list))?;
    if list.name == name {
        return Ok(vec![]);
    }
    Ok(vec![Event::ListRenamed(ListRenamed {
        list: command.list,
        name,
    })])
}

pub(super) fn delete(asker: &Asker<'_>, command: &DeleteList) -> Result<Vec<Event>, Rejection> {
    asker.list(command.list)?;
    if asker.team.default_list == Some(command.list) {
        return Err(Rejection::DefaultList);
    }
    Ok(vec![Event::ListDeleted(ListDeleted { list: command.list })])
}

pub(super) fn restore(asker: &Asker<'_>, command: &RestoreList) -> Result<Vec<Event>, Rejection> {
    let list = asker
        .team
        .lists
        .get(&command.list)
        .filter(|list| list.is_for(asker.user));
    let list = list.ok_or(Rejection::NotFound { what: Thing::List })?;
    if list.deleted.is_none() {
        return Ok(vec![]);
    }
    free_name(asker, &list.name, Some(command.list))?;
    Ok(vec![Event::ListRestored(ListRestored {
        list: command.list,
    })])
}

pub(super) fn set_default(
    asker: &Asker<'_>,
    command: &SetDefaultList,
) -> Result<Vec<Event>, Rejection> {
    let list = asker.list(command.list)?;
    if list.members.is_some() {
        return Err(Rejection::DefaultList);
    }
    if asker.team.default_list == Some(command.list) {
        return Ok(vec![]);
    }
    Ok(vec![Event::DefaultListSet(DefaultListSet {
        list: command.list,
    })])
}

pub(super) fn set_members(
    asker: &Asker<'_>,
    command: SetListMembers,
) -> Result<Vec<Event>, Rejection> {
    let list = asker.list(command.list)?;
    let members = command
        .members
        .map(|members| limited_to(asker, members))
        .transpose()?;
    if asker.team.default_list == Some(command.list) && members.is_some() {
        return Err(Rejection::DefaultList);
    }
    if list.members == members {
        return Ok(vec![]);
    }
    // Who is named on a limited list sees its protected patients whole: limiting one must not be a way around the glass.
    if list.members.is_none() {
        for patient in asker.team.sensitive_rows(list) {
            asker.kept_patient(patient)?;
        }
    }
    Ok(vec![Event::ListMembersSet(ListMembersSet {
        list: command.list,
        members,
    })])
}

pub(super) fn join(asker: &Asker<'_>, command: &JoinList) -> Result<Vec<Event>, Rejection> {
    let list = asker
        .team
        .lists
        .get(&command.list)
        .ok_or(Rejection::NotFound { what: Thing::List })?;
    match &list.members {
        Some(members) if !members.contains(&asker.user) => {
            let members = members.iter().copied().chain([asker.user]).collect();
            Ok(vec![Event::ListMembersSet(ListMembersSet {
                list: command.list,
                members: Some(members),
            })])
        }
        _ => Ok(vec![]),
    }
}

pub(super) fn set_columns(
    asker: &Asker<'_>,
    command: SetListColumns,
) -> Result<Vec<Event>, Rejection> {
    let list = asker.list(command.list)?;
    let columns = checked_columns(asker, command.columns)?;
    if list.columns == columns {
        return Ok(vec![]);
    }
    Ok(vec![Event::ListColumnsSet(ListColumnsSet {
        list: command.list,
        columns,
    })])
}

pub(super) fn set_order(
    asker: &Asker<'_>,
    command: &SetListOrder,
) -> Result<Vec<Event>, Rejection> {
    let list = asker.list(command.list)?;
    if list.order == command.order {
        return Ok(vec![]);
    }
    Ok(vec![Event::ListOrderSet(ListOrderSet {
        list: command.list,
        order: command.order,
    })])
}

/// A list's name, where no other list that the asker sees has it. Hidden lists do not count: the refusal would tell of them.
fn free_name(asker: &Asker<'_>, name: &str, renamed: Option<ListId>) -> Result<String, Rejection> {
    let name = text::label("name", name)?;
    let is_taken = asker.team.lists.iter().any(|(id, list)| {
        Some(*id) != renamed
            && list.deleted.is_none()
            && list.is_for(asker.user)
            && list.name == name
    });
    if is_taken {
        Err(Rejection::NameTaken {
            what: "name".into(),
        })
    } else {
        Ok(name)
    }
}

/// Columns that exist and differ; the place is shown anyway and left out.
fn checked_columns(asker: &Asker<'_>, columns: Vec<FieldId>) -> Result<Vec<FieldId>, Rejection> {
    let mut seen = BTreeSet::new();
    for field in &columns {
        if asker.team.find_field(*field).is_none() {
            return Err(Rejection::NotFound { what: Thing::Field });
        }
        if !seen.insert(*field) {
            return Err(Rejection::Invalid {
                what: "columns".into(),
            });
        }
    }
    Ok(columns
        .into_iter()
        .filter(|field| Some(*field) != asker.team.place)
        .collect())
}

/// The members that a list is limited to, the asker always among them: nobody hides a list from themselves by mistake.
fn limited_to(
    asker: &Asker<'_>,
    mut members: BTreeSet<UserId>,
) -> Result<BTreeSet<UserId>, Rejection> {
    if members
        .iter()
        .any(|user| asker.team.find_role(*user).is_none())
    {
        return Err(Rejection::NotFound {
            what: Thing::Member,
        });
    }
    members.insert(asker.user);
    Ok(members)
}
