//! The API as a program uses it from outside: plain HTTP/1.1 and WebSocket, nothing of the product linked in.
#![allow(
    dead_code,
    unused_imports,
    reason = "two test binaries share this, and each uses a part"
)]

pub mod api;
pub mod http;
pub mod live;
pub mod screen;

pub use api::{Api, command_id};
pub use http::{Answer, Connection};
pub use live::{Heard, Live};
pub use screen::Screen;
