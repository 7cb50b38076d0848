use crate::client::{at_noon, link, resources};
use ehr_sandbox::{Clock, Version};
use std::collections::HashSet;

#[tokio::test]
async fn next_links_lead_through_everything_once() {
    for version in Version::ALL {
        let client = at_noon(version).await;
        let mut seen = HashSet::new();
        let mut url = Some(format!("{}/Patient?_count=10", client.base));
        let mut pages = 0;
        while let Some(page) = url {
            let bundle: serde_json::Value = client
                .http
                .get(page)
                .send()
                .await
                .unwrap()
                .json()
                .await
                .unwrap();
            assert_eq!(bundle["total"], 36);
            for patient in resources(&bundle) {
                assert!(seen.insert(patient["id"].as_str().unwrap().to_owned()));
            }
            url = link(&bundle, "next");
            pages += 1;
        }
        assert_eq!((seen.len(), pages), (36, 4));
    }
}

#[tokio::test]
async fn a_later_page_shows_the_record_of_the_first_ones_time() {
    let client = at_noon(Version::R4).await;
    let first = client
        .get("Observation?patient=p001&_sort=-date&_count=7")
        .await;
    let next = link(&first, "next").unwrap();
    let read = async || {
        resources(
            &client
                .http
                .get(&next)
                .send()
                .await
                .unwrap()
                .json()
                .await
                .unwrap(),
        )
    };
    let before = read().await;
    client
        .sandbox
        .set_clock(Clock::Fixed("2026-11-24T18:00:00Z".parse().unwrap()));
    assert_eq!(before, read().await);
    assert_eq!(before.len(), 7);
}

#[tokio::test]
async fn a_count_of_zero_tells_the_total_alone() {
    let client = at_noon(Version::R4).await;
    let bundle = client.get("Patient?_count=0").await;
    assert_eq!(bundle["total"], 36);
    assert_eq!(bundle.get("entry"), None);
    assert_eq!(link(&bundle, "next"), None);
}

#[tokio::test]
async fn entries_tell_their_full_url_and_mode() {
    let client = at_noon(Version::R4).await;
    let bundle = client.get("Patient?_id=p001").await;
    let url = bundle["entry"][0]["fullUrl"].as_str().unwrap();
    assert_eq!(url, format!("{}/Patient/p001", client.base));
    assert_eq!(bundle["entry"][0]["search"]["mode"], "match");
    let read = client
        .http
        .get(url)
        .send()
        .await
        .unwrap()
        .json::<serde_json::Value>()
        .await
        .unwrap();
    assert_eq!(read, bundle["entry"][0]["resource"]);
}
