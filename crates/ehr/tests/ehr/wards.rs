//! Against the sandbox: a whole FHIR server in each version, with what can go wrong with one.

use crate::{by_id, chart, client, connection, local, settings};
use domain::chart::{Chart, IssueKind, PartName, PartStatus};
use ehr::{
    Algorithm, Auth, Client, Connection, EhrError, KeyPair, Secret, Settings, TokenCheck,
    Unreachable, Urgency,
};
use ehr_sandbox::{Fault, Options, Sandbox, Trouble, Version};
use fhir::search::Criteria;
use jiff::Timestamp;
use std::sync::Arc;
use std::time::{Duration, Instant};

async fn sandbox(options: Options) -> Sandbox {
    Sandbox::start(options).await.unwrap()
}

fn to(ehr: &Sandbox) -> Connection {
    connection(&ehr.url())
}

async fn read(client: &Client, connection: &Connection, patient: &str) -> Chart {
    chart(client, connection, patient)
        .await
        .unwrap_or_else(|trouble| panic!("{trouble}"))
}

fn statuses(chart: &Chart) -> [PartStatus; 7] {
    [
        chart.patient.status,
        chart.place.status,
        chart.vital_signs.status,
        chart.conditions.status,
        chart.allergies.status,
        chart.medications.status,
        chart.coverage.status,
    ]
}

const VERSIONS: [Version; 3] = [Version::Dstu2, Version::Stu3, Version::R4];

#[tokio::test]
async fn a_patient_is_found_and_their_chart_read_in_every_version_with_batch_and_without() {
    for version in VERSIONS {
        for batch in [true, false] {
            let ehr = sandbox(Options {
                version,
                batch,
                ..Options::default()
            })
            .await;
            let who = ehr.patients().swap_remove(1);
            let (client, connection) = (local(), to(&ehr));
            let criteria = Criteria {
                family: Some(who.family.clone()),
                given: who.given.first().cloned(),
                birth_date: Some(who.birth_date.to_string().parse().unwrap()),
                ..Criteria::default()
            };
            let found = client.search(&connection, &criteria, 10).await;
            let found = found.unwrap_or_else(|trouble| panic!("{version}: {trouble}"));
            assert_eq!(found.total, Some(1), "{version}");
            assert!(
                found
                    .patients
                    .first()
                    .is_some_and(|patient| patient.id == who.id),
                "{version}"
            );
            assert!(!found.has_more);

            ehr.reset_counts();
            let chart = read(&client, &connection, &who.id).await;
            assert_eq!(chart.patient.status, PartStatus::Ok, "{version}");
            assert_eq!(chart.vital_signs.status, PartStatus::Ok, "{version}");
            let place = chart
                .place
                .items
                .first()
                .and_then(|encounter| encounter.place.as_deref());
            assert!(place.is_some(), "{version}");
            for status in statuses(&chart) {
                assert!(
                    matches!(status, PartStatus::Ok | PartStatus::None),
                    "{version}: {:?}",
                    statuses(&chart)
                );
            }
            let counts = ehr.counts();
            assert_eq!(counts.of("batch"), u64::from(batch), "{version}");
            match batch {
                true => assert_eq!(
                    counts.of("read Patient") + counts.of("search Observation"),
                    0
                ),
                false => assert!(counts.most_at_once <= 6, "{}", counts.most_at_once),
            }
        }
    }
}

#[tokio::test]
async fn who_a_patient_is_can_be_read_alone() {
    let ehr = sandbox(Options::default()).await;
    let who = ehr.patients().swap_remove(0);
    let (client, connection) = (local(), to(&ehr));
    let patient = client.patient(&connection, &who.id).await;
    let patient = patient.unwrap_or_else(|trouble| panic!("{trouble}"));
    assert!(patient.identity.family.as_deref() == Some(who.family.as_str()));
    for nobody in ["nobody", "..", "1/../2", ""] {
        assert!(
            matches!(
                client.patient(&connection, nobody).await,
                Err(EhrError::NotFound)
            ),
            "{nobody}"
        );
        assert!(
            matches!(
                chart(&client, &connection, nobody).await,
                Err(EhrError::NotFound)
            ),
            "{nobody}"
        );
    }
}

