//! What every test stands on: a served router over a journal on disk, and a ward of people.

pub mod administration;
pub mod authenticator;
pub mod client;
mod faulty;
mod record;
pub mod script;
mod server;
mod ward;

pub use client::{Answer, Api, Heard, Live, Screen, command_id};
pub use faulty::Faulty;
pub use record::{CLIENT_ID, CLIENT_SECRET, Recorded, TENANT, protected};
pub use server::{Asking, Server};
pub use ward::{PASSWORD, Ward};

/// The folder of hostile input, where this machine has it. Without it a test says that it was skipped.
pub fn hostile(name: &str) -> Option<std::path::PathBuf> {
    let path = std::path::Path::new("/work/shared/hostile").join(name);
    if !path.exists() {
        println!("SKIPPED: hostile input: {} is not there", path.display());
        return None;
    }
    Some(path)
}
