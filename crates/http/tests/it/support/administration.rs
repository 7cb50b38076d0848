//! Every command to the organization, once each, by the administrator.

use super::client::Api;
use super::ward::{PASSWORD, Ward};
use serde_json::{Value, json};

/// What was said and answered, in order.
pub async fn play(ward: &Ward, ada: &mut Api) -> Vec<(Value, Value)> {
    let (nina, team) = (ward.id("nina"), ward.team.clone());
    let rules = json!({"may_use": true, "modes": ["manual", "ehr"], "installers": "owners", "pinned": true, "may_export": true, "keep_on_device": false, "idle_lock_minutes": 30});
    let identity = json!({"issuer": "https://idp.example.org", "subject": "8f2c"});
    let with_identity = |kind: &str| json!({"type": kind, "user": nina, "issuer": identity["issuer"], "subject": identity["subject"]});
    let mut said = Vec::new();
    let create_group =
        json!({"type": "create_group", "name": "Nurses", "source": "claims", "external_id": "g-1"});
    let group = done(ada, &mut said, create_group).await["group"].clone();
    let create_policy = json!({"type": "create_policy", "name": "Shared PCs", "rules": rules});
    let policy = done(ada, &mut said, create_policy).await["policy"].clone();
    for command in [
        json!({"type": "create_user", "user": "vera", "name": "Vera", "language": "fr", "administrator": false, "auditor": true, "password": PASSWORD}),
        json!({"type": "update_user", "user": nina, "name": "Nina M", "language": "fr", "administrator": true}),
        json!({"type": "issue_enrolment", "user": nina}),
        json!({"type": "disable_user", "user": nina}),
        json!({"type": "enable_user", "user": nina}),
        json!({"type": "set_sign_in_name", "user": nina, "name": "nina.m"}),
        json!({"type": "set_external_id", "user": nina, "external_id": "e-17"}),
        with_identity("link_identity"),
        with_identity("unlink_identity"),
        json!({"type": "update_group", "group": group, "name": "Nurses 7", "external_id": "g-1"}),
        json!({"type": "change_group_members", "group": group, "add": [nina], "remove": []}),
        json!({"type": "replace_group_members", "group": group, "members": []}),
        json!({"type": "sync_claimed_groups", "user": nina, "external_ids": ["g-1"]}),
        json!({"type": "update_policy", "policy": policy, "name": "Shared", "rules": rules}),
        json!({"type": "set_default_policy", "rules": rules}),
        json!({"type": "assign_user_policy", "user": nina, "policy": policy}),
        json!({"type": "assign_user_policy", "user": nina, "policy": null}),
        json!({"type": "assign_group_policy", "group": group, "policy": {"policy": policy, "rank": 1}}),
        json!({"type": "assign_group_policy", "group": group, "policy": null}),
        json!({"type": "delete_policy", "policy": policy}),
        json!({"type": "create_team", "name": "Service 3", "owner": nina, "time_zone": "Europe/Paris"}),
        json!({"type": "rename_team", "team": team, "name": "Ward 8"}),
        json!({"type": "appoint_owner", "team": team, "user": nina}),
        json!({"type": "link_group_to_team", "team": team, "group": group, "role": "member"}),
        json!({"type": "unlink_group_from_team", "team": team, "group": group}),
        json!({"type": "delete_group", "group": group}),
    ] {
        done(ada, &mut said, command).await;
    }
    said
}

async fn done(ada: &mut Api, said: &mut Vec<(Value, Value)>, command: Value) -> Value {
    let answer = ada.administer(command.clone()).await.ok();
    said.push((command, answer.clone()));
    answer
}