#[tokio::test]
async fn with_a_token_at_hand_opening_a_chart_is_one_round_trip() {
    let ehr = sandbox(Options {
        auth: ehr_sandbox::Auth::ClientCredentials {
            client_id: "patients".to_owned(),
            client_secret: "s".to_owned(),
            scope: "tenant-7".to_owned(),
        },
        ..Options::default()
    })
    .await;
    let connection = Connection {
        auth: credentials("s"),
        ..to(&ehr)
    };
    let client = local();
    let ids: Vec<String> = ehr
        .patients()
        .into_iter()
        .map(|patient| patient.id)
        .collect();
    read(&client, &connection, &ids[0]).await;
    ehr.reset_counts();
    // Some beds are named by reference only: the record brings their names along.
    for id in &ids[1..6] {
        let chart = read(&client, &connection, id).await;
        assert!(chart.place.items[0].place.is_some(), "{id}");
    }
    let counts = ehr.counts();
    assert_eq!((counts.of("batch"), counts.total), (5, 5), "{counts:?}");
}

#[tokio::test]
async fn where_a_server_brings_nothing_along_the_names_of_beds_are_kept_from_the_first_time() {
    for version in VERSIONS {
        let ehr = sandbox(Options {
            version,
            ..Options::default()
        })
        .await;
        ehr.faults().set(Fault::new(Trouble::NoInclude));
        let (client, connection) = (local(), to(&ehr));
        let id = ehr.patients().swap_remove(1).id;
        for asked in [1, 0] {
            ehr.reset_counts();
            let chart = read(&client, &connection, &id).await;
            assert!(chart.place.items[0].place.is_some(), "{version}");
            let counts = ehr.counts();
            assert_eq!(counts.of("read Location"), asked, "{version}: {counts:?}");
        }
    }
}

fn credentials(secret: &str) -> Auth {
    Auth::ClientCredentials {
        client_id: "patients".to_owned(),
        client_secret: Secret::new(secret.to_owned()),
        scope: Some("tenant-7".to_owned()),
    }
}

#[tokio::test]
async fn a_secret_is_replaced_and_an_expired_token_renewed_without_anybody_noticing() {
    let guarded = |secret: &str| ehr_sandbox::Auth::ClientCredentials {
        client_id: "patients".to_owned(),
        client_secret: secret.to_owned(),
        scope: "tenant-7".to_owned(),
    };
    for no_extension in [false, true] {
        let ehr = sandbox(Options {
            auth: guarded("old"),
            ..Options::default()
        })
        .await;
        if no_extension {
            ehr.faults().set(Fault::new(Trouble::NoOauthExtension));
        }
        let id = ehr.patients().swap_remove(0).id;
        let client = local();
        let mut connection = Connection {
            auth: credentials("old"),
            ..to(&ehr)
        };
        for _ in 0..3 {
            read(&client, &connection, &id).await;
        }
        assert_eq!(ehr.counts().of("token"), 1);
        ehr.faults().set(Fault::new(Trouble::ExpiredToken));
        read(&client, &connection, &id).await;
        assert_eq!(ehr.counts().of("token"), 2);

        ehr.set_auth(guarded("new"));
        read(&client, &connection, &id).await;
        connection.auth = credentials("new");
        connection.revision = 2;
        read(&client, &connection, &id).await;
        assert_eq!(ehr.counts().of("token"), 3);
        let wrong = client.probe(&ehr.url(), &credentials("old")).await.unwrap();
        assert!(matches!(
            wrong.token,
            TokenCheck::Refused(EhrError::AuthenticationFailed { .. })
        ));
    }
}

#[tokio::test]
async fn our_keys_are_taken_by_a_server_that_knows_their_public_half() {
    for algorithm in [Algorithm::Es384, Algorithm::Rs384] {
        let key = Arc::new(KeyPair::generate(algorithm).unwrap());
        let jwks = serde_json::json!({"keys": [key.public_jwk()]});
        let ehr = sandbox(Options {
            auth: ehr_sandbox::Auth::PrivateKeyJwt {
                client_id: "patients".to_owned(),
                jwks,
                scope: "system/*.rs".to_owned(),
            },
            ..Options::default()
        })
        .await;
        let ours = |key| Auth::PrivateKeyJwt {
            client_id: "patients".to_owned(),
            scope: Some("system/*.rs".to_owned()),
            key,
        };
        let found = local().probe(&ehr.url(), &ours(key)).await.unwrap();
        assert_eq!(found.token, TokenCheck::Given, "{algorithm:?}");
        let other = Arc::new(KeyPair::generate(algorithm).unwrap());
        let found = local().probe(&ehr.url(), &ours(other)).await.unwrap();
        assert!(
            matches!(
                found.token,
                TokenCheck::Refused(EhrError::AuthenticationFailed { .. })
            ),
            "{:?}",
            found.token
        );
    }
}

