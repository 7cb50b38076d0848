//! Bytes, pages, and requests at once.

use crate::server::{self, Seen, Server, capability, fhir, nobody};
use crate::{ask, chart, client, connection, local, settings};
use axum::response::Response;
use domain::chart::{IssueKind, PartName, PartStatus};
use ehr::{EhrError, Settings, Urgency};
use serde_json::{Value, json};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};
use tower_http::compression::CompressionLayer;

/// An EHR whose searches are answered so.
async fn searched(
    answer: impl Fn() -> Response + Clone + Send + Sync + 'static,
    compressed: bool,
) -> Server {
    let answer = move |seen: Seen| {
        let answer = answer.clone();
        async move {
            match seen.path.as_str() {
                "/r4/metadata" => capability(true, None),
                _ => answer(),
            }
        }
    };
    Server::serve(answer, |router| match compressed {
        true => router.layer(CompressionLayer::new()),
        false => router,
    })
    .await
}

#[tokio::test]
async fn an_answer_of_100_mb_is_not_read_to_its_end_packed_or_not() {
    const SIZE: usize = 100 * 1024 * 1024;
    for compressed in [false, true] {
        let ehr = searched(|| server::endless(SIZE), compressed).await;
        assert_eq!(
            ask(&local(), &connection(&ehr.url("/r4"))).await,
            Err(EhrError::TooLarge),
            "compressed: {compressed}"
        );
    }
    let ehr = searched(nobody, true).await;
    assert_eq!(ask(&local(), &connection(&ehr.url("/r4"))).await, Ok(()));
    let asked = ehr
        .seen()
        .into_iter()
        .all(|seen| seen.headers["accept-encoding"] == "gzip");
    assert!(asked);
}

#[tokio::test]
async fn an_answer_that_says_it_is_too_large_is_not_read_at_all() {
    let ehr = searched(|| fhir(&Value::String("x".repeat(17 * 1024 * 1024))), false).await;
    assert_eq!(
        ask(&local(), &connection(&ehr.url("/r4"))).await,
        Err(EhrError::TooLarge)
    );
}

#[tokio::test]
async fn an_answer_that_is_nested_a_million_deep_is_refused() {
    let deep = || fhir_text("[".repeat(1_000_000));
    let ehr = searched(deep, false).await;
    let result = ask(&local(), &connection(&ehr.url("/r4"))).await;
    assert!(
        matches!(result, Err(EhrError::TooLarge | EhrError::NotFhir)),
        "{result:?}"
    );
}

fn fhir_text(text: String) -> Response {
    axum::response::IntoResponse::into_response(([("content-type", "application/fhir+json")], text))
}

fn patient(id: &str) -> Value {
    json!({"resourceType": "Patient", "id": id, "name": [{"family": "Martin", "given": ["Anne"]}], "birthDate": "1945-07-14"})
}

/// What a small EHR without paging answers to the query of a chart.
fn part_of_chart(query: &str) -> Value {
    match query.starts_with("Patient/") {
        true => patient("1"),
        false => json!({"resourceType": "Bundle", "type": "searchset", "total": 0}),
    }
}

fn batch_answer(body: &str) -> Response {
    let batch: Value = serde_json::from_str(body).unwrap();
    let entries: Vec<Value> = batch["entry"]
        .as_array()
        .unwrap()
        .iter()
        .map(|entry| json!({"resource": part_of_chart(entry["request"]["url"].as_str().unwrap()), "response": {"status": "200"}}))
        .collect();
    fhir(&json!({"resourceType": "Bundle", "type": "batch-response", "entry": entries}))
}

/// The most requests that were under way at once.
#[derive(Clone, Default)]
struct Busy {
    now: Arc<AtomicUsize>,
    most: Arc<AtomicUsize>,
}

impl Busy {
    async fn work(&self, time: Duration) {
        let now = self.now.fetch_add(1, Ordering::SeqCst) + 1;
        self.most.fetch_max(now, Ordering::SeqCst);
        tokio::time::sleep(time).await;
        self.now.fetch_sub(1, Ordering::SeqCst);
    }

    fn most(&self) -> usize {
        self.most.load(Ordering::SeqCst)
    }
}

async fn ward(batch: bool, time: Duration, busy: Busy) -> Server {
    Server::start(move |seen| {
        let busy = busy.clone();
        async move {
            if seen.path == "/r4/metadata" {
                return capability(batch, None);
            }
            busy.work(time).await;
            match seen.path.as_str() {
                "/r4" if batch => batch_answer(&seen.body),
                "/r4" => server::status(404),
                path => fhir(&part_of_chart(path.trim_start_matches("/r4/"))),
            }
        }
    })
    .await
}

#[tokio::test]
async fn a_chart_is_one_request_where_the_ehr_does_batch() {
    let ehr = ward(true, Duration::ZERO, Busy::default()).await;
    let (client, connection) = (local(), connection(&ehr.url("/r4")));
    let chart = chart(&client, &connection, "1")
        .await
        .unwrap_or_else(|trouble| panic!("{trouble}"));
    assert_eq!(chart.patient.status, PartStatus::Ok);
    assert_eq!(chart.allergies.status, PartStatus::None);
    assert_eq!(chart.issues.len(), 0);
    let asked: Vec<String> = ehr
        .seen()
        .into_iter()
        .map(|seen| seen.path)
        .filter(|path| !path.contains("smart"))
        .collect();
    assert_eq!(asked, ["/r4/metadata", "/r4"]);
}

