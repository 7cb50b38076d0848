//! An owner connects the team to the hospital's record.

use super::{is_on_disk, journalled};
use crate::support::{CLIENT_ID, CLIENT_SECRET, Recorded, TENANT, Ward, protected};
use domain::audit::Operation;
use ehr_sandbox::{Auth, Fault, Sandbox, Trouble};
use journal::{Journal, Owner, StreamId};
use serde_json::{Value, json};

fn credentials(secret: Option<&str>) -> Value {
    json!({"type": "client_credentials", "client_id": CLIENT_ID, "client_secret": secret, "scope": TENANT})
}

fn set(record: &Sandbox, secret: Option<&str>) -> Value {
    json!({"type": "set_ehr_connection", "name": "Record", "url": record.url(), "auth": credentials(secret)})
}

#[tokio::test]
async fn what_a_record_offers_is_told_before_the_team_is_connected_to_it() {
    let mut ward = Ward::begin().await;
    let record = protected().await;
    let path = ward.path("/ehr/probe");
    let probe = json!({"url": record.url(), "auth": credentials(Some(CLIENT_SECRET))});
    let found = ward.olga.post(&path, &probe).await.ok();
    assert_eq!(found["fhir_version"], "4.0.1");
    assert_eq!(
        (&found["batch"], &found["signed_in"]),
        (&json!(true), &json!(true))
    );
    assert!(
        found["token_url"]
            .as_str()
            .unwrap()
            .ends_with("/oauth/token")
    );
    let parts = found["parts"].as_array().unwrap();
    assert_eq!(parts.len(), 7);
    assert!(parts.iter().all(|part| part["offered"] == true), "{found}");
    assert_eq!(ward.olga.get(&ward.path("")).await.ok()["ehr"], Value::Null);

    record
        .faults()
        .set(Fault::new(Trouble::MissingResource).on("Coverage"));
    let found = ward.olga.post(&path, &probe).await.ok();
    let mut parts = found["parts"].as_array().unwrap().iter();
    let coverage = parts.find(|part| part["part"] == "coverage").unwrap();
    assert_eq!(coverage["offered"], false);
    assert!(
        coverage["missing"].to_string().contains("Coverage"),
        "{coverage}"
    );

    let looks = journalled(&ward, Operation::EHRConnectionProbe).await;
    assert_eq!(looks.len(), 2);
    assert_eq!(looks[0].1["url"], record.url());
}

#[tokio::test]
async fn a_secret_is_seen_by_nobody_again_and_survives_a_restart() {
    let Recorded { mut ward, record } = Recorded::begin().await;
    let mut answers = Vec::new();
    for who in ["olga", "nina"] {
        let mut api = ward.sign_in(who).await;
        let view = api.get(&ward.path("")).await;
        let shown = &view.ok()["ehr"];
        assert_eq!(shown["url"], record.url());
        let is_owner = who == "olga";
        assert_eq!(shown["auth"]["client_id"] == CLIENT_ID, is_owner, "{shown}");
        assert_eq!(shown["auth"].is_null(), !is_owner, "{shown}");
        answers.push(view.text());
    }
    let probe = json!({"url": record.url(), "auth": credentials(None)});
    let found = ward.olga.post(&ward.path("/ehr/probe"), &probe).await;
    assert_eq!(found.ok()["signed_in"], true);
    answers.push(found.text());
    let found = ward
        .olga
        .post(&ward.path("/ehr/search"), &json!({"id": "p003"}))
        .await;
    answers.push(found.text());
    assert!(answers.iter().all(|answer| !answer.contains(CLIENT_SECRET)));

    let owner = Owner::Team(ward.team.parse().unwrap());
    for stream in [StreamId::changes(owner), StreamId::accesses(owner)] {
        for entry in ward.server.journal.read(stream, 0, 100_000).await.unwrap() {
            let body = String::from_utf8(entry.body.unwrap()).unwrap();
            assert!(!body.contains(CLIENT_SECRET), "{body}");
        }
    }
    let connected = journalled(&ward, Operation::EHRConnectionSet).await;
    assert_eq!(connected.len(), 1);
    assert_eq!(connected[0].1["auth"]["client_id"], CLIENT_ID);
    assert!(is_on_disk(&ward, CLIENT_ID) && !is_on_disk(&ward, CLIENT_SECRET));

    let mut ward = ward.restart().await;
    let found = ward
        .olga
        .post(&ward.path("/ehr/search"), &json!({"id": "p003"}))
        .await
        .ok();
    assert_eq!(found["total"], 1);
}