#[tokio::test]
async fn probing_says_what_a_server_is_and_what_is_missing() {
    for version in VERSIONS {
        let ehr = sandbox(Options {
            version,
            ..Options::default()
        })
        .await;
        ehr.faults().set(
            Fault::new(Trouble::MissingResource)
                .on("Coverage")
                .on("AllergyIntolerance"),
        );
        let found = local().probe(&ehr.url(), &Auth::None).await.unwrap();
        assert!(found.capability.software.is_some(), "{version}");
        assert!(found.capability.batch);
        assert_eq!(found.token, TokenCheck::NotTried);
        let missing: Vec<PartName> = found
            .capability
            .missing()
            .into_iter()
            .map(|missing| missing.part)
            .collect();
        assert_eq!(
            missing,
            [PartName::Allergies, PartName::Coverage],
            "{version}"
        );

        let id = ehr.patients().swap_remove(0).id;
        let chart = read(&local(), &to(&ehr), &id).await;
        assert_eq!(chart.coverage.status, PartStatus::NotSupported, "{version}");
        assert_eq!(
            chart.allergies.status,
            PartStatus::NotSupported,
            "{version}"
        );
        assert_eq!(chart.vital_signs.status, PartStatus::Ok, "{version}");
    }
    let ehr = sandbox(Options::default()).await;
    ehr.faults().set(Fault::new(Trouble::UnknownVersion));
    let refused = local().probe(&ehr.url(), &Auth::None).await.unwrap_err();
    assert!(
        matches!(refused, EhrError::UnsupportedVersion { .. }),
        "{refused}"
    );
}

/// What a fault at every request comes to.
#[tokio::test]
async fn each_fault_is_told_apart_and_over_when_it_is_over() {
    let broken = EhrError::Unreachable {
        why: Unreachable::Connection,
    };
    let cases = [
        (Trouble::Slow { ms: 30_000 }, EhrError::TooSlow),
        (Trouble::Hang, EhrError::TooSlow),
        (Trouble::Refuse, broken.clone()),
        (
            Trouble::TooManyRequests { retry_after: 3 },
            EhrError::RateLimited {
                retry_after: Duration::from_secs(3),
            },
        ),
        (Trouble::CutBody, broken),
        (Trouble::WrongContentType, EhrError::NotFhir),
        (Trouble::HugeBody { megabytes: 100 }, EhrError::TooLarge),
        (Trouble::HtmlPage, EhrError::NotFhir),
    ];
    let whole: Vec<_> = cases
        .into_iter()
        .map(|(trouble, error)| {
            tokio::spawn(async move {
                let ehr = sandbox(Options::default()).await;
                let id = ehr.patients().swap_remove(0).id;
                let limits = Settings {
                    time: Duration::from_secs(5),
                    ..settings()
                };
                let (client, connection) = (client(&["127.0.0.1"], limits), to(&ehr));
                read(&client, &connection, &id).await;
                let name = format!("{trouble:?}");
                ehr.faults().set(Fault::new(trouble));
                let start = Instant::now();
                let result = chart(&client, &connection, &id).await.map(|_| ());
                assert_eq!(result, Err(error), "{name}");
                assert!(
                    start.elapsed() < Duration::from_secs(10),
                    "{name}: {:?}",
                    start.elapsed()
                );
                ehr.faults().clear();
                let back = Instant::now();
                while chart(&client, &connection, &id).await.is_err() {
                    assert!(back.elapsed() < Duration::from_secs(40), "{name}");
                    tokio::time::sleep(Duration::from_millis(200)).await;
                }
            })
        })
        .collect();
    for case in whole {
        case.await.unwrap();
    }
}

