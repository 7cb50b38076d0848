use super::passkeys;
use crate::support::{Api, PASSWORD, Ward};
use domain::audit::Operation;
use serde_json::json;

#[tokio::test]
async fn an_administrator_ends_somebodys_sessions_and_removes_their_lost_factors() {
    let ward = Ward::begin().await;
    let mut nina = ward.sign_in("nina").await;
    passkeys::add(&mut nina, "Lost").await;
    let pin = json!({"pin": "271828", "password": PASSWORD});
    assert_eq!(nina.put("/api/me/pin", &pin).await.status, 204);
    let path = |what: &str| format!("/api/organization/users/{}/{what}", ward.id("nina"));
    let mut ada = ward.sign_in("ada").await;
    let mut paul = ward.sign_in("paul").await;
    for what in ["sessions", "factors"] {
        assert_eq!(paul.delete(&path(what)).await.refusal().0, 403);
        let nobody = format!("/api/organization/users/{}/{what}", ward.team);
        assert_eq!(ada.delete(&nobody).await.refusal().0, 404);
    }
    assert_eq!(ada.delete(&path("sessions")).await.status, 204);
    assert_eq!(nina.get("/api/me").await.status, 401);
    let mut nina = Api::sign_in(ward.address(), "nina", PASSWORD).await;
    assert_eq!(ada.delete(&path("factors")).await.status, 204);
    assert_eq!(nina.get("/api/me").await.status, 401);
    let mut nina = Api::sign_in(ward.address(), "nina", PASSWORD).await;
    let factors = nina.get("/api/me/factors").await.ok();
    assert_eq!(
        (&factors["pin"], &factors["passkeys"]),
        (&json!(false), &json!([]))
    );
    let operations = ward.operations().await;
    for operation in [Operation::UserSessionsEnd, Operation::UserFactorsRemove] {
        assert!(operations.contains(&operation), "{operation:?}");
    }
}