#[tokio::test]
async fn a_secret_is_replaced_and_left_out_and_the_links_go_on() {
    let mut recorded = Recorded::begin().await;
    let patient = recorded.add("p003").await;
    let Recorded { mut ward, record } = recorded;
    record.set_auth(Auth::ClientCredentials {
        client_id: CLIENT_ID.to_owned(),
        client_secret: "the second secret".to_owned(),
        scope: TENANT.to_owned(),
    });
    let team = ward.team.clone();
    // A wrong one changes nothing: the old connection stands, with the token that it has.
    let refused = ward.olga.command(&team, set(&record, Some("wrong"))).await;
    assert_eq!(
        refused.refusal(),
        (502, "ehr_authentication_failed".to_owned())
    );
    assert_eq!(
        ward.olga.get(&ward.path("")).await.ok()["ehr"]["name"],
        "Record"
    );
    let before = ward.sequence(&mut ward.olga.again()).await;
    ward.olga
        .done(&team, set(&record, Some("the second secret")))
        .await;
    record.faults().set(Fault::new(Trouble::ExpiredToken));
    let chart = ward.path(&format!("/patients/{patient}/chart"));
    assert_eq!(ward.olga.get(&chart).await.ok()["problem"], Value::Null);
    // Whoever renames the connection need not know the secret; elsewhere it is never sent.
    let mut renamed = set(&record, None);
    renamed["name"] = json!("Renamed");
    ward.olga.done(&team, renamed).await;
    assert_eq!(ward.olga.get(&chart).await.ok()["problem"], Value::Null);
    let other = protected().await;
    let refused = ward.olga.command(&team, set(&other, None)).await;
    assert_eq!(refused.refusal(), (422, "required".to_owned()));
    assert_eq!(refused.json()["what"], "client_secret");
    assert_eq!(other.counts().total, 0);
    assert_eq!(ward.sequence(&mut ward.olga.again()).await, before + 2);
}

#[tokio::test]
async fn only_owners_look_at_a_record_or_set_or_remove_the_connection() {
    let Recorded { ward, record } = Recorded::begin().await;
    record.reset_counts();
    for (who, expected) in [
        ("nina", (403, "not_permitted")),
        ("gus", (403, "not_permitted")),
        ("otto", (404, "not_found")),
    ] {
        let expected = (expected.0, expected.1.to_owned());
        let mut api = ward.sign_in(who).await;
        let probe = json!({"url": record.url(), "auth": {"type": "none"}});
        let looked = api.post(&ward.path("/ehr/probe"), &probe).await;
        assert_eq!(looked.refusal(), expected, "{who}");
        for command in [
            set(&record, Some(CLIENT_SECRET)),
            json!({"type": "remove_ehr_connection"}),
        ] {
            let refused = api.command(&ward.team, command).await;
            assert_eq!(refused.refusal(), expected, "{who}");
        }
    }
    assert_eq!(
        record.counts().total,
        0,
        "the record was asked for somebody who may not"
    );
    let refusals = journalled(&ward, Operation::AccessRefuse).await;
    assert_eq!(refusals.len(), 9);
}

