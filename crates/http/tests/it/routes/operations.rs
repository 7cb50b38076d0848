use crate::support::{Api, Server, Ward};
use serde_json::json;

#[tokio::test]
async fn health_readiness_and_counters_need_no_session() {
    let server = Server::start().await;
    let mut api = Api::anonymous(&server.address);
    assert_eq!(api.get("/healthz").await.text(), "ok");
    assert_eq!(api.get("/readyz").await.text(), "ready");
    api.get("/api/me").await;
    let metrics = api.get("/metrics").await;
    assert_eq!(metrics.status, 200);
    let lines = metrics.text();
    assert!(
        lines.contains("patients_http_responses_total{class=\"2xx\"} 2\n")
            && lines.contains("patients_http_responses_total{class=\"4xx\"} 1\n")
            && lines.contains("patients_live_connections 0\n"),
        "{lines}"
    );
}

#[tokio::test]
async fn open_connections_are_counted_while_they_last() {
    let ward = Ward::begin().await;
    let mut live = ward.connect(&ward.olga).await;
    live.open(&ward.list, None).await;
    let mut api = Api::anonymous(ward.address());
    let open = "patients_live_connections 1\n";
    assert!(api.get("/metrics").await.text().contains(open));
    live.leave().await;
    for _ in 0..100 {
        if !api.get("/metrics").await.text().contains(open) {
            return;
        }
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    panic!("a connection that is over is still counted");
}

#[tokio::test]
async fn what_is_no_route_says_so_in_problem_details() {
    let server = Server::start().await;
    let mut api = Api::anonymous(&server.address);
    let missing = api.get("/api/nothing").await;
    assert_eq!(missing.refusal(), (404, "no_such_route".to_owned()));
    assert_eq!(missing.json()["type"], "urn:patients:problem:no_such_route");
    assert_eq!(missing.json()["title"], "no such route");
    let wrong = api.post("/api/me", &json!({})).await;
    assert_eq!(wrong.refusal(), (405, "wrong_method".to_owned()));
    let wrong = api.delete("/healthz").await;
    assert_eq!(wrong.status, 405);
}
