//! From a request to its answer: what is asked, which faults strike, what the record says, how the bytes are spoilt.

use super::{
    Server,
    ask::{Ask, Query, What, wrong_method},
    auth::{Auth, TokenRequest},
    fault::{Quirks, Stage, Trouble},
    metadata::{self, Telling},
    outcome::Answer,
    search::{self, Search},
    spoiling,
};
use crate::{
    version::Version,
    ward::{Kind, Shape},
};
use axum::{
    body::to_bytes,
    extract::{Request, State},
    http::{HeaderMap, StatusCode, header},
    response::Response,
};
use serde_json::{Value, json};
use std::{sync::Arc, time::Duration};

const LARGEST_BODY: usize = 1_000_000;

/// Answers every request except those of the sandbox's own controls.
pub(super) async fn answer(State(server): State<Arc<Server>>, request: Request) -> Response {
    let _under_way = server.counter.begin();
    let (head, body) = request.into_parts();
    let body = to_bytes(body, LARGEST_BODY).await;
    let ask = match &body {
        Ok(body) => Ask::read(server.version, &head.method, &head.uri, body),
        Err(_) => Ask::Refused(Answer::refused(
            StatusCode::PAYLOAD_TOO_LARGE,
            "too-long",
            "the body is too long",
        )),
    };
    for name in ask.names() {
        server.counter.note(name);
    }
    // Even a sleep of no length waits for the timer's next tick.
    if !server.delay.is_zero() {
        tokio::time::sleep(server.delay).await;
    }

    let topics = ask.topics();
    let troubles = server.faults.strike(Stage::Transport, |fault| {
        topics.iter().any(|topic| fault.touches(topic))
    });
    for trouble in &troubles {
        match trouble {
            Trouble::Slow { ms } => tokio::time::sleep(Duration::from_millis(*ms)).await,
            Trouble::Hang => std::future::pending().await,
            _ => {}
        }
    }
    let struck = server.faults.strike(Stage::Status, |fault| {
        topics.first().is_some_and(|topic| fault.touches(topic))
    });
    let is_post_search = matches!(
        &ask,
        Ask::Query(Query {
            what: What::Search { is_post: true, .. },
            ..
        })
    );
    let answer = if let Some(refusal) = struck.first().and_then(refusal) {
        refusal
    } else if is_post_search && troubles.contains(&Trouble::NoPostSearch) {
        wrong_method()
    } else {
        let asking = Asking::new(&server, &head.headers);
        asking.answer(ask, body.as_deref().unwrap_or_default())
    };
    spoiling::spoil(answer, server.version, &troubles)
}

/// The answer that a trouble of [`Stage::Status`] puts in place of the right one.
fn refusal(trouble: &Trouble) -> Option<Answer> {
    match trouble {
        Trouble::TooManyRequests { retry_after } => Some(
            Answer::refused(
                StatusCode::TOO_MANY_REQUESTS,
                "throttled",
                "too many requests",
            )
            .with(header::RETRY_AFTER, retry_after.to_string()),
        ),
        Trouble::Status { status } => {
            let status = StatusCode::from_u16(*status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
            let code = match status {
                StatusCode::UNAUTHORIZED => "login",
                StatusCode::FORBIDDEN => "forbidden",
                StatusCode::NOT_FOUND | StatusCode::GONE => "not-found",
                _ => "exception",
            };
            Some(Answer::refused(
                status,
                code,
                "the sandbox was told to fail",
            ))
        }
        _ => None,
    }
}

/// One request, with the addresses as its sender knows them.
struct Asking<'a> {
    server: &'a Server,
    headers: &'a HeaderMap,
    base: String,
    token_url: String,
}

impl<'a> Asking<'a> {
    fn new(server: &'a Server, headers: &'a HeaderMap) -> Self {
        let host = headers
            .get(header::HOST)
            .and_then(|host| host.to_str().ok())
            .map_or_else(|| server.address.to_string(), str::to_owned);
        Self {
            server,
            headers,
            base: format!("http://{host}/{}", server.version),
            token_url: format!("http://{host}{}", super::ask::TOKEN_PATH),
        }
    }

