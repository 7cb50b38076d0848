//! An EHR that misbehaves, and recovers.

use crate::server::{self, Server, capability, nobody};
use crate::{ask, chart, client, connection, local, settings};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use ehr::{EhrError, Settings, Unreachable};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

type Answering = Arc<Mutex<Box<dyn Fn() -> Response + Send>>>;

/// An EHR whose searches answer as is set, at first with nobody.
async fn moody() -> (Server, Answering) {
    let answering: Answering = Arc::new(Mutex::new(Box::new(nobody)));
    let held = Arc::clone(&answering);
    let server = Server::start(move |seen| {
        let held = Arc::clone(&held);
        async move {
            match seen.path.as_str() {
                "/r4/metadata" => capability(true, None),
                "/r4/Patient/_search" | "/r4" => held.lock().unwrap()(),
                _ => server::status(404),
            }
        }
    })
    .await;
    (server, answering)
}

fn set(answering: &Answering, answer: impl Fn() -> Response + Send + 'static) {
    *answering.lock().unwrap() = Box::new(answer);
}

const SEARCH: &str = "/r4/Patient/_search";

/// What an EHR answers, what that means, and how often it is asked.
type Case = (fn() -> Response, EhrError, usize);

#[tokio::test]
async fn what_is_wrong_is_told_apart() {
    let cases: [Case; 9] = [
        (
            || server::status(500),
            EhrError::ServerError { status: 500 },
            1,
        ),
        (
            || server::status(502),
            EhrError::ServerError { status: 502 },
            3,
        ),
        (
            || server::status(400),
            EhrError::ServerError { status: 400 },
            1,
        ),
        (|| server::status(403), EhrError::NotPermitted, 1),
        (|| server::status(404), EhrError::NotFound, 1),
        (
            || server::status(401),
            EhrError::AuthenticationFailed { said: None },
            1,
        ),
        (
            || axum::response::Html("<h1>Maintenance</h1>").into_response(),
            EhrError::NotFhir,
            1,
        ),
        (
            server::cut,
            EhrError::Unreachable {
                why: Unreachable::Connection,
            },
            3,
        ),
        (
            || {
                (
                    [(header::CONTENT_TYPE, "application/fhir+json")],
                    "{\"resourceType\":\"Bun",
                )
                    .into_response()
            },
            EhrError::NotFhir,
            1,
        ),
    ];
    for (answer, trouble, requests) in cases {
        let (ehr, answering) = moody().await;
        set(&answering, answer);
        assert_eq!(
            ask(&local(), &connection(&ehr.url("/r4"))).await,
            Err(trouble.clone())
        );
        assert_eq!(ehr.count(SEARCH), requests, "{trouble}");
    }
}

#[tokio::test]
async fn a_passing_failure_is_not_seen() {
    let (ehr, answering) = moody().await;
    let failures = Arc::new(Mutex::new(0));
    set(&answering, move || {
        let mut failures = failures.lock().unwrap();
        *failures += 1;
        match *failures {
            1 => server::status(503),
            2 => server::cut(),
            _ => nobody(),
        }
    });
    assert_eq!(ask(&local(), &connection(&ehr.url("/r4"))).await, Ok(()));
    assert_eq!(ehr.count(SEARCH), 3);
}

#[tokio::test]
async fn a_slow_answer_ends_at_the_deadline() {
    let ehr = Server::start(|seen| async move {
        if seen.path != "/r4/metadata" {
            tokio::time::sleep(Duration::from_secs(60)).await;
        }
        capability(true, None)
    })
    .await;
    let limits = Settings {
        time: Duration::from_millis(500),
        ..settings()
    };
    let client = client(&["127.0.0.1"], limits);
    let connection = connection(&ehr.url("/r4"));
    let start = Instant::now();
    assert_eq!(ask(&client, &connection).await, Err(EhrError::TooSlow));
    assert!(matches!(
        chart(&client, &connection, "1").await,
        Err(EhrError::TooSlow)
    ));
    assert!(
        start.elapsed() < Duration::from_secs(3),
        "{:?}",
        start.elapsed()
    );
}

fn limited(seconds: &'static str) -> Response {
    (
        StatusCode::TOO_MANY_REQUESTS,
        [(header::RETRY_AFTER, seconds)],
    )
        .into_response()
}

#[tokio::test]
async fn a_short_retry_after_is_waited_for() {
    let (ehr, answering) = moody().await;
    let first = Mutex::new(true);
    set(&answering, move || {
        match std::mem::take(&mut *first.lock().unwrap()) {
            true => limited("1"),
            false => nobody(),
        }
    });
    let start = Instant::now();
    assert_eq!(ask(&local(), &connection(&ehr.url("/r4"))).await, Ok(()));
    assert!(
        start.elapsed() >= Duration::from_secs(1),
        "{:?}",
        start.elapsed()
    );
    assert_eq!(ehr.count(SEARCH), 2);
}

#[tokio::test]
async fn a_long_retry_after_is_said_and_kept_but_never_for_more_than_half_a_minute() {
    for (seconds, kept) in [("20", 20), ("86400", 30)] {
        let (ehr, answering) = moody().await;
        set(&answering, move || limited(seconds));
        let (client, connection) = (local(), connection(&ehr.url("/r4")));
        assert_eq!(
            ask(&client, &connection).await,
            Err(EhrError::RateLimited {
                retry_after: Duration::from_secs(kept)
            })
        );
        set(&answering, nobody);
        assert!(matches!(
            ask(&client, &connection).await,
            Err(EhrError::RateLimited { .. })
        ));
        assert_eq!(ehr.count(SEARCH), 1, "it asked to be left alone");
    }
}

#[tokio::test]
async fn an_ehr_that_fails_is_left_alone_and_used_again_once_it_is_back() {
    let (ehr, answering) = moody().await;
    let (client, connection) = (local(), connection(&ehr.url("/r4")));
    assert_eq!(ask(&client, &connection).await, Ok(()));
    set(&answering, || server::status(500));
    for _ in 0..5 {
        assert_eq!(
            ask(&client, &connection).await,
            Err(EhrError::ServerError { status: 500 })
        );
    }
    let asked = ehr.count(SEARCH);
    for _ in 0..20 {
        assert!(matches!(
            ask(&client, &connection).await,
            Err(EhrError::Unavailable { .. })
        ));
    }
    assert_eq!(ehr.count(SEARCH), asked, "nothing is sent meanwhile");

    set(&answering, nobody);
    let back = Instant::now();
    while ask(&client, &connection).await.is_err() {
        assert!(back.elapsed() < Duration::from_secs(30));
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    assert_eq!(ask(&client, &connection).await, Ok(()));
}

#[tokio::test]
async fn the_trouble_of_one_connection_is_not_that_of_another() {
    let (ehr, answering) = moody().await;
    let client = local();
    let mine = connection(&ehr.url("/r4"));
    set(&answering, || server::status(500));
    for _ in 0..5 {
        assert!(ask(&client, &mine).await.is_err());
    }
    set(&answering, nobody);
    assert!(matches!(
        ask(&client, &mine).await,
        Err(EhrError::Unavailable { .. })
    ));
    let mut other = mine.clone();
    other.id = "other".to_owned();
    assert_eq!(ask(&client, &other).await, Ok(()));
    let mut replaced = mine;
    replaced.revision = 2;
    assert_eq!(
        ask(&client, &replaced).await,
        Ok(()),
        "what is set anew starts afresh"
    );
}