#[tokio::test]
async fn a_part_that_fails_or_is_refused_says_so_and_the_rest_stands() {
    for batch in [true, false] {
        let ehr = sandbox(Options {
            batch,
            ..Options::default()
        })
        .await;
        let id = ehr.patients().swap_remove(0).id;
        ehr.faults()
            .set(Fault::new(Trouble::Status { status: 403 }).on("Condition"));
        ehr.faults()
            .set(Fault::new(Trouble::Status { status: 500 }).on("Coverage"));
        let chart = read(&local(), &to(&ehr), &id).await;
        assert_eq!(
            chart.conditions.status,
            PartStatus::NotPermitted,
            "batch: {batch}"
        );
        assert_eq!(chart.coverage.status, PartStatus::Failed, "batch: {batch}");
        assert_eq!(chart.patient.status, PartStatus::Ok, "batch: {batch}");
        assert_eq!(chart.vital_signs.status, PartStatus::Ok, "batch: {batch}");
    }
}

#[tokio::test]
async fn a_server_that_ignores_what_is_asked_shows_nobody_else() {
    let ehr = sandbox(Options::default()).await;
    let who = ehr.patients().swap_remove(2);
    ehr.faults().set(Fault::new(Trouble::IgnoredFilter));
    ehr.faults().set(Fault::new(Trouble::IgnoredSort));
    let (client, connection) = (local(), to(&ehr));
    let found = client.search(&connection, &by_id(&who.id), 5).await;
    let found = found.unwrap_or_else(|trouble| panic!("{trouble}"));
    assert!(found.patients.iter().all(|patient| patient.id == who.id));
    assert!(
        found
            .issues
            .iter()
            .any(|issue| issue.kind == IssueKind::OtherPatient)
    );
    let chart = read(&client, &connection, &who.id).await;
    assert!(
        chart
            .issues
            .iter()
            .any(|issue| issue.kind == IssueKind::OtherPatient)
    );
    assert!(
        chart
            .patient
            .items
            .iter()
            .all(|patient| patient.id == who.id)
    );
}

#[tokio::test]
async fn a_server_without_post_search_is_asked_by_get_and_endless_pages_end() {
    let ehr = sandbox(Options::default()).await;
    let who = ehr.patients().swap_remove(2);
    ehr.faults().set(Fault::new(Trouble::NoPostSearch));
    ehr.faults().set(Fault::new(Trouble::EndlessNext));
    let limits = Settings {
        pages: 3,
        ..settings()
    };
    let (client, connection) = (client(&["127.0.0.1"], limits), to(&ehr));
    for _ in 0..2 {
        let found = client.search(&connection, &by_id(&who.id), 5).await;
        let found = found.unwrap_or_else(|trouble| panic!("{trouble}"));
        assert_eq!(found.patients.len(), 1);
    }
    let chart = read(&client, &connection, &who.id).await;
    assert_eq!(chart.patient.status, PartStatus::Ok);
}

#[tokio::test]
async fn refreshing_a_list_keeps_the_ehr_busy_but_never_with_more_than_sixteen() {
    const DELAY: Duration = Duration::from_millis(100);
    let ehr = sandbox(Options {
        delay: DELAY,
        patients: 200,
        ..Options::default()
    })
    .await;
    let ids: Vec<String> = ehr
        .patients()
        .into_iter()
        .map(|patient| patient.id)
        .collect();
    let (client, connection) = (Arc::new(local()), to(&ehr));
    read(&client, &connection, &ids[0]).await;
    ehr.reset_counts();
    let charts: Vec<_> = ids
        .into_iter()
        .map(|id| {
            let (client, connection) = (Arc::clone(&client), connection.clone());
            tokio::spawn(async move {
                client
                    .chart(&connection, &id, Urgency::Refresh, Timestamp::now())
                    .await
                    .map(drop)
            })
        })
        .collect();
    for chart in charts {
        assert_eq!(chart.await.unwrap(), Ok(()));
    }
    let counts = ehr.counts();
    assert_eq!(counts.of("batch"), 200);
    assert!(
        (10..=16).contains(&counts.most_at_once),
        "{}",
        counts.most_at_once
    );
}