#[tokio::test]
async fn what_is_wrong_with_an_address_or_a_secret_is_told() {
    let mut ward = Ward::begin().await;
    let team = ward.team.clone();
    let record = protected().await;
    let address = ward.address().to_owned();
    let none = json!({"type": "none"});
    let right = credentials(Some(CLIENT_SECRET));
    let odd = Sandbox::start(ehr_sandbox::Options::default())
        .await
        .unwrap();
    odd.faults().set(Fault::new(Trouble::UnknownVersion));
    for (url, auth, status, code) in [
        ("ftp://127.0.0.1/r4".to_owned(), &none, 422, "invalid"),
        (
            "https://user@127.0.0.1/r4".to_owned(),
            &none,
            422,
            "invalid",
        ),
        ("https://127.0.0.1/r4?x=1".to_owned(), &none, 422, "invalid"),
        ("".to_owned(), &none, 422, "invalid"),
        (
            "https://93.184.216.34/r4".to_owned(),
            &none,
            422,
            "ehr_not_allowed",
        ),
        (
            "https://169.254.169.254/latest".to_owned(),
            &none,
            422,
            "ehr_not_allowed",
        ),
        (
            "http://127.0.0.1:1/r4".to_owned(),
            &none,
            502,
            "ehr_unreachable",
        ),
        (format!("http://{address}/r4"), &none, 502, "ehr_not_fhir"),
        (odd.url(), &none, 502, "ehr_unsupported_version"),
        (
            record.url(),
            &credentials(Some("wrong")),
            502,
            "ehr_authentication_failed",
        ),
        (
            record.url(),
            &json!({"type": "client_credentials", "client_id": CLIENT_ID, "client_secret": CLIENT_SECRET, "scope": "elsewhere"}),
            502,
            "ehr_authentication_failed",
        ),
        (record.url(), &credentials(None), 422, "required"),
        (
            record.url(),
            &json!({"type": "client_credentials", "client_id": "", "client_secret": "x"}),
            422,
            "required",
        ),
    ] {
        let probe = json!({"url": url, "auth": auth});
        let looked = ward.olga.post(&ward.path("/ehr/probe"), &probe).await;
        assert_eq!(looked.refusal(), (status, code.to_owned()), "{url}");
        let command =
            json!({"type": "set_ehr_connection", "name": "Record", "url": url, "auth": auth});
        let refused = ward.olga.command(&team, command).await;
        assert_eq!(refused.refusal(), (status, code.to_owned()), "{url}");
        let said = refused.text();
        assert!(
            !said.contains(CLIENT_SECRET) && !said.contains("wrong"),
            "{said}"
        );
        match code {
            "ehr_not_allowed" => assert!(url.contains(refused.json()["host"].as_str().unwrap())),
            "ehr_unsupported_version" => assert_eq!(refused.json()["said"], "9.9.9"),
            _ => {}
        }
    }
    assert!(
        !is_on_disk(&ward, CLIENT_SECRET),
        "a refused secret stays nowhere"
    );
    // Whatever came of it, whom an owner had the server ask is on record.
    let looks = journalled(&ward, Operation::EHRConnectionProbe).await;
    let asked = looks.iter().filter(|(_, body)| body["url"] == record.url());
    assert_eq!(asked.count(), 8);
    assert_eq!(ward.olga.get(&ward.path("")).await.ok()["ehr"], Value::Null);
    let set =
        json!({"type": "set_ehr_connection", "name": "Record", "url": record.url(), "auth": right});
    ward.olga.done(&team, set).await;
}

