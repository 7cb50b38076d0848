use crate::support::authenticator::{Device, code};
use crate::support::{Answer, Api, PASSWORD, Ward};
use domain::audit::Operation;
use serde_json::{Value, json};

/// Turns two-step sign-in on: the app's secret, and the recovery codes.
async fn turn_on(api: &mut Api) -> (String, Vec<String>) {
    let begun = api
        .post("/api/me/two-steps", &json!({"password": PASSWORD}))
        .await
        .ok();
    let secret = begun["secret"].as_str().unwrap().to_owned();
    assert!(begun["uri"].as_str().unwrap().contains(&secret));
    assert!(begun["qr"]["path"].as_str().unwrap().starts_with("M0 0h1"));
    let confirmation = json!({"code": code(&secret, 0)});
    let codes = api
        .post("/api/me/two-steps/confirmation", &confirmation)
        .await
        .ok();
    let codes = codes["recovery_codes"].as_array().unwrap().iter();
    let codes = codes.map(|code| code.as_str().unwrap().to_owned());
    (secret, codes.collect())
}

async fn begin(api: &mut Api, who: &str) -> Value {
    let right = json!({"user": who, "password": PASSWORD});
    let answer = api.post("/api/session", &right).await;
    assert_eq!(answer.refusal(), (401, "second_factor_required".to_owned()));
    answer.json()
}

async fn finish(api: &mut Api, begun: &Value, kind: &str, proof: impl Into<Value>) -> Answer {
    let body = json!({"challenge": begun["challenge"], kind: proof.into()});
    api.post("/api/session/second-factor", &body).await
}

fn wrong() -> (u16, String) {
    (401, "wrong_second_factor".to_owned())
}

#[tokio::test]
async fn who_turned_it_on_is_asked_for_a_code_that_does_once() {
    let ward = Ward::begin().await;
    let mut nina = ward.sign_in("nina").await;
    let (secret, codes) = turn_on(&mut nina).await;
    assert_eq!(codes.len(), 10);
    let mut api = Api::anonymous(ward.address());
    let begun = begin(&mut api, "nina").await;
    assert_eq!(begun["factors"], json!(["code", "recovery_code"]));
    // The code that confirmed it was used by that.
    let answer = finish(&mut api, &begun, "code", code(&secret, 0)).await;
    assert_eq!(answer.refusal(), wrong());
    let next = code(&secret, 1);
    let answer = finish(&mut api, &begun, "code", next.clone()).await;
    let token = answer.ok()["token"].as_str().unwrap().to_owned();
    api.token = Some(token);
    assert_eq!(api.get("/api/me").await.ok()["user"], "nina");
    // The challenge is used up, and so is the code.
    let answer = finish(&mut api, &begun, "code", next.clone()).await;
    assert_eq!(answer.refusal(), (401, "sign_in_not_begun".to_owned()));
    let begun = begin(&mut api, "nina").await;
    let answer = finish(&mut api, &begun, "code", next).await;
    assert_eq!(answer.refusal(), wrong());
    let operations = ward.operations().await;
    assert!(operations.contains(&Operation::UserTwoStepEnable));
}

#[tokio::test]
async fn a_recovery_code_does_once_and_renewing_ends_the_former_ones() {
    let ward = Ward::begin().await;
    let mut nina = ward.sign_in("nina").await;
    let (_, codes) = turn_on(&mut nina).await;
    let mut api = Api::anonymous(ward.address());
    let begun = begin(&mut api, "nina").await;
    let typed = codes[0].to_uppercase().replace('-', " ");
    let answer = finish(&mut api, &begun, "recovery_code", typed).await;
    assert_eq!(answer.status, 200, "{}", answer.text());
    let begun = begin(&mut api, "nina").await;
    let answer = finish(&mut api, &begun, "recovery_code", codes[0].clone()).await;
    assert_eq!(answer.refusal(), wrong());
    assert_eq!(nina.get("/api/me/factors").await.ok()["recovery_codes"], 9);
    let confirmation = json!({"password": PASSWORD});
    let renewed = nina
        .post("/api/me/two-steps/recovery-codes", &confirmation)
        .await
        .ok();
    let answer = finish(&mut api, &begun, "recovery_code", codes[1].clone()).await;
    assert_eq!(answer.refusal(), wrong());
    let code = renewed["recovery_codes"][0].clone();
    let answer = finish(&mut api, &begun, "recovery_code", code).await;
    assert_eq!(answer.status, 200, "{}", answer.text());
    let operations = ward.operations().await;
    assert!(operations.contains(&Operation::UserRecoveryCodesRenew));
}

#[tokio::test]
async fn guessing_codes_ends_the_challenge_and_is_slowed_down() {
    let ward = Ward::begin().await;
    let mut nina = ward.sign_in("nina").await;
    turn_on(&mut nina).await;
    let mut api = Api::anonymous(ward.address());
    let begun = begin(&mut api, "nina").await;
    for _ in 0..5 {
        let answer = finish(&mut api, &begun, "code", "000000").await;
        assert_eq!(answer.refusal(), wrong());
    }
    let answer = finish(&mut api, &begun, "code", "000000").await;
    assert_eq!(answer.refusal(), (401, "sign_in_not_begun".to_owned()));
    let right = json!({"user": "nina", "password": PASSWORD});
    let throttled = api.post("/api/session", &right).await;
    assert_eq!(throttled.refusal(), (429, "throttled".to_owned()));
}

