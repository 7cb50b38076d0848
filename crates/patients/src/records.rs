//! What the operator says about asking hospitals' records.

use anyhow::Context;
use clap::Args;
use ehr::{Client, Entry, Settings};
use service::ehr::Ehr;
use service::{SealKey, Sealer};
use std::io::Write;
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The file in the data folder that holds the key for sealing, where the operator keeps none elsewhere.
const KEY_FILE: &str = "seal.key";

/// Which records may be asked, and with which key secrets are sealed.
#[derive(Args, Clone, Default)]
pub(crate) struct Records {
    /// A host (fhir.example.org, or with :port) or a network (10.1.0.0/16) where a hospital's record may be asked; repeat it for more. Private
    /// addresses are asked only in networks that are named, and without TLS only loopback.
    #[arg(long = "ehr-allow", env = "PATIENTS_EHR_ALLOW", value_delimiter = ',')]
    pub(crate) allow: Vec<Entry>,
    /// The key that secrets of records are sealed with: base64 of 32 bytes. Better from a file.
    #[arg(
        long,
        env = "PATIENTS_SEAL_KEY",
        hide_env_values = true,
        conflicts_with = "seal_key_file"
    )]
    seal_key: Option<String>,
    /// The file that holds the key; without it, seal.key in the data folder, made at the first start.
    #[arg(long, env = "PATIENTS_SEAL_KEY_FILE")]
    seal_key_file: Option<PathBuf>,
}

impl Records {
    /// The same, with records on this machine allowed besides.
    pub(crate) fn with_loopback(&self) -> anyhow::Result<Self> {
        let mut allow = self.allow.clone();
        allow.push("127.0.0.0/8".parse()?);
        Ok(Self {
            allow,
            ..self.clone()
        })
    }

    /// How records are asked.
    pub(crate) fn open(&self, data: &Path) -> anyhow::Result<Ehr> {
        let key = self.key(data)?;
        let sealer = Sealer::new(&key).context("the key for sealing is not usable")?;
        let client = Client::new(self.allow.iter().cloned().collect(), Settings::default());
        Ok(Ehr::new(Arc::new(client), sealer))
    }

    fn key(&self, data: &Path) -> anyhow::Result<SealKey> {
        if let Some(text) = &self.seal_key {
            return Ok(text.parse()?);
        }
        let file = match &self.seal_key_file {
            Some(file) => file.clone(),
            None => data.join(KEY_FILE),
        };
        match std::fs::read_to_string(&file) {
            Ok(text) => text
                .parse()
                .with_context(|| format!("{} holds no key", file.display())),
            Err(error)
                if error.kind() == std::io::ErrorKind::NotFound && self.seal_key_file.is_none() =>
            {
                make_key(&file).with_context(|| format!("cannot write {}", file.display()))
            }
            Err(error) => Err(error).with_context(|| format!("cannot read {}", file.display())),
        }
    }
}

/// Makes a key that only this user reads.
fn make_key(file: &Path) -> anyhow::Result<SealKey> {
    let key = SealKey::generate()?;
    let mut options = std::fs::OpenOptions::new();
    let mut made = options
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(file)?;
    made.write_all(key.to_text().as_bytes())?;
    made.write_all(b"\n")?;
    made.sync_all()?;
    Ok(key)
}
