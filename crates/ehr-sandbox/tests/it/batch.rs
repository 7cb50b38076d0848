use crate::client::{at_noon, is_outcome};
use ehr_sandbox::{Fault, Trouble, Version};

#[tokio::test]
async fn a_batch_answers_each_of_its_parts() {
    for version in Version::ALL {
        let client = at_noon(version).await;
        let parts = client
            .batch(&[
                "Patient/p001",
                "Condition?patient=p001",
                "Patient/nobody",
                "Device?patient=p001",
            ])
            .await;
        assert_eq!(parts.len(), 4);
        assert_eq!(parts[0]["response"]["status"], "200 OK");
        assert_eq!(parts[0]["resource"]["id"], "p001");
        assert_eq!(parts[1]["resource"]["total"], 3);
        for part in &parts[2..] {
            assert_eq!(part["response"]["status"], "404 Not Found");
            let outcome = if version == Version::Dstu2 {
                &part["resource"]
            } else {
                &part["response"]["outcome"]
            };
            assert!(is_outcome(outcome), "{part}");
        }
        let counts = client.sandbox.counts();
        assert_eq!(counts.total, 1);
        assert_eq!(counts.of("batch"), 1);
        assert_eq!(counts.of("batch search Condition"), 1);
        assert_eq!(counts.of("batch read Patient"), 2);
    }
}

#[tokio::test]
async fn a_fault_of_a_type_strikes_its_part_of_a_batch_alone() {
    let client = at_noon(Version::R4).await;
    client
        .sandbox
        .faults()
        .set(Fault::new(Trouble::Status { status: 403 }).on("Condition"));
    let parts = client
        .batch(&["Patient/p001", "Condition?patient=p001"])
        .await;
    assert_eq!(parts[0]["response"]["status"], "200 OK");
    assert_eq!(parts[1]["response"]["status"], "403 Forbidden");
    assert!(is_outcome(&parts[1]["response"]["outcome"]));
}

#[tokio::test]
async fn a_fault_everywhere_strikes_the_batch() {
    let client = at_noon(Version::R4).await;
    client
        .sandbox
        .faults()
        .set(Fault::new(Trouble::Status { status: 500 }).times(1));
    assert_eq!(client.post_batch(&["Patient/p001"]).await.status(), 500);
    assert_eq!(client.post_batch(&["Patient/p001"]).await.status(), 200);
}

#[tokio::test]
async fn only_a_batch_of_reads_and_searches_is_taken() {
    let client = at_noon(Version::R4).await;
    let post = async |body: &'static str| {
        client
            .http
            .post(&client.base)
            .body(body)
            .send()
            .await
            .unwrap()
    };
    assert_eq!(post("not JSON").await.status(), 400);
    assert_eq!(
        post(r#"{"resourceType": "Bundle", "type": "transaction"}"#)
            .await
            .status(),
        400
    );
    let written = post(r#"{"resourceType": "Bundle", "type": "batch", "entry": [{"request": {"method": "DELETE", "url": "Patient/p001"}}]}"#).await;
    let written: serde_json::Value = written.json().await.unwrap();
    assert_eq!(
        written["entry"][0]["response"]["status"],
        "405 Method Not Allowed"
    );
}
