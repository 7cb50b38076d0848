use crate::organization::{ADMINISTRATOR, Hospital};
use crate::ward::{EVE, MAX, OLGA, Ward, not_found};
use domain::organization::policy::{Because, Installers, PolicyRules};
use domain::team::state::Mode;
use domain::{GroupId, PolicyId, UserId};
use proptest::prelude::*;
use serde_json::{Value, json};
use std::collections::BTreeSet;

fn rules() -> Value {
    serde_json::to_value(PolicyRules::default()).unwrap()
}

impl Hospital {
    fn policy(&mut self, name: &str) -> PolicyId {
        self.does(
            ADMINISTRATOR,
            json!({"type": "create_policy", "name": name, "rules": rules()}),
        );
        let mut policies = self.organization.policies.iter();
        *policies.find(|(_, policy)| policy.name == name).unwrap().0
    }

    pub fn group(&mut self, name: &str, members: &[UserId]) -> GroupId {
        self.does(
            ADMINISTRATOR,
            json!({"type": "create_group", "name": name, "members": members}),
        );
        self.organization.find_group_by_name(name).unwrap().0
    }

    fn assign(&mut self, group: GroupId, policy: PolicyId, rank: u16) {
        self.does(
            ADMINISTRATOR,
            json!({"type": "assign_group_policy", "group": group, "policy": {"policy": policy, "rank": rank}}),
        );
    }
}

#[test]
fn before_anybody_set_a_policy_everything_but_keeping_on_the_device_is_allowed() {
    let hospital = Hospital::new();
    let effective = hospital.organization.effective_policy(OLGA);
    assert_eq!(effective.because, Because::Default);
    let rules = effective.rules;
    assert!(rules.may_use && rules.may_export && !rules.keep_on_device);
    assert_eq!(rules.modes, BTreeSet::from([Mode::Manual, Mode::Ehr]));
}

#[test]
fn a_direct_assignment_beats_a_groups_and_the_smallest_rank_the_other_groups_and_the_default() {
    let mut hospital = Hospital::new();
    let max = hospital.user("max");
    let [first, second, direct] = ["First", "Second", "Direct"].map(|name| hospital.policy(name));
    let nurses = hospital.group("Nurses", &[max]);
    let night = hospital.group("Night", &[max]);
    hospital.assign(nurses, second, 7);
    hospital.assign(night, first, 3);
    let by_night = Because::Group {
        policy: first,
        group: night,
        rank: 3,
    };
    let by_nurses = Because::Group {
        policy: second,
        group: nurses,
        rank: 7,
    };
    let effective = hospital.organization.effective_policy(max);
    assert_eq!(effective.because, by_night);
    assert_eq!(effective.passed_over, [by_nurses, Because::Default]);
    let assign = json!({"type": "assign_user_policy", "user": max, "policy": direct});
    hospital.does(ADMINISTRATOR, assign.clone());
    hospital.does_nothing(ADMINISTRATOR, assign);
    let effective = hospital.organization.effective_policy(max);
    assert_eq!(effective.because, Because::Direct { policy: direct });
    assert_eq!(
        effective.passed_over,
        [by_night, by_nurses, Because::Default]
    );
    hospital.does(
        ADMINISTRATOR,
        json!({"type": "assign_user_policy", "user": max, "policy": null}),
    );
    hospital.does(
        ADMINISTRATOR,
        json!({"type": "assign_group_policy", "group": night, "policy": null}),
    );
    let effective = hospital.organization.effective_policy(max);
    assert_eq!(effective.because, by_nurses);
    let other = hospital.organization.effective_policy(EVE);
    assert_eq!(other.because, Because::Default);
}

#[test]
fn two_groups_never_have_the_same_rank() {
    let mut hospital = Hospital::new();
    let policy = hospital.policy("Shared PCs");
    let [nurses, night] = ["Nurses", "Night"].map(|name| hospital.group(name, &[]));
    hospital.assign(nurses, policy, 3);
    let same = json!({"type": "assign_group_policy", "group": night, "policy": {"policy": policy, "rank": 3}});
    assert_eq!(
        hospital.refuse(same),
        json!({"code": "rank_taken", "rank": 3})
    );
}