#[tokio::test]
async fn codes_that_are_sent_all_at_once_are_judged_one_after_another() {
    let ward = Ward::begin().await;
    let mut nina = ward.sign_in("nina").await;
    turn_on(&mut nina).await;
    let mut api = Api::anonymous(ward.address());
    let begun = begin(&mut api, "nina").await;
    let guesses = (0..20).map(|guess| {
        let mut api = Api::anonymous(ward.address());
        let begun = begun.clone();
        tokio::spawn(async move {
            let answer = finish(&mut api, &begun, "code", format!("{guess:06}")).await;
            answer.code()
        })
    });
    let mut judged = 0;
    for guess in guesses.collect::<Vec<_>>() {
        judged += usize::from(guess.await.unwrap() == "wrong_second_factor");
    }
    assert_eq!(judged, 5);
}

#[tokio::test]
async fn it_is_turned_on_and_off_only_by_who_knows_the_password() {
    let ward = Ward::begin().await;
    let mut nina = ward.sign_in("nina").await;
    let wrong = json!({"password": "not the password"});
    let refused = nina.post("/api/me/two-steps", &wrong).await;
    assert_eq!(refused.refusal(), (422, "wrong_password".to_owned()));
    let unbegun = json!({"code": "123456"});
    let unbegun = nina.post("/api/me/two-steps/confirmation", &unbegun).await;
    assert_eq!(unbegun.refusal(), (409, "two_step_state".to_owned()));
    // Begun and not confirmed, it asks for nothing.
    let right = json!({"password": PASSWORD});
    nina.post("/api/me/two-steps", &right).await.ok();
    let unconfirmed = json!({"code": "000000"});
    let unconfirmed = nina
        .post("/api/me/two-steps/confirmation", &unconfirmed)
        .await;
    assert_eq!(unconfirmed.refusal(), (422, "wrong_code".to_owned()));
    Api::sign_in(ward.address(), "nina", PASSWORD).await;
    turn_on(&mut nina).await;
    let again = nina.post("/api/me/two-steps", &right).await;
    assert_eq!(again.refusal(), (409, "two_step_state".to_owned()));
    let refused = nina.post("/api/me/two-steps/end", &wrong).await;
    assert_eq!(refused.refusal(), (422, "wrong_password".to_owned()));
    assert_eq!(nina.post("/api/me/two-steps/end", &right).await.status, 204);
    Api::sign_in(ward.address(), "nina", PASSWORD).await;
    let operations = ward.operations().await;
    assert!(operations.contains(&Operation::UserTwoStepDisable));
}

#[tokio::test]
async fn it_survives_a_restart_and_the_secret_lies_in_no_file_unsealed() {
    let ward = Ward::begin().await;
    let mut nina = ward.sign_in("nina").await;
    let (secret, codes) = turn_on(&mut nina).await;
    let ward = ward.restart().await;
    let mut api = Api::anonymous(ward.address());
    let begun = begin(&mut api, "nina").await;
    let answer = finish(&mut api, &begun, "code", code(&secret, 1)).await;
    assert_eq!(answer.status, 200, "{}", answer.text());
    for file in std::fs::read_dir(ward.server.folder()).unwrap() {
        let path = file.unwrap().path();
        let Ok(bytes) = std::fs::read(&path) else {
            continue;
        };
        for text in [&secret, &codes[0]] {
            let is_there = bytes
                .windows(text.len())
                .any(|part| part == text.as_bytes());
            assert!(!is_there, "{}", path.display());
        }
    }
}

#[tokio::test]
async fn a_passkey_does_as_the_second_step_and_another_persons_does_not() {
    let ward = Ward::begin().await;
    let mut nina = ward.sign_in("nina").await;
    let mine = super::passkeys::add(&mut nina, "Mine").await;
    let mut paul = ward.sign_in("paul").await;
    let his = super::passkeys::add(&mut paul, "His").await;
    turn_on(&mut nina).await;
    let mut api = Api::anonymous(ward.address());
    let begun = begin(&mut api, "nina").await;
    assert_eq!(
        begun["factors"],
        json!(["code", "recovery_code", "passkey"])
    );
    let unasked = finish(&mut api, &begun, "credential", json!({})).await;
    assert_eq!(unasked.refusal(), wrong());
    let ask = async |api: &mut Api, device: &Device| {
        let challenge = json!({"challenge": begun["challenge"]});
        let asked = api
            .post("/api/session/second-factor/passkey", &challenge)
            .await;
        device.answer_to(&asked.ok()["options"])
    };
    let answer = ask(&mut api, &his).await;
    let answer = finish(&mut api, &begun, "credential", answer).await;
    assert_eq!(answer.refusal(), wrong());
    let answer = ask(&mut api, &mine).await;
    let answer = finish(&mut api, &begun, "credential", answer).await;
    assert_eq!(answer.status, 200, "{}", answer.text());
}
