//! What a request asks, read from its method, path and body.

use super::outcome::Answer;
use crate::version::Version;
use axum::http::{Method, StatusCode, Uri};
use serde_json::Value;

/// The path of the token endpoint.
pub(super) const TOKEN_PATH: &str = "/oauth/token";
const LARGEST_BATCH: usize = 100;

pub(super) enum Ask {
    Metadata,
    SmartConfiguration,
    Token,
    Query(Query),
    Batch(Vec<Result<Query, Answer>>),
    Refused(Answer),
}

/// A read or a search.
pub(super) struct Query {
    pub(super) type_name: String,
    pub(super) what: What,
}

pub(super) enum What {
    Read(String),
    Search {
        parameters: Vec<(String, String)>,
        is_post: bool,
    },
}

impl Query {
    /// The name under which it is counted.
    pub(super) fn name(&self) -> String {
        match self.what {
            What::Read(_) => format!("read {}", self.type_name),
            What::Search { .. } => format!("search {}", self.type_name),
        }
    }
}

impl Ask {
    pub(super) fn read(version: Version, method: &Method, uri: &Uri, body: &[u8]) -> Self {
        if uri.path() == TOKEN_PATH {
            return match *method {
                Method::POST => Self::Token,
                _ => Self::Refused(wrong_method()),
            };
        }
        let Some(path) = uri
            .path()
            .strip_prefix('/')
            .and_then(|path| path.strip_prefix(version.name()))
            .filter(|rest| rest.is_empty() || rest.starts_with('/'))
        else {
            return Self::Refused(Answer::not_found("there is no such path; see /sandbox"));
        };
        let path = path.trim_matches('/');
        let query = uri.query().unwrap_or("");
        match (method, path) {
            (&Method::GET, "metadata") => Self::Metadata,
            (&Method::GET, ".well-known/smart-configuration") => Self::SmartConfiguration,
            (&Method::POST, "") => batch(body),
            (&Method::GET, path) => match read_query(path, query) {
                Ok(query) => Self::Query(query),
                Err(answer) => Self::Refused(answer),
            },
            (&Method::POST, path) => match path.strip_suffix("/_search") {
                Some(type_name) if !type_name.contains('/') => Self::Query(Query {
                    type_name: type_name.to_owned(),
                    what: What::Search {
                        parameters: [pairs(query.as_bytes()), pairs(body)].concat(),
                        is_post: true,
                    },
                }),
                _ => Self::Refused(wrong_method()),
            },
            _ => Self::Refused(wrong_method()),
        }
    }

    /// What the request touches, itself first and then the parts of a batch.
    pub(super) fn topics(&self) -> Vec<&str> {
        match self {
            Self::Metadata => vec!["metadata"],
            Self::SmartConfiguration => vec!["smart-configuration"],
            Self::Token => vec!["token"],
            Self::Query(query) => vec![&query.type_name],
            Self::Batch(parts) => std::iter::once("batch")
                .chain(parts.iter().flatten().map(|query| query.type_name.as_str()))
                .collect(),
            Self::Refused(_) => vec!["other"],
        }
    }

    /// The names under which it is counted.
    pub(super) fn names(&self) -> Vec<String> {
        match self {
            Self::Query(query) => vec![query.name()],
            Self::Batch(parts) => std::iter::once("batch".to_owned())
                .chain(
                    parts
                        .iter()
                        .flatten()
                        .map(|query| format!("batch {}", query.name())),
                )
                .collect(),
            _ => self.topics().into_iter().map(str::to_owned).collect(),
        }
    }
}

/// A read `Type/id` or a search `Type?parameters`, relative to the base.
fn read_query(path: &str, query: &str) -> Result<Query, Answer> {
    let mut parts = path.split('/');
    let type_name = parts.next().unwrap_or("").to_owned();
    let what = match (parts.next(), parts.next()) {
        (None, _) if !type_name.is_empty() => What::Search {
            parameters: pairs(query.as_bytes()),
            is_post: false,
        },
        (Some(id), None) => What::Read(id.to_owned()),
        _ => return Err(Answer::not_found("this is no read and no search")),
    };
    Ok(Query { type_name, what })
}

fn batch(body: &[u8]) -> Ask {
    let Ok(bundle) = serde_json::from_slice::<Value>(body) else {
        return Ask::Refused(Answer::invalid("the body is no JSON"));
    };
    if bundle["resourceType"] != "Bundle" || bundle["type"] != "batch" {
        return Ask::Refused(Answer::invalid("only a Bundle of type batch is taken here"));
    }
    let entries = bundle["entry"].as_array().map_or(&[][..], Vec::as_slice);
    if entries.len() > LARGEST_BATCH {
        return Ask::Refused(Answer::refused(
            StatusCode::PAYLOAD_TOO_LARGE,
            "too-costly",
            "a batch has at most 100 entries",
        ));
    }
    Ask::Batch(entries.iter().map(part).collect())
}

fn part(entry: &Value) -> Result<Query, Answer> {
    let request = &entry["request"];
    let Some(url) = request["url"].as_str() else {
        return Err(Answer::invalid("an entry needs request.url"));
    };
    if request["method"] != "GET" {
        return Err(wrong_method());
    }
    let (path, query) = url.split_once('?').unwrap_or((url, ""));
    read_query(path, query)
}

fn pairs(form: &[u8]) -> Vec<(String, String)> {
    url::form_urlencoded::parse(form).into_owned().collect()
}

pub(super) fn wrong_method() -> Answer {
    Answer::refused(
        StatusCode::METHOD_NOT_ALLOWED,
        "not-supported",
        "the sandbox can be read and searched only",
    )
}
