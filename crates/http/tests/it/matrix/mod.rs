//! Everybody tries everything: each route and message of the server's own table, each command, with ids of one's own team, of another's,
//! and of none. What is allowed is what `domain::access` says, and what is another's cannot be told from what is nowhere.

mod commands;
mod document;
mod hospital;
mod messages;

use crate::support::Answer;
use domain::access::{Permission, Person};
use domain::team::state::Role;
use hospital::{Hospital, Whose};
use http_api::endpoints;

/// The status that a permission must come to, for somebody who asks about their own team. `None`: anything but a refusal.
fn refusal(permission: Permission, person: Person) -> Option<u16> {
    if person.has(permission) {
        return None;
    }
    Some(match (permission, person) {
        (_, Person::Anonymous | Person::Directory) => 401,
        (Permission::Team(_), Person::Member(_)) => 403,
        (Permission::Team(_) | Permission::TeamCommand, _) => 404,
        _ => 403,
    })
}

/// What is refused for who somebody is.
fn is_refusal(status: u16) -> bool {
    matches!(status, 401 | 403 | 404)
}

const PEOPLE: [Person; 7] = [
    Person::Anonymous,
    Person::Outsider,
    Person::Member(Role::Guest),
    Person::Member(Role::Member),
    Person::Member(Role::Owner),
    Person::Administrator,
    Person::Auditor,
];

#[tokio::test(flavor = "multi_thread")]
async fn every_route_allows_whom_the_table_says_and_nobody_else() {
    let hospital = Hospital::begin().await;
    for endpoint in endpoints() {
        for person in PEOPLE {
            let answer = hospital.ask(&endpoint, person, Whose::Own).await;
            let place = format!("{} {} as {person:?}", endpoint.method, endpoint.path);
            match refusal(endpoint.permission, person) {
                Some(status) => assert_eq!(answer.status, status, "{place}\n{}", answer.text()),
                None if endpoint.permission == Permission::Open => {}
                // The route is theirs; the command has an action of its own.
                None if endpoint.permission == Permission::TeamCommand && answer.status == 403 => {}
                // What it names is one's own, or is not there.
                None if endpoint.path.starts_with("/api/me/") && answer.status == 404 => {}
                None => assert!(
                    !is_refusal(answer.status),
                    "{place} is refused with {}\n{}",
                    answer.status,
                    answer.text()
                ),
            }
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_another_teams_cannot_be_told_from_what_is_nowhere() {
    let hospital = Hospital::begin().await;
    let of_a_team = endpoints()
        .into_iter()
        .filter(|endpoint| endpoint.path.contains("{team}"));
    for endpoint in of_a_team {
        for person in PEOPLE {
            for (team, things) in [
                (Whose::Foreign, Whose::Foreign),
                (Whose::Own, Whose::Foreign),
            ] {
                let foreign = hospital.ask_about(&endpoint, person, team, things).await;
                let nowhere = match team {
                    Whose::Own => (Whose::Own, Whose::Nobodys),
                    _ => (Whose::Nobodys, Whose::Nobodys),
                };
                let nowhere = hospital
                    .ask_about(&endpoint, person, nowhere.0, nowhere.1)
                    .await;
                let place = format!("{} {} as {person:?}", endpoint.method, endpoint.path);
                assert_alike(&hospital, &place, &foreign, &nowhere);
                let names_a_thing = endpoint.path.matches('{').count() > 1;
                if team == Whose::Foreign || names_a_thing {
                    assert!(
                        is_refusal(foreign.status),
                        "{place} is allowed with {} on what is another team's",
                        foreign.status
                    );
                }
            }
        }
    }
}

/// The same status and the same words.
fn assert_alike(hospital: &Hospital, place: &str, foreign: &Answer, nowhere: &Answer) {
    assert_eq!(foreign.status, nowhere.status, "{place}");
    assert_eq!(
        hospital.without_ids(&foreign.text()),
        hospital.without_ids(&nowhere.text()),
        "{place}"
    );
}