#[tokio::test]
async fn the_connection_is_removed_or_leads_elsewhere_and_no_chart_of_the_old_link_is_shown() {
    for is_replaced in [true, false] {
        let mut recorded = Recorded::begin().await;
        let patient = recorded.add("p003").await;
        let chart = recorded.chart_path(&patient);
        let Recorded { mut ward, record } = recorded;
        let team = ward.team.clone();
        assert_eq!(ward.olga.get(&chart).await.ok()["patient"]["status"], "ok");
        let other = protected().await;
        let (command, code) = match is_replaced {
            true => (set(&other, Some(CLIENT_SECRET)), "not_linked"),
            false => (json!({"type": "remove_ehr_connection"}), "not_connected"),
        };
        ward.olga.done(&team, command).await;
        record.reset_counts();
        assert_eq!(
            ward.olga.get(&chart).await.refusal(),
            (409, code.to_owned())
        );
        assert_eq!((record.counts().total, other.counts().of("batch")), (0, 0));
        let view = ward
            .olga
            .get(&ward.path(&format!("/patients/{patient}")))
            .await
            .ok();
        assert_eq!(view["ehr"]["stale"], true);
        if is_replaced {
            let link = json!({"type": "link_patient", "patient": patient, "ehr_id": "p005", "confirm_identity": true});
            ward.olga.done(&team, link).await;
            assert_eq!(
                ward.olga.get(&chart).await.ok()["patient"]["items"][0]["id"],
                "p005"
            );
        } else {
            let search = ward
                .olga
                .post(&ward.path("/ehr/search"), &json!({"id": "p003"}))
                .await;
            assert_eq!(search.refusal(), (409, "not_connected".to_owned()));
            assert_eq!(
                journalled(&ward, Operation::EHRConnectionRemove)
                    .await
                    .len(),
                1
            );
        }
    }
}

#[tokio::test]
async fn a_record_that_checks_assertions_is_given_our_published_keys() {
    let mut ward = Ward::begin().await;
    let team = ward.team.clone();
    let jwks = ward.olga.get("/api/ehr/jwks").await.ok();
    assert_eq!(jwks["keys"].as_array().unwrap().len(), 2);
    for key in jwks["keys"].as_array().unwrap() {
        let private = ["d", "p", "q", "dp", "dq", "qi"];
        assert!(private.iter().all(|part| key[part].is_null()), "{key}");
    }
    let options = ehr_sandbox::Options {
        auth: Auth::PrivateKeyJwt {
            client_id: CLIENT_ID.to_owned(),
            jwks,
            scope: TENANT.to_owned(),
        },
        ..ehr_sandbox::Options::default()
    };
    let record = Sandbox::start(options).await.unwrap();
    for algorithm in ["ES384", "RS384"] {
        let auth = json!({"type": "private_key_jwt", "client_id": CLIENT_ID, "scope": TENANT, "algorithm": algorithm});
        let set = json!({"type": "set_ehr_connection", "name": "Record", "url": record.url(), "auth": auth});
        ward.olga.done(&team, set).await;
        let found = ward
            .olga
            .post(&ward.path("/ehr/search"), &json!({"id": "p003"}))
            .await
            .ok();
        assert_eq!(found["patients"][0]["id"], "p003", "{algorithm}");
    }
}

#[tokio::test]
async fn with_another_seal_key_the_secret_is_set_again_and_nothing_else_is_lost() {
    let mut recorded = Recorded::begin().await;
    let patient = recorded.add("p003").await;
    let chart = recorded.chart_path(&patient);
    let Recorded { mut ward, record } = recorded;
    let team = ward.team.clone();
    ward.olga.get(&chart).await.ok();
    let key = service::SealKey::generate().unwrap();
    let file = ward.server.folder().join("seal.key");
    std::fs::write(file, key.to_text().as_bytes()).unwrap();
    let mut ward = ward.restart().await;
    let refused = ward.olga.get(&chart).await;
    assert_eq!(refused.refusal(), (503, "ehr_sealed".to_owned()));
    let search = json!({"id": "p003"});
    let refused = ward.olga.post(&ward.path("/ehr/search"), &search).await;
    assert_eq!(refused.refusal(), (503, "ehr_sealed".to_owned()));
    let refused = ward.olga.command(&team, set(&record, None)).await;
    assert_eq!(refused.refusal(), (503, "ehr_sealed".to_owned()));
    ward.olga
        .done(&team, set(&record, Some(CLIENT_SECRET)))
        .await;
    assert_eq!(
        ward.olga.get(&chart).await.ok()["patient"]["items"][0]["id"],
        "p003"
    );
}
