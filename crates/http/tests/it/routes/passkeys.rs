use crate::support::authenticator::{Device, ORIGIN};
use crate::support::{Answer, Api, PASSWORD, Ward};
use domain::audit::Operation;
use serde_json::{Value, json};

/// Adds a passkey to somebody's account.
pub async fn add(api: &mut Api, name: &str) -> Device {
    let begun = begin(api).await;
    let (device, credential) = Device::make(&begun["options"]);
    let body = json!({"challenge": begun["challenge"], "name": name, "credential": credential});
    let added = api.post("/api/me/passkeys", &body).await;
    assert_eq!(added.status, 204, "{}", added.text());
    device
}

async fn begin(api: &mut Api) -> Value {
    let confirmation = json!({"password": PASSWORD});
    api.post("/api/me/passkeys/challenge", &confirmation)
        .await
        .ok()
}

/// Signs in by what a device answers.
async fn sign_in(api: &mut Api, device: &Device) -> Answer {
    let asked = api
        .post("/api/session/passkey/challenge", &json!({}))
        .await
        .ok();
    // No passkey is named: the answer is the same whoever asks, so that it tells nothing of anybody.
    assert_eq!(asked["options"]["allowCredentials"], json!([]));
    assert_eq!(asked["options"]["rpId"], "patients.example");
    let credential = device.answer_to(&asked["options"]);
    let body = json!({"challenge": asked["challenge"], "credential": credential});
    api.post("/api/session/passkey", &body).await
}

#[tokio::test]
async fn somebody_signs_in_by_a_passkey_alone_until_it_is_removed() {
    let ward = Ward::begin().await;
    let mut nina = ward.sign_in("nina").await;
    let device = add(&mut nina, " My telephone ").await;
    let mut api = Api::anonymous(ward.address());
    let answer = sign_in(&mut api, &device).await.ok();
    api.token = Some(answer["token"].as_str().unwrap().to_owned());
    assert_eq!(api.get("/api/me").await.ok()["user"], "nina");
    let factors = nina.get("/api/me/factors").await.ok();
    assert_eq!(factors["passkey_origin"], ORIGIN);
    let passkey = &factors["passkeys"][0];
    assert_eq!(passkey["name"], "My telephone");
    assert!(passkey["used"].is_string(), "{passkey}");
    let path = format!("/api/me/passkeys/{}", passkey["id"].as_str().unwrap());
    // Somebody else's are not theirs to remove.
    let mut paul = ward.sign_in("paul").await;
    assert_eq!(paul.delete(&path).await.refusal().0, 404);
    assert_eq!(nina.delete(&path).await.status, 204);
    assert_eq!(nina.delete(&path).await.refusal().0, 404);
    let refused = sign_in(&mut api, &device).await;
    assert_eq!(refused.refusal(), (401, "wrong_second_factor".to_owned()));
    let operations = ward.operations().await;
    for operation in [Operation::UserPasskeyAdd, Operation::UserPasskeyRemove] {
        assert!(operations.contains(&operation), "{operation:?}");
    }
}

#[tokio::test]
async fn an_answer_from_elsewhere_or_without_a_finger_or_to_another_question_does_not_do() {
    let ward = Ward::begin().await;
    let mut nina = ward.sign_in("nina").await;
    let mut device = add(&mut nina, "Mine").await;
    let mut api = Api::anonymous(ward.address());
    device.origin = "https://patients.example.evil.example".to_owned();
    assert_eq!(sign_in(&mut api, &device).await.status, 401);
    device.origin = ORIGIN.to_owned();
    device.verifies = false;
    assert_eq!(sign_in(&mut api, &device).await.status, 401);
    device.verifies = true;
    let challenge = "/api/session/passkey/challenge";
    let first = api.post(challenge, &json!({})).await.ok();
    let second = api.post(challenge, &json!({})).await.ok();
    let body = json!({"challenge": second["challenge"], "credential": device.answer_to(&first["options"])});
    let refused = api.post("/api/session/passkey", &body).await;
    assert_eq!(refused.refusal(), (401, "wrong_second_factor".to_owned()));
    // The same answer twice: the second time nothing was asked.
    let body =
        json!({"challenge": first["challenge"], "credential": device.answer_to(&first["options"])});
    assert_eq!(api.post("/api/session/passkey", &body).await.status, 200);
    let again = api.post("/api/session/passkey", &body).await;
    assert_eq!(again.refusal(), (401, "sign_in_not_begun".to_owned()));
    for credential in [json!(null), json!({}), json!({"id": 1})] {
        let asked = api.post(challenge, &json!({})).await.ok();
        let body = json!({"challenge": asked["challenge"], "credential": credential});
        let refused = api.post("/api/session/passkey", &body).await;
        assert_eq!(refused.refusal(), (401, "wrong_second_factor".to_owned()));
    }
}

#[tokio::test]
async fn a_closed_account_is_not_opened_by_a_passkey() {
    let ward = Ward::begin().await;
    let mut nina = ward.sign_in("nina").await;
    let device = add(&mut nina, "Mine").await;
    let mut ada = ward.sign_in("ada").await;
    let disable = json!({"type": "disable_user", "user": ward.id("nina")});
    ada.administer(disable).await.ok();
    let mut api = Api::anonymous(ward.address());
    let refused = sign_in(&mut api, &device).await;
    assert_eq!(refused.refusal(), (401, "wrong_second_factor".to_owned()));
}

#[tokio::test]
async fn a_passkey_is_added_by_who_knows_the_password_and_begun_it_themselves() {
    let ward = Ward::begin().await;
    let mut nina = ward.sign_in("nina").await;
    let wrong = json!({"password": "not the password"});
    let refused = nina.post("/api/me/passkeys/challenge", &wrong).await;
    assert_eq!(refused.refusal(), (422, "wrong_password".to_owned()));
    let begun = begin(&mut nina).await;
    assert_eq!(
        begun["options"]["authenticatorSelection"]["residentKey"],
        "preferred"
    );
    let (_, credential) = Device::make(&begun["options"]);
    let body = |name: &str| json!({"challenge": begun["challenge"], "name": name, "credential": credential});
    for name in ["", " ", "a\nb", &"x".repeat(61)] {
        let refused = nina.post("/api/me/passkeys", &body(name)).await;
        assert_eq!(
            refused.refusal(),
            (422, "passkey_name".to_owned()),
            "{name:?}"
        );
    }
    let mut paul = ward.sign_in("paul").await;
    let stolen = paul.post("/api/me/passkeys", &body("Mine now")).await;
    assert_eq!(stolen.refusal(), (422, "passkey_not_begun".to_owned()));
}
