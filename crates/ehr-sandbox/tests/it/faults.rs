use crate::client::{Client, at_noon, is_outcome, link, resources, start};
use ehr_sandbox::{Auth, Fault, Options, Trouble, Version};
use serde_json::{Value, json};
use std::time::{Duration, Instant};

/// A sandbox with a fault that was set over HTTP, by the name that the README tells.
async fn with(version: Version, fault: Value) -> Client {
    let client = at_noon(version).await;
    set(&client, fault).await;
    client
}

async fn set(client: &Client, fault: Value) {
    let root = client.base.rsplit_once('/').unwrap().0;
    let answer = client
        .http
        .put(format!("{root}/sandbox/fault"))
        .json(&fault)
        .send()
        .await
        .unwrap();
    assert_eq!(answer.status(), 200, "{fault}");
}

async fn clear(client: &Client) {
    let root = client.base.rsplit_once('/').unwrap().0;
    let answer = client
        .http
        .delete(format!("{root}/sandbox/fault"))
        .send()
        .await
        .unwrap();
    assert_eq!(answer.status(), 204);
}

#[tokio::test]
async fn slow_is_late_for_the_type_named_so_often_as_said() {
    for version in Version::ALL {
        let fault = json!({"fault": "slow", "ms": 400, "resources": ["Observation"], "times": 1});
        let client = with(version, fault).await;
        let time = async |path: &str| {
            let began = Instant::now();
            client.get(path).await;
            began.elapsed()
        };
        assert!(time("Patient/p001").await < Duration::from_millis(400));
        assert!(time("Observation?patient=p001&_count=1").await >= Duration::from_millis(400));
        assert!(time("Observation?patient=p001&_count=1").await < Duration::from_millis(400));
        assert!(client.sandbox.faults().standing().is_empty());
    }
}

#[tokio::test]
async fn hang_never_answers() {
    let client = with(
        Version::R4,
        json!({"fault": "hang", "resources": ["Patient"]}),
    )
    .await;
    let waiting = tokio::time::timeout(Duration::from_millis(300), client.send("Patient/p001"));
    assert!(waiting.await.is_err());
    client.get("metadata").await;
    clear(&client).await;
    client.get("Patient/p001").await;
}

