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

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;
    use std::os::unix::fs::PermissionsExt;

    /// Whether two keys are the same: what one seals the other opens.
    fn is_same(one: &SealKey, other: &SealKey) -> bool {
        let sealed = Sealer::new(one).unwrap().seal("a", b"secret").unwrap();
        Sealer::new(other).unwrap().open("a", &sealed).is_ok()
    }

    #[test]
    fn the_seal_key_is_made_once_for_its_user_alone_and_comes_from_elsewhere_where_that_is_said() {
        let folder = tempfile::tempdir().unwrap();
        let data = folder.path();
        let made = Records::default().key(data).unwrap();
        let mode = std::fs::metadata(data.join(KEY_FILE))
            .unwrap()
            .permissions()
            .mode();
        assert_eq!(mode & 0o777, 0o600);
        assert!(is_same(&made, &Records::default().key(data).unwrap()));

        let other = SealKey::generate().unwrap();
        let by_text = Records {
            seal_key: Some(other.to_text().to_string()),
            ..Records::default()
        };
        assert!(is_same(&other, &by_text.key(data).unwrap()));
        let file = data.join("elsewhere.key");
        let by_file = Records {
            seal_key_file: Some(file.clone()),
            ..Records::default()
        };
        // A file that the operator names is not made in its place: another key than theirs would open nothing.
        assert!(by_file.key(data).is_err());
        assert!(!file.exists());
        std::fs::write(&file, other.to_text().as_bytes()).unwrap();
        assert!(is_same(&other, &by_file.key(data).unwrap()));
        std::fs::write(&file, "no key").unwrap();
        assert!(by_file.key(data).is_err());
    }
}