    fn answer(&self, ask: Ask, body: &[u8]) -> Answer {
        let server = self.server;
        let auth = server.auth();
        match ask {
            Ask::Metadata => self.metadata(&auth),
            Ask::SmartConfiguration => {
                match metadata::smart_configuration(&auth, &self.token_url) {
                    Some(told) => Answer::plain(StatusCode::OK, told),
                    None => Answer::not_found("this server asks for no token"),
                }
            }
            Ask::Token => server.tokens.answer(
                &auth,
                &TokenRequest {
                    headers: self.headers,
                    body,
                    token_url: &self.token_url,
                    generation: server.faults.token_generation(),
                },
            ),
            _ if !matches!(auth, Auth::None)
                && !server
                    .tokens
                    .accepts(self.headers, server.faults.token_generation()) =>
            {
                Answer::refused(
                    StatusCode::UNAUTHORIZED,
                    "login",
                    "a token is needed, or this one has ended",
                )
                .with(
                    header::WWW_AUTHENTICATE,
                    "Bearer realm=\"ehr-sandbox\", error=\"invalid_token\"",
                )
            }
            Ask::Query(query) => self.query(&query),
            Ask::Batch(_) if !server.offers_batch => {
                Answer::not_found("this server takes no batch")
            }
            Ask::Batch(parts) => self.batch(parts),
            Ask::Refused(answer) => answer,
        }
    }

    fn metadata(&self, auth: &Auth) -> Answer {
        let server = self.server;
        let version = server.version;
        let troubles = server
            .faults
            .strike(Stage::Statement, |fault| fault.touches("metadata"));
        Answer::resource(metadata::statement(&Telling {
            version,
            fhir_version: if troubles.contains(&Trouble::UnknownVersion) {
                "9.9.9"
            } else {
                version.fhir_version()
            },
            base: &self.base,
            token_url: &self.token_url,
            is_protected: !matches!(auth, Auth::None),
            has_oauth_extension: !troubles.contains(&Trouble::NoOauthExtension),
            offers_batch: server.offers_batch,
            offers_includes: !server
                .faults
                .stands(&Trouble::NoInclude, Kind::Encounter.name(version))
                && !server.faults.is_missing(Kind::Location.name(version)),
            kinds: Kind::ALL
                .into_iter()
                .filter(|kind| !server.faults.is_missing(kind.name(version)))
                .collect(),
        }))
    }

    fn query(&self, query: &Query) -> Answer {
        let server = self.server;
        let topic = query.type_name.as_str();
        let troubles = server
            .faults
            .strike(Stage::Query, |fault| fault.touches(topic));
        let kind = match Kind::of_name(topic, server.version) {
            Some(kind) if !troubles.contains(&Trouble::MissingResource) => kind,
            _ => {
                return Answer::refused(
                    StatusCode::NOT_FOUND,
                    "not-supported",
                    "this server does not have that type of resource",
                );
            }
        };
        let shape = Shape {
            version: server.version,
            base: &self.base,
        };
        let now = server.now();
        let ward = server.ward();
        match &query.what {
            What::Search { parameters, .. } => {
                let mut quirks = Quirks::of(&troubles);
                // What the record does not have it cannot bring along.
                quirks.omits_includes |= server
                    .faults
                    .is_missing(Kind::Location.name(server.version));
                let search = Search {
                    kind,
                    parameters,
                    quirks: &quirks,
                };
                search::answer(&ward, &search, &shape, now)
            }
            What::Read(id) => ward
                .find(kind, id, now)
                .and_then(|item| ward.write(&item, &shape, now))
                .map_or_else(
                    || Answer::not_found("there is no such resource"),
                    Answer::resource,
                ),
        }
    }

    fn batch(&self, parts: Vec<Result<Query, Answer>>) -> Answer {
        let entries: Vec<Value> = parts
            .into_iter()
            .map(|part| match part {
                Ok(query) => self.part(&query),
                Err(answer) => answer,
            })
            .map(|answer| entry(answer, self.server.version))
            .collect();
        let mut bundle = json!({"resourceType": "Bundle", "type": "batch-response"});
        bundle["entry"] = Value::Array(entries);
        Answer::resource(bundle)
    }

    /// A fault of a status that names the part's type strikes the part alone.
    fn part(&self, query: &Query) -> Answer {
        let struck = self.server.faults.strike(Stage::Status, |fault| {
            !fault.resources.is_empty() && fault.touches(&query.type_name)
        });
        match struck.first().and_then(refusal) {
            Some(refusal) => refusal,
            None => self.query(query),
        }
    }
}

/// An entry of a `batch-response`. DSTU2 has no place for an outcome but the resource.
fn entry(answer: Answer, version: Version) -> Value {
    let status = answer.status.to_string();
    let is_outcome = answer.status != StatusCode::OK;
    let mut entry = json!({"response": {"status": status}});
    if is_outcome && version != Version::Dstu2 {
        entry["response"]["outcome"] = answer.body;
    } else {
        entry["resource"] = answer.body;
    }
    entry
}
