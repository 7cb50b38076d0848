//! A record that misbehaves while a list is edited: the list goes on, the chart says what is wrong, and it is read again once that is over.

use crate::support::{Asking, Recorded};
use ehr::Settings;
use ehr_sandbox::{Fault, Trouble};
use jiff::SignedDuration;
use serde_json::{Value, json};
use service::ehr::Pace;
use std::time::{Duration, Instant};

/// How soon a chart is read again after the record is well (issue 3, point 5).
const RECOVERY: Duration = Duration::from_secs(60);

/// What the chart says during a fault.
enum Says {
    /// Nothing: the client gets by.
    AllWell,
    /// The last chart, and that the record cannot be asked for one of these reasons.
    Problem(&'static [&'static str]),
    /// The chart, with this issue.
    Issue(&'static str),
    /// The chart, with a part that has this status.
    Part(&'static str, &'static str),
}

/// Every look asks the record, lists do so each second, and a person waits 2 seconds at most.
fn impatient() -> Asking {
    let second = SignedDuration::from_secs(1);
    Asking {
        pace: Pace {
            fresh: SignedDuration::ZERO,
            read_every: second,
            retried_after: second,
        },
        settings: Settings {
            time: Duration::from_secs(2),
            bytes: 2 * 1024 * 1024,
            capability_kept: Duration::ZERO,
            ..Settings::default()
        },
    }
}

async fn suffer(fault: Fault, says: Says) {
    let mut recorded = Recorded::begin_asking(impatient()).await;
    let patient = recorded.add("p003").await;
    recorded.bind(&["vital_signs", "allergies"]).await;
    let mut nina = recorded.ward.sign_in("nina").await;
    let mut live = recorded.ward.connect(&nina).await;
    live.open(&recorded.ward.list, None).await;
    recorded
        .hear_state(&mut live, |state| !state["as_of"].is_null())
        .await;
    let path = recorded.chart_path(&patient);
    let before = nina.get(&path).await.ok();
    assert_eq!(before["problem"], Value::Null);

    recorded.record.faults().set(fault.clone());
    // While a chart is asked for, and rounds of the open list go on, edits are acknowledged and reach everybody.
    let mut reader = nina.again();
    let asked = tokio::spawn(async move { reader.get(&path).await });
    let mut edits = 0;
    while edits < 20 || !asked.is_finished() {
        let text = format!("edit {edits}");
        recorded
            .ward
            .set(&mut nina, &patient, "Diagnosis", json!(text))
            .await;
        loop {
            let changes = live.changes().await;
            if changes
                .iter()
                .any(|change| change["value"] == text.as_str())
            {
                break;
            }
        }
        edits += 1;
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    let chart = asked.await.unwrap().ok();
    match says {
        Says::AllWell => assert_eq!(chart["problem"], Value::Null, "{fault:?}"),
        Says::Problem(codes) => {
            let code = chart["problem"]["code"].as_str().unwrap();
            assert!(codes.contains(&code), "{fault:?}: {code}");
            // With its age, and as it was.
            assert!(chart["as_of"].as_str() >= before["as_of"].as_str());
            assert_eq!(chart["allergies"], before["allergies"]);
        }
        Says::Issue(kind) => {
            assert_eq!(chart["problem"], Value::Null, "{fault:?}");
            let mut issues = chart["issues"].as_array().unwrap().iter();
            assert!(
                issues.any(|issue| issue["kind"] == kind),
                "{}",
                chart["issues"]
            );
        }
        Says::Part(part, status) => {
            assert_eq!(chart["problem"], Value::Null, "{fault:?}");
            assert_eq!(chart[part]["status"], status, "{fault:?}");
        }
    }

    recorded.record.faults().clear();
    let begun = Instant::now();
    let path = recorded.chart_path(&patient);
    loop {
        let chart = nina.get(&path).await.ok();
        let is_whole = chart["problem"].is_null() && chart["vital_signs"]["status"] == "ok";
        if is_whole && chart["allergies"] == before["allergies"] {
            break;
        }
        assert!(
            begun.elapsed() < RECOVERY,
            "{fault:?}: {}",
            chart["problem"]
        );
        tokio::time::sleep(Duration::from_millis(200)).await;
    }
    recorded
        .hear_state(&mut live, |state| state["problem"].is_null())
        .await;
    assert!(begun.elapsed() < RECOVERY, "{fault:?}");
}

#[tokio::test]
async fn slow() {
    suffer(
        Fault::new(Trouble::Slow { ms: 60_000 }),
        Says::Problem(&["too_slow"]),
    )
    .await;
}

#[tokio::test]
async fn silent() {
    suffer(Fault::new(Trouble::Hang), Says::Problem(&["too_slow"])).await;
}

#[tokio::test]
async fn asking_us_to_wait() {
    let fault = Fault::new(Trouble::TooManyRequests { retry_after: 3 });
    suffer(fault, Says::Problem(&["rate_limited"])).await;
}

#[tokio::test]
async fn failing() {
    suffer(
        Fault::new(Trouble::Status { status: 500 }),
        Says::Problem(&["server_error"]),
    )
    .await;
}

#[tokio::test]
async fn breaking_off_in_the_middle() {
    suffer(
        Fault::new(Trouble::CutBody),
        Says::Problem(&["unreachable", "away"]),
    )
    .await;
}

#[tokio::test]
async fn naming_another_content_type() {
    suffer(
        Fault::new(Trouble::WrongContentType),
        Says::Problem(&["not_fhir"]),
    )
    .await;
}

#[tokio::test]
async fn turning_pages_for_ever() {
    suffer(Fault::new(Trouble::EndlessNext), Says::Issue("truncated")).await;
}

#[tokio::test]
async fn answering_a_hundred_megabytes() {
    let fault = Fault::new(Trouble::HugeBody { megabytes: 100 });
    suffer(fault, Says::Problem(&["too_large"])).await;
}

#[tokio::test]
async fn sending_a_sign_in_page() {
    suffer(Fault::new(Trouble::HtmlPage), Says::Problem(&["not_fhir"])).await;
}

#[tokio::test]
async fn forgetting_the_tokens_it_gave() {
    suffer(Fault::new(Trouble::ExpiredToken), Says::AllWell).await;
}

/// What it said before holds for a connected team; who connects anew is told (`connecting.rs`), and so is everybody after a restart.
#[tokio::test]
async fn speaking_a_version_that_nobody_knows() {
    suffer(Fault::new(Trouble::UnknownVersion), Says::AllWell).await;
    let mut recorded = Recorded::begin_asking(impatient()).await;
    let patient = recorded.add("p003").await;
    let path = recorded.chart_path(&patient);
    let before = recorded.ward.olga.get(&path).await.ok();
    recorded
        .record
        .faults()
        .set(Fault::new(Trouble::UnknownVersion));
    recorded.ward = recorded.ward.restart().await;
    let chart = recorded.ward.olga.get(&path).await.ok();
    assert_eq!(
        chart["problem"],
        json!({"code": "unsupported_version", "said": "9.9.9"})
    );
    assert_eq!(chart["as_of"], before["as_of"]);
}

#[tokio::test]
async fn taking_resources_away() {
    suffer(
        Fault::new(Trouble::MissingResource),
        Says::Part("vital_signs", "not_supported"),
    )
    .await;
}
