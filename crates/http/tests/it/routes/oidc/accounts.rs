use super::{Hospital, new_user};
use crate::support::Browser;
use domain::audit::Operation;
use domain::organization::command::{Command, CreateGroup, DisableUser};
use domain::organization::state::GroupSource;
use serde_json::json;

async fn system(hospital: &Hospital, command: Command) {
    let service = &hospital.server.service;
    service
        .command_organization_as_system(command)
        .await
        .unwrap();
}

#[tokio::test]
async fn somebody_without_an_account_is_told_to_ask_for_one() {
    let hospital = Hospital::begin().await;
    hospital.provider.be().spoil = |_, claims| claims["sub"] = json!("somebody else");
    let mut browser = Browser::at(&hospital.front);
    assert_eq!(
        browser.sign_in(&hospital.provider).await,
        "/#sign-in=no_account"
    );
    assert_eq!(browser.who().await, None);
    assert_eq!(hospital.last_failure().await, "oidc_no_account");
    assert_eq!(hospital.server.service.organization().users.len(), 1);
}

#[tokio::test]
async fn nobody_is_taken_for_somebody_else_of_the_same_name_or_address() {
    let hospital = Hospital::begin_with(|settings| settings.creating_users(true)).await;
    new_user(&hospital.server, "head@example.org", vec![], None).await;
    hospital.provider.be().spoil = |_, claims| {
        claims["sub"] = json!("an intruder");
        claims["preferred_username"] = json!("Head@example.org");
        claims["email"] = json!("head@example.org");
        claims["name"] = json!("The head of the hospital");
    };
    let mut browser = Browser::at(&hospital.front);
    assert_eq!(
        browser.sign_in(&hospital.provider).await,
        "/#sign-in=no_account"
    );
    assert_eq!(browser.who().await, None);
}

#[tokio::test]
async fn somebody_who_is_closed_out_stays_out_and_the_journal_says_who() {
    let hospital = Hospital::begin().await;
    system(
        &hospital,
        Command::DisableUser(DisableUser {
            user: hospital.nina,
        }),
    )
    .await;
    let mut browser = Browser::at(&hospital.front);
    assert_eq!(
        browser.sign_in(&hospital.provider).await,
        "/#sign-in=account_closed"
    );
    assert_eq!(browser.who().await, None);
    assert_eq!(hospital.last_failure().await, "disabled");
    let text = hospital.journal_text().await;
    let nina = format!("\"user\":\"{}\",\"reason\":\"disabled\"", hospital.nina);
    assert!(text.contains(&nina), "{text}");
}

#[tokio::test]
async fn an_account_that_the_directory_made_is_linked_at_the_first_sign_in_and_kept() {
    let hospital = Hospital::begin_with(|settings| {
        settings.with_external_id_claim(Some("oid".into())).unwrap()
    })
    .await;
    new_user(&hospital.server, "paul", vec![], Some("object 17")).await;
    hospital.provider.be().spoil = |_, claims| {
        claims["sub"] = json!("paul at the provider");
        claims["oid"] = json!("object 17");
    };
    let mut browser = Browser::at(&hospital.front);
    assert_eq!(browser.sign_in(&hospital.provider).await, "/");
    assert_eq!(browser.who().await.as_deref(), Some("paul"));
    // From now on without the claim.
    hospital.provider.be().spoil = |_, claims| claims["sub"] = json!("paul at the provider");
    let mut browser = Browser::at(&hospital.front);
    assert_eq!(browser.sign_in(&hospital.provider).await, "/");
    assert_eq!(browser.who().await.as_deref(), Some("paul"));
}

#[tokio::test]
async fn what_the_id_token_leaves_out_is_asked_of_the_provider_for_the_same_person_only() {
    let hospital = Hospital::begin_with(|settings| {
        settings.with_external_id_claim(Some("oid".into())).unwrap()
    })
    .await;
    new_user(&hospital.server, "paul", vec![], Some("object 17")).await;
    hospital.provider.be().spoil = |_, claims| claims["sub"] = json!("paul at the provider");
    hospital.provider.be().user_info = json!({"sub": "another", "oid": "object 17"});
    let mut browser = Browser::at(&hospital.front);
    assert_eq!(
        browser.sign_in(&hospital.provider).await,
        "/#sign-in=provider"
    );
    assert_eq!(hospital.last_failure().await, "oidc_user_info");
    hospital.provider.be().user_info = json!({"sub": "paul at the provider", "oid": "object 17"});
    assert_eq!(browser.sign_in(&hospital.provider).await, "/");
    assert_eq!(browser.who().await.as_deref(), Some("paul"));
}

#[tokio::test]
async fn an_account_is_made_at_the_first_sign_in_where_the_operator_wants_that() {
    let hospital = Hospital::begin_with(|settings| settings.creating_users(true)).await;
    hospital.provider.be().spoil = |_, claims| {
        claims["sub"] = json!("new at the provider");
        claims["preferred_username"] = json!("newcomer");
        claims["name"] = json!("Noémie Nouvelle");
        claims["locale"] = json!("fr-FR");
    };
    for _ in 0..2 {
        let mut browser = Browser::at(&hospital.front);
        assert_eq!(browser.sign_in(&hospital.provider).await, "/");
        assert_eq!(browser.who().await.as_deref(), Some("Noémie Nouvelle"));
        let me = browser.get("/api/me", &[]).await.ok();
        assert_eq!(
            (&me["user"], &me["language"]),
            (&json!("newcomer"), &json!("fr"))
        );
        assert_eq!(me["administrator"], false);
    }
    assert_eq!(hospital.server.service.organization().users.len(), 2);
    assert_eq!(hospital.last_access().await.operation, Operation::SignIn);
}

#[tokio::test]
async fn a_claim_puts_people_into_groups_and_out_of_them_and_touches_no_other_groups() {
    let hospital =
        Hospital::begin_with(|settings| settings.with_groups_claim(Some("groups".into()))).await;
    for (name, source, members) in [
        ("ward-7", GroupSource::Claims, vec![]),
        ("ward-8", GroupSource::Claims, vec![hospital.nina]),
        ("by-hand", GroupSource::Hand, vec![hospital.nina]),
    ] {
        let create = CreateGroup {
            name: name.to_owned(),
            source,
            external_id: Some(name.to_owned()),
            members,
        };
        system(&hospital, Command::CreateGroup(create)).await;
    }
    let of_nina = || {
        let organization = hospital.server.service.organization();
        let groups = organization.groups.values();
        let hers = groups.filter(|group| group.members.contains(&hospital.nina));
        let mut names: Vec<String> = hers.map(|group| group.name.clone()).collect();
        names.sort();
        names
    };
    let mut browser = Browser::at(&hospital.front);
    for (claims, groups) in [
        (
            json!({"groups": ["ward-7", "unknown"]}),
            vec!["by-hand", "ward-7"],
        ),
        (
            json!({"groups": ["ward-7", "ward-8", 8]}),
            vec!["by-hand", "ward-7", "ward-8"],
        ),
        // Left out for its length: nothing is known.
        (
            json!({"_claim_names": {"groups": "src1"}}),
            vec!["by-hand", "ward-7", "ward-8"],
        ),
        (json!({}), vec!["by-hand"]),
    ] {
        hospital.provider.be().user_info = json!({"sub": "nina at the provider"});
        hospital.provider.be().claims = claims;
        assert_eq!(browser.sign_in(&hospital.provider).await, "/");
        assert_eq!(of_nina(), groups);
    }
}
