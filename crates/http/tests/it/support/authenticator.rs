//! What stands in a person's hand: an authenticator app, and a device that makes passkeys.

use aws_lc_rs::hmac;
use aws_lc_rs::rand::SystemRandom;
use aws_lc_rs::signature::{ECDSA_P256_SHA256_ASN1_SIGNING, EcdsaKeyPair, KeyPair};
use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD as BASE64;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use std::time::{SystemTime, UNIX_EPOCH};

/// The address that passkeys of the tests are for.
pub const ORIGIN: &str = "https://patients.example";

/// The code that an app shows, so many steps from now.
pub fn code(secret: &str, steps: i64) -> String {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap();
    let step = i64::try_from(now.as_secs()).unwrap() / 30 + steps;
    let key = hmac::Key::new(hmac::HMAC_SHA1_FOR_LEGACY_USE_ONLY, &from_base32(secret));
    let tag = hmac::sign(&key, &step.to_be_bytes());
    let at = usize::from(tag.as_ref()[19] & 15);
    let four: [u8; 4] = tag.as_ref()[at..at + 4].try_into().unwrap();
    let number = (u32::from_be_bytes(four) & 0x7fff_ffff) % 1_000_000;
    format!("{number:06}")
}

fn from_base32(text: &str) -> Vec<u8> {
    let mut bytes = Vec::new();
    let (mut bits, mut held) = (0_u32, 0);
    for letter in text.bytes() {
        let value = match letter {
            b'A'..=b'Z' => letter - b'A',
            _ => letter - b'2' + 26,
        };
        bits = (bits << 5) | u32::from(value);
        held += 5;
        if held >= 8 {
            held -= 8;
            bytes.push(u8::try_from((bits >> held) & 0xff).unwrap());
        }
    }
    bytes
}

/// A device with one passkey, which knows whose it is.
pub struct Device {
    key: EcdsaKeyPair,
    id: [u8; 16],
    user: Value,
    pub origin: String,
    /// Whether it asks for a finger.
    pub verifies: bool,
}

impl Device {
    /// Makes a passkey as it is asked to, and the answer.
    pub fn make(options: &Value) -> (Self, Value) {
        let random = SystemRandom::new();
        let algorithm = &ECDSA_P256_SHA256_ASN1_SIGNING;
        let pkcs8 = EcdsaKeyPair::generate_pkcs8(algorithm, &random).unwrap();
        let key = EcdsaKeyPair::from_pkcs8(algorithm, pkcs8.as_ref()).unwrap();
        let mut id = [0; 16];
        aws_lc_rs::rand::fill(&mut id).unwrap();
        let device = Self {
            key,
            id,
            user: options["user"]["id"].clone(),
            origin: ORIGIN.to_owned(),
            verifies: true,
        };
        let point = device.key.public_key().as_ref();
        let mut data = device.data(&options["rp"]["id"], 0x40);
        data.extend([0; 16]);
        data.extend([0, 16]);
        data.extend(device.id);
        // COSE: EC2, ES256, P-256, x, y.
        data.extend([0xa5, 1, 2, 3, 0x26, 0x20, 1, 0x21, 0x58, 32]);
        data.extend(&point[1..33]);
        data.extend([0x22, 0x58, 32]);
        data.extend(&point[33..65]);
        let mut object = b"\xa3\x63fmt\x64none\x67attStmt\xa0\x68authData\x58".to_vec();
        object.push(u8::try_from(data.len()).unwrap());
        object.extend(data);
        let client = device.client("webauthn.create", options);
        let answer = device.answer(json!({
            "attestationObject": BASE64.encode(object),
            "clientDataJSON": BASE64.encode(client),
        }));
        (device, answer)
    }

    /// Answers as it is asked to.
    pub fn answer_to(&self, options: &Value) -> Value {
        let data = self.data(&options["rpId"], 0);
        let client = self.client("webauthn.get", options);
        let signed = [&data[..], &Sha256::digest(&client)].concat();
        let signature = self.key.sign(&SystemRandom::new(), &signed).unwrap();
        self.answer(json!({
            "authenticatorData": BASE64.encode(data),
            "clientDataJSON": BASE64.encode(client),
            "signature": BASE64.encode(signature.as_ref()),
            "userHandle": self.user,
        }))
    }

    fn answer(&self, response: Value) -> Value {
        let id = BASE64.encode(self.id);
        json!({"id": id, "rawId": id, "type": "public-key", "clientExtensionResults": {}, "response": response})
    }

    fn data(&self, rp: &Value, flags: u8) -> Vec<u8> {
        let mut data = Sha256::digest(rp.as_str().unwrap().as_bytes()).to_vec();
        data.push(flags | 1 | if self.verifies { 4 } else { 0 });
        data.extend([0; 4]);
        data
    }

    fn client(&self, kind: &str, options: &Value) -> Vec<u8> {
        let client = json!({"type": kind, "challenge": options["challenge"], "origin": self.origin, "crossOrigin": false});
        client.to_string().into_bytes()
    }
}