#[tokio::test]
async fn refuse_refuses_connections_until_it_is_cleared() {
    let client = at_noon(Version::R4).await;
    client.get("metadata").await;
    client.sandbox.faults().set(Fault::new(Trouble::Refuse));
    let url = format!("{}/metadata", client.base);
    for _ in 0..3 {
        assert!(client.http.get(&url).send().await.is_err());
    }
    client.sandbox.faults().clear();
    let began = Instant::now();
    while client.http.get(&url).send().await.is_err() {
        assert!(began.elapsed() < Duration::from_secs(5));
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
}

#[tokio::test]
async fn refuse_over_http_ends_by_itself() {
    let client = with(Version::R4, json!({"fault": "refuse", "seconds": 1})).await;
    let url = format!("{}/metadata", client.base);
    assert!(client.http.get(&url).send().await.is_err());
    let began = Instant::now();
    while client.http.get(&url).send().await.is_err() {
        assert!(began.elapsed() < Duration::from_secs(5));
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}

#[tokio::test]
async fn too_many_requests_says_how_long_to_wait() {
    for version in Version::ALL {
        let client = with(
            version,
            json!({"fault": "too-many-requests", "retry_after": 7}),
        )
        .await;
        let answer = client.send("Patient/p001").await;
        assert_eq!(answer.status(), 429);
        assert_eq!(answer.headers()["retry-after"], "7");
        assert!(is_outcome(&answer.json().await.unwrap()));
        assert_eq!(client.status("metadata").await.0, 429);
    }
}

#[tokio::test]
async fn a_status_is_500_or_what_is_said() {
    for version in Version::ALL {
        let client = with(
            version,
            json!({"fault": "status", "resources": ["Patient"]}),
        )
        .await;
        let (status, body) = client.status("Patient/p001").await;
        assert_eq!(status, 500);
        assert!(is_outcome(&body));
        set(
            &client,
            json!({"fault": "status", "status": 403, "resources": ["Condition"]}),
        )
        .await;
        assert_eq!(client.status("Condition?patient=p001").await.0, 403);
        assert_eq!(client.status("Patient/p001").await.0, 500);
        client.get("metadata").await;
        clear(&client).await;
        client.get("Patient/p001").await;
    }
}

#[tokio::test]
async fn a_cut_body_breaks_off() {
    for version in Version::ALL {
        let client = with(version, json!({"fault": "cut-body", "times": 1})).await;
        let answer = client.send("Patient?_count=20").await;
        assert_eq!(answer.status(), 200);
        assert!(answer.bytes().await.is_err());
        client.get("Patient?_count=20").await;
    }
}

#[tokio::test]
async fn a_wrong_content_type_has_the_right_body() {
    for version in Version::ALL {
        let client = with(version, json!({"fault": "wrong-content-type"})).await;
        let answer = client.send("Patient/p001").await;
        assert_eq!(answer.headers()["content-type"], "text/plain");
        assert_eq!(answer.json::<Value>().await.unwrap()["id"], "p001");
    }
}

#[tokio::test]
async fn a_huge_body_is_as_long_as_said_and_comes_in_pieces() {
    let client = with(Version::R4, json!({"fault": "huge-body", "times": 1})).await;
    let mut answer = client.send("Patient").await;
    assert_eq!(answer.content_length(), None);
    let mut length = 0;
    while let Some(piece) = answer.chunk().await.unwrap() {
        length += piece.len();
    }
    assert!((99_900_000..100_100_000).contains(&length), "{length}");
    for version in Version::ALL {
        let client = with(version, json!({"fault": "huge-body", "megabytes": 1})).await;
        assert!(resources(&client.get("Patient").await).is_empty());
    }
}

#[tokio::test]
async fn an_html_page_has_status_200() {
    for version in Version::ALL {
        let client = with(version, json!({"fault": "html-page"})).await;
        let answer = client.send("Patient/p001").await;
        assert_eq!(answer.status(), 200);
        assert_eq!(answer.headers()["content-type"], "text/html");
        assert!(answer.text().await.unwrap().starts_with("<!doctype html>"));
    }
}

#[tokio::test]
async fn plain_text_errors_are_no_outcome_and_answers_stay() {
    for version in Version::ALL {
        let client = with(version, json!({"fault": "plain-text-errors"})).await;
        let answer = client.send("Patient/nobody").await;
        assert_eq!(answer.status(), 404);
        assert_eq!(answer.text().await.unwrap(), "Error: 404 Not Found");
        client.get("Patient/p001").await;
    }
}

#[tokio::test]
async fn an_unknown_version_is_told_in_metadata() {
    for version in Version::ALL {
        let client = with(version, json!({"fault": "unknown-version"})).await;
        assert_eq!(client.get("metadata").await["fhirVersion"], "9.9.9");
        clear(&client).await;
        assert_eq!(
            client.get("metadata").await["fhirVersion"],
            version.fhir_version()
        );
    }
}

#[tokio::test]
async fn missing_resources_are_not_told_and_not_found() {
    for version in Version::ALL {
        let client = with(
            version,
            json!({"fault": "missing-resource", "resources": ["Coverage"]}),
        )
        .await;
        let told = client.get("metadata").await["rest"][0]["resource"].clone();
        assert_eq!(told.as_array().unwrap().len(), 7);
        assert!(!told.to_string().contains("Coverage"));
        let (status, body) = client.status("Coverage?patient=p001").await;
        assert_eq!(status, 404);
        assert!(is_outcome(&body));
        let parts = client
            .batch(&["Coverage?patient=p001", "Condition?patient=p001"])
            .await;
        assert_eq!(parts[0]["response"]["status"], "404 Not Found");
        assert_eq!(parts[1]["response"]["status"], "200 OK");
        set(&client, json!({"fault": "missing-resource"})).await;
        let told = client.get("metadata").await["rest"][0]["resource"].clone();
        assert_eq!(told.as_array().unwrap().len(), 1);
        client.get("Patient/p001").await;
        assert_eq!(client.status("Condition?patient=p001").await.0, 404);
    }
}

#[tokio::test]
async fn an_ignored_filter_answers_everybodys_resources() {
    for version in Version::ALL {
        let client = with(
            version,
            json!({"fault": "ignored-filter", "resources": ["Condition"]}),
        )
        .await;
        let conditions = client.resources("Condition?patient=p001&_count=1000").await;
        let field = if version == Version::Dstu2 {
            "patient"
        } else {
            "subject"
        };
        let of = |condition: &Value| condition[field]["reference"].as_str().unwrap().to_owned();
        assert!(
            conditions
                .iter()
                .any(|condition| of(condition).ends_with("p036"))
        );
        assert!(
            conditions
                .iter()
                .any(|condition| of(condition).ends_with("p001"))
        );
        assert_eq!(client.get("Coverage?patient=p001").await["total"], 1);
        let batch = client.batch(&["Condition?patient=p001&_count=1000"]).await;
        assert_eq!(batch[0]["resource"]["total"], conditions.len());
    }
}

#[tokio::test]
async fn an_ignored_sort_answers_oldest_first() {
    let client = with(Version::R4, json!({"fault": "ignored-sort"})).await;
    let observations = client
        .resources("Observation?patient=p001&_sort=-date&_count=20")
        .await;
    let times: Vec<&str> = observations
        .iter()
        .map(|one| one["effectiveDateTime"].as_str().unwrap())
        .collect();
    assert!(times.is_sorted());
    assert!(times[0] < times[19]);
}

#[tokio::test]
async fn an_endless_next_leads_on_and_on() {
    for version in Version::ALL {
        let client = with(
            version,
            json!({"fault": "endless-next", "resources": ["Condition"]}),
        )
        .await;
        let mut url = format!("{}/Condition?patient=p001&_count=2", client.base);
        for _ in 0..10 {
            let bundle: Value = client
                .http
                .get(&url)
                .send()
                .await
                .unwrap()
                .json()
                .await
                .unwrap();
            assert_eq!(resources(&bundle).len(), 2);
            let next = link(&bundle, "next").unwrap();
            assert_ne!(next, url);
            url = next;
        }
    }
}

#[tokio::test]
async fn bundles_can_be_poorer_than_they_should_be() {
    for version in Version::ALL {
        let client = with(version, json!({"fault": "no-total"})).await;
        for name in ["no-next", "no-full-url", "outcome-entry"] {
            set(&client, json!({"fault": name})).await;
        }
        let bundle = client.get("Patient?_count=3").await;
        assert_eq!(bundle.get("total"), None);
        assert_eq!(link(&bundle, "next"), None);
        assert_eq!(bundle["entry"][0].get("fullUrl"), None);
        assert_eq!(bundle["entry"][3]["search"]["mode"], "outcome");
        assert_eq!(
            bundle["entry"][3]["resource"]["resourceType"],
            "OperationOutcome"
        );
    }
}

#[tokio::test]
async fn no_post_search_leaves_get() {
    for version in Version::ALL {
        let client = with(version, json!({"fault": "no-post-search"})).await;
        let posted = client.http.post(format!("{}/Patient/_search", client.base));
        assert_eq!(
            posted
                .form(&[("_id", "p001")])
                .send()
                .await
                .unwrap()
                .status(),
            405
        );
        assert_eq!(client.get("Patient?_id=p001").await["total"], 1);
    }
}

#[tokio::test]
async fn the_token_endpoint_can_fail_and_hide() {
    let client = start(Options {
        auth: Auth::ClientCredentials {
            client_id: "app".to_owned(),
            client_secret: "s3cret".to_owned(),
            scope: String::new(),
        },
        ..Options::default()
    })
    .await;
    set(&client, json!({"fault": "no-oauth-extension"})).await;
    set(
        &client,
        json!({"fault": "status", "status": 503, "resources": ["token"], "times": 1}),
    )
    .await;
    let statement = client.get("metadata").await;
    assert_eq!(statement["rest"][0]["security"].get("extension"), None);
    let smart = client.get(".well-known/smart-configuration").await;
    let token = async || {
        let form = [
            ("grant_type", "client_credentials"),
            ("client_id", "app"),
            ("client_secret", "s3cret"),
        ];
        let url = smart["token_endpoint"].as_str().unwrap();
        client
            .http
            .post(url)
            .form(&form)
            .send()
            .await
            .unwrap()
            .status()
    };
    assert_eq!(token().await, 503);
    assert_eq!(token().await, 200);
}

#[tokio::test]
async fn an_expired_token_is_named_over_http() {
    let client = start(Options {
        auth: Auth::ClientCredentials {
            client_id: "app".to_owned(),
            client_secret: "s3cret".to_owned(),
            scope: String::new(),
        },
        ..Options::default()
    })
    .await;
    let form = [
        ("grant_type", "client_credentials"),
        ("client_id", "app"),
        ("client_secret", "s3cret"),
    ];
    let url = client.base.replace("/r4", "/oauth/token");
    let token: Value = client
        .http
        .post(url)
        .form(&form)
        .send()
        .await
        .unwrap()
        .json()
        .await
        .unwrap();
    let read = async || {
        let request = client.http.get(format!("{}/Patient/p001", client.base));
        request
            .bearer_auth(token["access_token"].as_str().unwrap())
            .send()
            .await
            .unwrap()
            .status()
    };
    assert_eq!(read().await, 200);
    set(&client, json!({"fault": "expired-token"})).await;
    assert_eq!(read().await, 401);
}

#[tokio::test]
async fn a_fault_ends_after_its_seconds() {
    let client = with(Version::R4, json!({"fault": "status", "seconds": 1})).await;
    assert_eq!(client.status("Patient/p001").await.0, 500);
    tokio::time::sleep(Duration::from_millis(1100)).await;
    client.get("Patient/p001").await;
    assert!(client.sandbox.faults().standing().is_empty());
}

#[tokio::test]
async fn a_fault_set_anew_takes_the_place_of_the_earlier() {
    let client = with(Version::R4, json!({"fault": "slow", "ms": 60_000})).await;
    set(&client, json!({"fault": "slow", "ms": 1})).await;
    client.get("Patient/p001").await;
    assert_eq!(
        client.sandbox.faults().standing(),
        [Fault::new(Trouble::Slow { ms: 1 })]
    );
}