#[test]
fn a_policy_is_changed_and_deleted_only_while_nobody_has_it() {
    let mut hospital = Hospital::new();
    let max = hospital.user("max");
    let policy = hospital.policy("Shared PCs");
    let taken = json!({"type": "create_policy", "name": "shared pcs", "rules": rules()});
    assert_eq!(
        hospital.refuse(taken),
        json!({"code": "name_taken", "what": "policy"})
    );
    let mut strict = rules();
    strict["may_export"] = json!(false);
    let update =
        json!({"type": "update_policy", "policy": policy, "name": "Strict", "rules": strict});
    hospital.does(ADMINISTRATOR, update.clone());
    hospital.does_nothing(ADMINISTRATOR, update);
    hospital.does(
        ADMINISTRATOR,
        json!({"type": "assign_user_policy", "user": max, "policy": policy}),
    );
    assert!(!hospital.organization.effective_policy(max).rules.may_export);
    let delete = json!({"type": "delete_policy", "policy": policy});
    assert_eq!(
        hospital.refuse(delete.clone()),
        json!({"code": "policy_in_use"})
    );
    hospital.does(
        ADMINISTRATOR,
        json!({"type": "assign_user_policy", "user": max, "policy": null}),
    );
    hospital.does(ADMINISTRATOR, delete.clone());
    assert_eq!(hospital.refuse(delete), not_found("policy"));
}

#[test]
fn rules_that_nobody_could_live_by_are_refused() {
    let mut hospital = Hospital::new();
    for (part, value, code) in [
        ("modes", json!([]), "required"),
        ("idle_lock_minutes", json!(0), "invalid"),
        ("idle_lock_minutes", json!(481), "invalid"),
    ] {
        let mut bad = rules();
        bad[part] = value;
        let refused = hospital.refuse(json!({"type": "set_default_policy", "rules": bad}));
        assert_eq!(refused, json!({"code": code, "what": part}));
    }
    let mut good = rules();
    good["idle_lock_minutes"] = json!(15);
    let command = json!({"type": "set_default_policy", "rules": good});
    hospital.does(ADMINISTRATOR, command.clone());
    hospital.does_nothing(ADMINISTRATOR, command);
    let minutes = hospital
        .organization
        .effective_policy(OLGA)
        .rules
        .idle_lock_minutes;
    assert_eq!(minutes, Some(15));
}

/// A ward in which nobody installed the app yet.
fn bare() -> Ward {
    let mut ward = Ward::new();
    ward.team.mode = None;
    ward
}

#[test]
fn a_team_is_installed_only_in_the_modes_and_by_whom_the_policy_allows() {
    let mut ward = bare();
    ward.policy.modes = BTreeSet::from([Mode::Ehr]);
    let install = |mode: &str| json!({"type": "install_app", "mode": mode});
    assert_eq!(
        ward.refuse(OLGA, install("manual")),
        json!({"code": "policy_forbids", "what": "manual_mode"})
    );
    ward.policy.installers = Installers::Owners;
    assert_eq!(
        ward.refuse(MAX, install("ehr")),
        json!({"code": "policy_forbids", "what": "install"})
    );
    ward.does(OLGA, install("ehr"));
}

#[test]
fn who_may_not_use_the_app_does_nothing_in_it_whatever_their_role() {
    let mut ward = Ward::new();
    ward.policy.may_use = false;
    assert_eq!(
        ward.refuse(OLGA, json!({"type": "create_list", "name": "Mine"})),
        json!({"code": "policy_forbids", "what": "use"})
    );
}

proptest! {
    #[test]
    fn the_policies_read_in_bulk_are_those_of_each_user(
        members in prop::collection::vec((any::<[bool; 3]>(), prop::option::of((0usize..3, 0u16..50))), 3),
        direct in prop::collection::vec(prop::option::of(0usize..3), 3),
    ) {
        let mut hospital = Hospital::new();
        let users = ["a", "b", "c"].map(|name| hospital.user(name));
        let policies = ["p", "q", "r"].map(|name| hospital.policy(name));
        for (number, (in_it, assigned)) in members.iter().enumerate() {
            let who: Vec<UserId> = users.iter().zip(in_it).filter(|(_, is_in)| **is_in).map(|(user, _)| *user).collect();
            let group = hospital.group(&format!("g{number}"), &who);
            if let Some((policy, rank)) = assigned {
                // Another rank for each group, as the rules ask for.
                hospital.assign(group, policies[*policy], rank * 3 + u16::try_from(number).unwrap());
            }
        }
        for (user, policy) in users.iter().zip(&direct) {
            if let Some(policy) = policy {
                hospital.does(ADMINISTRATOR, json!({"type": "assign_user_policy", "user": user, "policy": policies[*policy]}));
            }
        }
        let in_bulk = hospital.organization.assigned_policies();
        for user in users {
            let one = match hospital.organization.effective_policy(user).because {
                Because::Direct { policy } | Because::Group { policy, .. } => Some(policy),
                Because::Default => None,
            };
            prop_assert_eq!(in_bulk.get(&user).copied(), one);
        }
    }
}
