use crate::client::{at_noon, is_outcome, start};
use ehr_sandbox::{Auth, Options, Version};
use serde_json::{Value, json};

fn types(statement: &Value) -> Vec<&str> {
    statement["rest"][0]["resource"]
        .as_array()
        .unwrap()
        .iter()
        .map(|resource| resource["type"].as_str().unwrap())
        .collect()
}

#[tokio::test]
async fn each_version_tells_itself_in_its_own_resource_and_media_type() {
    for (version, resource, fhir_version, media_type, medication) in [
        (
            Version::Dstu2,
            "Conformance",
            "1.0.2",
            "application/json+fhir",
            "MedicationOrder",
        ),
        (
            Version::Stu3,
            "CapabilityStatement",
            "3.0.2",
            "application/fhir+json",
            "MedicationRequest",
        ),
        (
            Version::R4,
            "CapabilityStatement",
            "4.0.1",
            "application/fhir+json",
            "MedicationRequest",
        ),
    ] {
        let client = at_noon(version).await;
        let answer = client.send("metadata").await;
        let content_type = answer.headers()["content-type"]
            .to_str()
            .unwrap()
            .to_owned();
        assert!(content_type.starts_with(media_type), "{content_type}");
        let statement: Value = answer.json().await.unwrap();
        assert_eq!(statement["resourceType"], resource);
        assert_eq!(statement["fhirVersion"], fhir_version);
        assert_eq!(
            types(&statement),
            [
                "Patient",
                "Observation",
                "Condition",
                "Encounter",
                "Location",
                "AllergyIntolerance",
                medication,
                "Coverage",
            ]
        );
        assert_eq!(statement["rest"][0].get("security"), None);
        let interaction = &statement["rest"][0]["interaction"][0]["code"];
        if version == Version::Dstu2 {
            assert_eq!(interaction, "transaction");
            assert_eq!(statement["rest"][0]["transactionMode"], "batch");
        } else {
            assert_eq!(interaction, "batch");
        }
    }
}

#[tokio::test]
async fn a_server_without_batch_does_not_claim_it() {
    let client = start(Options {
        batch: false,
        ..Options::default()
    })
    .await;
    let statement = client.get("metadata").await;
    assert_eq!(statement["rest"][0].get("interaction"), None);
    assert_eq!(client.post_batch(&["Patient/p001"]).await.status(), 404);
}

#[tokio::test]
async fn the_token_endpoint_is_told_by_the_extension_and_by_smart_configuration() {
    for (version, address) in [
        (
            Version::Dstu2,
            "http://fhir-registry.smarthealthit.org/StructureDefinition/oauth-uris",
        ),
        (
            Version::Stu3,
            "http://hl7.org/fhir/StructureDefinition/oauth-uris",
        ),
        (
            Version::R4,
            "http://fhir-registry.smarthealthit.org/StructureDefinition/oauth-uris",
        ),
    ] {
        let client = start(Options {
            version,
            auth: Auth::ClientCredentials {
                client_id: "app".to_owned(),
                client_secret: "secret".to_owned(),
                scope: String::new(),
            },
            ..Options::default()
        })
        .await;
        let token_url = client.base.replace(version.name(), "oauth/token");
        let statement = client.get("metadata").await;
        assert_eq!(
            statement["rest"][0]["security"]["extension"],
            json!([{"url": address, "extension": [{"url": "token", "valueUri": token_url}]}])
        );
        let smart = client.get(".well-known/smart-configuration").await;
        assert_eq!(smart["token_endpoint"], token_url.as_str());
    }
}

#[tokio::test]
async fn an_open_server_has_no_smart_configuration() {
    let client = at_noon(Version::R4).await;
    let (status, body) = client.status(".well-known/smart-configuration").await;
    assert_eq!(status, 404);
    assert!(is_outcome(&body));
}

#[tokio::test]
async fn what_is_not_known_is_answered_with_an_operation_outcome() {
    let client = at_noon(Version::R4).await;
    for path in [
        "Device",
        "Device/1",
        "Patient/nobody",
        "Patient/p999",
        "Patient/p001/_history",
        "MedicationOrder",
    ] {
        let (status, body) = client.status(path).await;
        assert_eq!(status, 404, "{path}");
        assert!(is_outcome(&body), "{path}");
    }
    let deleted = client
        .http
        .delete(format!("{}/Patient/p001", client.base))
        .send()
        .await
        .unwrap();
    assert_eq!(deleted.status(), 405);
    assert!(is_outcome(&deleted.json().await.unwrap()));
    let elsewhere = client
        .http
        .get(client.base.replace("/r4", "/dstu2/metadata"))
        .send()
        .await
        .unwrap();
    assert_eq!(elsewhere.status(), 404);
    assert!(is_outcome(&elsewhere.json().await.unwrap()));
    let (status, body) = client.status("Patient?birthdate=yesterday").await;
    assert_eq!(status, 400);
    assert!(is_outcome(&body));
}
