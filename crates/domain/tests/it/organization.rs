use crate::ward::{EVE, MAX, OLGA, needs, not_found, user};
use domain::UserId;
use domain::organization::decide::Actor;
use domain::organization::{Command, Context, Event, Organization, decide, evolve};
use jiff::Timestamp;
use serde_json::{Value, json};
use uuid::Uuid;

pub struct Hospital {
    pub organization: Organization,
    fresh: u128,
}

impl Hospital {
    /// The system made Olga, who administers.
    pub fn new() -> Hospital {
        let mut hospital = Hospital {
            organization: Organization::default(),
            fresh: 0,
        };
        hospital.does(Actor::System, json!({"type": "create_user", "user": "olga", "name": "Olga", "language": "fr", "administrator": true}));
        hospital
    }

    pub fn judge(&self, actor: Actor, command: Value) -> Result<Vec<Event>, Value> {
        let mut fresh = self.fresh;
        let mut fresh_id = || {
            fresh += 1;
            Uuid::from_u128(fresh)
        };
        let is_time_zone = |name: &str| name == "UTC" || name == "Europe/Zurich";
        let mut context = Context {
            actor,
            fresh_id: &mut fresh_id,
            is_time_zone: &is_time_zone,
        };
        let command: Command = serde_json::from_value(command).unwrap();
        decide(&self.organization, &mut context, command)
            .map_err(|refusal| serde_json::to_value(refusal).unwrap())
    }

    pub fn ok(&mut self, actor: Actor, command: Value) -> Vec<Event> {
        let events = self.judge(actor, command).unwrap();
        for event in &events {
            self.fresh += 1;
            evolve(
                &mut self.organization,
                self.fresh.try_into().unwrap(),
                Timestamp::UNIX_EPOCH,
                event,
            );
        }
        events
    }

    pub fn does(&mut self, actor: Actor, command: Value) {
        assert!(!self.ok(actor, command).is_empty());
    }

    pub fn does_nothing(&mut self, actor: Actor, command: Value) {
        assert!(self.ok(actor, command).is_empty());
    }

    pub fn refuse(&self, command: Value) -> Value {
        self.judge(ADMINISTRATOR, command).err().unwrap()
    }

    /// An account without rights.
    pub fn user(&mut self, name: &str) -> UserId {
        self.does(
            ADMINISTRATOR,
            json!({"type": "create_user", "user": name, "name": name}),
        );
        user(self.fresh)
    }
}

pub const ADMINISTRATOR: Actor = Actor::User(OLGA);

#[test]
fn an_administrator_makes_users_whose_sign_in_names_differ_in_more_than_case() {
    let mut hospital = Hospital::new();
    let max = hospital.user("max");
    assert_eq!(max, MAX);
    let taken = json!({"code": "name_taken", "what": "user"});
    assert_eq!(
        hospital.refuse(json!({"type": "create_user", "user": " MAX ", "name": "Max"})),
        taken
    );
    assert_eq!(
        hospital.refuse(json!({"type": "create_user", "user": "", "name": "X"})),
        json!({"code": "required", "what": "user"})
    );
    let found = hospital
        .organization
        .find_by_sign_in_name("Max ")
        .map(|(id, _)| id);
    assert_eq!(found, Some(max));
}

#[test]
fn nobody_else_administers_and_a_closed_account_no_more() {
    let mut hospital = Hospital::new();
    let max = hospital.user("max");
    let make = json!({"type": "create_team", "name": "Ward 7", "owner": max});
    for actor in [max, EVE] {
        assert_eq!(
            hospital.judge(Actor::User(actor), make.clone()).err(),
            Some(needs("administrator"))
        );
    }
    hospital.does(ADMINISTRATOR, json!({"type": "update_user", "user": max, "name": "Max", "language": "en", "administrator": true}));
    hospital.does(
        Actor::User(max),
        json!({"type": "disable_user", "user": OLGA}),
    );
    assert_eq!(
        hospital.judge(ADMINISTRATOR, make).err(),
        Some(needs("administrator"))
    );
}