#[tokio::test]
async fn without_batch_a_chart_takes_at_most_six_requests_at_once() {
    let busy = Busy::default();
    let ehr = ward(false, Duration::from_millis(50), busy.clone()).await;
    let (client, connection) = (Arc::new(local()), connection(&ehr.url("/r4")));
    let charts = (0..10).map(|_| {
        let (client, connection) = (Arc::clone(&client), connection.clone());
        tokio::spawn(async move {
            chart(&client, &connection, "1")
                .await
                .is_ok_and(|chart| chart.patient.status == PartStatus::Ok)
        })
    });
    for chart in charts.collect::<Vec<_>>() {
        assert!(chart.await.unwrap());
    }
    assert_eq!(busy.most(), 6);
    assert_eq!(ehr.count("/r4"), 0, "no batch is tried");
}

#[tokio::test]
async fn an_ehr_that_says_batch_and_refuses_it_is_asked_query_by_query_from_then_on() {
    let ehr = Server::start(|seen| async move {
        match seen.path.as_str() {
            "/r4/metadata" => capability(true, None),
            "/r4" => server::status(404),
            path => fhir(&part_of_chart(path.trim_start_matches("/r4/"))),
        }
    })
    .await;
    let (client, connection) = (local(), connection(&ehr.url("/r4")));
    for _ in 0..3 {
        let chart = chart(&client, &connection, "1")
            .await
            .unwrap_or_else(|trouble| panic!("{trouble}"));
        assert_eq!(chart.patient.status, PartStatus::Ok);
    }
    assert_eq!(ehr.count("/r4"), 1);
}

#[tokio::test]
async fn refreshing_a_list_of_200_holds_at_most_16_requests_and_leaves_room_for_people() {
    const WORK: Duration = Duration::from_millis(40);
    let busy = Busy::default();
    let ehr = ward(true, WORK, busy.clone()).await;
    let (client, connection) = (Arc::new(local()), connection(&ehr.url("/r4")));
    chart(&client, &connection, "1").await.map(drop).unwrap();
    let start = Instant::now();
    let refreshes: Vec<_> = (0..200)
        .map(|_| {
            let (client, connection) = (Arc::clone(&client), connection.clone());
            tokio::spawn(async move {
                client
                    .chart(&connection, "1", Urgency::Refresh, jiff::Timestamp::now())
                    .await
                    .map(drop)
            })
        })
        .collect();
    tokio::time::sleep(WORK).await;
    let opened = Instant::now();
    chart(&client, &connection, "1").await.map(drop).unwrap();
    let opened = opened.elapsed();
    for refresh in refreshes {
        assert_eq!(refresh.await.unwrap(), Ok(()));
    }
    let whole = start.elapsed();
    assert!(busy.most() <= 16, "{}", busy.most());
    // Fourteen at once take 15 rounds; in turn, a person would have waited for all of them.
    assert!(
        opened < whole / 2,
        "a person waited {opened:?} of {whole:?}"
    );
}

/// An EHR whose vital signs go on for ever.
async fn endless_vital_signs(origin_of_next: Option<String>) -> Server {
    Server::start(move |seen| {
        let origin = origin_of_next.clone();
        async move {
            let here = format!("http://{}", seen.headers["host"].to_str().unwrap());
            let path = seen.path.trim_start_matches("/r4/");
            match path {
                "metadata" => capability(false, None),
                _ if path.starts_with("Observation") || path.starts_with("next/") => {
                    let page: usize = path.strip_prefix("next/").map_or(0, |page| page.parse().unwrap());
                    let next = format!("{}/r4/next/{}", origin.unwrap_or(here), page + 1);
                    fhir(&json!({
                        "resourceType": "Bundle", "type": "searchset", "link": [{"relation": "next", "url": next}],
                        "entry": [{"resource": {
                            "resourceType": "Observation", "id": format!("o{page}"), "status": "final", "subject": {"reference": "Patient/1"},
                            "category": [{"coding": [{"code": "vital-signs"}]}],
                            "code": {"coding": [{"system": "http://loinc.org", "code": "8867-4"}]},
                            "effectiveDateTime": "2026-11-24T10:00:00Z", "valueQuantity": {"value": 70}
                        }}]
                    }))
                }
                _ => fhir(&part_of_chart(path)),
            }
        }
    })
    .await
}

#[tokio::test]
async fn pages_are_read_up_to_the_limit_and_the_chart_says_that_there_are_more() {
    let ehr = endless_vital_signs(None).await;
    let limits = Settings {
        pages: 4,
        ..settings()
    };
    let chart = chart(
        &client(&["127.0.0.1"], limits),
        &connection(&ehr.url("/r4")),
        "1",
    )
    .await;
    let chart = chart.unwrap_or_else(|trouble| panic!("{trouble}"));
    assert_eq!(chart.vital_signs.items.len(), 4);
    let pages = ehr
        .seen()
        .into_iter()
        .filter(|seen| seen.path.contains("/next/"))
        .count();
    assert_eq!(pages, 3);
    let said = |kind| {
        chart
            .issues
            .iter()
            .any(|issue| issue.part == PartName::VitalSigns && issue.kind == kind)
    };
    assert!(said(IssueKind::Truncated));
}

#[tokio::test]
async fn a_next_link_to_where_nothing_is_allowed_is_not_followed_and_the_rest_stands() {
    let ehr = endless_vital_signs(Some("http://169.254.169.254".to_owned())).await;
    let chart = chart(&local(), &connection(&ehr.url("/r4")), "1")
        .await
        .unwrap_or_else(|trouble| panic!("{trouble}"));
    assert_eq!(chart.vital_signs.items.len(), 1);
    assert_eq!(chart.patient.status, PartStatus::Ok);
    assert!(
        chart
            .issues
            .iter()
            .any(|issue| issue.part == PartName::VitalSigns)
    );
}
