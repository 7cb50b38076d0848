//! Bytes other than they should be.

use super::{fault::Trouble, outcome::Answer};
use crate::version::Version;
use axum::{
    body::{Body, Bytes},
    http::{HeaderValue, StatusCode, header},
    response::Response,
};
use futures_util::{StreamExt, stream};
use std::{io, time::Duration};

/// A page as a portal answers that has lost its session.
const PAGE: &str = "<!doctype html><html><head><title>Sign in</title></head><body><h1>Your session has ended</h1></body></html>";
/// What the huge body is made of: white space is the longest JSON that means nothing.
const PIECE: usize = 64_000;
/// How long a cut body stands still before the connection breaks.
const BREAKING: Duration = Duration::from_millis(20);

/// Writes an answer out, with the troubles of its transport.
pub(super) fn spoil(answer: Answer, version: Version, troubles: &[Trouble]) -> Response {
    let mut answer = answer;
    for trouble in troubles {
        match trouble {
            Trouble::HtmlPage => return of(StatusCode::OK, "text/html", Body::from(PAGE)),
            Trouble::HugeBody { megabytes } => {
                return of(StatusCode::OK, version.media_type(), huge(*megabytes));
            }
            Trouble::CutBody => return cut(&answer, version),
            Trouble::PlainTextErrors if !answer.status.is_success() => {
                let text = format!("Error: {}", answer.status);
                return of(answer.status, "text/plain", Body::from(text));
            }
            Trouble::WrongContentType => {
                answer = answer.with(header::CONTENT_TYPE, "text/plain");
            }
            _ => {}
        }
    }
    answer.into_response(version)
}

fn of(status: StatusCode, media_type: &'static str, body: Body) -> Response {
    let mut response = Response::new(body);
    *response.status_mut() = status;
    response
        .headers_mut()
        .insert(header::CONTENT_TYPE, HeaderValue::from_static(media_type));
    response
}

/// The length of the whole and half of the bytes.
fn cut(answer: &Answer, version: Version) -> Response {
    let whole = answer.body.to_string().into_bytes();
    let half = Bytes::copy_from_slice(&whole[..whole.len() / 2]);
    // The half must have left before the connection breaks, or not even the status arrives.
    let pieces = stream::iter([Ok(half)]).chain(stream::once(async {
        tokio::time::sleep(BREAKING).await;
        Err(io::Error::other("the sandbox was told to break off"))
    }));
    let mut response = of(
        answer.status,
        version.media_type(),
        Body::from_stream(pieces),
    );
    response
        .headers_mut()
        .insert(header::CONTENT_LENGTH, HeaderValue::from(whole.len()));
    response
}

/// An empty Bundle with much white space in it: good JSON, for who has room.
fn huge(megabytes: u64) -> Body {
    let piece = Bytes::from(vec![b' '; PIECE]);
    let pieces = usize::try_from(megabytes.saturating_mul(1_000_000)).unwrap_or(usize::MAX) / PIECE;
    let whole = std::iter::once(Bytes::from_static(b"{\"resourceType\":\"Bundle\","))
        .chain(std::iter::repeat_n(piece, pieces))
        .chain(std::iter::once(Bytes::from_static(
            b"\"type\":\"searchset\"}",
        )));
    Body::from_stream(stream::iter(whole.map(Ok::<_, io::Error>)))
}