#[test]
fn the_last_administrator_who_can_sign_in_stays_one() {
    let mut hospital = Hospital::new();
    let last = json!({"code": "last_administrator"});
    assert_eq!(
        hospital.refuse(json!({"type": "disable_user", "user": OLGA})),
        last
    );
    let step_down = json!({"type": "update_user", "user": OLGA, "name": "Olga", "language": "fr", "administrator": false});
    assert_eq!(hospital.refuse(step_down.clone()), last);
    let max = hospital.user("max");
    hospital.does(ADMINISTRATOR, json!({"type": "update_user", "user": max, "name": "Max", "language": "en", "administrator": true}));
    hospital.does(ADMINISTRATOR, json!({"type": "disable_user", "user": max}));
    assert_eq!(
        hospital.refuse(step_down.clone()),
        last,
        "who cannot sign in does not count"
    );
    hospital.does(ADMINISTRATOR, json!({"type": "enable_user", "user": max}));
    hospital.does(ADMINISTRATOR, step_down);
}

#[test]
fn an_account_is_changed_closed_opened_and_given_a_link_once() {
    let mut hospital = Hospital::new();
    let max = hospital.user("max");
    let update = json!({"type": "update_user", "user": max, "name": "Max M.", "language": "fr", "administrator": false});
    hospital.does(ADMINISTRATOR, update.clone());
    hospital.does_nothing(ADMINISTRATOR, update);
    hospital.does(
        ADMINISTRATOR,
        json!({"type": "issue_enrolment", "user": max}),
    );
    hospital.does(ADMINISTRATOR, json!({"type": "disable_user", "user": max}));
    hospital.does_nothing(ADMINISTRATOR, json!({"type": "disable_user", "user": max}));
    assert_eq!(
        hospital.refuse(json!({"type": "issue_enrolment", "user": max})),
        not_found("user")
    );
    let names: Vec<_> = hospital
        .organization
        .directory()
        .iter()
        .map(|p| p.name.to_owned())
        .collect();
    assert_eq!(names, ["Olga"]);
    hospital.does(ADMINISTRATOR, json!({"type": "enable_user", "user": max}));
    hospital.does_nothing(ADMINISTRATOR, json!({"type": "enable_user", "user": max}));
    for command in ["disable_user", "enable_user", "issue_enrolment"] {
        assert_eq!(
            hospital.refuse(json!({"type": command, "user": EVE})),
            not_found("user")
        );
    }
    assert_eq!(hospital.refuse(json!({"type": "update_user", "user": EVE, "name": "Eve", "language": "en", "administrator": true})), not_found("user"));
}

#[test]
fn a_team_has_a_name_an_owner_who_can_sign_in_and_a_time_zone_that_exists() {
    let mut hospital = Hospital::new();
    let max = hospital.user("max");
    let make = |owner: UserId, zone: &str| json!({"type": "create_team", "name": "Ward 7", "owner": owner, "time_zone": zone});
    hospital.does(ADMINISTRATOR, make(max, "Europe/Zurich"));
    assert_eq!(
        hospital.refuse(make(max, "Mars/Base")),
        json!({"code": "invalid", "what": "time_zone"})
    );
    assert_eq!(hospital.refuse(make(EVE, "UTC")), not_found("user"));
    let team = *hospital.organization.teams.keys().next().unwrap();
    hospital.does(
        ADMINISTRATOR,
        json!({"type": "rename_team", "team": team, "name": "Ward 8"}),
    );
    hospital.does_nothing(
        ADMINISTRATOR,
        json!({"type": "rename_team", "team": team, "name": "Ward 8"}),
    );
    assert_eq!(
        hospital.refuse(json!({"type": "rename_team", "team": EVE, "name": "X"})),
        not_found("team")
    );
    let view = serde_json::to_value(hospital.organization.view()).unwrap();
    assert_eq!(
        (&view["teams"][0]["name"], &view["teams"][0]["time_zone"]),
        (&json!("Ward 8"), &json!("Europe/Zurich"))
    );
    hospital.does(ADMINISTRATOR, json!({"type": "disable_user", "user": max}));
    assert_eq!(hospital.refuse(make(max, "UTC")), not_found("user"));
}

#[test]
fn a_password_is_read_and_never_written() {
    let command: Command = serde_json::from_value(
        json!({"type": "create_user", "user": "a", "name": "A", "password": "correct horse"}),
    )
    .unwrap();
    let Command::CreateUser(read) = &command else {
        panic!("another command")
    };
    assert_eq!(
        read.password.as_ref().map(|p| p.0.as_str()),
        Some("correct horse")
    );
    assert!(!serde_json::to_string(&command).unwrap().contains("horse"));
    let mut hospital = Hospital::new();
    let events = hospital.ok(
        ADMINISTRATOR,
        json!({"type": "create_user", "user": "a", "name": "A", "password": "correct horse"}),
    );
    assert!(!serde_json::to_string(&events).unwrap().contains("horse"));
}
