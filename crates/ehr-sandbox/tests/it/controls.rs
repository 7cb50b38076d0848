use crate::client::{at_noon, is_outcome, start};
use ehr_sandbox::{Auth, IdentityChange, Options, Sandbox, Version};
use serde_json::{Value, json};
use std::time::{Duration, Instant};

#[tokio::test]
async fn requests_are_counted_by_kind_and_the_most_at_once() {
    let client = start(Options {
        delay: Duration::from_millis(100),
        ..Options::default()
    })
    .await;
    let began = Instant::now();
    let (first, second, third) = tokio::join!(
        client.get("metadata"),
        client.get("Patient?_count=1"),
        client.get("Patient/p001"),
    );
    drop((first, second, third));
    assert!(began.elapsed() >= Duration::from_millis(100));
    let counts = client.sandbox.counts();
    assert_eq!((counts.total, counts.most_at_once), (3, 3));
    for kind in ["metadata", "search Patient", "read Patient"] {
        assert_eq!(counts.of(kind), 1, "{kind}");
    }
    client.sandbox.reset_counts();
    assert_eq!(client.sandbox.counts().total, 0);
}

#[tokio::test]
async fn an_identity_can_be_corrected() {
    let client = at_noon(Version::R4).await;
    let change = IdentityChange {
        family: Some("Merged".to_owned()),
        ..IdentityChange::default()
    };
    assert!(client.sandbox.change_identity("p001", change));
    assert!(
        !client
            .sandbox
            .change_identity("nobody", IdentityChange::default())
    );
    let url = client.base.replace("/r4", "/sandbox/patients/p001");
    let changed = client
        .http
        .put(url)
        .json(&json!({"mrn": "777"}))
        .send()
        .await
        .unwrap();
    assert_eq!(changed.status(), 204);
    let patient = client.get("Patient/p001").await;
    assert!(patient["name"].to_string().contains("Merged"));
    assert_eq!(patient["identifier"][1]["value"], "777");
    assert_eq!(client.get("Patient?identifier=777").await["total"], 1);
}

#[tokio::test]
async fn the_controls_tell_the_ward_and_the_counts_without_a_token() {
    let client = start(Options {
        auth: Auth::ClientCredentials {
            client_id: "app".to_owned(),
            client_secret: "s3cret".to_owned(),
            scope: String::new(),
        },
        ..Options::default()
    })
    .await;
    client.send("Patient").await;
    let root = client.base.replace("/r4", "/sandbox");
    let told = async |path: &str| -> Value {
        client
            .http
            .get(format!("{root}{path}"))
            .send()
            .await
            .unwrap()
            .json()
            .await
            .unwrap()
    };
    assert_eq!(told("/patients").await.as_array().unwrap().len(), 36);
    assert_eq!(
        told("/counts").await["by_kind"],
        json!({"search Patient": 1})
    );
    assert_eq!(told("").await["base"], client.base.as_str());
    let emptied = client
        .http
        .delete(format!("{root}/counts"))
        .send()
        .await
        .unwrap();
    assert_eq!(emptied.status(), 204);
    assert_eq!(told("/counts").await["total"], 0);
}

#[tokio::test]
async fn a_fault_that_is_none_is_refused_with_a_reason() {
    let client = at_noon(Version::R4).await;
    let url = client.base.replace("/r4", "/sandbox/fault");
    for wrong in [
        json!({"fault": "earthquake"}),
        json!({"fault": "slow"}),
        json!({"fault": "slow", "ms": 1, "resources": ["MedicationOrder"]}),
        json!({"fault": "status", "status": 200}),
        json!({"fault": "refuse"}),
        json!([]),
    ] {
        let answer = client.http.put(&url).json(&wrong).send().await.unwrap();
        assert_eq!(answer.status(), 400, "{wrong}");
        assert!(is_outcome(&answer.json().await.unwrap()));
    }
    assert!(client.sandbox.faults().standing().is_empty());
}

#[tokio::test]
async fn a_stopped_sandbox_gives_its_address_free() {
    let client = at_noon(Version::R4).await;
    client.get("metadata").await;
    let address = client
        .base
        .trim_start_matches("http://")
        .trim_end_matches("/r4")
        .parse()
        .unwrap();
    let began = Instant::now();
    client.sandbox.stop().await;
    assert!(began.elapsed() < Duration::from_secs(3));
    let again = Sandbox::start(Options {
        listen: address,
        ..Options::default()
    })
    .await
    .unwrap();
    assert_eq!(again.url(), client.base);
}

#[tokio::test]
async fn it_serves_until_told_to_end() {
    let client = at_noon(Version::R4).await;
    let url = format!("{}/metadata", client.base);
    let (end, ended) = tokio::sync::oneshot::channel::<()>();
    let serving = tokio::spawn(client.sandbox.serve_until(async move {
        ended.await.unwrap();
    }));
    assert_eq!(client.http.get(&url).send().await.unwrap().status(), 200);
    end.send(()).unwrap();
    serving.await.unwrap().unwrap();
    assert!(client.http.get(&url).send().await.is_err());
}
